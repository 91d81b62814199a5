//! `applygate review`: the verdict on plans in their pull request, with what people said there.

mod once;
pub(super) mod publish;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use super::check::files::Files;
use super::check::plans::{self, Named, Plans};
use super::check::{self, Judged, Wish, suits_several};
use super::cli::{Review, Runner, Sources};
use super::pull::target::Target;
use super::pull::{self, Known, base, target};
use super::{Status, digest, input, output, place, sources};
use crate::facts::{Account, Facts};
use crate::forge::{Github, Project};
use crate::gate::decide;
use crate::policy::{Policy, Rule};
use crate::problem::{Code, Problem, Problems};
use crate::report::run::{Entry, Run, Standing};
use crate::report::{error, escape};
use crate::risk::{Place, assess};
use publish::{Lacks, Moved, Piece, Where};

/// Runs the command.
pub(super) fn run(arguments: &Review) -> Status {
    if arguments.sources.policy.is_some() {
        let problem = Problem::new(Code::PolicyInvalid, "`--policy` does not go with `review`").help(
            "the policy of a pull request is that of its base branch; try another one with `applygate check`",
        );
        output::complaint(&error::render(&problem));
        return Status::Usage;
    }
    let wish = Wish {
        format: arguments.format,
        quiet: arguments.quiet,
        verbose: arguments.verbose,
        show_all: false,
    };
    let ended = carry_out(arguments, |run, files, rules, lacks| {
        lacks.complain();
        check::publish(run, &wish, files, rules)
    });
    match ended {
        Err(problem) => complain(&problem),
        Ok(ended) if ended.problems.is_empty() => check::status(ended.standing, arguments.fail_on),
        Ok(ended) => {
            for problem in &ended.problems {
                output::complaint(&error::render(problem));
            }
            Status::Error
        }
    }
}

/// How a review ended.
pub(super) struct Ended {
    pub(super) standing: Standing,
    /// What could not be published or printed.
    pub(super) problems: Vec<Problem>,
}

/// Judges, publishes, and lets `print` print, with what is not published as it should be.
///
/// # Errors
///
/// What keeps it from beginning.
pub(super) fn carry_out(
    arguments: &Review,
    print: impl FnOnce(&Run<'_>, Files, &[Rule], &Lacks) -> Result<(), Problem>,
) -> Result<Ended, Problem> {
    let (plans, files) = prepare(arguments)?;
    let forge = connect(arguments)?;
    let gathered = gather(arguments, &plans, forge.as_ref());
    let each: Vec<Project> = plans.each.iter().map(|plan| named(plan, arguments)).collect();
    let judged: Vec<Result<Reviewed, Problems>> = match &gathered {
        Ok(gathered) => plans.each.iter().map(|plan| judge(plan, arguments, gathered)).collect(),
        Err(problems) => plans.each.iter().map(|_| Err(problems.clone())).collect(),
    };
    let each = once::projects(&judged, &each);
    let judged = once::once(judged, &each);
    let entries = plans.each.iter().zip(&judged).map(|(plan, judged)| Entry {
        name: &plan.name,
        judged: judged.as_ref().map(|reviewed| reviewed.judged.report()),
    });
    let run = Run { plans: entries.collect(), several: plans.several, notes: plans.notes.clone() };
    let rules: Vec<Rule> =
        judged.iter().flatten().flat_map(|reviewed| &reviewed.judged.rules).cloned().collect();
    let mut lacks = Lacks::default();
    let told = told(&run, arguments, forge.as_ref(), gathered.as_ref().ok(), (&each, &judged), &mut lacks);
    let shown = print(&run, files, &rules, &lacks);
    let problems = [told, shown].into_iter().filter_map(Result::err).collect();
    Ok(Ended { standing: run.standing(), problems })
}

fn complain(problem: &Problem) -> Status {
    output::complaint(&error::render(problem));
    Status::Error
}

/// Finds the plans, and makes sure that the files can be written before anything is asked.
fn prepare(arguments: &Review) -> Result<(Plans, Files), Problem> {
    let plans = plans::find(&arguments.plans)?;
    if plans.each.len() > 1 {
        suits_several(&arguments.sources, arguments.format, &arguments.out)?;
    }
    let files = Files::prepare(&arguments.out, &plans.each)?;
    Ok((plans, files))
}

/// The pull request, and the way to it.
struct Forge {
    target: Target,
    github: Rc<Github>,
}

/// Prepares to talk to the forge; none if the facts come from a file.
fn connect(arguments: &Review) -> Result<Option<Forge>, Problem> {
    if arguments.facts.is_some() {
        return Ok(None);
    }
    let target = target::find(target::Said {
        repo: arguments.repo.as_deref(),
        pr: arguments.pr,
        head: arguments.head.as_deref(),
        runner: arguments.runner,
    })?;
    let github = Rc::new(target::connect(&target)?);
    Ok(Some(Forge { target, github }))
}

/// What is known before a plan is looked at.
struct Gathered {
    facts: Facts,
    policy: Policy,
    notes: Vec<String>,
    /// The way to the forge; none if nobody is asked.
    github: Option<Rc<Github>>,
}

/// Gathers the policy at the tip of the base branch, then the facts that it needs.
fn gather(arguments: &Review, plans: &Plans, forge: Option<&Forge>) -> Result<Gathered, Problems> {
    let first = plans
        .each
        .first()
        .map(|plan| input::directory(&plan.path, arguments.sources.config.as_deref()))
        .unwrap_or_default();
    let Some(Forge { target, github }) = forge else {
        return recorded(arguments, Path::new(&first));
    };
    let Known { facts, policy } = pull::gather(github, target, &arguments.sources, Path::new(&first), None)?;
    if let Some(file) = &arguments.save_facts {
        pull::save(&facts, file)?;
    }
    Ok(Gathered { facts, policy, notes: arguments.notes.clone(), github: Some(Rc::clone(github)) })
}

/// Takes the facts from a file.
fn recorded(arguments: &Review, directory: &Path) -> Result<Gathered, Problems> {
    let file = arguments.facts.as_deref().unwrap_or(Path::new(""));
    let shown = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| {
        Problem::new(Code::InputUnreadable, format!("cannot read the facts `{shown}`: {error}"))
            .help("`--save-facts FILE` writes them")
    })?;
    let facts = Facts::from_json(&shown, &text)?;
    let Some(request) = &facts.request else {
        return Err(Problem::new(
            Code::FactsInvalid,
            format!("the facts in `{shown}` are about no pull request"),
        )
        .help("use a file that `--save-facts` wrote; `applygate check --facts` takes others")
        .into());
    };
    let policy = base::policy(&arguments.sources, &request.base.tip, directory, None)?;
    let notes =
        vec![format!("judged by the facts in `{shown}`, which nobody has checked; nothing is published")];
    Ok(Gathered { facts, policy, notes, github: None })
}

/// A plan that was judged, and what it is called in the pull request.
struct Reviewed {
    judged: Judged,
    place: Place,
    moved: Option<Moved>,
}

/// Assesses a plan, and decides.
fn judge(plan: &Named, arguments: &Review, gathered: &Gathered) -> Result<Reviewed, Problems> {
    let sources = &arguments.sources;
    let Gathered { facts, policy, notes, github } = gathered;
    let input = input::read(&plan.path, sources.config.as_deref())?;
    let directory = sources.config.clone().unwrap_or_else(|| input.directory.clone());
    let mut notes = notes.clone();
    let tip = facts.request.as_ref().map(|request| request.base.tip.as_str()).unwrap_or_default();
    let place = Place {
        digest_key: digest::key()?,
        project: arguments.project.clone(),
        ..place::stated(sources, &input, &directory)?
    };
    let (base, remote) = match (github, &place.directory) {
        (Some(github), Some(root)) if arguments.runner == Runner::Atlantis => {
            let (source, remote) = base::tip(tip, &directory, root, github);
            (Ok(source), remote)
        }
        _ => (base::configuration(sources, tip, &directory, &mut notes)?, None),
    };
    // In Atlantis the directory only tells where the tool is run: what is applied is what the plan file carries.
    let config = sources.config.clone().filter(|_| arguments.runner == Runner::Any);
    let within = Sources { config, ..sources.clone() };
    let configuration = sources::configuration(&input, &within, &directory, &base)?;
    if let Some(failed) = remote.and_then(|remote| remote.failed()) {
        return Err(failed.into());
    }
    let mut assessment = assess(&input.plan, &configuration, policy, &place)?;
    assessment.notes.extend(notes);
    let verdict = decide(&assessment, &place, policy, facts)?;
    let moved = place.directory.clone().map(|to| {
        let named = directory.to_string_lossy().replace('\\', "/");
        let named = named.trim_start_matches("./").trim_end_matches('/').to_owned();
        Moved { named, directory: to }
    });
    Ok(Reviewed { judged: Judged::new(assessment, verdict, policy), place, moved })
}

/// Returns what a plan is called in the pull request as far as that is known without judging it: an error has to be
/// told under the name of its project, or it would stay there when the next run succeeds.
fn named(plan: &Named, arguments: &Review) -> Project {
    let place =
        place::said(&arguments.sources, &input::directory(&plan.path, arguments.sources.config.as_deref()));
    let mut place = Place { project: arguments.project.clone(), ..place.unwrap_or_default() };
    place.workspace = place.workspace.or_else(|| input::workspace(&plan.path));
    publish::project(&place)
}

/// Publishes the run in the pull request and in the summary of the step, unless the facts come from a file.
fn told(
    run: &Run<'_>,
    arguments: &Review,
    forge: Option<&Forge>,
    gathered: Option<&Gathered>,
    (names, judged): (&[Project], &[Result<Reviewed, Problems>]),
    lacks: &mut Lacks,
) -> Result<(), Problem> {
    let Some(forge) = forge else { return Ok(()) };
    publish::summarise(run)?;
    if arguments.no_publish {
        return Ok(());
    }
    let facts = gathered.map(|gathered| &gathered.facts);
    let known =
        facts.and_then(|facts| Some((facts.request.as_ref()?.head.sha.clone(), facts.publisher.clone()?)));
    let (head, publisher): (String, Account) = match known {
        Some(known) => known,
        None => (forge.github.head()?, forge.github.publisher()?),
    };
    // An error about an earlier head says nothing of the one that is there now: another run judges that.
    if forge.target.head.as_ref().is_some_and(|planned| *planned != head) {
        return Ok(());
    }
    let mut pieces: Vec<Piece> = judged
        .iter()
        .zip(names)
        .zip(&run.plans)
        .map(|((judged, name), entry)| Piece {
            project: name.clone(),
            conclusion: publish::conclusion(entry.standing()),
            words: escape::terminal(&entry.headline()).into_owned(),
            digest: judged
                .as_ref()
                .ok()
                .and_then(|one| one.judged.verdict.approval_digest.as_ref())
                .map(|digest| digest.text().to_owned()),
        })
        .collect();
    // Several plans of one project are errors all: one status tells it.
    let mut told = BTreeSet::new();
    pieces.retain(|piece| told.insert(piece.project.clone()));
    let moved: Vec<Moved> = judged.iter().flatten().filter_map(|one| one.moved.clone()).collect();
    let earlier = facts.and_then(|facts| facts.earlier_statuses.as_deref()).unwrap_or_default();
    let at = Where { github: &forge.github, head: &head, publisher: &publisher, earlier };
    publish::publish(run, &at, &pieces, &moved, lacks)
}
