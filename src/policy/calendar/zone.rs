//! Time zones, from the database in the binary: nothing on the machine changes what a policy means.

use std::fmt;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::problem::nearest;

/// The zone database that is part of the binary; `TZ`, `TZDIR` and `/usr/share/zoneinfo` are not looked at.
static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone of the IANA database.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

/// Why a name is no time zone, with what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoZone {
    /// What is wrong with the name.
    pub message: String,
    /// What helps.
    pub help: String,
}

impl Zone {
    /// Returns the zone of an IANA name, as `Europe/Berlin`, or UTC.
    ///
    /// # Errors
    ///
    /// Names that the database does not have, abbreviations as `CET`, and fixed offsets as `Etc/GMT+5`: the first of
    /// these are ambiguous and the last mean the opposite of what they say.
    pub fn named(name: &str) -> Result<Zone, NoZone> {
        let known = BUNDLED.get(name).ok();
        let spelling = known.as_ref().and_then(TimeZone::iana_name);
        let Some((rules, spelling)) = known.as_ref().zip(spelling) else {
            return Err(unknown(name));
        };
        if spelling != name {
            let message = format!("`{name}` is not how the time zone is spelled");
            return Err(NoZone { message, help: format!("write `{spelling}`") });
        }
        if is_shorthand(name) {
            let message = format!("`{name}` is an abbreviation or a fixed offset, not a place");
            let help = "write the zone of a place, as `Europe/Berlin`, or `UTC`".to_owned();
            return Err(NoZone { message, help });
        }
        Ok(Zone { name: name.to_owned(), rules: rules.clone() })
    }

    /// Returns the zone of coordinated universal time.
    pub fn utc() -> Zone {
        Zone { name: "UTC".to_owned(), rules: TimeZone::UTC }
    }

    /// Returns every name of the database.
    pub fn names() -> Vec<String> {
        BUNDLED.available().map(|name| name.as_str().to_owned()).collect()
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns true if it is coordinated universal time.
    pub fn is_utc(&self) -> bool {
        ["UTC", "Etc/UTC"].contains(&self.name.as_str())
    }

    /// Returns the date and time that a clock in the zone shows at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.rules.to_datetime(instant)
    }

    /// Returns the date that a calendar in the zone shows at an instant.
    pub fn date(&self, instant: Timestamp) -> Date {
        self.local(instant).date()
    }

    /// Returns the first of the instants that a local time may mean.
    ///
    /// Where clocks go back, that is the first time they show it; where they go forward past it, the instant before
    /// the gap that is as far from it as the local time is from its end.
    pub fn earlier(&self, local: DateTime) -> Timestamp {
        self.rules.to_ambiguous_timestamp(local).earlier().unwrap_or(Timestamp::MIN)
    }

    /// Returns the last of the instants that a local time may mean.
    pub fn later(&self, local: DateTime) -> Timestamp {
        self.rules.to_ambiguous_timestamp(local).later().unwrap_or(Timestamp::MAX)
    }

    /// Returns the first and the last of the instants that a local time may mean: on most days the same.
    pub fn both(&self, local: DateTime) -> (Timestamp, Timestamp) {
        let meant = self.rules.to_ambiguous_timestamp(local);
        if !meant.is_ambiguous()
            && let Ok(instant) = meant.compatible()
        {
            return (instant, instant);
        }
        (self.earlier(local), self.later(local))
    }

    /// Returns the first of the instants that the beginning of a date may mean.
    pub fn start_of(&self, date: Date) -> Timestamp {
        self.earlier(date.to_datetime(Time::midnight()))
    }

    /// Returns the instants from one to another at which the offset of the zone changes.
    pub fn transitions(&self, from: Timestamp, to: Timestamp) -> Vec<Timestamp> {
        let following = self.rules.following(from).map(|transition| transition.timestamp());
        following.take_while(|instant| *instant < to).collect()
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name).finish()
    }
}

fn unknown(name: &str) -> NoZone {
    let names = Zone::names();
    let help = match nearest(name, names.iter().map(String::as_str)) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "write the IANA name of a place, as `Europe/Berlin`, or `UTC`".to_owned(),
    };
    NoZone { message: format!("there is no time zone `{name}`"), help }
}

/// Returns true for names of the database that stand for an abbreviation or a fixed offset.
fn is_shorthand(name: &str) -> bool {
    if ["UTC", "Etc/UTC"].contains(&name) {
        return false;
    }
    let offset = name.starts_with("Etc/") || name.starts_with("SystemV/") || name.starts_with("GMT");
    // `Japan` and `Egypt` are places; `EST`, `MST7MDT` and `ROK` are not.
    let letters = name.chars().filter(|c| c.is_ascii_alphabetic());
    let capitals =
        !name.contains('/') && letters.clone().count() > 0 && letters.clone().all(|c| c.is_ascii_uppercase());
    offset || capitals || ["Zulu", "Universal", "Greenwich", "Factory"].contains(&name)
}
