//! Numbers by their text: compared exactly, whatever the number of digits, and calculated with exactly or not at all.

use std::cmp::Ordering;

/// The exponent beyond which numbers of the same sign are taken for equally far away.
const FAR: i64 = i64::MAX / 4;

/// The most digits behind the point that a division yields.
const QUOTIENT_DIGITS: u32 = 30;

/// A decimal number that borrows from its text.
#[derive(Debug, Clone, Copy)]
pub struct Decimal<'t> {
    negative: bool,
    whole: &'t str,
    fraction: &'t str,
    exponent: i64,
}

impl<'t> Decimal<'t> {
    /// Reads `-12.50e+3`; none if it is not written like that.
    pub fn parse(text: &'t str) -> Option<Decimal<'t>> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return None;
        }
        Some(Decimal { negative, whole, fraction, exponent })
    }

    /// Returns which of two numbers is greater, exactly.
    pub fn compare(&self, other: &Decimal<'_>) -> Ordering {
        match (self.sign(), other.sign()) {
            (a, b) if a != b => a.cmp(&b),
            (0, _) => Ordering::Equal,
            (1, _) => self.compare_size(other),
            _ => other.compare_size(self),
        }
    }

    /// Returns -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        match (self.digits().next(), self.negative) {
            (None, _) => 0,
            (Some(_), true) => -1,
            (Some(_), false) => 1,
        }
    }

    /// Returns the number if it is whole, not negative and not out of range.
    pub fn as_usize(&self) -> Option<usize> {
        let (value, exponent) = self.parts()?;
        let power = 10i128.checked_pow(u32::try_from(exponent).ok()?)?;
        usize::try_from(value.checked_mul(power)?).ok()
    }

    /// Returns the sum; none if it has more digits than can be calculated with.
    pub fn add(&self, other: &Decimal<'_>) -> Option<String> {
        let ((a, a_exponent), (b, b_exponent)) = (self.parts()?, other.parts()?);
        let exponent = a_exponent.min(b_exponent);
        Some(write(scale(a, a_exponent, exponent)?.checked_add(scale(b, b_exponent, exponent)?)?, exponent))
    }

    /// Returns the difference; none if it has more digits than can be calculated with.
    pub fn subtract(&self, other: &Decimal<'_>) -> Option<String> {
        self.add(&Decimal { negative: !other.negative, ..*other })
    }

    /// Returns the product; none if it has more digits than can be calculated with.
    pub fn multiply(&self, other: &Decimal<'_>) -> Option<String> {
        let ((a, a_exponent), (b, b_exponent)) = (self.parts()?, other.parts()?);
        Some(write(a.checked_mul(b)?, a_exponent.checked_add(b_exponent)?))
    }

    /// Returns the quotient, cut off after 30 digits behind the point of its digits; none for a division by zero
    /// and for more digits than can be calculated with.
    pub fn divide(&self, other: &Decimal<'_>) -> Option<String> {
        let ((a, a_exponent), (b, b_exponent)) = (self.parts()?, other.parts()?);
        let (mut quotient, mut rest) = (a.checked_div(b)?, a.checked_rem(b)?);
        let mut exponent = a_exponent.checked_sub(b_exponent)?;
        for _ in 0..QUOTIENT_DIGITS {
            if rest == 0 {
                break;
            }
            rest = rest.checked_mul(10)?;
            let Some(longer) = quotient.checked_mul(10).and_then(|longer| longer.checked_add(rest / b))
            else {
                break;
            };
            (quotient, rest, exponent) = (longer, rest % b, exponent - 1);
        }
        Some(write(quotient, exponent))
    }

    /// Returns the number with the other sign.
    pub fn negate(&self) -> Option<String> {
        let (value, exponent) = self.parts()?;
        Some(write(-value, exponent))
    }

    /// Returns a text that all spellings of this number share, and those of no other.
    fn canonical(&self) -> String {
        let digits: String = self.digits().map(char::from).collect();
        match (digits.trim_end_matches('0'), self.negative) {
            ("", _) => "0".to_owned(),
            (digits, true) => format!("-{digits}e{}", self.magnitude()),
            (digits, false) => format!("{digits}e{}", self.magnitude()),
        }
    }

    fn compare_size(&self, other: &Decimal<'_>) -> Ordering {
        self.magnitude().cmp(&other.magnitude()).then_with(|| {
            let (mut a, mut b) = (self.digits(), other.digits());
            loop {
                match (a.next(), b.next()) {
                    (None, None) => return Ordering::Equal,
                    (x, y) => match x.unwrap_or(b'0').cmp(&y.unwrap_or(b'0')) {
                        Ordering::Equal => {}
                        unequal => return unequal,
                    },
                }
            }
        })
    }

    /// The digits from the first that is not zero.
    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes()).skip_while(|digit| *digit == b'0')
    }

    /// The power of ten of the first digit that is not zero.
    fn magnitude(&self) -> i64 {
        let zeros =
            self.whole.bytes().chain(self.fraction.bytes()).take_while(|digit| *digit == b'0').count();
        let length = i64::try_from(self.whole.len()).unwrap_or(FAR);
        self.exponent.saturating_add(length).saturating_sub(i64::try_from(zeros).unwrap_or(FAR))
    }

    /// The number as a whole number times a power of ten, without zeros at the end.
    fn parts(&self) -> Option<(i128, i64)> {
        let significant = self.digits().count();
        let zeros =
            self.whole.bytes().chain(self.fraction.bytes()).rev().take_while(|digit| *digit == b'0').count();
        let mut value: i128 = 0;
        for digit in self.digits().take(significant.saturating_sub(zeros)) {
            value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
        }
        if value == 0 {
            return Some((0, 0));
        }
        let fraction = i64::try_from(self.fraction.len()).ok()?;
        let exponent = self.exponent.checked_sub(fraction)?.checked_add(i64::try_from(zeros).ok()?)?;
        Some((if self.negative { -value } else { value }, exponent))
    }
}

/// Returns a text that two spellings of one number share, and no two numbers do.
pub fn canonical(text: &str) -> String {
    Decimal::parse(text).map_or_else(|| text.to_owned(), |number| number.canonical())
}

fn read_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(FAR).min(FAR);
    Some(if negative { -size } else { size })
}

fn scale(value: i128, from: i64, to: i64) -> Option<i128> {
    value.checked_mul(10i128.checked_pow(u32::try_from(from.checked_sub(to)?).ok()?)?)
}

fn write(value: i128, exponent: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = value.unsigned_abs().to_string();
    match exponent {
        0 => format!("{sign}{digits}"),
        1..=40 if value == 0 => "0".to_owned(),
        1..=40 => format!("{sign}{digits}{}", "0".repeat(usize::try_from(exponent).unwrap_or(0))),
        -40..=-1 => {
            let behind = usize::try_from(-exponent).unwrap_or(0);
            let padded = format!("{digits:0>width$}", width = behind + 1);
            let (whole, fraction) = padded.split_at_checked(padded.len() - behind).unwrap_or((&padded, ""));
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            format!("{sign}{whole}{point}{fraction}")
        }
        _ => format!("{sign}{digits}e{exponent}"),
    }
}

/// Returns the seconds in a duration such as `604800s`, `36h` or `7d`; none if it is none.
pub fn seconds(text: &str) -> Option<String> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "s" => "1",
        "m" => "60",
        "h" => "3600",
        "d" => "86400",
        "w" => "604800",
        _ => return None,
    };
    Decimal::parse(number)?.multiply(&Decimal::parse(unit)?)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{self, Equal, Greater, Less};

    use super::{Decimal, canonical, seconds};

    fn number(text: &str) -> Decimal<'_> {
        Decimal::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn comparison_is_exact_for_any_number_of_digits() {
        let cases: &[(&str, &str, Ordering)] = &[
            ("1", "1.0", Equal),
            ("1", "1e0", Equal),
            ("100", "1e2", Equal),
            ("0.25", "0.25", Equal),
            ("0.25", "25E-2", Equal),
            ("-0", "0", Equal),
            ("0e5", "0.000", Equal),
            ("1e400", "1e400", Equal),
            ("1e400", "10e399", Equal),
            ("1e400", "1e401", Less),
            ("-1e400", "1e-400", Less),
            ("-1e400", "-1e401", Greater),
            ("1e-400", "0", Greater),
            ("9007199254740993", "9007199254740992", Greater),
            ("0.1000000000000000000000000000000000000000001", "0.1", Greater),
            (
                "123456789012345678901234567890123456789012345",
                "123456789012345678901234567890123456789012346",
                Less,
            ),
            ("-2", "-10", Greater),
            ("2", "10", Less),
            ("007", "7", Equal),
            ("1e99999999999999999999", "2", Greater),
            ("1e-99999999999999999999", "2", Less),
        ];
        for (a, b, expected) in cases {
            assert_eq!(number(a).compare(&number(b)), *expected, "{a} {b}");
            assert_eq!(number(b).compare(&number(a)), expected.reverse(), "{b} {a}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in
            ["", "-", "1.", ".5", "1e", "1e+", "1e1.5", "0x10", " 1", "1 ", "NaN", "+1", "1_000", "--1"]
        {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn calculations_are_exact_or_refused() {
        let long = "99999999999999999999999999999999999999";
        type Calculation = fn(&Decimal<'_>, &Decimal<'_>) -> Option<String>;
        let cases: &[(&str, Calculation, &str, Option<&str>)] = &[
            ("0.1", |a, b| a.add(b), "0.2", Some("0.3")),
            ("1e3", |a, b| a.add(b), "1", Some("1001")),
            ("0.5", |a, b| a.subtract(b), "0.5", Some("0")),
            ("1", |a, b| a.subtract(b), "1.25", Some("-0.25")),
            ("2.5", |a, b| a.multiply(b), "4", Some("10")),
            ("1e300", |a, b| a.multiply(b), "1e300", Some("1e600")),
            ("1", |a, b| a.divide(b), "4", Some("0.25")),
            ("1", |a, b| a.divide(b), "3", Some("0.333333333333333333333333333333")),
            ("-7", |a, b| a.divide(b), "2", Some("-3.5")),
            ("6", |a, b| a.divide(b), "3", Some("2")),
            ("1", |a, b| a.divide(b), "0", None),
            ("0", |a, b| a.divide(b), "5", Some("0")),
            (long, |a, b| a.multiply(b), long, None),
            ("1e300", |a, b| a.add(b), "1", None),
        ];
        for (a, calculate, b, expected) in cases {
            assert_eq!(calculate(&number(a), &number(b)).as_deref(), *expected, "{a} {b}");
        }
        assert_eq!(number("-1.50").negate().as_deref(), Some("1.5"));
        assert_eq!(number("1e2").as_usize(), Some(100));
        assert_eq!(number("1.5").as_usize(), None);
        assert_eq!(number("-1").as_usize(), None);
    }

    #[test]
    fn spellings_of_one_number_share_a_text_and_other_numbers_do_not() {
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
        for (a, b) in
            [("1", "-1"), ("1", "10"), ("0.1", "0.01"), ("18446744073709551616", "18446744073709551617")]
        {
            assert_ne!(canonical(a), canonical(b), "{a} {b}");
        }
    }

    #[test]
    fn a_duration_is_read_as_seconds() {
        for (text, expected) in [
            ("604800s", Some("604800")),
            ("7d", Some("604800")),
            ("1.5h", Some("5400")),
            ("2w", Some("1209600")),
            ("90m", Some("5400")),
            ("7", None),
            ("d", None),
            ("", None),
            ("7 d", None),
            ("é", None),
        ] {
            assert_eq!(seconds(text).as_deref(), expected, "{text}");
        }
    }
}
