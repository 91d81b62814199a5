//! Whole commands, as a user runs them: the console blocks of the README and of `tests/cmd`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

#[test]
fn commands_print_what_their_pages_show() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "0")
        .env("APPLYGATE_DIGEST_KEY", "")
        .case("README.md")
        .case("tests/cmd/*.md");
}
