use proptest::prelude::{Strategy, any, prop, prop_oneof, proptest};

use super::Scanner;
use super::text::{self, Step};
use crate::problem::Problem;

const SAMPLE: &str = r#" {"a" : [1, -0.5e+10, 0, 12E2, true,false , null, {}, [ ], "x\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 é😀"],
        "longer key with a block or two of text in it": {"deep": [[[{"k": "v", "w": [1,2,3]}]]]}, "": ""
} "#;

/// Reads a text as one JSON document.
fn validate(text: &[u8], chunk: usize) -> Result<(), Problem> {
    let mut input = text;
    let mut scanner = Scanner::new(&mut input, chunk, 1 << 20);
    scanner.skip()?;
    match scanner.look()? {
        None => Ok(()),
        Some(_) => scanner.step(),
    }
}

#[test]
fn a_document_is_valid_whatever_the_size_of_the_chunks() {
    for chunk in 1..=SAMPLE.len() {
        assert_eq!(validate(SAMPLE.as_bytes(), chunk), Ok(()), "chunk {chunk}");
    }
}

#[test]
fn broken_json_is_refused_at_the_byte_where_it_breaks_whatever_the_size_of_the_chunks() {
    for (text, message) in [
        (&b"[1,]"[..], "JSON is broken at byte 3: no value where one must stand"),
        (b"[,1]", "JSON is broken at byte 1: neither a value nor `]` after `[`"),
        (b"{\"a\":1,}", "JSON is broken at byte 7: no key after a comma"),
        (b"{1:2}", "JSON is broken at byte 1: neither a key nor `}` after `{`"),
        (b"{\"a\" 1}", "JSON is broken at byte 5: no `:` after a key"),
        (b"[1}", "JSON is broken at byte 2: neither `,` nor `]` after an element"),
        (b"{\"a\":[]]", "JSON is broken at byte 7: neither `,` nor `}` after a member"),
        (b"[1] x", "JSON is broken at byte 4: more text after the document"),
        (b"[01]", "JSON is broken at byte 2: neither `,` nor `]` after an element"),
        (b"[1.]", "JSON is broken at byte 3: a number that is none"),
        (b"[+1]", "JSON is broken at byte 1: neither a value nor `]` after `[`"),
        (b"[-a]", "JSON is broken at byte 2: a number that is none"),
        (b"[nul]", "JSON is broken at byte 1: something that is no JSON value"),
        (b"[\"a\nb\"]", "JSON is broken at byte 3: a control character in a string"),
        (b"[\"a\\x\"]", "JSON is broken at byte 3: an escape that JSON does not know"),
        (b"[\"\\u12g4\"]", "JSON is broken at byte 6: an escape that JSON does not know"),
        (b"[\"\\ud800\"]", "JSON is broken at byte 2: half of a surrogate pair in a string"),
        (b"[\"\\ud800\\n\"]", "JSON is broken at byte 2: half of a surrogate pair in a string"),
        (b"[\"\\ud800\\u0041\"]", "JSON is broken at byte 2: half of a surrogate pair in a string"),
        (b"[\"\\udc00\"]", "JSON is broken at byte 2: half of a surrogate pair in a string"),
        (b"[\"a\xff\"]", "input is not valid UTF-8 at byte 3"),
        (b"[\"\xed\xa0\x80\"]", "input is not valid UTF-8 at byte 2"),
        (b"[\"a\xe2\x82", "input is not valid UTF-8 at byte 3"),
        (b"[\"abc", "JSON is cut off: it ends at byte 5 inside the document"),
        (b"[tru", "JSON is cut off: it ends at byte 4 inside the document"),
        (b"-", "JSON is cut off: it ends at byte 1 inside the document"),
        (b"", "JSON is cut off: it ends at byte 0 inside the document"),
    ] {
        for chunk in 1..=text.len() + 1 {
            let problem = validate(text, chunk).unwrap_err();
            // What is broken behind the cut of a chunk is seen before what is not valid in the next one.
            assert_eq!(problem.message, message, "{} by {chunk}", String::from_utf8_lossy(text));
        }
    }
}

#[test]
fn nesting_is_taken_up_to_the_limit_and_refused_beyond() {
    let nested = |open: &str, middle: &str, close: &str, depth: usize| {
        format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
    };
    for (open, middle, close) in [("[", "", "]"), ("{\"a\":", "1", "}")] {
        for chunk in [1, 7, 1 << 18] {
            assert_eq!(validate(nested(open, middle, close, 128).as_bytes(), chunk), Ok(()));
            let at = 128 * open.len();
            assert_eq!(
                validate(nested(open, middle, close, 129).as_bytes(), chunk).unwrap_err().message,
                format!("JSON nests deeper than 128 levels, at byte {at}")
            );
        }
    }
    assert!(validate(nested("[", "", "]", 1_000_000).as_bytes(), 1 << 18).is_err());
}

#[test]
fn what_is_skipped_needs_no_more_memory_than_the_window() {
    let long = format!("[\"{}\",{}]", "x\\n".repeat(1 << 20), "1".repeat(1 << 21));
    let mut input = long.as_bytes();
    let mut scanner = Scanner::new(&mut input, 4096, 8192);
    assert_eq!(scanner.skip(), Ok(()));
}

#[test]
fn what_is_kept_may_be_as_large_as_the_limit() {
    let text = format!("[\"{}\"]", "x".repeat(3 << 20));
    for (limit, fits) in [(4 << 20, true), (2 << 20, false)] {
        let mut input = text.as_bytes();
        let mut scanner = Scanner::new(&mut input, 4096, limit);
        scanner.keep().unwrap();
        let span = scanner.span();
        assert_eq!(span.is_ok(), fits);
        if let Err(problem) = span {
            assert_eq!(problem.message, "one element of the plan is larger than 2 MiB, at byte 0");
        }
    }
}

/// Changes to a text: a place, how much is taken away there, and what is put there.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let piece = prop_oneof![
        r#"[\[\]{}":,\\0-9eE+.\-tfnu ]{0,3}"#,
        prop_oneof!["\\\\u[dD][89c-f][0-9]{2}", "\\\\u[0-9a-f]{3,4}", "true|false|nul|null", "[\u{1}\t\né]"],
    ];
    prop::collection::vec((any::<usize>(), 0..4_usize, piece), 0..3)
}

proptest! {
    #[test]
    fn an_established_parser_agrees_on_what_is_valid(edits in edits(), chunk in 1..80_usize) {
        let mut text = SAMPLE.as_bytes().to_vec();
        for (place, length, piece) in edits {
            let start = place % (text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, piece.bytes());
        }
        let other = serde_json::from_slice::<serde_json::Value>(&text);
        let ours = validate(&text, chunk);
        assert_eq!(ours.is_ok(), other.is_ok(), "{ours:?} {other:?} {}", String::from_utf8_lossy(&text));
    }

    #[test]
    fn white_space_and_strings_end_where_a_slow_search_says(
        text in r#"[ \n\t]{0,40}[a-zé ]{0,40}["\\x]"#,
        start in 0..20_usize,
    ) {
        let bytes = text.as_bytes();
        let start = start.min(bytes.len());
        let slow = bytes[start..].iter().position(|byte| !b" \n\t\r".contains(byte));
        assert_eq!(text::white(bytes, start), slow.map_or(bytes.len(), |length| start + length));
        let special = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < b' ';
        let slow = bytes[start..].iter().position(special).map(|length| start + length);
        match (text::string(bytes, start), slow.map(|at| (at, bytes[at]))) {
            (Ok(Step::End(end)), Some((at, b'"'))) => assert_eq!(end, at + 1),
            (Ok(Step::More(more)), Some((at, b'\\'))) => assert_eq!(more, at),
            (Ok(Step::More(more)), None) => assert_eq!(more, bytes.len()),
            (Err(fault), Some((at, _))) => assert_eq!(fault.at, at),
            (ours, slow) => panic!("{ours:?} {slow:?}"),
        }
    }
}
