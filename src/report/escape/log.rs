//! The commands that GitHub's runner reads from what a step prints.

use std::borrow::Cow;

use super::terminal;

/// Returns text for the message of a workflow command.
pub fn command_data(text: &str) -> String {
    // A line break would end the command; the runner itself undoes these three escapes, the per cent sign last.
    let text: Cow<'_, str> = terminal(text);
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns text for a property of a workflow command, such as `file` or `title`.
pub fn command_property(text: &str) -> String {
    command_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{command_data, command_property};

    #[test]
    fn nothing_ends_a_command_or_begins_another() {
        for (text, data, property) in [
            ("plain", "plain", "plain"),
            ("50 %", "50 %25", "50 %25"),
            ("a:b,c=d", "a:b,c=d", "a%3Ab%2Cc=d"),
            ("x\r\n::error::y", "x\\u{d}\\u{a}\\u{3a}:error::y", "x\\u{d}\\u{a}\\u{3a}%3Aerror%3A%3Ay"),
        ] {
            assert_eq!(command_data(text), data);
            assert_eq!(command_property(text), property);
        }
    }
}
