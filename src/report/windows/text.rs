//! The answer on a terminal: in words, as a list, and as a picture of the days.

use anstyle::{AnsiColor, Style};
use jiff::SignedDuration;
use jiff::civil::{Date, Time};

use super::{Agenda, Entry, Kind, end};
use crate::gate::window::{moment, next, reason};
use crate::policy::calendar::{Interval, Intervals, Zone};
use crate::report::escape::terminal;

/// Cells of a day in the picture: half an hour each.
const CELLS: u8 = 48;

/// Lines of the list: what comes later is counted.
const LISTED: usize = 40;

/// Renders the answer, what happens in the days asked for, and a picture of them. Whoever prints it takes colours out
/// where they are not wanted: the picture says the same without.
pub fn render(agenda: &Agenda<'_>) -> String {
    let mut text = String::new();
    let answer = &agenda.answer;
    let (word, style) =
        if answer.is_allowed() { ("OPEN", AnsiColor::Green) } else { ("CLOSED", AnsiColor::Yellow) };
    let style = colour(style).bold();
    put!(text, "{style}{word}{style:#}  {}", moment(answer.at, &Zone::utc()));
    put!(text, " for {}\n", terminal(&agenda.subject()));
    if agenda.stated {
        put!(text, "        what if: the instant was given with --at, so this is no answer for now\n");
    }
    let why = reason(agenda.time, answer, agenda.question.demands);
    let code = answer.code.map(|code| format!(" [{}]", code.name())).unwrap_or_default();
    put!(text, "  why   {}{code}\n", terminal(&why));
    put!(text, "  next  {}\n", terminal(&next(agenda.time, answer)));
    for freeze in &answer.advisories {
        put!(text, "  note  freeze `{}` is in force and only says so\n", terminal(&freeze.name));
    }
    for freeze in &answer.requires {
        if let Some((group, count)) = &freeze.approvals {
            let plural = if *count == 1 { "approval" } else { "approvals" };
            let (name, group) = (terminal(&freeze.name), terminal(group));
            put!(text, "  note  freeze `{name}` asks for {count} more {plural} by group {group}\n");
        }
    }
    for calendar in &agenda.time.calendars {
        if let Err(problem) = &calendar.state {
            let style = colour(AnsiColor::Red);
            put!(text, "  {style}note{style:#}  calendar `{}` cannot be read: ", terminal(&calendar.name));
            put!(text, "{}\n", terminal(&problem.to_string()));
        }
    }
    list(&mut text, agenda);
    if !agenda.entries.is_empty() {
        picture(&mut text, agenda);
    }
    text
}

fn list(text: &mut String, agenda: &Agenda<'_>) {
    let bold = Style::new().bold();
    let shown: Vec<&Entry<'_>> =
        agenda.entries.iter().filter(|entry| entry.kind != Kind::BusinessHours).collect();
    if shown.is_empty() {
        put!(text, "\nno window and no freeze in these days\n");
        return;
    }
    let rows: Vec<[String; 3]> = shown.iter().take(LISTED).map(|entry| row(entry)).collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (universal, local) = (width(0), width(1));
    put!(text, "\n{bold}{:<universal$}  {:<local$}  what{bold:#}\n", "UTC", "local");
    for ([at, wall, what], entry) in rows.iter().zip(&shown) {
        let style = style_of(entry.kind);
        put!(text, "{at:<universal$}  {wall:<local$}  {style}{}{style:#}\n", terminal(what));
    }
    if let Some(more) = shown.len().checked_sub(LISTED).filter(|more| *more > 0) {
        put!(text, "and {more} more\n");
    }
}

fn row(entry: &Entry<'_>) -> [String; 3] {
    let span = |zone: &Zone| {
        let start = zone.local(entry.span.start());
        let Some(end) = end(entry.span).map(|end| zone.local(end)) else {
            return format!("{} - no end known", start.strftime("%a %-d %b %Y %H:%M"));
        };
        let format = if end.date() == start.date() { "%H:%M" } else { "%a %-d %b %H:%M" };
        format!("{} - {}", start.strftime("%a %-d %b %Y %H:%M"), end.strftime(format))
    };
    let local = if entry.zone.is_utc() {
        String::new()
    } else {
        format!("{} {}", span(entry.zone), entry.zone.name())
    };
    let title = entry.title.as_ref().map(|title| format!(" ({title})")).unwrap_or_default();
    [span(&Zone::utc()), local, format!("{} {}{title}", entry.kind.words(), entry.name)]
}

/// What a cell of the picture says; where several things are, the one that decides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Nothing,
    Hours,
    Window,
    Cutoff,
    Start,
    Advised,
    Frozen,
}

impl Cell {
    const ALL: [Cell; 6] =
        [Cell::Start, Cell::Cutoff, Cell::Window, Cell::Hours, Cell::Frozen, Cell::Advised];

    fn sign(self) -> char {
        match self {
            Cell::Nothing => '.',
            Cell::Hours => '-',
            Cell::Window => '=',
            Cell::Cutoff => '+',
            Cell::Start => '#',
            Cell::Advised => '~',
            Cell::Frozen => 'x',
        }
    }

    fn words(self) -> &'static str {
        match self {
            Cell::Nothing => "nothing",
            Cell::Hours => "business hours",
            Cell::Window => "another window",
            Cell::Cutoff => "open, too late to start",
            Cell::Start => "may be started",
            Cell::Advised => "advisory, or more approvals",
            Cell::Frozen => "frozen",
        }
    }

    fn style(self) -> Style {
        match self {
            Cell::Nothing => Style::new().dimmed(),
            Cell::Hours => colour(AnsiColor::Blue),
            Cell::Window => colour(AnsiColor::Cyan),
            Cell::Cutoff => colour(AnsiColor::Yellow),
            Cell::Start => colour(AnsiColor::Green).bold(),
            Cell::Advised => colour(AnsiColor::Magenta),
            Cell::Frozen => colour(AnsiColor::Red),
        }
    }
}

/// Draws a line for each day, a sign for each half hour; the current one is bright.
fn picture(text: &mut String, agenda: &Agenda<'_>) {
    let spans = |wanted: &[Kind]| -> Intervals {
        agenda.entries.iter().filter(|entry| wanted.contains(&entry.kind)).map(|entry| entry.span).collect()
    };
    let layers = [
        (Cell::Frozen, spans(&[Kind::Freeze])),
        (Cell::Start, agenda.starts.clone()),
        (
            Cell::Cutoff,
            if agenda.question.demands.is_empty() { Intervals::empty() } else { agenda.open.clone() },
        ),
        (Cell::Window, spans(&[Kind::Window])),
        (Cell::Advised, spans(&[Kind::Advisory, Kind::Require])),
        (Cell::Hours, spans(&[Kind::BusinessHours])),
    ];
    let mut seen: Vec<Cell> = Vec::new();
    let bold = Style::new().bold();
    put!(text, "\n{bold}{:<10}  00    03    06    09    12    15    18    21   UTC{bold:#}\n", "");
    for date in agenda.days() {
        put!(text, "{:<10}  ", date.strftime("%a %-d %b").to_string());
        let mut style = Style::new();
        for number in 0..CELLS {
            let Some(span) = cell(date, number) else { continue };
            let found = layers.iter().find(|(_, times)| times.overlaps(span)).map(|(cell, _)| *cell);
            let found = found.unwrap_or(Cell::Nothing);
            let mut own = found.style();
            if span.contains(agenda.question.at) {
                own = own.invert();
            }
            if own != style {
                put!(text, "{style:#}{own}");
                style = own;
            }
            text.push(found.sign());
            if !seen.contains(&found) {
                seen.push(found);
            }
        }
        put!(text, "{style:#}\n");
    }
    let legend: Vec<String> = Cell::ALL
        .into_iter()
        .filter(|cell| seen.contains(cell))
        .map(|cell| format!("{}{}{:#} {}", cell.style(), cell.sign(), cell.style(), cell.words()))
        .collect();
    put!(text, "{:<10}  {}\n", "", legend.join("   "));
}

fn cell(date: Date, number: u8) -> Option<Interval> {
    let half = SignedDuration::from_mins(30);
    let start = Zone::utc().earlier(date.to_datetime(Time::midnight()));
    let start = start.saturating_add(SignedDuration::from_mins(30 * i64::from(number))).ok()?;
    Interval::new(start, start.saturating_add(half).ok()?)
}

fn style_of(kind: Kind) -> Style {
    match kind {
        Kind::Window => colour(AnsiColor::Cyan),
        Kind::BusinessHours => colour(AnsiColor::Blue),
        Kind::Freeze => colour(AnsiColor::Red),
        Kind::Advisory | Kind::Require => colour(AnsiColor::Magenta),
    }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}
