//! The approval digest: the change digest with its context, which is what an approver binds to.
//!
//! The same effect in another repository, on another base branch, in another directory, workspace or environment is
//! another change, so approvals cannot be carried from one to the other. The digest is SHA-256 over the line
//! `applygate/approval/v1`, then for each field, in the order of [`Context`] after the change digest, its name
//! and its content, each preceded by its length in bytes as eight bytes, the highest first. A field that is not known
//! is written as its name alone, with the length of the content given as all ones; a project that is not there is
//! not written at all.

use sha2::{Digest, Sha256};

/// What an approval digest begins with: its version.
pub const PREFIX: &str = "aa1-";

/// How many digits a person is asked to write.
const SHOWN: usize = 16;

/// Where a change belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context<'a> {
    /// The number of the repository, which stays when it is renamed.
    pub repository: u64,
    /// The base branch.
    pub base: &'a str,
    /// The directory of the root module.
    pub directory: Option<&'a str>,
    /// The workspace.
    pub workspace: Option<&'a str>,
    /// The environment; none if no block of the policy declares it.
    pub environment: Option<&'a str>,
    /// The name of the project, where several share directory and workspace.
    pub project: Option<&'a str>,
}

impl Context<'_> {
    /// Returns the context of a change that belongs nowhere: no approval is bound to it.
    pub fn unknown() -> Context<'static> {
        Context {
            repository: 0,
            base: "",
            directory: None,
            workspace: None,
            environment: None,
            project: None,
        }
    }
}

/// An approval digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct ApprovalDigest(String);

impl ApprovalDigest {
    /// Makes the digest of a change, given by the text of its change digest, in its context.
    pub fn new(change: &str, context: &Context<'_>) -> ApprovalDigest {
        let mut hash = Sha256::new();
        hash.update("applygate/approval/v1\n");
        let repository = context.repository.to_string();
        for (name, content) in [
            ("change", Some(change)),
            ("repository", Some(repository.as_str())),
            ("base", Some(context.base)),
            ("directory", context.directory),
            ("workspace", context.workspace),
            ("environment", context.environment),
        ]
        .into_iter()
        // A place without projects has the digest that it had before there were any.
        .chain(context.project.map(|name| ("project", Some(name))))
        {
            hash.update(length(name));
            hash.update(name);
            match content {
                Some(content) => {
                    hash.update(length(content));
                    hash.update(content);
                }
                None => hash.update(u64::MAX.to_be_bytes()),
            }
        }
        use std::fmt::Write;
        let text = hash.finalize().iter().fold(PREFIX.to_owned(), |mut text, byte| {
            // Writing into a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        ApprovalDigest(text)
    }

    /// Returns the whole text: `aa1-` and 64 hexadecimal digits.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Returns the digits alone.
    pub fn digits(&self) -> &str {
        self.0.strip_prefix(PREFIX).unwrap_or(&self.0)
    }

    /// Returns as many digits as a person is asked to write in `/applygate approve`.
    pub fn short(&self) -> &str {
        self.digits().get(..SHOWN).unwrap_or(self.digits())
    }
}

fn length(text: &str) -> [u8; 8] {
    u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::{ApprovalDigest, Context};

    const CONTEXT: Context<'static> = Context {
        repository: 77,
        base: "main",
        directory: Some("live/prod"),
        workspace: Some("default"),
        environment: Some("production"),
        project: None,
    };

    #[test]
    fn an_approval_digest_is_what_its_documentation_says() {
        // Made of the documented bytes by another program.
        let digest = ApprovalDigest::new("ag1-nokey-00", &CONTEXT);
        assert_eq!(digest.text(), "aa1-7f41e775804817571fe7a891b68d906a31184d13afacdf2645d7d197c6f04c64");
        assert_eq!(digest.digits().len(), 64);
        assert_eq!(digest.short(), &digest.digits()[..16]);
    }

    #[test]
    fn another_context_is_another_approval_digest() {
        let digest = |context: Context<'_>| ApprovalDigest::new("ag1-nokey-00", &context);
        let all = [
            digest(CONTEXT),
            ApprovalDigest::new("ag1-nokey-01", &CONTEXT),
            digest(Context { repository: 78, ..CONTEXT }),
            digest(Context { base: "release", ..CONTEXT }),
            digest(Context { directory: Some("live/stage"), ..CONTEXT }),
            digest(Context { directory: None, ..CONTEXT }),
            digest(Context { directory: Some(""), ..CONTEXT }),
            digest(Context { workspace: Some("blue"), ..CONTEXT }),
            digest(Context { environment: None, ..CONTEXT }),
            digest(Context { project: Some("eu"), ..CONTEXT }),
            digest(Context { project: Some(""), ..CONTEXT }),
            // What is moved from one field to the next is not the same.
            digest(Context { directory: Some("live/proddefault"), workspace: Some(""), ..CONTEXT }),
            digest(Context { directory: Some("live/pro"), workspace: Some("ddefault"), ..CONTEXT }),
        ];
        for (index, one) in all.iter().enumerate() {
            assert!(all[index + 1..].iter().all(|other| other != one), "{index}");
        }
    }
}
