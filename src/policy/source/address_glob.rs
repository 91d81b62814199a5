//! Patterns for resource addresses.
//!
//! A key of `for_each` may hold dots, brackets and stars, so addresses are matched step by step and never as text.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::pattern::Glob;

/// A pattern for addresses: `module.*.aws_db_instance.*`.
///
/// A step matches one step, with `*` for any characters in it; `**` stands for any number of steps. A step without a
/// key matches with any key and without one; a key matches the same key only, with `*` for any characters in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressGlob {
    text: Box<str>,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Step {
    Any,
    One { name: Glob, key: Option<Glob> },
}

impl AddressGlob {
    /// Reads a pattern; the error says what is wrong.
    ///
    /// # Errors
    ///
    /// An empty step, an unclosed bracket or quote, or a pattern that Glob refuses.
    pub fn parse(text: &str) -> Result<AddressGlob, String> {
        let mut steps = Vec::new();
        for (name, key) in split(text).ok_or("a bracket or quote is not closed, or a step is empty")? {
            if name == "**" {
                if key.is_some() {
                    return Err("`**` has no key".to_owned());
                }
                if steps.last() != Some(&Step::Any) {
                    steps.push(Step::Any);
                }
                continue;
            }
            let key = match key {
                Some("*" | "\"*\"") => Some(Glob::parse("*")?),
                Some(key) => Some(Glob::literal(key)?),
                None => None,
            };
            steps.push(Step::One { name: Glob::parse(name)?, key });
        }
        // `*` alone would be one step, and no address has only one.
        if steps.len() == 1 && text != "**" {
            return Err("an address has a type and a name: write `aws_db_instance.*`".to_owned());
        }
        Ok(AddressGlob { text: text.into(), steps })
    }

    /// Returns true if the pattern matches the whole of an address.
    pub fn matches(&self, address: &str) -> bool {
        // What cannot be taken apart may be anything: where a match demands, it has to match.
        split(address).is_none_or(|steps| matches(&self.steps, &steps))
    }
}

impl fmt::Display for AddressGlob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn matches(pattern: &[Step], steps: &[(&str, Option<&str>)]) -> bool {
    let (mut at, mut step) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while step < steps.len() || at < pattern.len() {
        let fits = match (pattern.get(at), steps.get(step)) {
            (Some(Step::Any), _) => {
                retry = Some((at, step));
                at += 1;
                continue;
            }
            (Some(Step::One { name, key }), Some((step_name, step_key))) => {
                name.matches(step_name)
                    && key.as_ref().is_none_or(|key| step_key.is_some_and(|step_key| key.matches(step_key)))
            }
            _ => false,
        };
        if fits {
            at += 1;
            step += 1;
            continue;
        }
        match retry {
            Some((any, from)) if from < steps.len() => {
                retry = Some((any, from + 1));
                at = any + 1;
                step = from + 1;
            }
            _ => return false,
        }
    }
    true
}

/// Splits an address into steps: name and key, the key without its brackets.
fn split(text: &str) -> Option<Vec<(&str, Option<&str>)>> {
    let bytes = text.as_bytes();
    let mut steps = Vec::new();
    let mut start = 0;
    loop {
        let rest = text.get(start..)?;
        let length = rest.find(['.', '[']).unwrap_or(rest.len());
        let name = rest.get(..length)?;
        if name.is_empty() {
            return None;
        }
        let mut end = start + length;
        let mut key = None;
        if bytes.get(end) == Some(&b'[') {
            let close = closing(bytes, end + 1)?;
            key = Some(text.get(end + 1..close)?);
            end = close + 1;
        }
        steps.push((name, key));
        match bytes.get(end) {
            None => return Some(steps),
            Some(b'.') => start = end + 1,
            Some(_) => return None,
        }
    }
}

/// Returns where the bracket closes whose content begins at `from`.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    if bytes.get(from) != Some(&b'"') {
        let length = bytes.get(from..)?.iter().position(|byte| *byte == b']')?;
        return Some(from + length);
    }
    let mut escaped = false;
    for (offset, byte) in bytes.iter().enumerate().skip(from + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return (bytes.get(offset + 1) == Some(&b']')).then_some(offset + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::AddressGlob;

    #[test]
    fn a_pattern_matches_step_by_step() {
        for (pattern, address, expected) in [
            ("aws_x.y", "aws_x.y", true),
            ("aws_x.y", "aws_x.y[0]", true),
            ("aws_x.y", "aws_x.y[\"a.b\"]", true),
            ("aws_x.y[\"a\"]", "aws_x.y[\"a\"]", true),
            ("aws_x.y[\"a\"]", "aws_x.y[\"b\"]", false),
            ("aws_x.y[\"a\"]", "aws_x.y", false),
            ("aws_x.y[*]", "aws_x.y[\"b\"]", true),
            ("aws_x.y[\"*\"]", "aws_x.y[7]", true),
            ("aws_x.y[0]", "aws_x.y[0]", true),
            ("aws_x.y[0]", "aws_x.y[1]", false),
            ("aws_x.*", "aws_x.y[\"p/q\"]", true),
            ("aws_x.*", "module.a.aws_x.y", false),
            ("**.aws_x.*", "module.a[\"k.v\"].module.b.aws_x.y", true),
            ("**.aws_x.*", "aws_x.y", true),
            ("module.*.aws_x.*", "module.a.aws_x.y", true),
            ("module.*.aws_x.*", "module.a.module.b.aws_x.y", false),
            ("module.db.**", "module.db.aws_db_instance.this", true),
            ("module.db.**", "module.db2.aws_db_instance.this", false),
            ("module.db[\"eu\"].**", "module.db[\"us\"].aws_db_instance.this", false),
            ("data.*.*", "data.aws_ami.x", true),
            ("**", "aws_x.y", true),
            ("aws_*.main", "aws_vpc.main", true),
            ("aws_*.main", "google_x.main", false),
            ("aws_x.y[\"a\\\"]b\"]", "aws_x.y[\"a\\\"]b\"]", true),
        ] {
            let glob = AddressGlob::parse(pattern).unwrap();
            assert_eq!(glob.matches(address), expected, "{pattern} {address}");
        }
    }

    #[test]
    fn an_address_that_cannot_be_taken_apart_is_matched() {
        let glob = AddressGlob::parse("aws_x.y").unwrap();
        for address in ["", "aws_x..y", "aws_x.y[\"a", "aws_x.y[0]z"] {
            assert!(glob.matches(address), "{address}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for pattern in ["", "aws_x", "*", "aws_x.", "aws_x.y[", "aws_x.y[\"a]", "aws_x.y[0]z", "**[0].x"] {
            assert!(AddressGlob::parse(pattern).is_err(), "{pattern}");
        }
    }
}
