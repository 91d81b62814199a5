//! On which dates something happens.

use std::iter::successors;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Days of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

/// Months of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months(u16);

/// Dates, told by a rule or one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Days {
    /// Days of the week.
    Weekly(Weekdays),
    /// A day of the month.
    Monthly(Monthly),
    /// These dates, sorted.
    Dates(Vec<Date>),
    /// What the last three fields of cron say. They all hold; the reader refuses both day fields at once.
    Cron {
        /// Days of the month, bit by bit.
        month_days: u32,
        /// Months.
        months: Months,
        /// Days of the week.
        weekdays: Weekdays,
    },
}

/// A day of some months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Monthly {
    /// Which day.
    pub day: DayOfMonth,
    /// So many days later, or earlier if negative; the month is that of the day itself.
    pub offset_days: i8,
    /// In these months.
    pub months: Months,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOfMonth {
    /// From 1 on, or from -1, the last, backwards. Months that do not have it are left out.
    Number(i8),
    /// The first to fifth such weekday, or from -1, the last, backwards. Months that do not have it are left out.
    Weekday(i8, Weekday),
}

impl Weekdays {
    /// Every day.
    pub const ALL: Weekdays = Weekdays(0x7f);

    /// Returns true if a day is one of them.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & bit(weekday) != 0
    }

    /// Returns true if there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(weekdays: I) -> Weekdays {
        Weekdays(weekdays.into_iter().fold(0, |bits, weekday| bits | bit(weekday)))
    }
}

impl Months {
    /// Every month.
    pub const ALL: Months = Months(0x1ffe);

    /// Returns true if a month, from 1, is one of them.
    pub fn contains(self, month: i8) -> bool {
        (1..=12).contains(&month) && self.0 & (1 << month) != 0
    }

    /// Returns how many there are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl FromIterator<i8> for Months {
    fn from_iter<I: IntoIterator<Item = i8>>(months: I) -> Months {
        let within = months.into_iter().filter(|month| (1..=12).contains(month));
        Months(within.fold(0, |bits, month| bits | 1 << month))
    }
}

impl Days {
    /// Returns the dates from `first` to `last`, both included, in their order. What it costs depends on these two
    /// alone, not on when a rule began.
    pub fn between(&self, first: Date, last: Date) -> Vec<Date> {
        match self {
            Days::Weekly(weekdays) => {
                dates(first, last).filter(|date| weekdays.contains(date.weekday())).collect()
            }
            Days::Monthly(monthly) => monthly.between(first, last),
            Days::Dates(dates) => {
                let from = dates.partition_point(|date| *date < first);
                dates.iter().skip(from).take_while(|date| **date <= last).copied().collect()
            }
            Days::Cron { month_days, months, weekdays } => dates(first, last)
                .filter(|date| {
                    months.contains(date.month())
                        && month_days & (1 << date.day()) != 0
                        && weekdays.contains(date.weekday())
                })
                .collect(),
        }
    }
}

impl Monthly {
    fn between(self, first: Date, last: Date) -> Vec<Date> {
        let offset = i64::from(self.offset_days).days();
        let from = first.saturating_sub(offset).first_of_month();
        let to = last.saturating_sub(offset);
        let days = months_from(from).take_while(|month| *month <= to).filter_map(|month| {
            let chosen = self.months.contains(month.month());
            let day = self.day.in_month(month).filter(|_| chosen)?;
            day.checked_add(offset).ok().filter(|day| (first..=last).contains(day))
        });
        // The last Monday and seven days and the first day of the next month come in no order of their own.
        let mut days: Vec<Date> = days.collect();
        days.sort_unstable();
        days
    }
}

impl DayOfMonth {
    /// Returns the day in the month that a date lies in; none if it does not have that day.
    pub fn in_month(self, month: Date) -> Option<Date> {
        let first = month.first_of_month();
        match self {
            DayOfMonth::Weekday(nth, weekday) => first.nth_weekday_of_month(nth, weekday).ok(),
            DayOfMonth::Number(number) if number > 0 => first.with().day(number).build().ok(),
            DayOfMonth::Number(number) => {
                let day = first.days_in_month().checked_add(1)?.checked_add(number)?;
                first.with().day(day).build().ok()
            }
        }
    }
}

/// Returns the dates from one to another, both included.
pub fn dates(first: Date, last: Date) -> impl Iterator<Item = Date> {
    successors(Some(first), |date| date.tomorrow().ok()).take_while(move |date| *date <= last)
}

/// Returns the first day of the month a date lies in, and of each month after it.
pub fn months_from(date: Date) -> impl Iterator<Item = Date> {
    successors(Some(date.first_of_month()), |month| month.checked_add(1.month()).ok())
}

fn bit(weekday: Weekday) -> u8 {
    1 << weekday.to_monday_zero_offset()
}
