//! applygate decides whether a Terraform or OpenTofu change may be applied *now*, and says why.
//!
//! Read the modules in this order and you have read the flow:
//!
//! ```text
//! plan.json ─────────▶ plan ────────────┐
//! *.tf ──────────────▶ configuration ───┼─▶ risk ──▶ Assessment ─┐
//! rules/ ────────────▶ policy ──────────┤                        ├─▶ gate ──▶ Verdict ──▶ report
//! people and time ───▶ facts ───────────┴────────────────────────┘
//! ```
//!
//! Between the readers on the left and the reports on the right stand two pure functions:
//! [`risk::assess`] knows no people, no clock and no network; [`gate::decide`] gets all of that as plain
//! [`facts`]. What cannot be read or decided is a [`problem`], never an allowance.
//!
//! Beside that way, [`doctor`] judges whether all this can be got round.
//!
//! Imports go one way, in the order of the modules below; `tests/layers.rs` holds them to it.

pub mod problem;

pub mod plan;

pub mod configuration;

pub mod policy;

pub mod risk;

pub mod facts;

pub mod gate;

pub mod doctor;

pub mod report;

pub mod forge;

pub mod atlantis;

pub mod commands;
