//! Patterns: which texts they match is one thing, whether one includes another is a harder one.

use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::super::Pattern;

fn pattern(text: &str) -> Pattern {
    Pattern::new(text, true)
}

#[test]
fn a_pattern_covers_another_if_it_matches_all_that_the_other_does() {
    for (wide, narrow, expected) in [
        ("*", "", true),
        ("*", "anything", true),
        ("", "", true),
        ("", "*", false),
        ("a", "a", true),
        ("a", "A", false),
        ("a*", "ab*", true),
        ("ab*", "a*", false),
        ("*a", "*ba", true),
        ("a*c", "abc", true),
        ("a*c", "a*b*c", true),
        ("a*b*c", "a*c", false),
        ("a*b*c", "abc", true),
        ("a*b*c", "abbc*bc", true),
        ("*a*", "*ba*", true),
        ("*ab*", "*a*b*", false),
        ("*a*b*", "*ab*", true),
        ("?", "a", true),
        ("?", "*", false),
        ("?*", "*?", true),
        ("?*", "*x", true),
        ("??*", "*x*y", true),
        ("?*", "*", false),
        ("*?*?", "??*", true),
        ("a?c", "a*c", false),
        ("a*c", "a?c", true),
        ("s3:get*", "s3:getobject", true),
        ("s3:get*", "s3:*", false),
        ("*:*", "s3:*", true),
        ("*:*", "*", false),
        ("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/*", true),
        ("arn:aws:s3:::b*", "arn:aws:s3:::b/*", true),
        ("arn:aws:s3:::b/*", "arn:aws:s3:::b*", false),
        ("arn:aws:*", "arn:aws:s3:::b", true),
        // A variable is some text that is not known.
        ("home/*", "home/${aws:username}/x", true),
        ("home/?", "home/${aws:username}", false),
        ("home/${aws:username}/*", "home/${aws:username}/x", true),
        ("home/${aws:username}/*", "home/alice/x", false),
        ("home/${aws:username}/*", "home/${aws:userid}/x", false),
        ("a${*}", "a${*}", true),
        ("a${*}", "ab", false),
        ("a*", "a${*}", true),
        ("a${x", "a${x", true),
    ] {
        assert_eq!(pattern(wide).covers(&pattern(narrow)), expected, "{wide:?} covers {narrow:?}");
    }
}

#[test]
fn patterns_overlap_if_some_text_is_in_both() {
    for (a, b, expected) in [
        ("*", "", true),
        ("a*", "*b", true),
        ("a*", "b*", false),
        ("iam:*", "iam:passrole", true),
        ("iam:*", "i?m:p*", true),
        ("a?", "a", false),
        ("*a*", "*b*", true),
        ("", "?", false),
        ("x${v}", "xanything", true),
        ("x${v}", "y*", false),
    ] {
        assert_eq!(pattern(a).overlaps(&pattern(b)), expected, "{a:?} {b:?}");
        assert_eq!(pattern(b).overlaps(&pattern(a)), expected, "{b:?} {a:?}");
    }
}

#[test]
fn in_documents_of_the_older_version_a_variable_is_plain_text() {
    assert!(Pattern::new("${*}", false).covers(&Pattern::new("${x}", false)));
    assert_eq!(Pattern::new("*?*?", false), Pattern::new("??*", false));
}

/// Matches by trying everything.
fn matches(pattern: &[char], text: &[char]) -> bool {
    match (pattern.split_first(), text.split_first()) {
        (None, None) => true,
        (Some(('*', rest)), _) => (0..=text.len()).any(|taken| matches(rest, &text[taken..])),
        (Some(('?', rest)), Some((_, left))) => matches(rest, left),
        (Some((own, rest)), Some((read, left))) => own == read && matches(rest, left),
        _ => false,
    }
}

/// All texts up to a length over the letters of the patterns and one that is in none.
fn texts(length: usize) -> Vec<Vec<char>> {
    let mut all = vec![Vec::new()];
    let mut longest: Vec<Vec<char>> = all.clone();
    for _ in 0..length {
        longest = longest
            .iter()
            .flat_map(|text| ['a', 'b', 'z'].map(|letter| [text.as_slice(), &[letter]].concat()))
            .collect();
        all.extend(longest.clone());
    }
    all
}

fn short() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!['a', 'b', '*', '?']), 0..6).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn covering_agrees_with_trying_every_short_text(wide in short(), narrow in short()) {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        // Beyond the summed length no text tells more than a shorter one.
        let included = texts(7).iter().all(|text| !matches(&chars(&narrow), text) || matches(&chars(&wide), text));
        prop_assert_eq!(pattern(&wide).covers(&pattern(&narrow)), included, "{} {}", wide, narrow);
    }

    #[test]
    fn overlapping_agrees_with_trying_every_short_text(a in short(), b in short()) {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        let common = texts(7).iter().any(|text| matches(&chars(&a), text) && matches(&chars(&b), text));
        // Two patterns of five may need a text of more than seven.
        let literal = |text: &str| text.chars().filter(|letter| *letter != '*').count();
        if literal(&a) + literal(&b) <= 7 {
            prop_assert_eq!(pattern(&a).overlaps(&pattern(&b)), common, "{} {}", a, b);
        }
    }

    #[test]
    fn covering_is_reflexive_and_transitive(a in short(), b in short(), c in short(), text in any::<String>()) {
        for one in [&a, &text] {
            prop_assert!(pattern(one).covers(&pattern(one)), "{}", one);
        }
        let [a, b, c] = [&a, &b, &c].map(|text| pattern(text));
        if a.covers(&b) && b.covers(&c) {
            prop_assert!(a.covers(&c), "{} {} {}", a, b, c);
        }
    }
}
