//! From a run to a format.

use super::super::cli::{Check, Format};
use super::super::output;
use crate::policy::Policy;
use crate::report::run::{Entry, Run};
use crate::report::{
    Report, code_quality, github, html, json_v1, junit, markdown, mermaid, sarif, svg, text,
};

/// How a person wants to read it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) text: text::Options,
    /// It goes to a terminal, which may take colours; whoever prints takes them out where it does not.
    colours: bool,
}

impl Page {
    /// Returns what the arguments say; a file has no width of its own.
    pub(super) fn of(arguments: &Check, printed: bool) -> Page {
        let detail = match (arguments.quiet, arguments.verbose) {
            (true, _) => text::Detail::Quiet,
            (_, true) => text::Detail::Verbose,
            _ => text::Detail::Normal,
        };
        let width = if printed { output::width() } else { output::WIDTH };
        Page { text: text::Options { detail, show_all: arguments.show_all, width }, colours: printed }
    }
}

/// Renders a run in a format; some formats say what the rules of the policy are for.
pub(super) fn render(format: Format, run: &Run<'_>, page: &Page, policies: &[&Policy]) -> String {
    match format {
        Format::Text => {
            let text = text::render_run(run, &page.text);
            if page.colours { text } else { anstream::adapter::strip_str(&text).to_string() }
        }
        Format::Json => json_v1::render_run(run),
        Format::Markdown => markdown::render(run, &markdown::Options { budget: markdown::COMMENT }),
        Format::Sarif => sarif::render(run, policies),
        Format::Junit => junit::render(run),
        Format::Github => github::render(run),
        Format::Codequality => code_quality::render(run),
        Format::Summary => markdown::render(run, &markdown::Options { budget: markdown::SUMMARY }),
        Format::Mermaid => picture(run, mermaid::render),
        Format::Svg => picture(run, svg::render),
        Format::Html => picture(run, html::render),
    }
}

/// Renders the only plan of a run; a plan that was not judged has no picture.
fn picture(run: &Run<'_>, render: impl Fn(&Report<'_>) -> String) -> String {
    match run.plans.as_slice() {
        [Entry { judged: Ok(report), .. }] => render(report),
        _ => String::new(),
    }
}
