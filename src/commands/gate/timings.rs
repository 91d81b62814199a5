//! How long each part took.

use std::fs;
use std::time::{Duration, Instant};

/// The parts of a run so far.
#[derive(Debug)]
pub(in crate::commands) struct Timings {
    parts: Vec<(&'static str, Spent)>,
    since: (Instant, Option<Duration>),
}

/// What a part cost.
#[derive(Debug, Clone, Copy, Default)]
struct Spent {
    wall: Duration,
    /// What this program itself computed meanwhile; none where the system does not tell.
    own: Option<Duration>,
}

impl Timings {
    /// Begins to measure.
    pub(in crate::commands) fn start() -> Timings {
        Timings { parts: Vec::new(), since: now() }
    }

    /// Ends a part.
    pub(super) fn part(&mut self, name: &'static str) {
        let (wall, own) = now();
        let spent = Spent {
            wall: wall.saturating_duration_since(self.since.0),
            own: own.zip(self.since.1).map(|(now, before)| now.saturating_sub(before)),
        };
        self.parts.push((name, spent));
        self.since = (wall, own);
    }

    /// Returns the parts as a table.
    pub(in crate::commands) fn table(&self) -> String {
        let mut text = String::from("part            wall      ours\n");
        let sum = self.parts.iter().fold(
            Spent { own: Some(Duration::ZERO), ..Spent::default() },
            |sum, (_, spent)| Spent {
                wall: sum.wall + spent.wall,
                own: sum.own.zip(spent.own).map(|(a, b)| a + b),
            },
        );
        for (name, spent) in self.parts.iter().copied().chain([("all", sum)]) {
            let own = spent.own.map_or_else(|| "?".to_owned(), milliseconds);
            text.push_str(&[&format!("{name:<10} {:>9} {own:>9}", milliseconds(spent.wall)), "\n"].concat());
        }
        text
    }
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1e3)
}

/// Returns the time, and how long the threads of this program ran on a processor, as Linux tells it.
fn now() -> (Instant, Option<Duration>) {
    let wall = Instant::now();
    let threads = fs::read_dir("/proc/self/task").ok();
    let own = threads.map(|threads| {
        let of = |thread: fs::DirEntry| {
            let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
        };
        threads.flatten().filter_map(of).sum()
    });
    (wall, own)
}

#[cfg(test)]
mod tests {
    use super::Timings;

    #[test]
    fn every_part_and_the_sum_have_a_line() {
        let mut timings = Timings::start();
        timings.part("show");
        timings.part("judge");
        let table = timings.table();
        let first: Vec<&str> = table.lines().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(first, ["part", "show", "judge", "all"]);
    }
}
