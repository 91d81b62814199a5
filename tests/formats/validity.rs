//! Whether a document is what its format says, and holds nothing but what we wrote.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use serde_json::Value;

fn schema(path: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let schema: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

static SARIF: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| schema("tests/schemas/sarif-schema-2.1.0.json"));
static VERDICT: LazyLock<jsonschema::Validator> = LazyLock::new(|| schema("docs/applygate-v1.schema.json"));

/// Panics unless the document of that name is valid.
pub fn check(name: &str, text: &str) {
    assert!(text.ends_with('\n') || name.ends_with(".xml"), "{name} ends with a line break");
    match name {
        "comment.md" => markdown(text, 65_000),
        "summary.md" => markdown(text, 1_000_000),
        "findings.sarif" => sarif(text),
        "junit.xml" => junit(text),
        "annotations.txt" => annotations(text),
        "code-quality.json" => code_quality(text),
        "verdict.json" => valid(&VERDICT, text),
        "verdict.txt" | "verbose.txt" => {}
        other => panic!("nothing is known of {other}"),
    }
    hides_nothing(name, text);
    if name != "annotations.txt" {
        for line in text.lines() {
            assert_eq!(command(line), None, "{name}: a command of the build log: {line}");
        }
    }
}

/// No character but line breaks moves the cursor, turns text around or hides.
pub fn hides_nothing(name: &str, text: &str) {
    let markdown = Path::new(name).extension().is_some_and(|extension| extension == "md");
    let found = text.chars().find(|character| {
        let breaks = *character == '\n';
        // Ours, behind an at sign.
        let ours = markdown && *character == '\u{200b}';
        !breaks
            && !ours
            && (character.is_control()
                || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
    });
    assert_eq!(found, None, "{name}");
}

/// Returns the command that GitHub's runner, or that of Azure, reads from a line.
pub fn command(line: &str) -> Option<String> {
    let trimmed = line.trim_start();
    // The runner wants a name it knows and another `::` behind it; the two colons are too much here.
    if trimmed.starts_with("::") {
        return Some("::".to_owned());
    }
    let lower = line.to_lowercase();
    ["##[", "##vso["].iter().find(|prefix| lower.contains(*prefix)).map(|prefix| (*prefix).to_owned())
}

fn valid(schema: &jsonschema::Validator, text: &str) {
    let document: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> =
        schema.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn sarif(text: &str) {
    valid(&SARIF, text);
    let log: Value = serde_json::from_str(text).unwrap();
    let run = &log["runs"][0];
    let (rules, results) =
        (run["tool"]["driver"]["rules"].as_array().unwrap(), run["results"].as_array().unwrap());
    assert!(results.len() <= 5_000 && rules.len() <= 5_000 && text.len() < 10_000_000);
    let mut fingerprints = BTreeSet::new();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["markdown"].as_str().unwrap().is_empty());
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
        // `[text](target)` is a link in a message.
        assert!(!result["message"]["text"].as_str().unwrap().contains("]("), "{result}");
        assert!(fingerprints.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string()));
    }
}

fn junit(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let count = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.descendants().filter(|child| child.has_tag_name(name)).count().to_string()
    };
    let elements = |node: &roxmltree::Node<'_, '_>| {
        for (attribute, element) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
            assert_eq!(node.attribute(attribute).unwrap(), count(node, element), "{attribute}");
        }
    };
    elements(&root);
    for suite in root.children().filter(roxmltree::Node::is_element) {
        assert_eq!(suite.tag_name().name(), "testsuite");
        assert!(suite.has_attribute("name"));
        elements(&suite);
        assert_ne!(suite.attribute("tests"), Some("0"));
        for case in suite.children().filter(roxmltree::Node::is_element) {
            assert_eq!(case.tag_name().name(), "testcase");
            assert!(case.attribute("name").is_some_and(|name| !name.is_empty()));
            assert!(case.attribute("classname").is_some_and(|class| class.starts_with("applygate.")));
            for red in case.children().filter(roxmltree::Node::is_element) {
                assert!(matches!(red.tag_name().name(), "failure" | "error"));
                assert!(red.has_attribute("type") && red.has_attribute("message"));
                assert!(red.children().all(|child| child.is_text()));
            }
        }
    }
}

/// Every line is one of our commands, and there are no more than the runner takes.
fn annotations(text: &str) {
    let mut counts = std::collections::BTreeMap::new();
    for line in text.lines() {
        let rest = line.strip_prefix("::").unwrap();
        let (head, message) = rest.split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        *counts.entry(name).or_insert(0) += 1;
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').unwrap();
            assert!(["file", "line", "title"].contains(&key), "{line}");
            assert!(!value.is_empty() && value.len() < 1_000);
        }
        assert!(!message.is_empty() && message.len() < 60_000);
    }
    assert!(
        counts.iter().all(|(name, count)| { ["error", "warning", "notice"].contains(name) && *count <= 10 })
    );
}

fn code_quality(text: &str) {
    let entries: Vec<Value> = serde_json::from_str(text).unwrap();
    let mut fingerprints = BTreeSet::new();
    for entry in entries {
        for member in ["description", "check_name", "fingerprint"] {
            assert!(entry[member].as_str().is_some_and(|text| !text.is_empty()), "{entry}");
        }
        let severity = entry["severity"].as_str().unwrap();
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        assert!(entry["location"]["path"].as_str().is_some_and(|path| !path.starts_with("./")));
        assert!(entry["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0));
        assert!(fingerprints.insert(entry["fingerprint"].to_string()));
    }
}

/// Rendered as GitHub does, it holds headings, lists, code and our folds, and nothing else.
pub fn markdown(text: &str, most: usize) {
    assert!(text.len() <= most, "{} bytes", text.len());
    // Some bots run what a comment of one line says, or what a line begins with.
    assert!(text.lines().count() > 1);
    assert!(text.starts_with("## "));
    for line in text.lines() {
        assert!(!line.trim_start().starts_with('/') || approves(line), "{line}");
    }
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options.extension.math_dollars = true;
    options.extension.math_code = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let (mut open, mut opened) = (0_i32, 0);
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Document
            | NodeValue::Heading(_)
            | NodeValue::Paragraph
            | NodeValue::List(_)
            | NodeValue::Item(_)
            | NodeValue::Strong
            | NodeValue::SoftBreak
            | NodeValue::Code(_) => {}
            NodeValue::Text(text) => words(text),
            // The line that people copy, and nothing else.
            NodeValue::CodeBlock(block) if block.info == "text" => {
                assert!(block.literal.strip_suffix('\n').is_some_and(approves), "{}", block.literal);
            }
            NodeValue::CodeBlock(block) => {
                assert!(["diff", "hcl"].contains(&block.info.as_str()), "{}", block.info);
                for line in block.literal.lines() {
                    let mark = line.chars().next();
                    assert!(matches!(mark, Some('+' | '-' | '!' | ' ')), "{line}");
                }
            }
            NodeValue::HtmlBlock(block) => {
                let html = block.literal.trim_end();
                let summary =
                    html.strip_prefix("<details><summary>").and_then(|rest| rest.strip_suffix("</summary>"));
                match summary {
                    Some(summary) => {
                        let ours =
                            |character: char| character.is_ascii_alphanumeric() || ": ,".contains(character);
                        assert!(summary.chars().all(ours), "{summary}");
                        open += 1;
                        opened += 1;
                    }
                    None => {
                        assert_eq!(html, "</details>");
                        open -= 1;
                    }
                }
                assert!((0..=1).contains(&open));
            }
            other => panic!("{other:?} in\n{text}"),
        }
    }
    assert_eq!(open, 0, "{text}");
    // To whoever reads the source line by line, too.
    let lines = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((lines("<details>"), lines("</details>")), (opened, opened));
    assert!(opened <= 4, "{opened} folds");
}

/// Returns true if a line approves a digest, and says no more.
fn approves(line: &str) -> bool {
    let digits = line.strip_prefix("/applygate approve ").unwrap_or_default();
    digits.len() >= 12 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Running text holds no mention and no reference.
fn words(text: &str) {
    assert!(!text.contains('@'), "{text}");
    assert!(!text.contains('#'), "{text}");
    assert!(!text.contains("://"), "{text}");
    let host = text.split("www.").skip(1).any(|rest| rest.starts_with(|first: char| first.is_alphanumeric()));
    assert!(!host, "{text}");
    for word in text.split(|character: char| !character.is_alphanumeric() && character != '-') {
        let hex = word.len() >= 7 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(!hex, "{text}");
        let reference = word.rsplit_once('-').is_some_and(|(name, number)| {
            !name.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        assert!(!reference, "{text}");
    }
}

#[test]
fn a_command_in_a_line_is_found() {
    for (line, expected) in [
        ("::error::x", Some("::")),
        ("  \u{2003}::set-output name=a::b", Some("::")),
        ("x ##[error]y", Some("##[")),
        ("x ##VSO[task]y", Some("##vso[")),
        ("  x ::/0", None),
        ("arn:aws:s3:::x", None),
    ] {
        assert_eq!(command(line).as_deref(), expected, "{line}");
    }
}

#[test]
#[should_panic(expected = "Link")]
fn a_link_in_markdown_is_found() {
    markdown("## x\n\n- [a](http://evil)\n", 100);
}

#[test]
#[should_panic(expected = "HtmlInline")]
fn raw_html_in_markdown_is_found() {
    markdown("## x\n\n- a <script>\n", 100);
}

#[test]
#[should_panic(expected = "@")]
fn a_mention_in_markdown_is_found() {
    markdown("## x\n\n- ask @acme/dba\n", 100);
}
