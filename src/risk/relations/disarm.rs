//! One object under two addresses: its guard goes at one of them, the object at the other.

use std::collections::BTreeMap;

use super::object::{Object, text};
use crate::plan::operation::Operation;

/// What tells two objects of one id apart: an id is unique there only.
const PLACES: [&str; 4] = ["arn", "region", "location", "project"];

/// How many objects of one id are looked at: more than a handful is no state that anyone has.
const MOST: usize = 100;

/// Returns for each object that is destroyed the address of an update that disarms the very same object under another
/// address; by its position in the list of objects. `disarms` says whether an update switches a guard off.
///
/// What stands in the state twice is one object all the same: the guard that the destruction would meet is taken away
/// by the update beside it.
pub(super) fn disarmed(
    objects: &[Object<'_>],
    disarms: &dyn Fn(&Object<'_>) -> bool,
) -> BTreeMap<usize, String> {
    let id = |object: &Object<'_>| text(object.body.before(), "id");
    let mut destroyed: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, object) in objects.iter().enumerate().filter(|(_, object)| object.head.destroys()) {
        if let Some(id) = id(object) {
            destroyed.entry((object.kind(), id)).or_default().push(at);
        }
    }
    let mut disarmed = BTreeMap::new();
    for update in objects.iter().filter(|object| object.does(Operation::Update)) {
        let Some(same) = id(update).and_then(|id| destroyed.get(&(update.kind(), id))) else { continue };
        if !disarms(update) {
            continue;
        }
        for at in same.iter().take(MOST) {
            if objects.get(*at).is_some_and(|object| one_place(object, update)) {
                disarmed.entry(*at).or_insert_with(|| update.address().to_owned());
            }
        }
    }
    disarmed
}

fn one_place(one: &Object<'_>, other: &Object<'_>) -> bool {
    one.head.provider == other.head.provider
        && PLACES.iter().all(|place| {
            let [one, other] = [one, other].map(|side| text(side.body.before(), place));
            one.is_none() || other.is_none() || one == other
        })
}

#[cfg(test)]
mod tests {
    use super::disarmed;
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    #[test]
    fn what_stands_in_the_state_twice_is_disarmed_under_its_other_address() {
        const DESTROY: &str = r#"delete t.b - {"id":"1","guard":true} null"#;
        for (lines, expected) in [
            (&[DESTROY, r#"update t.a - {"id":"1","guard":true} {"id":"1"}"#][..], &["t.a"][..]),
            (&[DESTROY, r#"update t.a - {"id":"2","guard":true} {"id":"2"}"#], &[]),
            (&[DESTROY, r#"update u.a - {"id":"1","guard":true} {"id":"1"}"#], &[]),
            (&[DESTROY, r#"update t.a - {"id":"1","guard":false} {"id":"1"}"#], &[]),
            (
                &[
                    r#"delete t.b - {"id":"1","arn":"x"} null"#,
                    r#"update t.a - {"id":"1","arn":"y","guard":true} {"id":"1"}"#,
                ],
                &[],
            ),
        ] {
            let plan = plan(lines);
            let objects: Vec<Object<'_>> =
                plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
            let disarms = |object: &Object<'_>| object.head.body.contains(r#""guard":true"#);
            let found: Vec<String> = disarmed(&objects, &disarms).into_values().collect();
            assert_eq!(found, expected, "{lines:?}");
        }
    }
}
