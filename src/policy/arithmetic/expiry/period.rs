//! One reason for which objects are deleted by themselves, in one form for all clouds.

use std::collections::{BTreeMap, BTreeSet};

/// What expires, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Expiry {
    /// What kind of thing: current objects, noncurrent versions, images by count ... Kinds do not compare.
    pub(super) subject: String,
    /// Numbers an object must reach: days, newer versions to be kept, a least size. Missing is 0.
    pub(super) reach: BTreeMap<&'static str, i64>,
    /// Numbers it must stay below: a greatest size. Missing is no bound.
    pub(super) below: BTreeMap<&'static str, i64>,
    /// The day from which, as RFC 3339 text.
    pub(super) from: Option<String>,
    /// Only what was made before these days, as RFC 3339 text. Missing is no bound.
    pub(super) made_before: BTreeMap<&'static str, String>,
    /// Only names that begin with one of these; none is all.
    pub(super) prefixes: Option<BTreeSet<String>>,
    /// Only what bears all of these marks.
    pub(super) marks: BTreeSet<String>,
    /// Only what has one of the values, by property; missing is any.
    pub(super) one_of: BTreeMap<&'static str, BTreeSet<String>>,
    /// Days or filter are decided during apply, in part at least.
    pub(super) unknown: bool,
    /// Whether anything is deleted at all is decided during apply.
    pub(super) doubtful: bool,
}

impl Expiry {
    pub(super) fn of(subject: &str) -> Expiry {
        Expiry { subject: subject.to_owned(), ..Expiry::default() }
    }

    /// Returns true if all that expires by `other` expires by this as well, and no later.
    pub(super) fn covers(&self, other: &Expiry) -> bool {
        self.subject == other.subject
            && !self.unknown
            && !self.doubtful
            && self.reach.iter().all(|(name, own)| *own <= other.reach.get(name).copied().unwrap_or(0))
            && self.below.iter().all(|(name, own)| other.below.get(name).is_some_and(|its| its <= own))
            && match (&self.from, &other.from) {
                (None, None) => true,
                (Some(own), Some(its)) => own <= its,
                _ => false,
            }
            && self
                .made_before
                .iter()
                .all(|(name, own)| other.made_before.get(name).is_some_and(|its| its <= own))
            && match (&self.prefixes, &other.prefixes) {
                (None, _) => true,
                (Some(own), Some(its)) => {
                    its.iter().all(|its| own.iter().any(|own| its.starts_with(own.as_str())))
                }
                (Some(own), None) => own.contains(""),
            }
            && self.marks.is_subset(&other.marks)
            && self
                .one_of
                .iter()
                .all(|(name, own)| other.one_of.get(name).is_some_and(|its| its.is_subset(own)))
    }

    /// Returns how much work the comparison with `other` is.
    pub(super) fn cost(&self, other: &Expiry) -> usize {
        let prefixes = |expiry: &Expiry| expiry.prefixes.as_ref().map_or(1, |prefixes| 1 + prefixes.len());
        prefixes(self) * prefixes(other) + self.marks.len() + other.marks.len()
    }

    /// Adds a prefix; the empty one is all.
    pub(super) fn with_prefixes<'t>(&mut self, prefixes: impl IntoIterator<Item = &'t str>) {
        let prefixes: BTreeSet<String> = prefixes.into_iter().map(str::to_owned).collect();
        if !prefixes.is_empty() && !prefixes.contains("") {
            self.prefixes = Some(prefixes);
        }
    }
}
