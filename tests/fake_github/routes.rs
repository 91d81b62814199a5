//! The REST API: what is asked, by its path.

use serde_json::{Value, json};

use super::json::{check_json, file_json};
use super::state::{State, Team};
use super::{Reply, Request, settings, unescape, write};

/// Answers a request below the base of the REST API. What is not known is remembered and not found.
pub fn answer(state: &mut State, request: &Request) -> Reply {
    let segments: Vec<String> = request.path.trim_start_matches('/').split('/').map(unescape).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let method = request.method.as_str();
    let reply = match (method, segments.as_slice()) {
        ("GET", ["user"]) => match &state.app {
            Some(_) => Some(Reply::forbidden()),
            None => {
                let login = state.viewer.clone();
                Some(Reply::json(200, &state.user_json(Some(&login))))
            }
        },
        ("GET", ["users", login]) => Some(match state.users.contains_key(*login) {
            true => Reply::json(200, &state.user_json(Some(login))),
            false => Reply::not_found(),
        }),
        ("GET", ["apps", slug]) => Some(settings::app(state, slug)),
        ("GET", ["orgs", org, "teams", slug, rest @ ..]) => team(state, request, org, slug, rest),
        ("POST", ["app", "installations", _, "access_tokens"]) => {
            Some(write::installation_token(state, request))
        }
        (_, ["repos", owner, name, rest @ ..]) => {
            repository(state, request, &format!("{owner}/{name}"), rest)
        }
        // The links to further pages name the repository by its number.
        (_, ["repositories", id, rest @ ..]) => {
            let known = state.repositories.values().find(|known| known.id.to_string() == **id);
            let name = known.map(|known| known.full_name.clone());
            name.and_then(|name| repository(state, request, &name, rest))
        }
        _ => None,
    };
    reply.unwrap_or_else(|| {
        state.unknown.push(request.call());
        Reply::not_found()
    })
}

fn repository(state: &mut State, request: &Request, name: &str, rest: &[&str]) -> Option<Reply> {
    if !state.repositories.contains_key(name) {
        return Some(Reply::not_found());
    }
    if request.method != "GET" {
        return write::repository(state, request, name, rest);
    }
    Some(match rest {
        [] => Reply::json(200, &state.repository_json(name)),
        ["installation"] => {
            Reply::json(200, &json!({"id": 77, "app_id": state.app.as_ref().map(|app| app.0)}))
        }
        ["pulls", number, rest @ ..] => return pull(state, request, name, number.parse().ok()?, rest),
        ["issues", number, rest @ ..] => return issue(state, request, name, number.parse().ok()?, rest),
        ["git", "ref", "heads", branch @ ..] => {
            let branch = branch.join("/");
            match state.repositories[name].branches.get(&branch) {
                None => Reply::not_found(),
                Some(sha) => Reply::json(
                    200,
                    &json!({"ref": format!("refs/heads/{branch}"), "object": {"type": "commit", "sha": sha}}),
                ),
            }
        }
        ["activity"] => {
            let wanted = request.parameter("ref").unwrap_or_default();
            let known = state.repositories[name].activity.clone();
            let mut known: Vec<_> =
                known.into_iter().filter(|known| known.reference.ends_with(&wanted)).collect();
            // The newest first, as GitHub does.
            known.reverse();
            let items = known.iter().map(|known| state.activity_json(known)).collect();
            page(state, request, items)
        }
        ["commits", sha, "statuses"] => {
            let mut known = state.repositories[name].statuses.get(*sha).cloned().unwrap_or_default();
            known.reverse();
            let items = known.iter().map(|known| state.status_json(known)).collect();
            page(state, request, items)
        }
        ["commits", sha, "pulls"] => {
            let pulls = &state.repositories[name].pulls;
            let brought = |number: &&u64| {
                let pull = &pulls[number];
                pull.merge_sha() == *sha || pull.commits.iter().any(|commit| commit.sha == *sha)
            };
            let numbers: Vec<u64> = pulls.keys().filter(brought).copied().collect();
            let items = numbers.into_iter().map(|number| state.pull_json(name, number)).collect();
            page(state, request, items)
        }
        ["commits", sha, "check-runs"] => {
            let known = state.repositories[name].checks.get(*sha).cloned().unwrap_or_default();
            let items: Vec<Value> = known.iter().rev().map(|known| check_json(known, sha)).collect();
            let total = items.len();
            page_in(state, request, items, |items| json!({"total_count": total, "check_runs": items}))
        }
        ["collaborators", login, "permission"] => permission(state, name, login),
        ["compare", range] => compare(state, name, range),
        ["git", "trees", tree] => tree_of(state, name, tree),
        ["git", "blobs", blob] => blob_of(state, name, blob),
        ["branches", _, "protection"]
        | ["rules", "branches", _]
        | ["rulesets", _]
        | ["environments", ..]
        | ["actions", ..] => settings::answer(state, request, name, rest)?,
        ["contents", path @ ..] => contents(state, request, name, &path.join("/")),
        _ => return None,
    })
}

fn pull(state: &mut State, request: &Request, name: &str, number: u64, rest: &[&str]) -> Option<Reply> {
    let Some(pull) = state.repositories[name].pulls.get(&number).cloned() else {
        return Some(Reply::not_found());
    };
    Some(match rest {
        [] => Reply::json(200, &state.pull_json(name, number)),
        ["commits"] => {
            // GitHub lists no more than 250.
            let listed = pull.commits.len().saturating_sub(state.lost_commits).min(250);
            let items = pull.commits.iter().take(listed).map(|commit| state.commit_json(commit)).collect();
            page(state, request, items)
        }
        ["reviews"] => {
            let items = pull.reviews.iter().map(|review| state.review_json(review)).collect();
            page(state, request, items)
        }
        ["files"] => {
            let items = pull.files.iter().take(3000).map(file_json).collect();
            page(state, request, items)
        }
        _ => return None,
    })
}

fn issue(state: &mut State, request: &Request, name: &str, number: u64, rest: &[&str]) -> Option<Reply> {
    let Some(pull) = state.repositories[name].pulls.get(&number).cloned() else {
        return Some(Reply::not_found());
    };
    Some(match rest {
        ["comments"] => {
            let items = pull.comments.iter().map(|comment| state.comment_json(comment)).collect();
            page(state, request, items)
        }
        ["timeline"] => {
            let mut items: Vec<Value> =
                pull.commits.iter().map(|commit| json!({"event": "committed", "sha": commit.sha})).collect();
            for dismissal in &pull.dismissals {
                let actor = state.user_json(dismissal.actor.as_deref());
                items.push(json!({
                    "id": dismissal.id,
                    "event": "review_dismissed",
                    "actor": actor,
                    "created_at": dismissal.at.to_string(),
                    "dismissed_review": {
                        "state": dismissal.was,
                        "review_id": dismissal.review,
                        "dismissal_message": "no longer",
                    },
                }));
            }
            page(state, request, items)
        }
        _ => return None,
    })
}

fn permission(state: &mut State, name: &str, login: &str) -> Reply {
    if !state.users.contains_key(login) {
        return Reply::not_found();
    }
    let role = state.repositories[name].roles.get(login).cloned().unwrap_or_else(|| "read".to_owned());
    let user = state.user_json(Some(login));
    // The old field knows four levels only.
    let permission = match role.as_str() {
        "admin" | "none" => role.as_str(),
        "maintain" | "write" => "write",
        "triage" | "read" => "read",
        custom if custom.contains("write") => "write",
        _ => "read",
    };
    let at_least = |levels: &[&str]| levels.contains(&permission);
    let mut user = user;
    user["permissions"] = json!({
        "admin": permission == "admin",
        "maintain": role == "maintain" || role == "admin",
        "push": at_least(&["admin", "write"]),
        "triage": role == "triage" || at_least(&["admin", "write"]),
        "pull": permission != "none",
    });
    let old = state.old_permission.as_deref().unwrap_or(permission);
    Reply::json(200, &json!({"permission": old, "role_name": role, "user": user}))
}

fn team(state: &mut State, request: &Request, org: &str, slug: &str, rest: &[&str]) -> Option<Reply> {
    if !state.reads_teams {
        return Some(Reply::forbidden());
    }
    let Some(Team { id, members, pending }) = state.teams.get(&format!("{org}/{slug}")).cloned() else {
        return Some(Reply::not_found());
    };
    Some(match rest {
        [] => Reply::json(
            200,
            &json!({"id": id, "slug": slug, "name": slug, "privacy": "closed", "members_count": members.len()}),
        ),
        ["members"] => {
            let items = members.iter().map(|login| state.user_json(Some(login))).collect();
            page(state, request, items)
        }
        ["memberships", login] => {
            let active = members.contains(*login);
            if !active && !pending.contains(*login) {
                return Some(Reply::not_found());
            }
            Reply::json(200, &json!({"state": if active { "active" } else { "pending" }, "role": "member"}))
        }
        _ => return None,
    })
}

fn compare(state: &mut State, name: &str, range: &str) -> Reply {
    let Some((from, to)) = range.split_once("...") else { return Reply::not_found() };
    let repository = &state.repositories[name];
    let files: Vec<Value> = repository.moved.iter().take(300).map(file_json).collect();
    // A head branched off where its base was then.
    let branched =
        repository.pulls.values().find(|pull| pull.head() == from).map(|pull| pull.base_sha.clone());
    let merge_base = branched.unwrap_or_else(|| from.to_owned());
    let same = from == to;
    Reply::json(
        200,
        &json!({
            "status": if same { "identical" } else { "ahead" },
            "ahead_by": if same { 0 } else { 1 },
            "behind_by": 0,
            "total_commits": if same { 0 } else { 1 },
            "base_commit": {"sha": from},
            "merge_base_commit": {"sha": merge_base},
            "commits": [],
            "files": if same { Vec::new() } else { files },
        }),
    )
}

fn contents(state: &mut State, request: &Request, name: &str, path: &str) -> Reply {
    let repository = &state.repositories[name];
    let wanted = request.parameter("ref").unwrap_or_else(|| repository.default_branch.clone());
    // A commit is what some branch points at.
    let by_tip = repository.branches.iter().find(|(_, sha)| **sha == wanted);
    let branch = by_tip.map_or(wanted.clone(), |(branch, _)| branch.clone());
    match repository.contents.get(&(branch, path.to_owned())) {
        None => Reply::not_found(),
        Some(content) if request.header("accept").is_some_and(|accept| accept.contains("raw")) => {
            let mut reply = Reply::json(200, &Value::Null);
            reply.body = content.clone();
            reply.with("content-type", "application/vnd.github.raw+json; charset=utf-8")
        }
        Some(content) => Reply::json(200, &settings::file(path, content)),
    }
}

/// Names a tree or a blob: the branch and the path, in hexadecimal letters as an object's name has them.
fn object_name(branch: &str, path: &str) -> String {
    format!("{branch}:{path}").bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Finds the branch and the path that an object's name stands for; the tip of a branch is its root.
fn object(state: &State, name: &str, object: &str) -> Option<(String, String)> {
    let repository = &state.repositories[name];
    if let Some((branch, _)) = repository.branches.iter().find(|(_, sha)| *sha == object) {
        return Some((branch.clone(), String::new()));
    }
    let digits: Vec<char> = object.chars().collect();
    let bytes = digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok());
    let text = String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()?;
    let (branch, path) = text.split_once(':')?;
    Some((branch.to_owned(), path.to_owned()))
}

fn tree_of(state: &State, name: &str, tree: &str) -> Reply {
    let Some((branch, folder)) = object(state, name, tree) else { return Reply::not_found() };
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut entries: Vec<Value> = Vec::new();
    for (known, path) in state.repositories[name].contents.keys() {
        let Some(rest) = path.strip_prefix(&prefix).filter(|_| *known == branch) else { continue };
        let (entry, below) = rest.split_once('/').map_or((rest, false), |(entry, _)| (entry, true));
        let sha = object_name(&branch, &format!("{prefix}{entry}"));
        let json = if below {
            json!({"path": entry, "mode": "040000", "type": "tree", "sha": sha})
        } else {
            // What is to be a link or a submodule says so.
            let content = &state.repositories[name].contents[&(branch.clone(), path.clone())];
            let size = content.len();
            if content.starts_with("submodule:") {
                json!({"path": entry, "mode": "160000", "type": "commit", "sha": sha})
            } else {
                let mode = if content.starts_with("symlink:") { "120000" } else { "100644" };
                json!({"path": entry, "mode": mode, "type": "blob", "sha": sha, "size": size})
            }
        };
        if !entries.contains(&json) {
            entries.push(json);
        }
    }
    Reply::json(200, &json!({"sha": tree, "tree": entries, "truncated": false}))
}

fn blob_of(state: &State, name: &str, blob: &str) -> Reply {
    let found = object(state, name, blob).and_then(|key| state.repositories[name].contents.get(&key));
    let Some(content) = found else { return Reply::not_found() };
    let mut reply = Reply::json(200, &Value::Null);
    reply.body = content.clone();
    reply.with("content-type", "application/vnd.github.raw+json; charset=utf-8")
}

/// Gives one page of a list, with a link to the next.
pub(super) fn page(state: &State, request: &Request, items: Vec<Value>) -> Reply {
    page_in(state, request, items, Value::Array)
}

pub(super) fn page_in(
    state: &State,
    request: &Request,
    items: Vec<Value>,
    wrap: impl FnOnce(Vec<Value>) -> Value,
) -> Reply {
    let number = |name, default| request.parameter(name).map_or(default, |value| value.parse().unwrap());
    let size = number("per_page", 30_usize).min(state.page_limit).min(100);
    let page = number("page", 1_usize);
    let total = items.len();
    let items: Vec<Value> = items.into_iter().skip((page - 1) * size).take(size).collect();
    let reply = Reply::json(200, &wrap(items));
    if let Some(link) = state.link.as_ref().filter(|_| request.path.ends_with("/reviews")) {
        return reply.with("link", link);
    }
    if page * size >= total {
        return reply;
    }
    let others: Vec<&str> = request.query.split('&').filter(|pair| !pair.starts_with("page=")).collect();
    // `/repos/acme/infra/x` continues as `/repositories/1/x`.
    let mut path = request.path.clone();
    for repository in state.repositories.values() {
        let prefix = format!("/repos/{}/", repository.full_name);
        if let Some(rest) = request.path.strip_prefix(&prefix) {
            path = format!("/repositories/{}/{rest}", repository.id);
        }
    }
    let base = format!("{}/api/v3{path}?{}", state.origin, others.join("&"));
    let last = total.div_ceil(size);
    reply.with(
        "link",
        &format!("<{base}&page={}>; rel=\"next\", <{base}&page={last}>; rel=\"last\"", page + 1),
    )
}
