//! What a level rests on, and what of it may be told.

use crate::plan::change::Change;
use crate::policy::{Risk, TypeFacts};
use crate::risk::confidence::Confidence;
use crate::risk::difference::{self, Difference};
use crate::risk::extent::Judged;
use crate::risk::finding::Finding;
use crate::risk::guard::GuardState;
use crate::risk::shown::Discretion;

/// Returns a path down to where it turns sensitive: the keys of a sensitive map are as secret as its values.
pub(super) fn shown_path(path: &str, body: &Change<'_>) -> String {
    let (mut before, mut after) = (body.before(), body.after());
    let mut shown: Vec<&str> = Vec::new();
    for step in path.split('.') {
        if !shown.is_empty() && (!body.marked || before.is_sensitive() || after.is_sensitive()) {
            break;
        }
        shown.push(step);
        (before, after) = match step.parse() {
            Ok(position) => (before.at(position), after.at(position)),
            Err(_) => (before.get(step), after.get(step)),
        };
    }
    shown.join(".")
}

/// Leaves as evidence what is there on either side, and takes out of the messages what must not be told.
pub(super) fn evidence(findings: &mut [Finding], body: &Change<'_>, discretion: &Discretion<'_>) {
    let sides = [body.before(), body.after()];
    for finding in findings {
        finding.paths.retain(|path| sides.iter().any(|side| difference::exists(*side, path)));
        finding.message = discretion.message(std::mem::take(&mut finding.message));
    }
}

/// Returns what a new object has where rules that fired on it looked: the port that it opens.
pub(super) fn named(findings: &[Finding], body: &Change<'_>, discretion: &Discretion<'_>) -> Vec<Difference> {
    let risky = findings.iter().filter(|finding| finding.risk >= Risk::Medium || finding.prohibits);
    let paths: Vec<String> = risky.flat_map(|finding| finding.paths.iter().cloned()).collect();
    difference::named(body, &paths, discretion)
}

/// Returns how sure a level is: no surer than the least sure thing that it rests on.
pub(super) fn confidence(
    facts: &TypeFacts,
    judged: Option<&Judged>,
    guard: Option<GuardState>,
    findings: &[Finding],
) -> Confidence {
    let unknown = judged.is_some_and(|judged| judged.unknown) || guard == Some(GuardState::Unassessable);
    let own = match (unknown, facts.inferred) {
        (true, _) => Confidence::Unknown,
        (false, true) => Confidence::Inferred,
        (false, false) => Confidence::Exact,
    };
    findings.iter().map(|finding| finding.confidence).fold(own, Confidence::max)
}
