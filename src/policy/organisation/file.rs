//! The files of a policy, read together.

use hcl::edit::structure::Body;

use super::Organisation;
use super::declared::Names;
use super::environment::ENVIRONMENT;
use super::group::{self, GROUP};
use super::overrides::{self, RULE};
use super::protected::{self, PROTECTED};
use super::settings::{self, CLOCK, SETTINGS};
use super::time::{self, BUSINESS_HOURS, CALENDAR, FREEZE, HOLIDAYS, WINDOW};
use super::{environment, places};
use crate::policy::source::approval::{APPROVAL, read_approval};
use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::expression::At;
use crate::policy::source::limits::{LIMITS, read_limits};
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;
use crate::problem::{Code, Problem};

/// The largest file that is read, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// What may stand in a file of a policy.
pub(super) const FILE: Kind = Kind {
    name: "file",
    label: None,
    what: "a policy",
    about: "",
    fields: &[
        Field::optional(
            "machine_users",
            "a list of logins",
            "Accounts that are robots although GitHub calls them users. Their approvals never count.",
        ),
        Field::optional(
            "rules_dir",
            "a path",
            "Where the team's own rules stand, relative to the top of the repository: each in a file named after it.",
        ),
    ],
    blocks: &[
        &SETTINGS,
        &ENVIRONMENT,
        &GROUP,
        &APPROVAL,
        &WINDOW,
        &BUSINESS_HOURS,
        &FREEZE,
        &CALENDAR,
        &HOLIDAYS,
        &RULE,
        &LIMITS,
        &CLOCK,
        &PROTECTED,
    ],
    repeated: false,
};

/// Blocks that the language will have, and that nothing honours yet: leaving them unread would let people rely on them.
const NOT_YET: [(&str, &str); 6] = [
    ("waiver", "no code honours waivers yet, so nothing would be waived"),
    ("emergency", "no code honours emergency changes yet"),
    ("standard_change", "no code honours standard changes yet"),
    ("ticket", "no code checks tickets yet"),
    ("prohibited", "write a rule of your own with `effect = \"prohibit\"` in `rules_dir` instead"),
    ("evidence", "no code writes evidence yet"),
];

/// Reads the files of a policy, in their order.
///
/// # Errors
///
/// Every problem in every file, sorted by place.
pub fn read(files: &[File<'_>], known: &Known<'_>) -> Result<Organisation, Vec<Problem>> {
    let sources: Vec<Source<'_>> = files.iter().map(|file| Source::new(file.path, file.text)).collect();
    let mut bodies: Vec<Option<Body>> = Vec::with_capacity(files.len());
    for (file, source) in files.iter().zip(&sources) {
        if file.text.len() > MAX_BYTES {
            let start = At { line: 1, column: 1 };
            source.report(start, "the file is larger than 1 MiB and is not read", "split it, or shorten it");
            bodies.push(None);
        } else {
            bodies.push(source.parse());
        }
    }
    let mut names = Names::default();
    for (source, body) in sources.iter().zip(&bodies) {
        if let Some(body) = body {
            names.collect(source, body);
        }
    }
    let declared = names.declared();
    let known = Known { declared: Some(&declared), ..*known };
    let mut organisation = Organisation {
        files: files.iter().map(|file| file.path.to_owned()).collect(),
        ..Organisation::default()
    };
    let mut once = Once::default();
    for (source, body) in sources.iter().zip(&bodies) {
        if let Some(body) = body {
            read_file(source, body, &known, &mut organisation, &mut once);
        }
    }
    let read: Vec<(&Source<'_>, Option<&Body>)> =
        sources.iter().zip(bodies.iter().map(Option::as_ref)).collect();
    organisation.time = time::read(&read, &known);
    drop(read);
    let mut problems: Vec<Problem> = sources.into_iter().flat_map(Source::into_problems).collect();
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    if files.is_empty() {
        problems.push(Problem::new(Code::PolicyInvalid, "there is no policy to read").help(places::HELP));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    organisation.environments.sort_by(|a, b| a.name.cmp(&b.name));
    organisation.groups.sort_by(|a, b| a.name.cmp(&b.name));
    organisation.overrides.sort_by(|a, b| a.rule.cmp(&b.rule));
    Ok(organisation)
}

/// Where what is written once in all files was written first.
#[derive(Default)]
struct Once(Vec<(&'static str, String)>);

impl Once {
    fn check(&mut self, source: &Source<'_>, name: &'static str, at: At) {
        match self.0.iter().find(|(seen, _)| *seen == name) {
            Some((_, first)) => {
                source.report(
                    at,
                    format!("there is a second `{name}`"),
                    format!("the other one is at {first}"),
                );
            }
            None => self.0.push((name, source.place(at).to_string())),
        }
    }
}

fn read_file(
    source: &Source<'_>,
    body: &Body,
    known: &Known<'_>,
    organisation: &mut Organisation,
    once: &mut Once,
) {
    let not_yet = |name: &str| NOT_YET.iter().find(|(known, _)| *known == name);
    for block in body.blocks() {
        if let Some((name, why)) = not_yet(block.ident.as_str()) {
            let at = source.start_of(&block.ident);
            source.report(at, format!("`{name}` is not read by this version"), *why);
        }
    }
    let start = At { line: 1, column: 1 };
    let ignored: Vec<&str> = NOT_YET.iter().map(|(name, _)| *name).collect();
    let file = Section::of_file(source, body, start, &FILE, &ignored);
    if file.value("machine_users").is_some() {
        once.check(source, "machine_users", file.at_name("machine_users"));
        let help = "write the name of an account without `@`";
        organisation.machine_users = file.parsed("machine_users", group::login, "login", help);
    }
    if file.value("rules_dir").is_some() {
        once.check(source, "rules_dir", file.at_name("rules_dir"));
        organisation.rules_dir = read_rules_dir(source, &file);
    }
    for block in file.blocks("applygate") {
        once.check(source, "applygate", block.at);
        settings::read(source, &block, &mut organisation.settings);
        let section = Section::unchecked(source, &block);
        for block in section.blocks("clock") {
            once.check(source, "clock", block.at);
            organisation.settings.clock = settings::read_clock(source, &block);
        }
        for block in section.blocks("limits") {
            once.check(source, "limits", block.at);
            organisation.limits = read_limits(source, &block);
        }
    }
    for block in file.blocks("clock") {
        once.check(source, "clock", block.at);
        organisation.settings.clock = settings::read_clock(source, &block);
    }
    for block in file.blocks("limits") {
        once.check(source, "limits", block.at);
        organisation.limits = read_limits(source, &block);
    }
    for block in file.blocks("protected") {
        once.check(source, "protected", block.at);
        organisation.protected = protected::read(source, &block);
    }
    let each = |name| -> Vec<Block<'_>> { file.blocks(name).collect() };
    organisation
        .environments
        .extend(each("environment").iter().filter_map(|block| environment::read(source, block)));
    organisation.groups.extend(each("group").iter().filter_map(|block| group::read(source, block)));
    organisation
        .approvals
        .extend(each("approval").iter().filter_map(|block| read_approval(source, known, block)));
    organisation.overrides.extend(each("rule").iter().filter_map(|block| overrides::read(source, block)));
}

fn read_rules_dir(source: &Source<'_>, file: &Section<'_>) -> Option<(String, crate::problem::Place)> {
    let text = file.text("rules_dir")?;
    let at = file.value("rules_dir").map_or(file.at(), |value| source.start_of(value));
    let steps: Vec<&str> = text.split('/').collect();
    let inside = !text.is_empty() && !text.starts_with('/') && !text.contains('\\') && !steps.contains(&"..");
    if !inside {
        let help = "write a folder relative to the top of the repository: `policy/rules`";
        source.report(at, format!("`{text}` is no folder of the repository"), help);
        return None;
    }
    Some((text.trim_end_matches('/').to_owned(), source.place(at)))
}
