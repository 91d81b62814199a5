//! The JSON syntax of configuration as blocks and attributes.
//!
//! JSON does not tell a block from an attribute: the schema of a provider would. So what could be either is both, an
//! attribute with its text and, if it holds objects, blocks of its name.

use super::json::{self, Member, Node};
use super::{Attribute, Block, Body, Fault, FileId, Lines, Parsed, Span};

/// Reads a whole file.
pub(super) fn parse(text: &str, file: FileId) -> Parsed {
    let (node, fault) = json::parse(text);
    let mut converter = Converter { text, file, lines: Lines::default() };
    let mut body = Body::default();
    let mut faults = Vec::new();
    if let Some((at, message)) = fault {
        faults.push(Fault { line: Lines::default().at(text, at), message });
    }
    match &node {
        Some(Node::Scalar { .. }) => faults.push(Fault { line: 1, message: "an object is expected here" }),
        Some(node) => converter.body(node, &mut body, top_level_labels),
        None => {}
    }
    Parsed { body, faults }
}

struct Converter<'t> {
    text: &'t str,
    file: FileId,
    lines: Lines,
}

/// How many labels blocks of a type have in a file.
fn top_level_labels(kind: &str) -> usize {
    match kind {
        "resource" | "data" | "ephemeral" | "action" => 2,
        "module" | "provider" | "variable" | "output" | "check" => 1,
        _ => 0,
    }
}

/// How many labels blocks of a type have in a block.
fn nested_labels(kind: &str) -> usize {
    match kind {
        "data" => 2,
        "provisioner" | "dynamic" | "backend" | "provider_meta" => 1,
        _ => 0,
    }
}

impl Converter<'_> {
    fn body(&mut self, node: &Node, body: &mut Body, labels: fn(&str) -> usize) {
        match node {
            Node::Object { members, .. } => {
                for member in members.iter().filter(|member| member.key != "//") {
                    self.member(member, body, labels(&member.key));
                }
            }
            // A body may be written in pieces.
            Node::Array { items, .. } => {
                for item in items {
                    self.body(item, body, labels);
                }
            }
            Node::Scalar { .. } => {}
        }
    }

    fn member(&mut self, member: &Member, body: &mut Body, labels: usize) {
        let (start, end) = member.value.span();
        let line = self.lines.at(self.text, member.at as usize);
        body.attributes.push(Attribute {
            name: member.key.as_str().into(),
            file: self.file,
            line,
            value: Span { start, end },
        });
        self.blocks(&member.key, labels, &mut Vec::new(), line, &member.value, &mut body.blocks);
    }

    /// Adds the blocks of one type: objects of objects, as deep as there are labels, and arrays anywhere between.
    fn blocks(
        &mut self,
        kind: &str,
        missing: usize,
        labels: &mut Vec<Box<str>>,
        line: u32,
        node: &Node,
        blocks: &mut Vec<Block>,
    ) {
        match node {
            Node::Array { items, .. } => {
                for item in items {
                    self.blocks(kind, missing, labels, line, item, blocks);
                }
            }
            Node::Object { members, .. } if missing > 0 => {
                for member in members.iter().filter(|member| member.key != "//") {
                    labels.push(member.key.as_str().into());
                    let line = self.lines.at(self.text, member.at as usize);
                    self.blocks(kind, missing - 1, labels, line, &member.value, blocks);
                    labels.pop();
                }
            }
            Node::Object { span: (start, end), .. } => {
                let inside = Span { start: *start, end: *end };
                let mut body = Body::default();
                self.body(node, &mut body, nested_labels);
                let labels = labels.clone();
                blocks.push(Block { kind: kind.into(), labels, file: self.file, line, inside, body });
            }
            Node::Scalar { .. } => {}
        }
    }
}
