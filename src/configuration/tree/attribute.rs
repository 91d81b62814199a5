//! Where an attribute is written.

use super::{Location, Tree};
use crate::configuration::syntax::{Attribute, Block, Lines, key_offset};

/// Returns the place of the attribute that a path of a plan leads to.
pub(super) fn line(tree: &Tree, block: &Block, path: &str) -> Option<Location> {
    let steps = steps(path);
    let mut block = block;
    let mut found = None;
    let mut rest = steps.as_slice();
    while let [name, behind @ ..] = rest {
        if let Some(attribute) = block.body.attribute(name)
            && !(is_json(tree, attribute) && block.body.blocks(name).next().is_some())
        {
            return Some(inside(tree, attribute, behind));
        }
        let blocks: Vec<&Block> = block.body.blocks(name).collect();
        let index = behind.first().and_then(|step| step.parse::<usize>().ok());
        let behind = if index.is_some() { behind.get(1..).unwrap_or_default() } else { behind };
        let generated = block.body.blocks("dynamic").find(|dynamic| dynamic.label(0) == Some(name));
        let next = match generated {
            // Which of the blocks were generated and which were written cannot be told apart by number.
            Some(dynamic) => {
                found = Some(tree.block_location(dynamic));
                dynamic.body.blocks("content").next()
            }
            None => {
                let next = blocks.get(index.unwrap_or(0)).or_else(|| blocks.first()).copied();
                found = next.map(|next| tree.block_location(next)).or(found);
                next
            }
        };
        match next {
            Some(next) => block = next,
            None => break,
        }
        rest = behind;
    }
    found
}

fn is_json(tree: &Tree, attribute: &Attribute) -> bool {
    tree.file(attribute.file).is_some_and(|file| file.json)
}

/// Returns the place of a key in the value of an attribute, or of the attribute.
fn inside(tree: &Tree, attribute: &Attribute, path: &[String]) -> Location {
    let here = tree.location(attribute.file, attribute.line);
    let (Some(key), Some(file)) = (path.first(), tree.file(attribute.file)) else {
        return here;
    };
    let (text, json) = tree.written(attribute);
    match key_offset(text, json, key) {
        Some(offset) => {
            let line = Lines::default().at(&file.text, attribute.value.start as usize + offset);
            tree.location(attribute.file, line)
        }
        None => here,
    }
}

/// Returns the parts of a path: names and numbers, whether they are written `.0.` or `[0].` or `["name"]`.
fn steps(path: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let (name, behind) = quoted.split_once("\"]").unwrap_or((quoted, ""));
            steps.push(name.to_owned());
            rest = behind;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            let name = name.trim_end_matches(']');
            if !name.is_empty() {
                steps.push(name.to_owned());
            }
            rest = match behind.strip_prefix('.') {
                Some(behind) => behind,
                None if behind.starts_with("[\"") => behind,
                None => behind.strip_prefix('[').unwrap_or_default(),
            };
        }
    }
    steps
}
