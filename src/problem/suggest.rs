//! "Did you mean": the nearest of the names that would have been right.

/// Returns the known name nearest to `typed`, if one is near enough to be what was meant.
pub fn nearest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // A third of the letters may be wrong: more than that is a guess, not a suggestion.
    let limit = (typed.chars().count() / 3).max(1);
    nearest_within(typed, known, limit)
}

/// Returns the known name nearest to `typed`, if at most `limit` letters differ.
pub fn nearest_within<'n>(
    typed: &str,
    known: impl IntoIterator<Item = &'n str>,
    limit: usize,
) -> Option<&'n str> {
    known
        .into_iter()
        // What differs that much in length differs in as many letters: most names are no work at all.
        .filter(|name| name.len().abs_diff(typed.len()) <= 4 * limit)
        .map(|name| (distance(typed, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Returns the number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
/// (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let width = b.len() + 1;
    let mut older: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..width).collect();
    let mut last_a = None;
    for (i, ca) in a.chars().enumerate() {
        let mut current = Vec::with_capacity(width);
        current.push(i + 1);
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&previous, j + 1) + 1)
                .min(at(&current, j) + 1)
                .min(at(&previous, j) + usize::from(ca != *cb));
            let swapped = j > 0 && last_a == Some(*cb) && b.get(j - 1) == Some(&ca);
            if swapped {
                best = best.min(at(&older, j - 1) + 1);
            }
            current.push(best);
        }
        older = std::mem::replace(&mut previous, current);
        last_a = Some(ca);
    }
    previous.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let known = ["title", "types", "actions", "when", "risk"];
        for (typed, expected) in [
            ("titel", Some("title")),
            ("type", Some("types")),
            ("action", Some("actions")),
            ("wehn", Some("when")),
            ("severity", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), expected, "{typed}");
        }
    }
}
