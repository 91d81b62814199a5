//! What disappears because the thing that it is part of does.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::Names;
use super::object::{Object, text};
use super::parts::{PARTS, is_whole};
use crate::plan::operation::Operation;
use crate::plan::view::View;
use crate::policy::Risk;

/// Where both have one of these, it must be the same: a name is unique there only.
const PLACES: [&str; 4] = ["region", "location", "project", "owner"];

/// The thing that an object is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::risk) struct Whole {
    /// Its address.
    pub(in crate::risk) address: String,
    /// The most that the loss of the part can be worth beside it.
    pub(in crate::risk) at_most: Risk,
    /// A guard may stop its deletion: then it stays, without the part.
    pub(in crate::risk) may_stay: bool,
}

/// What becomes of an object that the plan deletes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It disappears.
    Gone,
    /// A guard may stop the deletion.
    MayStay,
    /// It is left where it is, or lives on at another address, or nobody can tell.
    Stays,
}

/// Returns for each deleted part the deleted thing that it goes with, by its position in the list of objects.
///
/// `fate` says what becomes of a deleted object. The same object created at another address is none that disappears.
pub(super) fn parts(
    objects: &[Object<'_>],
    fate: &dyn Fn(usize, &Object<'_>) -> Fate,
) -> BTreeMap<usize, Whole> {
    let whole = |object: &&Object<'_>| is_whole(object.kind());
    let created: BTreeSet<(&str, String)> = objects
        .iter()
        .filter(|object| object.does(Operation::Create))
        .filter(whole)
        .filter_map(|object| Some((object.kind(), name(object, object.body.after())?)))
        .collect();
    let mut wholes = Wholes::new();
    let deleted = objects.iter().enumerate().filter(|(_, object)| object.does(Operation::Delete));
    for (at, object) in deleted.filter(|(_, object)| whole(object)) {
        let again =
            name(object, object.body.before()).is_some_and(|name| created.contains(&(object.kind(), name)));
        let fate = if again { Fate::Stays } else { fate(at, object) };
        if fate != Fate::Stays {
            for shared in shared(object) {
                wholes.entry(shared).or_default().push((object, fate));
            }
        }
    }
    let mut parts = BTreeMap::new();
    for (at, object) in objects.iter().enumerate().filter(|(_, object)| object.does(Operation::Delete)) {
        if let Some(whole) = whole_of(object, &wholes) {
            parts.insert(at, whole);
        }
    }
    parts
}

/// What is deleted, by type and what its parts know it by.
type Wholes<'o, 'p> = BTreeMap<(&'p str, String), Vec<(&'o Object<'p>, Fate)>>;

fn whole_of(object: &Object<'_>, wholes: &Wholes<'_, '_>) -> Option<Whole> {
    PARTS.iter().filter(|part| part.is(object.kind())).find_map(|part| {
        let value = text(object.body.before(), part.attribute)?;
        // Names of one thing are few; among a flood of namesakes the first decide.
        let named = wholes.get(&(part.whole, format!("{}={value}", part.whole_attribute)))?;
        let (whole, fate) = named.iter().take(8).find(|(whole, _)| together(object, whole))?;
        let may_stay = *fate == Fate::MayStay;
        // What stays without it is worse off than what disappears.
        let at_most = if may_stay { part.at_most.max(Risk::Medium) } else { part.at_most };
        Some(Whole { address: whole.address().to_owned(), at_most, may_stay })
    })
}

/// Returns what an object is called, whatever its address.
fn name(object: &Object<'_>, side: View<'_>) -> Option<String> {
    Names::of(object.kind(), side).name.and_then(|name| text(side, name))
}

/// Returns what parts know an object by, each with its type and attribute.
fn shared<'k>(object: &Object<'k>) -> Vec<(&'k str, String)> {
    let attributes: BTreeSet<&str> =
        PARTS.iter().filter(|part| part.whole == object.kind()).map(|part| part.whole_attribute).collect();
    let shared = |attribute: &&str| {
        let value = text(object.body.before(), attribute)?;
        Some((object.kind(), format!("{attribute}={value}")))
    };
    attributes.iter().filter_map(shared).collect()
}

fn together(part: &Object<'_>, whole: &Object<'_>) -> bool {
    let differs = |place: &&str| {
        let [part, whole] = [part, whole].map(|object| text(object.body.before(), place));
        part.is_some() && whole.is_some() && part != whole
    };
    part.head.provider == whole.head.provider && !PLACES.iter().any(differs)
}

#[cfg(test)]
mod tests {
    use super::{Fate, parts};
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    fn found(lines: &[&str], fate: Fate) -> Vec<String> {
        let plan = plan(lines);
        let objects: Vec<Object<'_>> = plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
        parts(&objects, &|_, _| fate)
            .iter()
            .map(|(at, whole)| {
                let most = whole.at_most.name();
                format!("{} with {}: {most}", objects[*at].address(), whole.address)
            })
            .collect()
    }

    const BLOCK: &str = r#"delete aws_s3_bucket_public_access_block.a - {"bucket":"b","id":"b"} null"#;

    #[test]
    fn a_part_goes_with_what_it_is_part_of() {
        for (lines, expected) in [
            (&[BLOCK, r#"delete aws_s3_bucket.a - {"id":"b","bucket":"b"} null"#][..], true),
            // Another bucket, an unnamed one, one elsewhere, or none.
            (&[BLOCK, r#"delete aws_s3_bucket.a - {"id":"c","bucket":"c"} null"#], false),
            (&[BLOCK, r#"delete aws_s3_bucket.a - {"arn":"b"} null"#], false),
            (
                &[
                    r#"delete aws_s3_bucket_public_access_block.a - {"bucket":"b","region":"x"} null"#,
                    r#"delete aws_s3_bucket.a - {"id":"b","region":"y"} null"#,
                ],
                false,
            ),
            (&[BLOCK], false),
            // It is created anew, here or at another address, forgotten, or only updated.
            (&[BLOCK, r#"delete+create aws_s3_bucket.a - {"id":"b"} {"bucket":"b"}"#], false),
            (
                &[
                    BLOCK,
                    r#"delete aws_s3_bucket.a - {"id":"b","bucket":"b"} null"#,
                    r#"create aws_s3_bucket.b - null {"bucket":"b"} {"id":true}"#,
                ],
                false,
            ),
            (&[BLOCK, r#"forget aws_s3_bucket.a - {"id":"b"} null"#], false),
            (&[BLOCK, r#"update aws_s3_bucket.a - {"id":"b"} {"id":"b"}"#], false),
            // The part is no part if it stays.
            (
                &[
                    r#"update aws_s3_bucket_public_access_block.a - {"bucket":"b"} {"bucket":"b"}"#,
                    r#"delete aws_s3_bucket.a - {"id":"b"} null"#,
                ],
                false,
            ),
            (
                &[
                    r#"delete aws_route_table_association.a - {"subnet_id":"s","route_table_id":"r"} null"#,
                    r#"delete aws_route_table.a - {"id":"r"} null"#,
                ],
                false,
            ),
            (
                &[
                    r#"delete aws_db_subnet_group.a - {"name":"g"} null"#,
                    r#"delete aws_db_instance.a - {"db_subnet_group_name":"g"} null"#,
                ],
                true,
            ),
        ] {
            assert_eq!(!found(lines, Fate::Gone).is_empty(), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_part_does_not_go_with_what_stays_all_the_same() {
        let lines = [BLOCK, r#"delete aws_s3_bucket.a - {"id":"b"} null"#];
        let with = "aws_s3_bucket_public_access_block.a with aws_s3_bucket.a";
        assert_eq!(found(&lines, Fate::Gone), [format!("{with}: low")]);
        assert_eq!(found(&lines, Fate::MayStay), [format!("{with}: medium")]);
        assert!(found(&lines, Fate::Stays).is_empty());
    }
}
