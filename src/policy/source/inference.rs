//! What the words of a type's name say about it, where no catalog lists the type.

use serde::{Deserialize, Serialize};

use super::catalog::TypeFacts;
use super::decode::{Block, Section, Shape, Source};
use super::expression::At;
use super::guard::{Guard, read_guard};
use super::words::{Class, Risk};

/// How a type that nobody listed is judged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Inference {
    /// What words mean; of several that occur, the first in this order counts.
    pub meanings: Vec<Meaning>,
    /// Guards that many types have. They count where their attributes are present.
    pub guards: Vec<Guard>,
}

/// What some words in the name of a type mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// The words; several joined by `_` must occur next to each other.
    pub words: Vec<String>,
    /// The class.
    pub class: Class,
    /// The category.
    pub category: Box<str>,
    /// It holds what configuration alone cannot rebuild.
    pub stateful: bool,
    /// The risk of deleting one.
    pub delete_risk: Risk,
}

impl Inference {
    /// Returns what the words of a type's name say; the risk of deleting one is never below medium.
    pub fn facts(&self, kind: &str) -> TypeFacts {
        let meaning =
            self.meanings.iter().find(|meaning| meaning.words.iter().any(|word| has_word(kind, word)));
        let (class, category, stateful, delete_risk) = match meaning {
            Some(meaning) => (meaning.class, meaning.category.clone(), meaning.stateful, meaning.delete_risk),
            None => (Class::Config, "unlisted".into(), false, Risk::Medium),
        };
        TypeFacts {
            class,
            category,
            stateful,
            delete_risk: delete_risk.max(Risk::Medium),
            guards: Vec::new(),
            weakens: Vec::new(),
            traits: Vec::new(),
            note: None,
            inferred: true,
        }
    }
}

/// Returns true if the words of `word` occur in `kind` as whole words; the provider's own name does not count.
fn has_word(kind: &str, word: &str) -> bool {
    let name = kind.split_once('_').map_or(kind, |(_, name)| name);
    name.match_indices(word).any(|(start, found)| {
        let before = name.get(..start).unwrap_or_default();
        let after = name.get(start + found.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('_')) && (after.is_empty() || after.starts_with('_'))
    })
}

const FILE: Shape = Shape { what: "this file", attributes: &[], blocks: &["infer", "guard"] };
const INFER: Shape = Shape {
    what: "an inference",
    attributes: &["words", "class", "category", "stateful", "delete_risk"],
    blocks: &[],
};

/// Reads the file that says what the words of names mean.
pub fn read_inference(source: &Source<'_>) -> Inference {
    let Some(body) = source.parse() else {
        return Inference::default();
    };
    let file = Section::new(source, &body, At { line: 1, column: 1 }, "the file".to_owned(), &FILE);
    Inference {
        meanings: file.blocks("infer").filter_map(|block| read_meaning(source, &block)).collect(),
        guards: file.blocks("guard").filter_map(|block| read_guard(source, &block)).collect(),
    }
}

fn read_meaning(source: &Source<'_>, block: &Block<'_>) -> Option<Meaning> {
    block.no_label(source);
    let section = Section::new(source, &block.block.body, block.at, "the inference".to_owned(), &INFER);
    for name in INFER.attributes {
        section.required(name);
    }
    Some(Meaning {
        words: section.texts("words")?.into_iter().map(|(word, _)| word).collect(),
        class: section.word("class", Class::ALL, Class::name)?,
        category: section.text("category")?.into(),
        stateful: section.flag("stateful")?,
        delete_risk: section.word("delete_risk", Risk::ALL, Risk::name)?,
    })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn only_whole_words_count_and_not_the_provider() {
        for (kind, word, expected) in [
            ("acme_database", "database", true),
            ("acme_database_user", "database", true),
            ("acme_databases", "database", false),
            ("acme_key_pair", "key_pair", true),
            ("acme_monkey", "key", false),
            ("database_thing", "database", false),
            ("database", "database", true),
            ("acme_sub_key_key", "key", true),
        ] {
            assert_eq!(has_word(kind, word), expected, "{word} in {kind}");
        }
    }
}
