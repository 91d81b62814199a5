//! A verdict in the pull request: one comment, one check run, and one commit status for each project.
//!
//! What is shown is rendered elsewhere; here it is only put into its place, and each place is tried on its own: a
//! token that may not write one still writes the others, and the result says so. The status comes first, since it
//! is what approvals are bound to. The shared comment and check are made of the statuses of all projects on this
//! commit, and when another run wrote meanwhile they are made again: every run writes its own status first and
//! reads all of them last, so whoever comes last has seen everything. A project that was judged on an earlier head and
//! has no status on this one is a row as well, and holds.
//!
//! A write is sent once. If it is not certain whether it took effect, its place is read before it is sent again.

mod check;
mod comment;
mod status;

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Repo;
use super::api::Api;
use crate::facts::{Account, EarlierStatus};
use crate::problem::Problem;

pub(super) use status::{CONTEXT, digest_of};

/// How often the shared parts are made anew because another run wrote meanwhile.
const ROUNDS: usize = 3;

/// What came out, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conclusion {
    /// The change may be applied.
    Allow,
    /// People, evidence or time are missing.
    Hold,
    /// Prohibited.
    Block,
    /// Nothing could be decided.
    Error,
}

impl Conclusion {
    const ALL: [Conclusion; 4] = [Conclusion::Allow, Conclusion::Hold, Conclusion::Block, Conclusion::Error];

    /// Returns the name as it stands in a status.
    pub fn name(self) -> &'static str {
        match self {
            Conclusion::Allow => "allow",
            Conclusion::Hold => "hold",
            Conclusion::Block => "block",
            Conclusion::Error => "error",
        }
    }
}

/// One project of a pull request, as its status tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Directory and workspace, as the project calls itself.
    pub project: Project,
    /// What came out for it.
    pub conclusion: Conclusion,
    /// Why, in a few words.
    pub words: String,
    /// The approval digest; none if there was nothing to approve.
    pub digest: Option<String>,
    /// When that was published; none if it was expected and is not there.
    pub at: Option<Timestamp>,
    /// True if it is known from an earlier head alone.
    pub gone: bool,
}

/// A directory with a workspace, and the name of the project if it has one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Project(pub String);

/// What is shown in the shared places.
#[derive(Debug, Clone)]
pub struct Texts {
    /// The comment, in Markdown.
    pub comment: String,
    /// The title of the check run, on one line.
    pub title: String,
    /// Its summary, in Markdown.
    pub summary: String,
    /// Its details, in Markdown; may be empty.
    pub details: String,
    /// What is shown beside the lines of files.
    pub annotations: Vec<Annotation>,
}

/// A remark beside a line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// The path in the repository.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// How bad it is.
    pub level: AnnotationLevel,
    /// What it is about, on one line.
    pub title: String,
    /// What is to be said.
    pub message: String,
}

/// How bad a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnnotationLevel {
    /// To be known.
    Notice,
    /// To be looked at.
    Warning,
    /// To be mended.
    Failure,
}

/// Makes the texts of what all projects together come to.
pub type Render<'r> = dyn Fn(&[Row], Conclusion) -> Texts + 'r;

/// What is to be published for one project.
#[derive(Clone)]
pub struct Publication<'p> {
    /// The commit that was judged.
    pub head: &'p str,
    /// Under which account we write; from the facts.
    pub publisher: &'p Account,
    /// Which project this is.
    pub project: &'p Project,
    /// What came out.
    pub conclusion: Conclusion,
    /// Why, in a few words; cut to what a status can hold.
    pub words: &'p str,
    /// The approval digest.
    pub digest: Option<&'p str>,
    /// Projects that must have a status on this commit; one that has none holds everything.
    pub expected: &'p BTreeSet<Project>,
    /// Projects that were judged on earlier heads; one that has no status on this commit has no plan there and holds
    /// everything.
    pub earlier: &'p [EarlierStatus],
    /// Renders the shared parts; the rows are those of all projects, this one included, sorted.
    pub render: &'p Render<'p>,
}

impl std::fmt::Debug for Publication<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Publication { head, project, conclusion, .. } = self;
        let mut debug = f.debug_struct("Publication");
        debug.field("head", head).field("project", project).field("conclusion", conclusion);
        debug.finish_non_exhaustive()
    }
}

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// It was written.
    Written,
    /// It said the same already.
    Unchanged,
    /// It is not there, or not up to date, and why.
    Failed(Problem),
}

impl Part {
    /// Returns why a part failed.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Part::Failed(problem) => Some(problem),
            Part::Written | Part::Unchanged => None,
        }
    }
}

/// What became of a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The status of this project.
    pub status: Part,
    /// The shared comment.
    pub comment: Part,
    /// The shared check run.
    pub check: Part,
    /// The status that stands in for the check run where the token may not write one.
    pub stand_in: Option<Part>,
    /// What all projects together come to.
    pub conclusion: Conclusion,
    /// The projects.
    pub rows: Vec<Row>,
    /// Further comments of ours, which should not exist: their numbers. The oldest is the one that is kept.
    pub duplicates: Vec<u64>,
}

/// Publishes a verdict.
pub(super) async fn publish(api: &Api, repo: &Repo, number: u64, publication: &Publication<'_>) -> Published {
    let (status, mut rows) = status::put(api, repo, publication).await;
    let mut published = Published {
        status,
        comment: Part::Unchanged,
        check: Part::Unchanged,
        stand_in: None,
        conclusion: publication.conclusion,
        rows: Vec::new(),
        duplicates: Vec::new(),
    };
    let mut wrote = (false, false);
    let mut turn = comment::Turn::default();
    for _ in 0..ROUNDS {
        published.conclusion = together(&rows, &published.status, publication);
        published.rows = rows;
        let texts = (publication.render)(&published.rows, published.conclusion);
        let own =
            |row: &Row| row.project == *publication.project || publication.expected.contains(&row.project);
        turn.alone = published.rows.iter().all(own);
        let (comment, duplicates) =
            comment::put(api, repo, number, publication.publisher, &texts.comment, &mut turn).await;
        published.comment = comment;
        published.duplicates = duplicates;
        published.check = check::put(api, repo, publication.head, published.conclusion, &texts).await;
        published.stand_in = match &published.check {
            Part::Failed(_) => Some(status::put_together(api, repo, publication, published.conclusion).await),
            Part::Written | Part::Unchanged => None,
        };
        wrote.0 |= published.comment == Part::Written;
        wrote.1 |= published.check == Part::Written;
        match status::rows(api, repo, publication).await {
            Ok(now) if now != published.rows => rows = now,
            Ok(_) => break,
            // Another run may have written meanwhile what nobody sees now.
            Err(problem) if published.conclusion == Conclusion::Allow => {
                published.status = Part::Failed(problem);
                rows = published.rows.clone();
            }
            Err(_) => break,
        }
    }
    // A last round that found everything in place does not undo what an earlier one wrote.
    for (part, wrote) in [(&mut published.comment, wrote.0), (&mut published.check, wrote.1)] {
        if wrote && *part == Part::Unchanged {
            *part = Part::Written;
        }
    }
    published
}

/// Returns what all projects together come to: the worst of them.
fn together(rows: &[Row], status: &Part, publication: &Publication<'_>) -> Conclusion {
    let worst = rows.iter().map(|row| row.conclusion).max().unwrap_or(publication.conclusion);
    let worst = worst.max(publication.conclusion);
    match status {
        Part::Written | Part::Unchanged => worst,
        // Without its status nobody can approve this change, and other runs do not know of it.
        Part::Failed(_) => worst.max(Conclusion::Hold),
    }
}

/// Shortens a text to so many characters, visibly.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Shortens a text to so many bytes at the end of a line, and says so.
fn cut(text: &str, most: usize) -> String {
    const NOTE: &str =
        "\n\n(This was cut: GitHub takes no more. The comment on the pull request has the rest.)";
    if text.len() <= most {
        return text.to_owned();
    }
    let mut end = most.saturating_sub(NOTE.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let kept = text.get(..end).unwrap_or_default();
    let kept = kept.rsplit_once('\n').map_or(kept, |(lines, _)| lines);
    format!("{kept}{NOTE}")
}

#[cfg(test)]
mod tests {
    use super::{cut, shortened};

    #[test]
    fn what_is_too_long_is_shortened_on_a_character_and_says_so() {
        assert_eq!(shortened("übermut", 7), "übermut");
        assert_eq!(shortened("übermut", 4), "übe…");
        let long = "zeile ü\n".repeat(200);
        let short = cut(&long, 500);
        assert!(short.len() <= 500 && short.contains("cut"), "{short}");
        assert!(short.starts_with("zeile ü\nzeile ü\n"));
        assert_eq!(cut(&long, long.len()), long);
    }
}
