//! `freeze`: when changes are not allowed.

use super::read::{at_value, zone};
use super::schedule::{
    AT, CRON, DATES, DURATION, EXCEPT, FROM, ICS, MONTHLY, ONCE, TIMEZONE, TO, VALID_FROM, VALID_UNTIL,
    WEEKLY, read as read_schedule,
};
use crate::policy::calendar::{Calendar, Effect, Freeze, Matching};
use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::name;
use crate::policy::source::selector::Known;
use crate::policy::source::words::Risk;

pub(in crate::policy::organisation) const FREEZE: Kind = Kind {
    name: "freeze",
    label: Some("NAME"),
    what: "a freeze",
    about: "A time at which changes are not allowed, whatever window is open. Every freeze that matches holds. Where clocks \
            change, whatever any reading of its times covers is frozen.",
    fields: &[
        TIMEZONE,
        FROM,
        TO,
        DURATION,
        Field::optional(
            DATES.name,
            DATES.form,
            "On these local dates: all day, or with `at` and `duration` from then on.",
        ),
        AT,
        CRON,
        ICS,
        EXCEPT,
        VALID_FROM,
        VALID_UNTIL,
        Field::optional(
            "effect",
            "`\"block\"`, `\"advisory\"` or `\"require\"`",
            "What it does: nothing is applied, it is only shown, or it asks for more approvals. `block` unless it is \
             written.",
        ),
        Field::optional("override", "`\"none\"`", "What may be applied all the same: nothing, so far."),
        Field::optional("reason", "a sentence", "Why. `applygate policy lint` asks for it."),
        Field::optional("owner", "a name", "Who answers for it. `applygate policy lint` asks for it."),
        Field::optional("ticket", "a name", "Where it is written down."),
    ],
    blocks: &[&WEEKLY, &MONTHLY, &ONCE, &MATCH, &REQUIRE],
    repeated: true,
};

pub(super) const MATCH: Kind = Kind {
    name: "match",
    label: None,
    what: "`match`",
    about: "What it is about; everything without it. A change whose environment is not known is in all of them.",
    fields: &[
        Field::optional("environments", "a list of names", "Changes in these environments."),
        Field::optional("min_risk", "a risk", "Plans whose highest risk is this or above."),
        Field::optional(
            "max_risk",
            "a risk",
            "Plans whose highest risk is this or below, before any rule of the organisation raises it.",
        ),
    ],
    blocks: &[],
    repeated: false,
};

const REQUIRE: Kind = Kind {
    name: "require",
    label: None,
    what: "`require`",
    about: "The approvals that it asks for, with `effect = \"require\"`.",
    fields: &[
        Field::required("group", "the name of a `group` block", "Whose members must approve."),
        Field::required("count", "a whole number", "How many of them."),
    ],
    blocks: &[],
    repeated: false,
};

const EFFECTS: [&str; 3] = ["block", "advisory", "require"];

pub(super) fn read(
    source: &Source<'_>,
    known: &Known<'_>,
    block: &Block<'_>,
    calendars: &[Calendar],
) -> Option<Freeze> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &FREEZE);
    let times = read_schedule(source, &section, zone(source, &section), calendars, true);
    let matching = section.block("match").map(|block| read_match(source, known, &block)).unwrap_or_default();
    let effect = read_effect(source, known, &section);
    if let Some(word) = section.text("override").filter(|word| word != "none") {
        let at = at_value(source, &section, "override");
        let message = format!("`override = \"{word}\"` is not read by this version");
        source.report(at, message, "write `none`, or leave it out: no code honours emergency changes yet");
    }
    let said = |name: &str| section.text(name).filter(|text| !text.trim().is_empty());
    Some(Freeze {
        place: source.place(block.at),
        reason: said("reason"),
        owner: said("owner"),
        ticket: said("ticket"),
        name: name?,
        times: times?,
        matching,
        effect: effect?,
    })
}

fn read_match(source: &Source<'_>, known: &Known<'_>, block: &Block<'_>) -> Matching {
    let section = Section::of(source, block, &MATCH);
    let environments = section.listed("environments");
    if let Some(declared) = known.declared {
        for (name, at) in
            environments.iter().filter(|(name, _)| !declared.environments.contains(&name.as_str()))
        {
            let message = format!("there is no environment `{name}`");
            source.report_unknown(*at, message, name, declared.environments.iter().copied());
        }
    }
    let matching = Matching {
        environments: environments.into_iter().map(|(name, _)| name).collect(),
        min_risk: section.word("min_risk", Risk::ALL, Risk::name),
        max_risk: section.word("max_risk", Risk::ALL, Risk::name),
    };
    if matching.min_risk.zip(matching.max_risk).is_some_and(|(least, most)| most < least) {
        let message = "`max_risk` is below `min_risk`: nothing matches";
        source.report(section.at_name("max_risk"), message, "write a higher `max_risk`");
    }
    matching
}

fn read_effect(source: &Source<'_>, known: &Known<'_>, section: &Section<'_>) -> Option<Effect> {
    let word = match section.value("effect") {
        Some(_) => section.word("effect", &EFFECTS, |word| word)?,
        None => "block",
    };
    let require = section.block("require");
    match (word, require) {
        ("require", Some(block)) => {
            let section = Section::of(source, &block, &REQUIRE);
            let group = section.text("group");
            let count = section.count("count");
            if count.is_some_and(|count| count == 0) {
                source.report(section.at_name("count"), "`count` is 0", "write at least 1");
            }
            if let (Some(group), Some(declared)) = (&group, known.declared)
                && !declared.groups.contains(&group.as_str())
            {
                let at = at_value(source, &section, "group");
                let message = format!("there is no group `{group}`");
                source.report_unknown(at, message, group, declared.groups.iter().copied());
            }
            Some(Effect::Require { group: group?, count: count? })
        }
        ("require", None) => {
            let help = "add `require { ... }` with `group` and `count`";
            source.report(section.at_name("effect"), "the freeze requires nothing", help);
            None
        }
        (_, Some(block)) => {
            let help = "write `effect = \"require\"`, or leave the block out";
            source.report(block.at, format!("`require` does nothing with the effect `{word}`"), help);
            None
        }
        ("advisory", None) => Some(Effect::Advisory),
        _ => Some(Effect::Block),
    }
}
