//! Lets the tool that made a plan file write it as JSON.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use super::progress::Progress;
use crate::configuration::PlanFile;
use crate::plan::{self, Options, Plan};
use crate::problem::{Code, Problem};

/// The tools that write plan files.
const TOOLS: [&str; 2] = ["terraform", "tofu"];

/// A mark of OpenTofu in a plan file: the registry that its providers come from.
const OPENTOFU_REGISTRY: &[u8] = b"registry.opentofu.org";

/// How much of what a tool complains of is shown.
const COMPLAINT: usize = 600;

/// Variables that change what the tools print.
const DISTURBING: [&str; 5] =
    ["TF_CLI_ARGS", "TF_CLI_ARGS_show", "TF_CLI_ARGS_version", "TF_LOG", "TF_WORKSPACE"];

/// Reads a plan file through `terraform show -json` or `tofu show -json`, run in `directory`, where the providers
/// of the plan are installed.
pub(super) fn show(path: &Path, archive: &PlanFile, directory: &Path) -> Result<Plan, Problem> {
    let tool = choose(archive)?;
    let absolute = std::path::absolute(path).map_err(|error| {
        Problem::new(Code::InputUnreadable, format!("cannot find `{}`: {error}", path.display()))
            .help("name the plan file by its full path")
    })?;
    let arguments = [OsStr::new("show"), OsStr::new("-json"), OsStr::new("-no-color"), absolute.as_os_str()];
    let failed = |why: String| {
        Problem::new(Code::InputUnreadable, format!("`{tool} show -json` failed: {why}")).help(format!(
            "run `{tool} init` where the plan was made and check there, or give the plan as JSON"
        ))
    };
    let mut child = command(&tool)
        .args(arguments)
        .current_dir(if directory.as_os_str().is_empty() { Path::new(".") } else { directory })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    let (output, complaint) = (child.stdout.take(), child.stderr.take());
    // Both are read at once: a tool that fills the one that nobody reads would wait for ever.
    let listener = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(complaint) = complaint {
            // What cannot be read of a complaint is not worth another one.
            let _ = complaint.take(1 << 20).read_to_string(&mut text);
        }
        text
    });
    let plan = match output {
        Some(output) => plan::read(Progress::new(output, None), &Options::default()),
        None => Err(failed("it has no output".to_owned())),
    };
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    let complaint = listener.join().unwrap_or_default();
    if !status.success() {
        let text: String = complaint.split_whitespace().collect::<Vec<_>>().join(" ");
        return Err(failed(if text.is_empty() {
            status.to_string()
        } else {
            text.chars().take(COMPLAINT).collect()
        }));
    }
    plan
}

/// Returns the tool on PATH that made the plan: the one of the very version, since no other can read it.
///
/// Atlantis and others lay several versions beside each other, each with its version in its name.
fn choose(archive: &PlanFile) -> Result<String, Problem> {
    let wanted = archive.facts().terraform_version.as_str();
    let opentofu = memchr::memmem::find(archive.plan(), OPENTOFU_REGISTRY).is_some();
    let mut tools = TOOLS;
    if opentofu {
        tools.reverse();
    }
    // The version of a plan file is text from outside: only what looks like a version becomes the name of a program.
    let plain = wanted.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+'));
    let mut found: Vec<(String, String)> = Vec::new();
    for tool in tools {
        let versioned = (plain && !wanted.is_empty()).then(|| format!("{tool}{wanted}"));
        for name in [versioned, Some(tool.to_owned())].into_iter().flatten() {
            match version(&name) {
                Some(version) if version == wanted => return Ok(name),
                Some(version) => found.push((name, version)),
                None => {}
            }
        }
    }
    let there = match found.as_slice() {
        [] => "neither `terraform` nor `tofu` is on PATH".to_owned(),
        found => {
            let names: Vec<String> =
                found.iter().map(|(tool, version)| format!("`{tool}` {version}")).collect();
            format!("on PATH there is {}", names.join(" and "))
        }
    };
    let message = format!("the plan file was made by version {wanted}, and {there}");
    Err(Problem::new(Code::InputUnreadable, message)
        .help("put that version on PATH, or run `terraform show -json FILE > plan.json` where it was made"))
}

/// Returns the version of a tool; none if it is not there or does not say.
fn version(tool: &str) -> Option<String> {
    let output = command(tool).args(["version", "-json"]).stderr(Stdio::null()).output().ok()?;
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    document.get("terraform_version")?.as_str().map(str::to_owned)
}

fn command(tool: &str) -> Command {
    let mut command = Command::new(tool);
    for name in DISTURBING {
        command.env_remove(name);
    }
    // Neither asks for anything, nor looks for a newer release of itself.
    command
        .env("TF_IN_AUTOMATION", "1")
        .env("TF_INPUT", "0")
        .env("CHECKPOINT_DISABLE", "1")
        .stdin(Stdio::null());
    command
}
