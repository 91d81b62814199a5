//! Three-valued truth.

use serde::{Deserialize, Serialize};

/// True, false, or not to be told before apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It depends on what is decided during apply.
    Unknown,
}

impl Truth {
    /// Returns true only if it surely holds.
    pub fn is_true(self) -> bool {
        self == Truth::True
    }

    /// Returns true unless it surely does not hold.
    pub fn is_possible(self) -> bool {
        self != Truth::False
    }

    /// Returns whether both hold.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        }
    }

    /// Returns whether at least one holds.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }

    /// Returns whether at least one of several holds.
    #[must_use]
    pub fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        let mut result = Truth::False;
        for truth in truths {
            result = result.or(truth);
            if result == Truth::True {
                break;
            }
        }
        result
    }

    /// Returns whether all of several hold.
    #[must_use]
    pub fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        !Truth::any(truths.into_iter().map(|truth| !truth))
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn unknown_gives_way_only_to_what_decides_by_itself() {
        for (a, b, and, or) in [
            (True, True, True, True),
            (True, False, False, True),
            (True, Unknown, Unknown, True),
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((a.and(b), b.and(a)), (and, and), "{a:?} {b:?}");
            assert_eq!((a.or(b), b.or(a)), (or, or), "{a:?} {b:?}");
        }
        assert_eq!(Truth::any([]), False);
        assert_eq!(Truth::all([]), True);
        assert_eq!(Truth::any([False, Unknown, True]), True);
        assert_eq!(Truth::all([True, Unknown]), Unknown);
    }
}
