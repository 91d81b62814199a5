//! The base branch: what its protection and the rulesets on it demand together.

use super::catalog::{
    BRANCH_DELETION, DEDICATED_APP, DISMISS_STALE, Entry, FORCE_PUSH, NO_BYPASS, REQUIRED_CHECK,
    REQUIRED_CHECK_SOURCE, REQUIRED_WORKFLOW, REVIEW_BYPASS, STRICT_CHECKS,
};
use super::{CHECK, Check, GithubSide, Layer, RequiredCheck, State};

/// Judges the protection of the base branch.
pub(super) fn checks(side: &GithubSide) -> Vec<Check> {
    let layers = Layers::of(side);
    let mut checks = vec![
        layers.any(
            &REQUIRED_CHECK,
            "the check `applygate` is required",
            "the check `applygate` is not required",
            |layer| required(layer).is_some(),
        ),
        source(side, &layers),
        dedicated(side, &layers),
        no_bypass(side, &layers),
        layers.any(
            &DISMISS_STALE,
            "a push ends the approvals",
            "no pull request is required, or its approvals outlive a push",
            |layer| layer.reviews.as_ref().is_some_and(|reviews| reviews.dismiss_stale),
        ),
        review_bypass(&layers),
        layers.any(&FORCE_PUSH, "force pushes are refused", "force pushes are allowed", |layer| {
            layer.blocks_force_pushes
        }),
        layers.any(&BRANCH_DELETION, "it cannot be deleted", "it can be deleted", |layer| {
            layer.blocks_deletion
        }),
        required_workflow(side, &layers),
    ];
    checks.push(layers.any(
        &STRICT_CHECKS,
        "branches must be up to date",
        "a branch that is behind can be merged",
        |layer| layer.strict && !layer.checks.is_empty(),
    ));
    checks
}

/// Returns the entry for our check in a layer: the one with a source, if there are several.
fn required(layer: &Layer) -> Option<&RequiredCheck> {
    let ours = layer.checks.iter().filter(|check| check.context == CHECK);
    ours.max_by_key(|check| check.app.is_some())
}

/// The layers that hold together, and what of them could not be read.
pub(super) struct Layers<'s> {
    pub(super) known: Vec<&'s Layer>,
    pub(super) unread: Vec<&'s str>,
}

impl<'s> Layers<'s> {
    pub(super) fn of(side: &'s GithubSide) -> Layers<'s> {
        let mut layers = Layers { known: Vec::new(), unread: Vec::new() };
        match side.protection.known() {
            Ok(protection) => layers.known.extend(protection),
            Err(why) => layers.unread.push(why),
        }
        match side.rulesets.known() {
            Ok(rulesets) => layers.known.extend(rulesets),
            // The same reason twice tells nothing more.
            Err(why) if !layers.unread.contains(&why) => layers.unread.push(why),
            Err(_) => {}
        }
        layers
    }

    /// One layer suffices, as all hold together; that none does is known only if all were read.
    fn any(&self, entry: &'static Entry, yes: &str, no: &str, test: impl Fn(&Layer) -> bool) -> Check {
        match self.known.iter().find(|layer| test(layer)) {
            Some(layer) => Check::new(entry, State::Ok, format!("{yes} by {}", layer.name)),
            None => self.none(entry, no),
        }
    }

    fn none(&self, entry: &'static Entry, no: &str) -> Check {
        if self.unread.is_empty() {
            Check::new(entry, State::Problem, no)
        } else {
            Check::new(entry, State::Unknown, self.unread.join("; "))
        }
    }
}

fn source(side: &GithubSide, layers: &Layers<'_>) -> Check {
    let entry = &REQUIRED_CHECK_SOURCE;
    let sourced = sourced(layers);
    let Some((layer, app)) = sourced.first() else {
        return layers.none(entry, "the check `applygate` is accepted from anybody who may write");
    };
    let actions = match side.actions_app.known() {
        Ok(actions) => *actions,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    if let Some((layer, app)) = sourced.iter().find(|(_, app)| *app != actions) {
        return Check::new(entry, State::Ok, format!("it is expected from App {app} by {}", layer.name));
    }
    let found = format!(
        "{} expects it from App {app}, which is GitHub Actions: any workflow of the repository can write it",
        layer.name
    );
    if layers.unread.is_empty() {
        Check::new(entry, State::Problem, found)
    } else {
        Check::new(entry, State::Unknown, layers.unread.join("; "))
    }
}

/// Returns the layers that expect our check from an App.
fn sourced<'s>(layers: &Layers<'s>) -> Vec<(&'s Layer, u64)> {
    let app = |layer: &'s Layer| Some((layer, required(layer)?.app?));
    layers.known.iter().copied().filter_map(app).collect()
}

fn dedicated(side: &GithubSide, layers: &Layers<'_>) -> Check {
    let entry = &DEDICATED_APP;
    let own = match side.own_app.known() {
        Ok(own) => own,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    let actions = match side.actions_app.known() {
        Ok(actions) => *actions,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    let named = format!("`{}` (App {})", own.slug, own.id);
    if own.id == actions {
        let found = format!("applygate writes as {named}, and so does every workflow");
        return Check::new(entry, State::Problem, found);
    }
    let sourced = sourced(layers);
    if sourced.iter().any(|(_, app)| *app == own.id) {
        return Check::new(entry, State::Ok, format!("it is expected from {named}"));
    }
    match sourced.first() {
        Some((layer, app)) if layers.unread.is_empty() => {
            let found = format!("{} expects it from App {app}, and applygate writes as {named}", layer.name);
            Check::new(entry, State::Problem, found)
        }
        _ => layers.none(entry, "the check is expected from no App"),
    }
}

/// A layer binds if nobody may bypass it; the one that names the App is the one that counts.
fn no_bypass(side: &GithubSide, layers: &Layers<'_>) -> Check {
    let entry = &NO_BYPASS;
    let requiring: Vec<&Layer> =
        layers.known.iter().copied().filter(|layer| required(layer).is_some()).collect();
    let actions = side.actions_app.known().ok();
    let best: Vec<&Layer> = requiring
        .iter()
        .copied()
        .filter(|layer| {
            required(layer).and_then(|check| check.app.as_ref()).is_some_and(|app| Some(app) != actions)
        })
        .collect();
    let counted = if best.is_empty() { requiring } else { best };
    let mut why = Vec::new();
    let mut unread = layers.unread.clone();
    for layer in counted {
        match layer.bypass.known() {
            Ok(bypass) if bypass.is_empty() => {
                return Check::new(entry, State::Ok, format!("nobody may bypass {}", layer.name));
            }
            Ok(bypass) => why.push(format!("{} does not bind {}", layer.name, bypass.join(", "))),
            Err(reason) => unread.push(reason),
        }
    }
    if !unread.is_empty() {
        return Check::new(entry, State::Unknown, unread.join("; "));
    }
    let found = if why.is_empty() { "nothing requires the check".to_owned() } else { why.join("; ") };
    Check::new(entry, State::Problem, found)
}

fn review_bypass(layers: &Layers<'_>) -> Check {
    let entry = &REVIEW_BYPASS;
    let mut why = Vec::new();
    let mut unread = layers.unread.clone();
    for layer in &layers.known {
        let Some(reviews) = &layer.reviews else { continue };
        match layer.bypass.known() {
            Ok(bypass) if bypass.is_empty() && reviews.bypass.is_empty() => {
                return Check::new(entry, State::Ok, format!("{} binds everybody", layer.name));
            }
            Ok(bypass) => {
                let exempt: Vec<&str> = bypass.iter().chain(&reviews.bypass).map(String::as_str).collect();
                why.push(format!("{} does not bind {}", layer.name, exempt.join(", ")));
            }
            Err(reason) => unread.push(reason),
        }
    }
    if !unread.is_empty() {
        return Check::new(entry, State::Unknown, unread.join("; "));
    }
    let found = if why.is_empty() { "nothing requires a pull request".to_owned() } else { why.join("; ") };
    Check::new(entry, State::Problem, found)
}

fn required_workflow(side: &GithubSide, layers: &Layers<'_>) -> Check {
    let entry = &REQUIRED_WORKFLOW;
    let workflows =
        || layers.known.iter().flat_map(|layer| layer.workflows.iter().map(move |one| (layer, one)));
    if workflows().next().is_none() {
        return layers.none(entry, "no ruleset requires a workflow");
    }
    let own = match side.repository.known() {
        Ok(own) => *own,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    match workflows().find(|(layer, one)| layer.organisation && one.repository != own) {
        Some((layer, one)) => match layer.bypass.known() {
            Ok(bypass) if bypass.is_empty() => {
                let found =
                    format!("{} requires `{}` of repository {}", layer.name, one.path, one.repository);
                Check::new(entry, State::Ok, found)
            }
            Ok(bypass) => {
                let found = format!("{} does not bind {}", layer.name, bypass.join(", "));
                Check::new(entry, State::Problem, found)
            }
            Err(why) => Check::new(entry, State::Unknown, why),
        },
        None => layers.none(
            entry,
            "the workflow that is required stands in this repository, or its ruleset is the repository's own",
        ),
    }
}
