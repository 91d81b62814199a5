//! A statement of a policy document in one canonical form.

use std::fmt;

use super::condition::Condition;
use super::pattern::Pattern;

/// What a statement does to the requests it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It allows them.
    Allow,
    /// It denies them, whatever allows them.
    Deny,
}

/// Which actions or resources a statement speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    /// The element is left out: a trust policy names no resource, since it is about the role itself.
    Implied,
    /// `Action` or `Resource`: what one of the patterns matches. Sorted, each once.
    Only(Vec<Pattern>),
    /// `NotAction` or `NotResource`: what none of the patterns matches. Sorted, each once.
    AllBut(Vec<Pattern>),
}

/// Whom a statement of a resource or trust policy speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Principals {
    /// The element is left out: in an identity policy it is whoever the policy is attached to.
    Implied,
    /// `Principal`: these. Sorted, each once.
    Only(Vec<Principal>),
    /// `NotPrincipal`: everyone else.
    AllBut(Vec<Principal>),
}

/// One principal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Principal {
    /// `"*"` or `{"AWS": "*"}`, which mean the same: anyone, anonymous requests included.
    Everyone,
    /// A whole account: its id, or the ARN of its root, which mean the same. The partition adds nothing, since no two
    /// partitions share an account id.
    Account(String),
    /// A role, user or session by its ARN, with its account where it names one.
    Arn {
        /// The account id.
        account: Option<String>,
        /// The ARN.
        text: String,
    },
    /// Anything else under `AWS`: the unique id of a principal that is gone, for instance.
    Aws(String),
    /// A service of the cloud, such as `ec2.amazonaws.com`.
    Service(String),
    /// An identity provider.
    Federated(String),
    /// An account by its S3 canonical user id.
    CanonicalUser(String),
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Statement {
    /// Allow or deny.
    pub effect: Effect,
    /// For whom.
    pub principals: Principals,
    /// What they do; in lower case, since actions are not case-sensitive.
    pub actions: Selection,
    /// To what.
    pub resources: Selection,
    /// Under which conditions, all of which must hold. Sorted.
    pub conditions: Vec<Condition>,
}

impl Principals {
    /// Returns how many are named.
    pub(super) fn len(&self) -> usize {
        match self {
            Principals::Implied => 0,
            Principals::Only(named) | Principals::AllBut(named) => named.len(),
        }
    }
}

impl Principal {
    /// Reads a principal under `AWS`.
    pub fn aws(text: &str) -> Principal {
        if text == "*" {
            return Principal::Everyone;
        }
        if is_account(text) {
            return Principal::Account(text.to_owned());
        }
        let fields: Vec<&str> = text.splitn(6, ':').collect();
        let [_, _, service, _, account, rest] = fields.as_slice() else {
            return Principal::Aws(text.to_owned());
        };
        // No service takes a wildcard for an account; if one did it would mean every account.
        if account.contains(['*', '?']) {
            return Principal::Everyone;
        }
        match is_account(account).then(|| (*account).to_owned()) {
            Some(account) if *service == "iam" && *rest == "root" => Principal::Account(account),
            account => Principal::Arn { account, text: text.to_owned() },
        }
    }

    /// Returns true if anyone at all can be this principal: `*`, under whichever kind.
    pub fn is_public(&self) -> bool {
        match self {
            Principal::Everyone => true,
            Principal::Service(name)
            | Principal::Federated(name)
            | Principal::CanonicalUser(name)
            | Principal::Aws(name) => Pattern::new(name, false).is_wildcards(),
            Principal::Account(_) | Principal::Arn { .. } => false,
        }
    }

    /// Returns the account it belongs to, if it names one.
    pub fn account(&self) -> Option<&str> {
        match self {
            Principal::Account(id) => Some(id),
            Principal::Arn { account, .. } => account.as_deref(),
            _ => None,
        }
    }

    /// Returns true if `other` is this principal or part of it. An account holds its roles and users: what is given to
    /// the account its administrators can give to each of them.
    pub fn covers(&self, other: &Principal) -> bool {
        match (self, other) {
            (Principal::Everyone, _) => true,
            (Principal::Account(own), Principal::Arn { account: Some(its), .. }) => own == its,
            _ => self == other,
        }
    }
}

/// Returns true for the twelve digits of an account id.
pub(super) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Principal::Everyone => "*",
            Principal::Account(text)
            | Principal::Arn { text, .. }
            | Principal::Aws(text)
            | Principal::Service(text)
            | Principal::Federated(text)
            | Principal::CanonicalUser(text) => text,
        })
    }
}
