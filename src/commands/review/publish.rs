//! What goes into the pull request: one status for each plan, the comment and the check run of all together.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;

use super::super::output;
use super::super::pull::target::variable;
use crate::facts::{Account, EarlierStatus, RemarkGravity};
use crate::forge::{
    Annotation, AnnotationLevel, Conclusion, Github, Part, Project, Publication, Published, Row, Texts,
};
use crate::problem::{Code, Problem};
use crate::report::error;
use crate::report::escape::terminal;
use crate::report::markdown::{self, Options, Other};
use crate::report::remarks::{Level, remarks};
use crate::report::run::{Run, Standing};
use crate::risk::Place;

/// What the forge adds around a comment, in bytes, with some to spare.
const AROUND: usize = 1_000;
/// What the summary of a check run may have: 65,535, with some to spare.
const CHECK: usize = 64_000;

/// Where to publish.
#[derive(Debug)]
pub(super) struct Where<'a> {
    pub(super) github: &'a Github,
    pub(super) head: &'a str,
    pub(super) publisher: &'a Account,
    /// The projects that were judged on earlier heads.
    pub(super) earlier: &'a [EarlierStatus],
}

/// What to do about a project without a plan.
const NEXT: &str = "plan it on this commit and review that; a plan without changes is allowed";

/// What is published of one plan.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) project: Project,
    pub(super) conclusion: Conclusion,
    pub(super) words: String,
    pub(super) digest: Option<String>,
}

/// A directory as the configuration was named, and where it lies in the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) named: String,
    pub(super) directory: String,
}

/// Returns what a project is called: directory and workspace, and its name if it has one. What is not known has a mark
/// of its own, so that it is no other project; and no directory is called what another is with its workspace.
pub(in crate::commands) fn project(place: &Place) -> Project {
    let directory = match place.directory.as_deref() {
        Some("") => ".".to_owned(),
        Some(directory) => directory.replace('%', "%25").replace(':', "%3A").replace('?', "%3F"),
        None => "?".to_owned(),
    };
    let name = place.project.as_ref().map(|name| format!(":{name}")).unwrap_or_default();
    Project(format!("{directory}:{}{name}", place.workspace.as_deref().unwrap_or("?")))
}

/// Returns GitHub's words for what a plan came to.
pub(super) fn conclusion(standing: Standing) -> Conclusion {
    match standing {
        Standing::Allow => Conclusion::Allow,
        Standing::Hold => Conclusion::Hold,
        Standing::Block => Conclusion::Block,
        Standing::Error => Conclusion::Error,
    }
}

fn standing(conclusion: Conclusion) -> Standing {
    match conclusion {
        Conclusion::Allow => Standing::Allow,
        Conclusion::Hold => Standing::Hold,
        Conclusion::Block => Standing::Block,
        Conclusion::Error => Standing::Error,
    }
}

/// What is not in the pull request as it should be, though the verdict is.
#[derive(Debug, Default)]
pub(in crate::commands) struct Lacks {
    /// Why there is no comment, or an old one.
    comment: Option<Problem>,
    check: Option<Problem>,
    /// Whether a commit status was written in place of the check run.
    stand_in: bool,
    /// Further comments of applygate.
    duplicates: Vec<u64>,
}

impl Lacks {
    fn of(published: &Published) -> Lacks {
        let problem = |part: &Part| part.problem().cloned();
        Lacks {
            comment: problem(&published.comment),
            check: problem(&published.check),
            stand_in: published.stand_in.as_ref().is_some_and(|part| part.problem().is_none()),
            duplicates: published.duplicates.clone(),
        }
    }

    /// Returns the first that somebody has to see to. A personal token cannot write a check run: that is as it has to be,
    /// and a commit status stands in for it.
    pub(in crate::commands) fn worst(&self) -> Option<&Problem> {
        self.comment.as_ref().or(self.check.as_ref().filter(|_| !self.stand_in))
    }

    /// Complains of them.
    pub(super) fn complain(&self) {
        for problem in [&self.comment, &self.check].into_iter().flatten() {
            output::complaint(&error::render(problem));
        }
        if self.stand_in {
            output::complaint("The commit status `applygate` stands in for the check run.\n");
        }
        if !self.duplicates.is_empty() {
            let numbers: Vec<String> = self.duplicates.iter().map(u64::to_string).collect();
            output::complaint(&format!(
                "There are further comments of applygate, which may be deleted: {}\n",
                numbers.join(", ")
            ));
        }
    }
}

/// Publishes the run, and notes every part that could not be written.
///
/// # Errors
///
/// A commit status that is not there: approvals bind to it, so nothing can be approved.
pub(super) fn publish(
    run: &Run<'_>,
    at: &Where<'_>,
    pieces: &[Piece],
    moved: &[Moved],
    lacks: &mut Lacks,
) -> Result<(), Problem> {
    let expected: BTreeSet<Project> = pieces.iter().map(|piece| piece.project.clone()).collect();
    let render = |rows: &[Row], together: Conclusion| texts(run, rows, together, &expected, moved);
    let mut failed = None;
    for piece in pieces {
        let published = at.github.publish(&Publication {
            head: at.head,
            publisher: at.publisher,
            project: &piece.project,
            conclusion: piece.conclusion,
            words: &piece.words,
            digest: piece.digest.as_deref(),
            expected: &expected,
            earlier: at.earlier,
            render: &render,
        });
        // What the last one says of the shared places holds for all.
        *lacks = Lacks::of(&published);
        if let Some(problem) = published.status.problem() {
            failed = Some(problem.clone());
        }
    }
    failed.map_or(Ok(()), Err)
}

fn texts(
    run: &Run<'_>,
    rows: &[Row],
    together: Conclusion,
    own: &BTreeSet<Project>,
    moved: &[Moved],
) -> Texts {
    let others: Vec<Other> = rows
        .iter()
        .filter(|row| !own.contains(&row.project))
        .map(|row| Other {
            project: row.project.0.clone(),
            standing: standing(row.conclusion),
            words: row.words.clone(),
            next: row.gone.then_some(NEXT),
        })
        .collect();
    let options = |budget: usize| Options { budget };
    let comment = markdown::comment(run, &others, &options(markdown::COMMENT - AROUND));
    let summary = markdown::comment(run, &others, &options(CHECK));
    let worse = others.iter().filter(|other| other.standing > run.standing()).count();
    let title = match worse {
        0 => run.headline(),
        1 => "another project of this pull request is not allowed".to_owned(),
        more => format!("{more} other projects of this pull request are not allowed"),
    };
    Texts {
        comment,
        title: format!("{}: {}", together.name(), terminal(&title)),
        summary,
        details: String::new(),
        annotations: annotations(run, moved),
    }
}

/// Returns the remarks at the files as the repository names them; what lies outside it has no place there.
fn annotations(run: &Run<'_>, moved: &[Moved]) -> Vec<Annotation> {
    let remarks = remarks(run).into_iter().filter_map(|remark| {
        let path = in_repository(&remark.file, moved)?;
        Some(Annotation {
            path,
            line: remark.line,
            level: match remark.level {
                Level::Note => AnnotationLevel::Notice,
                Level::Warning => AnnotationLevel::Warning,
                Level::Error => AnnotationLevel::Failure,
            },
            title: remark.title,
            message: remark.message,
        })
    });
    remarks.chain(on_policy(run)).map(as_text).collect()
}

/// Makes sure that nothing in a remark turns text round or hides it: the forge shows it as it is.
fn as_text(annotation: Annotation) -> Annotation {
    let Annotation { title, message, .. } = &annotation;
    let title = terminal(title).into_owned();
    let message = message.split('\n').map(terminal).collect::<Vec<_>>().join("\n");
    Annotation { title, message, ..annotation }
}

/// Returns the remarks on the policy that the request brings, whose files have the names of the repository already.
fn on_policy(run: &Run<'_>) -> Vec<Annotation> {
    let verdicts = run.plans.iter().filter_map(|entry| entry.judged.ok());
    let proposed = verdicts.filter_map(|report| report.verdict.proposed_policy.as_ref()).next();
    let remarks = proposed.into_iter().flat_map(|proposed| &proposed.remarks);
    let annotation = remarks.filter_map(|remark| {
        let place = remark.place.as_ref()?;
        let help = remark.help.as_ref().map(|help| format!("\nHelp: {help}")).unwrap_or_default();
        Some(Annotation {
            path: place.file.clone(),
            line: place.line,
            level: match remark.gravity {
                RemarkGravity::Invalid | RemarkGravity::Error => AnnotationLevel::Failure,
                RemarkGravity::Warning | RemarkGravity::Looser => AnnotationLevel::Warning,
            },
            title: format!("policy: {}", remark.gravity.name()),
            message: format!("{}{help}", remark.message),
        })
    });
    annotation.collect()
}

fn in_repository(file: &str, moved: &[Moved]) -> Option<String> {
    let path = moved
        .iter()
        .find_map(|known| {
            let rest = match known.named.as_str() {
                "" | "." => file,
                named => file.strip_prefix(named)?.strip_prefix('/')?,
            };
            Some(if known.directory.is_empty() {
                rest.to_owned()
            } else {
                format!("{}/{rest}", known.directory)
            })
        })
        .unwrap_or_else(|| file.to_owned());
    let inside = !path.starts_with('/') && !path.split('/').any(|part| part == "..");
    inside.then_some(path)
}

/// Adds the verdict to the summary of a step of GitHub Actions, where there is one.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn summarise(run: &Run<'_>) -> Result<(), Problem> {
    let Some(path) = variable("GITHUB_STEP_SUMMARY") else { return Ok(()) };
    let text = markdown::render(run, &Options { budget: markdown::SUMMARY });
    let file = OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        Problem::new(Code::OutputFailed, format!("cannot write the summary `{path}`: {error}"))
            .help("check `GITHUB_STEP_SUMMARY`")
    })
}

#[cfg(test)]
mod tests {
    use super::{Moved, in_repository, project};
    use crate::risk::Place;

    #[test]
    fn a_file_is_named_as_the_repository_names_it() {
        let moved = |named: &str, directory: &str| {
            vec![Moved { named: named.to_owned(), directory: directory.to_owned() }]
        };
        for (file, moved, expected) in [
            ("head/main.tf", moved("head", "live/prod"), Some("live/prod/main.tf")),
            ("header/main.tf", moved("head", "live/prod"), Some("header/main.tf")),
            ("main.tf", moved(".", "live/prod"), Some("live/prod/main.tf")),
            ("live/prod/main.tf", moved("live/prod", "live/prod"), Some("live/prod/main.tf")),
            ("head/main.tf", moved("head", ""), Some("main.tf")),
            ("../common/main.tf", moved("head", ""), None),
            ("/tmp/main.tf", Vec::new(), None),
        ] {
            assert_eq!(in_repository(file, &moved).as_deref(), expected, "{file}");
        }
    }

    #[test]
    fn what_is_not_known_of_a_place_is_no_other_place() {
        let name = |directory: Option<&str>, workspace: Option<&str>| {
            let place = Place {
                directory: directory.map(str::to_owned),
                workspace: workspace.map(str::to_owned),
                ..Place::default()
            };
            project(&place).0
        };
        assert_eq!(name(Some("live/prod"), Some("default")), "live/prod:default");
        assert_eq!(name(Some(""), Some("blue")), ".:blue");
        assert_eq!(name(None, None), "?:?");
        let place = Place { project: Some("eu".to_owned()), ..Place::default() };
        assert_eq!(project(&place).0, "?:?:eu");
        assert_ne!(name(Some("?"), None), name(None, None));
        assert_ne!(name(Some("live:prod"), Some("default")), name(Some("live"), Some("prod:default")));
    }
}
