//! Which projects were judged on earlier heads of the request: one that has no status on the present head has no plan
//! there, and is not to be forgotten.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::json;

use super::super::api::Api;
use super::super::publish::CONTEXT;
use super::super::{Repo, wire};
use super::published;
use crate::facts::{Commit, EarlierStatus, Push};
use crate::problem::{Code, Problem};

/// How many earlier heads are looked at, the newest first.
const MOST_HEADS: usize = 100;
const WHAT: &str = "the statuses of earlier heads";
const RIGHT: &str = "statuses: read";

/// Returns what was the head of the request since it was opened, and its other commits; the newest first, without the
/// present head. What was pushed to the branch before belongs to another request.
pub(super) fn heads(
    pushes: Option<&[Push]>,
    commits: &[Commit],
    head: &str,
    opened: Timestamp,
) -> Vec<String> {
    let mut pushes: Vec<&Push> = pushes.into_iter().flatten().filter(|push| push.at >= opened).collect();
    pushes.sort_by_key(|push| std::cmp::Reverse(push.at));
    let pushed = pushes.iter().flat_map(|push| [push.after.as_str(), push.before.as_str()]);
    let listed = commits.iter().rev().map(|commit| commit.sha.as_str());
    let mut heads: Vec<String> = Vec::new();
    for sha in pushed.chain(listed) {
        let gone = sha.bytes().all(|byte| byte == b'0');
        if sha != head && !gone && heads.len() < MOST_HEADS && !heads.iter().any(|known| known == sha) {
            heads.push(sha.to_owned());
        }
    }
    heads
}

/// Returns the newest status of ours of every project on these heads, which stand with the newest first; `known` are
/// the statuses that were read already.
///
/// GraphQL tells of statuses with the same name the newest alone, and everybody who may write can put one before ours:
/// where that is so, all of them are read.
pub(super) async fn statuses(
    api: &Api,
    repo: &Repo,
    heads: &[String],
    known: &BTreeMap<String, Vec<wire::StatusContext>>,
    publisher: u64,
) -> Result<Vec<EarlierStatus>, Problem> {
    let missing: Vec<&str> =
        heads.iter().filter(|head| !known.contains_key(*head)).map(String::as_str).collect();
    let asked = ask(api, repo, &missing).await?;
    let mut found: BTreeMap<String, EarlierStatus> = BTreeMap::new();
    for head in heads {
        let newest = known.get(head).or_else(|| asked.get(head)).map(Vec::as_slice).unwrap_or_default();
        let mut told: Vec<(String, String)> = Vec::new();
        let mut hidden = false;
        for status in newest.iter().filter(|status| is_of_project(&status.context)) {
            let creator = status.creator.as_ref().and_then(|creator| creator.database_id);
            match creator == Some(publisher) {
                true => told.push((status.context.clone(), status.state.clone())),
                false => hidden |= !found.contains_key(&status.context),
            }
        }
        if hidden {
            let all = published::statuses(api, repo, head).await?;
            let own = all.into_iter().filter(|status| {
                is_of_project(&status.context)
                    && status.creator.as_ref().is_some_and(|user| user.id == publisher)
            });
            told.extend(own.map(|status| (status.context, status.state)));
        }
        for (context, state) in told {
            let status =
                EarlierStatus { context: context.clone(), sha: head.clone(), state: state.to_lowercase() };
            found.entry(context).or_insert(status);
        }
    }
    Ok(found.into_values().collect())
}

fn is_of_project(context: &str) -> bool {
    context.strip_prefix(CONTEXT).is_some_and(|rest| rest.starts_with('/'))
}

/// Asks for the newest statuses of commits. One that is gone has none.
async fn ask(
    api: &Api,
    repo: &Repo,
    heads: &[&str],
) -> Result<BTreeMap<String, Vec<wire::StatusContext>>, Problem> {
    let mut statuses = BTreeMap::new();
    // The names become part of the question.
    let heads: Vec<&str> =
        heads.iter().copied().filter(|head| head.bytes().all(|byte| byte.is_ascii_hexdigit())).collect();
    if heads.is_empty() {
        return Ok(statuses);
    }
    let asked: Vec<String> = heads
        .iter()
        .enumerate()
        .map(|(number, head)| {
            format!(
                "h{number}: object(oid: \"{head}\") {{ ... on Commit {{ status {{ contexts {{ context state creator {{ \
                 ... on Bot {{ databaseId }} ... on User {{ databaseId }} }} }} }} }} }}"
            )
        })
        .collect();
    let asked = asked.join("\n");
    let query = format!(
        "query($owner: String!, $name: String!) {{ repository(owner: $owner, name: $name) {{\n{asked}\n}} }}"
    );
    let variables = json!({"owner": repo.owner, "name": repo.name});
    let answer: wire::Heads = api.graphql(WHAT, RIGHT, &query, variables).await?;
    let mut answered = answer.repository.ok_or_else(|| {
        Problem::new(Code::NotFound, format!("{WHAT} could not be read: GraphQL knows no repository {repo}"))
            .help(format!("give the token `{RIGHT}`"))
    })?;
    for (number, head) in heads.into_iter().enumerate() {
        let Some(answer) = answered.remove(&format!("h{number}")) else {
            let message = format!("{WHAT} could not be read: GraphQL says nothing of {head}");
            return Err(Problem::new(Code::PartialData, message).help("run again"));
        };
        let contexts = answer.and_then(|head| head.status).map(|status| status.contexts);
        statuses.insert(head.to_owned(), contexts.unwrap_or_default());
    }
    Ok(statuses)
}

#[cfg(test)]
mod tests {
    use super::heads;
    use crate::facts::{Commit, Contributor, Push};

    #[test]
    fn earlier_heads_are_those_since_the_request_was_opened_the_newest_first() {
        let push = |at: &str, before: &str, after: &str| Push {
            at: format!("2026-11-20T{at}:00Z").parse().unwrap(),
            by: None,
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let commit = |sha: &str| Commit {
            sha: sha.to_owned(),
            author: Contributor::Unattributed(String::new()),
            committer: Contributor::Unattributed(String::new()),
            co_authors: Vec::new(),
            parents: Vec::new(),
            clean_update: false,
        };
        let pushes = [
            push("08:00", "0000", "old"),
            push("09:00", "old", "a1"),
            push("11:00", "a1", "b2"),
            push("12:00", "b2", "c3"),
        ];
        let commits = [commit("a0"), commit("c3")];
        let opened = "2026-11-20T10:00:00Z".parse().unwrap();
        assert_eq!(heads(Some(&pushes), &commits, "c3", opened), ["b2", "a1", "a0"]);
        assert_eq!(heads(None, &commits, "c3", opened), ["a0"], "of a fork the commits alone are known");
        assert!(heads(None, &commits[1..], "c3", opened).is_empty());
    }
}
