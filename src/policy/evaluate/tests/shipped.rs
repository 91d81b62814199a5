//! The shipped rules on objects that have nothing they look for.

use serde_json::json;

use super::super::testing::Sample;
use crate::plan::operation::Operation;
use crate::policy::Policy;
use crate::policy::source::words::Sight;

#[test]
fn no_shipped_rule_fails_where_attributes_are_missing_or_unknown() {
    let policy = Policy::shipped();
    let (empty, none) = (json!({}), json!(null));
    for (operation, before, after) in [
        (Operation::Create, none.clone(), empty.clone()),
        (Operation::Update, empty.clone(), empty.clone()),
        (Operation::Replace, empty.clone(), empty.clone()),
        (Operation::Delete, empty.clone(), none.clone()),
        (Operation::Forget, empty, none),
    ] {
        for unknown in [json!({}), json!(true)] {
            let sample = Sample::new(operation, before.clone(), after.clone()).unknown(unknown);
            for rule in &policy.rules {
                if rule.sight != Sight::Change || rule.operations.contains(&operation) {
                    assert!(rule.fires(&sample).is_ok(), "{:?}", rule.fires(&sample));
                    let message = rule.render(&sample);
                    assert!(!message.contains("(cannot tell)"), "{}: {message}", rule.id);
                    rule.evidence(&sample);
                }
            }
        }
    }
}
