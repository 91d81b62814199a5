//! Whose kind a resource is.

/// Whose kind a resource is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A managed resource.
    Managed,
    /// A data source.
    Data,
    /// An ephemeral resource (OpenTofu lists some).
    Ephemeral,
}

impl Mode {
    /// Returns the name as it stands in plans.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Managed => "managed",
            Mode::Data => "data",
            Mode::Ephemeral => "ephemeral",
        }
    }
}
