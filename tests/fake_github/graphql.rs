//! The few questions that only GraphQL answers.
//!
//! This is no engine: it looks for the fields by name and answers those, in the shape that the query must have to
//! name them.

use serde_json::{Value, json};

use super::state::State;
use super::{Reply, Request};

pub fn answer(state: &mut State, request: &Request) -> Reply {
    let Ok(body) = serde_json::from_str::<Value>(&request.body) else {
        return Reply::error(400, "Problems parsing JSON");
    };
    let query = body["query"].as_str().unwrap_or_default();
    let variables = &body["variables"];
    let mut data = json!({});
    if query.contains("viewer") {
        let user = state.viewer.clone();
        let user = state.user(&user);
        data["viewer"] = json!({"login": user.login, "databaseId": user.id});
    }
    if query.contains("pullRequest(number:") {
        let name = format!(
            "{}/{}",
            variables["owner"].as_str().unwrap_or_default(),
            variables["name"].as_str().unwrap_or_default()
        );
        let number = variables["number"].as_u64().unwrap_or_default();
        let after = variables["after"].as_str().map_or(0, |cursor| cursor.parse().unwrap());
        data["repository"] = repository(state, &name, number, after);
    }
    if query.contains("object(oid:") {
        let name = format!(
            "{}/{}",
            variables["owner"].as_str().unwrap_or_default(),
            variables["name"].as_str().unwrap_or_default()
        );
        data["repository"] = objects(state, &name, query);
    }
    if query.contains("nodes(ids:") {
        let ids = variables["ids"].as_array().cloned().unwrap_or_default();
        let nodes: Vec<Value> = ids.iter().map(|id| node(state, id.as_str().unwrap_or_default())).collect();
        data["nodes"] = json!(nodes);
    }
    if data.as_object().is_some_and(serde_json::Map::is_empty) {
        state.unknown.push(format!("graphql {query}"));
        return Reply::json(200, &json!({"errors": [{"message": "the fake does not know this query"}]}));
    }
    match &state.graphql_error {
        None => Reply::json(200, &json!({"data": data})),
        Some(message) => Reply::json(200, &json!({"data": data, "errors": [{"message": message}]})),
    }
}

/// Answers the commits that are asked for by name, each under its alias: `h0: object(oid: "...")`. One that nobody ever
/// pushed is null.
fn objects(state: &mut State, name: &str, query: &str) -> Value {
    if !state.repositories.contains_key(name) {
        return Value::Null;
    }
    let mut found = json!({});
    for line in query.lines() {
        let Some((alias, rest)) = line.trim().split_once(": object(oid: \"") else { continue };
        let sha = rest.split('"').next().unwrap_or_default().to_owned();
        let repository = &state.repositories[name];
        let pushed = repository.activity.iter().any(|push| push.after == sha || push.before == sha);
        found[alias] = if pushed { json!({"status": status(state, name, &sha)}) } else { Value::Null };
    }
    found
}

/// Answers the statuses of a commit: of those with the same name the newest.
fn status(state: &mut State, name: &str, sha: &str) -> Value {
    let known = state.repositories[name].statuses.get(sha).cloned().unwrap_or_default();
    let mut contexts: Vec<Value> = Vec::new();
    for (at, status) in known.iter().enumerate() {
        if known.iter().skip(at + 1).any(|later| later.context == status.context) {
            continue;
        }
        let creator = status.creator.as_deref().map(|login| state.user(login));
        contexts.push(json!({
            "context": status.context,
            "state": status.state.to_uppercase(),
            "creator": creator.map(|user| json!({"databaseId": user.id})),
        }));
    }
    if contexts.is_empty() { Value::Null } else { json!({"contexts": contexts}) }
}

/// Answers `lastEditedAt` of a comment or review.
fn node(state: &State, id: &str) -> Value {
    for pull in state.repositories.values().flat_map(|repository| repository.pulls.values()) {
        for comment in &pull.comments {
            if id == format!("IC_{}", comment.id) {
                return json!({"id": id, "lastEditedAt": comment.edited.map(|at| at.to_string())});
            }
        }
        for review in &pull.reviews {
            if id == format!("PRR_{}", review.id) {
                return json!({"id": id, "lastEditedAt": review.edited.map(|at| at.to_string())});
            }
        }
    }
    Value::Null
}

/// Answers with a pull request and a hundred of its commits.
fn repository(state: &mut State, name: &str, number: u64, after: usize) -> Value {
    let Some(repository) = state.repositories.get(name) else { return Value::Null };
    let tips = repository.branches.clone();
    let Some(pull) = repository.pulls.get(&number).cloned() else {
        return json!({"pullRequest": null});
    };
    let size = state.page_limit.min(100);
    let more = after + size < pull.commits.len();
    let nodes: Vec<Value> = pull
        .commits
        .iter()
        .skip(after)
        .take(size)
        .map(|commit| {
            let mut authors = vec![author(state, commit.author.as_deref(), &commit.author_email)];
            // An address before the first dot of `@example.com` is the login, if there is such an account.
            for line in commit.message.lines().filter_map(|line| line.strip_prefix("Co-authored-by: ")) {
                let email = line.split('<').nth(1).unwrap_or_default().trim_end_matches('>').to_owned();
                let login = email.strip_suffix("@example.com").map(str::to_owned);
                let login = login.filter(|login| state.users.contains_key(login));
                authors.push(author(state, login.as_deref(), &email));
            }
            let count = authors.len();
            authors.truncate(count - state.lost_authors);
            let status = status(state, name, &commit.sha);
            json!({"commit": {
                "oid": commit.sha,
                "authors": {"totalCount": count, "nodes": authors},
                "status": status,
            }})
        })
        .collect();
    json!({"pullRequest": {
        "lastEditedAt": pull.body_edited.map(|at| at.to_string()),
        "baseRef": tips.get(&pull.base_ref).map(|oid| json!({"target": {"oid": oid}})),
        "commits": {
            "pageInfo": {
                "hasNextPage": more,
                "endCursor": (after + size).to_string(),
            },
            "nodes": nodes,
        },
    }})
}

fn author(state: &mut State, login: Option<&str>, email: &str) -> Value {
    let user = login.map(|login| state.user(login));
    let user = user.map(|user| json!({"login": user.login, "databaseId": user.id}));
    json!({"email": email, "user": user})
}
