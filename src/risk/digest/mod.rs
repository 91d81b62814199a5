//! The change digest: what an approver binds to.
//!
//! A digest of what the plan would *do*, made only of what plan JSON and binary plan both hold: a plan made anew
//! with the same effect has the same digest, whatever its time stamp, the order of its keys and resources or the
//! version of the tool; another value, address, import, provisioner, provider configuration or deposed key gives
//! another one. There is a hash for each change, and one over the sorted list of them, so that it streams.
//!
//! Lists keep their order, although some of them are sets whose order means nothing: only the provider's schema tells
//! them apart, and the worst that comes of it is that somebody approves once more. Variables enter where a provider's
//! configuration or a provisioner reads them, and all of them where it reads a local value, which a plan does not
//! resolve. What such an expression takes from a data source is not bound.
//!
//! A plain hash of a secret could be guessed, so sensitive values enter by a keyed hash, or not at all; a digest
//! says which, and names its key.

mod canonical;
mod configuration;

use hmac::{KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::plan::change::{Change, ResourceChange};
use crate::plan::view::View;
use crate::plan::{Invocation, OutputChange, Plan};
use crate::problem::{Code, Problem};
use canonical::Canonical;

/// The least length of a key in bytes: a shorter one could be guessed along with the secrets.
const LEAST_KEY: usize = 16;

/// The version of the digest, at its beginning.
const VERSION: &str = "ag1";

/// The secret that lets sensitive values be part of a digest.
#[derive(Clone)]
pub struct DigestKey {
    bytes: Box<[u8]>,
    id: String,
}

impl std::fmt::Debug for DigestKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DigestKey").field("id", &self.id).finish_non_exhaustive()
    }
}

impl DigestKey {
    /// Creates a key from its text.
    ///
    /// # Errors
    ///
    /// A key of less than 16 bytes.
    pub fn new(text: &str) -> Result<DigestKey, Problem> {
        let bytes = text.trim().as_bytes();
        if bytes.len() < LEAST_KEY {
            let message = format!("the digest key has {} bytes", bytes.len());
            return Err(Problem::new(Code::PolicyInvalid, message).help(format!(
                "use at least {LEAST_KEY} random bytes, as `openssl rand -hex 32` makes them"
            )));
        }
        let id = hex(&Sha256::digest([b"applygate/digest-key/v1\n", bytes].concat()));
        Ok(DigestKey { bytes: bytes.into(), id: id.chars().take(8).collect() })
    }

    /// Returns the name of the key: it identifies it and says nothing of it.
    pub fn id(&self) -> &str {
        &self.id
    }

    fn seal(&self, content: &[u8]) -> Vec<u8> {
        match hmac::Hmac::<Sha256>::new_from_slice(&self.bytes) {
            Ok(mut seal) => {
                seal.update(content);
                seal.finalize().into_bytes().to_vec()
            }
            // A keyed hash takes keys of every length.
            Err(_) => Vec::new(),
        }
    }
}

/// The digest of a plan's effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeDigest {
    /// The digest with its version and the name of its key: `ag1-3f9a1c2b-...`, or `ag1-nokey-...`.
    pub text: String,
    /// True if sensitive values are part of it, or the plan has none.
    pub sensitive_bound: bool,
    /// The hash of every change, sorted by address: to say what differs between two plans.
    pub parts: Vec<Part>,
}

/// What one change adds to a digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The address, or the name of another part of the plan.
    pub subject: String,
    /// Its hash, in hexadecimal digits.
    pub hash: String,
}

/// A digest that is being made, one change after the other.
#[derive(Debug)]
pub struct Builder<'k> {
    key: Option<&'k DigestKey>,
    parts: Vec<Part>,
    unbound: bool,
}

impl<'k> Builder<'k> {
    /// Begins a digest.
    pub fn new(key: Option<&'k DigestKey>) -> Builder<'k> {
        Builder { key, parts: Vec::new(), unbound: false }
    }

    /// Adds a change. One that does nothing adds nothing.
    pub fn change(&mut self, head: &ResourceChange, body: &Change<'_>) {
        let mut text = self.canonical("change");
        // A plan of old, without marks, may hold a secret anywhere.
        let (before, after) = (secretive(body.before(), body.marked), secretive(body.after(), body.marked));
        write_head(&mut text, head);
        for path in &body.replace_paths {
            text.field("replace_path", path);
        }
        if head.operation == crate::plan::operation::Operation::Update {
            // What is the same on both sides is no part of the effect: it may be a time that moves by itself. The id is:
            // it says which object stands behind the address.
            text.name("id");
            text.side(before.get("id"));
            text.differing(before, after);
        } else {
            text.name("before");
            text.side(before);
            text.name("after");
            text.side(after);
        }
        text.name("import");
        text.value(body.importing.as_ref());
        let subject = match &head.deposed {
            Some(key) => format!("{} (deposed {key})", head.address),
            None => head.address.clone(),
        };
        self.finish(subject, text);
    }

    /// Adds what else the plan would do: outputs, deferred changes, actions, and what the configuration runs.
    ///
    /// # Errors
    ///
    /// A configuration that cannot be read.
    pub fn rest(&mut self, plan: &Plan) -> Result<(), Problem> {
        let mut text = self.canonical("plan");
        text.field("complete", &format!("{:?}", plan.complete));
        text.field("errored", &format!("{:?}", plan.errored));
        for OutputChange { name, operation, sensitive, body } in &plan.outputs {
            text.field("output", name);
            text.field("operation", operation.name());
            text.field("sensitive", if *sensitive { "true" } else { "false" });
            if !body.is_empty() {
                // Other configurations read outputs: another value may be another effect there.
                let body = Change::parse(body, name)?;
                text.side(secretive(body.before(), body.marked));
                text.side(secretive(body.after(), body.marked));
            }
        }
        for Invocation { address, kind, trigger, event, deferred } in &plan.invocations {
            text.field("action", address);
            text.field("kind", kind);
            text.field("trigger", trigger.as_deref().unwrap_or_default());
            text.field("event", event.as_deref().unwrap_or_default());
            text.field("deferred", if *deferred { "true" } else { "false" });
        }
        for deferred in &plan.deferred {
            text.field("deferred", &deferred.reason);
            write_head(&mut text, &deferred.change);
        }
        self.finish("the rest of the plan".to_owned(), text);
        if let Some(raw) = &plan.configuration {
            let mut text = self.canonical("configuration");
            configuration::write(&mut text, raw, plan)?;
            self.finish("the configuration of what changes".to_owned(), text);
        }
        Ok(())
    }

    /// Ends the digest.
    pub fn digest(mut self) -> ChangeDigest {
        self.parts.sort();
        let mut whole = Sha256::new();
        whole.update(format!("applygate/change/v1\n{}\n", self.parts.len()));
        for part in &self.parts {
            whole.update(&part.hash);
            whole.update("\n");
        }
        let key = self.key.map_or("nokey", DigestKey::id);
        ChangeDigest {
            text: format!("{VERSION}-{key}-{}", hex(&whole.finalize())),
            sensitive_bound: !self.unbound,
            parts: self.parts,
        }
    }

    fn canonical(&self, what: &str) -> Canonical<'k> {
        let mut text = Canonical::new(self.key);
        text.field("part", what);
        text
    }

    fn finish(&mut self, subject: String, text: Canonical<'_>) {
        let (bytes, unbound) = text.into_parts();
        self.unbound |= unbound;
        self.parts.push(Part { subject, hash: hex(&Sha256::digest(&bytes)) });
    }
}

/// Returns a side with everything taken for sensitive where the plan has no marks.
fn secretive(side: View<'_>, marked: bool) -> View<'_> {
    if marked { side } else { side.all_sensitive() }
}

fn write_head(text: &mut Canonical<'_>, head: &ResourceChange) {
    text.field("address", &head.address);
    text.field("previous", head.previous_address.as_deref().unwrap_or_default());
    text.field("deposed", head.deposed.as_deref().unwrap_or_default());
    text.field("mode", head.mode.name());
    text.field("type", &head.kind);
    text.field("provider", &head.provider);
    text.field("operation", head.operation.name());
    text.field("order", head.order.map_or("", |order| order.name()));
    text.field("reason", head.reason.as_deref().unwrap_or_default());
    text.field("importing", if head.importing { "true" } else { "false" });
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
