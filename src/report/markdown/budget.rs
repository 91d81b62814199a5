//! What fits: every row has forms of several lengths, and the bytes go to the gravest rows first.

/// A row in all its forms, the longest first.
#[derive(Debug, Clone)]
pub(super) struct Item {
    forms: Vec<String>,
    chosen: Option<usize>,
}

impl Item {
    /// Creates a row from its forms, the longest first.
    pub(super) fn new(forms: impl Into<Vec<String>>) -> Item {
        Item { forms: forms.into(), chosen: None }
    }

    /// Returns the chosen form, and how many longer ones there are; nothing if the row is cut.
    pub(super) fn chosen(&self) -> Option<(&str, usize)> {
        let chosen = self.chosen?;
        self.forms.get(chosen).map(|form| (form.as_str(), chosen))
    }

    fn length(&self, form: Option<usize>) -> usize {
        form.and_then(|form| self.forms.get(form)).map_or(0, String::len)
    }
}

/// Rows of one kind, the gravest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf {
    items: Vec<Item>,
}

impl FromIterator<Item> for Shelf {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Shelf {
        Shelf { items: items.into_iter().collect() }
    }
}

impl Shelf {
    /// Returns how many rows there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns true if there is no row.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns the rows.
    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// Returns how many rows are not shown in any form.
    pub(super) fn cut(&self) -> usize {
        self.items.iter().filter(|item| item.chosen.is_none()).count()
    }

    /// Returns the bytes of all rows in their shortest forms.
    pub(super) fn shortest(&self) -> usize {
        self.items.iter().map(|item| item.forms.last().map_or(0, String::len)).sum()
    }

    /// Takes every choice back.
    pub(super) fn clear(&mut self) {
        for item in &mut self.items {
            item.chosen = None;
        }
    }

    /// Chooses for every row from the top, as long as there is room, the form that is `length` steps longer than the
    /// shortest one.
    pub(super) fn lengthen(&mut self, length: usize, room: &mut Room) {
        for item in &mut self.items {
            let Some(form) = item.forms.len().checked_sub(length + 1) else { continue };
            let more = item.length(Some(form)).saturating_sub(item.length(item.chosen));
            if more > room.left {
                return;
            }
            room.left -= more;
            item.chosen = Some(form);
        }
    }
}

/// The bytes that are left.
#[derive(Debug)]
pub(super) struct Room {
    left: usize,
}

impl Room {
    /// Creates room for so many bytes.
    pub(super) fn new(left: usize) -> Room {
        Room { left }
    }

    /// Takes bytes out of the room.
    pub(super) fn hold_back(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Room, Shelf};

    fn chosen(shelf: &Shelf) -> Vec<Option<usize>> {
        shelf.items().iter().map(|item| item.chosen().map(|(form, _)| form.len())).collect()
    }

    #[test]
    fn every_row_gets_its_short_form_before_one_gets_a_longer_one() {
        let row = || Item::new(["x".repeat(100), "x".repeat(10), "x".to_owned()]);
        for (bytes, expected) in [
            (2, [Some(1), Some(1), None]),
            (3, [Some(1), Some(1), Some(1)]),
            (12, [Some(10), Some(1), Some(1)]),
            (30, [Some(10), Some(10), Some(10)]),
            (125, [Some(100), Some(10), Some(10)]),
            (300, [Some(100), Some(100), Some(100)]),
        ] {
            let mut shelf: Shelf = [row(), row(), row()].into_iter().collect();
            let mut room = Room::new(bytes);
            for length in 0..3 {
                shelf.lengthen(length, &mut room);
            }
            assert_eq!(chosen(&shelf), expected, "{bytes} bytes");
        }
    }
}
