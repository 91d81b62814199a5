//! Names that a policy gives to its own blocks, and those of people.

use super::decode::{Block, Source};

/// Reads the label of a block that is a name: `[a-z0-9_-]`, at most 64 of them.
pub fn read(source: &Source<'_>, block: &Block<'_>) -> Option<String> {
    let name = block.label(source)?;
    if is_name(name) {
        return Some(name.to_owned());
    }
    let shown: String = name.chars().take(64).collect();
    source.report(
        block.at,
        format!("`{shown}` is no name"),
        "write lower-case letters, digits, `-` and `_`, at most 64 of them",
    );
    None
}

/// Returns true if a text is a name that a block of a policy may have.
pub fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// Returns true if a text can be the login of a user or the name of an organisation: letters, digits and single
/// hyphens; `[bot]` may end the login of a robot, `_` is in those that an enterprise manages.
pub fn is_login(text: &str) -> bool {
    let name = text.strip_suffix("[bot]").unwrap_or(text);
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Returns true if a text can name a team: `organisation/team`.
pub fn is_team(text: &str) -> bool {
    let slug = |slug: &str| {
        (1..=255).contains(&slug.len())
            && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    text.split_once('/').is_some_and(|(organisation, team)| is_login(organisation) && slug(team))
}
