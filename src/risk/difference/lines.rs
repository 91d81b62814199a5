//! Long texts by line. Only how many lines differ is told: a script is no harmless kind of value.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Tally;

/// Beyond so many lines they are counted as a heap: the exact way takes time with the square of the difference.
const MOST_LINES: usize = 2000;

/// Returns how many lines were added and removed.
pub(super) fn tally(before: &str, after: &str) -> Tally {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    if old.len() > MOST_LINES || new.len() > MOST_LINES {
        return heaps(&old, &new);
    }
    let mut tally = Tally::default();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match operation {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_len, .. } => tally.removed += old_len,
            DiffOp::Insert { new_len, .. } => tally.added += new_len,
            DiffOp::Replace { old_len, new_len, .. } => {
                tally.removed += old_len;
                tally.added += new_len;
            }
        }
    }
    tally
}

/// Counts lines that are on one side only, wherever they stand.
fn heaps(old: &[&str], new: &[&str]) -> Tally {
    let mut lines: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    old.iter().for_each(|line| lines.entry(line).or_default().0 += 1);
    new.iter().for_each(|line| lines.entry(line).or_default().1 += 1);
    let mut tally = Tally::default();
    for (old, new) in lines.into_values() {
        tally.removed += old.saturating_sub(new);
        tally.added += new.saturating_sub(old);
    }
    tally
}
