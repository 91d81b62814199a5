//! How sure an assessment is of what it says.

/// How sure an assessment is of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Both sides of the change are known, and the type is listed.
    Exact,
    /// Something was concluded from a name.
    Inferred,
    /// Something that matters is decided during apply, or hidden.
    Unknown,
}

impl Confidence {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Exact => "exact",
            Confidence::Inferred => "inferred",
            Confidence::Unknown => "unknown",
        }
    }
}
