//! What is to be said of a policy.

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::error::titled;
use super::escape;
use super::words::counted;
use crate::policy::lint::{Gravity, Remark};

/// Renders remarks as a compiler would, with a last line that counts them.
pub fn render(files: &[String], remarks: &[Remark]) -> String {
    let mut text: String = remarks.iter().map(remark).collect();
    let count = |gravity| remarks.iter().filter(|remark| remark.gravity == gravity).count();
    let parts = [
        (count(Gravity::Error), "mistake", "mistakes"),
        (count(Gravity::Warning), "warning", "warnings"),
        (
            count(Gravity::Looser),
            "thing looser than what always holds",
            "things looser than what always holds",
        ),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    let what = if parts.is_empty() { "nothing to remark".to_owned() } else { parts.join(", ") };
    let named = escape::terminal(&files.join(", ")).into_owned();
    let of = if named.is_empty() { String::new() } else { format!("{named}: ") };
    put!(text, "{of}{what}\n");
    text
}

fn remark(remark: &Remark) -> String {
    let colour = match remark.gravity {
        Gravity::Error => AnsiColor::Red,
        Gravity::Warning => AnsiColor::Yellow,
        Gravity::Looser => AnsiColor::Magenta,
    };
    let style = Style::new().fg_color(Some(colour.into())).bold();
    titled(&format!("{style}{}{style:#}", remark.gravity.name()), &remark.problem)
}

/// A document on a policy.
#[derive(Debug, Serialize)]
struct Document<'d> {
    schema: &'static str,
    files: &'d [String],
    remarks: Vec<Entry<'d>>,
}

#[derive(Debug, Serialize)]
struct Entry<'d> {
    gravity: &'static str,
    code: &'static str,
    message: &'d str,
    help: Option<&'d str>,
    file: Option<&'d str>,
    line: Option<u32>,
    column: Option<u32>,
}

/// Renders remarks as a JSON document that ends with a line break.
pub fn render_json(files: &[String], remarks: &[Remark]) -> String {
    let entries = remarks.iter().map(entry).collect();
    let document = Document { schema: "applygate/policy/v1", files, remarks: entries };
    // These structures hold strings and numbers only, which always serialise.
    let mut text = escape::json(&serde_json::to_string_pretty(&document).unwrap_or_default());
    text.push('\n');
    text
}

fn entry(remark: &Remark) -> Entry<'_> {
    let Remark { gravity, problem } = remark;
    let place = problem.place.as_ref();
    Entry {
        gravity: gravity.name(),
        code: problem.code.name(),
        message: &problem.message,
        help: problem.help.as_deref(),
        file: place.map(|place| place.file.as_str()),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
    }
}
