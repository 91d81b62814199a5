//! Tables of documents, and what holds for all of them.

mod admin;
mod compared;
mod google;
mod hostile;
mod key;
mod patterns;
mod properties;
mod public;
mod spelling;
mod trust;

use super::super::testing::ask_text;
use super::super::{Answer, Sides};

/// A document of these statements.
fn document(statements: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#)
}

/// Asks about two documents given by their statements; the empty text is no document at all.
fn ask<T>(before: &str, after: &str, question: impl FnOnce(Sides<'_>) -> T) -> T {
    let whole = |text: &str| if text.is_empty() { String::new() } else { document(text) };
    ask_text(&whole(before), &whole(after), question)
}

/// Checks a table of (what it says, before, after, answer).
fn check(question: impl Fn(Sides<'_>) -> Answer, table: &[(&str, &str, &str, Answer)]) {
    for (says, before, after, expected) in table {
        assert_eq!(ask(before, after, &question), *expected, "{says}");
    }
}
