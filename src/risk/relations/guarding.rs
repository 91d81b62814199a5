//! What a lock stands in front of, where its own attributes say so.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::object::{Object, text};

/// How many addresses are named for one guard.
const MOST: usize = 20;

/// How a guard names what it guards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The attribute of the guard is an attribute of the guarded object.
    Equal(&'static str, &'static str),
    /// The attribute of the guard is the path above or of the id of any Azure resource.
    Below,
}

/// The types that guard something else, the attribute that says what, and how.
///
/// Left out are those that do not say it: `aws_rbin_rule` goes by tags, a policy set by workspaces.
const GUARDS: &[(&str, &str, Reach)] = &[
    ("aws_backup_vault_lock_configuration", "backup_vault_name", Reach::Equal("aws_backup_vault", "name")),
    ("aws_glacier_vault_lock", "vault_name", Reach::Equal("aws_glacier_vault", "name")),
    ("aws_s3_bucket_object_lock_configuration", "bucket", Reach::Equal("aws_s3_bucket", "id")),
    ("azurerm_management_lock", "scope", Reach::Below),
    ("cloudflare_r2_bucket_lock", "bucket_name", Reach::Equal("cloudflare_r2_bucket", "name")),
    ("github_branch_protection", "repository_id", Reach::Equal("github_repository", "name")),
    ("github_branch_protection", "repository_id", Reach::Equal("github_repository", "node_id")),
    ("github_branch_protection_v3", "repository", Reach::Equal("github_repository", "name")),
    ("github_repository_ruleset", "repository", Reach::Equal("github_repository", "name")),
    ("gitlab_branch_protection", "project", Reach::Equal("gitlab_project", "id")),
    ("google_resource_manager_lien", "parent", Reach::Equal("google_project", "number")),
    ("google_resource_manager_lien", "parent", Reach::Equal("google_project", "project_id")),
    ("linode_lock", "entity_id", Reach::Equal("linode_instance", "id")),
    ("scaleway_object_bucket_lock_configuration", "bucket", Reach::Equal("scaleway_object_bucket", "name")),
];

/// Returns true if objects of this type guard others.
pub(super) fn is_guard(kind: &str) -> bool {
    GUARDS.iter().any(|(known, ..)| *known == kind)
}

/// Returns for each guard that is taken away the addresses of what it guards and this plan destroys, sorted; by the
/// position of the guard in the list of objects.
pub(super) fn guarded(objects: &[Object<'_>]) -> BTreeMap<usize, Vec<String>> {
    let lifted: Vec<(usize, &Object<'_>)> = objects
        .iter()
        .enumerate()
        .filter(|(_, object)| object.head.destroys() && is_guard(object.kind()))
        .collect();
    if lifted.is_empty() {
        return BTreeMap::new();
    }
    let targets = Targets::of(objects);
    let mut guarded = BTreeMap::new();
    for (at, guard) in lifted {
        let addresses: BTreeSet<&str> = GUARDS
            .iter()
            .filter(|(kind, ..)| *kind == guard.kind())
            .flat_map(|(_, attribute, reach)| targets.under(guard, attribute, *reach))
            .collect();
        if !addresses.is_empty() {
            guarded.insert(at, addresses.into_iter().map(str::to_owned).collect());
        }
    }
    guarded
}

/// What is destroyed, by what guards know it by.
struct Targets<'p> {
    /// By type, attribute and value.
    equal: BTreeMap<(&'static str, &'static str, String), Vec<&'p str>>,
    /// By the id of an Azure resource, in lower case: Azure does not tell cases apart.
    ids: BTreeMap<String, &'p str>,
}

impl<'p> Targets<'p> {
    fn of(objects: &[Object<'p>]) -> Targets<'p> {
        let mut targets = Targets { equal: BTreeMap::new(), ids: BTreeMap::new() };
        for object in objects.iter().filter(|object| object.head.destroys()) {
            let before = object.body.before();
            for (.., reach) in GUARDS {
                if let Reach::Equal(kind, attribute) = *reach
                    && kind == object.kind()
                    && let Some(value) = text(before, attribute)
                {
                    targets.equal.entry((kind, attribute, value)).or_default().push(object.address());
                }
            }
            let own = object.kind() == "azurerm_management_lock";
            if let Some(id) = text(before, "id").filter(|id| id.starts_with('/') && !own) {
                targets.ids.insert(id.to_lowercase(), object.address());
            }
        }
        for addresses in targets.equal.values_mut() {
            // Two guards may name the same attribute.
            addresses.dedup();
        }
        targets
    }

    fn under(&self, guard: &Object<'_>, attribute: &str, reach: Reach) -> Vec<&'p str> {
        let Some(value) = text(guard.body.before(), attribute) else { return Vec::new() };
        match reach {
            Reach::Equal(kind, other) => {
                // A lien names its project as `projects/NUMBER`.
                let value = value.strip_prefix("projects/").unwrap_or(&value).to_owned();
                let found = self.equal.get(&(kind, other, value));
                found.into_iter().flatten().take(MOST).copied().collect()
            }
            Reach::Below => {
                let scope = value.trim_end_matches('/').to_lowercase();
                if !scope.starts_with('/') {
                    return Vec::new();
                }
                let below = format!("{scope}/");
                let range = (Bound::Included(below.clone()), Bound::Unbounded);
                let under = self.ids.range(range).take_while(|(id, _)| id.starts_with(&below));
                let itself = self.ids.get_key_value(&scope);
                itself.into_iter().chain(under).take(MOST).map(|(_, address)| *address).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    #[test]
    fn a_guard_names_what_it_stands_in_front_of() {
        const GROUP: &str = "/subscriptions/1/resourceGroups/Data";
        let lock = format!(
            r#"delete azurerm_management_lock.l - {{"scope":"{GROUP}","id":"{GROUP}/locks/l"}} null"#
        );
        let below = format!(
            r#"delete azurerm_storage_account.s - {{"id":"{}/providers/s"}} null"#,
            GROUP.to_lowercase()
        );
        let group = format!(r#"delete azurerm_resource_group.g - {{"id":"{GROUP}"}} null"#);
        let beside = format!(r#"delete azurerm_storage_account.t - {{"id":"{GROUP}2/providers/s"}} null"#);
        let stays =
            format!(r#"update azurerm_storage_account.u - {{"id":"{GROUP}/u"}} {{"id":"{GROUP}/u"}}"#);
        let lien = r#"delete google_resource_manager_lien.l - {"parent":"projects/42"} null"#;
        for (lines, expected) in [
            (
                &[&*lock, &below, &group, &beside, &stays][..],
                &["azurerm_resource_group.g", "azurerm_storage_account.s"][..],
            ),
            (&[&lock, &beside], &[]),
            (
                &[lien, r#"delete google_project.p - {"number":"42","project_id":"x"} null"#],
                &["google_project.p"],
            ),
            (&[lien, r#"delete google_project.p - {"number":"43","project_id":"x"} null"#], &[]),
            (
                &[
                    r#"delete github_branch_protection.b - {"repository_id":"R_1"} null"#,
                    r#"delete github_repository.r - {"name":"x","node_id":"R_1"} null"#,
                ],
                &["github_repository.r"],
            ),
            (&[r#"delete azurerm_management_lock.l - {"scope":""} null"#, &below], &[]),
        ] {
            let plan = plan(lines);
            let objects: Vec<Object<'_>> =
                plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
            let found: Vec<String> = guarded(&objects).into_values().flatten().collect();
            assert_eq!(found, expected, "{lines:?}");
        }
    }
}
