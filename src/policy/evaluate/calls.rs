//! The functions over values.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::Truth;
use super::equality::{compare_numbers, equal};
use super::value::{Content, List, Mark, Value};
use super::walker::{Failure, Outcome, Walker, fail, truth};
use crate::plan::number::Decimal;
use crate::policy::source::expression::At;
use crate::policy::source::functions::Function;

impl<'v> Walker<'v> {
    pub(super) fn call(&mut self, at: At, function: Function, arguments: &[Value<'v>]) -> Outcome<'v> {
        let mark = arguments.iter().map(|argument| argument.mark).max().unwrap_or(Mark::Own);
        let [value, rest @ ..] = arguments else {
            return fail(at, "the function has no arguments");
        };
        let result = match function {
            Function::IsUnknown => Value::from(value.is_unknown()),
            Function::Concat => self.concat(at, arguments)?,
            _ if arguments.iter().any(Value::is_unknown) => self.call_on_unknown(at, function, arguments)?,
            Function::Contains => self.contains(at, value, rest)?,
            Function::Length => self.length(at, value)?,
            Function::Keys | Function::Values => self.members(at, function, value)?,
            Function::Distinct => self.distinct(at, value)?,
            Function::Flatten => {
                let mut list = List::default();
                self.flatten(at, value, &mut list)?;
                Content::List(list).own()
            }
            Function::AnyTrue | Function::AllTrue => self.fold(at, function, value)?,
            Function::Lower => self.recase(at, function, value, str::to_lowercase)?,
            Function::Upper => self.recase(at, function, value, str::to_uppercase)?,
            Function::StartsWith => {
                self.compare_texts(at, function, arguments, |text, part| text.starts_with(part))?
            }
            Function::EndsWith => {
                self.compare_texts(at, function, arguments, |text, part| text.ends_with(part))?
            }
            Function::StrContains => {
                self.compare_texts(at, function, arguments, |text, part| text.contains(part))?
            }
            Function::ToNumber => to_number(at, value)?,
            Function::ToString => to_text(at, value)?,
            Function::Max => extreme(at, function, arguments, Ordering::Greater)?,
            Function::Min => extreme(at, function, arguments, Ordering::Less)?,
            Function::IsSet => Value::from(is_set(value)),
            Function::Major => major(at, value)?,
            _ => return fail(at, "the function cannot be called like this"),
        };
        Ok(result.marked(mark))
    }

    /// What a function says though an argument is unknown.
    fn call_on_unknown(&mut self, at: At, function: Function, arguments: &[Value<'v>]) -> Outcome<'v> {
        match (function, arguments) {
            // Nothing is in an empty list, whatever it is that is looked for.
            (Function::Contains, [list, _]) if !list.is_unknown() => {
                let (elements, open) = self.list(at, function, list)?;
                Ok(if elements.is_empty() && !open { Value::from(false) } else { Value::unknown() })
            }
            _ => Ok(Value::unknown()),
        }
    }

    fn contains(&mut self, at: At, list: &Value<'v>, rest: &[Value<'v>]) -> Outcome<'v> {
        let [wanted] = rest else {
            return fail(at, "`contains` needs a list and a value");
        };
        let (elements, open) = self.list(at, Function::Contains, list)?;
        let mut cost = elements.len();
        let found = Truth::any(elements.iter().map(|element| equal(element, wanted, &mut cost)));
        self.spend_bulk(at, cost)?;
        Ok(Value::from(if open { found.or(Truth::Unknown) } else { found }))
    }

    fn length(&mut self, at: At, value: &Value<'v>) -> Outcome<'v> {
        let length = match &value.content {
            Content::Null => 0,
            Content::Text(text) => {
                self.spend_bulk(at, text.len() / 4)?;
                text.chars().count()
            }
            Content::List(list) if list.open => return Ok(Value::unknown()),
            Content::List(list) => list.items.len(),
            Content::Object(members) => members.len(),
            Content::Tree(view) => view.elements().unwrap_or_else(|| view.keys().len()),
            _ => return wrong(at, Function::Length, "a list, an object or a string", value),
        };
        Ok(Value::from(length))
    }

    fn members(&mut self, at: At, function: Function, value: &Value<'v>) -> Outcome<'v> {
        if matches!(value.content, Content::Null) {
            return Ok(Content::List(List::default()).own());
        }
        let Some(members) = value.members() else {
            return wrong(at, function, "an object", value);
        };
        self.spend_bulk(at, members.len())?;
        let mark = value.mark;
        let items = members.into_iter().map(|(key, value)| match function {
            Function::Keys => Content::Text(key).with(mark),
            _ => value,
        });
        Ok(Content::List(List { items: items.collect(), open: false }).own())
    }

    fn concat(&mut self, at: At, lists: &[Value<'v>]) -> Outcome<'v> {
        let mut joined = List::default();
        for list in lists {
            if list.is_unknown() {
                // It may hold anything, or nothing.
                joined.items.push(Value::unknown());
                joined.open = true;
                continue;
            }
            let (elements, open) = self.list(at, Function::Concat, list)?;
            self.spend_bulk(at, elements.len())?;
            joined.items.extend(elements);
            joined.open |= open;
        }
        Ok(Content::List(joined).own())
    }

    fn distinct(&mut self, at: At, value: &Value<'v>) -> Outcome<'v> {
        let (elements, open) = self.list(at, Function::Distinct, value)?;
        let mut list = List { items: Vec::new(), open };
        for element in elements {
            let mut cost = list.items.len();
            let repeated = Truth::any(list.items.iter().map(|known| equal(known, &element, &mut cost)));
            self.spend_bulk(at, cost)?;
            match repeated {
                Truth::True => {}
                Truth::False => list.items.push(element),
                Truth::Unknown => {
                    list.items.push(Value::unknown());
                    list.open = true;
                }
            }
        }
        Ok(Content::List(list).own())
    }

    fn flatten(&mut self, at: At, value: &Value<'v>, list: &mut List<'v>) -> Result<(), Failure> {
        let (elements, open) = self.list(at, Function::Flatten, value)?;
        list.open |= open;
        for element in elements {
            self.spend(at, 1)?;
            if element.elements().is_some() {
                self.flatten(at, &element, list)?;
            } else {
                // What is unknown may turn out to be a list.
                list.open |= element.is_unknown();
                list.items.push(element);
            }
        }
        Ok(())
    }

    fn fold(&mut self, at: At, function: Function, value: &Value<'v>) -> Outcome<'v> {
        let (elements, open) = self.list(at, function, value)?;
        self.spend_bulk(at, elements.len())?;
        let role = format!("an element of the list of `{}`", function.entry().name);
        let truths: Result<Vec<Truth>, Failure> =
            elements.iter().map(|each| truth(each, at, &role)).collect();
        let truths = truths?;
        let open = if open { Some(Truth::Unknown) } else { None };
        Ok(Value::from(match function {
            Function::AnyTrue => Truth::any(truths.into_iter().chain(open)),
            _ => Truth::all(truths.into_iter().chain(open)),
        }))
    }

    fn recase(
        &mut self,
        at: At,
        function: Function,
        value: &Value<'v>,
        convert: impl Fn(&str) -> String,
    ) -> Outcome<'v> {
        match &value.content {
            Content::Null => Ok(Value::null()),
            Content::Text(text) => {
                self.spend_bulk(at, text.len() / 4)?;
                Ok(Content::Text(Cow::Owned(convert(text))).own())
            }
            _ => wrong(at, function, "a string", value),
        }
    }

    fn compare_texts(
        &mut self,
        at: At,
        function: Function,
        arguments: &[Value<'v>],
        test: impl Fn(&str, &str) -> bool,
    ) -> Outcome<'v> {
        let [text, part] = arguments else {
            return fail(at, "the function needs two strings");
        };
        for argument in arguments {
            match &argument.content {
                Content::Text(text) => self.spend_bulk(at, text.len() / 4)?,
                Content::Null => {}
                _ => return wrong(at, function, "strings", argument),
            }
        }
        Ok(Value::from(match (&text.content, &part.content) {
            (Content::Text(text), Content::Text(part)) => test(text, part),
            _ => false,
        }))
    }

    /// Returns the elements of a list, null being an empty one, and whether it is open.
    fn list(
        &mut self,
        at: At,
        function: Function,
        value: &Value<'v>,
    ) -> Result<(Vec<Value<'v>>, bool), Failure> {
        if matches!(value.content, Content::Null) {
            return Ok((Vec::new(), false));
        }
        match value.elements() {
            Some((elements, open)) => {
                self.spend_bulk(at, elements.len())?;
                Ok((elements, open))
            }
            None => wrong(at, function, "a list", value),
        }
    }
}

fn wrong<T>(at: At, function: Function, needed: &str, value: &Value<'_>) -> Result<T, Failure> {
    fail(at, format!("`{}` needs {needed}, and this is {}", function.entry().name, value.describe()))
}

fn to_number<'v>(at: At, value: &Value<'v>) -> Outcome<'v> {
    match &value.content {
        Content::Null | Content::Number(_) => Ok(value.clone()),
        Content::Text(text) if Decimal::parse(text).is_some() => Ok(Value::number(text.clone())),
        Content::Text(_) => fail(at, "`tonumber` needs a number, and this string holds none"),
        _ => wrong(at, Function::ToNumber, "a string or a number", value),
    }
}

fn to_text<'v>(at: At, value: &Value<'v>) -> Outcome<'v> {
    match &value.content {
        Content::Null | Content::Text(_) => Ok(value.clone()),
        Content::Number(digits) => Ok(Content::Text(digits.clone()).own()),
        Content::Bool(flag) => Ok(Value::from(if *flag { "true" } else { "false" })),
        _ => wrong(at, Function::ToString, "a string, a number or a bool", value),
    }
}

fn extreme<'v>(at: At, function: Function, numbers: &[Value<'v>], wanted: Ordering) -> Outcome<'v> {
    let mut best: Option<&Cow<'v, str>> = None;
    for value in numbers {
        let Content::Number(number) = &value.content else {
            return wrong(at, function, "numbers", value);
        };
        if best.is_none_or(|best| compare_numbers(number, best) == wanted) {
            best = Some(number);
        }
    }
    Ok(best.map_or_else(Value::null, |best| Value::number(best.clone())))
}

fn is_set(value: &Value<'_>) -> bool {
    match &value.content {
        Content::Null => false,
        Content::Text(text) => !text.is_empty(),
        _ => true,
    }
}

/// Returns the first number in a version: 14 of `14.9`, `v14` and `POSTGRES_14`.
fn major<'v>(at: At, value: &Value<'v>) -> Outcome<'v> {
    let text = match &value.content {
        Content::Null => return Ok(Value::null()),
        Content::Number(text) | Content::Text(text) => text,
        _ => return wrong(at, Function::Major, "a version", value),
    };
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let digits: String = text.chars().skip(start).take_while(char::is_ascii_digit).collect();
    Ok(if digits.is_empty() { Value::null() } else { Value::number(digits) })
}
