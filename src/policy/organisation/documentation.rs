//! The page on the policy file, made from what the reader reads.

use std::fmt::Write as _;

use super::file::FILE;
use crate::policy::source::decode::Kind;

/// Returns the blocks and attributes of a policy as Markdown.
pub fn page() -> String {
    let mut page = String::new();
    fields(&mut page, &FILE, "At the top");
    for kind in FILE.blocks {
        block(&mut page, kind, "", 2);
    }
    page
}

fn block(page: &mut String, kind: &Kind, within: &str, depth: usize) {
    let label = kind.label.map(|label| format!(" \"{label}\"")).unwrap_or_default();
    let path = if within.is_empty() { kind.name.to_owned() } else { format!("{within} › {}", kind.name) };
    let times = if kind.repeated { "any number of times" } else { "once" };
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "{} `{path}`\n\n```hcl\n{}{label} {{ ... }}\n```\n\n{} Written {times}.\n\n",
        "#".repeat(depth),
        kind.name,
        kind.about
    );
    table(page, kind);
    for inner in kind.blocks {
        block(page, inner, &path, depth + 1);
    }
}

fn fields(page: &mut String, kind: &Kind, title: &str) {
    let _ = write!(page, "## {title}\n\n");
    table(page, kind);
}

fn table(page: &mut String, kind: &Kind) {
    if kind.fields.is_empty() {
        return;
    }
    page.push_str("| attribute | form | meaning |\n|---|---|---|\n");
    for field in kind.fields {
        let required = if field.required { " **Has to be there.**" } else { "" };
        let _ = writeln!(page, "| `{}` | {} | {}{required} |", field.name, field.form, field.about);
    }
    page.push('\n');
}
