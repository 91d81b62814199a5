//! The list of modules that `init` writes, and that a plan file holds.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::problem::{Code, Problem};

/// A module that was installed.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Record {
    #[serde(rename = "Key")]
    key: String,
    /// Where it stands, seen from the root module.
    #[serde(rename = "Dir", default)]
    pub(super) directory: String,
}

#[derive(Deserialize)]
struct OnDisk {
    #[serde(rename = "Modules", default)]
    modules: Vec<Record>,
}

/// Reads the list: on disk it stands in an object, in a plan file by itself.
pub(super) fn parse(text: &[u8], path: &str) -> Result<BTreeMap<String, Record>, Problem> {
    let records = if text.trim_ascii_start().starts_with(b"[") {
        serde_json::from_slice(text)
    } else {
        serde_json::from_slice(text).map(|on_disk: OnDisk| on_disk.modules)
    };
    let unreadable = |what: String| {
        Problem::new(Code::InputUnreadable, format!("list of modules `{path}` cannot be read: {what}"))
            .help("run `terraform init` or `tofu init` again")
    };
    let records: Vec<Record> = records.map_err(|error| unreadable(error.to_string()))?;
    let mut modules = BTreeMap::new();
    for record in records {
        if let Some(twice) = modules.insert(record.key.clone(), record) {
            return Err(unreadable(format!("it names module `{}` twice", twice.key)));
        }
    }
    Ok(modules)
}
