//! What a plan says of its own environment: labels of production on what it changes.

use crate::plan::Plan;
use crate::plan::mode::Mode;
use crate::plan::value::Value;
use crate::plan::view::View;
use crate::problem::Problem;

/// Where resource types of the large providers keep labels.
const MAPS: [&str; 6] =
    ["tags", "tags_all", "labels", "effective_labels", "resource_labels", "terraform_labels"];

/// The keys under which people write the environment, in lower case.
const KEYS: [&str; 6] =
    ["environment", "env", "stage", "env_name", "environment_name", "deployment_environment"];

/// What they call production, in lower case.
const PRODUCTION: [&str; 4] = ["production", "prod", "prd", "live"];

/// Returns the first change of an object that is labelled as production, before or after.
///
/// A label may raise what the policy says of a place, never lower it: whoever writes the plan writes its labels.
///
/// # Errors
///
/// A change that cannot be read.
pub(super) fn as_production(plan: &Plan) -> Result<Option<String>, Problem> {
    for head in plan.changes.iter().filter(|head| head.mode == Mode::Managed) {
        let body = head.change()?;
        if [body.before(), body.after()].into_iter().any(says_production) {
            return Ok(Some(head.address.clone()));
        }
    }
    Ok(None)
}

fn says_production(side: View<'_>) -> bool {
    MAPS.iter().any(|map| {
        let labels = side.get(map);
        labels.keys().into_iter().any(|key| {
            KEYS.contains(&key.to_lowercase().as_str())
                && matches!(labels.get(key).known(), Some(Value::String(text))
                    if PRODUCTION.contains(&text.trim().to_lowercase().as_str()))
        })
    })
}
