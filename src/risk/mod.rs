//! How risky a plan is, and why: [`assess()`] knows no people, no clock and no network.
//!
//! A change starts at its cell of the [`matrix`], is adjusted for what guards the object and for how much
//! depends on it, then for the environment; findings only raise it. Every step is kept in words, so that a
//! reviewer can redo it by hand.

mod assess;
mod assessment;
mod confidence;
mod configured;
mod difference;
pub mod digest;
mod environment;
mod extent;
mod finding;
mod guard;
mod labelled;
pub mod matrix;
mod mild;
mod protected;
mod reach;
mod relations;
pub mod rule_tests;
mod scope;
mod shown;
mod totals;

pub use assess::assess;
pub use assessment::{Assessment, ChangeAssessment, Counts, PlanSummary, Step};
pub use confidence::Confidence;
pub use difference::{Difference, Judgement, Tally};
pub use environment::{Environment, Place};
pub use finding::{Finding, Side, Spot};
pub use guard::{Guard, GuardState, Kind as GuardPlace, Switch};
pub use reach::{Reach, ReachEdge, ReachNode};
pub use relations::{Relation, RelationKind};
pub use shown::{Shown, Why};
pub use totals::Totals;
