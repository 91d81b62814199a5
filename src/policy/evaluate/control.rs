//! What evaluates its parts only in part: conditionals, `for`, `try` and `can`.

use super::Truth;
use super::equality::equal;
use super::value::{Content, List, Mark, Value};
use super::walker::{Failure, Outcome, Walker, fail, truth};
use crate::policy::source::expression::{At, Expression, For};

impl<'v> Walker<'v> {
    pub(super) fn conditional(
        &mut self,
        condition: &'v Expression,
        yes: &'v Expression,
        no: &'v Expression,
    ) -> Outcome<'v> {
        let value = self.evaluate(condition)?;
        // Which branch was taken tells about the condition.
        let mark = if value.mark == Mark::Sensitive { Mark::Sensitive } else { Mark::Own };
        let chosen = match truth(&value, condition.at, "the condition of `?`")? {
            Truth::True => self.evaluate(yes)?,
            Truth::False => self.evaluate(no)?,
            Truth::Unknown => match (self.evaluate(yes), self.evaluate(no)) {
                (Err(failure), _) | (_, Err(failure)) if failure.fatal => return Err(failure),
                (Ok(yes), Ok(no)) => {
                    let mut cost = 0;
                    let equal = equal(&yes, &no, &mut cost);
                    self.spend_bulk(condition.at, cost)?;
                    if equal.is_true() { yes.marked(no.mark) } else { Value::unknown() }
                }
                _ => Value::unknown(),
            },
        };
        Ok(chosen.marked(mark))
    }

    pub(super) fn walk(&mut self, at: At, walk: &'v For) -> Outcome<'v> {
        self.note(&walk.collection);
        let collection = self.evaluate(&walk.collection)?;
        let (entries, open) = match entries(&collection, walk.splat) {
            Some(entries) => entries,
            None if collection.is_unknown() => return Ok(Value::unknown()),
            None => return fail(at, format!("`for` cannot walk {}", collection.describe())),
        };
        let path = if self.paths.is_some() { self.path_of(&walk.collection) } else { None };
        let mut list = List { items: Vec::with_capacity(entries.len()), open };
        let outcome = self.walk_entries(walk, entries, path.as_ref(), &mut list);
        self.locals.truncate(walk.slot);
        self.local_paths.truncate(walk.slot);
        outcome?;
        Ok(Content::List(list).with(collection.mark))
    }

    pub(super) fn walk_entries(
        &mut self,
        walk: &'v For,
        entries: Vec<(Value<'v>, Value<'v>)>,
        path: Option<&String>,
        list: &mut List<'v>,
    ) -> Result<(), Failure> {
        for (key, value) in entries {
            self.locals.truncate(walk.slot);
            self.local_paths.truncate(walk.slot);
            self.locals.extend([key, value]);
            self.local_paths.extend([None, path.cloned()]);
            let counts = match &walk.condition {
                None => Truth::True,
                Some(condition) => {
                    let value = self.evaluate(condition)?;
                    truth(&value, condition.at, "the condition of `if`")?
                }
            };
            match counts {
                Truth::True => list.items.push(self.evaluate(&walk.result)?),
                Truth::False => {}
                Truth::Unknown => {
                    list.items.push(Value::unknown());
                    list.open = true;
                }
            }
        }
        Ok(())
    }

    pub(super) fn attempt(&mut self, at: At, arguments: &'v [Expression]) -> Outcome<'v> {
        for argument in arguments {
            match self.evaluate(argument) {
                Ok(value) => return Ok(value),
                Err(failure) if failure.fatal => return Err(failure),
                // It may turn out not to fail, and then the next argument would be wrong.
                Err(failure) if failure.unsure => return Ok(Value::unknown()),
                Err(_) => {}
            }
        }
        fail(at, "every argument of `try` fails")
    }

    pub(super) fn can(&mut self, arguments: &'v [Expression]) -> Outcome<'v> {
        let Some(argument) = arguments.first() else {
            return Ok(Value::from(true));
        };
        match self.evaluate(argument) {
            Ok(value) if value.is_unknown() => Ok(value),
            Ok(_) => Ok(Value::from(true)),
            Err(failure) if failure.fatal => Err(failure),
            Err(failure) if failure.unsure => Ok(Value::unknown()),
            Err(_) => Ok(Value::from(false)),
        }
    }
}

/// What `for` walks: keys with values, and whether there may be fewer.
type Entries<'v> = (Vec<(Value<'v>, Value<'v>)>, bool);

fn entries<'v>(collection: &Value<'v>, splat: bool) -> Option<Entries<'v>> {
    if let Some((elements, open)) = collection.elements() {
        let entries = elements.into_iter().enumerate();
        return Some((entries.map(|(index, value)| (Value::from(index), value)).collect(), open));
    }
    if collection.is_unknown() {
        return None;
    }
    if matches!(collection.content, Content::Null) {
        return (splat || collection.mark >= Mark::Plan).then_some((Vec::new(), false));
    }
    if splat {
        return Some((vec![(Value::from(0usize), collection.clone())], false));
    }
    let members = collection.members()?;
    let mark = collection.mark;
    Some((members.into_iter().map(|(key, value)| (Content::Text(key).with(mark), value)).collect(), false))
}
