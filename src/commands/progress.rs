//! Says on standard error how far reading has come, where a run takes longer than a second on a terminal.

use std::io::{self, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

/// How long a run stays silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is drawn anew.
const PACE: Duration = Duration::from_millis(200);

/// A reader that counts what passes through it.
#[derive(Debug)]
pub(super) struct Progress<R> {
    inner: R,
    total: Option<u64>,
    done: u64,
    watch: Option<Watch>,
}

#[derive(Debug)]
struct Watch {
    next: Instant,
    drawn: bool,
}

impl<R: Read> Progress<R> {
    /// Creates a reader around `inner`, of `total` bytes if that is known.
    pub(super) fn new(inner: R, total: Option<u64>) -> Progress<R> {
        let watch =
            io::stderr().is_terminal().then(|| Watch { next: Instant::now() + PATIENCE, drawn: false });
        Progress { inner, total, done: 0, watch }
    }

    fn draw(&mut self) {
        let Some(watch) = &mut self.watch else { return };
        let now = Instant::now();
        if now < watch.next {
            return;
        }
        watch.next = now + PACE;
        watch.drawn = true;
        let megabytes = self.done / 1_000_000;
        // Progress that cannot be shown is no reason to stop.
        let _ = match self.total {
            Some(total) if total > 0 => {
                write!(
                    io::stderr(),
                    "\rreading the plan: {} % of {} MB ",
                    self.done * 100 / total,
                    total / 1_000_000
                )
            }
            _ => write!(io::stderr(), "\rreading the plan: {megabytes} MB "),
        };
    }
}

impl<R: Read> Read for Progress<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.done += u64::try_from(count).unwrap_or_default();
        self.draw();
        Ok(count)
    }
}

impl<R> Drop for Progress<R> {
    fn drop(&mut self) {
        if self.watch.as_ref().is_some_and(|watch| watch.drawn) {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
