//! Reads `approval` blocks.

use super::{Approval, ApprovalMatch, Approver, PERMISSIONS, Require, WindowDemand};
use crate::plan::operation::Operation;
use crate::policy::source::address_glob::AddressGlob;
use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::expression::At;
use crate::policy::source::pattern::Glob;
use crate::policy::source::selector::Known;
use crate::policy::source::words::{ChangeType, Class, Risk, Veto};
use crate::policy::source::{duration, name};

const COUNT: Field = Field::optional("count", "a whole number", "How many different people must approve.");
const FROM: Field = Field::optional(
    "from",
    "a list of `group:NAME`, `user:LOGIN` and `permission:LEVEL`",
    "Who may approve: whoever is one of these. Write access is needed in any case. Goes with `count`.",
);

/// The `approval` block.
pub const APPROVAL: Kind = Kind {
    name: "approval",
    label: Some("NAME"),
    what: "an approval",
    about: "Demands approvals, a window, or both for what it matches. Every block that matches holds, so another one never \
            loosens anything. Of demands for the same people the highest number holds. Whoever is wanted by permission alone \
            may be the same as somebody wanted by group; people wanted by group or name fill one place each.",
    fields: &[
        COUNT,
        FROM,
        Field::optional(
            "window",
            "`\"any\"`, or a list of names of `window` and `business_hours` blocks",
            "When it may be applied. Each block that demands a window must find one of its own open.",
        ),
        Field::optional(
            "approval_ttl",
            "a length of time",
            "How long an approval counts. 7 days unless it is written.",
        ),
        Field::optional(
            "execution_ttl",
            "a length of time",
            "How long a met demand counts after its last approval. 72 hours unless it is written.",
        ),
        Field::optional(
            "explicit",
            "true or false",
            "Only approvals that name the digest count: `/applygate approve DIGEST`.",
        ),
        Field::optional(
            "exclusive",
            "true or false",
            "One person fills one place only. True unless it is written.",
        ),
        Field::optional(
            "veto",
            "`\"write\"`, `\"eligible\"` or `\"none\"`",
            "Whose request for changes stops it: anybody's with write access, only theirs who could approve, or nobody's. \
             Anybody's with write access unless it is written.",
        ),
    ],
    blocks: &[&MATCH, &REQUIRE],
    repeated: true,
};

const MATCH: Kind = Kind {
    name: "match",
    label: None,
    what: "`match`",
    about: "What the demand is about. Every attribute that is written has to match; of a list, one element.",
    fields: &[
        Field::optional(
            "min_risk",
            "a risk",
            "Changes of this risk and above: none, low, medium, high or critical. Low unless it is written; none with \
             `change_types`.",
        ),
        Field::optional(
            "max_risk",
            "a risk",
            "Plans whose highest risk is this or below, before any rule of the organisation raises it.",
        ),
        Field::optional(
            "classes",
            "a list of classes",
            "Changes of types of these classes, such as `data` or `identity`.",
        ),
        Field::optional(
            "categories",
            "a list of categories",
            "Changes of types of these categories, such as `database`.",
        ),
        Field::optional("types", "a list of types, `*` allowed", "Changes of these resource types."),
        Field::optional(
            "addresses",
            "a list of patterns for addresses",
            "Changes at these addresses: `module.*.aws_db_instance.*`, `**` for any steps.",
        ),
        Field::optional(
            "operations",
            "a list of operations",
            "create, read, update, replace, delete, forget or no-op.",
        ),
        Field::optional("environments", "a list of names", "Plans for these environments."),
        Field::optional(
            "change_types",
            "a list of `\"normal\"` and `\"guardrail\"`",
            "Changes of this kind. Every change is normal; one that touches a guardrail path is both.",
        ),
    ],
    blocks: &[],
    repeated: false,
};

const REQUIRE: Kind = Kind {
    name: "require",
    label: Some("NAME"),
    what: "`require`",
    about: "A further demand of the same approval, for other people.",
    fields: &[
        Field::required(COUNT.name, COUNT.form, COUNT.about),
        Field::required(FROM.name, FROM.form, FROM.about),
        Field::optional(
            "stage",
            "a number from 1 to 5",
            "Approvals of a stage count only after all lower stages were complete. 1 unless it is written.",
        ),
    ],
    blocks: &[],
    repeated: true,
};

/// Reads an `approval` block.
pub fn read_approval(source: &Source<'_>, known: &Known<'_>, block: &Block<'_>) -> Option<Approval> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &APPROVAL);
    let matching = match section.block("match") {
        Some(block) => read_match(source, known, &block),
        None => {
            source.report(
                block.at,
                "the approval has no `match` block",
                "add `match { min_risk = \"low\" }` or whatever it is about",
            );
            None
        }
    };
    let before = source.problem_count();
    let mut requires: Vec<Require> = Vec::new();
    if section.value("count").is_some() || section.value("from").is_some() {
        section.required("count");
        section.required("from");
        requires.extend(read_require(source, known, &section, None));
    }
    for block in section.blocks("require") {
        let Some(own) = name::read(source, &block) else { continue };
        if let Some(first) = requires.iter().find(|each| each.name.as_deref() == Some(&*own)) {
            let help = format!("the other one is at {}", first.place);
            source.report(block.at, format!("there are two demands `{own}`"), help);
        }
        let section = Section::of(source, &block, &REQUIRE);
        requires.extend(read_require(source, known, &section, Some(own)));
    }
    let window = read_window(source, known, &section);
    if requires.is_empty() && section.value("window").is_none() && source.problem_count() == before {
        source.report(
            block.at,
            "the approval demands nothing",
            "write `count` and `from`, or `window`, or leave the block out",
        );
    }
    Some(Approval {
        name: name?,
        place: source.place(block.at),
        matching: matching?,
        requires,
        window,
        approval_ttl: read_ttl(source, &section, "approval_ttl"),
        execution_ttl: read_ttl(source, &section, "execution_ttl"),
        explicit: section.flag("explicit").unwrap_or(false),
        exclusive: section.flag("exclusive").unwrap_or(true),
        veto: section.word("veto", Veto::ALL, Veto::name).unwrap_or(Veto::Write),
    })
}

fn read_match(source: &Source<'_>, known: &Known<'_>, block: &Block<'_>) -> Option<ApprovalMatch> {
    let section = Section::of(source, block, &MATCH);
    let change_types = section.words("change_types", ChangeType::ALL, ChangeType::name);
    let min_risk = match section.value("min_risk") {
        // One that is none is reported, and what follows is read on: every mistake is told at once.
        Some(_) => section.word("min_risk", Risk::ALL, Risk::name).unwrap_or(Risk::None),
        None if change_types.is_some() => Risk::None,
        None => Risk::Low,
    };
    let max_risk = section.word("max_risk", Risk::ALL, Risk::name);
    if max_risk.is_some_and(|max_risk| max_risk < min_risk) {
        let help = format!("write `{min_risk}` or higher, or a lower `min_risk`");
        source.report(section.at_name("max_risk"), "`max_risk` is below `min_risk`: nothing matches", help);
    }
    let categories = section.listed("categories");
    for (category, at) in &categories {
        if !known.categories.is_empty() && known.categories.binary_search(&category.as_str()).is_err() {
            let message = format!("no type has the category `{category}`");
            source.report_unknown(*at, message, category, known.categories.iter().copied());
        }
    }
    let types = section.parsed("types", Glob::parse, "type", "write `aws_db_instance`, `aws_rds_*` or such");
    let addresses = section.parsed(
        "addresses",
        AddressGlob::parse,
        "pattern for addresses",
        "write `aws_db_instance.main`, `module.db.**` or such",
    );
    let environments = section.listed("environments");
    for (name, at) in &environments {
        refer(source, *at, "environment", name, known.declared.map(|declared| &declared.environments));
    }
    Some(ApprovalMatch {
        min_risk,
        max_risk,
        classes: section.words("classes", Class::ALL, Class::name).unwrap_or_default(),
        categories: categories.into_iter().map(|(category, _)| category.into()).collect(),
        types,
        addresses,
        operations: section.words("operations", &Operation::ALL, Operation::name).unwrap_or_default(),
        environments: environments.into_iter().map(|(name, _)| name).collect(),
        change_types: change_types.unwrap_or_default(),
    })
}

fn read_require(
    source: &Source<'_>,
    known: &Known<'_>,
    section: &Section<'_>,
    name: Option<String>,
) -> Option<Require> {
    let count = section.count("count");
    let at_value = |name| section.value(name).map_or(section.at(), |value| source.start_of(value));
    match count {
        Some(0) => source.report(at_value("count"), "`count` is 0", "leave it out, or write at least 1"),
        Some(101..) => {
            source.report(at_value("count"), "`count` is more than 100", "nobody could ever meet it");
        }
        _ => {}
    }
    let texts = section.texts("from");
    if texts.as_ref().is_some_and(Vec::is_empty) {
        source.report(at_value("from"), "nobody may approve", "write `from = [\"permission:write\"]`");
    }
    let from: Vec<Approver> =
        texts?.iter().filter_map(|(text, at)| read_approver(source, known, text, *at)).collect();
    let stage = section.count("stage").unwrap_or(1);
    if !(1..=5).contains(&stage) {
        source.report(at_value("stage"), format!("there is no stage {stage}"), "write a number from 1 to 5");
    }
    Some(Require { name, count: count?, from, stage, place: source.place(section.at()) })
}

/// Reads who may approve.
fn read_approver(source: &Source<'_>, known: &Known<'_>, text: &str, at: At) -> Option<Approver> {
    match text.split_once(':') {
        Some(("permission", name)) if PERMISSIONS.iter().skip(2).any(|known| *known == name) => {
            Some(Approver::Permission(name.to_owned()))
        }
        Some(("permission", name)) if PERMISSIONS.contains(&name) => {
            let message = format!("`{name}` permission does not let anybody approve");
            source.report(
                at,
                message,
                "only approvals by people with write access count: write `permission:write`",
            );
            None
        }
        Some(("permission", name)) => {
            source.report_unknown(at, format!("there is no permission `{name}`"), name, PERMISSIONS);
            None
        }
        Some(("group", name)) if !name.is_empty() => {
            refer(source, at, "group", name, known.declared.map(|declared| &declared.groups));
            Some(Approver::Group(name.to_owned()))
        }
        Some(("user", name)) if name::is_login(name) => Some(Approver::User(name.to_owned())),
        _ => {
            let help = "write `permission:write`, `group:name` or `user:login`";
            source.report(at, format!("`{text}` names nobody who could approve"), help);
            None
        }
    }
}

fn read_ttl(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<u64> {
    let seconds = duration::read(source, section, name);
    if seconds == Some(0) {
        let help = "write a length such as `24h`, or leave it out";
        source.report(section.at_name(name), format!("`{name}` is 0: nothing would ever count"), help);
    }
    seconds
}

fn read_window(source: &Source<'_>, known: &Known<'_>, section: &Section<'_>) -> Option<WindowDemand> {
    let value = section.value("window")?;
    match value.as_str() {
        Some("any") => return Some(WindowDemand::Any),
        Some(other) => {
            let message = format!("`{other}` is no demand for a window");
            source.report(source.start_of(value), message, format!("write `\"any\"` or `[\"{other}\"]`"));
            return None;
        }
        None => {}
    }
    let names = section.texts("window")?;
    for (name, at) in &names {
        refer(source, *at, "window", name, known.declared.map(|declared| &declared.windows));
    }
    let names: Vec<String> = names.into_iter().map(|(name, _)| name).collect();
    if names.is_empty() {
        source.report(
            source.start_of(value),
            "`window` names none",
            "write `\"any\"`, or leave `window` out",
        );
    }
    Some(WindowDemand::Named(names))
}

/// Reports a name that no block declares.
fn refer(source: &Source<'_>, at: At, what: &str, name: &str, declared: Option<&Vec<&str>>) {
    if let Some(declared) = declared
        && !declared.contains(&name)
    {
        source.report_unknown(at, format!("there is no {what} `{name}`"), name, declared.iter().copied());
    }
}
