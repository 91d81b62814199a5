//! Exact decimal numbers by their text: a plan holds numbers of any length, and each digit may matter.

use std::cmp::Ordering;

/// A decimal number: 0.digits x 10^exponent, without leading or trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// Reads a JSON number. Returns none for a text that is none.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (rest.get(..at)?, exponent_of(rest.get(at + 1..)?)?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0');
        let leading = i64::try_from(digits.len() - significant.len()).ok()?;
        let point = i64::try_from(whole.len()).ok()?;
        let significant = significant.trim_end_matches('0');
        if significant.is_empty() {
            return Some(Decimal { negative: false, digits: String::new(), exponent: 0 });
        }
        let exponent = exponent.checked_add(point)?.checked_sub(leading)?;
        Some(Decimal { negative, digits: significant.to_owned(), exponent })
    }

    /// Returns true if the number is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Returns true if the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    fn magnitude(&self, other: &Decimal) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // Without leading zeros the exponent decides, and digits of one exponent compare like text.
            (false, false) => self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

/// Reads an exponent; one too long to count is taken for the largest there is.
fn exponent_of(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let exponent = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if negative { -exponent } else { exponent })
}

/// Returns a text that two spellings of one number share, and no two numbers do.
pub fn canonical(text: &str) -> String {
    match Decimal::parse(text) {
        Some(number) if number.is_zero() => "0".to_owned(),
        Some(number) => {
            format!("{}{}e{}", if number.negative { "-" } else { "" }, number.digits, number.exponent)
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, canonical};

    #[test]
    fn spellings_of_one_number_are_one_number() {
        for spellings in [
            &["1", "1.0", "1e0", "10e-1", "0.1e1", "1.000"][..],
            &["0", "-0", "0.0", "0e99"],
            &["-25", "-2.5e1", "-250e-1"],
            &["18446744073709551616", "18446744073709551616.0"],
        ] {
            for spelling in spellings {
                assert_eq!(canonical(spelling), canonical(spellings[0]), "{spelling}");
            }
        }
    }

    #[test]
    fn numbers_compare_by_value_to_the_last_digit() {
        let sorted = [
            "-1e400",
            "-10",
            "-9.99",
            "-1e-400",
            "0",
            "1e-400",
            "0.25",
            "0.250000000000000000001",
            "9",
            "10",
            "123456789012345678901234567890",
            "123456789012345678901234567891",
            "1e400",
        ];
        for (i, a) in sorted.iter().enumerate() {
            for (j, b) in sorted.iter().enumerate() {
                let (x, y) = (Decimal::parse(a).unwrap(), Decimal::parse(b).unwrap());
                assert_eq!(x.cmp(&y), i.cmp(&j), "{a} and {b}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".5", "1e", "1e+", "0x10", "NaN", "1,5"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
