//! Pages that are generated from the code are what the code says.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and reads its switch from the environment"
)]

#[path = "documentation/usage.rs"]
mod usage;

use std::fs;
use std::path::Path;

use applygate::doctor::documentation;
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

#[test]
fn the_page_on_the_policy_file_is_fresh() {
    let page = format!(
        "# The policy file\n\n\
         `applygate.hcl` says what an organisation demands. It is read from the base branch, so that nobody changes the \
         policy that a change of his own is judged by. This page is generated from what the reader reads.\n\n\
         It stands at the top of the repository as `applygate.hcl` or `.applygate.hcl`, or as the files \
         `.applygate/*.hcl` together; in more than one of these places it is an error. It is literal HCL: no functions, no \
         variables, no `${{}}`. Names are `a-z`, `0-9`, `-` and `_`. A length of time is a whole number with `s`, `m`, `h` or \
         `d`. A pattern for paths takes `*` within a part and `**` for any parts. `applygate policy lint` says what is wrong \
         with it, and `applygate init` writes one to begin with.\n\n\
         What ships with applygate always holds, and a policy adds to it: low risk demands nothing, medium one approval, \
         high and critical two approvals and a maintenance window, a change of a guardrail two approvals.\n\n{}",
        applygate::policy::organisation::page()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/policy.md");
    if std::env::var("APPLYGATE_WRITE_DOCS").is_ok() {
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "run APPLYGATE_WRITE_DOCS=1 cargo test --test documentation");
}

#[test]
fn the_page_on_the_doctor_is_fresh() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documentation/doctor.md"))
            .unwrap();
    let page = page
        .replace("{levels}", &documentation::levels())
        .replace("{checks}", documentation::checks().trim_end());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/doctor.md");
    if std::env::var("APPLYGATE_WRITE_DOCS").is_ok() {
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "run APPLYGATE_WRITE_DOCS=1 cargo test --test documentation");
}
