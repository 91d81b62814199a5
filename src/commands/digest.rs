//! `applygate digest`: what a plan would do, as a digest, and what differs between two.

use std::collections::BTreeMap;
use std::path::Path;

use super::cli::Digest;
use super::{Status, input, output};
use crate::problem::{Code, Problem};
use crate::report::{digest, error};
use crate::risk::digest::{Builder, ChangeDigest, DigestKey};

/// Runs the command.
pub(super) fn run(arguments: &Digest) -> Status {
    match printed(arguments) {
        Ok(true) => Status::Allow,
        // What was approved is not what this is: that holds.
        Ok(false) => Status::Hold,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

fn printed(arguments: &Digest) -> Result<bool, Problem> {
    let key = key()?;
    let one = of(&arguments.plan, key.as_ref())?;
    let Some(other) = &arguments.compare else {
        output::human(&digest::render(&one))?;
        return Ok(true);
    };
    let other = of(other, key.as_ref())?;
    let differing = differing(&one, &other);
    output::human(&digest::compared(&one, &other, &differing))?;
    Ok(one.text == other.text)
}

fn of(path: &Path, key: Option<&DigestKey>) -> Result<ChangeDigest, Problem> {
    let plan = input::read(path, None)?.plan;
    let mut builder = Builder::new(key);
    for head in &plan.changes {
        builder.change(head, &head.change()?);
    }
    builder.rest(&plan)?;
    Ok(builder.digest())
}

/// Returns the subjects whose hashes differ, or that only one of two digests has.
fn differing(one: &ChangeDigest, other: &ChangeDigest) -> Vec<String> {
    let of = |digest: &ChangeDigest| -> BTreeMap<String, String> {
        digest.parts.iter().map(|part| (part.subject.clone(), part.hash.clone())).collect()
    };
    let (one, other) = (of(one), of(other));
    let mut subjects: Vec<String> = one.keys().chain(other.keys()).cloned().collect();
    subjects.sort();
    subjects.dedup();
    subjects.retain(|subject| one.get(subject) != other.get(subject));
    subjects
}

/// Returns the key that the environment names.
pub(super) fn key() -> Result<Option<DigestKey>, Problem> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, at the edge")]
    match std::env::var("APPLYGATE_DIGEST_KEY") {
        Ok(text) if text.is_empty() => Ok(None),
        Ok(text) => DigestKey::new(&text).map(Some),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            let problem = Problem::new(Code::PolicyInvalid, "`APPLYGATE_DIGEST_KEY` is not text");
            Err(problem.help("make it with `openssl rand -hex 32`"))
        }
    }
}
