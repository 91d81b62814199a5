//! Nothing in a plan breaks out of any format, and nothing grave gets lost.

use std::fs;
use std::path::Path;

use applygate::configuration::Configuration;
use applygate::policy::Risk;
use applygate::report::{escape, markdown};
use proptest::strategy::Strategy;

use crate::plan::{self, HOSTILE};
use crate::{runs, support, validity};

const CHANGES: usize = 5_000;

fn judge(bytes: &[u8]) -> runs::Judged {
    let judged = runs::judge_bytes("plan.json", bytes, &Configuration::unread());
    if let Err(problems) = &judged.result {
        panic!("{problems:?}");
    }
    judged
}

#[test]
fn no_name_key_value_or_message_breaks_out_of_a_format() {
    let judged = [judge(&plan::hostile(CHANGES))];
    assert_eq!(judged[0].result.as_ref().unwrap().0.changes.len(), CHANGES);
    for (name, text) in runs::formats(&runs::run(&judged)) {
        validity::check(name, &text);
    }
}

#[test]
fn a_comment_loses_no_blocked_and_no_high_change_of_five_thousand() {
    let judged = [judge(&plan::hostile(CHANGES))];
    let comment = markdown::render(&runs::run(&judged), &markdown::Options { budget: markdown::COMMENT });
    let (assessment, _) = judged[0].result.as_ref().unwrap();
    let grave: Vec<&str> = assessment
        .changes
        .iter()
        .filter(|change| change.risk >= Risk::High || change.findings.iter().any(|finding| finding.prohibits))
        .map(|change| {
            let at = change.address.find(".n0").unwrap();
            &change.address[at + 1..at + 7]
        })
        .collect();
    assert!(grave.len() >= 400, "{}", grave.len());
    let lost: Vec<&&str> = grave.iter().filter(|name| !comment.contains(**name)).collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), grave.len());
    // What is left out is counted.
    assert!(comment.contains("left out for want of room"), "{comment}");
}

#[test]
fn what_has_no_room_in_any_form_is_counted_by_kind() {
    let judged = [judge(&plan::grave(CHANGES))];
    let comment = markdown::render(&runs::run(&judged), &markdown::Options { budget: markdown::COMMENT });
    validity::markdown(&comment, markdown::COMMENT);
    assert!(comment.contains("### 5000 changes that matter: 5000 critical, 5000 prohibited"));
    let rows = comment.lines().filter(|line| line.contains("delete `") && !line.contains('×')).count();
    let grouped: usize = comment
        .lines()
        .filter_map(|line| line.strip_prefix("- **critical**, prohibited: ")?.split_once(" × "))
        .map(|(count, _)| count.parse::<usize>().unwrap())
        .sum();
    assert!(rows > 300, "{rows}");
    assert_eq!(rows + grouped, CHANGES);
}

#[test]
fn whatever_the_budget_it_is_kept() {
    let judged = [judge(&plan::hostile(600))];
    let run = runs::run(&judged);
    for budget in [4_096, 5_000, 7_777, 10_000, 20_000, 40_000, 65_000, 100_000, 1_000_000] {
        validity::markdown(&markdown::render(&run, &markdown::Options { budget }), budget);
    }
}

#[test]
fn ten_thousand_backticks_fence_nothing() {
    let judged = [judge(&plan::backticks(10_000))];
    for (name, text) in runs::formats(&runs::run(&judged)) {
        validity::check(name, &text);
    }
}

#[test]
fn plans_may_be_called_anything() {
    let bytes = plan::hostile(20);
    let mut judged: Vec<runs::Judged> =
        HOSTILE.iter().map(|name| runs::judge_bytes(name, &bytes, &Configuration::unread())).collect();
    judged.extend(HOSTILE.iter().map(|name| runs::judge(Path::new(&format!("{name}-missing")))));
    for (name, text) in runs::formats(&runs::run(&judged)) {
        validity::check(name, &text);
    }
}

#[test]
fn files_of_the_configuration_may_be_called_anything() {
    let folder = support::temporary("names");
    for (number, name) in HOSTILE.iter().enumerate() {
        let name = name.replace(['/', '\0'], "_");
        let scenario = folder.join(number.to_string());
        let block = "resource \"aws_dynamodb_table\" \"n00000\" {}\n";
        for side in ["head", "base"] {
            fs::create_dir_all(scenario.join(side)).unwrap();
            fs::write(scenario.join(side).join(format!("a{name}.tf")), block).unwrap();
        }
        fs::write(scenario.join("plan.json"), plan::hostile(3)).unwrap();
        let judged = [runs::judge(&scenario.join("plan.json"))];
        let (assessment, _) = judged[0].result.as_ref().unwrap();
        assert!(assessment.changes.iter().any(|change| change.place.is_some()), "{name}");
        for (name, text) in runs::formats(&runs::run(&judged)) {
            validity::check(name, &text);
        }
    }
}

/// Pieces that mean something to Markdown, GitHub, a terminal or a bot, and some that join them.
fn pieces() -> impl proptest::strategy::Strategy<Value = String> {
    let pieces = [
        "`",
        "``",
        "```",
        "~~~",
        "@",
        "#",
        "!",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "|",
        "*",
        "_",
        "~",
        "\\",
        "/",
        ":",
        "::",
        "-",
        "+",
        "=",
        ".",
        "1",
        "12345678",
        "abcdef0",
        "a",
        "b-c",
        "www.",
        "http://",
        "evil.example",
        "acme",
        "GH-",
        "$",
        "^",
        "{",
        "}",
        "\"",
        "'",
        ";",
        ",",
        "%",
        "?",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "\u{202e}",
        "\u{3164}",
        "\u{ff20}",
        "é",
        "中",
        "🙂",
        "<!--",
        "-->",
        "</details>",
        "<b>",
        "[x]",
        "- [ ] ",
        "##[",
        "&#64;",
        "&amp;",
        "---",
        "===",
        "1. ",
        "> ",
        "xmpp:",
        "mailto:",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|parts| parts.concat())
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 3_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_is_markup_wherever_it_stands(text in pieces(), name in pieces()) {
        let (code, plain) = (escape::code(&text), escape::plain(&text));
        let named = escape::plain_with(&format!("{text}{name} {text}"), &name);
        let block = escape::fence("diff", &[format!("+ {text}"), format!("- {name}")]);
        let page = format!(
            "## x: {plain}\n\n- {plain}\n- {code}: {named}\n  Next: {plain}, {code}\n\n#### y: {code} (z)\n\n{block}\nEnd.\n"
        );
        validity::markdown(&page, 100_000);
    }
}
