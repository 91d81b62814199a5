//! How much an update in place does: nothing, something mild, something ordinary, or something with a name.

use std::collections::BTreeSet;

use super::difference::{Difference, Judgement};
use super::matrix::Extent;
use crate::plan::change::Change;
use crate::plan::value::Value;
use crate::plan::view::{State, View};
use crate::policy::{Class, Policy, Posture, Risk, Truth, TypeFacts, Weakness};

/// Attributes that only label a thing.
const LABELS: [&str; 8] = [
    "annotations",
    "description",
    "effective_annotations",
    "effective_labels",
    "labels",
    "tags",
    "tags_all",
    "terraform_labels",
];

/// Types whose labels decide about access or reach: firewalls, admission and rights go by them.
const WORKING_LABELS: [&str; 9] = [
    "digitalocean_droplet",
    "google_compute_instance",
    "google_compute_instance_template",
    "hcloud_server",
    "kubernetes_annotations",
    "kubernetes_labels",
    "rabbitmq_user",
    "tailscale_device_tags",
    "vsphere_virtual_machine",
];

/// How much an update does, and why, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) extent: Extent,
    pub(super) why: String,
    /// It depends on a value that is decided during apply.
    pub(super) unknown: bool,
}

/// Judges an update; `configured` says whether the configuration sets an attribute.
pub(super) fn judge(
    kind: &str,
    facts: &TypeFacts,
    body: &Change<'_>,
    differences: &[Difference],
    policy: &Policy,
    configured: impl Fn(&str) -> bool,
) -> Judged {
    let (before, after) = (body.before(), body.after());
    let object = |side: View<'_>| matches!(side.state(), State::Known(Value::Object(_)));
    if !object(before) || !object(after) {
        return Judged {
            extent: Extent::Plain,
            why: "one side of the update is not in the plan".to_owned(),
            unknown: true,
        };
    }
    let counting: Vec<&Difference> =
        differences.iter().filter(|difference| counts(difference, before, &configured)).collect();
    if counting.is_empty() {
        let why = if differences.is_empty() {
            "no value differs"
        } else {
            "only the order or the spelling, or values that the provider computes, differ"
        };
        return Judged { extent: Extent::Nothing, why: why.to_owned(), unknown: false };
    }
    // A value that the provider computes anew is unknown on every update: only what somebody set may count.
    let set = |attribute: &str| is_set_by_someone(attribute, before, &configured);
    let benign = benign_attributes(kind, facts.class, before, after, policy);
    if let Some(found) = worst(kind, facts, before, after, policy, &benign, &set) {
        return found;
    }
    // Rights are granted by tags of users and roles, too.
    let working = WORKING_LABELS.contains(&kind) || facts.class == Class::Identity;
    let labels = |difference: &&Difference| {
        let attribute = difference.attribute();
        LABELS.contains(&attribute) && (!working || attribute == "description")
    };
    if working
        && counting.iter().any(|difference| LABELS.contains(&difference.attribute()) && !labels(difference))
    {
        return Judged {
            extent: Extent::Facet(Risk::Medium),
            why: format!("changes labels that access or reach go by: {}", names(&counting)),
            unknown: false,
        };
    }
    if counting.iter().all(labels) {
        return Judged { extent: Extent::Mild, why: "only labels differ".to_owned(), unknown: false };
    }
    let mild = |difference: &&Difference| {
        labels(difference) || benign.iter().any(|path| covers(path, &difference.attribute_path()))
    };
    if counting.iter().all(mild) {
        let names = names(&counting);
        return Judged {
            extent: Extent::Mild,
            why: format!("only makes it safer or larger: {names}"),
            unknown: false,
        };
    }
    let unknown = counting.iter().any(|difference| difference.judged == Judgement::KnownAfterApply);
    Judged { extent: Extent::Plain, why: format!("changes {}", names(&counting)), unknown }
}

/// Returns true for a difference that somebody asked for.
fn counts(difference: &Difference, before: View<'_>, configured: impl Fn(&str) -> bool) -> bool {
    match difference.judged {
        Judgement::KnownAfterApply => is_set_by_someone(difference.attribute(), before, &configured),
        judged => !judged.means_the_same(),
    }
}

/// Returns true unless only the provider can have computed an attribute.
///
/// Blocks may come from `dynamic` blocks, of which the plan's configuration does not tell, so they always count.
fn is_set_by_someone(attribute: &str, before: View<'_>, configured: impl Fn(&str) -> bool) -> bool {
    configured(attribute) || matches!(before.get(attribute).known(), Some(Value::List(_) | Value::Object(_)))
}

/// Returns the worst that an update shows by facet or by an attribute that weakens the type.
fn worst(
    kind: &str,
    facts: &TypeFacts,
    before: View<'_>,
    after: View<'_>,
    policy: &Policy,
    benign: &BTreeSet<String>,
    set: &dyn Fn(&str) -> bool,
) -> Option<Judged> {
    let mut worst: Option<(Risk, String, Truth)> = None;
    let mut consider = |risk: Risk, why: String, truth: Truth| {
        if worst.as_ref().is_none_or(|(highest, _, _)| risk > *highest) {
            worst = Some((risk, why, truth));
        }
    };
    for (facet, path, truth) in policy.facets_shown(kind, facts.class, before, after) {
        if let Some(risk) = facet.risk.filter(|_| truth.is_true() || set(path.first())) {
            consider(risk, format!("the update {} ({path})", facet.title), truth);
        }
    }
    // A facet knows more of an attribute than its type does, such as that 0 days may mean for ever.
    for weakness in facts.weakens.iter().filter(|weakness| !benign.contains(weakness.path.as_str())) {
        let truth = weakness.weakened(before, after);
        let sure = truth.is_true() || set(weakness.path.first());
        if let Some(risk) = weakening(weakness).filter(|_| truth.is_possible() && sure) {
            consider(risk, format!("the update weakens `{}`", weakness.path), truth);
        }
    }
    let (risk, why, truth) = worst?;
    let unknown = truth == Truth::Unknown;
    let why = if unknown { format!("{why}, as far as can be told before apply") } else { why };
    Some(Judged { extent: Extent::Facet(risk), why, unknown })
}

/// Returns how far an update that weakens an attribute of its type goes, where no facet says more.
fn weakening(weakness: &Weakness) -> Option<Risk> {
    match weakness.posture {
        // Any change of an attribute worth watching is an ordinary update, and whether a statement of a policy
        // document was gained or lost is for the rules to say.
        Posture::PolicyDiff | Posture::Stable => None,
        Posture::NotLowered => Some(Risk::Medium),
        Posture::Keeps(_) => Some(Risk::High),
    }
}

/// Returns the attributes that change for the better.
fn benign_attributes(
    kind: &str,
    class: Class,
    before: View<'_>,
    after: View<'_>,
    policy: &Policy,
) -> BTreeSet<String> {
    let shown = policy.facets_shown(kind, class, before, after).into_iter();
    let benign = shown.filter(|(facet, _, truth)| facet.benign && truth.is_true());
    benign.map(|(_, path, _)| path.to_string()).collect()
}

/// Returns true if `path` is `named` or below it.
fn covers(named: &str, path: &str) -> bool {
    path.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Returns the attributes that differ, at most five of them by name.
fn names(differences: &[&Difference]) -> String {
    let mut names: Vec<&str> = differences.iter().map(|difference| difference.attribute()).collect();
    names.dedup();
    let more = names.len().saturating_sub(5);
    names.truncate(5);
    let listed = names.join(", ");
    if more > 0 { format!("{listed} and {more} more") } else { listed }
}
