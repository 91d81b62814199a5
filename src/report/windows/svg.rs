//! The days as a picture that stands alone: no script, no font, nothing loaded; light and dark by the reader's choice.

use jiff::SignedDuration;
use jiff::civil::{Date, Time};

use super::{Agenda, Entry, Kind, end};
use crate::gate::window::moment;
use crate::policy::calendar::{Interval, Zone};

const LEFT: i64 = 92;
const TOP: i64 = 64;
const ROW: i64 = 22;
/// Units of a day: one for two minutes.
const DAY: i64 = 720;

const STYLE: &str = "svg{--paper:#fff;--ink:#1f2328;--soft:#656d76;--line:#d8dee4;--open:#1a7f37;--window:#9ec5e8;--hours:#e3e8ee;\
--freeze:#cf222e;--soft-freeze:#bf8700;--now:#0969da;font:12px system-ui,-apple-system,'Segoe UI',sans-serif}\
@media (prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e6edf3;--soft:#8b949e;--line:#30363d;--open:#3fb950;--window:#1f4b73;\
--hours:#21262d;--freeze:#f85149;--soft-freeze:#d29922;--now:#58a6ff}}\
.paper{fill:var(--paper)}text{fill:var(--ink)}.soft{fill:var(--soft)}.line{stroke:var(--line)}.window{fill:var(--window)}\
.business_hours{fill:var(--hours)}.open{fill:var(--open)}.freeze{fill:var(--freeze);fill-opacity:.75}\
.advisory,.require{fill:var(--soft-freeze);fill-opacity:.6}.now{stroke:var(--now);stroke-width:2}";

/// Renders the picture: a row for each day in UTC.
pub fn render(agenda: &Agenda<'_>) -> String {
    let days = agenda.days();
    let rows = i64::try_from(days.len()).unwrap_or(0);
    let (width, height) = (LEFT + DAY + 24, TOP + rows * ROW + 48);
    let mut text = String::new();
    put!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title\">\n"
    );
    put!(text, "<title id=\"title\">{}</title>\n", escaped(&title(agenda)));
    put!(text, "<style>{STYLE}</style>\n<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n");
    put!(
        text,
        "<text x=\"12\" y=\"24\" font-size=\"14\" font-weight=\"600\">{}</text>\n",
        escaped(&title(agenda))
    );
    for hour in (0..=24).step_by(3) {
        let x = LEFT + hour * 30;
        let bottom = TOP + rows * ROW;
        put!(
            text,
            "<text class=\"soft\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{hour:02}</text>\n",
            TOP - 8
        );
        put!(text, "<line class=\"line\" x1=\"{x}\" x2=\"{x}\" y1=\"{TOP}\" y2=\"{bottom}\"/>\n");
    }
    for (row, date) in (0..).zip(&days) {
        let y = TOP + row * ROW;
        put!(text, "<text x=\"12\" y=\"{}\">{}</text>\n", y + 15, date.strftime("%a %-d %b"));
        let Some(day) = day(*date) else { continue };
        for layer in [Kind::BusinessHours, Kind::Window] {
            for entry in agenda.entries.iter().filter(|entry| entry.kind == layer) {
                bar(&mut text, day, entry.span, y + 3, ROW - 6, layer.name(), &label(entry));
            }
        }
        for span in agenda.starts.iter() {
            let words = format!("may be started: {}", times(span, &Zone::utc()));
            bar(&mut text, day, span, y + 8, ROW - 16, "open", &words);
        }
        for layer in [Kind::Advisory, Kind::Require, Kind::Freeze] {
            for entry in agenda.entries.iter().filter(|entry| entry.kind == layer) {
                bar(&mut text, day, entry.span, y + 3, ROW - 6, layer.name(), &label(entry));
            }
        }
        if day.contains(agenda.question.at) {
            let x = LEFT + minutes(day, agenda.question.at) / 2;
            put!(text, "<line class=\"now\" x1=\"{x}\" x2=\"{x}\" y1=\"{y}\" y2=\"{}\"/>\n", y + ROW);
        }
    }
    let y = TOP + rows * ROW + 20;
    let legend = [
        ("open", "may be started"),
        ("window", "window"),
        ("business_hours", "business hours"),
        ("freeze", "freeze"),
        ("advisory", "advice, or more people"),
    ];
    for (number, (class, words)) in (0..).zip(legend) {
        let x = LEFT + number * 140;
        put!(text, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"12\" height=\"12\" rx=\"2\"/>");
        put!(text, "<text class=\"soft\" x=\"{}\" y=\"{}\">{words}</text>\n", x + 18, y + 10);
    }
    text.push_str("</svg>\n");
    text
}

fn title(agenda: &Agenda<'_>) -> String {
    let what = if agenda.stated { "What if it were" } else { "At" };
    let word = if agenda.answer.is_allowed() { "open" } else { "closed" };
    let at = moment(agenda.question.at, &Zone::utc());
    format!("{what} {at}: {word} for {}", agenda.subject())
}

/// Draws the part of a span that lies in a day.
fn bar(text: &mut String, day: Interval, span: Interval, y: i64, height: i64, class: &str, words: &str) {
    let Some(part) = span.intersection(day) else { return };
    let x = LEFT + minutes(day, part.start()) / 2;
    let width = (minutes(day, part.end()) / 2 + LEFT - x).max(1);
    put!(
        text,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\"><title>{}</title></rect>\n",
        escaped(words)
    );
}

fn label(entry: &Entry<'_>) -> String {
    let title = entry.title.as_ref().map(|title| format!(" ({title})")).unwrap_or_default();
    format!("{} {}{title}: {}", entry.kind.words(), entry.name, times(entry.span, entry.zone))
}

fn times(span: Interval, zone: &Zone) -> String {
    let until = end(span).map_or("no end known".to_owned(), |end| moment(end, zone));
    format!("{} to {until}", moment(span.start(), zone))
}

fn minutes(day: Interval, instant: jiff::Timestamp) -> i64 {
    day.start().duration_until(instant).as_secs() / 60
}

fn day(date: Date) -> Option<Interval> {
    let start = Zone::utc().earlier(date.to_datetime(Time::midnight()));
    Interval::new(start, start.saturating_add(SignedDuration::from_hours(24)).ok()?)
}

fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            other if other.is_control() => {}
            other => text.push(other),
        }
    }
    text
}
