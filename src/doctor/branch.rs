//! The base branch: what its protection and the rulesets on it demand together.

use super::catalog::{
    BRANCH_DELETION, DEDICATED_APP, DISMISS_STALE, Entry, FORCE_PUSH, NO_BYPASS, REQUIRED_CHECK,
    REQUIRED_CHECK_SOURCE, REVIEW_BYPASS, STRICT_CHECKS,
};
use super::{CHECK, Check, GithubSide, Layer, RequiredCheck, State};

/// Judges the protection of the base branch.
pub(super) fn checks(side: &GithubSide) -> Vec<Check> {
    let layers = Layers::of(side);
    let mut checks = vec![
        layers.any(
            &REQUIRED_CHECK,
            "requires the check `applygate`",
            "the check `applygate` is not required",
            |layer| required(layer).is_some(),
        ),
        source(side, &layers),
        dedicated(side, &layers),
        no_bypass(side, &layers),
        layers.any(
            &DISMISS_STALE,
            "ends approvals on a push",
            "no pull request is required, or its approvals outlive a push",
            |layer| layer.reviews.as_ref().is_some_and(|reviews| reviews.dismiss_stale),
        ),
        layers.bound(
            &REVIEW_BYPASS,
            "asks everybody for a pull request",
            "nothing requires a pull request",
            {
                // The layer that ends approvals is the one that counts, if there is one.
                let mut reviews = layers.known.iter().filter_map(|layer| layer.reviews.as_ref());
                let ends = reviews.any(|reviews| reviews.dismiss_stale);
                move |layer| {
                    let reviews = layer.reviews.as_ref()?;
                    (reviews.dismiss_stale || !ends).then_some(reviews.bypass.as_slice())
                }
            },
        ),
        layers.bound(&FORCE_PUSH, "refuses force pushes", "force pushes are allowed", |layer| {
            layer.blocks_force_pushes.then_some(&[])
        }),
        layers.bound(&BRANCH_DELETION, "refuses to delete it", "it can be deleted", |layer| {
            layer.blocks_deletion.then_some(&[])
        }),
    ];
    checks.push(layers.any(
        &STRICT_CHECKS,
        "demands branches that are up to date",
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
            Some(layer) => Check::new(entry, State::Ok, format!("{} {yes}", layer.name)),
            None => self.none(entry, no),
        }
    }

    /// As [`Layers::any`], and nobody may be exempt from that layer. `test` returns who is exempt besides.
    fn bound(
        &self,
        entry: &'static Entry,
        yes: &str,
        no: &str,
        test: impl for<'l> Fn(&'l Layer) -> Option<&'l [String]>,
    ) -> Check {
        let mut loose = Vec::new();
        let mut unread = self.unread.clone();
        for layer in &self.known {
            let Some(besides) = test(layer) else { continue };
            match layer.bypass.known() {
                Ok(bypass) if bypass.is_empty() && besides.is_empty() => {
                    return Check::new(entry, State::Ok, format!("{} {yes}", layer.name));
                }
                Ok(bypass) => {
                    let exempt: Vec<&str> = bypass.iter().chain(besides).map(String::as_str).collect();
                    loose.push(format!("{} does not bind {}", layer.name, exempt.join(", ")));
                }
                Err(why) => unread.push(why),
            }
        }
        if !unread.is_empty() {
            unread.dedup();
            return Check::new(entry, State::Unknown, unread.join("; "));
        }
        let found = if loose.is_empty() { no.to_owned() } else { loose.join("; ") };
        Check::new(entry, State::Problem, found)
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
    let sourced = sourced(layers);
    if own.id == actions {
        // The token of a workflow says little where another App is to write the check.
        return match sourced.iter().find(|(_, app)| *app != actions) {
            Some((_, app)) => {
                let found = format!("it is expected from App {app}, and the token is that of GitHub Actions");
                Check::new(entry, State::Unknown, found)
            }
            None => {
                let found = format!("applygate writes as {named}, and so does every workflow");
                Check::new(entry, State::Problem, found)
            }
        };
    }
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
    let actions = side.actions_app.known().ok();
    let named = |layer: &Layer| {
        required(layer).and_then(|check| check.app.as_ref()).is_some_and(|app| Some(app) != actions)
    };
    let any_named = layers.known.iter().any(|layer| named(layer));
    layers.bound(&NO_BYPASS, "binds everybody", "nothing requires the check", |layer| {
        (required(layer).is_some() && (named(layer) || !any_named)).then_some(&[])
    })
}
