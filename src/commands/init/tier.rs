//! What a name says of an environment. It only proposes: a name proves nothing.

use crate::policy::Tier;

const PRODUCTION: [&str; 6] = ["prod", "prods", "production", "prd", "live", "main"];
const STAGING: [&str; 8] =
    ["staging", "stage", "stg", "preprod", "preproduction", "uat", "integration", "qa"];
const DEVELOPMENT: [&str; 10] =
    ["dev", "devs", "development", "develop", "sandbox", "sbx", "playground", "preview", "test", "testing"];

/// Returns what one name says, if it says one thing only.
pub(super) fn of_name(name: &str) -> Option<Tier> {
    let lower = name.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let has = |tier: &[&str]| words.iter().any(|word| tier.contains(word));
    // `non-prod` says no more than what it is not.
    if words.contains(&"non") || words.contains(&"nonprod") || words.contains(&"pre") {
        return None;
    }
    let found: Vec<Tier> = [
        (Tier::Production, &PRODUCTION[..]),
        (Tier::Staging, &STAGING[..]),
        (Tier::Development, &DEVELOPMENT[..]),
    ]
    .into_iter()
    .filter(|(_, words)| has(words))
    .map(|(tier, _)| tier)
    .collect();
    match found.as_slice() {
        [tier] => Some(*tier),
        _ => None,
    }
}

/// What a path says: the tier, and the number of its parts up to the one that says it.
///
/// A path with words of several tiers says nothing, but one word for production makes it production: `live/dev` is left
/// to a person, and so is `prod/test`.
pub(super) fn of_path(path: &str) -> Option<(Tier, usize)> {
    let mut found: Option<(Tier, usize)> = None;
    for (position, part) in path.split('/').enumerate() {
        // A folder that holds the environments is often called `live`.
        let tier = match of_name(part) {
            Some(Tier::Production) if part == "live" || part == "main" => continue,
            Some(tier) => tier,
            None if says_anything(part) => return None,
            None => continue,
        };
        match found {
            Some((before, _)) if before != tier => return None,
            Some(_) => {}
            None => found = Some((tier, position + 1)),
        }
    }
    found
}

/// Returns true if a name has words of environments at all, even if they contradict each other.
fn says_anything(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| {
        word == "nonprod"
            || PRODUCTION.contains(&word)
            || STAGING.contains(&word)
            || DEVELOPMENT.contains(&word)
    })
}

#[cfg(test)]
mod tests {
    use super::of_path;
    use crate::policy::Tier;

    #[test]
    fn only_what_is_clear_is_proposed() {
        for (path, expected) in [
            ("live/prod/db", Some((Tier::Production, 2))),
            ("live/dev/db", Some((Tier::Development, 2))),
            ("envs/staging", Some((Tier::Staging, 2))),
            ("dev-eu-1/network", Some((Tier::Development, 1))),
            ("terraform/app_dev", Some((Tier::Development, 2))),
            ("Dev2", Some((Tier::Development, 1))),
            ("dev/dev", Some((Tier::Development, 1))),
            ("production", Some((Tier::Production, 1))),
            // Nothing, or several things at once.
            ("network", None),
            ("live", None),
            ("devices/db", None),
            ("prod/test", None),
            ("test/prod", None),
            ("dev-and-prod", None),
            ("non-prod/db", None),
            ("nonprod/dev", None),
            ("pre-prod", None),
            ("", None),
        ] {
            assert_eq!(of_path(path), expected, "{path}");
        }
    }
}
