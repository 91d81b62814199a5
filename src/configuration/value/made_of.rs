//! What an expression is made of: all variables and locals that it reads, and what those read in turn.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::Literal;
use super::evaluate::{Evaluator, Origin, Resolved};
use crate::configuration::syntax::{Attribute, Block};

/// How many expressions are looked at for one value.
const PARTS: usize = 10_000;

/// Stands for a text, which may be long and is met again and again.
pub(crate) type Digest = [u64; 2];

/// What is known of one expression.
#[derive(Debug)]
pub(super) struct Part {
    digest: Digest,
    references: Vec<(&'static str, Box<str>)>,
}

impl<'t> Evaluator<'t> {
    /// Returns what stands for the expressions that an attribute of the block `owner` is made of.
    ///
    /// References are searched in the text, strings and comments included: one too many does no harm.
    pub(super) fn made_of(
        &self,
        key: &str,
        owner: Option<&'t Block>,
        attribute: &'t Attribute,
    ) -> Vec<Digest> {
        self.follow_all(vec![(key.to_owned(), owner, attribute)])
    }

    /// Returns what an attribute in one of these blocks of `owner` is worth: nothing that can be told, but what it is
    /// made of.
    pub(crate) fn somewhere_in(&self, key: &str, owner: &'t Block, blocks: Vec<&'t Block>) -> Resolved {
        let mut starts = Vec::new();
        let mut blocks = blocks;
        while let Some(block) = blocks.pop() {
            starts.extend(
                block.body.attributes.iter().map(|attribute| (key.to_owned(), Some(owner), attribute)),
            );
            blocks.extend(&block.body.blocks);
        }
        Resolved { value: None, made_of: self.follow_all(starts) }
    }

    fn follow_all(&self, starts: Vec<(String, Option<&'t Block>, &'t Attribute)>) -> Vec<Digest> {
        let mut digests = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = starts;
        'parts: while let Some((key, owner, attribute)) = open.pop() {
            if !seen.insert((key.clone(), attribute.file, attribute.value.start)) {
                continue;
            }
            let part = self.part(attribute);
            digests.insert(part.digest);
            for (root, name) in &part.references {
                if seen.len() > PARTS || !self.step() {
                    // What was not looked at is equal to nothing of the other side.
                    digests.insert(digest(&format!("not followed to the end at {}", self.side())));
                    break 'parts;
                }
                match *root {
                    "var" if self.opaque(&key, name) => {}
                    "var" => match self.origin(&key, name) {
                        Some(Origin::Given(value)) => {
                            let text = value.as_ref().map(Literal::text);
                            digests.insert(digest(&format!("var.{name} = {text:?}")));
                        }
                        Some(Origin::Written { key, owner, attribute }) => {
                            open.push((key.to_owned(), owner, attribute));
                        }
                        None => {}
                    },
                    "local" => {
                        let local =
                            self.tree().declared(&key).and_then(|declared| declared.locals.get(&**name));
                        open.extend(local.map(|local| (key.clone(), None, local)));
                    }
                    root => {
                        let argument = if root == "each" { "for_each" } else { "count" };
                        let repeated = owner.and_then(|owner| owner.body.attribute(argument));
                        open.extend(repeated.map(|repeated| (key.clone(), None, repeated)));
                    }
                }
            }
        }
        digests.into_iter().collect()
    }

    fn part(&self, attribute: &Attribute) -> Rc<Part> {
        let place = (attribute.file, attribute.value);
        if let Some(part) = self.parts.borrow().get(&place) {
            return Rc::clone(part);
        }
        let text = self.tree().normal(attribute);
        let part = Rc::new(Part { digest: digest(&text), references: references(&text) });
        self.parts.borrow_mut().insert(place, Rc::clone(&part));
        part
    }
}

/// Returns a digest of a text; two of them make it long enough that nobody finds another text for it.
fn digest(text: &str) -> Digest {
    [0_u8, 1].map(|salt| {
        let mut hasher = DefaultHasher::new();
        (salt, text).hash(&mut hasher);
        hasher.finish()
    })
}

/// Returns what looks like `root.name` in a text, for the roots that lead anywhere; each once.
fn references(text: &str) -> Vec<(&'static str, Box<str>)> {
    let is_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
    let mut found = BTreeSet::new();
    for (dot, _) in text.match_indices('.') {
        let (before, after) =
            (text.get(..dot).unwrap_or_default().trim_end(), text.get(dot + 1..).unwrap_or_default());
        let root = ["var", "local", "each", "count"].into_iter().find(|root| {
            before.strip_suffix(root).is_some_and(|rest| !rest.ends_with(|c| is_word(c) || c == '.'))
        });
        let Some(root) = root else { continue };
        let name = after.trim_start().split(|character| !is_word(character)).next().unwrap_or_default();
        found.insert((root, name.into()));
    }
    found.into_iter().collect()
}
