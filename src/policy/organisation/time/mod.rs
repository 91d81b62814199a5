//! `window`, `business_hours`, `freeze`, `calendar` and `holidays`: when changes are allowed.

mod calendar;
mod freeze;
mod read;
mod schedule;
#[cfg(test)]
mod tests;
mod window;

use hcl::edit::structure::Body;

pub(super) use calendar::{CALENDAR, HOLIDAYS};
pub(super) use freeze::FREEZE;
pub(super) use window::{BUSINESS_HOURS, WINDOW};

use crate::policy::calendar::{Schedule, Time, Times};
use crate::policy::source::decode::{Block, Section, Source};
use crate::policy::source::expression::At;
use crate::policy::source::selector::Known;
use calendar::Days;

/// Windows and business hours, freezes, calendars: more than that of one kind nobody overlooks.
const MAX_BLOCKS: usize = 200;

/// Reads what all files of a policy say about time. Calendar files are read later, with [`Time::load`]: until then what
/// rests on them is closed and frozen.
pub(super) fn read(files: &[(&Source<'_>, Option<&Body>)], known: &Known<'_>) -> Time {
    let mut time = Time::default();
    let mut days: Vec<Days> = Vec::new();
    // Other blocks refer to calendars, from whatever file.
    for (source, file) in sections(files) {
        for block in file.blocks("calendar") {
            time.calendars.extend(calendar::read(source, &block));
        }
    }
    for (source, file) in sections(files) {
        for block in file.blocks("holidays") {
            days.extend(calendar::read_holidays(source, &block, &time.calendars));
        }
    }
    for (source, file) in sections(files) {
        for block in file.blocks("window") {
            time.windows.extend(window::read(source, &block, &time.calendars));
        }
        for block in file.blocks("business_hours") {
            time.windows.extend(window::read_hours(source, &block, &time.calendars, &days));
        }
        for block in file.blocks("freeze") {
            time.freezes.extend(freeze::read(source, known, &block, &time.calendars));
        }
        for block in file.blocks("calendar") {
            let section = Section::unchecked(source, &block);
            if let (Some(name), Some(kind)) = (block.block.labels.first(), section.value("kind")) {
                calendar::stands_alone(source, &section, name.as_str(), kind.as_str(), &mut time);
            }
        }
        let first = |blocks: Vec<Block<'_>>| blocks.get(MAX_BLOCKS).map(|block| block.at);
        for kind in ["window", "business_hours", "freeze", "calendar", "holidays"] {
            if let Some(at) = first(file.blocks(kind).collect()) {
                let message = format!("there are more than {MAX_BLOCKS} `{kind}` blocks");
                source.report(at, message, "put them together");
            }
        }
    }
    time
}

fn sections<'s>(
    files: &'s [(&'s Source<'s>, Option<&'s Body>)],
) -> impl Iterator<Item = (&'s Source<'s>, Section<'s>)> {
    files.iter().filter_map(|(source, body)| {
        let start = At { line: 1, column: 1 };
        Some((*source, Section::unchecked_body(source, (*body)?, start)))
    })
}

/// Returns times that hold always and for as long as anybody knows.
fn plain(zone: crate::policy::calendar::Zone, schedule: Schedule) -> Times {
    Times {
        zone,
        schedule,
        except: Vec::new(),
        valid: crate::policy::calendar::Interval::ALWAYS,
        known_until: None,
        calendar: None,
    }
}
