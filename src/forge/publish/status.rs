//! Commit statuses: the server's word for when exactly this change was shown, and the memory of what the other
//! projects of a pull request came to.

use std::collections::BTreeMap;

use serde_json::json;

use super::super::address::segment;
use super::super::api::{Api, Written};
use super::super::call::Call;
use super::super::client::Method;
use super::super::gather::statuses;
use super::super::{Repo, wire};
use super::{Conclusion, Part, Project, Publication, Row, shortened};
use crate::problem::{Code, Problem};

/// The name of the check run, and what the names of our statuses begin with.
pub(in crate::forge) const CONTEXT: &str = "applygate";
/// The most characters of a description.
const DESCRIPTION: usize = 140;
/// The most characters of a name.
const NAME: usize = 255;
/// What stands before the digest in a description.
const DIGEST: &str = " digest ";
/// How many digits of a commit are shown.
const SHORT: usize = 7;
/// How often a status is sent.
const SENDS: usize = 2;

impl Conclusion {
    /// Returns GitHub's word for it in a status.
    fn state(self) -> &'static str {
        match self {
            Conclusion::Allow => "success",
            Conclusion::Hold => "pending",
            Conclusion::Block => "failure",
            Conclusion::Error => "error",
        }
    }

    fn from_state(state: &str) -> Conclusion {
        let known = Conclusion::ALL.into_iter().find(|known| known.state() == state);
        known.unwrap_or(Conclusion::Error)
    }
}

impl Project {
    /// Returns the name of its status. One that is too long ends in a hash of the whole.
    fn context(&self) -> String {
        let whole = format!("{CONTEXT}/{}", self.0);
        if whole.chars().count() <= NAME {
            return whole;
        }
        let hash = super::check::hash(&[&whole]);
        format!("{}-{hash}", shortened(&whole, NAME - 1 - hash.len()))
    }

    /// Returns true if `label`, in which `?` stands for a directory or a workspace that is not known, may name this.
    fn may_be(&self, label: &str) -> bool {
        let (parts, own): (Vec<&str>, Vec<&str>) =
            (label.splitn(3, ':').collect(), self.0.splitn(3, ':').collect());
        let unknown = |part: &&str| *part == "?";
        parts.len() == own.len()
            && parts.iter().take(2).any(unknown)
            && parts
                .iter()
                .zip(&own)
                .enumerate()
                .all(|(at, (part, own))| part == own || at < 2 && unknown(part))
    }
}

/// Returns the description of a status: the words give way, the digest never.
fn description(conclusion: Conclusion, words: &str, digest: Option<&str>) -> String {
    let tail = digest.map(|digest| format!("{DIGEST}{digest}")).unwrap_or_default();
    let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut words = format!("{}: {words}", conclusion.name());
    // What is left of the mark when it is taken out may be the mark again.
    while words.contains(DIGEST) {
        words = words.replace(DIGEST, " ");
    }
    let room = DESCRIPTION.saturating_sub(tail.chars().count());
    format!("{}{tail}", shortened(&words, room))
}

/// Returns the digest that a description carries.
pub(in crate::forge) fn digest_of(description: &str) -> Option<&str> {
    let (_, digest) = description.rsplit_once(DIGEST)?;
    let fits = digest.len() >= 12 && digest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then_some(digest)
}

/// Writes the status of a project, unless it stands there already, and returns the rows of all projects as they were
/// before. What others write meanwhile is seen by whoever reads them last.
pub(super) async fn put(api: &Api, repo: &Repo, publication: &Publication<'_>) -> (Part, Vec<Row>) {
    let context = publication.project.context();
    let description = description(publication.conclusion, publication.words, publication.digest);
    let (part, known) = put_one(api, repo, publication, &context, publication.conclusion, &description).await;
    match known {
        Ok(known) => (part, rows_of(&known, publication)),
        // What the others came to is not known, so this cannot end well for all of them.
        Err(problem) => {
            let part = if part.problem().is_some() { part } else { Part::Failed(problem) };
            (part, rows_of(&[], publication))
        }
    }
}

/// Writes what all projects together come to, where no check run can say it.
pub(super) async fn put_together(
    api: &Api,
    repo: &Repo,
    publication: &Publication<'_>,
    conclusion: Conclusion,
) -> Part {
    let description = description(conclusion, "all projects of this pull request together", None);
    put_one(api, repo, publication, CONTEXT, conclusion, &description).await.0
}

/// Writes one status, and returns the statuses that stood there before.
async fn put_one(
    api: &Api,
    repo: &Repo,
    publication: &Publication<'_>,
    context: &str,
    conclusion: Conclusion,
    description: &str,
) -> (Part, Result<Vec<wire::Status>, Problem>) {
    let path = repo.path(&format!("/statuses/{}", segment(publication.head)));
    let call = Call::write(Method::Post, path, "the commit status", "statuses: write");
    let body = json!({"state": conclusion.state(), "context": context, "description": description});
    // The newest of that name is the one that holds, and a repeated one would only push the first down.
    let stands = |known: &[wire::Status]| {
        let newest = known.iter().find(|status| status.context == context && ours(status, publication));
        newest.is_some_and(|status| {
            status.state == conclusion.state() && status.description.as_deref() == Some(description)
        })
    };
    // A token that may not read statuses may write one all the same, once.
    let before = statuses(api, repo, publication.head).await;
    if before.as_ref().is_ok_and(|known| stands(known)) {
        return (Part::Unchanged, before);
    }
    let mut last = Problem::new(Code::ForgeUnavailable, "the commit status is not there");
    for _ in 0..SENDS {
        match api.write(&call, &body).await {
            Written::Done(_) => return (Part::Written, before),
            Written::Refused(problem) => return (Part::Failed(problem), before),
            Written::Unsure(problem) => last = problem,
        }
        match statuses(api, repo, publication.head).await {
            Ok(now) if stands(&now) => return (Part::Written, before),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    (Part::Failed(last), before)
}

fn ours(status: &wire::Status, publication: &Publication<'_>) -> bool {
    status.creator.as_ref().is_some_and(|user| user.id == publication.publisher.id)
}

/// Returns the rows of all projects: what our own statuses on this commit say, and what is missing.
pub(super) async fn rows(api: &Api, repo: &Repo, publication: &Publication<'_>) -> Result<Vec<Row>, Problem> {
    Ok(rows_of(&statuses(api, repo, publication.head).await?, publication))
}

fn rows_of(known: &[wire::Status], publication: &Publication<'_>) -> Vec<Row> {
    let mut rows: BTreeMap<Project, Row> = BTreeMap::new();
    // The newest come first, and of each project the newest counts.
    for status in known.iter().filter(|status| ours(status, publication)) {
        let Some(label) = label(&status.context) else { continue };
        let project = Project(label.to_owned());
        rows.entry(project.clone()).or_insert_with(|| row(project, status));
    }
    // One whose name was too long for a status is found under its shortened one.
    let context = publication.project.context();
    rows.remove(&Project(label(&context).unwrap_or_default().to_owned()));
    let own = own_row(publication);
    rows.insert(own.project.clone(), own);
    for project in publication.expected {
        rows.entry(project.clone()).or_insert_with(|| Row {
            project: project.clone(),
            conclusion: Conclusion::Hold,
            words: "not judged on this commit yet".to_owned(),
            digest: None,
            at: None,
            gone: false,
        });
    }
    for earlier in publication.earlier {
        let Some(label) = label(&earlier.context) else { continue };
        let conclusion = Conclusion::from_state(&earlier.state);
        // Of a plan that could not be read the place is not known: the next run names it.
        let unnamed = |row: &Project| conclusion == Conclusion::Error && row.may_be(label);
        if rows.keys().any(|row| row.context() == earlier.context || unnamed(row)) {
            continue;
        }
        let project = Project(label.to_owned());
        let seen: String = earlier.sha.chars().take(SHORT).collect();
        let words = format!("no plan on this commit (last seen on {seen}: {})", conclusion.name());
        let row = Row {
            conclusion: Conclusion::Hold,
            project: project.clone(),
            words,
            digest: None,
            at: None,
            gone: true,
        };
        rows.insert(project, row);
    }
    rows.into_values().collect()
}

/// Returns what the name of a status says of its project; none if it is of none.
fn label(context: &str) -> Option<&str> {
    context.strip_prefix(CONTEXT)?.strip_prefix('/')
}

fn own_row(publication: &Publication<'_>) -> Row {
    Row {
        project: publication.project.clone(),
        conclusion: publication.conclusion,
        words: publication.words.to_owned(),
        digest: publication.digest.map(str::to_owned),
        at: None,
        gone: false,
    }
}

fn row(project: Project, status: &wire::Status) -> Row {
    let conclusion = Conclusion::from_state(&status.state);
    let description = status.description.as_deref().unwrap_or_default();
    let digest = digest_of(description);
    let words = description.strip_prefix(conclusion.name()).and_then(|rest| rest.strip_prefix(": "));
    let words = words.unwrap_or(description);
    let words = words.rsplit_once(DIGEST).filter(|_| digest.is_some()).map_or(words, |(words, _)| words);
    Row {
        project,
        conclusion,
        words: words.to_owned(),
        digest: digest.map(str::to_owned),
        at: Some(status.created_at),
        gone: false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Conclusion, DESCRIPTION, NAME, Project, description, digest_of};

    #[test]
    fn a_digest_survives_the_description_whatever_the_words() {
        let digest = format!("ag1-3f9a1c2b-{}", "0123456789abcdef".repeat(4));
        for words in
            ["", "1 of 2 approvals", &"much ".repeat(60), "a digest ag1-nokey-000000000000", "x\ny", "ü"]
        {
            let text = description(Conclusion::Hold, words, Some(&digest));
            assert!(text.chars().count() <= DESCRIPTION, "{text}");
            assert_eq!(digest_of(&text), Some(digest.as_str()), "{text}");
            assert!(text.starts_with("hold: ") && !text.contains('\n'), "{text}");
        }
        let mark = " digest ";
        for words in [
            "fine digest ag1-nokey-000000000000".to_owned(),
            "fine digest digest ag1-nokey-000000000000".to_owned(),
            format!("fine digest digest{mark}digest digest ag1-nokey-000000000000"),
            format!("fine{}digest{}ag1-nokey-000000000000", " digest".repeat(3), " digest ".repeat(3)),
            "fine\ndigest\tdigest ag1-nokey-000000000000".to_owned(),
        ] {
            let text = description(Conclusion::Error, &words, None);
            assert_eq!(digest_of(&text), None, "words cannot pose as a digest: {text}");
        }
    }

    #[test]
    fn a_place_that_is_not_known_may_be_any() {
        let project = Project("live/prod:default".to_owned());
        for (label, expected) in [
            ("?:?", true),
            ("live/prod:?", true),
            ("?:default", true),
            ("live/prod:default", false),
            ("live/dev:?", false),
            ("?:blue", false),
            ("?", false),
            ("?:?:web", false),
        ] {
            assert_eq!(project.may_be(label), expected, "{label}");
        }
        let named = Project("live/prod:default:web".to_owned());
        for (label, expected) in
            [("?:?:web", true), ("live/prod:?:web", true), ("?:?:api", false), ("?:?", false)]
        {
            assert_eq!(named.may_be(label), expected, "{label}");
        }
    }

    #[test]
    fn a_long_name_stays_its_own() {
        let name = |end: &str| Project("d".repeat(300) + end).context();
        assert_eq!(name("a").chars().count(), NAME);
        assert_ne!(name("a"), name("b"));
        assert_eq!(Project("live/prod:default".to_owned()).context(), "applygate/live/prod:default");
    }
}
