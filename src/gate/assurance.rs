//! How much a verdict in the pull request proves by itself: whoever could have posted the same could have forged it.

use crate::facts::{AccountKind, Facts};

/// The account behind the token that GitHub gives to every workflow of every branch.
const WORKFLOWS: &str = "github-actions[bot]";

/// How much a published verdict can be relied on by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// `L1`: advice. Nothing more is ever claimed: what a repository enforces is not among the facts.
    pub level: &'static str,
    /// Why it is no more, and what would help.
    pub why: String,
}

impl Assurance {
    /// Returns it as a sentence without its end. Not escaped.
    pub fn text(&self) -> String {
        format!("assurance {}: {}", self.level, self.why)
    }
}

/// Judges the account that publishes: none if there is none, or if it is an App of its own.
pub(super) fn assurance(facts: &Facts) -> Option<Assurance> {
    let publisher = facts.publisher.as_ref()?;
    let who = if publisher.login.eq_ignore_ascii_case(WORKFLOWS) {
        "everybody who may write to the repository can post the same with a workflow of their own"
    } else if publisher.kind == AccountKind::Bot {
        return None;
    } else {
        "whoever has that account can post the same by hand"
    };
    let why = format!(
        "status and check are published by `{}`, and {who}, so they are advice; only a GitHub App of its own, required as \
         the source of the check, makes them more",
        publisher.login
    );
    Some(Assurance { level: "L1", why })
}

#[cfg(test)]
mod tests {
    use super::assurance;
    use crate::facts::{Account, AccountKind, Facts};

    #[test]
    fn only_an_app_of_its_own_is_more_than_advice() {
        for (login, kind, expected) in [
            ("github-actions[bot]", AccountKind::Bot, true),
            ("GitHub-Actions[bot]", AccountKind::Bot, true),
            ("root", AccountKind::User, true),
            ("acme", AccountKind::Organization, true),
            ("acme-gate[bot]", AccountKind::Bot, false),
        ] {
            let mut facts = Facts::unknown();
            facts.publisher = Some(Account { id: 1, login: login.to_owned(), kind });
            let found = assurance(&facts);
            assert_eq!(found.is_some(), expected, "{login}");
            assert!(found.is_none_or(|found| found.text().starts_with("assurance L1: ")));
        }
        assert_eq!(assurance(&Facts::unknown()), None, "nothing is published");
    }
}
