//! Calculations with numbers by their text.

use std::cmp::Ordering;

use super::equality::compare_numbers;
use crate::plan::number::Decimal;
use crate::policy::source::expression::Operator;

/// Returns whether a comparison holds; none if the operator compares nothing.
pub(super) fn compare(operator: Operator, a: &str, b: &str) -> Option<bool> {
    let ordering = compare_numbers(a, b);
    Some(match operator {
        Operator::Less => ordering == Ordering::Less,
        Operator::LessEqual => ordering != Ordering::Greater,
        Operator::Greater => ordering == Ordering::Greater,
        Operator::GreaterEqual => ordering != Ordering::Less,
        _ => return None,
    })
}

/// Returns the result of a calculation, or why there is none.
pub(super) fn calculate(operator: Operator, a: &str, b: &str) -> Result<String, &'static str> {
    let (Some(a), Some(b)) = (Decimal::parse(a), Decimal::parse(b)) else {
        return Err("this is no number");
    };
    let result = match operator {
        Operator::Add => a.add(&b),
        Operator::Subtract => a.subtract(&b),
        Operator::Multiply => a.multiply(&b),
        Operator::Divide if b.sign() == 0 => return Err("a number is divided by 0"),
        Operator::Divide => a.divide(&b),
        _ => None,
    };
    result.ok_or("the numbers have more digits than can be calculated with")
}

/// Returns the number with the other sign, or why there is none.
pub(super) fn negate(number: &str) -> Result<String, &'static str> {
    let result = Decimal::parse(number).and_then(|number| number.negate());
    result.ok_or("the number has more digits than can be calculated with")
}
