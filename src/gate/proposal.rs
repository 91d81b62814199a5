//! Whether the policy that a change request brings could be read once it is merged.

use super::approvals::{Code, Obstacle};
use crate::facts::{Facts, State};

/// Holds a request whose policy cannot be read: merging it would stop everybody. What is otherwise to be said of that
/// policy decides nothing.
pub(super) fn invalid_policy(facts: &Facts) -> Option<Obstacle> {
    // Of what was merged, what stands at base now is judged by itself.
    let open = facts.request.as_ref().is_some_and(|request| request.state == State::Open);
    let proposed = facts.proposed_policy.as_ref().filter(|_| open)?;
    let mut invalid = proposed.invalid();
    let first = invalid.next()?;
    let place = first.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
    let others = match invalid.count() {
        0 => String::new(),
        1 => " (and 1 more mistake)".to_owned(),
        more => format!(" (and {more} more mistakes)"),
    };
    Some(Obstacle::hold(
        Code::PolicyInvalid,
        format!("the policy that this request brings cannot be read: {place}{}{others}", first.message),
        "mend it, and try it with `applygate policy lint`: once merged, it would stop every other change",
    ))
}

#[cfg(test)]
mod tests {
    use super::invalid_policy;
    use crate::facts::{
        Base, Edited, Facts, Head, PolicyRemark, ProposedPolicy, RemarkGravity, Request, State,
    };
    use crate::gate::approvals::Effect;
    use crate::problem::Place;

    fn facts(state: State, gravities: &[RemarkGravity]) -> Facts {
        let mut facts = Facts::unknown();
        facts.request = Some(Request {
            number: 7,
            state,
            draft: false,
            fork: false,
            requester: None,
            head: Head { sha: "aaa".to_owned(), branch: "grow".to_owned() },
            base: Base { branch: "main".to_owned(), tip: "bbb".to_owned(), moved: None },
            merged_by: None,
            mergeable: None,
            body_edited: Edited::Never,
        });
        let remark = |(line, gravity): (u32, &RemarkGravity)| PolicyRemark {
            gravity: *gravity,
            place: Some(Place { file: "applygate.hcl".to_owned(), line, column: 1 }),
            message: "odd".to_owned(),
            help: None,
        };
        facts.proposed_policy = Some(ProposedPolicy::new((1..).zip(gravities).map(remark).collect()));
        facts
    }

    #[test]
    fn a_policy_that_cannot_be_read_holds_an_open_request_and_no_other() {
        use RemarkGravity::{Error, Invalid, Looser, Warning};
        for (state, gravities, expected) in [
            (State::Open, &[][..], None),
            (State::Open, &[Error, Warning, Looser], None),
            (State::Open, &[Warning, Invalid], Some("applygate.hcl:2:1: odd")),
            (State::Open, &[Invalid, Invalid], Some("applygate.hcl:1:1: odd (and 1 more mistake)")),
            (State::Open, &[Invalid, Invalid, Invalid], Some("odd (and 2 more mistakes)")),
            (State::Merged, &[Invalid], None),
        ] {
            let found = invalid_policy(&facts(state, gravities));
            match expected {
                None => assert_eq!(found, None, "{state:?} {gravities:?}"),
                Some(words) => {
                    let found = found.unwrap();
                    assert!(found.reason.ends_with(words), "{}", found.reason);
                    assert_eq!((found.code.name(), found.effect), ("POLICY_INVALID_AT_HEAD", Effect::Hold));
                    assert!(!found.next.is_empty());
                }
            }
        }
        assert_eq!(invalid_policy(&Facts::unknown()), None);
    }

    #[test]
    fn remarks_without_number_are_kept_by_gravity_and_the_rest_counted() {
        let mut gravities = vec![RemarkGravity::Warning; ProposedPolicy::MOST + 4];
        gravities.push(RemarkGravity::Invalid);
        let facts = facts(State::Open, &gravities);
        let kept = facts.proposed_policy.as_ref().unwrap();
        assert_eq!((kept.remarks.len(), kept.more), (ProposedPolicy::MOST, 5));
        assert!(invalid_policy(&facts).is_some(), "what holds is never among the rest");
    }
}
