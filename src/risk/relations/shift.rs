//! A list that lost an element: what stood behind it moves up, and each instance becomes the one that came after it.

use std::collections::BTreeMap;

use super::identity::Names;
use super::likeness::{Traits, traits};
use super::object::{Object, text};
use crate::plan::address::Index;
use crate::plan::operation::Operation;

/// How far an instance is looked for behind another. A list that loses more elements at once is beyond telling.
const FARTHEST: u64 = 100;

/// Returns for each shifted instance the one whose place it takes, by their positions in the list of objects.
///
/// An instance is shifted if it is replaced or updated and its new name is the old one of a later instance, no more
/// places behind than instances are deleted at the end. Where it bears no name, what forces the replacement must be
/// as it was there, and with it all else that changes.
pub(super) fn shifts(objects: &[Object<'_>]) -> BTreeMap<usize, usize> {
    let mut lists: BTreeMap<(Option<&str>, &str, &str), BTreeMap<u64, usize>> = BTreeMap::new();
    for (at, object) in objects.iter().enumerate() {
        let head = object.head;
        if let Some(Index::Number(index)) = head.index
            && matches!(head.operation, Operation::Delete | Operation::Replace | Operation::Update)
        {
            lists.entry((head.module.as_deref(), &head.kind, &head.name)).or_default().insert(index, at);
        }
    }
    let mut shifts = BTreeMap::new();
    for list in lists.values() {
        of_list(objects, list, &mut shifts);
    }
    shifts
}

fn of_list(objects: &[Object<'_>], list: &BTreeMap<u64, usize>, shifts: &mut BTreeMap<usize, usize>) {
    let shortened = |at: &&usize| {
        objects.get(**at).is_some_and(|object| {
            object.does(Operation::Delete)
                && object.head.reason.as_deref() == Some("delete_because_count_index")
        })
    };
    let gone = list.values().filter(shortened).count() as u64;
    if gone == 0 {
        return;
    }
    for (index, at) in list {
        let object = objects.get(*at).filter(|object| !object.does(Operation::Delete));
        let Some(becomes) = object.and_then(Becomes::of) else { continue };
        let last = index.saturating_add(gone.min(FARTHEST));
        let behind = list.range(index.saturating_add(1)..=last);
        let mut behind = behind.filter_map(|(_, at)| Some((*at, objects.get(*at)?)));
        if let Some((from, _)) = behind.find(|(_, later)| becomes.is(later)) {
            shifts.insert(*at, from);
        }
    }
}

/// What an object changes into, as far as it tells one instance from the other.
enum Becomes<'o> {
    /// It gets another name.
    Name(&'static str, String),
    /// It bears no name, or keeps it: all that changes, if something of it forces a replacement.
    Traits(Traits<'o>),
}

impl<'o> Becomes<'o> {
    fn of(object: &'o Object<'_>) -> Option<Becomes<'o>> {
        let (old, new) = (object.body.before(), object.body.after());
        if let Some(name) = Names::of(object.kind(), old).name
            && let (Some(was), Some(is)) = (text(old, name), text(new, name))
            && was != is
        {
            return Some(Becomes::Name(name, is));
        }
        let forced = &object.body.replace_paths;
        let forced: Vec<&str> = forced.iter().filter_map(|path| path.split('.').next()).collect();
        if forced.is_empty() {
            return None;
        }
        let (old, mut new) = (traits(old, |_| true), traits(new, |_| true));
        new.retain(|name, value| old.get(name) != Some(value));
        forced.iter().any(|name| new.contains_key(name)).then_some(Becomes::Traits(new))
    }

    /// Returns true if a later object is that already.
    fn is(&self, later: &Object<'_>) -> bool {
        let was = later.body.before();
        match self {
            Becomes::Name(name, is) => text(was, name).as_ref() == Some(is),
            Becomes::Traits(changed) => traits(was, |name| changed.contains_key(name)) == *changed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shifts;
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    fn found(lines: &[&str]) -> Vec<String> {
        let plan = plan(lines);
        let objects: Vec<Object<'_>> = plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
        shifts(&objects)
            .iter()
            .map(|(to, from)| format!("{} from {}", objects[*to].address(), objects[*from].address()))
            .collect()
    }

    #[test]
    fn what_becomes_its_successor_is_shifted() {
        for (lines, expected) in [
            // The first of three is gone from the list.
            (
                &[
                    r#"delete+create t.a[0] - {"name":"x"} {"name":"y"}"#,
                    r#"delete+create t.a[1] - {"name":"y"} {"name":"z"}"#,
                    r#"delete t.a[2] count_index {"name":"z"} null"#,
                ][..],
                &["t.a[0] from t.a[1]", "t.a[1] from t.a[2]"][..],
            ),
            // Two at once.
            (
                &[
                    r#"update t.a[0] - {"name":"w"} {"name":"y"}"#,
                    r#"update t.a[1] - {"name":"x"} {"name":"z"}"#,
                    r#"delete t.a[2] count_index {"name":"y"} null"#,
                    r#"delete t.a[3] count_index {"name":"z"} null"#,
                ],
                &["t.a[0] from t.a[2]", "t.a[1] from t.a[3]"],
            ),
            // No name, but what forces the replacement is the successor's.
            (
                &[
                    r#"delete+create t.a[0] - {"zone":"a","size":1} {"zone":"b","size":1}"#,
                    r#"delete t.a[1] count_index {"zone":"b","size":1} null"#,
                ],
                &[],
            ),
            // The list is shortened at its end.
            (&[r#"delete t.a[2] count_index {"name":"z"} null"#], &[]),
            // Something else happens at the same time.
            (
                &[
                    r#"update t.a[0] - {"name":"x","on":false} {"name":"x","on":true}"#,
                    r#"delete t.a[1] count_index {"name":"y","on":true} null"#,
                ],
                &[],
            ),
            // Renamed to something new; too far behind; another list; no list at all.
            (
                &[
                    r#"delete+create t.a[0] - {"name":"x"} {"name":"n"}"#,
                    r#"delete t.a[1] count_index {"name":"y"} null"#,
                ],
                &[],
            ),
            (
                &[
                    r#"delete+create t.a[0] - {"name":"x"} {"name":"z"}"#,
                    r#"delete t.a[2] count_index {"name":"z"} null"#,
                ],
                &[],
            ),
            (
                &[
                    r#"delete+create t.a[0] - {"name":"x"} {"name":"y"}"#,
                    r#"delete module.m.t.a[1] count_index {"name":"y"} null"#,
                ],
                &[],
            ),
            (
                &[
                    r#"delete+create t.a["0"] - {"name":"x"} {"name":"y"}"#,
                    r#"delete t.a["1"] each_key {"name":"y"} null"#,
                ],
                &[],
            ),
        ] {
            assert_eq!(found(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn without_a_name_what_forces_the_replacement_tells() {
        let mut plan = plan(&[
            r#"delete+create t.a[0] - {"zone":"a","size":1} {"zone":"b","size":1}"#,
            r#"delete t.a[1] count_index {"zone":"b","size":1} null"#,
        ]);
        let body = plan.changes[0].body.replacen('{', r#"{"replace_paths":[["zone"]],"#, 1);
        plan.changes[0].body = body.into();
        let objects: Vec<Object<'_>> = plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
        assert_eq!(shifts(&objects).into_iter().collect::<Vec<_>>(), [(0, 1)]);
    }
}
