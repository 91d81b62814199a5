//! Judges plans with their configuration, and renders them in every format.

use std::fs::File;
use std::path::Path;
use std::sync::LazyLock;

use applygate::configuration::{Configuration, Settings, Source, Tree};
use applygate::gate::{Verdict, decide};
use applygate::plan::{self, Options};
use applygate::policy::Policy;
use applygate::problem::{Problem, Problems};
use applygate::report::run::{Entry, Run};
use applygate::report::{Report, code_quality, github, json_v1, junit, markdown, sarif, text};
use applygate::risk::{Assessment, Place, assess};

use crate::support::at_noon;

pub static POLICY: LazyLock<Policy> = LazyLock::new(Policy::shipped);

/// A plan that was judged, or could not be.
pub struct Judged {
    pub name: String,
    pub result: Result<(Assessment, Verdict), Problems>,
}

/// Judges a plan with what stands in the folders `head` and `base` beside it.
pub fn judge(path: &Path) -> Judged {
    let folder = path.parent().unwrap();
    let tree = |side: &str| {
        let directory = folder.join(side);
        directory.is_dir().then(|| Tree::read(&Source::Directory(directory), &Settings::default()))
    };
    let configuration = match (tree("head"), tree("base")) {
        (None, _) => Configuration::unread(),
        (head, base) => Configuration::new(head, base),
    };
    let judged = File::open(path)
        .map_err(|error| {
            Problem::new(applygate::problem::Code::InputUnreadable, format!("cannot read it: {error}"))
                .help("name another")
        })
        .and_then(|file| plan::read(file, &Options::default()))
        .map_err(Problems::from)
        .and_then(|plan| with(&plan, &configuration));
    Judged { name: path.display().to_string(), result: judged }
}

/// Judges a plan from bytes, with a configuration.
pub fn judge_bytes(name: &str, bytes: &[u8], configuration: &Configuration) -> Judged {
    let plan = plan::read(bytes, &Options::default()).map_err(Problems::from);
    Judged { name: name.to_owned(), result: plan.and_then(|plan| with(&plan, configuration)) }
}

fn with(plan: &plan::Plan, configuration: &Configuration) -> Result<(Assessment, Verdict), Problems> {
    let place = Place::default();
    let assessment = assess(plan, configuration, &POLICY, &place)?;
    let verdict = decide(&assessment, &place, &POLICY, &at_noon())?;
    Ok((assessment, verdict))
}

/// Returns the run of these plans.
pub fn run(judged: &[Judged]) -> Run<'_> {
    let entries = judged.iter().map(|judged| Entry {
        name: &judged.name,
        judged: judged.result.as_ref().map(|(assessment, verdict)| Report { assessment, verdict }),
    });
    Run { plans: entries.collect(), several: judged.len() > 1, notes: Vec::new() }
}

/// Returns a run in every format, by the name of the file it would go to.
pub fn formats(run: &Run<'_>) -> Vec<(&'static str, String)> {
    let plain = |detail, show_all, width| {
        let text = text::render_run(run, &text::Options { detail, show_all, width });
        anstream::adapter::strip_str(&text).to_string()
    };
    vec![
        ("verdict.txt", plain(text::Detail::Normal, false, 100)),
        ("verbose.txt", plain(text::Detail::Verbose, true, 60)),
        ("verdict.json", json_v1::render_run(run)),
        ("comment.md", markdown::render(run, &markdown::Options { budget: markdown::COMMENT })),
        ("summary.md", markdown::render(run, &markdown::Options { budget: markdown::SUMMARY })),
        ("findings.sarif", sarif::render(run, &POLICY.rules)),
        ("junit.xml", junit::render(run)),
        ("annotations.txt", github::render(run)),
        ("code-quality.json", code_quality::render(run)),
    ]
}
