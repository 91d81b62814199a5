//! One person fills one place: as many places as can be filled, by augmenting paths.

/// Assigns people to places, each person at most to one.
///
/// `fits[place]` names the people who fit, ascending. Places that come first are filled first, and stay filled. The
/// number of filled places is the greatest there is, and the same input gives the same assignment.
pub(super) fn assign(fits: &[Vec<usize>], people: usize) -> Vec<Option<usize>> {
    let mut matching = Matching { fits, place_of: vec![None; people], person_of: vec![None; fits.len()] };
    for place in 0..fits.len() {
        let mut seen = vec![false; people];
        matching.fill(place, &mut seen);
    }
    matching.person_of
}

struct Matching<'a> {
    fits: &'a [Vec<usize>],
    place_of: Vec<Option<usize>>,
    person_of: Vec<Option<usize>>,
}

impl Matching<'_> {
    /// Fills a place, moving those who are in the way to other places that fit them. Without recursion: the chain may
    /// be as long as there are places.
    fn fill(&mut self, start: usize, seen: &mut [bool]) {
        // Breadth first: who was reached, and from which place.
        let mut reached: Vec<(usize, usize)> = Vec::new();
        let mut places = vec![start];
        let mut next = 0;
        while let Some(&place) = places.get(next) {
            next += 1;
            for &person in self.fits.get(place).into_iter().flatten() {
                let Some(new @ false) = seen.get_mut(person) else { continue };
                *new = true;
                reached.push((person, place));
                match self.place_of.get(person).copied().flatten() {
                    Some(occupied) => places.push(occupied),
                    None => return self.turn(person, start, &reached),
                }
            }
        }
    }

    /// Gives the free person the place from which it was reached, whoever sat there the one before, and so on.
    fn turn(&mut self, free: usize, start: usize, reached: &[(usize, usize)]) {
        let mut person = free;
        while let Some(&(_, place)) = reached.iter().find(|(one, _)| *one == person) {
            let before = self.person_of.get(place).copied().flatten();
            if let (Some(seat), Some(sits)) = (self.person_of.get_mut(place), self.place_of.get_mut(person)) {
                *seat = Some(person);
                *sits = Some(place);
            }
            match before {
                Some(displaced) if place != start => person = displaced,
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::assign;

    /// Tries every assignment.
    fn most(fits: &[Vec<usize>], taken: &mut Vec<usize>) -> usize {
        let Some((first, rest)) = fits.split_first() else { return 0 };
        let mut best = most(rest, taken);
        for &person in first {
            if !taken.contains(&person) {
                taken.push(person);
                best = best.max(1 + most(rest, taken));
                taken.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn as_many_places_are_filled_as_trying_everything_fills(
            table in prop::collection::vec(prop::collection::vec(any::<bool>(), 6), 0..=5)
        ) {
            let fits: Vec<Vec<usize>> = table
                .iter()
                .map(|row| row.iter().enumerate().filter(|(_, fits)| **fits).map(|(index, _)| index).collect())
                .collect();
            let assigned = assign(&fits, 6);
            let filled: Vec<usize> = assigned.iter().flatten().copied().collect();
            prop_assert_eq!(filled.len(), most(&fits, &mut Vec::new()));
            let mut once = filled.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), filled.len(), "nobody fills two places");
            for (place, person) in assigned.iter().enumerate() {
                prop_assert!(person.is_none_or(|person| fits[place].contains(&person)));
            }
        }

        #[test]
        fn what_comes_first_is_filled_first(
            table in prop::collection::vec(prop::collection::vec(0..6usize, 0..6), 1..=5)
        ) {
            let mut shorter = table.clone();
            shorter.pop();
            let (all, without) = (assign(&table, 6), assign(&shorter, 6));
            for (place, person) in without.iter().enumerate() {
                prop_assert_eq!(person.is_some(), all[place].is_some(), "place {}", place);
            }
        }
    }

    #[test]
    fn whoever_fits_elsewhere_makes_room() {
        assert_eq!(assign(&[vec![0, 1], vec![0]], 2), [Some(1), Some(0)]);
        assert_eq!(assign(&[vec![0, 1], vec![0, 2], vec![0]], 3), [Some(1), Some(2), Some(0)]);
        assert_eq!(assign(&[vec![0], vec![0]], 1), [Some(0), None]);
        assert_eq!(assign(&[], 3), []);
        // A long chain of people who all move by one place.
        let fits: Vec<Vec<usize>> =
            (0..2000).map(|place| if place < 1999 { vec![place, place + 1] } else { vec![0] }).collect();
        assert!(assign(&fits, 2000).iter().all(Option::is_some));
    }
}
