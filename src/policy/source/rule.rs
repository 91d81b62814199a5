//! A rule: one file that says what is dangerous, why, and what to do instead.

use hcl::edit::Span;
use hcl::edit::structure::Body;
use serde::{Deserialize, Serialize};

use super::compile;
use super::decode::{Block, Section, Shape, Source};
use super::expression::{At, Expression, Template};
use super::path::Path;
use super::selector::{Known, Selector};
use super::words::{Class, Differs, Effect, Risk, Sight};
use crate::plan::operation::Operation;
use crate::problem::Place;

/// A rule, checked and compiled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name: that of its file.
    pub id: String,
    /// Where it is written.
    pub place: Place,
    /// What it finds, as a headline.
    pub title: String,
    /// Whether it looks at one change or at the plan.
    pub sight: Sight,
    /// The types it is about; nothing for a rule that looks at the plan.
    pub types: Selector,
    /// The operations it is about; none for a rule that looks at the plan.
    pub operations: Vec<Operation>,
    /// The differences it is about; none unless it looks at the configuration.
    pub differs: Vec<Differs>,
    /// When it fires; without a condition every selected change fires.
    pub condition: Option<Expression>,
    /// The condition as it is written.
    pub condition_text: Option<String>,
    /// Where the condition is written, or the rule where it has none.
    pub condition_place: Place,
    /// How much is at risk; none for a note.
    pub risk: Risk,
    /// How much it was before the organisation raised it; none for a rule of its own.
    pub unraised: Risk,
    /// What it does when it fires.
    pub effect: Effect,
    /// It prohibits in development environments, too.
    pub everywhere: bool,
    /// The attributes to name as evidence.
    pub attributes: Vec<Path>,
    /// What it says about a change.
    pub message: Template,
    /// Why it is dangerous.
    pub why: String,
    /// The safer way.
    pub instead: Option<String>,
    /// What others say about it.
    pub references: Vec<String>,
}

impl Rule {
    /// Returns true if the rule is about such a change.
    pub fn selects(&self, kind: &str, class: Class, category: &str, operation: Operation) -> bool {
        self.operations.contains(&operation) && self.types.selects(kind, class, category)
    }
}

/// The operations that a rule is about unless it says otherwise: those that change something.
const CHANGING: [Operation; 5] =
    [Operation::Create, Operation::Update, Operation::Delete, Operation::Replace, Operation::Forget];

const FILE: Shape = Shape { what: "the file of a rule", attributes: &[], blocks: &["rule"] };
const RULE: Shape = Shape {
    what: "a rule",
    attributes: &[
        "title",
        "scope",
        "types",
        "actions",
        "differs",
        "when",
        "risk",
        "effect",
        "everywhere",
        "attributes",
        "message",
        "why",
        "instead",
        "references",
    ],
    blocks: &[],
};

/// Reads the file of a rule. `stem` is the name of the file without its ending, which the rule must bear.
pub fn read_rule(source: &Source<'_>, known: &Known<'_>, stem: &str) -> Option<Rule> {
    let body: Body = source.parse()?;
    let start = At { line: 1, column: 1 };
    let file = Section::new(source, &body, start, "the file".to_owned(), &FILE);
    let blocks: Vec<Block<'_>> = file.blocks("rule").collect();
    let [block] = blocks.as_slice() else {
        let at = blocks.get(1).map_or(start, |second| second.at);
        source.report(at, format!("the file holds {} rules", blocks.len()), "write one rule to a file");
        return None;
    };
    let id = block.label(source)?;
    if id != stem {
        let message = format!("the rule `{id}` is in a file named `{stem}.hcl`");
        source.report(block.at, message, "give both the same name");
    }
    let section = Section::new(source, &block.block.body, block.at, format!("rule `{id}`"), &RULE);
    read_fields(source, known, id, &section)
}

fn read_fields(source: &Source<'_>, known: &Known<'_>, id: &str, section: &Section<'_>) -> Option<Rule> {
    let title = section.required_text("title");
    let sight = section.word("scope", Sight::ALL, Sight::name).unwrap_or(Sight::Change);
    let types = read_types(source, known, sight, section);
    let operations = read_operations(source, sight, section);
    let written = section.value("when");
    let condition_text = written.and_then(Span::span).map(|span| source.slice(span).to_owned());
    let condition_place = source.place(written.map_or(section.at(), |when| source.start_of(when)));
    let condition = written.map(|when| compile::condition(source, sight, when));
    if sight == Sight::Plan && condition.is_none() {
        section.required("when");
    }
    let effect = section.word("effect", Effect::ALL, Effect::name).unwrap_or(Effect::Risk);
    let risk = match (section.value("risk"), effect) {
        (None, Effect::Note) => Some(Risk::None),
        (None, _) => {
            section.required("risk");
            None
        }
        (Some(_), Effect::Note) => {
            source.report(
                section.at_name("risk"),
                "a note has no `risk`",
                "leave `risk` out, or change the effect",
            );
            None
        }
        (Some(_), _) => section.word("risk", Risk::ALL, Risk::name),
    };
    let everywhere = section.flag("everywhere").unwrap_or(false);
    if everywhere && effect != Effect::Prohibit {
        let help = "leave `everywhere` out, or write `effect = \"prohibit\"`";
        source.report(section.at_name("everywhere"), "`everywhere` is for rules that prohibit", help);
    }
    let instead = match effect {
        Effect::Prohibit => section.required_text("instead"),
        _ => section.text("instead"),
    };
    let message = section.required("message").map(|value| compile::message(source, sight, value));
    let references = section.texts("references").unwrap_or_default();
    let why = section.required_text("why");
    Some(Rule {
        id: id.to_owned(),
        place: source.place(section.at()),
        title: title?,
        sight,
        types,
        operations,
        differs: read_differs(source, sight, section),
        condition,
        condition_text,
        condition_place,
        risk: risk?,
        unraised: risk?,
        effect,
        everywhere,
        attributes: read_attributes(source, section),
        message: message?,
        why: why?.trim_end().to_owned(),
        instead: instead.map(|text| text.trim_end().to_owned()),
        references: references.into_iter().map(|(text, _)| text).collect(),
    })
}

fn read_types(source: &Source<'_>, known: &Known<'_>, sight: Sight, section: &Section<'_>) -> Selector {
    match (sight, section.value("types")) {
        (Sight::Change, Some(value)) => Selector::read(source, known, value),
        (Sight::Change, None) => {
            section.required("types");
            Selector::default()
        }
        (Sight::Plan | Sight::Configuration, value) => {
            if value.is_some() {
                refuse_in_plan(source, section, "types");
            }
            Selector::default()
        }
    }
}

fn read_operations(source: &Source<'_>, sight: Sight, section: &Section<'_>) -> Vec<Operation> {
    let names = section.texts("actions");
    if sight != Sight::Change {
        if names.is_some() {
            refuse_in_plan(source, section, "actions");
        }
        return Vec::new();
    }
    let Some(names) = names else {
        return CHANGING.to_vec();
    };
    let mut operations = Vec::with_capacity(names.len());
    for (name, at) in names {
        match Operation::from_name(&name) {
            Some(operation) => operations.push(operation),
            None => {
                let known = Operation::ALL.iter().map(|operation| operation.name());
                source.report_unknown(at, format!("there is no operation `{name}`"), &name, known);
            }
        }
    }
    operations
}

fn read_differs(source: &Source<'_>, sight: Sight, section: &Section<'_>) -> Vec<Differs> {
    let names = match (sight, section.texts("differs")) {
        (Sight::Configuration, names) => {
            section.required("differs");
            names.unwrap_or_default()
        }
        (_, Some(_)) => {
            let help = "leave `differs` out, or write `scope = \"configuration\"`";
            source.report(
                section.at_name("differs"),
                "`differs` is for rules that look at the configuration",
                help,
            );
            Vec::new()
        }
        (_, None) => Vec::new(),
    };
    let mut differs = Vec::with_capacity(names.len());
    for (name, at) in names {
        match Differs::from_name(&name) {
            Some(found) => differs.push(found),
            None => {
                let known = Differs::ALL.iter().map(|differs| differs.name());
                source.report_unknown(at, format!("there is no difference `{name}`"), &name, known);
            }
        }
    }
    differs
}

fn refuse_in_plan(source: &Source<'_>, section: &Section<'_>, name: &str) {
    let message = format!("`{name}` is for rules that look at one change");
    source.report(
        section.at_name(name),
        message,
        format!("leave `{name}` out, or write `scope = \"change\"`"),
    );
}

fn read_attributes(source: &Source<'_>, section: &Section<'_>) -> Vec<Path> {
    let mut paths = Vec::new();
    for (text, at) in section.texts("attributes").unwrap_or_default() {
        match Path::parse(&text) {
            Ok(path) => paths.push(path),
            Err((message, help)) => source.report(at, message, help),
        }
    }
    paths
}
