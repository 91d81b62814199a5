//! `/applygate approve DIGEST [as REQUIREMENT]` and `/applygate reject`: the first line of a comment or a review.
//!
//! Only the raw first line is read, from its first character, in ASCII: so nothing counts that is quoted, stands in
//! code or in an HTML comment, follows an e-mail reply, or only looks like the command.

/// How many hexadecimal digits of a digest an approval names at least.
pub const LEAST_DIGITS: usize = 12;

const WORD: &str = "/applygate";
/// How many digits of a digest there are.
const MOST_DIGITS: usize = 64;

/// What a first line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// It is no command.
    Nothing,
    /// It approves the digest that begins with these digits.
    Approve {
        /// The digits, in lower case.
        digits: String,
        /// What it is meant for.
        meant_for: Option<String>,
    },
    /// It wants the change not to be applied.
    Reject,
    /// It means to be an approval and is not well formed.
    Malformed,
}

/// Reads a first line. Of commands for other purposes nothing is said here.
pub(super) fn read(line: &str) -> Line {
    let line = line.strip_suffix('\r').unwrap_or(line);
    let Some(rest) = line.strip_prefix(WORD) else { return Line::Nothing };
    if !rest.starts_with(' ') {
        return Line::Nothing;
    }
    let plain = rest.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    let words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        // Whoever stops a change is heard, however it is written.
        [word, ..] if rejects(word) => Line::Reject,
        ["approve", ..] if !plain => Line::Malformed,
        ["approve", digest] => approve(digest, None),
        ["approve", digest, "as", name] => approve(digest, Some(name)),
        ["approve", ..] => Line::Malformed,
        _ => Line::Nothing,
    }
}

/// Returns true if a word is `reject`, with whatever sign or ending behind it.
fn rejects(word: &str) -> bool {
    word.get(.."reject".len()).is_some_and(|begin| begin.eq_ignore_ascii_case("reject"))
}

fn approve(digest: &str, meant_for: Option<&str>) -> Line {
    let digits = digest.strip_prefix(crate::gate::digest::PREFIX).unwrap_or(digest);
    let known = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !known || !(LEAST_DIGITS..=MOST_DIGITS).contains(&digits.len()) {
        return Line::Malformed;
    }
    Line::Approve { digits: digits.to_ascii_lowercase(), meant_for: meant_for.map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::{Line, read};

    fn approval(digits: &str, meant_for: Option<&str>) -> Line {
        Line::Approve { digits: digits.to_owned(), meant_for: meant_for.map(str::to_owned) }
    }

    #[test]
    fn only_a_plain_first_line_is_a_command() {
        let full = "0123456789abcdef".repeat(4);
        for (line, expected) in [
            ("/applygate approve 0123456789ab", approval("0123456789ab", None)),
            ("/applygate approve 0123456789AB", approval("0123456789ab", None)),
            ("/applygate approve 0123456789ab\r", approval("0123456789ab", None)),
            ("/applygate  approve  0123456789ab  ", approval("0123456789ab", None)),
            ("/applygate approve aa1-0123456789ab", approval("0123456789ab", None)),
            ("/applygate approve 0123456789ab as dba", approval("0123456789ab", Some("dba"))),
            (&format!("/applygate approve {full}"), approval(&full, None)),
            (&format!("/applygate approve {full}0"), Line::Malformed),
            ("/applygate approve 0123456789a", Line::Malformed),
            ("/applygate approve", Line::Malformed),
            ("/applygate approve 0123456789ag", Line::Malformed),
            ("/applygate approve 0123456789ab as", Line::Malformed),
            ("/applygate approve 0123456789ab as dba and more", Line::Malformed),
            ("/applygate approve 0123456789ab please", Line::Malformed),
            // A space without width, another space, a letter that only looks like an `a`.
            ("/applygate approve 0123456789ab\u{200b}", Line::Malformed),
            ("/applygate approve 0123456789\u{200b}ab", Line::Malformed),
            ("/applygate approve\u{a0}0123456789ab", Line::Nothing),
            ("/applygate approve 0123456789\u{430}b", Line::Malformed),
            ("/applygate approve\t0123456789ab", Line::Nothing),
            ("/\u{430}pplygate approve 0123456789ab", Line::Nothing),
            ("\u{feff}/applygate approve 0123456789ab", Line::Nothing),
            ("> /applygate approve 0123456789ab", Line::Nothing),
            ("`/applygate approve 0123456789ab`", Line::Nothing),
            ("```", Line::Nothing),
            ("    /applygate approve 0123456789ab", Line::Nothing),
            ("<!-- /applygate approve 0123456789ab -->", Line::Nothing),
            ("- /applygate approve 0123456789ab", Line::Nothing),
            ("looks good: /applygate approve 0123456789ab", Line::Nothing),
            ("/Applygate approve 0123456789ab", Line::Nothing),
            ("/applygateapprove 0123456789ab", Line::Nothing),
            ("LGTM", Line::Nothing),
            ("\u{1f44d}", Line::Nothing),
            ("", Line::Nothing),
            ("/applygate reject", Line::Reject),
            ("/applygate reject not on a friday\u{2026}", Line::Reject),
            ("/applygate reject: not on a friday", Line::Reject),
            ("/applygate Rejected\u{200b}, sorry", Line::Reject),
            ("/applygate plan", Line::Nothing),
        ] {
            assert_eq!(read(line), expected, "{line:?}");
        }
    }
}
