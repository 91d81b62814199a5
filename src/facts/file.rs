//! Facts as a text, to be kept and read again.

use serde::{Deserialize, Serialize};

use super::{Facts, Members, VERSION};
use crate::problem::{Code, Place, Problem};

/// What alone is read of facts of another version.
#[derive(Debug, Deserialize)]
struct Versioned {
    version: Option<u32>,
}

impl Facts {
    /// Returns the facts as JSON with an end of line. The same facts give the same bytes, in whatever order they
    /// were gathered.
    ///
    /// # Errors
    ///
    /// None that plain data could bring about; serde asks for it.
    pub fn to_json(&self) -> Result<String, Problem> {
        let mut sorted = self.clone();
        sorted.sort();
        let mut text = Vec::new();
        let mut writer = serde_json::Serializer::pretty(&mut text);
        let written = sorted.serialize(&mut writer).map_err(|error| error.to_string());
        let text = written.and_then(|()| String::from_utf8(text).map_err(|error| error.to_string()));
        text.map(|text| text + "\n")
            .map_err(|error| Problem::new(Code::OutputFailed, format!("cannot write facts: {error}")))
    }

    /// Reads facts from JSON; `file` names it in messages.
    ///
    /// # Errors
    ///
    /// A text that is no JSON, an unknown or doubled field, a field of the wrong kind, another version.
    pub fn from_json(file: &str, text: &str) -> Result<Facts, Problem> {
        let wrong = |error: &serde_json::Error| {
            let place = Place {
                file: file.to_owned(),
                line: u32::try_from(error.line()).unwrap_or(u32::MAX),
                column: u32::try_from(error.column()).unwrap_or(u32::MAX),
            };
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or(&message);
            Problem::new(Code::FactsInvalid, format!("these are no facts: {message}"))
                .at(place)
                .help("use a file that `--save-facts` wrote")
        };
        let versioned: Versioned = serde_json::from_str(text).map_err(|error| wrong(&error))?;
        match versioned.version {
            Some(VERSION) | None => {}
            Some(other) => {
                let message = format!("facts of version {other} in `{file}`");
                let help = format!("this program reads version {VERSION}; use the one that wrote them");
                return Err(Problem::new(Code::FactsInvalid, message).help(help));
            }
        }
        let mut facts: Facts = serde_json::from_str(text).map_err(|error| wrong(&error))?;
        facts.sort();
        Ok(facts)
    }

    /// Sorts every list whose order means nothing.
    pub fn sort(&mut self) {
        sort(&mut self.paths);
        if let Some(proposed) = &mut self.proposed_policy {
            proposed.remarks.sort();
        }
        sort(&mut self.commits);
        sort(&mut self.pushes);
        sort(&mut self.reviews);
        sort(&mut self.comments);
        sort(&mut self.dismissals);
        sort(&mut self.permissions);
        sort(&mut self.labels);
        sort(&mut self.checks);
        sort(&mut self.publications);
        sort(&mut self.earlier_statuses);
        for commit in self.commits.iter_mut().flatten() {
            commit.co_authors.sort();
        }
        for team in self.teams.iter_mut().flatten() {
            if let Members::Read(members) = &mut team.members {
                members.sort();
            }
        }
        sort(&mut self.teams);
        if let Some(moved) = self.request.as_mut().and_then(|request| request.base.moved.as_mut()) {
            moved.paths.sort();
        }
    }
}

fn sort<T: Ord>(list: &mut Option<Vec<T>>) {
    if let Some(list) = list {
        list.sort();
    }
}
