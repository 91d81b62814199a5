//! From a run to a format.

use super::super::cli::Format;
use super::super::output;
use super::Wish;
use crate::policy::Rule;
use crate::report::run::Run;
use crate::report::{code_quality, github, html, json_v1, junit, markdown, mermaid, sarif, svg, text};

/// How a person wants to read it.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Page {
    text: text::Options,
    /// It goes to a terminal, which may take colours; whoever prints takes them out where it does not.
    colours: bool,
}

impl Page {
    /// Returns what the arguments say; a file has no width of its own.
    pub(in crate::commands) fn of(arguments: &Wish, printed: bool) -> Page {
        let detail = match (arguments.quiet, arguments.verbose) {
            (true, _) => text::Detail::Quiet,
            (_, true) => text::Detail::Verbose,
            _ => text::Detail::Normal,
        };
        let width = if printed { output::width() } else { output::WIDTH };
        Page { text: text::Options { detail, show_all: arguments.show_all, width }, colours: printed }
    }
}

/// Returns true for formats that show one plan only.
pub(in crate::commands) fn is_picture(format: Format) -> bool {
    matches!(format, Format::Mermaid | Format::Svg | Format::Html)
}

/// Renders a run in a format; none for a picture of what could not be judged. `rules` say what findings are for.
pub(in crate::commands) fn render(
    format: Format,
    run: &Run<'_>,
    page: &Page,
    rules: &[Rule],
) -> Option<String> {
    let picture = run.plans.first().and_then(|entry| entry.judged.ok());
    Some(match format {
        Format::Text => {
            let text = text::render_run(run, &page.text);
            if page.colours { text } else { anstream::adapter::strip_str(&text).to_string() }
        }
        Format::Json => json_v1::render_run(run),
        Format::Markdown => markdown::render(run, &markdown::Options { budget: markdown::COMMENT }),
        Format::Summary => markdown::render(run, &markdown::Options { budget: markdown::SUMMARY }),
        Format::Sarif => sarif::render(run, rules),
        Format::Junit => junit::render(run),
        Format::Github => github::render(run),
        Format::Codequality => code_quality::render(run),
        Format::Mermaid => mermaid::render(&picture?),
        Format::Svg => svg::render(&picture?),
        Format::Html => html::render(&picture?),
    })
}
