//! The kinds of text that are harmless to show, each recognised as a whole.

use std::net::IpAddr;

use super::ids::{is_id, is_uuid};
use super::words::are_words;

/// Returns true for a text that may be shown wherever nothing else hides it.
pub(super) fn is_harmless(text: &str) -> bool {
    text.is_empty()
        || matches!(text, "*" | "/")
        || is_number(text)
        || are_words(text)
        || is_version(text)
        || is_time(text)
        || is_quantity(text)
        || is_network(text)
        || is_schedule(text)
        || is_id(text)
}

/// Returns true for a kind of text that the last name on its path promises: ids under `..._id`, images, members.
pub(super) fn is_expected(path: &[String], text: &str) -> bool {
    let named = path.iter().rev().find(|step| !step.bytes().all(|byte| byte.is_ascii_digit()));
    let name = named.map(|name| name.to_ascii_lowercase()).unwrap_or_default();
    match name.as_str() {
        "image" | "image_uri" => is_image(text),
        "member" | "members" => is_member(text),
        name if name == "id" || name == "ids" || name.ends_with("_id") || name.ends_with("_ids") => {
            is_uuid(text)
        }
        _ => false,
    }
}

/// Returns true for a decimal number of at most 15 digits: longer ones are keys as often as not.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    all_digits(whole, 1..=15) && all_digits(fraction, 1..=9)
}

/// Returns true for `14.9`, `v1.29.3`, `1.2.3-rc.1`, `5.7.mysql_aurora.2.11.2` and constraints such as `~> 5.0`.
fn is_version(text: &str) -> bool {
    let text = ["~> ", ">= ", "<= ", "= ", "> ", "< ", "^", "~"]
        .iter()
        .find_map(|operator| text.strip_prefix(operator))
        .unwrap_or(text);
    let number = text.strip_prefix('v').unwrap_or(text);
    let (head, build) = number.split_once('+').unwrap_or((number, "0"));
    text.len() <= 40
        && number.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && number.contains('.')
        && are_words(head)
        && are_words(build)
}

/// Returns true for a date, a moment, a time of day, a weekly window, or a range of those.
fn is_time(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    if let Some((date, time)) = text.split_once(['T', ' ']) {
        return is_date(date) && is_clock(time);
    }
    let is_window = |end: &str| match end.split_once(':') {
        Some((day, clock)) if !day.bytes().all(|byte| byte.is_ascii_digit()) => {
            is_day(day) && is_clock(clock)
        }
        _ => is_clock(end),
    };
    match text.split_once('-') {
        Some((from, to)) if text.contains(':') => is_window(from) && is_window(to),
        _ => is_window(text) && text.contains(':'),
    }
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |digits: usize| parts.next().is_some_and(|part| all_digits(part, digits..=digits));
    part(4) && part(2) && part(2) && parts.next().is_none()
}

/// Returns true for `03:00`, `03:00:00`, each with a fraction or a zone.
fn is_clock(text: &str) -> bool {
    let end = text.find(['Z', '+']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(end);
    let parts: Vec<&str> = clock.split(':').collect();
    let zoned = zone.trim_start_matches(['Z', '+']);
    let plain = |part: &&str| {
        let (whole, fraction) = part.split_once('.').unwrap_or((part, "0"));
        all_digits(whole, 2..=2) && all_digits(fraction, 1..=9)
    };
    matches!(parts.len(), 2 | 3)
        && parts.iter().all(plain)
        && (zoned.is_empty()
            || zoned.len() <= 5 && zoned.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))
}

fn is_day(text: &str) -> bool {
    let day = text.to_ascii_lowercase();
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(&day.as_str())
}

/// Returns true for a duration or a size: `30s`, `1h30m`, `P7D`, `PT1H`, `256Mi`, `50%`.
fn is_quantity(text: &str) -> bool {
    const UNITS: [&str; 34] = [
        "ns", "us", "ms", "s", "m", "h", "d", "w", "mo", "y", "k", "K", "M", "G", "T", "Ki", "Mi", "Gi",
        "Ti", "B", "KB", "MB", "GB", "TB", "kB", "KiB", "MiB", "GiB", "TiB", "Y", "W", "D", "H", "S",
    ];
    let (text, iso) = text.strip_prefix('P').map_or((text, false), |rest| (rest, true));
    if text.is_empty() || text.len() > 20 {
        return false;
    }
    if let Some(percent) = text.strip_suffix('%') {
        return is_number(percent) && !iso;
    }
    let mut rest = text;
    while !rest.is_empty() {
        rest = rest.strip_prefix('T').filter(|_| iso).unwrap_or(rest);
        let number = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, behind) = rest.split_at(number);
        let letters = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
        let unit_end = if iso { letters.min(1) } else { letters };
        let (unit, behind) = behind.split_at(unit_end);
        if !is_number(number) || !UNITS.contains(&unit) {
            return false;
        }
        rest = behind;
    }
    true
}

/// Returns true for an address, a range in CIDR notation, or a port range.
fn is_network(text: &str) -> bool {
    match text.split_once('/') {
        Some((address, bits)) => address.parse::<IpAddr>().is_ok() && all_digits(bits, 1..=3),
        None => text.parse::<IpAddr>().is_ok(),
    }
}

/// Returns true for `cron(...)`, `rate(5 minutes)` and the five or six bare fields of cron.
fn is_schedule(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    if let Some(rate) = text.strip_prefix("rate(").and_then(|rest| rest.strip_suffix(')')) {
        return rate.split_once(' ').is_some_and(|(count, unit)| is_number(count) && is_short_word(unit));
    }
    let fields = text.strip_prefix("cron(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let is_field = |field: &str| {
        // `MON-FRI` and `1W` are all the letters that cron knows.
        let letters = field.split(|character: char| !character.is_ascii_alphabetic());
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"*/,-?#".contains(&byte);
        field.len() <= 20 && field.bytes().all(allowed) && letters.map(str::len).all(|length| length <= 3)
    };
    let digit = |byte: u8| byte.is_ascii_digit() || b"*?".contains(&byte);
    let fields: Vec<&str> = fields.split(' ').collect();
    matches!(fields.len(), 5 | 6)
        && fields.iter().all(|field| !field.is_empty() && is_field(field))
        // Five short words in a row are a passphrase; a schedule has numbers or stars in its first fields.
        && fields.iter().take(3).all(|field| field.bytes().any(digit))
}

fn is_short_word(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Returns true for the name of an image with its tag or digest: no user, no password, no protocol.
fn is_image(text: &str) -> bool {
    let (name, digest) =
        text.split_once("@sha256:").map_or((text, None), |(name, digest)| (name, Some(digest)));
    let (name, tag) = match name.rsplit_once(':') {
        Some((name, tag)) if !tag.contains('/') => (name, Some(tag)),
        _ => (name, None),
    };
    let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./:".contains(&byte);
    let is_digest = |digest: &str| digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.len() <= 120
        && !name.is_empty()
        && name.bytes().all(lower)
        // The account of a registry is a number.
        && name.split(['/', '.', ':']).all(|part| are_words(part) || all_digits(part, 12..=12))
        && tag.is_none_or(|tag| are_words(tag) || is_version(tag) || is_commit(tag))
        && digest.is_none_or(is_digest)
}

/// Returns true for the name of a commit, as tags of images have it.
fn is_commit(text: &str) -> bool {
    matches!(text.len(), 7..=12 | 40) && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Returns true for who a binding of an IAM policy is for.
fn is_member(text: &str) -> bool {
    let named = |name: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@+/:*".contains(&byte);
        name.len() <= 120 && name.bytes().all(allowed) && !super::words::looks_random(name)
    };
    match text.split_once(':') {
        None => matches!(text, "allUsers" | "allAuthenticatedUsers"),
        Some((kind, name)) => {
            let kinds = ["user", "serviceAccount", "group", "domain", "principal", "principalSet", "deleted"];
            kinds.contains(&kind) && named(name)
        }
    }
}

/// Returns true for digits only, as many as the range has.
fn all_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
