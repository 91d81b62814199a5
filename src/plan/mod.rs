//! What Terraform or OpenTofu will do: the plan, read once, front to back.

pub mod address;
pub mod change;
pub mod mode;
pub mod model;
pub mod number;
pub mod operation;
pub mod parse;
pub mod reader;
mod recognise;
mod scan;
pub mod sibling;
pub mod value;
pub mod view;
pub mod wiring;

pub use model::{Check, CheckStatus, Deferred, Invocation, OutputChange, Plan, Tool, Unchanged};
pub use reader::{Options, read};
