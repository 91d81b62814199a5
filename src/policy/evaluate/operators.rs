//! The operators, and strings with `${}`.

use std::borrow::Cow;

use super::equality::equal;
use super::value::{Content, Mark, Value};
use super::walker::{Failure, Outcome, Walker, fail, truth};
use super::{Truth, arithmetic};
use crate::policy::source::expression::{At, Expression, Operator, Part, Template};

impl<'v> Walker<'v> {
    pub(super) fn binary(
        &mut self,
        at: At,
        operator: Operator,
        left: &'v Expression,
        right: &'v Expression,
    ) -> Outcome<'v> {
        if matches!(operator, Operator::And | Operator::Or) {
            return self.logic(operator, left, right);
        }
        let (a, b) = (self.evaluate(left)?, self.evaluate(right)?);
        let mark = a.mark.max(b.mark);
        if matches!(operator, Operator::Equal | Operator::NotEqual) {
            let mut cost = 0;
            let same = equal(&a, &b, &mut cost);
            self.spend_bulk(at, cost)?;
            return Ok(Value::from(if operator == Operator::Equal { same } else { !same }).marked(mark));
        }
        if a.is_unknown() || b.is_unknown() {
            return Ok(Value::unknown());
        }
        let (a, b) = (number(left.at, operator, &a)?, number(right.at, operator, &b)?);
        if let Some(holds) = arithmetic::compare(operator, a, b) {
            return Ok(Value::from(holds).marked(mark));
        }
        match arithmetic::calculate(operator, a, b) {
            Ok(result) => Ok(Value::number(result).marked(mark)),
            Err(message) => fail(at, message),
        }
    }

    /// Evaluates `&&` or `||`: the right side counts only where the left does not decide.
    fn logic(&mut self, operator: Operator, left: &'v Expression, right: &'v Expression) -> Outcome<'v> {
        let role = if operator == Operator::And { "an operand of `&&`" } else { "an operand of `||`" };
        let a = self.evaluate(left)?;
        let first = truth(&a, left.at, role)?;
        let decided = if operator == Operator::And { Truth::False } else { Truth::True };
        if first == decided {
            return Ok(Value::from(first).marked(a.mark));
        }
        let unsure =
            |failure: Failure| Failure { unsure: failure.unsure || first == Truth::Unknown, ..failure };
        let b = self.evaluate(right).map_err(unsure)?;
        let second = truth(&b, right.at, role).map_err(unsure)?;
        let result = if operator == Operator::And { first.and(second) } else { first.or(second) };
        Ok(Value::from(result).marked(a.mark.max(b.mark)))
    }

    pub(super) fn negate(&mut self, at: At, value: &Value<'v>) -> Outcome<'v> {
        if value.is_unknown() {
            return Ok(Value::unknown());
        }
        let number = number(at, Operator::Subtract, value)?;
        match arithmetic::negate(number) {
            Ok(result) => Ok(Value::number(result).marked(value.mark)),
            Err(message) => fail(at, message),
        }
    }

    pub(super) fn template(&mut self, template: &'v Template) -> Outcome<'v> {
        let mut text = String::new();
        let (mut mark, mut unknown) = (Mark::Own, false);
        for part in &template.parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Value(expression) => {
                    let value = self.evaluate(expression)?;
                    mark = mark.max(value.mark);
                    match &value.content {
                        Content::Unknown => unknown = true,
                        Content::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
                        Content::Number(inserted) | Content::Text(inserted) => {
                            self.spend_bulk(expression.at, inserted.len() / 4)?;
                            text.push_str(inserted);
                        }
                        _ => {
                            return fail(
                                expression.at,
                                format!("{} cannot stand in a string", value.describe()),
                            );
                        }
                    }
                }
            }
        }
        if unknown {
            return Ok(Value::unknown());
        }
        Ok(Content::Text(Cow::Owned(text)).with(mark))
    }

    /// Returns whether a string matches a pattern; null does not.
    pub(super) fn match_text(
        &mut self,
        at: At,
        function: &str,
        value: &Value<'v>,
        test: impl Fn(&str) -> Option<bool>,
    ) -> Outcome<'v> {
        match &value.content {
            Content::Unknown => Ok(Value::unknown()),
            Content::Null => Ok(Value::from(false).marked(value.mark)),
            Content::Text(text) => {
                self.spend_bulk(at, text.len() / 4)?;
                match test(text) {
                    Some(matched) => Ok(Value::from(matched).marked(value.mark)),
                    None => fail(at, "the pattern cannot be used"),
                }
            }
            _ => fail(at, format!("`{function}` needs a string, and this is {}", value.describe())),
        }
    }
}

fn number<'a>(at: At, operator: Operator, value: &'a Value<'_>) -> Result<&'a str, Failure> {
    match &value.content {
        Content::Number(digits) => Ok(digits),
        _ => fail(at, format!("`{}` needs numbers, and this is {}", operator.name(), value.describe())),
    }
}
