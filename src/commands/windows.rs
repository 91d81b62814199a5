//! `applygate windows`: when a change may be applied.

use std::path::Path;

use jiff::Timestamp;

use super::cli::{Windows, WindowsFormat};
use super::organisation::{self, At};
use super::{Status, clock, output};
use crate::configuration::default_base;
use crate::gate::window::{demanded, environments, question};
use crate::policy::{Policy, Risk};
use crate::problem::{Code, Problem, Problems, nearest};
use crate::report::error;
use crate::report::windows::{self, Agenda};

/// Runs the command.
pub(super) fn run(arguments: &Windows) -> Status {
    match render(arguments) {
        Ok(()) => Status::Allow,
        Err(problems) => {
            output::complaint(&error::render_all(&problems));
            Status::Error
        }
    }
}

fn render(arguments: &Windows) -> Result<(), Problems> {
    let (policy, note) = policy(arguments)?;
    let at = instant(arguments.at);
    let names: Vec<String> = named(&policy, arguments.environment.as_deref())?.into_iter().collect();
    let environments = environments(&policy, &names);
    let demands = demanded(&policy, &environments, arguments.risk.into());
    let question = question(&policy, &environments, arguments.risk.into(), &demands, at);
    let time = &policy.organisation.time;
    let stated = arguments.at.is_some();
    let agenda = Agenda::of(time, question, arguments.environment.as_deref(), arguments.days, stated);
    match arguments.format {
        WindowsFormat::Text => output::human(&windows::text(&agenda))?,
        WindowsFormat::Json => output::machine(&windows::json(&agenda))?,
        WindowsFormat::Svg => output::machine(&windows::svg(&agenda))?,
        WindowsFormat::Ics => output::machine(&windows::ics(&agenda))?,
    }
    if stated && arguments.format != WindowsFormat::Text {
        output::complaint("note: what if: the instant was given with --at, so this is no answer for now\n");
    }
    if let Some(note) = note {
        output::complaint(&format!("note: {note}\n"));
    }
    Ok(())
}

/// Reads the policy that was named, or that at base; without a base, only what ships with the binary holds.
fn policy(arguments: &Windows) -> Result<(Policy, Option<String>), Problems> {
    if let Some(path) = &arguments.policy {
        return Ok((organisation::read(&At::Path(path))?, None));
    }
    match default_base(Path::new(".")) {
        Ok(base) => Ok((organisation::read(&At::Base(&base))?, None)),
        Err(why) => {
            let note = format!("no policy was read: {}; name one with --policy FILE", why.message);
            Ok((Policy::shipped(), Some(note)))
        }
    }
}

/// Returns the instant asked about, to the second.
fn instant(at: Option<Timestamp>) -> Timestamp {
    let instant = at.unwrap_or_else(|| clock::machine().now);
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}

fn named(policy: &Policy, name: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(name) = name else {
        return Ok(None);
    };
    let declared = &policy.organisation.environments;
    if declared.iter().any(|environment| environment.name == name) {
        return Ok(Some(name.to_owned()));
    }
    let problem = Problem::new(Code::NotFound, format!("the policy declares no environment `{name}`"));
    Err(match nearest(name, declared.iter().map(|environment| environment.name.as_str())) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("leave `--environment` out for production"),
    })
}

impl From<super::cli::RiskArgument> for Risk {
    fn from(risk: super::cli::RiskArgument) -> Risk {
        use super::cli::RiskArgument;
        match risk {
            RiskArgument::Low => Risk::Low,
            RiskArgument::Medium => Risk::Medium,
            RiskArgument::High => Risk::High,
            RiskArgument::Critical => Risk::Critical,
        }
    }
}
