//! Content lines of iCalendar (RFC 5545, section 3.1), read strictly.

/// A line that is longer once it is unfolded is no calendar anybody wrote.
const MAX_LINE: usize = 8 * 1024;

/// One content line: a name, its parameters and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The number of the line it begins on, from 1.
    pub(super) number: u32,
    /// The name, in capitals.
    pub(super) name: String,
    /// The parameters, their names in capitals, each with its values.
    pub(super) parameters: Vec<(String, Vec<String>)>,
    /// The value as it stands.
    pub(super) value: String,
}

/// What is wrong with a calendar, and the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The number of the line, from 1.
    pub(super) line: u32,
    /// What is wrong.
    pub(super) message: String,
    /// What helps.
    pub(super) help: String,
}

impl Wrong {
    pub(super) fn new(line: u32, message: impl Into<String>, help: impl Into<String>) -> Wrong {
        Wrong { line, message: message.into(), help: help.into() }
    }
}

/// The lines of a text, unfolded and split one by one, so that what is wrong early ends it early.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    rest: std::iter::Peekable<std::str::Split<'t, char>>,
    number: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Lines<'t> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Exporters end a file with one line break, or with several.
        let text = text.trim_end_matches(['\r', '\n']);
        Lines { rest: text.split('\n').peekable(), number: 0 }
    }

    fn physical(&mut self) -> Option<&'t str> {
        let line = self.rest.next()?;
        self.number = self.number.saturating_add(1);
        Some(line.strip_suffix('\r').unwrap_or(line))
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, Wrong>;

    fn next(&mut self) -> Option<Result<Line, Wrong>> {
        let mut text = self.physical()?.to_owned();
        let number = self.number;
        while let Some(next) = self.rest.peek().filter(|next| next.starts_with([' ', '\t'])) {
            let length = text.len().saturating_add(next.len());
            if length > MAX_LINE {
                break;
            }
            let folded = self.physical().unwrap_or_default();
            text.extend(folded.chars().skip(1));
        }
        let too_long =
            text.len() > MAX_LINE || self.rest.peek().is_some_and(|next| next.starts_with([' ', '\t']));
        if too_long {
            let message = format!("a line is longer than {MAX_LINE} bytes");
            return Some(Err(Wrong::new(number, message, "shorten it or leave the event out")));
        }
        Some(split(&text, number))
    }
}

/// Splits a line into its parts.
fn split(text: &str, number: u32) -> Result<Line, Wrong> {
    let wrong = |message: &str| Wrong::new(number, message, "write `NAME;PARAMETER=VALUE:VALUE`");
    if text.chars().any(|c| c.is_control() && c != '\t') {
        return Err(wrong("a control character stands in the line"));
    }
    let (name, mut rest) = word(text);
    if name.is_empty() {
        return Err(wrong("the line has no name"));
    }
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let (parameter, after) = word(after);
        let Some(mut after) = after.strip_prefix('=').filter(|_| !parameter.is_empty()) else {
            return Err(wrong("a parameter has no value"));
        };
        let mut values = Vec::new();
        loop {
            let value = match after.strip_prefix('"') {
                Some(quoted) => {
                    let Some((value, next)) = quoted.split_once('"') else {
                        return Err(wrong("a quote is not closed"));
                    };
                    after = next;
                    value
                }
                None => {
                    let end = after.find([';', ':', ',', '"']).unwrap_or(after.len());
                    let (value, next) = after.split_at(end);
                    after = next;
                    value
                }
            };
            values.push(value.to_owned());
            match after.strip_prefix(',') {
                Some(next) => after = next,
                None => break,
            }
        }
        parameters.push((parameter, values));
        rest = after;
    }
    let Some(value) = rest.strip_prefix(':') else {
        return Err(wrong("the line has no `:` after its name"));
    };
    Ok(Line { number, name, parameters, value: value.to_owned() })
}

/// Splits off a name of letters, digits and hyphens, in capitals.
fn word(text: &str) -> (String, &str) {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    (name.to_ascii_uppercase(), rest)
}
