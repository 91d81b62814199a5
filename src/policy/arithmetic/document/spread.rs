//! How far a resource pattern reaches.

use super::pattern::Pattern;
use super::statement::is_account;

/// The partitions of AWS; an ARN begins with the one it belongs to.
const PARTITIONS: [&str; 3] = ["aws", "aws-cn", "aws-us-gov"];

/// Returns true if the pattern matches every resource: `*`, `arn:aws:*`, or every resource of an account.
///
/// `arn:aws:*:*:123456789012:*` counts: it leaves out little more than buckets, and holds all that an administrator
/// needs to reach those as well.
pub(super) fn is_everything(resource: &Pattern) -> bool {
    reaches(resource, "*", None)
}

/// Returns true if the pattern matches every resource of a service, in some account at least.
pub(super) fn spans_service(resource: &Pattern, service: &str) -> bool {
    is_everything(resource) || reaches(resource, service, None)
}

/// Returns true if the pattern matches every resource of one kind (`role/*`), in some account at least.
pub(super) fn spans_kind(resource: &Pattern, service: &str, kind: &str) -> bool {
    spans_service(resource, service) || reaches(resource, service, Some(kind))
}

fn reaches(resource: &Pattern, service: &str, kind: Option<&str>) -> bool {
    if resource.is_all() {
        return true;
    }
    let kind = kind.map_or("*".to_owned(), |kind| format!("{kind}/*"));
    // Global services leave the region empty, S3 the account as well.
    let covers = |partition: &str| {
        ["*:*", ":*", ":"].iter().any(|place| {
            resource.covers(&Pattern::new(&format!("arn:{partition}:{service}:{place}:{kind}"), false))
        })
    };
    if PARTITIONS.into_iter().any(covers) {
        return true;
    }
    // With the account written out, or left empty as global services have it.
    let text = resource.to_string();
    let fields: Vec<&str> = text.splitn(6, ':').collect();
    let [_, _, own_service, region, account, rest] = fields.as_slice() else { return false };
    let stars = |field: &str| field.chars().all(|character| character == '*');
    let same = |pattern: &str, text: &str| Pattern::new(pattern, false).covers(&Pattern::new(text, false));
    same(own_service, service)
        && stars(region)
        && (stars(account) || is_account(account))
        && (same(rest, &kind) || (kind == "*" && *rest == "*/*"))
}
