//! Which conditions keep a statement that names everyone from being public.
//!
//! A key limits only if its value says who may come and the caller cannot choose it: an organisation, an account, an
//! ARN, a network, a shared secret. `aws:PrincipalTag`, `aws:Referer`, `aws:UserAgent`, `aws:username` or
//! `aws:SecureTransport` do not: whoever wants in sets them. `kms:ViaService` does not either, since anyone can go
//! through a service; together with `kms:CallerAccount` it is that key which limits.
//!
//! And the operator must demand the key. A negated operator (`StringNotEquals`) holds for all the world but a few.
//! `...IfExists` and `ForAllValues:` hold where the key is missing from the request, as it is when someone from
//! elsewhere comes. `Null` only says that there is some value; but with `Null: false` for the same key the other two
//! do demand it.

use std::collections::BTreeSet;

use super::super::network::Addresses;
use super::condition::{Condition, Quantifier};
use super::pattern::Pattern;
use super::statement::{Statement, is_account};

/// How the value of a key says who may come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An account id.
    Account,
    /// An ARN.
    Arn,
    /// An id that the cloud makes up (`o-a1b2c3d4e5`, `vpce-0a1b...`), or a secret.
    Id,
    /// A path that begins with the id of an organisation.
    Path,
    /// Addresses.
    Address,
    /// `true`.
    Truth,
}

/// The keys, in lower case. The set is the one by which S3 decides whether a policy is public, with what other
/// services document for theirs.
const KEYS: &[(&str, Kind)] = &[
    ("aws:principalaccount", Kind::Account),
    ("aws:principalarn", Kind::Arn),
    ("aws:principalorgid", Kind::Id),
    ("aws:principalorgpaths", Kind::Path),
    ("aws:sourceaccount", Kind::Account),
    ("aws:sourcearn", Kind::Arn),
    ("aws:sourceip", Kind::Address),
    ("aws:sourceorgid", Kind::Id),
    ("aws:sourceorgpaths", Kind::Path),
    // The older name of aws:SourceAccount; the policy that SNS gives to every new topic uses it.
    ("aws:sourceowner", Kind::Account),
    ("aws:sourcevpc", Kind::Id),
    ("aws:sourcevpcarn", Kind::Arn),
    ("aws:sourcevpce", Kind::Id),
    ("aws:userid", Kind::Id),
    ("aws:vpceaccount", Kind::Account),
    ("aws:vpceorgid", Kind::Id),
    ("aws:vpceorgpaths", Kind::Path),
    ("aws:vpcsourceip", Kind::Address),
    // Only through a mount target, which stands in a VPC of the owner: in the policy that the EFS console writes.
    ("elasticfilesystem:accessedviamounttarget", Kind::Truth),
    ("kms:calleraccount", Kind::Account),
    ("s3:dataaccesspointaccount", Kind::Account),
    ("s3:dataaccesspointarn", Kind::Arn),
    ("sts:externalid", Kind::Id),
];

/// Returns true if the conditions of a statement limit who may use it.
pub fn limits(statement: &Statement) -> bool {
    let demanded = demanded(statement);
    statement.conditions.iter().any(|entry| {
        KEYS.iter()
            .any(|(key, kind)| *key == entry.key && demands(entry, &demanded) && confines(entry, *kind))
    })
}

/// Returns true if an entry has a positive operator and holds only where its key is there; `demanded` are the keys that
/// another entry demands.
pub(super) fn demands(entry: &Condition, demanded: &BTreeSet<&str>) -> bool {
    let positive = matches!(
        entry.operator.as_str(),
        "stringequals" | "stringequalsignorecase" | "stringlike" | "arnlike" | "ipaddress" | "bool"
    );
    let there = !entry.if_exists && entry.quantifier != Some(Quantifier::All);
    positive && (there || demanded.contains(entry.key.as_str()))
}

/// Returns the keys that `Null: {key: false}` demands.
pub(super) fn demanded(statement: &Statement) -> BTreeSet<&str> {
    let demanding = statement.conditions.iter().filter(|entry| {
        entry.operator == "null" && entry.quantifier.is_none() && entry.values.iter().eq(["false"])
    });
    demanding.map(|entry| entry.key.as_str()).collect()
}

/// Returns true if the values of an entry leave out the rest of the world: each of them must, for one is enough.
fn confines(entry: &Condition, kind: Kind) -> bool {
    let textual = entry.operator.starts_with("string") || entry.operator == "arnlike";
    let each = |confined: fn(&str) -> bool| {
        textual && !entry.values.is_empty() && entry.values.iter().all(|value| confined(value))
    };
    match kind {
        Kind::Account => each(|value| is_account(value) || is_own(value, "aws:resourceaccount")),
        Kind::Arn => each(is_confined_arn),
        Kind::Id => each(|value| is_own(value, "aws:resourceorgid") || is_confined_id(value)),
        Kind::Path => each(|value| {
            is_own(value, "aws:resourceorgpaths")
                || value.split_once('/').is_some_and(|(organisation, _)| is_confined_id(organisation))
        }),
        Kind::Address if entry.operator == "ipaddress" => {
            Addresses::of_all(&entry.values).is_some_and(|set| !set.is_empty() && !set.is_world())
        }
        Kind::Address => each(|value| Addresses::of_all([value]).is_some_and(|set| !set.is_world())),
        Kind::Truth => entry.operator == "bool" && entry.values.iter().eq(["true"]),
    }
}

/// Returns true for a variable that the resource and not the caller fills: `${aws:ResourceAccount}` as the account of
/// the principal means "our own". Any other variable could be the caller's, as in
/// `aws:PrincipalAccount = ${aws:PrincipalAccount}`, which always holds.
fn is_own(value: &str, variable: &str) -> bool {
    value
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .is_some_and(|name| name.eq_ignore_ascii_case(variable))
}

/// Returns true if an ARN pattern stays within one account, or names one bucket, whose name nobody else can have.
///
/// With the account open, a name is no limit: anyone may call a role or a topic the same.
pub(super) fn is_confined_arn(value: &str) -> bool {
    let fields: Vec<&str> = value.splitn(6, ':').collect();
    let [arn, _, service, _, account, resource] = fields.as_slice() else { return false };
    if *arn != "arn" {
        return false;
    }
    if is_account(account) || is_own(account, "aws:resourceaccount") {
        return true;
    }
    let bucket = resource.split_once('/').map_or(*resource, |(bucket, _)| bucket);
    *service == "s3"
        && account.chars().all(|character| character == '*')
        && !bucket.is_empty()
        && !bucket.contains(['*', '?', '$'])
}

/// Returns true if an id is there before the first wildcard, and not just the prefix that all such ids share.
fn is_confined_id(value: &str) -> bool {
    // Shorter than the unique part of any id: `o-` and ten characters, `vpce-` and eight or seventeen.
    const UNIQUE: usize = 5;
    if Pattern::new(value, true).variables().next().is_some() {
        return false;
    }
    let wild = value.find(['*', '?']);
    let fixed = wild.and_then(|at| value.get(..at)).unwrap_or(value);
    let unique = ["o-", "vpc-", "vpce-", "aroa", "aida"].into_iter().fold(fixed, |rest, prefix| {
        match rest.get(..prefix.len()) {
            Some(start) if start.eq_ignore_ascii_case(prefix) => rest.get(prefix.len()..).unwrap_or_default(),
            _ => rest,
        }
    });
    // An external id may be as short as two characters, and is exact or no limit at all.
    if wild.is_none() { !unique.is_empty() } else { unique.len() >= UNIQUE }
}
