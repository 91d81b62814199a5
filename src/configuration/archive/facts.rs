//! The few fields of the plan proper that the JSON of a plan lacks.
//!
//! The encoding is protocol buffers, the schema is private to Terraform: unknown fields are skipped, and nothing is
//! read that has ever changed its number.

use std::collections::BTreeMap;

use super::msgpack;
use crate::configuration::value::Literal;
use crate::problem::{Code, Problem};

/// The action of an object that stays as it is.
const NO_OP: u64 = 0;

/// What kind of plan was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UiMode {
    /// An ordinary plan.
    #[default]
    Normal,
    /// `-destroy`.
    Destroy,
    /// `-refresh-only`.
    RefreshOnly,
    /// One that nobody has heard of.
    Unknown(u64),
}

/// An object: its address, and its key if it is deposed.
pub type Object = (String, Option<String>);

/// What a plan file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanFileFacts {
    /// The version of the format: 3 since Terraform 0.12.
    pub version: u64,
    /// The version of Terraform or OpenTofu that planned.
    pub terraform_version: String,
    /// What kind of plan was asked for.
    pub mode: UiMode,
    /// The addresses of `-target`.
    pub targets: Vec<String>,
    /// The addresses of `-exclude`, which OpenTofu has.
    pub excluded: Vec<String>,
    /// The addresses of `-replace`.
    pub replaced: Vec<String>,
    /// The type of the backend; empty for none.
    pub backend: String,
    /// The workspace.
    pub workspace: String,
    /// When it was planned, RFC 3339.
    pub timestamp: String,
    /// Planning failed half-way.
    pub errored: bool,
    /// What happens to objects, but for those that stay as they are; none if a change says not which object it is about,
    /// as before Terraform 1.1, or two are about one.
    pub changes: Option<BTreeMap<Object, u64>>,
    /// The values of root variables that were set; none for one that is not simple. They may be secrets.
    pub variables: BTreeMap<String, Option<Literal>>,
}

impl PlanFileFacts {
    /// Reads the plan proper.
    ///
    /// # Errors
    ///
    /// Bytes that are no protocol buffers.
    pub fn parse(plan: &[u8]) -> Result<PlanFileFacts, Problem> {
        let mut facts = PlanFileFacts { changes: Some(BTreeMap::new()), ..PlanFileFacts::default() };
        for field in Fields(plan) {
            match field? {
                (1, Value::Number(version)) => facts.version = version,
                (2, Value::Bytes(variable)) => facts.variable(variable)?,
                (3, Value::Bytes(change)) => facts.change(change)?,
                (5, Value::Bytes(address)) => facts.targets.push(text(address)),
                (6, Value::Bytes(address)) => facts.excluded.push(text(address)),
                (13, Value::Bytes(backend)) => facts.backend(backend)?,
                (14, Value::Bytes(version)) => facts.terraform_version = text(version),
                (16, Value::Bytes(address)) => facts.replaced.push(text(address)),
                (17, Value::Number(mode)) => {
                    facts.mode = match mode {
                        0 => UiMode::Normal,
                        1 => UiMode::Destroy,
                        2 => UiMode::RefreshOnly,
                        other => UiMode::Unknown(other),
                    }
                }
                (20, Value::Number(errored)) => facts.errored = errored != 0,
                (21, Value::Bytes(timestamp)) => facts.timestamp = text(timestamp),
                _ => {}
            }
        }
        Ok(facts)
    }

    fn change(&mut self, message: &[u8]) -> Result<(), Problem> {
        let (mut address, mut deposed, mut action) = (String::new(), None, NO_OP);
        for field in Fields(message) {
            match field? {
                (7, Value::Bytes(key)) => deposed = Some(text(key)).filter(|key| !key.is_empty()),
                (9, Value::Bytes(change)) => {
                    for field in Fields(change) {
                        if let (1, Value::Number(number)) = field? {
                            action = number;
                        }
                    }
                }
                (13, Value::Bytes(written)) => address = text(written),
                _ => {}
            }
        }
        if address.is_empty() {
            self.changes = None;
        } else if let Some(changes) = self.changes.as_mut().filter(|_| action != NO_OP) {
            // OpenTofu has a number of its own for what Terraform calls 9.
            let twice = changes.insert((address, deposed), if action == 10 { 9 } else { action }).is_some();
            if twice {
                self.changes = None;
            }
        }
        Ok(())
    }

    fn variable(&mut self, entry: &[u8]) -> Result<(), Problem> {
        let (mut name, mut value) = (String::new(), None);
        for field in Fields(entry) {
            match field? {
                (1, Value::Bytes(key)) => name = text(key),
                (2, Value::Bytes(dynamic)) => {
                    for field in Fields(dynamic) {
                        if let (1, Value::Bytes(packed)) = field? {
                            value = msgpack::simple(packed);
                        }
                    }
                }
                _ => {}
            }
        }
        self.variables.insert(name, value);
        Ok(())
    }

    fn backend(&mut self, message: &[u8]) -> Result<(), Problem> {
        for field in Fields(message) {
            match field? {
                (1, Value::Bytes(kind)) => self.backend = text(kind),
                (3, Value::Bytes(workspace)) => self.workspace = text(workspace),
                _ => {}
            }
        }
        Ok(())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

enum Value<'b> {
    Number(u64),
    Bytes(&'b [u8]),
}

/// The fields of a message, one after the other.
struct Fields<'b>(&'b [u8]);

impl<'b> Iterator for Fields<'b> {
    type Item = Result<(u64, Value<'b>), Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_none() {
            self.0 = &[];
        }
        Some(field.ok_or_else(|| {
            Problem::new(
                Code::PlanInvalid,
                "plan file is damaged: its plan breaks off or is in an unknown encoding",
            )
            .help("plan again, and give the new file")
        }))
    }
}

impl<'b> Fields<'b> {
    fn field(&mut self) -> Option<(u64, Value<'b>)> {
        let key = self.number()?;
        let value = match key & 7 {
            0 => Value::Number(self.number()?),
            1 => Value::Bytes(self.bytes(8)?),
            2 => {
                let length = usize::try_from(self.number()?).ok()?;
                Value::Bytes(self.bytes(length)?)
            }
            5 => Value::Bytes(self.bytes(4)?),
            _ => return None,
        };
        // A fixed-width number is no text, whatever its field.
        Some(if matches!(key & 7, 1 | 5) { (0, value) } else { (key >> 3, value) })
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for position in 0..10 {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7F) << (7 * position).min(63);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn bytes(&mut self, length: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}
