//! Documents made to exhaust whoever reads them.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::super::super::Answer;
use super::super::super::testing::ask_text;
use super::super::{Document, Opaque, Pattern, compare, escalation_actions, grants_admin, public, widened};
use super::document;

/// Far more than any of these needs, on a slow and busy machine without optimisation.
const SOON: Duration = Duration::from_secs(60);

#[test]
fn great_and_deep_texts_are_refused_at_once() {
    let start = Instant::now();
    for text in [
        "[".repeat(10_000_000),
        format!(r#"{{"Statement":{}}}"#, "[".repeat(5_000_000) + &"]".repeat(5_000_000)),
        format!("{{\"Statement\":[],\"Id\":\"{}\"}}", "x".repeat(10_000_000)),
    ] {
        assert_eq!(Document::parse(&text), Err(Opaque::Unreadable("it is longer than 1 MiB".into())));
    }
    let Err(Opaque::Unreadable(why)) = Document::parse(&"[".repeat(1 << 20)) else { panic!() };
    assert!(why.contains("deeper than 128"), "{why}");
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// Many statements, each different, none covering another.
fn many(count: usize, mark: &str) -> String {
    let mut statements = String::new();
    for index in 0..count {
        let comma = if index == 0 { "" } else { "," };
        write!(statements, r#"{comma}{{"Effect":"Allow","Principal":"*","Action":"s3:*{mark}{index}*","Resource":"*{index}"}}"#)
            .unwrap();
    }
    document(&statements)
}

#[test]
fn thousands_of_statements_are_paired_by_hash_and_the_rest_is_bounded() {
    let start = Instant::now();
    let (a, b) = (many(5000, "a"), many(5000, "b"));
    // Equal ones cost nothing.
    assert_eq!(ask_text(&a, &format!("{a} "), widened), Answer::No);
    assert_eq!(ask_text(&a, &format!("{a} "), public), Answer::No);
    // Five thousand by five thousand would be too much.
    let (left, right) = (Document::parse(&a).unwrap(), Document::parse(&b).unwrap());
    assert_eq!(compare(&left, &right), None);
    assert_eq!(ask_text(&a, &b, widened), Answer::Unknown);
    // What is certain is said all the same.
    assert_eq!(ask_text(&a, &b, public), Answer::Yes);
    assert_eq!(ask_text(&a, &b, grants_admin), Answer::No);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn many_actions_by_many_resources_are_no_matter() {
    let list = |prefix: &str| {
        let items: Vec<String> = (0..2000).map(|index| format!("\"{prefix}{index}\"")).collect();
        items.join(",")
    };
    let statement = |extra: &str| {
        document(&format!(
            r#"{{"Effect":"Allow","Action":[{}],"Resource":[{}{extra}]}}"#,
            list("s3:Get"),
            list("arn:aws:s3:::b")
        ))
    };
    let start = Instant::now();
    assert_eq!(ask_text(&statement(""), &statement(",\"arn:aws:s3:::c\""), widened), Answer::Yes);
    assert_eq!(ask_text(&statement(",\"arn:aws:s3:::c\""), &statement(""), widened), Answer::No);
    assert!(ask_text(&statement(""), &statement(",\"x\""), escalation_actions).items.is_empty());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn entangled_patterns_are_given_up() {
    let start = Instant::now();
    let stars = Pattern::new(&"a*?".repeat(300), false);
    let others = Pattern::new(&"*a?b*".repeat(300), false);
    assert!(!stars.covers(&others));
    assert!(stars.covers(&stars));
    let wide = Pattern::new(&format!("*a{}", "?".repeat(200)), false);
    let narrow = Pattern::new(&"*a?".repeat(100), false);
    let _ = (wide.covers(&narrow), wide.overlaps(&narrow));
    let statement =
        |action: &Pattern| document(&format!(r#"{{"Effect":"Allow","Action":"{action}","Resource":"*"}}"#));
    let answer = ask_text(&statement(&wide), &statement(&narrow), widened);
    assert!(answer != Answer::No, "{answer:?}");
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}
