//! Recurrence rules (RFC 5545, section 3.3.10): the dates of a series, in civil time.
//!
//! A rule is expanded near the dates asked for, never from its start. `COUNT` is the one part that needs the whole
//! series; it is turned into a last date when the calendar is read.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::policy::calendar::days::{DayOfMonth, Months, dates, months_from};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// When a series ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    Never,
    Count(u32),
    Until(String),
}

/// A recurrence rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: i64,
    pub(super) end: End,
    days: Vec<(i8, Weekday)>,
    month_days: Vec<i8>,
    months: Option<Months>,
    week_start: Weekday,
}

/// Longer than any interval anybody means, and short enough not to leave the calendar.
const MAX_INTERVAL: i64 = 1000;

impl Rule {
    /// Reads the value of `RRULE`. What is wrong is returned in words, with what helps.
    pub(super) fn parse(text: &str) -> Result<Rule, (String, &'static str)> {
        let mut rule = Rule {
            frequency: Frequency::Daily,
            interval: 1,
            end: End::Never,
            days: Vec::new(),
            month_days: Vec::new(),
            months: None,
            week_start: Weekday::Monday,
        };
        let mut seen: Vec<&str> = Vec::new();
        for part in text.split(';') {
            let Some((name, value)) = part.split_once('=') else {
                return Err((format!("`{part}` is no part of a recurrence rule"), "write `NAME=VALUE`"));
            };
            if seen.contains(&name)
                || (name == "UNTIL" && seen.contains(&"COUNT"))
                || (name == "COUNT" && seen.contains(&"UNTIL"))
            {
                return Err((format!("`{name}` stands beside another end or twice"), "write it once"));
            }
            seen.push(name);
            let wrong =
                || (format!("`{value}` is no `{name}` of a recurrence rule"), "see RFC 5545, section 3.3.10");
            match name {
                "FREQ" => rule.frequency = frequency(value)?,
                "INTERVAL" => {
                    let interval = digits(value).map(i64::from).filter(|n| (1..=MAX_INTERVAL).contains(n));
                    rule.interval = interval.ok_or_else(wrong)?;
                }
                "COUNT" => rule.end = End::Count(digits(value).filter(|count| *count > 0).ok_or_else(wrong)?),
                "UNTIL" => rule.end = End::Until(value.to_owned()),
                "BYDAY" => rule.days = list(value, weekday_with_ordinal).ok_or_else(wrong)?,
                "BYMONTHDAY" => {
                    let day = |text: &str| signed(text).filter(|day| *day != 0 && (-31..=31).contains(day));
                    rule.month_days = list(value, day).ok_or_else(wrong)?;
                }
                "BYMONTH" => {
                    let month = |text: &str| signed(text).filter(|month| (1..=12).contains(month));
                    rule.months = Some(list(value, month).ok_or_else(wrong)?.into_iter().collect());
                }
                "WKST" => rule.week_start = weekday(value).ok_or_else(wrong)?,
                _ => {
                    return Err((
                        format!("`{name}` in a recurrence rule is not read"),
                        "the whole calendar is not used: write the rule without it, or the dates one by one",
                    ));
                }
            }
        }
        if !seen.contains(&"FREQ") {
            return Err(("a recurrence rule has no `FREQ`".to_owned(), "write `FREQ=WEEKLY` or the like"));
        }
        let ordinals = rule.days.iter().any(|(nth, _)| *nth != 0);
        if ordinals && matches!(rule.frequency, Frequency::Daily | Frequency::Weekly) {
            let help = "write `FREQ=MONTHLY` or `FREQ=YEARLY`";
            return Err(("a numbered weekday stands in a daily or weekly rule".to_owned(), help));
        }
        if rule.frequency == Frequency::Weekly && !rule.month_days.is_empty() {
            return Err(("`BYMONTHDAY` stands in a weekly rule".to_owned(), "write `FREQ=MONTHLY`"));
        }
        if ordinals && !rule.month_days.is_empty() {
            let help = "write one of them";
            return Err(("a numbered weekday stands beside `BYMONTHDAY`".to_owned(), help));
        }
        Ok(rule)
    }

    /// Returns true if the series that starts on a date begins with that date, as it must.
    pub(super) fn begins_with(&self, start: Date) -> bool {
        self.period(start, 0).first() == Some(&start)
    }

    /// Returns the dates of a series from `first` to `last`, both included, in their order.
    pub(super) fn between(&self, start: Date, first: Date, last: Date) -> Vec<Date> {
        let from = first.max(start);
        let mut found = Vec::new();
        if from > last {
            return found;
        }
        let (begin, end) = (self.period_of(start, from), self.period_of(start, last));
        for number in begin.saturating_sub(1).max(0)..=end.saturating_add(1) {
            found.extend(self.period(start, number).into_iter().filter(|date| (from..=last).contains(date)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns the date of the last of so many, going on from the start; `budget` pays for each step. None if it runs
    /// out.
    pub(super) fn last_of(&self, start: Date, count: u32, budget: &mut u32) -> Option<Date> {
        let mut left = usize::try_from(count).ok()?;
        let mut number: i64 = 0;
        loop {
            let dates = self.period(start, number);
            let cost = u32::try_from(dates.len()).ok()?.saturating_add(1);
            *budget = budget.checked_sub(cost)?;
            if left <= dates.len() {
                return dates.get(left.checked_sub(1)?).copied();
            }
            left -= dates.len();
            number = number.checked_add(1)?;
        }
    }

    /// Returns at least how many times it can happen in so many days.
    pub(super) fn most_in(&self, days: u32) -> u32 {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let in_month = if self.month_days.is_empty() {
            let by_day = self.days.iter().map(|(nth, _)| if *nth == 0 { 5 } else { 1 }).sum::<u32>();
            by_day.clamp(1, 31)
        } else {
            count(self.month_days.len()).min(31)
        };
        let (length, most) = match self.frequency {
            Frequency::Daily => (1, 1),
            Frequency::Weekly => (7, count(self.days.len()).clamp(1, 7)),
            Frequency::Monthly => (28, in_month),
            Frequency::Yearly if self.is_by_month() => {
                (365, in_month.saturating_mul(self.months.unwrap_or(Months::ALL).count()))
            }
            Frequency::Yearly => {
                let by_day = self.days.iter().map(|(nth, _)| if *nth == 0 { 53 } else { 1 }).sum::<u32>();
                (365, by_day.clamp(1, 366))
            }
        };
        let interval = u32::try_from(self.interval).unwrap_or(1);
        let periods = (days / (length * interval)).saturating_add(1);
        let all = periods.saturating_mul(most);
        match self.end {
            End::Count(count) => all.min(count),
            _ => all,
        }
    }

    fn is_by_month(&self) -> bool {
        self.months.is_some() || !self.month_days.is_empty()
    }

    fn has_month(&self, date: Date) -> bool {
        self.months.is_none_or(|months| months.contains(date.month()))
    }

    /// Returns in which period, from 0, a date lies that is not before the start.
    fn period_of(&self, start: Date, date: Date) -> i64 {
        let days = |from: Date, to: Date| from.duration_until(to).as_hours() / 24;
        let passed = match self.frequency {
            Frequency::Daily => days(start, date),
            Frequency::Weekly => days(self.week_of(start), date) / 7,
            Frequency::Monthly => {
                (i64::from(date.year()) - i64::from(start.year())) * 12 + i64::from(date.month())
                    - i64::from(start.month())
            }
            Frequency::Yearly => i64::from(date.year()) - i64::from(start.year()),
        };
        passed / self.interval
    }

    /// Returns the dates of one period that are not before the start, in their order.
    fn period(&self, start: Date, number: i64) -> Vec<Date> {
        let Some(steps) = number.checked_mul(self.interval) else {
            return Vec::new();
        };
        let found = match self.frequency {
            Frequency::Daily => step(start, steps, |n| Span::new().try_days(n))
                .filter(|date| self.admits(*date))
                .into_iter()
                .collect(),
            Frequency::Weekly => match step(self.week_of(start), steps, |n| Span::new().try_weeks(n)) {
                Some(week) => dates(week, week.saturating_add(6.days()))
                    .filter(|date| self.has_month(*date) && self.has_weekday(*date, start))
                    .collect(),
                None => Vec::new(),
            },
            Frequency::Monthly => match step(start.first_of_month(), steps, |n| Span::new().try_months(n)) {
                Some(month) if self.has_month(month) => self.in_month(month, start),
                _ => Vec::new(),
            },
            Frequency::Yearly => match step(start.first_of_year(), steps, |n| Span::new().try_years(n)) {
                Some(year) => self.in_year(year, start),
                None => Vec::new(),
            },
        };
        found.into_iter().filter(|date| *date >= start).collect()
    }

    /// Returns true if a date passes the parts of a daily rule, which only leave out.
    fn admits(&self, date: Date) -> bool {
        self.has_month(date)
            && (self.days.is_empty() || self.days.iter().any(|(_, weekday)| *weekday == date.weekday()))
            && (self.month_days.is_empty() || self.is_month_day(date))
    }

    fn has_weekday(&self, date: Date, start: Date) -> bool {
        if self.days.is_empty() {
            return date.weekday() == start.weekday();
        }
        self.days.iter().any(|(_, weekday)| *weekday == date.weekday())
    }

    fn is_month_day(&self, date: Date) -> bool {
        self.month_days.iter().any(|day| DayOfMonth::Number(*day).in_month(date) == Some(date))
    }

    fn in_month(&self, month: Date, start: Date) -> Vec<Date> {
        let all = dates(month.first_of_month(), month.last_of_month());
        let (by_day, by_number) = (!self.days.is_empty(), !self.month_days.is_empty());
        let chosen = |date: &Date| match (by_day, by_number) {
            (false, false) => date.day() == start.day(),
            (false, true) => self.is_month_day(*date),
            (true, false) => self.days.iter().any(|(nth, weekday)| {
                *weekday == date.weekday()
                    && (*nth == 0 || DayOfMonth::Weekday(*nth, *weekday).in_month(month) == Some(*date))
            }),
            (true, true) => self.is_month_day(*date) && self.has_weekday(*date, start),
        };
        all.filter(chosen).collect()
    }

    fn in_year(&self, year: Date, start: Date) -> Vec<Date> {
        if self.is_by_month() {
            let months = months_from(year).take(12).filter(|month| self.has_month(*month));
            return months.flat_map(|month| self.in_month(month, start)).collect();
        }
        if self.days.is_empty() {
            return start.with().year(year.year()).build().into_iter().collect();
        }
        let all = dates(year.first_of_year(), year.last_of_year());
        let chosen = |date: &Date| {
            self.days.iter().any(|(nth, weekday)| {
                *weekday == date.weekday() && (*nth == 0 || nth_of_year(*nth, *weekday, *date))
            })
        };
        all.filter(chosen).collect()
    }

    fn week_of(&self, date: Date) -> Date {
        let passed = i64::from(date.weekday().since(self.week_start));
        date.saturating_sub(passed.days())
    }
}

/// Returns true if a date is the nth such weekday of its year, or from -1, the last, backwards.
fn nth_of_year(nth: i8, weekday: Weekday, date: Date) -> bool {
    if date.weekday() != weekday {
        return false;
    }
    let (day, days) = (date.day_of_year(), date.days_in_year());
    let number = if nth > 0 { (day - 1) / 7 + 1 } else { -((days - day) / 7 + 1) };
    number == i16::from(nth)
}

fn step(date: Date, steps: i64, unit: impl Fn(i64) -> Result<Span, jiff::Error>) -> Option<Date> {
    date.checked_add(unit(steps).ok()?).ok()
}

fn frequency(text: &str) -> Result<Frequency, (String, &'static str)> {
    match text {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        _ => Err((
            format!("a recurrence with `FREQ={text}` is not read"),
            "write DAILY, WEEKLY, MONTHLY or YEARLY",
        )),
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    // No list is longer than the days of a month, both ways.
    let values: Vec<T> = text.split(',').take(63).map(read).collect::<Option<_>>()?;
    (text.split(',').count() <= 62).then_some(values)
}

fn weekday_with_ordinal(text: &str) -> Option<(i8, Weekday)> {
    let at = text.len().checked_sub(2)?;
    let (nth, name) = (text.get(..at)?, text.get(at..)?);
    let weekday = weekday(name)?;
    if nth.is_empty() {
        return Some((0, weekday));
    }
    signed(nth).filter(|nth| *nth != 0 && (-53..=53).contains(nth)).map(|nth| (nth, weekday))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

fn signed(text: &str) -> Option<i8> {
    let (sign, number) = match text.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let number = i8::try_from(digits(number)?).ok()?;
    number.checked_mul(sign)
}
