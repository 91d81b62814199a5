//! Lengths of time, in the spellings of the providers, and whether one was lowered.

use super::fields::{self, Field};
use super::{Answer, Sides};
use crate::plan::view::State;

/// What zero means for an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zero {
    /// The shortest there is: `backup_retention_period = 0` switches backups off.
    Off,
    /// No end: `retention_in_days = 0` of a log group keeps for ever. So does null.
    Forever,
    /// Not set: neither going there nor coming from there is a lowering.
    Nothing,
}

/// The unit of a plain number, which only the attribute's name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// So many nanoseconds.
    Nanoseconds(u128),
    /// Without end: what providers write as `-1`.
    Forever,
}

const NANOSECOND: u128 = 1;
const SECOND: u128 = 1_000_000_000;
const DAY: u128 = 86_400 * SECOND;

impl Unit {
    fn nanoseconds(self) -> u128 {
        match self {
            Unit::Milliseconds => SECOND / 1000,
            Unit::Seconds => SECOND,
            Unit::Minutes => 60 * SECOND,
            Unit::Hours => 3600 * SECOND,
            Unit::Days => DAY,
        }
    }
}

/// Reads a length of time: a plain number of `unit`, `30d`, `720h`, `1h30m`, `604800s`, `P30D`, `PT12H`, and negative
/// numbers for "without end"; none for anything else.
///
/// A month counts 30 days and a year 365, as where clouds turn them into days.
pub fn parse(text: &str, unit: Unit) -> Option<Length> {
    let text = text.trim();
    if let Some(positive) = text.strip_prefix('-') {
        return parse(positive, unit).filter(|_| !positive.starts_with('-')).map(|_| Length::Forever);
    }
    let nanoseconds = if let Some(period) = text.strip_prefix(['P', 'p']) {
        let (date, time) = match period.split_once(['T', 't']) {
            Some((_, "")) => return None,
            Some((date, time)) => (date, time),
            None => (period, ""),
        };
        if date.is_empty() && time.is_empty() {
            return None;
        }
        sum(date, iso_date)?.checked_add(sum(time, iso_time)?)?
    } else if text.ends_with(|last: char| last.is_ascii_digit()) {
        scaled(text, unit.nanoseconds())?
    } else {
        (!text.is_empty()).then(|| sum(text, plain)).flatten()?
    };
    Some(Length::Nanoseconds(nanoseconds))
}

/// Returns whether a length of time at an attribute was lowered.
///
/// A number and null cannot be compared, except where zero means for ever (then null does too). What is unknown or
/// cannot be read is unknown.
pub fn lowered(sides: Sides<'_>, unit: Unit, zero: Zero) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    let read = |field: Field<&str>| match field {
        Field::Unknown => Err(()),
        Field::Missing => Ok((zero == Zero::Forever).then_some(Length::Forever)),
        Field::Known(text) => match (parse(text, unit).ok_or(())?, zero) {
            (Length::Nanoseconds(0), Zero::Forever) => Ok(Some(Length::Forever)),
            (Length::Nanoseconds(0), Zero::Nothing) => Ok(None),
            (length, _) => Ok(Some(length)),
        },
    };
    // Before there was an object nothing can be lowered.
    if sides.before.state() == State::Absent {
        return Answer::No;
    }
    match (read(fields::text(sides.before)), read(fields::text(sides.after))) {
        (Ok(Some(before)), Ok(Some(after))) => (after < before).into(),
        // From nothing there is no way down.
        (Ok(None), _) | (_, Ok(None)) => Answer::No,
        _ => Answer::Unknown,
    }
}

/// Adds up pairs of number and unit.
fn sum(text: &str, unit: fn(&str) -> Option<u128>) -> Option<u128> {
    let (mut total, mut rest) = (0_u128, text);
    while !rest.is_empty() {
        let end = rest.find(|character: char| !character.is_ascii_digit() && character != '.')?;
        let (number, behind) = rest.split_at_checked(end)?;
        let end = behind.find(|character: char| character.is_ascii_digit()).unwrap_or(behind.len());
        let (name, next) = behind.split_at_checked(end)?;
        total = total.checked_add(scaled(number, unit(name)?)?)?;
        rest = next;
    }
    Some(total)
}

/// Multiplies a decimal number by a unit, exactly; what is below a nanosecond is dropped.
fn scaled(number: &str, unit: u128) -> Option<u128> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let mut total = whole.parse::<u128>().ok()?.checked_mul(unit)?;
    let mut share = unit;
    for digit in fraction.bytes() {
        share /= 10;
        total = total.checked_add(share * u128::from(digit - b'0'))?;
    }
    Some(total)
}

fn plain(name: &str) -> Option<u128> {
    Some(match name {
        "ns" => NANOSECOND,
        "us" | "µs" => 1000,
        "ms" => SECOND / 1000,
        "s" | "S" | "sec" | "second" | "seconds" => SECOND,
        // `M` could be months.
        "m" | "min" | "minute" | "minutes" => 60 * SECOND,
        "h" | "H" | "hour" | "hours" => 3600 * SECOND,
        "d" | "D" | "day" | "days" => DAY,
        "w" | "W" | "week" | "weeks" => 7 * DAY,
        "y" | "Y" | "year" | "years" => 365 * DAY,
        _ => return None,
    })
}

fn iso_date(name: &str) -> Option<u128> {
    Some(match name {
        "D" | "d" => DAY,
        "W" | "w" => 7 * DAY,
        "M" | "m" => 30 * DAY,
        "Y" | "y" => 365 * DAY,
        _ => return None,
    })
}

fn iso_time(name: &str) -> Option<u128> {
    Some(match name {
        "S" | "s" => SECOND,
        "M" | "m" => 60 * SECOND,
        "H" | "h" => 3600 * SECOND,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, Sides};
    use super::{Length, Unit, Zero, lowered, parse};
    use crate::plan::value::Value;
    use crate::plan::view::View;

    #[test]
    fn one_length_has_many_spellings() {
        for spellings in [
            &[
                "30",
                "30d",
                "P30D",
                "720h",
                "2592000s",
                "2592000.000s",
                "43200m",
                "P1M",
                "30D",
                "29d24h",
                "P29DT24H",
            ][..],
            &["0", "0s", "P0D", "PT0S", "0d", "0.0"],
            &["1.5", "36h", "PT36H", "1d12h", "P1DT12H", "129600s"],
            &["-1", "-1s", "-30d"],
        ] {
            for spelling in spellings {
                let length = parse(spelling, Unit::Days);
                assert!(length.is_some(), "{spelling}");
                assert_eq!(length, parse(spellings[0], Unit::Days), "{spelling}");
            }
        }
        assert_eq!(parse("604800000", Unit::Milliseconds), parse("7", Unit::Days));
        assert_eq!(parse("90", Unit::Minutes), parse("1h30m", Unit::Days));
        assert_eq!(parse("-1", Unit::Days), Some(Length::Forever));
    }

    #[test]
    fn what_is_no_length_is_none() {
        for text in [
            "", "d", "P", "PT", "P1DT", "1M", "1x", "--1", "1e3", "forever", "1h 30m", ".5h", "P30", "é",
            "5é",
        ] {
            assert_eq!(parse(text, Unit::Days), None, "{text}");
        }
        assert_eq!(parse(&"9".repeat(60), Unit::Days), None);
    }

    #[test]
    fn zero_means_what_the_attribute_makes_of_it() {
        use Answer::{No, Unknown, Yes};
        for (before, after, off, forever, nothing) in [
            (Some("30"), Some("7"), Yes, Yes, Yes),
            (Some("7"), Some("30"), No, No, No),
            (Some("30"), Some("30d"), No, No, No),
            (Some("30"), Some("0"), Yes, No, No),
            (Some("0"), Some("30"), No, Yes, No),
            (None, Some("30"), No, Yes, No),
            (Some("30"), None, No, No, No),
            (Some("-1"), Some("30"), Yes, Yes, Yes),
            (Some("30"), Some("-1"), No, No, No),
            (Some("30"), Some("soon"), Unknown, Unknown, Unknown),
            (Some("720h"), Some("P7D"), Yes, Yes, Yes),
        ] {
            let value =
                |text: Option<&'static str>| text.map_or(Value::Null, |text| Value::String(text.into()));
            let (a, b) = (value(before), value(after));
            let sides =
                Sides { before: View::new(Some(&a), None, None), after: View::new(Some(&b), None, None) };
            let ask = |zero| lowered(sides, Unit::Days, zero);
            let answers = (ask(Zero::Off), ask(Zero::Forever), ask(Zero::Nothing));
            assert_eq!(answers, (off, forever, nothing), "{before:?} -> {after:?}");
        }
    }

    #[test]
    fn unknown_is_unknown_and_a_new_object_lowers_nothing() {
        let (known, yes) = (Value::Number("30"), Value::Bool(true));
        let (known, unknown) = (View::new(Some(&known), None, None), View::new(None, Some(&yes), None));
        assert_eq!(lowered(Sides { before: known, after: unknown }, Unit::Days, Zero::Off), Answer::Unknown);
        for zero in [Zero::Off, Zero::Forever, Zero::Nothing] {
            assert_eq!(lowered(Sides { before: View::absent(), after: known }, Unit::Days, zero), Answer::No);
        }
    }
}
