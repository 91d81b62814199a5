//! One statement of a policy document, spelled one way: whoever compares spellings takes a list of one for another
//! thing than the one in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::value::Value;

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    Allow,
    Deny,
}

/// The actions, resources or principals of a statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Selection {
    /// All but these: `NotAction` and its like.
    pub(super) inverted: bool,
    /// The entries in the spelling that compares.
    pub(super) entries: BTreeSet<String>,
    /// The entries as they are written.
    pub(super) written: BTreeSet<String>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// Its name, which grants nothing.
    pub(super) sid: Option<String>,
    /// Its place in the document.
    pub(super) position: usize,
    pub(super) effect: Effect,
    pub(super) actions: Option<Selection>,
    pub(super) resources: Option<Selection>,
    pub(super) principals: Option<Selection>,
    /// The values that a condition compares with, by operator and key.
    pub(super) conditions: BTreeMap<(String, String), BTreeSet<String>>,
}

/// How one statement covers in comparison with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    Same,
    Wider,
    Narrower,
    Other,
}

impl Statement {
    /// Reads a statement; none if there is anything in it that is not understood.
    pub(super) fn read(value: &Value<'_>, position: usize) -> Option<Statement> {
        const MEMBERS: [&str; 9] = [
            "Action",
            "Condition",
            "Effect",
            "NotAction",
            "NotPrincipal",
            "NotResource",
            "Principal",
            "Resource",
            "Sid",
        ];
        let object = value.as_object()?;
        if object.iter().any(|(key, _)| !MEMBERS.contains(&key)) {
            return None;
        }
        let effect = match object.get("Effect")?.as_str()? {
            "Allow" => Effect::Allow,
            "Deny" => Effect::Deny,
            _ => return None,
        };
        let sid = match object.get("Sid") {
            None => None,
            Some(sid) => Some(sid.as_str()?.to_owned()),
        };
        Some(Statement {
            sid,
            position,
            effect,
            // The names of actions are the same in any case.
            actions: selection(value, "Action", "NotAction", |value| texts(value, str::to_ascii_lowercase))?,
            resources: selection(value, "Resource", "NotResource", |value| texts(value, str::to_owned))?,
            principals: selection(value, "Principal", "NotPrincipal", principals)?,
            conditions: match object.get("Condition") {
                None => BTreeMap::new(),
                Some(conditions) => read_conditions(conditions)?,
            },
        })
    }

    /// Returns a text that two statements share exactly if they say the same, whatever their names and places.
    pub(super) fn canonical(&self) -> String {
        let selection = |selection: &Option<Selection>| {
            selection.as_ref().map(|selection| (selection.inverted, selection.entries.clone()))
        };
        let parts = (selection(&self.actions), selection(&self.resources), selection(&self.principals));
        format!("{:?} {parts:?} {:?}", self.effect, self.conditions)
    }

    /// Returns what this statement covers in comparison with an earlier one of the same effect.
    pub(super) fn covers(&self, earlier: &Statement) -> Cover {
        if self.effect != earlier.effect {
            return Cover::Other;
        }
        let parts = [
            compare(&earlier.actions, &self.actions),
            compare(&earlier.resources, &self.resources),
            compare(&earlier.principals, &self.principals),
            self.compare_conditions(earlier),
        ];
        parts.into_iter().fold(Cover::Same, |whole, part| match (whole, part) {
            (Cover::Same, part) => part,
            (whole, Cover::Same) => whole,
            (whole, part) if whole == part => whole,
            _ => Cover::Other,
        })
    }

    /// A condition more makes a statement narrower, whatever it says: all of them must hold.
    fn compare_conditions(&self, earlier: &Statement) -> Cover {
        let within = |some: &Statement, all: &Statement| {
            some.conditions.iter().all(|(key, values)| all.conditions.get(key) == Some(values))
        };
        match (within(self, earlier), within(earlier, self)) {
            (true, true) => Cover::Same,
            (true, false) => Cover::Wider,
            (false, true) => Cover::Narrower,
            (false, false) => Cover::Other,
        }
    }

    /// Returns everything that two statements may have in common.
    pub(super) fn traits(&self) -> BTreeSet<(usize, &str)> {
        let selections = [&self.actions, &self.resources, &self.principals].into_iter().enumerate();
        let entries = selections.flat_map(|(place, selection)| {
            selection.iter().flat_map(move |selection| {
                let place = if selection.inverted { place + 10 } else { place };
                selection.entries.iter().map(move |entry| (place, entry.as_str()))
            })
        });
        entries.chain(self.conditions.keys().map(|(_, key)| (20, key.as_str()))).collect()
    }
}

/// Returns how the later selection covers. An entry `*` holds all entries of its kind.
fn compare(earlier: &Option<Selection>, later: &Option<Selection>) -> Cover {
    let (earlier, later) = match (earlier, later) {
        (None, None) => return Cover::Same,
        (Some(earlier), Some(later)) if earlier.inverted == later.inverted => (earlier, later),
        _ => return Cover::Other,
    };
    let within = |some: &Selection, all: &Selection| {
        some.entries.iter().all(|entry| all.entries.contains(entry) || all.entries.contains(star_of(entry)))
    };
    let cover = match (within(earlier, later), within(later, earlier)) {
        (true, true) => Cover::Same,
        (true, false) => Cover::Wider,
        (false, true) => Cover::Narrower,
        (false, false) => Cover::Other,
    };
    match cover {
        // Who excepts more covers less.
        Cover::Wider if earlier.inverted => Cover::Narrower,
        Cover::Narrower if earlier.inverted => Cover::Wider,
        cover => cover,
    }
}

/// Returns the entry that holds all of the same kind: `*`, or `AWS *` for a principal.
fn star_of(entry: &str) -> &str {
    if entry.starts_with("AWS ") { EVERYONE } else { "*" }
}

/// The entry for everyone among principals.
pub(super) const EVERYONE: &str = "AWS *";

/// Reads one of a pair of members such as `Action` and `NotAction`; the outer none is what is not understood.
fn selection(
    statement: &Value<'_>,
    plain: &str,
    inverted: &str,
    read: impl Fn(&Value<'_>) -> Option<Vec<(String, String)>>,
) -> Option<Option<Selection>> {
    let (inverted, value) = match (statement.get(plain), statement.get(inverted)) {
        (Some(_), Some(_)) => return None,
        (None, None) => return Some(None),
        (Some(value), None) => (false, value),
        (None, Some(value)) => (true, value),
    };
    let (entries, written) = read(value)?.into_iter().unzip();
    Some(Some(Selection { inverted, entries, written }))
}

/// Reads a text or a list of texts: each as it compares and as it is written.
fn texts(value: &Value<'_>, spell: impl Fn(&str) -> String) -> Option<Vec<(String, String)>> {
    let entry = |value: &Value<'_>| value.as_str().map(|text| (spell(text), text.to_owned()));
    match value {
        Value::List(elements) => elements.iter().map(entry).collect(),
        value => Some(vec![entry(value)?]),
    }
}

/// Reads principals: `"*"`, or an object with a text or a list of texts for each kind.
fn principals(value: &Value<'_>) -> Option<Vec<(String, String)>> {
    if value.as_str() == Some("*") {
        return Some(vec![(EVERYONE.to_owned(), EVERYONE.to_owned())]);
    }
    let mut found = Vec::new();
    for (kind, entries) in value.as_object()?.iter() {
        let spell = |text: &str| if kind == "AWS" { account(text).to_owned() } else { text.to_owned() };
        for (entry, written) in texts(entries, spell)? {
            found.push((format!("{kind} {entry}"), format!("{kind} {written}")));
        }
    }
    Some(found)
}

/// Returns the number of an account for both of its spellings.
fn account(principal: &str) -> &str {
    let number = principal
        .strip_prefix("arn:aws")
        .and_then(|rest| rest.split_once(":iam::"))
        .and_then(|(_, rest)| rest.strip_suffix(":root"));
    match number {
        Some(number) if number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit()) => number,
        _ => principal,
    }
}

fn read_conditions(value: &Value<'_>) -> Option<BTreeMap<(String, String), BTreeSet<String>>> {
    let mut conditions = BTreeMap::new();
    for (operator, keys) in value.as_object()?.iter() {
        for (key, values) in keys.as_object()?.iter() {
            let values = match values {
                Value::List(elements) => elements.iter().map(scalar).collect::<Option<_>>()?,
                value => BTreeSet::from([scalar(value)?]),
            };
            conditions.insert((operator.to_owned(), key.to_owned()), values);
        }
    }
    Some(conditions)
}

/// Returns a value that a condition compares with: `true` and `"true"` are the same there.
fn scalar(value: &Value<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone().into_owned()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(digits) => Some((*digits).to_owned()),
        Value::Null | Value::List(_) | Value::Object(_) => None,
    }
}

/// Returns the statements of a policy document; none if it is no such document, or one not understood.
pub(super) fn statements(document: &Value<'_>) -> Option<Vec<Statement>> {
    match document.get("Statement")? {
        Value::List(elements) => elements
            .iter()
            .enumerate()
            .map(|(position, element)| Statement::read(element, position))
            .collect(),
        single @ Value::Object(_) => Some(vec![Statement::read(single, 0)?]),
        _ => None,
    }
}
