//! The workflows of the checkout that this is run in.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::configuration::repository_top;
use crate::doctor::{Seen, TextFile};

/// Where GitHub looks for workflows.
const FOLDER: &str = ".github/workflows";
/// The most files.
const MOST_FILES: usize = 200;
/// The most bytes of one file.
const MOST_BYTES: u64 = 1 << 20;

/// Reads the workflows; unknown if one of them cannot be read, as it could say anything.
pub(super) fn workflows() -> Seen<Vec<TextFile>> {
    let top = repository_top(Path::new(".")).unwrap_or_else(|| Path::new(".").to_owned());
    match read(&top.join(FOLDER)) {
        Ok(files) => Seen::Known(files),
        Err(why) => Seen::Unknown(format!("the workflows in `{FOLDER}` could not be read: {why}")),
    }
}

fn read(folder: &Path) -> Result<Vec<TextFile>, String> {
    let mut files = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(files),
        Err(error) => return Err(error.to_string()),
    };
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.ends_with(".yml") && !name.ends_with(".yaml") {
            continue;
        }
        if files.len() == MOST_FILES {
            return Err(format!("there are more than {MOST_FILES}"));
        }
        let text = text(&path).map_err(|why| format!("`{name}`: {why}"))?;
        files.push(TextFile { name: format!("{FOLDER}/{name}"), text });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Reads a file of at most a megabyte.
pub(super) fn text(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    // What is no file may never end.
    if !fs::metadata(path).map_err(|error| error.to_string())?.is_file() {
        return Err("it is no file".to_owned());
    }
    let file = fs::File::open(path).map_err(|error| error.to_string())?;
    file.take(MOST_BYTES + 1).read_to_string(&mut text).map_err(|error| error.to_string())?;
    if text.len() as u64 > MOST_BYTES {
        return Err("it has more than 1 MiB".to_owned());
    }
    Ok(text)
}
