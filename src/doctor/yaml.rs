//! Reading YAML: bounded by the library in depth, size and what anchors unfold to; a key that stands twice is an error.

use serde_json::Value;

/// The most bytes of one file.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// Reads one document, or says in one line why it cannot be read.
pub(super) fn read(text: &str) -> Result<Value, String> {
    if text.len() > MOST_BYTES {
        return Err("it has more than 1 MiB".to_owned());
    }
    let read = serde_saphyr::from_str::<Value>(text);
    read.map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned())
}

/// Returns true for what Go reads as a true switch, too.
pub(super) fn is_true(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(switch)) => *switch,
        Some(Value::String(text)) => {
            ["true", "yes", "y", "on"].contains(&text.trim().to_ascii_lowercase().as_str())
        }
        _ => false,
    }
}

/// Returns the text of a scalar.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(switch) => Some(switch.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Returns the texts of a list, or of the one scalar that stands for it.
pub(super) fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(scalar).collect(),
        Some(value) => scalar(value).into_iter().collect(),
        None => Vec::new(),
    }
}
