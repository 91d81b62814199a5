//! Everything that turns HCL text into checked data: rules, catalog, facets, defaults and their conditions.
//!
//! `build.rs` includes this folder to check and pack what ships with the binary, so it imports nothing but
//! [`crate::problem`], [`crate::plan::number`] and [`crate::plan::operation`]. The same code reads a team's own rules at run time.

pub mod address_glob;
pub mod approval;
pub mod catalog;
pub mod compile;
pub mod decode;
pub mod defaults;
pub mod duration;
pub mod expression;
pub mod facet;
pub mod functions;
pub mod guard;
pub mod inference;
pub mod limits;
pub mod load;
pub mod name;
pub mod names;
pub mod packed;
pub mod path;
pub mod path_glob;
pub mod pattern;
pub mod rule;
pub mod selector;
pub mod test;
#[cfg(test)]
mod tests;
pub mod words;
