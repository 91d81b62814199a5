//! What the HCL behind the plan says.

/// The configuration at head and at base.
///
/// Nothing reads HCL yet: an assessment says that it was made from the plan alone.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Configuration {}

impl Configuration {
    /// Returns a configuration that nobody has read.
    pub fn unread() -> Configuration {
        Configuration::default()
    }
}
