//! How much applygate can be relied on, by what is proven.

use super::catalog::Side;
use super::{Check, State};

/// A level of assurance. Each needs all that the lower ones need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It speaks, and whoever may write can have it say something else.
    Advisory,
    /// Nobody merges or applies against it but administrators.
    Enforced,
    /// Administrators of the repository cannot either.
    Strong,
}

impl Level {
    /// All levels, the lowest first.
    pub const ALL: [Level; 3] = [Level::Advisory, Level::Enforced, Level::Strong];

    /// Returns the stable name.
    pub fn name(self) -> &'static str {
        match self {
            Level::Advisory => "L1",
            Level::Enforced => "L2",
            Level::Strong => "L3",
        }
    }

    /// Returns the level in a word.
    pub fn word(self) -> &'static str {
        match self {
            Level::Advisory => "advisory",
            Level::Enforced => "enforced",
            Level::Strong => "strong",
        }
    }

    /// Returns who can still get round applygate at this level.
    pub fn residual(self) -> &'static str {
        match self {
            Level::Advisory => {
                "whoever may write to the repository can change the workflow, or write the same check himself"
            }
            Level::Enforced => {
                "administrators of the repository can get round it, and what plans runs code of the branch with the right to read"
            }
            Level::Strong => {
                "owners of the organisation, GitHub itself and the console of the cloud can get round it"
            }
        }
    }

    /// Returns the highest level of which everything is proven; none without the first.
    pub(super) fn proven(checks: &[Check]) -> Option<Level> {
        let holds = |level: Level| {
            let mut needed = checks.iter().filter(|check| check.entry.level == Some(level)).peekable();
            needed.peek().is_some() && needed.all(|check| check.state == State::Ok)
        };
        Level::ALL.into_iter().take_while(|level| holds(*level)).last()
    }
}

/// What cannot be seen from here, and decides all the same.
pub static YOURS: [(Side, &str); 10] = [
    (
        Side::Github,
        "who administers the repository and the organisation, and that none of them approves alone",
    ),
    (Side::Github, "who can read the private key of the GitHub App, and that no other program uses it"),
    (
        Side::Workflows,
        "that the workflows of this checkout are those of the base branch: they are read from here",
    ),
    (
        Side::Workflows,
        "what the secrets may do that a job which plans is given: code of the branch can read them",
    ),
    (
        Side::Workflows,
        "that the role in the cloud trusts the environment and the workflow alone, and that nothing else may apply",
    ),
    (Side::Workflows, "that records of what was applied are kept where nobody can rewrite them"),
    (
        Side::Atlantis,
        "who holds the machine of Atlantis, and that what was given here is what its server runs with",
    ),
    (
        Side::Atlantis,
        "that the binary of applygate and the server's configuration belong to root: plans run code as the user of Atlantis",
    ),
    (
        Side::Atlantis,
        "that code which Atlantis plans cannot read the key of the App: keep it out of the server's environment, and let a workflow review",
    ),
    (Side::Atlantis, "that Atlantis has a webhook secret, and its web pages a password"),
];
