//! What the changes of a plan are to each other, all relations together.

use std::collections::{BTreeMap, BTreeSet};

use super::goes::{Fate, Whole};
use super::object::{Object, is_related};
use super::{disarm, firewall, goes, guarding, moved, rename, shift};
use crate::plan::Plan;
use crate::plan::change::ResourceChange;
use crate::plan::operation::Operation;
use crate::policy::Catalog;
use crate::problem::Problem;
use crate::risk::guard::{self, Disarming, GuardState};
use crate::risk::shown::Discretion;

/// What kind of relation there is between two changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// What is destroyed here is created there: a rename that Terraform was not told of.
    RenamedTo,
    /// This instance of a list becomes what that one was.
    ShiftedFrom,
    /// This is part of that, which is destroyed too.
    GoesWith,
    /// This guards that, which is destroyed too.
    Guards,
    /// That update takes the guard of this object away, which stands in the state under both addresses.
    DisarmedBy,
}

impl RelationKind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            RelationKind::RenamedTo => "renamed-to",
            RelationKind::ShiftedFrom => "shifted-from",
            RelationKind::GoesWith => "goes-with",
            RelationKind::Guards => "guards",
            RelationKind::DisarmedBy => "disarmed-by",
        }
    }
}

/// How a change stands to another one of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// What kind of relation it is.
    pub kind: RelationKind,
    /// The address of the other one.
    pub address: String,
    /// What to write into the configuration, on several lines: the `moved` block of a rename.
    pub text: Option<String>,
}

/// What one change is to others of its plan.
#[derive(Debug, Clone, Default)]
pub(in crate::risk) struct Related {
    /// The address under which the same object is created, and the block that says so to Terraform.
    pub(in crate::risk) renamed_to: Option<(String, Option<String>)>,
    /// The address of the instance whose place this one takes.
    pub(in crate::risk) shifted_from: Option<String>,
    /// What is destroyed and takes this with it.
    pub(in crate::risk) goes_with: Option<Whole>,
    /// The addresses of what it guards and this plan destroys.
    pub(in crate::risk) guards: Vec<String>,
    /// The address of an update that switches a guard of the same object off.
    pub(in crate::risk) disarmed_by: Option<String>,
    /// All that the rule lets through is let through by another one afterwards.
    pub(in crate::risk) rule_moved: bool,
}

impl Related {
    /// Returns the relations that have another end, for people.
    pub(in crate::risk) fn list(&self) -> Vec<Relation> {
        let plain = |kind, address: &String| Relation { kind, address: address.clone(), text: None };
        let renamed = self.renamed_to.iter().map(|(address, text)| Relation {
            kind: RelationKind::RenamedTo,
            address: address.clone(),
            text: text.clone(),
        });
        let shifted = self.shifted_from.iter().map(|address| plain(RelationKind::ShiftedFrom, address));
        let whole = self.goes_with.iter().map(|whole| plain(RelationKind::GoesWith, &whole.address));
        let guards = self.guards.iter().map(|address| plain(RelationKind::Guards, address));
        let disarmed = self.disarmed_by.iter().map(|address| plain(RelationKind::DisarmedBy, address));
        renamed.chain(shifted).chain(whole).chain(guards).chain(disarmed).collect()
    }
}

/// Returns what the changes of a plan are to each other, by address; those that are nothing to any are left out.
/// `configures` says whether the configuration sets an attribute.
///
/// # Errors
///
/// A change that cannot be read.
pub(super) fn relate(
    plan: &Plan,
    catalog: &Catalog,
    configures: &dyn Fn(&ResourceChange, &str) -> bool,
) -> Result<BTreeMap<String, Related>, Problem> {
    let objects = objects(plan)?;
    let mut related: BTreeMap<usize, Related> = BTreeMap::new();
    let address = |at: usize| objects.get(at).map(|object| object.address().to_owned());

    for found in rename::renames(&objects, &|object, attribute| configures(object.head, attribute)) {
        let block = match (objects.get(found.from), objects.get(found.to)) {
            (Some(Object { place: Some(from), .. }), Some(Object { place: Some(to), .. })) => {
                Some(moved::block(from, to, found.other_name))
            }
            _ => None,
        };
        related.entry(found.from).or_default().renamed_to = address(found.to).map(|to| (to, block));
    }
    for (at, from) in shift::shifts(&objects) {
        related.entry(at).or_default().shifted_from = address(from);
    }
    let renamed: BTreeSet<usize> =
        related.iter().filter(|(_, one)| one.renamed_to.is_some()).map(|(at, _)| *at).collect();
    let fate = |at: usize, object: &Object<'_>| {
        if renamed.contains(&at) { Fate::Stays } else { fate(object, catalog) }
    };
    for (at, whole) in goes::parts(&objects, &fate) {
        related.entry(at).or_default().goes_with = Some(whole);
    }
    for (at, addresses) in guarding::guarded(&objects) {
        related.entry(at).or_default().guards = addresses;
    }
    for (at, by) in disarm::disarmed(&objects, &|update| disarms(update, catalog)) {
        related.entry(at).or_default().disarmed_by = Some(by);
    }
    for at in firewall::moved(&objects) {
        related.entry(at).or_default().rule_moved = true;
    }
    Ok(related.into_iter().filter_map(|(at, one)| Some((address(at)?, one))).collect())
}

/// Reads the changes that can be something to another one: what is destroyed, what else happens to its types, and the
/// rules of firewalls. A plan that destroys nothing has hardly any.
fn objects(plan: &Plan) -> Result<Vec<Object<'_>>, Problem> {
    let changes = || plan.changes.iter().filter(|head| is_related(head));
    let destroyed: BTreeSet<&str> =
        changes().filter(|head| head.destroys()).map(|head| head.kind.as_str()).collect();
    let wanted = |head: &&ResourceChange| {
        !matches!(head.operation, Operation::NoOp | Operation::Read)
            && (destroyed.contains(head.kind.as_str()) || firewall::is_firewall(&head.kind))
    };
    changes().filter(wanted).map(Object::read).collect()
}

/// Returns what becomes of an object that the plan deletes.
fn fate(object: &Object<'_>, catalog: &Catalog) -> Fate {
    let facts = catalog.facts(object.kind());
    let discretion = Discretion::of(object.kind(), &object.body);
    let (_, state) = guard::assess(&facts.guards, catalog.common_guards(), object.body.before(), &discretion);
    match state {
        GuardState::Recoverable | GuardState::Unguarded | GuardState::Unguardable => Fate::Gone,
        GuardState::WillFail => Fate::MayStay,
        GuardState::Kept | GuardState::Unassessable => Fate::Stays,
    }
}

/// Returns true if an update surely switches off what makes a deletion fail.
fn disarms(object: &Object<'_>, catalog: &Catalog) -> bool {
    let facts = catalog.facts(object.kind());
    let (before, after) = (object.body.before(), object.body.after());
    Disarming::of(&facts.guards, catalog.common_guards(), before, after).hard.is_true()
}

#[cfg(test)]
mod tests {
    use super::{RelationKind, relate};
    use crate::policy::Policy;
    use crate::risk::relations::object::testing::plan;

    fn related(lines: &[&str]) -> Vec<String> {
        let (plan, policy) = (plan(lines), Policy::shipped());
        let related = relate(&plan, &policy.catalog, &|_, _| true).unwrap();
        let lines = related.iter().flat_map(|(address, one)| {
            one.list().into_iter().map(move |to| format!("{address} {} {}", to.kind.name(), to.address))
        });
        lines.collect()
    }

    #[test]
    fn a_part_goes_only_with_what_its_guards_let_go() {
        const BLOCK: &str = r#"delete aws_s3_bucket_public_access_block.a - {"bucket":"b"} null"#;
        const WITH: &str = "aws_s3_bucket_public_access_block.a goes-with aws_s3_bucket.a";
        for (bucket, most) in [
            (r#"{"id":"b","force_destroy":true}"#, Some("low")),
            // S3 refuses to delete what is not empty.
            (r#"{"id":"b","force_destroy":false}"#, Some("medium")),
        ] {
            let bucket = format!("delete aws_s3_bucket.a - {bucket} null");
            assert_eq!(related(&[BLOCK, &bucket]), most.map(|_| WITH).as_slice());
            let plan = plan(&[BLOCK, &bucket]);
            let related = relate(&plan, &Policy::shipped().catalog, &|_, _| true).unwrap();
            let whole = related.values().find_map(|one| one.goes_with.as_ref());
            assert_eq!(whole.map(|whole| whole.at_most.name()), most);
        }
        // Kept by its provider, and created again under another address.
        let record = r#"delete google_dns_record_set.a - {"managed_zone":"z"} null"#;
        let kept = r#"delete google_dns_managed_zone.a - {"name":"z","deletion_policy":"ABANDON"} null"#;
        assert!(related(&[record, kept]).is_empty());
        let lines = [
            BLOCK,
            r#"delete aws_s3_bucket.a no_resource_config {"id":"b","bucket":"b","force_destroy":true} null"#,
            r#"create aws_s3_bucket.b - null {"bucket":"b"}"#,
        ];
        assert_eq!(related(&lines), ["aws_s3_bucket.a renamed-to aws_s3_bucket.b"]);
        assert_eq!(RelationKind::GoesWith.name(), "goes-with");
    }

    #[test]
    fn a_flood_of_namesakes_is_bounded() {
        let mut lines: Vec<String> = Vec::new();
        for n in 0..20_000 {
            lines.push(format!(
                r#"delete aws_s3_bucket.a[{n}] count_index {{"id":"b","bucket":"b{}","force_destroy":true}} null"#,
                n % 2
            ));
            lines.push(format!(r#"create aws_s3_bucket.b[{n}] - null {{"bucket":"b"}}"#));
        }
        for n in 0..2_000 {
            lines.push(format!(r#"delete aws_s3_bucket_policy.p[{n}] - {{"bucket":"b"}} null"#));
            lines.push(format!(r#"update aws_s3_bucket.c[{n}] - {{"id":"b","force_destroy":false}} {{"id":"b","force_destroy":true}}"#));
            lines.push(format!(r#"delete azurerm_management_lock.l[{n}] - {{"scope":"/s"}} null"#));
            lines.push(format!(r#"delete azurerm_storage_account.s[{n}] - {{"id":"/s/{n}"}} null"#));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let related = related(&lines);
        let count = |kind: &str| related.iter().filter(|line| line.contains(kind)).count();
        assert_eq!((count("goes-with"), count("guards"), count("disarmed-by")), (2_000, 40_000, 100));
    }
}
