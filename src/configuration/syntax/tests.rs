use hcl::edit::Span as _;
use hcl::edit::expr::{Expression, Traversal, TraversalOperator};
use hcl::edit::parser::parse_body;
use hcl::edit::structure::{Body as EditBody, Structure};
use hcl::edit::template::{Directive, StringTemplate};
use hcl::edit::visit::{self, Visit};
use hcl::edit::{Decorated, Spanned};
use proptest::prelude::*;

use super::{Block, Body, FileId, Lexer, TokenKind, json, key_offset, native, normal_json, normal_native};

/// Writes a body as one line for each attribute and block, with values without their layout.
fn outline(text: &str, body: &Body) -> String {
    let mut lines = Vec::new();
    outline_of(text, body, 0, &mut lines);
    lines.join("\n")
}

fn outline_of(text: &str, body: &Body, depth: usize, lines: &mut Vec<String>) {
    let pad = " ".repeat(depth);
    for attribute in &body.attributes {
        lines.push(format!(
            "{pad}{}:{} = {}",
            attribute.line,
            attribute.name,
            normal_native(attribute.value.of(text))
        ));
    }
    for block in &body.blocks {
        lines.push(format!("{pad}{}:{} {:?}", block.line, block.kind, block.labels));
        outline_of(text, &block.body, depth + 1, lines);
    }
}

/// The same of the syntax tree of hcl-edit, which knows the whole grammar.
fn edit_outline(text: &str, body: &EditBody, depth: usize, lines: &mut Vec<String>) {
    let pad = " ".repeat(depth);
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    for structure in body {
        if let Structure::Attribute(attribute) = structure {
            let key = attribute.key.span().expect("a span");
            let value = attribute.value.span().expect("a span");
            lines.push(format!(
                "{pad}{}:{} = {}",
                line(key.start),
                attribute.key.as_str(),
                normal_native(&text[value])
            ));
        }
    }
    for structure in body {
        if let Structure::Block(block) = structure {
            let ident = block.ident.span().expect("a span");
            let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
            lines.push(format!("{pad}{}:{} {labels:?}", line(ident.start), block.ident.as_str()));
            edit_outline(text, &block.body, depth + 1, lines);
        }
    }
}

fn faults(text: &str) -> Vec<(u32, &'static str)> {
    native(text, FileId(0)).faults.into_iter().map(|fault| (fault.line, fault.message)).collect()
}

fn shape(text: &str) -> String {
    outline(text, &native(text, FileId(0)).body)
}

#[test]
fn blocks_and_attributes_are_found_with_their_lines() {
    let text = "# first\nresource \"aws_x\" y {\n  a = 1 // one\n  lifecycle { prevent_destroy = true }\n  b = [\n    1, # {\n    2,\n  ]\n}\n";
    assert_eq!(
        shape(text),
        "2:resource [\"aws_x\", \"y\"]\n 3:a = 1\n 5:b = [\n1 ,\n2 ,\n]\n 4:lifecycle []\n  4:prevent_destroy = true"
    );
    assert_eq!(faults(text), []);
}

#[test]
fn what_only_looks_like_a_block_is_none() {
    // Every text holds exactly the attribute `x` and the block `r`.
    for text in [
        "x = <<EOT\nresource \"a\" \"b\" {\n}\nEOT\nr {\n}\n",
        "x = <<-EOT\n  ${\"}\"} {\n  EOT\nr {\n}\n",
        "x = <<EOT\n${a}EOT\nresource \"a\" \"b\" {\nEOT\nr {\n}\n",
        "x = <<EOT\n${<<EOT\nfoo\nEOT\n}\nEOT\nr {\n}\n",
        "x = <<EOT\r\nfoo {\r\nEOT\r\nr {\r\n}\r\n",
        "x = <<EOT\n$${\nEOT\nr {\n}\n",
        "x = <<EOT\n\\${\"}\"}\nEOT \nr {\n}\n",
        "x = \"${ \"a ${\"}\"} c\" }{\"\nr {\n}\n",
        "x = \"$${\"\nr {\n}\n",
        "x = \"$$${\"\nr {\n}\n",
        "x = \"%$${\"\nr {\n}\n",
        "x = \"%%{\"\nr {\n}\n",
        "x = \"%%${\"}\"}\"\nr {\n}\n",
        "x = \"\\\\\"\nr {\n}\n",
        "x = \"\\\"{\"\nr {\n}\n",
        "x = \"${ # }\n 1 /* } */ }{\"\nr {\n}\n",
        "x = \"%{ if a == \"{\" }b{%{ endif }\"\nr {\n}\n",
        "x = 1 /* {\n resource \"a\" \"b\" { */\nr {\n}\n",
        "x = 1 # /* {\nr { # */\n}\n",
        "x = { a = 1, b = 2, a = 3 }\nr {\n}\n",
        "x = { for k in y : k => a &&\n b }\nr {\n}\n",
        "x = (a ?\n b :\n c)\nr {\n}\n",
        "x = f(<<EOT\n}\nEOT\n, 1)\nr {\n}\n",
        "x = {\n resource = 1\n data : 2\n}\nr {\n}\n",
        "x = a == b ? c : d\nr {\n}\n",
        "\u{feff}x = 1\nr {\n}\n",
        "x = 1 << 2\nr {\n}\n",
        "x = <<E\nE}\n E \nr {\n}\n",
        "x = [<<E\nE]\nE\n]\nr {\n}\n",
        "x = <<E\nE\nr {\n}\n",
        "x={a=1}\nr{}\n",
    ] {
        let parsed = native(text, FileId(0));
        assert_eq!(parsed.faults, [], "{text:?}");
        let kinds: Vec<&str> = parsed.body.blocks.iter().map(|block| &*block.kind).collect();
        let names: Vec<&str> = parsed.body.attributes.iter().map(|attribute| &*attribute.name).collect();
        assert_eq!((names, kinds), (vec!["x"], vec!["r"]), "{text:?}");
    }
    let digits = "9".repeat(400);
    let deep = format!("x = {}1{}\nr {{\n}}\n", "(".repeat(100_000), ")".repeat(100_000));
    for text in [format!("x = {digits}\nr {{\n}}\n"), deep] {
        assert_eq!(faults(&text), []);
        assert!(shape(&text).ends_with(":r []"));
    }
}

#[test]
fn a_fault_costs_a_statement_and_no_guard() {
    let guarded = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n";
    for broken in [
        "x = \"no end\n",
        "x = (1\n",
        "x = [1, {\n",
        "x = <<EOT\nno end\n",
        "x = \"${\n",
        "resource \"a\" \"b\" {\n  y = 1\n",
        "resource \"a\" \"b\" {\n  y {\n",
        "}\n",
        "]\n",
        "x = 1)\n",
        "\"x\" = 1\n",
        "= = =\n",
        "x 1 { } ]\n",
        "x =\n",
        "x\n",
        "@%^\n",
        "resource \"a\" \"b\"\n{\n}\n",
        "resource \"a\" \"b${c}\" {\n",
        "<<EOT\n",
        "x = { a = \"\n }\n",
    ] {
        let text = format!("{broken}{guarded}");
        let parsed = native(&text, FileId(0));
        assert!(!parsed.faults.is_empty(), "{text:?}");
        let guarded = |block: &Block| {
            block.label(0) == Some("aws_db")
                && block.body.blocks("lifecycle").any(|l| l.body.attribute("prevent_destroy").is_some())
        };
        assert!(parsed.body.blocks.iter().any(guarded), "{text:?}: {}", outline(&text, &parsed.body));
    }
}

#[test]
fn labels_are_read_with_their_escapes() {
    for (label, expected) in [
        ("\"aws_\\u0064b\"", "aws_db"),
        ("\"a\\\"b\\\\\"", "a\"b\\"),
        ("\"\\U0001F600\"", "😀"),
        ("aws-x", "aws-x"),
        ("\"\\ud800\"", "\u{fffd}"),
        ("\"$${a}\"", "${a}"),
    ] {
        let text = format!("resource {label} b {{}}\n");
        let parsed = native(&text, FileId(0));
        assert_eq!(parsed.body.blocks[0].label(0), Some(expected), "{label}");
    }
}

#[test]
fn json_keeps_order_duplicates_and_places() {
    let text = "{\n\"//\": 1,\n\"resource\": {\"a\": {\"b\": {\"x\": 1}}},\n\"resource\": [{\"a\": [{\"c\": {}}]}, {\"d\": {\"e\": [{}, {}]}}],\n\"locals\": {\"k\": [1, {\"z\": 2}]}}";
    let parsed = json(text, FileId(0));
    assert_eq!(parsed.faults, []);
    let blocks: Vec<(u32, String)> = parsed
        .body
        .blocks
        .iter()
        .map(|block| (block.line, format!("{} {}", block.kind, block.labels.join("."))))
        .collect();
    let expected =
        [(3, "resource a.b"), (4, "resource a.c"), (4, "resource d.e"), (4, "resource d.e"), (5, "locals ")];
    assert_eq!(blocks, expected.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn json_that_breaks_off_keeps_what_stands_before_the_fault() {
    for end in ["", ",", "}", "}, nope", "}}}}}", "}}}} x", "}, \"b\": {\"c\": tru"] {
        let text =
            format!("{{\"resource\": {{\"a\": {{\"b\": {{\"lifecycle\": {{\"prevent_destroy\": true}}{end}");
        let parsed = json(&text, FileId(0));
        assert_eq!(parsed.faults.is_empty(), end == "}}}}", "{text}");
        assert_eq!(parsed.body.blocks[0].labels.join("."), "a.b", "{text}");
        assert!(parsed.body.blocks[0].body.blocks[0].body.attribute("prevent_destroy").is_some(), "{text}");
    }
    let deep =
        format!("{{\"a\": {}{}, \"module\": {{\"m\": {{}}}}}}", "[".repeat(100_000), "]".repeat(100_000));
    let parsed = json(&deep, FileId(0));
    assert_eq!(parsed.faults.len(), 1);
    assert_eq!(parsed.body.blocks.len(), 1);
    for text in ["", "null", "1", "[", "{\"a\"", "{\"a\":", "{\"a\":}", "\"\\", "{1:2}", "[[]", "{\"a\":1,}x"]
    {
        assert!(!json(text, FileId(0)).faults.is_empty(), "{text}");
    }
}

#[test]
fn a_key_of_an_object_is_found() {
    let text = "{\n  Name = \"x\"\n  \"Owner\" : { Name = 1 }, Env = [\n Name ]\n  ${x} = 1\n}";
    for (key, expected) in [("Name", Some(4)), ("Owner", Some(17)), ("Env", Some(41)), ("x", None)] {
        assert_eq!(key_offset(text, false, key), expected, "{key}");
    }
    assert_eq!(key_offset("{\"a\": 1, \"b\": {\"a\": 2}}", true, "b"), Some(9));
    assert_eq!(key_offset("merge(x, { a = 1 })", false, "a"), None);
    assert_eq!(key_offset("x", false, "a"), None);
}

#[test]
fn layout_and_comments_make_no_difference_and_all_else_does() {
    let same =
        [("a( 1,2 )", "a(1, 2) # x"), ("{\n a = 1\n\n}", "{\n  # b\n  a=1\n}"), ("a /* b */ + c", "a+c")];
    for (one, two) in same {
        assert_eq!(normal_native(one), normal_native(two));
    }
    for (one, two) in
        [("a b", "ab"), ("\"a  b\"", "\"a b\""), ("[1,\n2]", "[1,\n3]"), ("<<E\n a\nE\n", "<<E\na\nE\n")]
    {
        assert_ne!(normal_native(one), normal_native(two));
    }
    assert_eq!(normal_json("{ \"a b\" : [ 1 , \"\\\" }\" ] }"), "{\"a b\":[1,\"\\\" }\"]}");
}

#[test]
fn hostile_text_takes_linear_time() {
    let length = 1 << 18;
    for unit in [
        "<<A\n",
        "\"${",
        "x = <<A\n${\n",
        "\"",
        "{",
        "a {\n",
        "[",
        "/*",
        "a = \"${\"${",
        "}",
        "${",
        "#\n",
        "a ",
        "\\",
        "<<",
    ] {
        let text = unit.repeat(length / unit.len());
        // Were it quadratic, this would not end.
        let parsed = native(&text, FileId(0));
        normal_native(&text);
        json(&text, FileId(0));
        assert!(parsed.faults.len() <= crate::configuration::limits::FAULTS);
    }
}

/// Looks for what hcl-edit takes and Terraform refuses, or reads in another way: where that stands, the two may differ.
struct Lenient<'t> {
    text: &'t str,
    /// Within the quotes of a string, outside of what is interpolated there.
    quoted: bool,
    /// Within a directive of such a string.
    directive: bool,
    found: bool,
}

impl Visit for Lenient<'_> {
    fn visit_expr(&mut self, node: &Expression) {
        if let Expression::HeredocTemplate(heredoc) = node {
            let span = node.span().expect("a span");
            let is_marker = |line: &str| line.trim() == heredoc.delimiter.as_str();
            // A heredoc ends with the first line that holds nothing but its marker, and that line ends with a break.
            let inside = self.text[span.clone()].trim_end_matches(|sign| sign != '\n');
            let rest = self.text[span.end..].split_once('\n');
            self.found |= inside.lines().skip(1).any(is_marker);
            self.found |= rest.is_none_or(|(line, _)| !line.trim().is_empty());
        }
        let outer = (self.quoted, self.directive);
        (self.quoted, self.directive) = (false, false);
        visit::visit_expr(self, node);
        (self.quoted, self.directive) = outer;
    }

    fn visit_string_template(&mut self, node: &StringTemplate) {
        self.quoted = true;
        visit::visit_string_template(self, node);
    }

    fn visit_traversal(&mut self, node: &Traversal) {
        // Outside of brackets a line does not end between the dot and the name.
        self.found |= node.operators.iter().any(|operator| match operator.value() {
            TraversalOperator::GetAttr(_) | TraversalOperator::AttrSplat(_) => {
                self.text[operator.span().expect("a span")].contains('\n')
            }
            _ => false,
        });
        visit::visit_traversal(self, node);
    }

    fn visit_directive(&mut self, node: &Directive) {
        self.directive = self.quoted;
        visit::visit_directive(self, node);
        self.directive = false;
    }

    fn visit_string(&mut self, node: &Decorated<String>) {
        // No string in quotes holds a line break.
        self.found |= self.text[node.span().expect("a span")].contains('\n');
    }

    fn visit_literal(&mut self, node: &Spanned<String>) {
        let literal = &self.text[node.span().expect("a span")];
        // What stands between two directives ends with the string around them.
        self.found |= self.quoted && literal.contains('\n') || self.directive && literal.contains('"');
    }
}

/// Every text that hcl-edit accepts, and Terraform with it, has the same blocks and attributes here.
fn agrees(text: &str) -> bool {
    let Ok(body) = parse_body(text) else { return false };
    let mut lenient = Lenient { text, quoted: false, directive: false, found: false };
    lenient.visit_body(&body);
    if lenient.found {
        return false;
    }
    let mut lines = Vec::new();
    edit_outline(text, &body, 0, &mut lines);
    let parsed = native(text, FileId(0));
    let shape = outline(text, &parsed.body);
    assert_eq!(shape, lines.join("\n"), "{text:?}");
    true
}

#[test]
fn the_scanner_agrees_with_the_grammar_on_configuration_that_people_wrote() {
    #[expect(clippy::disallowed_methods, reason = "the corpus is not part of the project")]
    let Ok(corpus) = std::env::var("APPLYGATE_CORPUS") else {
        println!("skipped: APPLYGATE_CORPUS is not set");
        return;
    };
    let mut open = vec![std::path::Path::new(&corpus).join("scenarios")];
    let mut count = 0;
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(directory).expect("the corpus") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "tf") {
                let text = std::fs::read_to_string(&path).expect("a file");
                assert!(agrees(&text), "{}", path.display());
                assert_eq!(faults(&text), [], "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} files only");
}

#[test]
fn what_terraform_refuses_and_another_grammar_takes_is_a_fault_and_costs_no_block() {
    for (text, blocks) in [
        ("a=<<E\n E", 0),
        ("r {\n}\na=<<E\n E", 1),
        ("x = <<EOT\n${\"}\n\"}\n\nEOT\nresource \"a\" \"b\" {\n}\n", 1),
        ("x = \"a\nb\"\nresource \"a\" \"b\" {\n}\n", 1),
        ("x = a.\nb\nresource \"a\" \"b\" {\n}\n", 1),
        ("x = [<<E\nE]\nresource \"a\" \"b\" {\n}\n", 1),
    ] {
        assert!(parse_body(text).is_ok(), "{text:?} no longer shows a difference");
        assert!(!agrees(text), "{text:?}");
        let parsed = native(text, FileId(0));
        assert!(!parsed.faults.is_empty(), "{text:?}");
        assert_eq!(parsed.body.blocks.len(), blocks, "{text:?}: {}", outline(text, &parsed.body));
    }
}

fn fragment() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "a",
        "b",
        "=",
        "==",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "\"",
        "\"a\"",
        "\n",
        "\n",
        "\n",
        " ",
        ",",
        ":",
        "?",
        "${",
        "%{",
        "$",
        "%",
        "<<E\n",
        "<<-E\n",
        "E\n",
        "\nE\n",
        " E",
        "#",
        "//",
        "/*",
        "*/",
        "\\",
        "\\\"",
        ".",
        "1",
        "for ",
        "in ",
        "=>",
        "&&",
        "resource \"a\" \"b\" {\n",
        "}\n",
        "lifecycle {\n",
        "prevent_destroy = true\n",
        "x = ",
        "\r\n",
        "é",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4_000)))]

    #[test]
    fn the_scanner_agrees_with_the_grammar_wherever_that_accepts(inside in fragment(), template in fragment()) {
        for text in [
            inside.clone(),
            format!("x = \"{}\"\ny {{\n}}\n", template.replace('\n', " ")),
            format!("x = <<EOT\n{template}\nEOT\ny {{\n}}\n"),
            format!("r \"a\" {{\n{inside}\n}}\nx = [{inside}]\n"),
        ] {
            agrees(&text);
        }
    }

    #[test]
    fn no_text_is_read_in_two_ways_or_without_end(text in "\\PC{0,80}") {
        native(&text, FileId(0));
        json(&text, FileId(0));
        let mut lexer = Lexer::new(&text);
        let mut last = 0;
        loop {
            let token = lexer.take();
            prop_assert!(token.start >= last);
            last = token.end;
            if token.kind == TokenKind::End {
                break;
            }
        }
    }
}
