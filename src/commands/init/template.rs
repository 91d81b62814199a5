//! The policy file to begin with: what holds at once tightens or says what holds anyway, the rest is proposed.
//!
//! A proposal stands behind a `#` without a space, so that it is told from a comment and taken up by removing one sign.

use std::collections::{BTreeMap, BTreeSet};

use super::survey::Survey;
use super::tier::{of_name, of_path};
use crate::policy::Tier;

/// How many root modules are listed one by one.
const LISTED: usize = 40;

/// Renders the file.
pub(super) fn render(survey: &Survey) -> String {
    let parts = [HEAD.to_owned(), environments(survey), groups(survey), REST.to_owned()];
    parts.join("\n")
}

const HEAD: &str = "\
# Policy of applygate: who must approve which change, and when it may be applied.
#
# It holds once it is on the base branch: a pull request is judged by the policy that stands there. It adds to what
# always holds: nothing for low risk, one approval for medium, two approvals and a maintenance window for high and
# critical.
#
# A line that begins with `#` and no space is a proposal: take the `#` off to let it hold, and run
# `applygate policy lint`.

applygate {
  version = 1
}
";

/// Proposes environments: production holds, since that is what a plan is for anyway; what lowers risks is for a person
/// to decide.
fn environments(survey: &Survey) -> String {
    let mut text = String::from(
        "\
# ---- Environments ----
#
# A plan that no environment matches is for production; of two that match, the stricter holds. Staging lowers the risk
# of a change by one level, development by two, except where it concerns identity, audit trails or delivery.
",
    );
    text.push_str(&listing(survey));
    let tiers = by_tier(survey);
    let globs = |tier: Tier| tiers.get(&tier).map(Vec::as_slice).unwrap_or_default();
    if !globs(Tier::Production).is_empty() {
        text.push('\n');
        text.push_str(&environment("production", "dirs", globs(Tier::Production), Tier::Production));
    }
    let lower = [(Tier::Staging, "staging"), (Tier::Development, "development")];
    for (tier, name) in lower {
        let found = globs(tier);
        let example = [format!("live/{name}/**")];
        // Without a name that is clear there is still the form to show.
        let dirs = if found.is_empty() && tier == Tier::Development { &example } else { found };
        if !dirs.is_empty() {
            text.push_str(
                "\n# Decide: is a change here worth fewer approvals? Who can reach production from here?\n",
            );
            text.push_str(&proposal(&environment(name, "dirs", dirs, tier)));
        }
    }
    for (tier, name) in lower {
        let names = survey.workspaces.iter().filter(|workspace| of_name(workspace) == Some(tier));
        let names: Vec<String> = names.cloned().collect();
        if !names.is_empty() {
            text.push_str(
                "\n# Decide: these may be workspaces, by the names of files with values or the one in use.\n",
            );
            text.push_str(&proposal(&environment(&format!("{name}-workspaces"), "workspaces", &names, tier)));
        }
    }
    text
}

/// Lists the root modules with what their paths say, as comments.
fn listing(survey: &Survey) -> String {
    if survey.modules.is_empty() {
        return "#\n# No root module was found: no directory with a backend, a provider or files with values.\n".to_owned();
    }
    let mut lines = vec!["#\n# Root modules, and what their paths say of them:\n#\n".to_owned()];
    for module in survey.modules.iter().take(LISTED) {
        let tier = match of_path(module) {
            Some((tier, _)) => tier.name(),
            None => "nothing clear, so production",
        };
        lines.push(format!("# - {module}: {tier}\n"));
    }
    if let Some(more) = survey.modules.len().checked_sub(LISTED).filter(|more| *more > 0) {
        lines.push(format!("# - and {more} more\n"));
    }
    if survey.odd > 0 {
        let odd = survey.odd;
        lines.push(format!("# - and {odd} whose paths have signs that no pattern may have: production\n"));
    }
    if survey.cut {
        lines.push(
            "#\n# The repository is too large to be looked at in full: there may be more.\n".to_owned(),
        );
    }
    lines.concat()
}

/// Returns the patterns of directories by what their paths say.
fn by_tier(survey: &Survey) -> BTreeMap<Tier, Vec<String>> {
    let mut globs: BTreeMap<Tier, BTreeSet<String>> = BTreeMap::new();
    for module in &survey.modules {
        let Some((tier, depth)) = of_path(module) else { continue };
        let folder: Vec<&str> = module.split('/').take(depth).collect();
        let folder = folder.join("/");
        // One pattern for the folder of an environment, unless something else stands in it, too.
        let same = |other: &&String| of_path(other).is_some_and(|(found, _)| found == tier);
        let below = |other: &&String| {
            other.strip_prefix(&folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let whole = survey.modules.iter().filter(below).all(|other| same(&other));
        let top = if whole { &folder } else { module };
        globs.entry(tier).or_default().insert(format!("{top}/**"));
    }
    globs.into_iter().map(|(tier, globs)| (tier, globs.into_iter().collect())).collect()
}

fn environment(name: &str, attribute: &str, patterns: &[String], tier: Tier) -> String {
    let list = match patterns {
        [one] => format!("[\"{one}\"]"),
        many => {
            let lines: String = many.iter().map(|pattern| format!("      \"{pattern}\",\n")).collect();
            format!("[\n{lines}    ]")
        }
    };
    let tier = tier.name();
    format!(
        "environment \"{name}\" {{\n  match {{\n    {attribute} = {list}\n  }}\n  tier = \"{tier}\"\n}}\n"
    )
}

/// Proposes groups: the teams that own something here, or a form to fill in.
fn groups(survey: &Survey) -> String {
    let mut text = String::from(
        "\
# ---- Groups ----
#
# People under one name, for `from` below.

",
    );
    let owner = survey.owner.as_deref().unwrap_or("acme");
    let mut named: BTreeMap<String, &str> = BTreeMap::new();
    for team in &survey.teams {
        let name = team.split_once('/').map_or(team.as_str(), |(_, name)| name).to_ascii_lowercase();
        // Two organisations may have a team of one name: the first one is enough to begin with.
        named.entry(name).or_insert(team);
    }
    for (name, team) in &named {
        text.push_str(&proposal(&format!("group \"{name}\" {{\n  teams = [\"{team}\"]\n}}\n")));
    }
    if !named.contains_key("senior") {
        text.push_str(&proposal(&format!(
            "group \"senior\" {{\n  users = [\"ana\", \"bo\", \"carla\"]\n  teams = [\"{owner}/senior-engineers\"]\n}}\n"
        )));
    }
    text
}

const REST: &str = "\
# ---- Approvals ----
#
# Every block that matches holds, so another one never loosens anything.

# High and critical risks: two approvals, by people who know the systems.
#approval \"high\" {
#  match {
#    min_risk = \"high\"
#  }
#  count = 2
#  from  = [\"group:senior\"]
#}

# Whoever may do what: one more pair of eyes, whatever the risk.
#approval \"identity\" {
#  match {
#    min_risk = \"low\"
#    classes  = [\"identity\"]
#  }
#  count = 1
#  from  = [\"group:senior\"]
#}

# ---- Windows ----
#
# High and critical risks wait for a window, and without one none is open. Decide: when is it quiet, and who is awake
# then? The zone is a name such as `Europe/Berlin`.

#window \"sunday-night\" {
#  timezone = \"UTC\"
#  weekly {
#    days = [\"sun\"]
#    at   = \"02:00\"
#  }
#  duration = \"4h\"
#  cutoff   = \"30m\"
#}

# ---- The pipeline itself ----

# Accounts that are robots although they look like users: their approvals never count.
#machine_users = [\"deploy-bot\"]

# What the pipeline deploys with and where it keeps the state: a change of these is critical wherever it stands.
#protected {
#  identities     = [\"*-deploy\"]
#  state_backends = [\"*-terraform-state\"]
#}

# ---- Rules and limits ----

# Rules of your own: `applygate rules new ID` writes one, `applygate rules test policy/rules` tests them.
#rules_dir = \"policy/rules\"

# From where on many destroyed resources are too many, and from when on a plan is too old.
#limits {
#  max_destroy       = 5
#  max_destroy_share = 0.25
#  max_plan_age      = \"24h\"
#}
";

/// Puts a block behind the sign of a proposal.
fn proposal(block: &str) -> String {
    block.lines().map(|line| format!("#{line}\n")).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Survey, render};
    use crate::policy::organisation::{self, DeclaredEnvironment, Organisation};
    use crate::policy::source::load::File;
    use crate::policy::source::selector::Known;

    pub(crate) fn full() -> Survey {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Survey {
            modules: set(&[
                ".",
                "live/dev/app",
                "live/dev/db",
                "live/dev/prod-mirror",
                "live/prod/app",
                "live/prod/db",
                "live/staging",
                "network",
            ]),
            workspaces: set(&["dev-eu", "prod", "uat"]),
            teams: set(&["acme/dba", "acme/Platform", "other/dba"]),
            owner: Some("acme".to_owned()),
            odd: 1,
            cut: true,
        }
    }

    /// Takes up every proposal.
    fn taken_up(text: &str) -> String {
        let line = |line: &str| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with("  ") || !rest.starts_with([' ']) && !rest.is_empty() => {
                rest.to_owned()
            }
            _ => line.to_owned(),
        };
        text.lines().map(|each| line(each) + "\n").collect()
    }

    fn read(text: &str) -> Organisation {
        let file = File { path: "applygate.hcl", text };
        organisation::read(&[file], &Known::default())
            .unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
    }

    #[test]
    fn the_file_and_all_its_proposals_are_read() {
        for survey in [full(), Survey::default()] {
            let text = render(&survey);
            let held = read(&text);
            assert!(held.groups.is_empty() && held.approvals.is_empty() && held.rules_dir.is_none());
            let all = taken_up(&text);
            let all = read(&all);
            let proposed = [all.environments.len(), all.groups.len(), all.approvals.len()];
            assert!(proposed.iter().all(|number| *number > 0), "{proposed:?}");
            assert_eq!(all.rules_dir.map(|(folder, _)| folder).as_deref(), Some("policy/rules"));
            assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
        }
    }

    #[test]
    fn what_is_proposed_covers_what_it_says_and_nothing_else() {
        let all = read(&taken_up(&render(&full())));
        for (directory, workspace, expected) in [
            ("live/prod/app", "default", &["production"][..]),
            ("live/prod/new", "default", &["production"]),
            ("live/dev/app", "default", &["development"]),
            ("live/dev/prod-mirror", "default", &[]),
            ("live/staging", "default", &["staging"]),
            ("network", "default", &[]),
            ("network", "dev-eu", &["development-workspaces"]),
            ("", "default", &[]),
        ] {
            let covers = |each: &&DeclaredEnvironment| each.matching.covers(Some(directory), Some(workspace));
            let names: Vec<&str> =
                all.environments.iter().filter(covers).map(|each| each.name.as_str()).collect();
            assert_eq!(names, expected, "{directory} {workspace}");
        }
    }

    #[test]
    fn nothing_below_production_holds_until_a_person_decides() {
        let text = render(&full());
        let body = hcl::parse(&text).unwrap();
        let environments: Vec<String> = body
            .blocks()
            .filter(|block| block.identifier() == "environment")
            .map(|block| hcl::to_string(&block.body).unwrap())
            .collect();
        assert_eq!(environments.len(), 1);
        assert!(environments[0].contains("tier = \"production\""), "{environments:?}");
        assert!(environments[0].contains("live/prod/**"), "{environments:?}");
        let holding: Vec<&str> = body.blocks().map(|block| block.identifier()).collect();
        assert_eq!(holding, ["applygate", "environment"]);
    }

    #[test]
    fn a_folder_is_proposed_whole_only_if_all_in_it_is_alike() {
        let text = render(&full());
        for expected in
            ["#      \"live/dev/app/**\",", "#      \"live/dev/db/**\",", "#    dirs = [\"live/staging/**\"]"]
        {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
        assert!(!text.contains("\"live/dev/**\"") && !text.contains("\"live/dev/prod-mirror/**\""), "{text}");
        assert!(text.contains("#    workspaces = [\"dev-eu\"]"), "{text}");
    }
}
