//! What happens as a calendar that programs can subscribe to (RFC 5545).

use sha2::{Digest, Sha256};

use super::{Agenda, Entry, Kind, end};
use crate::policy::calendar::Zone;

/// Octets of a line, without its end.
const LINE: usize = 75;

/// Renders windows, business hours and freezes as events. The same event has the same `UID` every time.
pub fn render(agenda: &Agenda<'_>) -> String {
    let mut text = String::new();
    let name = if agenda.stated { "Change windows (what if)" } else { "Change windows" };
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//applygate//windows//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ] {
        put_line(&mut text, line);
    }
    put_line(&mut text, &format!("X-WR-CALNAME:{name}"));
    // A freeze without end is none that a calendar could hold; it ends with what is shown.
    for entry in &agenda.entries {
        event(&mut text, agenda, entry);
    }
    put_line(&mut text, "END:VCALENDAR");
    text
}

fn event(text: &mut String, agenda: &Agenda<'_>, entry: &Entry<'_>) {
    let instant = |instant| Zone::utc().local(instant).strftime("%Y%m%dT%H%M%SZ").to_string();
    let start = instant(entry.span.start().max(agenda.range.start().min(entry.span.end())));
    let start = if end(entry.span).is_some() { instant(entry.span.start()) } else { start };
    let until = instant(end(entry.span).unwrap_or(agenda.range.end()));
    let mut hash = Sha256::new();
    for part in [entry.kind.name(), entry.name, &start, &until, entry.title.as_deref().unwrap_or_default()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let title = match &entry.title {
        Some(title) => format!("{} {}: {title}", capital(entry.kind), entry.name),
        None => format!("{} {}", capital(entry.kind), entry.name),
    };
    let free = if entry.kind == Kind::Freeze { "OPAQUE" } else { "TRANSPARENT" };
    for line in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{digest}@applygate"),
        format!("DTSTAMP:{}", instant(agenda.question.at)),
        format!("DTSTART:{start}"),
        format!("DTEND:{until}"),
        format!("SUMMARY:{}", escaped(&title)),
        format!("CATEGORIES:{}", escaped(entry.kind.words())),
        format!("TRANSP:{free}"),
        "END:VEVENT".to_owned(),
    ] {
        put_line(text, &line);
    }
}

fn capital(kind: Kind) -> &'static str {
    match kind {
        Kind::Window => "Window",
        Kind::BusinessHours => "Business hours",
        Kind::Freeze => "Freeze",
        Kind::Advisory => "Advisory freeze",
        Kind::Require => "More approvals",
    }
}

fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '\\' | ',' | ';' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            other if other.is_control() => {}
            other => text.push(other),
        }
    }
    text
}

/// Writes a line, folded where it is too long.
fn put_line(text: &mut String, line: &str) {
    let mut width = 0;
    for character in line.chars() {
        if width + character.len_utf8() > LINE {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(character);
        width += character.len_utf8();
    }
    text.push_str("\r\n");
}
