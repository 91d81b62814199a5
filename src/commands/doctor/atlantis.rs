//! What is known of the server of Atlantis: from arguments, from the environment, and from its own program.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::super::cli::Doctor;
use super::super::pull::target::variable;
use super::checkout;
use crate::doctor::atlantis::settings::{self, Settings};
use crate::doctor::{AtlantisSide, Seen, TextFile};
use crate::problem::{Code, Problem};

/// How long the program may take to say its version.
const LONGEST: Duration = Duration::from_secs(5);
/// The most bytes of what it says.
const MOST_BYTES: u64 = 4096;
/// A setting without which no server starts: where it is set, this runs beside one.
const REQUIRED: &str = "repo-allowlist";

/// Gathers it; none if nothing speaks of an Atlantis.
pub(super) fn observe(arguments: &Doctor) -> Result<Option<AtlantisSide>, Problem> {
    let environment = settings::from_variables(variables());
    let beside = environment.contains_key(REQUIRED);
    let given = match &arguments.atlantis_flags {
        Some(path) => Some(read_settings(path)?),
        None if !arguments.flags.is_empty() => Some(settings::from_words(&arguments.flags)),
        None => None,
    };
    let stated = arguments.atlantis_version.clone().or_else(|| variable("ATLANTIS_VERSION"));
    let spoken = match &stated {
        Some(_) => None,
        None => said_version(),
    };
    let asked = given.is_some() || beside || stated.is_some() || spoken.is_some();
    if !asked && arguments.atlantis_config.is_none() {
        return Ok(None);
    }
    let version = match (stated, spoken) {
        (Some(version), _) | (None, Some(Ok(version))) => Seen::Known(version),
        (None, Some(Err(why))) => Seen::Unknown(why),
        (None, None) => Seen::Unknown("its version was not given: `--atlantis-version VERSION`".to_owned()),
    };
    let settings = match given {
        // Flags go before the environment, and the environment before the file, as with the server.
        Some(given) if beside && arguments.atlantis_flags.is_none() => Seen::Known(over(environment, given)),
        Some(given) if beside => Seen::Known(over(given, environment)),
        Some(given) => Seen::Known(given),
        None if beside => Seen::Known(environment),
        None => {
            Seen::Unknown("the settings of the server were not given: `--atlantis-flags FILE`".to_owned())
        }
    };
    let config = config(arguments, &settings)?;
    Ok(Some(AtlantisSide { version, settings, config }))
}

fn over(mut below: Settings, above: Settings) -> Settings {
    below.extend(above);
    below
}

fn variables() -> impl Iterator<Item = (String, String)> {
    // What is no text is none of our settings.
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

fn read_settings(path: &Path) -> Result<Settings, Problem> {
    let read = checkout::text(path).and_then(|text| settings::from_file(&text));
    read.map_err(|why| {
        Problem::new(Code::InputUnreadable, format!("cannot read the settings `{}`: {why}", path.display()))
            .help("give the configuration file of the server, its flags, or `ATLANTIS_NAME=value` lines")
    })
}

/// Finds `repos.yaml`: as it was given, or as the settings hold or name it.
fn config(arguments: &Doctor, settings: &Seen<Settings>) -> Result<Seen<TextFile>, Problem> {
    if let Some(path) = &arguments.atlantis_config {
        let text = checkout::text(path).map_err(|why| {
            Problem::new(Code::InputUnreadable, format!("cannot read `{}`: {why}", path.display()))
                .help("give the server-side `repos.yaml` of Atlantis")
        })?;
        return Ok(Seen::Known(TextFile { name: path.display().to_string(), text }));
    }
    let known = settings.known().ok();
    let setting = |name: &str| known.and_then(|known| known.get(name)).filter(|value| !value.is_empty());
    if let Some(text) = setting("repo-config-json") {
        return Ok(Seen::Known(TextFile { name: "--repo-config-json".to_owned(), text: text.clone() }));
    }
    Ok(match setting("repo-config") {
        Some(path) => Seen::Unknown(format!("its `repos.yaml` was not given: `--atlantis-config {path}`")),
        None => Seen::Unknown("its `repos.yaml` was not given: `--atlantis-config FILE`".to_owned()),
    })
}

/// Asks the program on the `PATH` for its version; none if there is none.
fn said_version() -> Option<Result<String, String>> {
    let child = Command::new("atlantis")
        .arg("version")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    Some(said(child).map_err(|why| format!("`atlantis version` {why}")))
}

fn said(mut child: Child) -> Result<String, String> {
    let output = child.stdout.take();
    // What it says is read beside the wait, so that neither waits for the other.
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(output) = output {
            // What is no text is no version either.
            let _ = output.take(MOST_BYTES).read_to_string(&mut text);
        }
        text
    });
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => break,
            Ok(Some(status)) => return Err(format!("ended with {status}")),
            Ok(None) if begun.elapsed() < LONGEST => std::thread::sleep(Duration::from_millis(10)),
            Ok(None) => {
                // It is ended; if that fails, it is not waited for all the same.
                let _ = child.kill();
                let _ = child.wait();
                return Err("did not answer in time".to_owned());
            }
            Err(error) => return Err(format!("could not be waited for: {error}")),
        }
    }
    let text = reader.join().map_err(|_| "could not be read".to_owned())?;
    let line = text.lines().next().unwrap_or_default().trim();
    if line.is_empty() { Err("said nothing".to_owned()) } else { Ok(line.to_owned()) }
}
