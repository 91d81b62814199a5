//! A verdict as text: one file per format, each a pure function from the same input.

/// Appends formatted text to a string.
macro_rules! put {
    ($text:expr, $($part:tt)*) => {{
        use std::fmt::Write as _;
        // Writing into a string cannot fail.
        let _ = write!($text, $($part)*);
    }};
}

pub mod atlantis;
pub mod code_quality;
mod differences;
pub mod digest;
pub mod doctor;
pub mod error;
pub mod escape;
pub mod explain;
pub mod github;
pub mod html;
mod issue;
pub mod json_v1;
pub mod junit;
pub mod markdown;
mod markup;
pub mod mermaid;
pub mod policy;
mod reached;
pub mod remarks;
pub mod rule_tests;
pub mod rules;
pub mod run;
pub mod sarif;
pub mod svg;
pub mod text;
pub mod windows;
mod words;

use crate::gate::Verdict;
use crate::risk::Assessment;

/// What every format renders.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// How risky the plan is, and why.
    pub assessment: &'r Assessment,
    /// What may happen now.
    pub verdict: &'r Verdict,
}
