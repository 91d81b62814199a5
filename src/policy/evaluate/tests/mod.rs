//! The semantics of the language, in tables.

mod attributes;
mod functions;
mod guards;
mod language;
mod messages;
mod monotone;
mod paths;
mod rules;
mod shipped;
