//! `group`: people under one name.

use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::name;
use crate::problem::Place;

/// People under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// Its members by login.
    pub users: Vec<String>,
    /// The teams whose members are members: `organisation/team`.
    pub teams: Vec<String>,
}

pub(super) const GROUP: Kind = Kind {
    name: "group",
    label: Some("NAME"),
    what: "a group",
    about: "People under one name, for `from` of a demand. A group of teams is read from GitHub when approvals are counted; \
            that needs a token that may read teams.",
    fields: &[
        Field::optional("users", "a list of logins", "Members by login."),
        Field::optional("teams", "a list of `ORGANISATION/TEAM`", "Teams whose members are members."),
    ],
    blocks: &[],
    repeated: true,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>) -> Option<Group> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &GROUP);
    let users = section.parsed("users", login, "login", "write the name of an account without `@`");
    let teams = section.parsed("teams", team, "team", "write `organisation/team`");
    if section.value("users").is_none() && section.value("teams").is_none() {
        source.report(block.at, "the group has no members", "write `users`, `teams` or both");
    }
    Some(Group { name: name?, place: source.place(block.at), users, teams })
}

pub(super) fn login(text: &str) -> Result<String, String> {
    if text.starts_with('@') {
        return Err("it begins with `@`".to_owned());
    }
    if text.contains('/') {
        return Err("it is the name of a team".to_owned());
    }
    if name::is_login(text) { Ok(text.to_owned()) } else { Err("no account can be called that".to_owned()) }
}

fn team(text: &str) -> Result<String, String> {
    if text.starts_with('@') {
        return Err("it begins with `@`".to_owned());
    }
    if name::is_team(text) { Ok(text.to_owned()) } else { Err("it is not `organisation/team`".to_owned()) }
}
