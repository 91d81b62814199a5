//! Pictures of plans: well-formed, the same every time, and nothing in them that a plan has put there but text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    clippy::allow_attributes,
    clippy::disallowed_methods,
    reason = "a test may fail where it stands, and reads its switches from the environment"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use applygate::report::{html, mermaid, svg};
use regex_lite::Regex;
use roxmltree::{Document, ParsingOptions};
use serde_json::{Value, json};

use support::{Judged, judge, judge_bytes};

/// All elements that a page or a picture has; none of them fetches, links or runs anything.
const ELEMENTS: [&str; 46] = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "article", "div", "span",
    "p", "b", "i", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "code", "pre", "details", "summary",
    "table", "thead", "tbody", "tr", "th", "td", "svg", "g", "defs", "marker", "path", "rect", "circle",
    "text", "desc", "line", "tspan", "section",
];

/// All attributes that they have; `style` has one harmless form.
const ATTRIBUTES: [&str; 36] = [
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "style",
    "open",
    "tabindex",
    "aria-hidden",
    "role",
    "viewBox",
    "width",
    "height",
    "id",
    "refX",
    "refY",
    "markerWidth",
    "markerHeight",
    "orient",
    "d",
    "x",
    "y",
    "rx",
    "cx",
    "cy",
    "r",
    "transform",
    "marker-end",
    "text-anchor",
    "colspan",
    "scope",
    "aria-label",
    "x1",
    "x2",
    "y1",
];

/// Names that would like to be something else than a name.
const HOSTILE: [&str; 12] = [
    "\"><script>alert(1)</script>",
    "]]><!--",
    "' onload='alert(1)",
    "</title></svg></style><img src=x onerror=alert(1)>",
    "\u{202e}gnp.exe\u{2066}",
    "a\u{0}\u{1b}[2J\u{7}\r\n::error::b",
    "`code` ```mermaid",
    "%%{init: {\"securityLevel\": \"loose\"}}%%",
    "x\"]; click n0 \"javascript:alert(1)\"; n1[\"y",
    "https://evil.example/a.png @everyone #1 fa:fa-bomb $$x$$",
    "&lt;b&gt; &#60; #quot; #60; ﬂ°°60¶ß",
    "{{x}} --> end\u{301}\u{301}\u{301}\u{301}\u{301}",
];

fn plans() -> Vec<(String, PathBuf)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans");
    let mut roots = vec![own];
    roots.extend(support::corpus().map(|corpus| corpus.join("scenarios")));
    let mut plans: Vec<(String, PathBuf)> = roots
        .iter()
        .flat_map(|root| fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()))
        .map(|folder| (folder.file_name().unwrap().to_str().unwrap().to_owned(), folder.join("plan.json")))
        .filter(|(_, path)| path.exists())
        .collect();
    plans.sort();
    assert!(plans.len() >= 20, "the fixtures are gone");
    plans
}

/// A plan of many changes whose names, keys, values and messages are as hostile as they can be.
fn hostile(count: usize) -> Judged {
    let long = "name".repeat(2_500);
    let kinds = ["aws_db_instance", "aws_s3_bucket", "aws_route53_record", "aws_security_group"];
    let mut changes = Vec::new();
    let mut resources = Vec::new();
    for number in 0..count {
        let text = HOSTILE[number % HOSTILE.len()];
        let key = if number % 50 == 0 { format!("{text}{long}{number}") } else { format!("{text}{number}") };
        let (kind, name) = (kinds[number % kinds.len()], format!("r{}", number % 997));
        let quoted = quoted(&key);
        let module = format!("module.m{}[{quoted}]", number % 7);
        let actions = if number % 3 == 0 { json!(["delete"]) } else { json!(["delete", "create"]) };
        let object = json!({"id": key, "bucket": key, "identifier": text, "tags": {key.clone(): text}});
        let mut change = json!({
            "address": format!("{module}.{kind}.{name}[{quoted}]"), "module_address": module, "mode": "managed",
            "type": kind, "name": name, "index": key, "provider_name": format!("registry.terraform.io/x/{text}"),
            "action_reason": text,
            "change": {"actions": actions, "before": object,
                       "after": if number % 3 == 0 { Value::Null } else { json!({"id": text, "tags": {}}) },
                       "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {},
                       "replace_paths": [[text]]}
        });
        if number % 33 == 0 {
            change["deposed"] = json!(format!("{text}{number}"));
        }
        changes.push(change);
        if number % 10 == 0 {
            resources.push(json!({
                "address": format!("{kind}.{text}"), "mode": "managed", "type": kind, "name": text,
                "expressions": {text: {"references": [format!("module.m0.{text}"), "module.m0"]}}
            }));
        }
    }
    // What has no address at all, and one that refers to everything.
    changes.push(json!({
        "address": HOSTILE[0], "mode": "managed", "type": HOSTILE[1], "name": HOSTILE[2],
        "provider_name": HOSTILE[3], "change": {"actions": ["delete"], "before": {}, "after": null}
    }));
    let plan = json!({
        "format_version": "1.2", "terraform_version": HOSTILE[0], "timestamp": HOSTILE[8],
        "resource_changes": changes,
        "configuration": {"root_module": {"resources": resources}},
        "output_changes": {HOSTILE[0]: {"actions": ["create"], "before": null, "after": HOSTILE[1]}},
        "checks": [{"address": {"kind": "check", "to_display": HOSTILE[3]}, "status": "fail", "instances": [
            {"address": {"to_display": HOSTILE[3]}, "status": "fail", "problems": [{"message": HOSTILE[0]}]}]}]
    });
    judge_bytes(serde_json::to_vec(&plan).unwrap().as_slice()).unwrap()
}

/// Writes a key as Terraform does.
fn quoted(key: &str) -> String {
    let mut text = String::from('"');
    for character in key.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            other => text.push(other),
        }
    }
    text.replace("${", "$${").replace("%{", "%%{") + "\""
}

/// Returns what of a document is neither known nor text.
fn strangers(text: &str) -> Vec<String> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).unwrap_or_else(|problem| panic!("{problem}"));
    let style = Regex::new("^flex-grow:[0-9]+$").unwrap();
    let marker = "url(#tip)";
    let mut found = Vec::new();
    for node in document.descendants() {
        if node.is_comment() || node.is_pi() {
            found.push(format!("{:?}", node.node_type()));
        }
        if node.is_text() && node.text().unwrap().chars().any(|c| c != '\n' && applygate_misleads(c)) {
            found.push(format!("{:?}", node.text()));
        }
        if !node.is_element() {
            continue;
        }
        if !ELEMENTS.contains(&node.tag_name().name()) {
            found.push(node.tag_name().name().to_owned());
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let fine = match name {
                "style" => style.is_match(value),
                "marker-end" => value == marker,
                "class" => value.chars().all(|c| c.is_ascii_lowercase() || c == ' '),
                "id" => value == "tip",
                _ => ATTRIBUTES.contains(&name),
            };
            if !fine {
                found.push(format!("{name}={value}"));
            }
        }
    }
    found
}

fn applygate_misleads(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Returns the lines of a chart that are not of the few forms that it has.
fn strange_lines(chart: &str) -> Vec<&str> {
    let forms = [
        r"^flowchart LR$",
        r#"^  (n[0-9]+|more[0-9]+|nothing)\["([^"`<>&{}|\[\]\\@:%$/]|<br/>)*"\](:::[a-z]+)?$"#,
        r"^  n[0-9]+ --> n[0-9]+$",
        r"^  n[0-9]+ -\. [a-z ]+ \.-> n[0-9]+$",
        r"^  classDef [a-z]+ [a-z0-9#:,-]+$",
    ];
    let forms: Vec<Regex> = forms.iter().map(|form| Regex::new(form).unwrap()).collect();
    chart.lines().filter(|line| !forms.iter().any(|form| form.is_match(line))).collect()
}

fn check(name: &str, judged: &Judged) {
    let report = judged.report();
    for (format, text) in [("html", html::render(&report)), ("svg", svg::render(&report))] {
        assert_eq!(strangers(&text), Vec::<String>::new(), "{name}: {format}");
        assert!(text.ends_with(">\n"), "{name}: {format}");
    }
    let chart = mermaid::render(&report);
    assert_eq!(strange_lines(&chart), Vec::<&str>::new(), "{name}");
    assert!(chart.chars().count() < 50_000, "{name}: {} characters", chart.chars().count());
    let arrows = chart.lines().filter(|line| line.contains("-> ")).count();
    assert!(arrows < 500, "{name}: {arrows} arrows");
}

#[test]
fn every_plan_gives_pictures_that_hold_nothing_but_text_of_it() {
    for (name, path) in plans() {
        check(&name, &judge(&path).unwrap());
    }
}

#[test]
fn five_thousand_hostile_changes_break_out_of_nothing() {
    let judged = hostile(5_000);
    check("hostile", &judged);
    let page = html::render(&judged.report());
    // No name of 10,000 characters stands there whole, and no change that matters is left out.
    assert!(!page.contains(&"name".repeat(200)));
    let risky = judged.assessment.changes.iter().filter(|change| change.is_risky()).count();
    let cards = page.matches("<article class=\"change").count() - judged.assessment.findings.len();
    let lines = page.split("in short</summary>").nth(1).unwrap().split("</ul>").next().unwrap();
    assert_eq!(cards + lines.matches("<li>").count(), risky);
    assert!(page.len() < 8_000_000, "{} bytes", page.len());
}

#[test]
fn the_same_plan_gives_the_same_pictures() {
    for path in plans().into_iter().map(|(_, path)| path).take(30) {
        let (one, other) = (judge(&path).unwrap(), judge(&path).unwrap());
        for render in [html::render, svg::render, mermaid::render] {
            assert_eq!(render(&one.report()), render(&other.report()), "{}", path.display());
        }
    }
    assert_eq!(svg::render(&hostile(200).report()), svg::render(&hostile(200).report()));
}

/// `SNAPSHOTS=overwrite cargo test` writes the files anew. Styles, digests and lines of the shipped policy are left out:
/// they have tests of their own, and change when pictures do not.
#[test]
fn pictures_of_some_plans_look_as_they_did() {
    let left_out = [
        ("(?s)<style>.*?</style>", "<style/>"),
        ("ag[0-9]+-[a-z]+-[0-9a-f]{64}", "DIGEST"),
        ("rules/default.hcl:[0-9]+", "rules/default.hcl:LINE"),
    ]
    .map(|(pattern, instead)| (Regex::new(pattern).unwrap(), instead));
    for name in [
        "deposed-object",
        "destroy-all",
        "ecs-release",
        "injection-hides-destroy",
        "injection-in-addresses",
        "nested-modules",
        "noop",
        "rds-destroy-unguarded-block-deleted",
        "rds-module-removed",
        "rds-renamed-without-moved",
        "sensitive-everywhere",
        "sg-ssh-open-world",
        "unknown-after-apply",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(name).join("plan.json");
        let judged = judge(&path).unwrap();
        let report = judged.report();
        for (format, text) in [
            ("html", html::render(&report)),
            ("svg", svg::render(&report)),
            ("mmd", mermaid::render(&report)),
        ] {
            let snapshot = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/snapshots/pictures")
                .join(format!("{name}.{format}"));
            let text = left_out
                .iter()
                .fold(text, |text, (pattern, instead)| pattern.replace_all(&text, *instead).into_owned());
            snapbox::assert_data_eq!(text, snapbox::Data::read_from(&snapshot, None).raw());
        }
    }
}

/// `APPLYGATE_WRITE_DOCS=1 cargo test` draws it anew.
#[test]
fn the_picture_in_the_readme_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let judged = judge(&root.join("fixtures/plans/destroy-all/plan.json")).unwrap();
    let picture = svg::render(&judged.report());
    let path = root.join("docs/reach.svg");
    if std::env::var("APPLYGATE_WRITE_DOCS").is_ok() {
        fs::write(&path, &picture).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == picture, "run APPLYGATE_WRITE_DOCS=1 cargo test --test pictures");
    assert!(fs::read_to_string(root.join("README.md")).unwrap().contains("docs/reach.svg"));
}
