//! Lifecycle rules written as blocks: S3 and Google Cloud Storage.

use super::super::fields::{self, Field};
use super::period::Expiry;
use crate::plan::view::View;

/// `aws_s3_bucket_lifecycle_configuration`.
pub(super) fn s3_configuration(view: View<'_>) -> Option<Vec<Expiry>> {
    let mut expiries = Vec::new();
    for rule in fields::blocks(view.get("rule"))? {
        let enabled = fields::text(rule.get("status"));
        if matches!(enabled, Field::Known(status) if !status.eq_ignore_ascii_case("enabled")) {
            continue;
        }
        let mut scope = Expiry { doubtful: enabled.is_unknown(), ..Expiry::default() };
        // The prefix of the rule itself is the older spelling of the filter's.
        narrow(&mut scope, rule);
        for filter in fields::blocks(rule.get("filter"))? {
            narrow(&mut scope, filter);
            for and in fields::blocks(filter.get("and"))? {
                narrow(&mut scope, and);
            }
        }
        expiries.extend(s3(rule, &scope, "noncurrent_days")?);
    }
    Some(expiries)
}

/// `aws_s3_bucket.lifecycle_rule`, from before lifecycle had a resource of its own.
pub(super) fn s3_bucket(view: View<'_>) -> Option<Vec<Expiry>> {
    let mut expiries = Vec::new();
    for rule in fields::blocks(view.get("lifecycle_rule"))? {
        let enabled = fields::truth(rule.get("enabled"));
        if enabled == Field::Known(false) {
            continue;
        }
        let mut scope = Expiry { doubtful: enabled.is_unknown(), ..Expiry::default() };
        narrow(&mut scope, rule);
        expiries.extend(s3(rule, &scope, "days")?);
    }
    Some(expiries)
}

/// Reads what expires by a rule of S3. Uploads that were never completed hold no object and do not count.
fn s3(rule: View<'_>, scope: &Expiry, noncurrent_days: &str) -> Option<Vec<Expiry>> {
    let mut expiries = Vec::new();
    for block in fields::blocks(rule.get("expiration"))? {
        let (days, date) = (fields::number(block.get("days")), fields::text(block.get("date")));
        let mut expiry = Expiry { subject: "current".to_owned(), ..scope.clone() };
        expiry.unknown |= days.is_unknown() || date.is_unknown();
        match (days.known().filter(|days| *days > 0), date.known()) {
            (Some(days), _) => {
                expiry.reach.insert("days", days);
            }
            (None, Some(date)) => expiry.from = Some(date.to_owned()),
            // Only markers of deletion, under which nothing is left, expire.
            (None, None) if !expiry.unknown => continue,
            (None, None) => expiry.doubtful = true,
        }
        expiries.push(expiry);
    }
    for block in fields::blocks(rule.get("noncurrent_version_expiration"))? {
        let mut expiry = Expiry { subject: "noncurrent".to_owned(), ..scope.clone() };
        for (name, attribute) in [("days", noncurrent_days), ("newer", "newer_noncurrent_versions")] {
            let number = fields::number(block.get(attribute));
            expiry.unknown |= number.is_unknown();
            expiry.reach.extend(number.known().map(|number| (name, number)));
        }
        expiries.push(expiry);
    }
    Some(expiries)
}

/// Narrows a scope by what a filter says: prefix, tags and sizes must all match.
fn narrow(scope: &mut Expiry, filter: View<'_>) {
    let prefix = fields::text(filter.get("prefix"));
    scope.unknown |= prefix.is_unknown();
    scope.with_prefixes(prefix.known());
    for (bounds, name) in
        [(&mut scope.reach, "object_size_greater_than"), (&mut scope.below, "object_size_less_than")]
    {
        let number = fields::number(filter.get(name));
        scope.unknown |= number.is_unknown();
        bounds.extend(number.known().filter(|number| *number > 0).map(|number| (name, number)));
    }
    // One block `tag { key, value }`, or a map.
    let tags = filter.get("tags");
    scope.unknown |= tags.holds_unknown() || filter.get("tag").holds_unknown();
    for key in tags.keys() {
        let value = fields::text(tags.get(key)).known().unwrap_or_default();
        scope.marks.insert(format!("{key}={value}"));
    }
    for tag in fields::blocks(filter.get("tag")).unwrap_or_default() {
        let part = |name| fields::text(tag.get(name)).known().unwrap_or_default();
        scope.marks.insert(format!("{}={}", part("key"), part("value")));
    }
}

/// `google_storage_bucket.lifecycle_rule` with the action `Delete`. All conditions must hold.
pub(super) fn google(view: View<'_>) -> Option<Vec<Expiry>> {
    let mut expiries = Vec::new();
    for rule in fields::blocks(view.get("lifecycle_rule"))? {
        let mut expiry = Expiry::of("object");
        let mut deletes = false;
        for action in fields::blocks(rule.get("action"))? {
            let kind = fields::text(action.get("type"));
            expiry.doubtful |= kind.is_unknown();
            deletes |= kind.is_unknown()
                || matches!(kind, Field::Known(kind) if kind.eq_ignore_ascii_case("delete"));
        }
        if !deletes {
            continue;
        }
        for condition in fields::blocks(rule.get("condition"))? {
            google_condition(&mut expiry, condition);
        }
        expiries.push(expiry);
    }
    Some(expiries)
}

fn google_condition(expiry: &mut Expiry, condition: View<'_>) {
    for name in ["age", "num_newer_versions", "days_since_noncurrent_time", "days_since_custom_time"] {
        let number = fields::number(condition.get(name));
        // The provider computes numbers that are left out; on update it knows them as 0.
        expiry.unknown |= number.is_unknown();
        expiry.reach.extend(number.known().filter(|number| *number > 0).map(|number| (name, number)));
    }
    for name in ["created_before", "noncurrent_time_before", "custom_time_before"] {
        let date = fields::text(condition.get(name));
        expiry.unknown |= date.is_unknown();
        expiry.made_before.extend(date.known().map(|date| (name, date.to_owned())));
    }
    let state = fields::text(condition.get("with_state"));
    if let Field::Known(state) = state
        && !state.eq_ignore_ascii_case("any")
    {
        expiry.one_of.insert("with_state", [state.to_ascii_uppercase()].into());
    }
    for name in ["matches_storage_class", "matches_suffix"] {
        let (values, unknown) = fields::texts(condition.get(name));
        expiry.unknown |= unknown;
        if !values.is_empty() {
            expiry.one_of.insert(name, values.into_iter().map(str::to_owned).collect());
        }
    }
    let (prefixes, unknown) = fields::texts(condition.get("matches_prefix"));
    expiry.unknown |= unknown || state.is_unknown();
    expiry.with_prefixes(prefixes);
}
