//! Lets the tool that made a plan file write it as JSON.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
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
const DISTURBING: [&str; 6] = [
    "TF_CLI_ARGS",
    "TF_CLI_ARGS_show",
    "TF_CLI_ARGS_version",
    "TF_LOG",
    "TF_REATTACH_PROVIDERS",
    "TF_WORKSPACE",
];

/// Secrets that no tool needs to show a plan: it starts the providers of the plan for that, whoever wrote them.
const SECRET: [&str; 8] = [
    "APPLYGATE_GITHUB_TOKEN",
    "APPLYGATE_APP_KEY",
    "APPLYGATE_DIGEST_KEY",
    "GITHUB_TOKEN",
    "ATLANTIS_GH_TOKEN",
    "ATLANTIS_GH_APP_KEY",
    "ATLANTIS_GH_WEBHOOK_SECRET",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
];

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
        let tool = &tool.name;
        Problem::new(Code::InputUnreadable, format!("`{tool} show -json` failed: {why}")).help(format!(
            "run `{tool} init` where the plan was made and check there, or give the plan as JSON"
        ))
    };
    let mut child = command(&tool.path)
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
fn choose(archive: &PlanFile) -> Result<Tool, Problem> {
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
        let names = [versioned, Some(tool.to_owned())].into_iter().flatten();
        let mut there: Vec<(usize, Tool)> = names.filter_map(located).collect();
        // What comes first on PATH is first, under either name: Atlantis appends a folder that plans can write to.
        there.sort_by_key(|(at, _)| *at);
        for (_, tool) in there {
            match version(&tool.path) {
                Some(version) if version == wanted => return Ok(tool),
                Some(version) => found.push((tool.name, version)),
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

/// A tool that was found.
struct Tool {
    name: String,
    path: PathBuf,
}

/// Returns where a tool lies, after so many other parts of PATH. What a relative part leads to depends on where one stands,
/// and may be a file of the branch: an empty one is the directory that is planned.
fn located(name: String) -> Option<(usize, Tool)> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let directories = std::env::split_paths(&path).enumerate().filter(|(_, part)| part.is_absolute());
    let mut files = directories.map(|(at, directory)| (at, directory.join(&file)));
    let (at, path) = files.find(|(_, path)| runs(path))?;
    Some((at, Tool { name, path }))
}

#[cfg(unix)]
fn runs(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn runs(path: &Path) -> bool {
    path.is_file()
}

/// Returns the version of a tool; none if it does not say.
fn version(tool: &Path) -> Option<String> {
    let output = command(tool).args(["version", "-json"]).stderr(Stdio::null()).output().ok()?;
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    document.get("terraform_version")?.as_str().map(str::to_owned)
}

fn command(tool: &Path) -> Command {
    let mut command = Command::new(tool);
    for name in DISTURBING.into_iter().chain(SECRET) {
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
