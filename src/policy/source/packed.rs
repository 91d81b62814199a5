//! The catalog as one block of bytes in which a type is found without unpacking the others.
//!
//! ```text
//! count: u32
//! count entries, sorted by name: start of the name: u32, start of the record: u32
//! end of the names: u32
//! names, one after the other
//! records: postcard; types that differ in nothing but their names share one
//! ```
//!
//! All numbers are little-endian and all starts count from the first byte. The last two records in the block are
//! the category list and nothing else refers to it: its start is the last number of the block.

use std::collections::HashMap;

use super::catalog::TypeFacts;

/// Packs types, sorted by name without repetition, and the categories.
///
/// # Errors
///
/// The block would be larger than its numbers can count.
pub fn pack(types: &[(&str, &TypeFacts)], categories: &[&str]) -> Result<Vec<u8>, String> {
    let failed = |error: postcard::Error| error.to_string();
    let names_start = 4 + types.len() * 8 + 4;
    let mut names = Vec::new();
    let mut records: Vec<u8> = Vec::new();
    let mut shared: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut entries = Vec::with_capacity(types.len());
    for (name, facts) in types {
        let record = postcard::to_allocvec(facts).map_err(failed)?;
        let record_start = *shared.entry(record).or_insert_with_key(|record| {
            let start = records.len();
            records.extend_from_slice(record);
            start
        });
        entries.push((names.len(), record_start));
        names.extend_from_slice(name.as_bytes());
    }
    let records_start = names_start + names.len();
    let number = |value: usize| u32::try_from(value).map(u32::to_le_bytes).map_err(|error| error.to_string());
    let mut packed = Vec::with_capacity(records_start + records.len());
    packed.extend_from_slice(&number(types.len())?);
    for (name, record) in entries {
        packed.extend_from_slice(&number(names_start + name)?);
        packed.extend_from_slice(&number(records_start + record)?);
    }
    packed.extend_from_slice(&number(records_start)?);
    packed.extend_from_slice(&names);
    packed.extend_from_slice(&records);
    let categories_start = packed.len();
    packed.extend_from_slice(&postcard::to_allocvec(categories).map_err(failed)?);
    packed.extend_from_slice(&number(categories_start)?);
    Ok(packed)
}

/// A packed catalog.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'p> {
    bytes: &'p [u8],
}

impl<'p> Packed<'p> {
    /// Takes a block for a packed catalog.
    pub fn new(bytes: &'p [u8]) -> Packed<'p> {
        Packed { bytes }
    }

    /// Returns how many types there are.
    pub fn len(&self) -> usize {
        self.number(0).unwrap_or(0)
    }

    /// Returns true if there are no types.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the name of a type by its position.
    pub fn name(&self, position: usize) -> Option<&'p str> {
        // The start of the next name, or the end of the names, stands where the next entry would.
        let (start, end) = (self.number(4 + position * 8)?, self.number(4 + (position + 1) * 8)?);
        std::str::from_utf8(self.bytes.get(start..end)?).ok()
    }

    /// Returns the names of all types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'p str> {
        let packed = *self;
        (0..self.len()).map_while(move |position| packed.name(position))
    }

    /// Returns the categories that types have, sorted.
    pub fn categories(&self) -> Vec<&'p str> {
        let start = self.bytes.len().checked_sub(4).and_then(|last| self.number(last));
        let bytes = start.and_then(|start| self.bytes.get(start..)).unwrap_or_default();
        postcard::take_from_bytes(bytes).map(|(categories, _)| categories).unwrap_or_default()
    }

    /// Returns what is known of a type; only that is unpacked.
    pub fn lookup(&self, kind: &str) -> Option<TypeFacts> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.name(middle)?.cmp(kind) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let record = self.bytes.get(self.number(4 + middle * 8 + 4)?..)?;
                    return postcard::take_from_bytes(record).ok().map(|(facts, _)| facts);
                }
            }
        }
        None
    }

    fn number(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }
}
