//! How GitHub writes what it knows: the fields that matter, and some that do not.

use serde_json::{Value, json};

use super::Reply;
use super::state::{Activity, CheckRun, Comment, Commit, File, Pull, Review, State, Status, User};

impl Reply {
    pub fn json(status: u16, body: &Value) -> Reply {
        Reply { status, headers: Vec::new(), body: body.to_string(), cut: None }
    }

    pub fn error(status: u16, message: &str) -> Reply {
        Reply::json(
            status,
            &json!({
                "message": message,
                "documentation_url": "https://docs.github.com/rest",
                "status": status.to_string(),
            }),
        )
    }

    pub fn not_found() -> Reply {
        Reply::error(404, "Not Found")
    }

    pub fn forbidden() -> Reply {
        Reply::error(403, "Resource not accessible by integration")
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl State {
    pub(super) fn user_json(&mut self, login: Option<&str>) -> Value {
        let Some(login) = login else { return Value::Null };
        let User { id, login, kind } = self.user(login);
        json!({
            "login": login,
            "id": id,
            "node_id": format!("U_{id}"),
            "html_url": format!("{}/{login}", self.origin),
            "type": kind,
            "site_admin": false,
        })
    }

    pub(super) fn repository_json(&mut self, name: &str) -> Value {
        let Some(repository) = self.repositories.get(name) else { return Value::Null };
        let (id, default_branch) = (repository.id, repository.default_branch.clone());
        let (owner, short) = name.split_once('/').unwrap();
        let owner = self.user_json(Some(owner));
        json!({
            "id": id,
            "node_id": format!("R_{id}"),
            "name": short,
            "full_name": name,
            "owner": owner,
            "private": true,
            "fork": false,
            "default_branch": default_branch,
            "clone_url": format!("{}/{name}.git", self.origin),
            "html_url": format!("{}/{name}", self.origin),
        })
    }

    pub(super) fn pull_json(&mut self, repository: &str, number: u64) -> Value {
        let pull = self.repositories[repository].pulls[&number].clone();
        let Pull { author, title, body, state, draft, merged, created, labels, .. } = pull.clone();
        let labels: Vec<Value> = labels
            .iter()
            .map(|name| json!({"id": name.len(), "name": name, "color": "ededed", "default": false}))
            .collect();
        let user = self.user_json(author.as_deref());
        let head_repo = pull.head_repo.as_deref().map_or(Value::Null, |name| self.repository_json(name));
        let base_repo = self.repository_json(repository);
        let merged_by = merged.as_ref().map(|(login, _)| login.clone());
        let merged_by = self.user_json(merged_by.as_deref());
        json!({
            "id": 900_000 + number,
            "number": number,
            "node_id": format!("PR_{number}"),
            "html_url": format!("{}/{repository}/pull/{number}", self.origin),
            "state": state,
            "locked": false,
            "title": title,
            "body": body,
            "user": user,
            "labels": labels,
            "draft": draft,
            "created_at": created.to_string(),
            "updated_at": self.now.to_string(),
            "closed_at": if state == "closed" { json!(self.now.to_string()) } else { Value::Null },
            "merged": merged.is_some(),
            "merged_at": merged.as_ref().map(|(_, at)| at.to_string()),
            "merged_by": merged_by,
            "merge_commit_sha": pull.merge_sha(),
            "mergeable": true,
            "mergeable_state": pull.mergeable_state,
            "author_association": "MEMBER",
            "requested_reviewers": [],
            "requested_teams": [],
            "comments": pull.comments.len(),
            "commits": pull.commits.len(),
            "changed_files": pull.files.len(),
            "head": {
                "label": format!("acme:{}", pull.head_ref),
                "ref": pull.head_ref,
                "sha": pull.head(),
                "repo": head_repo,
            },
            "base": {
                "label": format!("acme:{}", pull.base_ref),
                "ref": pull.base_ref,
                "sha": pull.base_sha,
                "repo": base_repo,
            },
        })
    }

    pub(super) fn commit_json(&mut self, commit: &Commit) -> Value {
        let author = self.user_json(commit.author.as_deref());
        let committer = self.user_json(commit.committer.as_deref());
        let identity = json!({
            "name": commit.author_name,
            "email": commit.author_email,
            "date": commit.date.to_string(),
        });
        let parents: Vec<Value> = commit.parents.iter().map(|sha| json!({"sha": sha})).collect();
        json!({
            "sha": commit.sha,
            "commit": {
                "author": identity,
                "committer": identity,
                "message": commit.message,
                "tree": {"sha": "0".repeat(40)},
                "verification": {
                    "verified": commit.verified,
                    "reason": if commit.verified { "valid" } else { "unsigned" },
                },
            },
            "author": author,
            "committer": committer,
            "parents": parents,
        })
    }

    pub(super) fn review_json(&mut self, review: &Review) -> Value {
        let mut json = json!({
            "id": review.id,
            "node_id": format!("PRR_{}", review.id),
            "user": self.user_json(review.user.as_deref()),
            "body": review.body,
            "state": review.state,
            "html_url": format!("{}/r/{}", self.origin, review.id),
            "author_association": "MEMBER",
            "commit_id": review.commit,
        });
        if let Some(submitted) = review.submitted {
            json["submitted_at"] = json!(submitted.to_string());
        }
        json
    }

    pub(super) fn comment_json(&mut self, comment: &Comment) -> Value {
        let app = match &self.app {
            Some((id, slug)) if comment.user.as_deref() == Some(&self.viewer) => {
                json!({"id": id, "slug": slug})
            }
            _ => Value::Null,
        };
        json!({
            "id": comment.id,
            "node_id": format!("IC_{}", comment.id),
            "html_url": format!("{}/c/{}", self.origin, comment.id),
            "user": self.user_json(comment.user.as_deref()),
            "created_at": comment.created.to_string(),
            "updated_at": comment.updated.to_string(),
            "author_association": "MEMBER",
            "body": comment.body,
            "performed_via_github_app": app,
        })
    }

    pub(super) fn status_json(&mut self, status: &Status) -> Value {
        json!({
            "id": status.id,
            "node_id": format!("SC_{}", status.id),
            "state": status.state,
            "description": status.description,
            "target_url": status.target,
            "context": status.context,
            "created_at": status.created.to_string(),
            "updated_at": status.created.to_string(),
            "creator": self.user_json(status.creator.as_deref()),
        })
    }

    pub(super) fn activity_json(&mut self, activity: &Activity) -> Value {
        json!({
            "id": activity.id,
            "node_id": format!("PSH_{}", activity.id),
            "before": activity.before,
            "after": activity.after,
            "ref": activity.reference,
            "timestamp": activity.at.to_string(),
            "activity_type": activity.kind,
            "actor": self.user_json(activity.actor.as_deref()),
        })
    }
}

pub(super) fn check_json(check: &CheckRun, sha: &str) -> Value {
    let app = check.app.as_ref();
    json!({
        "id": check.id,
        "node_id": format!("CR_{}", check.id),
        "name": check.name,
        "head_sha": sha,
        "external_id": check.external,
        "status": check.status,
        "conclusion": check.conclusion,
        "started_at": check.completed.map(|at| at.to_string()),
        "completed_at": check.completed.map(|at| at.to_string()),
        "html_url": format!("https://github.example/runs/{}", check.id),
        "output": {
            "title": check.title,
            "summary": check.summary,
            "text": check.text,
            "annotations_count": check.annotations.len(),
        },
        "app": app.map(|(id, slug)| json!({"id": id, "slug": slug, "name": slug})),
    })
}

pub(super) fn file_json(file: &File) -> Value {
    let mut json = json!({
        "sha": "0".repeat(40),
        "filename": file.name,
        "status": file.status,
        "additions": 1,
        "deletions": 1,
        "changes": 2,
        "patch": "@@ -1 +1 @@\n-a\n+b",
    });
    if let Some(previous) = &file.previous {
        json["previous_filename"] = json!(previous);
    }
    json
}
