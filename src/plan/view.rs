//! A value of a change together with what Terraform says about it: unknown until apply, sensitive, absent.
//!
//! Terraform spreads one value over three parallel trees (`after`, `after_unknown`, `after_sensitive`). A view
//! walks them in step, so that unknown, null, absent and sensitive stay four different things.

use super::value::Value;

/// One side of a change, or a part of it.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    value: Option<&'v Value<'v>>,
    unknown: Option<&'v Value<'v>>,
    sensitive: Option<&'v Value<'v>>,
    /// An ancestor was marked as a whole.
    sensitive_above: bool,
    unknown_above: bool,
}

/// What is known of a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State<'v> {
    /// The plan does not mention it.
    Absent,
    /// It is decided during apply.
    Unknown,
    /// It is null.
    Null,
    /// It is known; a known object or array may still hold unknown parts.
    Known(&'v Value<'v>),
}

impl<'v> View<'v> {
    /// Creates a view of one side of a change from its three trees.
    pub fn new(
        value: Option<&'v Value<'v>>,
        unknown: Option<&'v Value<'v>>,
        sensitive: Option<&'v Value<'v>>,
    ) -> View<'v> {
        View { value, unknown, sensitive, sensitive_above: false, unknown_above: false }
    }

    /// Creates a view of something that is not there.
    pub fn absent() -> View<'v> {
        View::new(None, None, None)
    }

    /// Returns the same view with everything in it taken for sensitive.
    #[must_use]
    pub fn all_sensitive(self) -> View<'v> {
        View { sensitive_above: true, ..self }
    }

    /// Returns what is known of the value.
    pub fn state(&self) -> State<'v> {
        if self.unknown_above || matches!(self.unknown, Some(Value::Bool(true))) {
            return State::Unknown;
        }
        match self.value {
            // An object all of whose members are unknown may be left out of the plan altogether.
            None if self.holds_unknown() => State::Unknown,
            None => State::Absent,
            Some(Value::Null) if self.holds_unknown() => State::Unknown,
            Some(Value::Null) => State::Null,
            Some(value) => State::Known(value),
        }
    }

    /// Returns the known value, if it is known and not null.
    pub fn known(&self) -> Option<&'v Value<'v>> {
        if let State::Known(value) = self.state() { Some(value) } else { None }
    }

    /// Returns true if the value, or anything above it, is marked sensitive.
    pub fn is_sensitive(&self) -> bool {
        let marks = match (self.value, self.sensitive) {
            (_, None | Some(Value::Null | Value::Bool(false))) => false,
            (_, Some(Value::Bool(true) | Value::Number(_) | Value::String(_))) => true,
            (Some(Value::Object(_)) | None, Some(Value::Object(_)))
            | (Some(Value::List(_)) | None, Some(Value::List(_))) => false,
            // Marks of another shape than the value cannot be told apart: they hold for all of it.
            (Some(_), Some(tree)) => any_mark(tree),
        };
        self.sensitive_above || marks
    }

    /// Returns true if the value, anything above it or anything in it is marked sensitive.
    pub fn holds_sensitive(&self) -> bool {
        self.sensitive_above || self.sensitive.is_some_and(any_mark)
    }

    /// Returns true if the value, anything above it or anything in it is decided during apply.
    pub fn holds_unknown(&self) -> bool {
        self.unknown_above || self.unknown.is_some_and(any_mark)
    }

    /// Returns the member `key` of an object.
    pub fn get(&self, key: &str) -> View<'v> {
        self.child(|tree| tree.get(key))
    }

    /// Returns element `index` of an array.
    pub fn at(&self, index: usize) -> View<'v> {
        let of = |tree: Option<&'v Value<'v>>, index| tree.and_then(Value::as_list)?.get(index);
        let (mark, unknown) = match self.mark_of(index) {
            Some(mark) => (mark, of(self.unknown, mark)),
            None => (index, of(self.unknown, index)),
        };
        View { value: of(self.value, index), unknown, sensitive: of(self.sensitive, mark), ..self.below() }
    }

    /// Returns the index of the marks of element `index`.
    ///
    /// An unknown element of a list is null in the plan, but one of a set is left out, and only its mark stays. So
    /// where there are more marks than elements, those of left-out ones are stepped over; the left-out ones count
    /// as elements behind the others.
    fn mark_of(&self, index: usize) -> Option<usize> {
        let marks = self.unknown.and_then(Value::as_list)?;
        let elements = self.value.and_then(Value::as_list).map_or(0, <[Value<'_>]>::len);
        let left_out = |mark: &Value<'_>| matches!(mark, Value::Bool(true));
        if marks.len() <= elements
            || marks.iter().filter(|mark| left_out(mark)).count() != marks.len() - elements
        {
            return None;
        }
        let of_kind = |wanted: bool, nth: usize| {
            let mut places = marks.iter().enumerate().filter(|(_, mark)| left_out(mark) == wanted);
            places.nth(nth).map(|(place, _)| place)
        };
        if index < elements { of_kind(false, index) } else { of_kind(true, index - elements) }
    }

    /// Returns the number of elements of an array, unknown ones included; none if it is no array.
    pub fn elements(&self) -> Option<usize> {
        let marked = self.unknown.and_then(Value::as_list).map(<[Value<'_>]>::len);
        match self.value {
            Some(Value::List(elements)) => Some(elements.len().max(marked.unwrap_or(0))),
            None | Some(Value::Null) => marked,
            Some(_) => None,
        }
    }

    /// Returns the keys of an object, those of unknown members included, sorted.
    pub fn keys(&self) -> Vec<&'v str> {
        let of = |tree: Option<&'v Value<'v>>| tree.and_then(Value::as_object);
        let mut keys: Vec<&'v str> = of(self.value)
            .into_iter()
            .chain(of(self.unknown))
            .flat_map(|object| object.iter().map(|(key, _)| key))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Returns every value that a path of attribute names reaches, stepping through arrays of blocks on the way.
    ///
    /// `root_block_device.delete_on_termination` reaches one value for each such block. A path that leads
    /// nowhere reaches one absent value, so that the result is never empty by accident: it is empty only where
    /// an array on the way has no elements.
    pub fn reach(&self, path: &[&str]) -> Vec<View<'v>> {
        let mut reached = vec![*self];
        for step in path {
            reached = reached.into_iter().flat_map(View::spread).map(|view| view.get(step)).collect();
        }
        reached
    }

    /// Returns the elements of an array of blocks, or the view itself if it is no array.
    fn spread(self) -> Vec<View<'v>> {
        match self.elements() {
            Some(count) if self.state() != State::Unknown => (0..count).map(|index| self.at(index)).collect(),
            _ => vec![self],
        }
    }

    fn child(&self, pick: impl Fn(&'v Value<'v>) -> Option<&'v Value<'v>>) -> View<'v> {
        View {
            value: self.value.and_then(&pick),
            unknown: self.unknown.and_then(&pick),
            sensitive: self.sensitive.and_then(&pick),
            ..self.below()
        }
    }

    /// Returns a part of this value of which nothing is said but what holds for all of it.
    fn below(&self) -> View<'v> {
        View {
            value: None,
            unknown: None,
            sensitive: None,
            sensitive_above: self.is_sensitive(),
            unknown_above: self.unknown_above || matches!(self.unknown, Some(Value::Bool(true))),
        }
    }
}

/// Returns true if a mark tree marks anything at all; `{}`, `[]` and `false` mark nothing.
fn any_mark(tree: &Value<'_>) -> bool {
    match tree {
        Value::Bool(marked) => *marked,
        Value::List(elements) => elements.iter().any(any_mark),
        Value::Object(object) => object.iter().any(|(_, member)| any_mark(member)),
        Value::Null => false,
        // A mark of a shape that Terraform does not write: take it for a mark.
        Value::Number(_) | Value::String(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{State, View};
    use crate::plan::parse::value;
    use crate::plan::value::Value;

    #[test]
    fn absent_null_unknown_and_known_are_four_things() {
        let after = value(r#"{"null":null,"known":1,"part":{"a":1}}"#).unwrap();
        let unknown =
            value(r#"{"later":true,"part":{"b":true},"gone":{"x":[true]},"no":false,"none":{}}"#).unwrap();
        let view = View::new(Some(&after), Some(&unknown), None);
        assert_eq!(view.get("null").state(), State::Null);
        assert_eq!(view.get("known").state(), State::Known(&Value::Number("1")));
        assert_eq!(view.get("later").state(), State::Unknown);
        assert_eq!(view.get("later").get("any").at(3).state(), State::Unknown);
        assert_eq!(view.get("gone").state(), State::Unknown);
        for key in ["other", "no", "none"] {
            assert_eq!(view.get(key).state(), State::Absent, "{key}");
        }
        assert_eq!(view.get("part").get("b").state(), State::Unknown);
        assert!(view.get("part").known().is_some() && view.get("part").holds_unknown());
        assert_eq!(view.get("part").keys(), ["a", "b"]);
    }

    #[test]
    fn a_mark_holds_for_all_that_lies_below_and_empty_marks_mark_nothing() {
        let after = value(r#"{"a":{"b":[1]},"c":1,"d":[{"e":1}],"f":1}"#).unwrap();
        let sensitive = value(r#"{"a":true,"c":false,"d":[{}],"f":"odd"}"#).unwrap();
        let view = View::new(Some(&after), None, Some(&sensitive));
        assert!(view.get("a").get("b").at(0).is_sensitive());
        assert!(!view.get("c").holds_sensitive() && !view.get("d").holds_sensitive());
        assert!(view.holds_sensitive() && !view.is_sensitive());
        assert!(view.get("f").holds_sensitive() && view.get("f").is_sensitive());
    }

    #[test]
    fn a_mark_of_another_shape_than_the_value_holds_for_all_of_it() {
        let after = value(r#"{"a":"x","b":{"c":1},"d":["y"],"e":"z"}"#).unwrap();
        let sensitive = value(r#"{"a":[true],"b":[true],"d":{"0":true},"e":{}}"#).unwrap();
        let view = View::new(Some(&after), None, Some(&sensitive));
        assert!(view.get("a").is_sensitive());
        assert!(view.get("b").get("c").is_sensitive());
        assert!(view.get("d").at(0).is_sensitive());
        assert!(!view.get("e").is_sensitive());
    }

    #[test]
    fn marks_of_a_set_are_matched_although_its_unknown_elements_are_left_out() {
        let after = value(r#"[{"p":1},{"p":2}]"#).unwrap();
        let unknown = value(r#"[true,{},true,{"q":true}]"#).unwrap();
        let sensitive = value(r#"[false,{"p":true},true,{}]"#).unwrap();
        let view = View::new(Some(&after), Some(&unknown), Some(&sensitive));
        assert_eq!(view.elements(), Some(4));
        assert_eq!(view.at(0).get("p").state(), State::Known(&Value::Number("1")));
        assert!(view.at(0).get("p").is_sensitive());
        assert_eq!(view.at(1).get("p").state(), State::Known(&Value::Number("2")));
        assert_eq!(view.at(1).get("q").state(), State::Unknown);
        assert!(!view.at(1).holds_sensitive());
        assert_eq!((view.at(2).state(), view.at(3).state()), (State::Unknown, State::Unknown));
        assert!(!view.at(2).is_sensitive() && view.at(3).is_sensitive());
        // In a list they are null.
        let after = value("[null,1]").unwrap();
        let unknown = value("[true,false]").unwrap();
        let view = View::new(Some(&after), Some(&unknown), None);
        assert_eq!(
            (view.at(0).state(), view.at(1).state()),
            (State::Unknown, State::Known(&Value::Number("1")))
        );
    }

    #[test]
    fn a_path_reaches_through_arrays_of_blocks() {
        let after = value(r#"{"disk":[{"size":1},{"size":2}],"none":[]}"#).unwrap();
        let view = View::new(Some(&after), None, None);
        let sizes: Vec<_> = view.reach(&["disk", "size"]).iter().map(View::state).collect();
        assert_eq!(sizes, [State::Known(&Value::Number("1")), State::Known(&Value::Number("2"))]);
        assert_eq!(view.reach(&["gone", "size"]).len(), 1);
        assert!(view.reach(&["none", "size"]).is_empty());
    }
}
