//! Pages that are generated from the code are what the code says.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and reads its switch from the environment"
)]

use std::fs;
use std::path::Path;

use applygate::policy::source::{functions, names};

/// `APPLYGATE_WRITE_DOCS=1 cargo test` writes the page anew.
#[test]
fn the_page_on_conditions_is_fresh() {
    let page = format!(
        "# The language of conditions\n\n\
         A rule's `when` is one expression, written as in Terraform's own `precondition`. This page is generated.\n\n\
         Unknown is a value: what depends on something that is decided during apply is unknown, unless the outcome is \
         the same whatever it will be. A condition that is unknown fires, marked *cannot tell*: it holds a change, and \
         never prohibits it. A condition that cannot be evaluated is an error.\n\n\
         A missing attribute, an attribute of null and an index beyond the end are null. A nested block that occurs once \
         is its own element: `before.settings.tier`. Path arguments step through all blocks on the way.\n\n\
         ## Names\n\n{}\n## Functions\n\n{}",
        names::table(),
        functions::table()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/conditions.md");
    if std::env::var("APPLYGATE_WRITE_DOCS").is_ok() {
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "run APPLYGATE_WRITE_DOCS=1 cargo test --test documentation");
}
