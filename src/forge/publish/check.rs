//! The check run: what branch protection waits for.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::super::address::segment;
use super::super::api::{Api, Written};
use super::super::call::Call;
use super::super::client::Method;
use super::super::{Repo, wire};
use super::{Annotation, AnnotationLevel, CONTEXT, Conclusion, Part, Texts, cut, shortened};
use crate::problem::{Code, Problem};

/// The most bytes of a summary, and of the details.
const MOST_BYTES: usize = 65_535;
/// The most annotations of one request.
const BATCH: usize = 50;
/// The most annotations in all: beyond that nobody reads them, and each batch is a request.
const MOST_ANNOTATIONS: usize = 4 * BATCH;
/// The most characters of a title.
const TITLE: usize = 140;
/// The most characters of an annotation's title.
const ANNOTATION_TITLE: usize = 255;
/// The most bytes of an annotation's message.
const ANNOTATION_BYTES: usize = 16 * 1024;
/// How often a check run is sent.
const SENDS: usize = 2;

impl Conclusion {
    /// Returns GitHub's word for it in a check run. `neutral` and `skipped` count as passed, so they never stand
    /// here.
    fn word(self) -> &'static str {
        match self {
            Conclusion::Allow => "success",
            Conclusion::Hold => "action_required",
            Conclusion::Block | Conclusion::Error => "failure",
        }
    }
}

/// Creates a check run on the commit. The newest of its name is the one that holds.
pub(super) async fn put(api: &Api, repo: &Repo, head: &str, conclusion: Conclusion, texts: &Texts) -> Part {
    let annotations = annotations(&texts.annotations);
    let (first, rest) = annotations.split_at(annotations.len().min(BATCH));
    let output = |annotations: &[Value]| {
        let mut output = json!({
            "title": shortened(&texts.title, TITLE),
            "summary": cut(&texts.summary, MOST_BYTES),
            "annotations": annotations,
        });
        if let (false, Some(fields)) = (texts.details.is_empty(), output.as_object_mut()) {
            fields.insert("text".to_owned(), json!(cut(&texts.details, MOST_BYTES)));
        }
        output
    };
    // By this a run is recognised whose creation was not confirmed.
    let told = hash(&[conclusion.word(), &texts.title, &texts.summary, &texts.details]);
    let body = json!({
        "name": CONTEXT,
        "head_sha": head,
        "status": "completed",
        "conclusion": conclusion.word(),
        "external_id": told,
        "output": output(first),
    });
    let id = match create(api, repo, head, &told, &body).await {
        Ok(id) => id,
        Err(problem) => return Part::Failed(problem),
    };
    let Some(id) = id.filter(|_| !rest.is_empty()) else {
        return Part::Written;
    };
    let path = repo.path(&format!("/check-runs/{id}"));
    let call = Call::write(Method::Patch, path, "further annotations", "checks: write");
    for batch in rest.chunks(BATCH) {
        match api.write(&call, &json!({"output": output(batch)})).await {
            Written::Done(_) => {}
            // The verdict stands; a batch that may have arrived is not sent again, it would stand there twice.
            Written::Refused(problem) | Written::Unsure(problem) => return Part::Failed(problem),
        }
    }
    Part::Written
}

/// Creates the run, and returns its number as far as the answer told it.
async fn create(
    api: &Api,
    repo: &Repo,
    head: &str,
    told: &str,
    body: &Value,
) -> Result<Option<u64>, Problem> {
    let call = Call::write(Method::Post, repo.path("/check-runs"), "the check run", "checks: write");
    let mut unsure = Problem::new(Code::ForgeUnavailable, "the check run is not there");
    for _ in 0..SENDS {
        match api.write(&call, body).await {
            Written::Done(answer) => return Ok(answer.get("id").and_then(Value::as_u64)),
            Written::Refused(problem) => return Err(problem),
            Written::Unsure(problem) => unsure = problem,
        }
        if let Some(id) = find(api, repo, head, told).await? {
            return Ok(Some(id));
        }
    }
    Err(unsure)
}

/// Looks for the newest run of our name that says just this.
async fn find(api: &Api, repo: &Repo, head: &str, told: &str) -> Result<Option<u64>, Problem> {
    let path = repo.path(&format!("/commits/{}/check-runs?check_name={CONTEXT}", segment(head)));
    let call = Call::get(path, "our check run", "checks: read");
    let runs: Vec<wire::CheckRun> = api.pages_of(&call, |page: wire::CheckRuns| page.check_runs).await?;
    let found = runs.iter().filter(|run| run.name == CONTEXT && run.external_id.as_deref() == Some(told));
    Ok(found.map(|run| run.id).max())
}

fn annotations(annotations: &[Annotation]) -> Vec<Value> {
    let level = |level| match level {
        AnnotationLevel::Notice => "notice",
        AnnotationLevel::Warning => "warning",
        AnnotationLevel::Failure => "failure",
    };
    let each = annotations.iter().take(MOST_ANNOTATIONS).map(|annotation| {
        json!({
            "path": annotation.path,
            "start_line": annotation.line,
            "end_line": annotation.line,
            "annotation_level": level(annotation.level),
            "title": shortened(&annotation.title, ANNOTATION_TITLE),
            "message": cut(&annotation.message, ANNOTATION_BYTES),
        })
    });
    each.collect()
}

/// Returns a short hash of texts, to tell them apart.
pub(super) fn hash(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.len().to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
