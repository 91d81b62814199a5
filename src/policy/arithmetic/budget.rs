//! A bound on the work of one comparison, counted and not timed, so that the same input always gives the same answer.

/// How many elementary steps (one pattern token or one address range looked at) an answer may take: well below a
/// second, and far beyond what documents within the limits of the clouds need.
const STEPS: u64 = 20_000_000;

/// Steps that are left.
#[derive(Debug)]
pub(super) struct Budget {
    left: u64,
}

impl Budget {
    pub(super) fn new() -> Budget {
        Budget { left: STEPS }
    }

    /// Takes `steps`; none once they are used up, which makes the answer unknown.
    pub(super) fn spend(&mut self, steps: usize) -> Option<()> {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(steps)?;
        Some(())
    }
}
