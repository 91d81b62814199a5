//! Schedules in five fields, as cron writes them: minute, hour, day of the month, month, day of the week.

use jiff::civil::{Time, Weekday};

use super::days::{Days, Months, Weekdays};

/// As many starts in a day are a mistake, or an attempt to keep the gate busy.
const MAX_STARTS: usize = 48;

/// Dates, and the times on each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    /// The dates.
    pub days: Days,
    /// The times, sorted.
    pub times: Vec<Time>,
}

struct Field {
    what: &'static str,
    first: u32,
    last: u32,
    names: &'static [&'static str],
}

const MINUTE: Field = Field { what: "minute", first: 0, last: 59, names: &[] };
const HOUR: Field = Field { what: "hour", first: 0, last: 23, names: &[] };
const MONTH_DAY: Field = Field { what: "day of the month", first: 1, last: 31, names: &[] };
const MONTH: Field = Field {
    what: "month",
    first: 1,
    last: 12,
    names: &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
const WEEKDAY: Field = Field {
    what: "day of the week",
    first: 0,
    last: 7,
    names: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};

/// Reads the five fields.
///
/// # Errors
///
/// What is wrong, in words. A day of the month beside a day of the week is refused: cron takes either of them there,
/// and most people mean both.
pub fn parse(text: &str) -> Result<Cron, String> {
    let fields: Vec<&str> = text.split_ascii_whitespace().collect();
    let [minute, hour, month_day, month, weekday] = fields.as_slice() else {
        return Err(format!("`{text}` has {} fields, not five", fields.len()));
    };
    if *month_day != "*" && *weekday != "*" {
        return Err(format!("`{text}` restricts both the day of the month and the day of the week"));
    }
    let minutes = MINUTE.read(minute)?;
    let hours = HOUR.read(hour)?;
    let starts = minutes.len().saturating_mul(hours.len());
    if starts > MAX_STARTS {
        return Err(format!("`{text}` starts {starts} times a day, more than {MAX_STARTS}"));
    }
    let mut times = Vec::with_capacity(starts);
    for hour in &hours {
        for minute in &minutes {
            times.extend(small(*hour).zip(small(*minute)).and_then(|(h, m)| Time::new(h, m, 0, 0).ok()));
        }
    }
    let weekdays: Weekdays = WEEKDAY
        .read(weekday)?
        .iter()
        .filter_map(|day| Weekday::from_sunday_zero_offset(small(day % 7)?).ok())
        .collect();
    let months: Months = MONTH.read(month)?.iter().filter_map(|month| small(*month)).collect();
    let month_days = MONTH_DAY.read(month_day)?.iter().fold(0, |bits, day| bits | 1 << day);
    Ok(Cron { days: Days::Cron { month_days, months, weekdays }, times })
}

impl Field {
    /// Reads `*`, `*/n`, `a`, `a-b`, `a-b/n` and lists of these; returns the numbers, sorted.
    fn read(&self, text: &str) -> Result<Vec<u32>, String> {
        let wrong = || format!("`{text}` is no {} of cron", self.what);
        let mut numbers = Vec::new();
        for part in text.split(',') {
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => {
                    (range, Some(digits(step).filter(|step| *step > 0).ok_or_else(wrong)?))
                }
                None => (part, None),
            };
            let (first, last) = match (range, range.split_once('-')) {
                // Sunday is 0 and 7: every day is the first of these only.
                ("*", _) => (self.first, if self.last == 7 { 6 } else { self.last }),
                (_, Some((first, last))) => {
                    (self.number(first).ok_or_else(wrong)?, self.number(last).ok_or_else(wrong)?)
                }
                // `5/15` means different things to different programs.
                (_, None) if step.is_some() => return Err(wrong()),
                (one, None) => {
                    let one = self.number(one).ok_or_else(wrong)?;
                    (one, one)
                }
            };
            if first > last {
                return Err(wrong());
            }
            let step = usize::try_from(step.unwrap_or(1)).map_err(|_| wrong())?;
            numbers.extend((first..=last).step_by(step));
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    fn number(&self, text: &str) -> Option<u32> {
        let named = self.names.iter().position(|name| name.eq_ignore_ascii_case(text));
        let number = match named {
            Some(position) => u32::try_from(position).ok()? + self.first,
            None => digits(text)?,
        };
        (self.first..=self.last).contains(&number).then_some(number)
    }
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

fn small(number: u32) -> Option<i8> {
    i8::try_from(number).ok()
}
