//! Reading HCL text into fields, with a place for every problem and all problems collected.

mod kind;
mod section;
mod text;

pub use kind::{Field, Kind};
pub use section::{Block, Section, Shape};
pub use text::{Source, literal_text};

use hcl::edit::expr::Expression;

/// Returns what an expression is, for messages.
pub fn describe(expression: &Expression) -> &'static str {
    match expression {
        Expression::Null(_) => "null",
        Expression::Bool(_) => "a bool",
        Expression::Number(_) => "a number",
        Expression::String(_) | Expression::HeredocTemplate(_) => "a string",
        Expression::StringTemplate(_) => "a string with `${}`",
        Expression::Array(_) => "a list",
        Expression::Object(_) => "an object",
        Expression::FuncCall(_) => "a function call",
        Expression::Variable(_) | Expression::Traversal(_) => "a name",
        _ => "an expression",
    }
}
