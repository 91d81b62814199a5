//! The body of a block as fields: unknown ones are named, missing ones too.

use hcl::edit::expr::Expression;
use hcl::edit::structure::{self, Body};

use super::{Kind, Source, describe, literal_text};
use crate::policy::source::expression::At;

/// Which fields a kind of block has.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What the block is, with its article: `a rule`.
    pub what: &'static str,
    /// The names of its attributes.
    pub attributes: &'static [&'static str],
    /// The names of its blocks.
    pub blocks: &'static [&'static str],
}

/// The fields of a block or a file.
#[derive(Debug, Clone)]
pub struct Section<'s> {
    source: &'s Source<'s>,
    body: &'s Body,
    at: At,
    title: String,
}

/// A block in a section.
#[derive(Debug, Clone, Copy)]
pub struct Block<'s> {
    /// Where it begins.
    pub at: At,
    /// The block.
    pub block: &'s structure::Block,
}

impl<'s> Section<'s> {
    /// Reads a body; fields that its shape does not have are reported. `title` names it in messages: "rule `x`".
    pub fn new(source: &'s Source<'s>, body: &'s Body, at: At, title: String, shape: &Shape) -> Section<'s> {
        check_names(source, body, shape.what, shape.attributes, shape.blocks, &[]);
        Section { source, body, at, title }
    }

    /// Reads the block of a kind: fields that the kind does not have are reported, and so are those that are missing
    /// and blocks that are there twice.
    pub fn of(source: &'s Source<'s>, block: &Block<'s>, kind: &Kind) -> Section<'s> {
        let title = match (kind.label, block.block.labels.as_slice()) {
            (Some(_), [label]) => format!("{} `{}`", kind.name, label.as_str()),
            _ => format!("`{}`", kind.name),
        };
        if kind.label.is_none() {
            block.no_label(source);
        }
        Section::of_body(source, &block.block.body, block.at, title, kind)
    }

    /// Reads a file by its kind; `ignored` blocks are somebody else's to speak of.
    pub fn of_file(
        source: &'s Source<'s>,
        body: &'s Body,
        at: At,
        kind: &Kind,
        ignored: &[&str],
    ) -> Section<'s> {
        let attributes: Vec<&str> = kind.fields.iter().map(|field| field.name).collect();
        let blocks: Vec<&str> = kind.blocks.iter().map(|kind| kind.name).collect();
        check_names(source, body, kind.what, &attributes, &blocks, ignored);
        Section { source, body, at, title: "the file".to_owned() }
    }

    /// Returns the fields of a block that was checked before.
    pub fn unchecked(source: &'s Source<'s>, block: &Block<'s>) -> Section<'s> {
        let title = format!("`{}`", block.block.ident.as_str());
        Section { source, body: &block.block.body, at: block.at, title }
    }

    /// Returns the fields of a file that was checked before.
    pub fn unchecked_body(source: &'s Source<'s>, body: &'s Body, at: At) -> Section<'s> {
        Section { source, body, at, title: "the file".to_owned() }
    }

    /// Reads a body by its kind.
    pub fn of_body(
        source: &'s Source<'s>,
        body: &'s Body,
        at: At,
        title: String,
        kind: &Kind,
    ) -> Section<'s> {
        let attributes: Vec<&str> = kind.fields.iter().map(|field| field.name).collect();
        let blocks: Vec<&str> = kind.blocks.iter().map(|kind| kind.name).collect();
        check_names(source, body, kind.what, &attributes, &blocks, &[]);
        let section = Section { source, body, at, title };
        for field in kind.fields.iter().filter(|field| field.required) {
            section.required(field.name);
        }
        for once in kind.blocks.iter().filter(|kind| !kind.repeated) {
            if let Some(second) = section.blocks(once.name).nth(1) {
                let message = format!("there is a second `{}` block", once.name);
                source.report(second.at, message, "write it once");
            }
        }
        section
    }

    /// Returns the block of a kind that is there once at most.
    pub fn block(&self, name: &str) -> Option<Block<'s>> {
        self.blocks(name).next()
    }

    /// Returns where the section begins.
    pub fn at(&self) -> At {
        self.at
    }

    /// Returns the value of an attribute.
    pub fn value(&self, name: &str) -> Option<&'s Expression> {
        self.body.get_attribute(name).map(|attribute| &attribute.value)
    }

    /// Returns where the name of an attribute stands, or where the section begins.
    pub fn at_name(&self, name: &str) -> At {
        self.body.get_attribute(name).map_or(self.at, |attribute| self.source.start_of(&attribute.key))
    }

    /// Returns the value of an attribute that must be there.
    pub fn required(&self, name: &str) -> Option<&'s Expression> {
        let value = self.value(name);
        if value.is_none() {
            let message = format!("{} has no `{name}`", self.title);
            self.source.report(self.at, message, format!("add `{name} = ...`"));
        }
        value
    }

    /// Returns an attribute that is a string.
    pub fn text(&self, name: &str) -> Option<String> {
        self.as_text(name, self.value(name)?)
    }

    /// Returns an attribute that must be there and is a string that is not empty.
    pub fn required_text(&self, name: &str) -> Option<String> {
        let value = self.required(name)?;
        let text = self.as_text(name, value)?;
        if text.trim().is_empty() {
            self.source.report(self.source.start_of(value), format!("`{name}` is empty"), "write a sentence");
        }
        Some(text)
    }

    /// Returns an attribute that is one of some words.
    pub fn word<T: Copy>(&self, name: &str, words: &[T], spelling: impl Fn(T) -> &'static str) -> Option<T> {
        let value = self.value(name)?;
        let text = self.as_text(name, value)?;
        let found = words.iter().copied().find(|word| spelling(*word) == text);
        if found.is_none() {
            let at = self.source.start_of(value);
            let known: Vec<&str> = words.iter().map(|word| spelling(*word)).collect();
            self.source.report_unknown(at, format!("`{text}` is no `{name}`"), &text, known);
        }
        found
    }

    /// Returns an attribute that is a list of strings, one at least; none without it.
    pub fn listed(&self, name: &str) -> Vec<(String, At)> {
        self.not_empty(name);
        self.texts(name).unwrap_or_default()
    }

    /// Reports a list without an element: nobody can mean that.
    fn not_empty(&self, name: &str) {
        let list = self.value(name).and_then(Expression::as_array);
        if list.is_some_and(|list| list.is_empty()) {
            self.source.report(self.at_name(name), format!("`{name}` is empty"), "leave it out, or name one");
        }
    }

    /// Returns an attribute that is a list of some words.
    pub fn words<T: Copy>(
        &self,
        name: &str,
        words: &[T],
        spelling: impl Fn(T) -> &'static str,
    ) -> Option<Vec<T>> {
        let texts = self.texts(name)?;
        let mut found = Vec::with_capacity(texts.len());
        for (text, at) in &texts {
            match words.iter().copied().find(|word| spelling(*word) == text) {
                Some(word) => found.push(word),
                None => {
                    let known: Vec<&str> = words.iter().map(|word| spelling(*word)).collect();
                    self.source.report_unknown(*at, format!("`{text}` is none of the `{name}`"), text, known);
                }
            }
        }
        self.not_empty(name);
        Some(found)
    }

    /// Returns an attribute that is a list of strings in a form of its own.
    pub fn parsed<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, String>,
        what: &str,
        help: &str,
    ) -> Vec<T> {
        let Some(texts) = self.texts(name) else { return Vec::new() };
        self.not_empty(name);
        let mut found = Vec::with_capacity(texts.len());
        for (text, at) in texts {
            match parse(&text) {
                Ok(value) => found.push(value),
                Err(why) => self.source.report(at, format!("`{text}` is no {what}: {why}"), help),
            }
        }
        found
    }

    /// Returns an attribute that is true or false.
    pub fn flag(&self, name: &str) -> Option<bool> {
        let value = self.value(name)?;
        if value.as_bool().is_none() {
            self.mistyped(name, value, "true or false");
        }
        value.as_bool()
    }

    /// Returns an attribute that is a whole number.
    pub fn count(&self, name: &str) -> Option<u64> {
        let value = self.value(name)?;
        let count = value.as_number().and_then(|number| number.as_u64());
        if count.is_none() {
            self.mistyped(name, value, "a whole number, not negative");
        }
        count
    }

    /// Returns an attribute that is a list of strings, each with its place.
    pub fn texts(&self, name: &str) -> Option<Vec<(String, At)>> {
        let value = self.value(name)?;
        let Some(elements) = value.as_array() else {
            self.mistyped(name, value, "a list of strings");
            return None;
        };
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements.iter() {
            match literal_text(element) {
                Some(text) => texts.push((text, self.source.start_of(element))),
                None => self.mistyped(name, element, "a list of strings"),
            }
        }
        Some(texts)
    }

    /// Returns the blocks of a name.
    pub fn blocks(&self, name: &str) -> impl Iterator<Item = Block<'s>> {
        let source = self.source;
        let named = self.body.blocks().filter(move |block| block.ident.as_str() == name);
        named
            .map(move |block| Block { at: source.start_of(&block.ident), block })
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Reports that an attribute is of the wrong type.
    pub fn mistyped(&self, name: &str, value: &Expression, expected: &str) {
        let message = format!("`{name}` is {}", describe(value));
        self.source.report(self.source.start_of(value), message, format!("write {expected}"));
    }

    fn as_text(&self, name: &str, value: &Expression) -> Option<String> {
        let text = literal_text(value);
        if text.is_none() {
            self.mistyped(name, value, "a string");
        }
        text
    }
}

impl Block<'_> {
    /// Returns the only label of a block that must have one.
    pub fn label(&self, source: &Source<'_>) -> Option<&str> {
        let name = self.block.ident.as_str();
        if let [label] = self.block.labels.as_slice() {
            return Some(label.as_str());
        }
        let message = format!("`{name}` has {} labels", self.block.labels.len());
        source.report(self.at, message, format!("write `{name} \"...\" {{`"));
        None
    }

    /// Reports a label on a block that has none.
    pub fn no_label(&self, source: &Source<'_>) {
        let name = self.block.ident.as_str();
        if !self.block.labels.is_empty() {
            source.report(self.at, format!("`{name}` has no label"), format!("write `{name} {{`"));
        }
    }
}

/// Reports the names in a body that are not among those it may have.
fn check_names(
    source: &Source<'_>,
    body: &Body,
    what: &str,
    attributes: &[&str],
    blocks: &[&str],
    ignored: &[&str],
) {
    for attribute in body.attributes() {
        let name = attribute.key.as_str();
        let at = source.start_of(&attribute.key);
        if attributes.contains(&name) {
            continue;
        }
        if blocks.contains(&name) {
            let message = format!("`{name}` is a block, not an attribute");
            source.report(at, message, format!("write `{name} {{ ... }}`"));
        } else {
            let message = format!("{what} has no attribute `{name}`");
            source.report_unknown(at, message, name, attributes.iter().copied());
        }
    }
    for block in body.blocks() {
        let name = block.ident.as_str();
        let at = source.start_of(&block.ident);
        if blocks.contains(&name) || ignored.contains(&name) {
            continue;
        }
        if attributes.contains(&name) {
            let message = format!("`{name}` is an attribute, not a block");
            source.report(at, message, format!("write `{name} = ...`"));
        } else {
            let message = format!("{what} has no block `{name}`");
            source.report_unknown(at, message, name, blocks.iter().copied());
        }
    }
}
