//! Sets of instants.

use jiff::Timestamp;
use proptest::prelude::*;

use super::{at, span};
use crate::policy::calendar::{Interval, Intervals};

fn set(spans: &[(i64, i64)]) -> Intervals {
    spans.iter().filter_map(|(from, to)| Interval::new(second(*from), second(*to))).collect()
}

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn what_overlaps_or_touches_is_one_interval() {
    let merged = set(&[(5, 9), (1, 3), (3, 4), (6, 7), (20, 21), (9, 9)]);
    assert_eq!(merged, set(&[(1, 4), (5, 9), (20, 21)]));
    assert_eq!(merged.iter().count(), 3);
}

#[test]
fn an_interval_has_its_start_and_not_its_end() {
    let night = span("2026-01-01T02:00Z", "2026-01-01T04:00Z");
    assert!(night.contains(at("2026-01-01T02:00Z")));
    assert!(night.contains(at("2026-01-01T03:59:59.999999999Z")));
    assert!(!night.contains(at("2026-01-01T04:00Z")));
    assert_eq!(Interval::new(at("2026-01-01T02:00Z"), at("2026-01-01T02:00Z")), None);
}

proptest! {
    #[test]
    fn sets_are_what_they_are_second_by_second(
        a in prop::collection::vec((0i64..60, 0i64..60), 0..8),
        b in prop::collection::vec((0i64..60, 0i64..60), 0..8),
    ) {
        let holds = |spans: &[(i64, i64)], at: i64| spans.iter().any(|(from, to)| *from <= at && at < *to);
        let (left, right) = (set(&a), set(&b));
        for instant in -1..61 {
            let (l, r) = (holds(&a, instant), holds(&b, instant));
            let contains = |set: &Intervals| set.around(second(instant)).is_some();
            prop_assert_eq!(contains(&left), l);
            prop_assert_eq!(contains(&left.union(&right)), l || r);
            prop_assert_eq!(contains(&left.intersection(&right)), l && r);
            prop_assert_eq!(contains(&left.without(&right)), l && !r);
            prop_assert_eq!(contains(&left.complement()), !l);
            let part = Interval::new(second(10), second(30)).unwrap();
            prop_assert_eq!(contains(&left.within(part)), l && (10..30).contains(&instant));
            prop_assert_eq!(left.overlaps(part), (10..30).any(|at| holds(&a, at)));
        }
        for set in [left.union(&right), left.intersection(&right), left.without(&right)] {
            let all: Vec<Interval> = set.iter().collect();
            prop_assert!(all.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        }
    }
}
