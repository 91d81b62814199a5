//! Lengths of time as a policy writes them: `90s`, `30m`, `4h`, `7d`.

use super::decode::{Section, Source};

/// The longest that is accepted, in seconds: ten years.
const LONGEST: u64 = 10 * 366 * 24 * 60 * 60;

/// Reads a length of time in seconds; the error says what is wrong.
///
/// # Errors
///
/// Anything but a whole number with one of the units `s`, `m`, `h` and `d`, and more than ten years.
pub fn parse(text: &str) -> Result<u64, String> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 60 * 60,
        "d" => 24 * 60 * 60,
        "" => return Err("it has no unit".to_owned()),
        _ => return Err(format!("`{unit}` is no unit")),
    };
    let seconds = number.parse::<u64>().ok().and_then(|number| number.checked_mul(factor));
    match seconds {
        Some(seconds) if seconds <= LONGEST => Ok(seconds),
        _ if number.is_empty() => Err("it has no number".to_owned()),
        _ => Err("it is longer than ten years".to_owned()),
    }
}

/// Reads an attribute that is a length of time, in seconds.
pub fn read(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<u64> {
    let text = section.text(name)?;
    match parse(&text) {
        Ok(seconds) => Some(seconds),
        Err(why) => {
            let at = section.value(name).map_or(section.at(), |value| source.start_of(value));
            source.report(
                at,
                format!("`{text}` is no length of time: {why}"),
                "write `90s`, `30m`, `4h` or `7d`",
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_length_is_a_whole_number_with_one_unit() {
        for (text, seconds) in [("90s", 90), ("30m", 1800), ("4h", 14_400), ("7d", 604_800), ("0s", 0)] {
            assert_eq!(parse(text), Ok(seconds), "{text}");
        }
        for text in
            ["", "4", "h", "-4h", "4.5h", "4 h", "4hours", "1h30m", "4H", "99999999999999999999d", "3661d"]
        {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
