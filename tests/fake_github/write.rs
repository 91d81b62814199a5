//! What changes the state: comments, statuses, check runs, merges.

use serde_json::{Value, json};

use super::json::check_json;
use super::state::{CheckRun, Comment, State, Status};
use super::{Reply, Request};

/// The longest body of a comment, in bytes.
const COMMENT_LIMIT: usize = 262_144;
/// The longest summary and text of a check run, in bytes.
const CHECK_LIMIT: usize = 65_535;

pub(super) fn installation_token(state: &mut State, request: &Request) -> Reply {
    let signed = request.header("authorization").is_some_and(|value| value.matches('.').count() == 2);
    if !signed {
        return Reply::error(401, "A JSON web token could not be decoded");
    }
    state.tokens_given += 1;
    let expires = state.now + jiff::SignedDuration::from_hours(1);
    let token = format!("ghs_{}", state.tokens_given);
    Reply::json(201, &json!({"token": token, "expires_at": expires.to_string(), "permissions": {}}))
}

pub(super) fn repository(state: &mut State, request: &Request, name: &str, rest: &[&str]) -> Option<Reply> {
    let body: Value = if request.body.is_empty() {
        Value::Null
    } else {
        match serde_json::from_str(&request.body) {
            Ok(body) => body,
            Err(_) => return Some(Reply::error(400, "Problems parsing JSON")),
        }
    };
    Some(match (request.method.as_str(), rest) {
        ("POST", ["issues", number, "comments"]) => post_comment(state, name, number.parse().ok()?, &body),
        ("PATCH", ["issues", "comments", id]) => patch_comment(state, name, id.parse().ok()?, &body),
        ("DELETE", ["issues", "comments", id]) => delete_comment(state, name, id.parse().ok()?),
        ("POST", ["issues", "comments", _, "reactions"]) => Reply::json(201, &json!({"id": 1})),
        ("POST", ["statuses", sha]) => post_status(state, name, sha, &body),
        ("POST", ["check-runs"]) => post_check(state, name, &body),
        ("PATCH", ["check-runs", id]) => patch_check(state, name, id.parse().ok()?, &body),
        ("PUT", ["pulls", number, "merge"]) => {
            let (viewer, now) = (state.viewer.clone(), state.now);
            let pull = state.repositories.get_mut(name)?.pulls.get_mut(&number.parse().ok()?)?;
            pull.state = "closed".to_owned();
            pull.merged = Some((viewer, now));
            Reply::json(200, &json!({"sha": pull.head(), "merged": true, "message": "merged"}))
        }
        _ => return None,
    })
}

fn text(body: &Value, field: &str) -> Option<String> {
    body[field].as_str().map(str::to_owned)
}

fn invalid(field: &str, message: &str) -> Reply {
    Reply::json(
        422,
        &json!({
            "message": "Validation Failed",
            "errors": [{"resource": "x", "field": field, "code": "custom", "message": message}],
        }),
    )
}

fn post_comment(state: &mut State, name: &str, number: u64, body: &Value) -> Reply {
    let Some(text) = text(body, "body") else { return invalid("body", "body is missing") };
    if text.len() > COMMENT_LIMIT {
        return invalid("body", "body is too long (maximum is 65536 characters)");
    }
    let (id, now, user) = (state.fresh(), state.now, state.viewer.clone());
    let comment = Comment { id, user: Some(user), body: text, created: now, updated: now, edited: None };
    let repository = state.repositories.get_mut(name).unwrap();
    let Some(pull) = repository.pulls.get_mut(&number) else { return Reply::not_found() };
    pull.comments.push(comment.clone());
    Reply::json(201, &state.comment_json(&comment))
}

fn patch_comment(state: &mut State, name: &str, id: u64, body: &Value) -> Reply {
    let Some(text) = text(body, "body") else { return invalid("body", "body is missing") };
    if text.len() > COMMENT_LIMIT {
        return invalid("body", "body is too long (maximum is 65536 characters)");
    }
    let now = state.now;
    let repository = state.repositories.get_mut(name).unwrap();
    let found =
        repository.pulls.values_mut().flat_map(|pull| &mut pull.comments).find(|comment| comment.id == id);
    let Some(comment) = found else { return Reply::not_found() };
    comment.body = text;
    comment.updated = now;
    comment.edited = Some(now);
    let comment = comment.clone();
    Reply::json(200, &state.comment_json(&comment))
}

fn delete_comment(state: &mut State, name: &str, id: u64) -> Reply {
    let repository = state.repositories.get_mut(name).unwrap();
    for pull in repository.pulls.values_mut() {
        let before = pull.comments.len();
        pull.comments.retain(|comment| comment.id != id);
        if pull.comments.len() < before {
            return Reply { status: 204, headers: Vec::new(), body: String::new(), cut: None };
        }
    }
    Reply::not_found()
}

fn post_status(state: &mut State, name: &str, sha: &str, body: &Value) -> Reply {
    let Some(kind) = text(body, "state") else { return invalid("state", "state is missing") };
    if !["error", "failure", "pending", "success"].contains(&kind.as_str()) {
        return invalid("state", "state is not included in the list");
    }
    let description = text(body, "description");
    if description.as_ref().is_some_and(|text| text.chars().count() > 140) {
        return invalid("description", "description is too long (maximum is 140 characters)");
    }
    let context = text(body, "context").unwrap_or_else(|| "default".to_owned());
    if context.chars().count() > 255 {
        return invalid("context", "context is too long (maximum is 255 characters)");
    }
    let status = Status {
        id: state.fresh(),
        state: kind,
        context,
        description,
        target: text(body, "target_url"),
        creator: Some(state.viewer.clone()),
        created: state.now,
    };
    let repository = state.repositories.get_mut(name).unwrap();
    repository.statuses.entry(sha.to_owned()).or_default().push(status.clone());
    Reply::json(201, &state.status_json(&status))
}

/// Checks what a check run says and takes it over; returns what is wrong with it.
fn fill(check: &mut CheckRun, body: &Value, now: jiff::Timestamp) -> Result<(), Reply> {
    if let Some(status) = text(body, "status") {
        check.status = status;
    }
    if let Some(external) = text(body, "external_id") {
        check.external = external;
    }
    if let Some(conclusion) = text(body, "conclusion") {
        check.conclusion = Some(conclusion);
        check.status = "completed".to_owned();
        check.completed = Some(now);
    }
    let output = &body["output"];
    if output.is_null() {
        return Ok(());
    }
    check.title = text(output, "title").or(check.title.take());
    for (field, place) in [("summary", &mut check.summary), ("text", &mut check.text)] {
        if let Some(value) = text(output, field) {
            if value.len() > CHECK_LIMIT {
                return Err(invalid(field, "exceeds a maximum bytesize of 65535"));
            }
            *place = value;
        }
    }
    let annotations = output["annotations"].as_array().cloned().unwrap_or_default();
    if annotations.len() > 50 {
        return Err(invalid("annotations", "no more than 50 items are allowed"));
    }
    for annotation in &annotations {
        let whole = annotation["path"].is_string()
            && annotation["start_line"].is_u64()
            && annotation["end_line"].is_u64()
            && ["notice", "warning", "failure"]
                .contains(&annotation["annotation_level"].as_str().unwrap_or(""))
            && annotation["message"].is_string();
        if !whole {
            return Err(invalid("annotations", "an annotation lacks what it needs"));
        }
    }
    check.annotations.extend(annotations);
    Ok(())
}

fn post_check(state: &mut State, name: &str, body: &Value) -> Reply {
    // Only apps may create check runs; personal tokens may not.
    let Some(app) = state.app.clone() else {
        return Reply::error(403, "You must authenticate via a GitHub App.");
    };
    let (Some(check_name), Some(sha)) = (text(body, "name"), text(body, "head_sha")) else {
        return invalid("name", "name and head_sha are needed");
    };
    let mut check = CheckRun {
        id: state.fresh(),
        name: check_name,
        app: Some(app),
        status: "queued".to_owned(),
        conclusion: None,
        title: None,
        summary: String::new(),
        text: String::new(),
        external: String::new(),
        annotations: Vec::new(),
        completed: None,
    };
    if let Err(reply) = fill(&mut check, body, state.now) {
        return reply;
    }
    let json = check_json(&check, &sha);
    state.repositories.get_mut(name).unwrap().checks.entry(sha).or_default().push(check);
    Reply::json(201, &json)
}

fn patch_check(state: &mut State, name: &str, id: u64, body: &Value) -> Reply {
    let now = state.now;
    let repository = state.repositories.get_mut(name).unwrap();
    for (sha, checks) in &mut repository.checks {
        if let Some(check) = checks.iter_mut().find(|check| check.id == id) {
            return match fill(check, body, now) {
                Ok(()) => Reply::json(200, &check_json(check, sha)),
                Err(reply) => reply,
            };
        }
    }
    Reply::not_found()
}
