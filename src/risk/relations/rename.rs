//! The same object destroyed at one address and created at another: a rename that nobody told Terraform about.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::{Names, Sameness, compare, key};
use super::likeness::{Traits, alike, alike_keys, common, traits};
use super::object::Object;
use crate::plan::address::{Address, Index};
use crate::plan::operation::Operation;

/// How many pairs of one type are compared attribute by attribute. Where more of a type are destroyed and created,
/// only those are recognised that bear exactly the same names, so that time grows with the plan and not with its
/// square.
const MOST_PAIRS: usize = 100 * 100;

/// How many equal attributes call two objects without known names alike.
const LEAST: usize = 4;

/// Why Terraform destroys what a refactoring left without its place in the configuration.
const REASONS: [&str; 5] = [
    "delete_because_no_resource_config",
    "delete_because_no_module",
    "delete_because_each_key",
    "delete_because_count_index",
    "delete_because_wrong_repetition",
];

/// An object destroyed at one address and created at another; by their positions in the list of objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rename {
    pub(super) from: usize,
    pub(super) to: usize,
    /// They bear different names: a `moved` block alone may not save the object.
    pub(super) other_name: bool,
}

/// How well two objects match, the better the greater.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    rank: Rank,
    likeness: usize,
    /// How much of the two addresses is the same: it decides between objects that are exactly alike.
    address: usize,
    other_name: bool,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// No name tells; most attributes are equal.
    Alike,
    /// Most attributes are equal, and both come from the same block of the configuration under keys that are alike.
    SameBlock,
    /// The names are the same.
    SameName,
}

/// An object with what is compared.
struct Side<'o, 'p> {
    at: usize,
    object: &'o Object<'p>,
    traits: Traits<'o>,
}

/// Returns the renames, one for each object at most. `configures` says whether the configuration sets an attribute of
/// what is to be created.
pub(super) fn renames(objects: &[Object<'_>], configures: &dyn Fn(&Object<'_>, &str) -> bool) -> Vec<Rename> {
    // What is gone and what is new, by type and provider.
    let mut types: BTreeMap<_, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, object) in objects.iter().enumerate() {
        let (gone, new) = types.entry((object.kind(), object.head.provider.as_str())).or_default();
        if is_orphan(object) {
            gone.push(at);
        } else if object.does(Operation::Create) {
            new.push(at);
        }
    }
    let mut renames = Vec::new();
    for (gone, new) in types.into_values().filter(|(gone, new)| !gone.is_empty() && !new.is_empty()) {
        of_type(objects, gone, new, configures, &mut renames);
    }
    renames
}

/// Returns true for what is destroyed because its place in the configuration is gone.
fn is_orphan(object: &Object<'_>) -> bool {
    let reason = object.head.reason.as_deref();
    object.does(Operation::Delete) && reason.is_some_and(|reason| REASONS.contains(&reason))
}

fn of_type(
    objects: &[Object<'_>],
    mut gone: Vec<usize>,
    mut new: Vec<usize>,
    configures: &dyn Fn(&Object<'_>, &str) -> bool,
    renames: &mut Vec<Rename>,
) {
    let exact = by_name(objects, &gone, &new);
    let (from, to): (BTreeSet<usize>, BTreeSet<usize>) =
        exact.iter().map(|rename| (rename.from, rename.to)).unzip();
    gone.retain(|at| !from.contains(at));
    new.retain(|at| !to.contains(at));
    renames.extend(exact);
    if gone.len().saturating_mul(new.len()) > MOST_PAIRS {
        return;
    }
    let side = |at: usize, counts: &dyn Fn(&Object<'_>, &str) -> bool| {
        let object = objects.get(at)?;
        let whole = if object.does(Operation::Create) { object.body.after() } else { object.body.before() };
        let names = Names::of(object.kind(), whole);
        // The attributes that hold the names are compared on their own.
        let top: BTreeSet<&str> = names.iter().filter_map(|path| path.split('.').next()).collect();
        let traits = traits(whole, |name| !top.contains(name) && counts(object, name));
        Some(Side { at, object, traits })
    };
    let gone: Vec<Side<'_, '_>> = gone.into_iter().filter_map(|at| side(at, &|_, _| true)).collect();
    let new: Vec<Side<'_, '_>> = new.into_iter().filter_map(|at| side(at, configures)).collect();
    let mut matches: Vec<(Match, usize, usize)> = Vec::new();
    for old in &gone {
        let pairs = new.iter().filter_map(|new| Some((matching(old, new)?, old.at, new.at)));
        matches.extend(pairs);
    }
    // The best first; objects are sorted by address, so that ties go by it.
    matches.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let (mut from, mut to) = (BTreeSet::new(), BTreeSet::new());
    for (found, old, new) in matches {
        if !from.contains(&old) && !to.contains(&new) {
            from.insert(old);
            to.insert(new);
            renames.push(Rename { from: old, to: new, other_name: found.other_name });
        }
    }
}

/// Pairs what bears exactly the same names, in the order of addresses: this needs no comparison of each with each.
fn by_name(objects: &[Object<'_>], gone: &[usize], new: &[usize]) -> Vec<Rename> {
    let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in new.iter().rev() {
        let object = objects.get(*at);
        if let Some(key) = object.and_then(|object| key(object.kind(), object.body.after())) {
            waiting.entry(key).or_default().push(*at);
        }
    }
    let mut renames = Vec::new();
    for from in gone {
        let object = objects.get(*from);
        let key = object.and_then(|object| key(object.kind(), object.body.before()));
        if let Some(to) = key.and_then(|key| waiting.get_mut(&key)).and_then(Vec::pop) {
            renames.push(Rename { from: *from, to, other_name: false });
        }
    }
    renames
}

fn matching(old: &Side<'_, '_>, new: &Side<'_, '_>) -> Option<Match> {
    let sameness = compare(old.object.kind(), old.object.body.before(), new.object.body.after());
    let (rank, least) = if sameness == Sameness::Same {
        (Rank::SameName, 0)
    } else if same_block(old.object, new.object) {
        // One block writes both, so that nearly all is equal whatever it is: the keys decide.
        (Rank::SameBlock, 1)
    } else if sameness == Sameness::Unclear && !one_block(old.object, new.object) {
        (Rank::Alike, LEAST)
    } else {
        return None;
    };
    let likeness = alike(&old.traits, &new.traits, least);
    if likeness.is_none() && rank != Rank::SameName {
        return None;
    }
    let (old, new) = (old.object.address(), new.object.address());
    let address = common(old.bytes(), new.bytes()) + common(old.bytes().rev(), new.bytes().rev());
    let other_name = sameness == Sameness::Different;
    Some(Match { rank, likeness: likeness.unwrap_or_default(), address, other_name })
}

/// Returns true if two addresses are instances of one block of the configuration.
fn one_block(old: &Object<'_>, new: &Object<'_>) -> bool {
    match (&old.place, &new.place) {
        (Some(old), Some(new)) => old.configuration() == new.configuration(),
        _ => false,
    }
}

/// Returns true if two addresses are instances of one block, and their keys say that one takes the place of the other.
fn same_block(old: &Object<'_>, new: &Object<'_>) -> bool {
    let (Some(from), Some(to)) = (&old.place, &new.place) else { return false };
    // Where `count` has become `for_each` the keys say nothing, but all instances get another one.
    let repeated = old.head.reason.as_deref() == Some("delete_because_wrong_repetition");
    one_block(old, new) && keys(from).zip(keys(to)).all(|(from, to)| repeated || takes_place(from, to))
}

fn takes_place(from: Option<&Index>, to: Option<&Index>) -> bool {
    match (from, to) {
        (None, None) => true,
        (Some(from), Some(to)) => alike_keys(from, to),
        _ => false,
    }
}

fn keys(address: &Address) -> impl Iterator<Item = Option<&Index>> {
    address.modules.iter().map(|step| step.key.as_ref()).chain([address.key.as_ref()])
}

#[cfg(test)]
mod tests {
    use super::renames;
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    fn found(lines: &[&str]) -> Vec<String> {
        let plan = plan(lines);
        let objects: Vec<Object<'_>> = plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
        let mut found: Vec<String> = renames(&objects, &|_, _| true)
            .iter()
            .map(|rename| {
                let mark = if rename.other_name { "~>" } else { "=>" };
                format!("{} {mark} {}", objects[rename.from].address(), objects[rename.to].address())
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn what_bears_the_same_name_is_renamed_whatever_the_refactoring() {
        const DB: &str = r#"{"identifier":"orders","engine":"x"}"#;
        for (from, reason, to) in [
            ("aws_db_instance.a", "no_resource_config", "aws_db_instance.b"),
            ("module.old.aws_db_instance.a", "no_module", "module.new.aws_db_instance.a"),
            (r#"aws_db_instance.a["x"]"#, "each_key", r#"aws_db_instance.a["y"]"#),
            ("aws_db_instance.a[0]", "wrong_repetition", r#"aws_db_instance.a["y"]"#),
            ("aws_db_instance.a[1]", "count_index", "aws_db_instance.last"),
            (r#"module.m["k.1"].aws_db_instance.a"#, "no_module", r#"module.m["k.2"].aws_db_instance.a"#),
        ] {
            let lines = [format!("delete {from} {reason} {DB} null"), format!("create {to} - null {DB}")];
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            assert_eq!(found(&lines), [format!("{from} => {to}")]);
        }
    }

    #[test]
    fn no_rename_is_seen_in_what_merely_comes_and_goes() {
        const NONE: [&str; 0] = [];
        for lines in [
            // Asked for, tainted or of unknown reason.
            &[r#"delete t.a - {"name":"x"} null"#, r#"create t.b - null {"name":"x"}"#][..],
            &[
                r#"delete t.a no_resource_config {"name":"x","size":1,"kind":"k","zone":"z"} null"#,
                r#"create t.b - null {"name":"y","size":1,"kind":"k","zone":"z"}"#,
            ],
            // Another type, or a namesake elsewhere.
            &[r#"delete t.a no_resource_config {"name":"x"} null"#, r#"create u.a - null {"name":"x"}"#],
            &[
                r#"delete t.a no_resource_config {"name":"x","project":"p"} null"#,
                r#"create t.b - null {"name":"x","project":"q"}"#,
            ],
            // One tenant goes, another comes.
            &[
                r#"delete t.a["acme"] each_key {"name":"t-acme","size":1,"kind":"k"} null"#,
                r#"create t.a["initech"] - null {"name":"t-initech","size":1,"kind":"k"}"#,
            ],
            // Too little in common to tell.
            &[
                r#"delete t.a no_resource_config {"size":1,"tier":"k","zone":"z"} null"#,
                r#"create t.b - null {"size":1,"tier":"k","zone":"z"}"#,
            ],
            // A replacement is none, and an update neither.
            &[
                r#"delete+create t.a - {"name":"x"} {"name":"y"}"#,
                r#"update t.b - {"name":"y"} {"name":"x"}"#,
            ],
        ] {
            assert_eq!(found(lines), NONE, "{lines:?}");
        }
    }

    #[test]
    fn keys_that_are_alike_in_one_block_are_renamed_although_the_name_follows_the_key() {
        let lines = [
            r#"delete t.a["acme"] each_key {"name":"t-acme","size":1,"kind":"k"} null"#,
            r#"delete t.a["globex"] each_key {"name":"t-globex","size":1,"kind":"k"} null"#,
            r#"create t.a["globex-inc"] - null {"name":"t-globex-inc","size":1,"kind":"k"}"#,
            r#"create t.a["acme-corp"] - null {"name":"t-acme-corp","size":1,"kind":"k"}"#,
        ];
        let expected = [r#"t.a["acme"] ~> t.a["acme-corp"]"#, r#"t.a["globex"] ~> t.a["globex-inc"]"#];
        assert_eq!(found(&lines), expected);
    }

    #[test]
    fn without_a_name_most_attributes_must_be_equal_and_each_has_one_partner() {
        let lines = [
            r#"delete t.a[0] wrong_repetition {"ami":"i","size":1} null"#,
            r#"delete t.a[1] wrong_repetition {"ami":"i","size":2} null"#,
            r#"create t.a["x"] - null {"ami":"i","size":2}"#,
            r#"create t.a["y"] - null {"ami":"i","size":1}"#,
            r#"create t.a["z"] - null {"ami":"i","size":1}"#,
        ];
        assert_eq!(found(&lines), [r#"t.a[0] => t.a["y"]"#, r#"t.a[1] => t.a["x"]"#]);
        let lines = [
            r#"delete t.a no_resource_config {"id":"1","one":1,"two":2,"three":3,"four":4} null"#,
            r#"create t.b - null {"one":1,"two":2,"three":3,"four":4} {"id":true}"#,
            r#"create t.c - null {"one":1,"two":2,"three":4,"four":4} {"id":true}"#,
        ];
        assert_eq!(found(&lines), ["t.a => t.b"]);
    }

    #[test]
    fn of_several_namesakes_each_has_one_partner() {
        let lines = [
            r#"delete t.a no_resource_config {"name":"x"} null"#,
            r#"delete t.b no_resource_config {"name":"x"} null"#,
            r#"create t.c - null {"name":"x"}"#,
            r#"create t.d - null {"name":"x"}"#,
            r#"create t.e - null {"name":"x"}"#,
        ];
        assert_eq!(found(&lines), ["t.a => t.c", "t.b => t.d"]);
    }

    #[test]
    fn a_flood_of_one_type_is_compared_by_name_only() {
        let names = |count: usize, shift: usize| {
            let delete = (0..count).map(move |n| {
                format!(
                    r#"delete t.a[{n}] count_index {{"name":"n{n}","size":1,"kind":"k","zone":"z"}} null"#
                )
            });
            let create = (0..count).map(move |n| {
                format!(
                    r#"create t.b[{n}] - null {{"name":"n{}","size":1,"kind":"k","zone":"z"}}"#,
                    n + shift
                )
            });
            delete.chain(create).collect::<Vec<String>>()
        };
        let all = |lines: Vec<String>| found(&lines.iter().map(String::as_str).collect::<Vec<_>>()).len();
        assert_eq!(all(names(20_000, 0)), 20_000);
        assert_eq!(all(names(20_000, 19_990)), 10);
        // Nothing to tell them by, and too many to compare.
        let nameless: Vec<String> = (0..40_000)
            .map(|n| {
                let body = r#"{"size":1,"kind":"k","zone":"z"}"#;
                if n % 2 == 0 {
                    format!("delete t.a[{n}] no_resource_config {body} null")
                } else {
                    format!("create t.b[{n}] - null {body}")
                }
            })
            .collect();
        assert_eq!(all(nameless), 0);
    }
}
