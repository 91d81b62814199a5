//! Whether the change request is in a state in which its change may be applied at all.

use super::approvals::{Code, Obstacle};
use crate::facts::{Facts, State};

/// Judges the state of the request, whatever is demanded of people.
///
/// A draft holds, and so does one from a fork unless `forks` are allowed. One that was closed without a merge is an
/// error; one that was merged is judged as it stands. A base branch that moved since the plan was made, in a path
/// that is `watched`, makes the plan stale. Without a request there is nothing to judge.
pub fn standing(facts: &Facts, forks: bool, watched: &dyn Fn(&str) -> bool) -> Vec<Obstacle> {
    let Some(request) = &facts.request else { return Vec::new() };
    let mut obstacles = Vec::new();
    if request.state == State::Closed {
        obstacles.push(Obstacle::error(
            Code::Closed,
            format!(
                "request {} was closed and not merged, so nothing of it is to be applied",
                request.number
            ),
            "reopen it, or open another",
        ));
    }
    // Only what is open is still a draft: one that was merged as such was merged.
    if request.draft && request.state != State::Merged {
        obstacles.push(Obstacle::hold(Code::Draft, "the request is a draft", "mark it as ready for review"));
    }
    if request.fork && !forks {
        obstacles.push(Obstacle::hold(
            Code::Fork,
            "the request comes from a fork, whose owner decides what is pushed",
            "push the branch to the repository itself, or allow forks in the policy",
        ));
    }
    match &request.base.moved {
        None => obstacles.push(Obstacle::hold(
            Code::BaseUnknown,
            format!("it is not known whether `{}` moved on since the plan was made", request.base.branch),
            "run again, with the history of the base branch at hand",
        )),
        Some(moved) => {
            let mut paths: Vec<&str> =
                moved.paths.iter().map(String::as_str).filter(|path| watched(path)).collect();
            paths.sort_unstable();
            paths.dedup();
            if let Some((first, rest)) = paths.split_first() {
                let others = match rest.len() {
                    0 => String::new(),
                    1 => " and 1 other file".to_owned(),
                    more => format!(" and {more} other files"),
                };
                obstacles.push(Obstacle::hold(
                    Code::PlanStale,
                    format!(
                        "`{}` moved on since the plan was made, in `{first}`{others}",
                        request.base.branch
                    ),
                    "bring the base branch in and plan again",
                ));
            }
        }
    }
    obstacles.sort();
    obstacles
}

#[cfg(test)]
mod tests {
    use super::standing;
    use crate::facts::{Account, AccountKind, Base, BaseMoved, Edited, Facts, Head, Request, State};
    use crate::gate::approvals::Effect;

    fn request() -> Request {
        Request {
            number: 7,
            state: State::Open,
            draft: false,
            fork: false,
            requester: Some(Account { id: 1, login: "ana".to_owned(), kind: AccountKind::User }),
            head: Head { sha: "aaa".to_owned(), branch: "grow".to_owned() },
            base: Base {
                branch: "main".to_owned(),
                tip: "bbb".to_owned(),
                moved: Some(BaseMoved { from: "bbb".to_owned(), paths: Vec::new(), at: None }),
            },
            merged_by: None,
            mergeable: None,
            body_edited: Edited::Never,
        }
    }

    fn moved(mut request: Request, paths: &[&str]) -> Request {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        request.base.moved = Some(BaseMoved { from: "aaa".to_owned(), paths, at: None });
        request
    }

    #[test]
    fn a_request_is_judged_by_its_state() {
        let unknown_base = || {
            let mut request = request();
            request.base.moved = None;
            request
        };
        for (what, request, forks, expected) in [
            ("open", request(), false, vec![]),
            ("draft", Request { draft: true, ..request() }, false, vec![(Effect::Hold, "DRAFT")]),
            ("closed", Request { state: State::Closed, ..request() }, false, vec![(Effect::Error, "CLOSED")]),
            ("merged", Request { state: State::Merged, ..request() }, false, vec![]),
            ("merged draft", Request { state: State::Merged, draft: true, ..request() }, false, vec![]),
            ("fork", Request { fork: true, ..request() }, false, vec![(Effect::Hold, "FORK")]),
            ("allowed fork", Request { fork: true, ..request() }, true, vec![]),
            ("stale", moved(request(), &["live/a.tf"]), false, vec![(Effect::Hold, "PLAN_STALE")]),
            ("moved elsewhere", moved(request(), &["README.md"]), false, vec![]),
            ("unknown", unknown_base(), false, vec![(Effect::Hold, "BASE_UNKNOWN")]),
            (
                "merged and stale",
                moved(Request { state: State::Merged, ..request() }, &["live/a.tf"]),
                false,
                vec![(Effect::Hold, "PLAN_STALE")],
            ),
            (
                "all of it",
                moved(
                    Request { state: State::Closed, draft: true, fork: true, ..request() },
                    &["live/b.tf", "live/a.tf", "live/b.tf"],
                ),
                false,
                vec![
                    (Effect::Hold, "DRAFT"),
                    (Effect::Hold, "FORK"),
                    (Effect::Hold, "PLAN_STALE"),
                    (Effect::Error, "CLOSED"),
                ],
            ),
        ] {
            let mut facts = Facts::unknown();
            facts.request = Some(request);
            let found = standing(&facts, forks, &|path| path.starts_with("live/"));
            let codes: Vec<_> = found.iter().map(|one| (one.effect, one.code.name())).collect();
            assert_eq!(codes, expected, "{what}");
            assert!(found.iter().all(|one| !one.reason.is_empty() && !one.next.is_empty()), "{what}");
        }
        assert_eq!(
            standing(&Facts::unknown(), false, &|_| true),
            [],
            "without a request there is no state of it"
        );
    }

    #[test]
    fn a_stale_plan_names_where_the_base_moved() {
        let mut facts = Facts::unknown();
        facts.request = Some(moved(request(), &["live/b.tf", "live/a.tf", "live/b.tf"]));
        let found = standing(&facts, false, &|_| true);
        assert_eq!(
            found[0].reason,
            "`main` moved on since the plan was made, in `live/a.tf` and 1 other file"
        );
    }
}
