//! Reading and writing with patience: reads are repeated, writes never; every page is read, or nothing is.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::address::Address;
use super::call::{Call, said};
use super::client::{Answer, Client};
use crate::problem::{Code, Problem};

/// What the REST API is asked to answer with.
const JSON: &str = "application/vnd.github+json";
/// What the contents of a file are asked for with.
const RAW: &str = "application/vnd.github.raw+json";
/// The most pages of one list: 5,000 entries.
const MOST_PAGES: usize = 50;
/// The most requests of one evaluation; an ordinary one needs fewer than 25.
const MOST_REQUESTS: u32 = 200;

/// How long to wait for a forge that does not answer.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How often a read is tried in all.
    pub tries: u32,
    /// How long to wait before the second try; each further wait is twice as long.
    pub first_wait: Duration,
    /// No wait is longer than this: what would take longer is an error that says until when.
    pub longest_wait: Duration,
    /// How long one request may take.
    pub timeout: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            tries: 3,
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(60),
            timeout: Duration::from_secs(30),
        }
    }
}

/// What a write came to. The answer may hold a token, so it cannot be printed.
pub(super) enum Written {
    /// It was done; this is the answer.
    Done(Value),
    /// It was not done, for sure.
    Refused(Problem),
    /// It may have been done: no answer came, or one that does not say.
    Unsure(Problem),
}

/// An answer that is none, and whether asking again may help.
struct Failure {
    problem: Problem,
    again: Again,
}

enum Again {
    Never,
    AfterBackoff,
    /// As the forge demands.
    After(Duration),
}

/// The API of one forge, for one evaluation.
pub(super) struct Api {
    client: Client,
    pub(super) address: Address,
    patience: Patience,
    requests: Cell<u32>,
    dates: RefCell<Vec<Timestamp>>,
}

impl Api {
    pub(super) fn new(client: Client, address: Address, patience: Patience) -> Api {
        Api { client, address, patience, requests: Cell::new(0), dates: RefCell::new(Vec::new()) }
    }

    /// Returns how many requests were sent.
    pub(super) fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// Returns the times that stood in the answers.
    pub(super) fn dates(&self) -> Vec<Timestamp> {
        self.dates.borrow().clone()
    }

    /// Reads one object.
    pub(super) async fn get<T: DeserializeOwned>(&self, call: &Call) -> Result<T, Problem> {
        let answer = self.read(call, &self.address.of(&call.path), JSON, None).await?;
        parse(call, &answer)
    }

    /// Reads one object, and a header that came with it.
    pub(super) async fn get_with<T: DeserializeOwned>(
        &self,
        call: &Call,
        header: &str,
    ) -> Result<(T, Option<String>), Problem> {
        let answer = self.read(call, &self.address.of(&call.path), JSON, None).await?;
        Ok((parse(call, &answer)?, answer.header(header).map(str::to_owned)))
    }

    /// Reads one object, or learns in the forge's own words that there is none: that something may not be seen is
    /// answered as not found, too, in other words.
    pub(super) async fn find<T: DeserializeOwned>(
        &self,
        call: &Call,
        absent: &str,
    ) -> Result<Option<T>, Problem> {
        match self.get(call).await {
            Ok(found) => Ok(Some(found)),
            Err(problem) if problem.code == Code::NotFound && problem.message.ends_with(absent) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Reads the raw content of a file.
    pub(super) async fn raw(&self, call: &Call) -> Result<Vec<u8>, Problem> {
        let answer = self.read(call, &self.address.of(&call.path), RAW, None).await?;
        Ok(answer.body)
    }

    /// Reads every page of a list.
    pub(super) async fn pages<T: DeserializeOwned>(&self, call: &Call) -> Result<Vec<T>, Problem> {
        self.pages_of::<Vec<T>, T>(call, |page| page).await
    }

    /// Reads every page of a list that stands within an object.
    pub(super) async fn pages_of<P: DeserializeOwned, T>(
        &self,
        call: &Call,
        entries: impl Fn(P) -> Vec<T>,
    ) -> Result<Vec<T>, Problem> {
        let mut all = Vec::new();
        let mut call = call.clone();
        let separator = if call.path.contains('?') { '&' } else { '?' };
        let mut url = format!("{}{separator}per_page=100", self.address.of(&call.path));
        for _ in 0..MOST_PAGES {
            let answer = self.read(&call, &url, JSON, None).await?;
            all.extend(entries(parse(&call, &answer)?));
            match next_page(answer.header("link").unwrap_or_default()) {
                None => return Ok(all),
                // The link is followed as it stands; elsewhere it would take the token along.
                Some(next) if self.address.covers(next) => {
                    url = next.to_owned();
                    call.path = self.address.path_of(next).to_owned();
                }
                Some(_) => return Err(call.unreadable("the link to the next page leads to another place")),
            }
        }
        Err(call.partial(
            &format!("has more than {MOST_PAGES} pages"),
            "open a new pull request: this one has grown beyond what can be read",
        ))
    }

    /// Asks a question in GraphQL. Questions only: they are repeated like reads.
    pub(super) async fn graphql<T: DeserializeOwned>(
        &self,
        what: &'static str,
        right: &'static str,
        query: &str,
        variables: Value,
    ) -> Result<T, Problem> {
        let url = self.address.graphql.clone();
        let call = Call::ask(self.address.path_of(&url).to_owned(), what, right);
        let body = json!({"query": query, "variables": variables});
        let answer = self.read(&call, &url, JSON, Some(&body)).await?;
        graphql_data(&call, &answer)
    }

    /// Writes once. Whoever is unsure afterwards reads before writing again.
    pub(super) async fn write(&self, call: &Call, body: &Value) -> Written {
        let url = self.address.of(&call.path);
        if let Err(problem) = self.count() {
            return Written::Refused(problem);
        }
        let answer = match self.client.send(call.method, &url, JSON, Some(body)).await {
            Ok(answer) => answer,
            Err(silence) => return Written::Unsure(call.unanswered(&silence)),
        };
        self.note_date(&answer);
        match answer.status {
            // What was written is written, even if the answer is odd.
            200..=299 => Written::Done(serde_json::from_slice(&answer.body).unwrap_or(Value::Null)),
            500..=599 => Written::Unsure(call.refused(&answer)),
            _ => Written::Refused(self.failure(call, &answer).problem),
        }
    }

    /// Sends a read until it is answered or patience ends.
    async fn read(
        &self,
        call: &Call,
        url: &str,
        accept: &'static str,
        body: Option<&Value>,
    ) -> Result<Answer, Problem> {
        let mut backoff = self.patience.first_wait;
        let mut tries = 0;
        loop {
            self.count()?;
            tries += 1;
            let failure = match self.client.send(call.method, url, accept, body).await {
                Ok(answer) => {
                    self.note_date(&answer);
                    if answer.status == 200 {
                        return Ok(answer);
                    }
                    self.failure(call, &answer)
                }
                Err(silence) => Failure { problem: call.unanswered(&silence), again: Again::AfterBackoff },
            };
            let wait = match failure.again {
                Again::Never => return Err(failure.problem),
                Again::AfterBackoff => backoff.min(self.patience.longest_wait),
                Again::After(wait) => wait,
            };
            if tries >= self.patience.tries || wait > self.patience.longest_wait {
                return Err(failure.problem);
            }
            tokio::time::sleep(wait).await;
            backoff = backoff.saturating_mul(2);
        }
    }

    /// Says what an answer that is not the one hoped for means.
    fn failure(&self, call: &Call, answer: &Answer) -> Failure {
        if is_limit(answer) {
            let (wait, until) = limit_ends(answer);
            return Failure { problem: call.limited(until), again: Again::After(wait) };
        }
        let again = if answer.status >= 500 { Again::AfterBackoff } else { Again::Never };
        Failure { problem: call.refused(answer), again }
    }

    fn count(&self) -> Result<(), Problem> {
        let sent = self.requests.get() + 1;
        if sent > MOST_REQUESTS {
            let message =
                format!("more than {MOST_REQUESTS} requests to GitHub would be needed for this pull request");
            return Err(Problem::new(Code::LimitExceeded, message)
                .help("open a new pull request: this one has grown beyond what can be read"));
        }
        self.requests.set(sent);
        Ok(())
    }

    fn note_date(&self, answer: &Answer) {
        self.dates.borrow_mut().extend(answer.header("date").and_then(http_date));
    }
}

fn parse<T: DeserializeOwned>(call: &Call, answer: &Answer) -> Result<T, Problem> {
    serde_json::from_slice(&answer.body).map_err(|error| call.unreadable(&error.to_string()))
}

/// Takes the data out of an answer of GraphQL, which says 200 even when it fails, and answers in part.
fn graphql_data<T: DeserializeOwned>(call: &Call, answer: &Answer) -> Result<T, Problem> {
    #[derive(serde::Deserialize)]
    struct Envelope<T> {
        data: Option<T>,
        #[serde(default)]
        errors: Vec<Said>,
    }
    #[derive(serde::Deserialize)]
    struct Said {
        #[serde(default)]
        message: String,
        #[serde(default, rename = "type")]
        kind: String,
    }
    let untyped: Envelope<Value> = parse(call, answer)?;
    if let Some(error) = untyped.errors.first() {
        return Err(match error.kind.as_str() {
            "RATE_LIMITED" => call.limited(limit_ends(answer).1),
            _ => call.unreadable(&error.message),
        });
    }
    let envelope: Envelope<T> = parse(call, answer)?;
    envelope.data.ok_or_else(|| call.unreadable("no data"))
}

/// Returns true if an answer says that too many requests were sent, in one of GitHub's three ways.
fn is_limit(answer: &Answer) -> bool {
    match answer.status {
        429 => true,
        403 => {
            answer.header("retry-after").is_some()
                || answer.header("x-ratelimit-remaining") == Some("0")
                || said(answer).to_lowercase().contains("rate limit")
        }
        _ => false,
    }
}

/// Returns how long a limit asks to wait, and until when by the forge's own clock.
fn limit_ends(answer: &Answer) -> (Duration, Option<Timestamp>) {
    // A secondary limit without a word on its end is to be left alone for a minute at least.
    const UNSAID: Duration = Duration::from_secs(60);
    let number = |name| answer.header(name)?.trim().parse::<i64>().ok();
    let now = answer.header("date").and_then(http_date);
    let seconds = |wait: i64| Duration::from_secs(u64::try_from(wait).unwrap_or(0));
    if let Some(wait) = number("retry-after") {
        let until = now.and_then(|now| now.checked_add(jiff::SignedDuration::from_secs(wait)).ok());
        return (seconds(wait), until);
    }
    let exhausted = answer.header("x-ratelimit-remaining") == Some("0");
    match number("x-ratelimit-reset").and_then(|reset| Timestamp::from_second(reset).ok()) {
        Some(until) if exhausted => {
            let wait = now.map(|now| until.as_second().saturating_sub(now.as_second()).saturating_add(1));
            (wait.map_or(Duration::MAX, seconds), Some(until))
        }
        _ => (UNSAID, None),
    }
}

/// Reads the time in a `Date` header.
fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok()
}

/// Returns the address of the next page from a `Link` header.
fn next_page(link: &str) -> Option<&str> {
    link.split(',').find_map(|part| {
        let (address, relations) = part.trim().strip_prefix('<')?.split_once('>')?;
        relations.split(';').any(|relation| relation.trim() == "rel=\"next\"").then_some(address)
    })
}

#[cfg(test)]
mod tests {
    use super::{http_date, next_page};

    #[test]
    fn the_next_page_is_the_one_the_link_calls_next() {
        let link = "<https://a/x?page=1>; rel=\"prev\", <https://a/x?page=3&after=Y3Vyc29y%3D>; rel=\"next\"";
        assert_eq!(next_page(link), Some("https://a/x?page=3&after=Y3Vyc29y%3D"));
        assert_eq!(next_page("<https://a/x?page=1>; rel=\"last\""), None);
        assert_eq!(next_page(""), None);
    }

    #[test]
    fn the_date_of_an_answer_is_read() {
        let date = http_date("Sat, 21 Nov 2026 15:07:56 GMT").unwrap();
        assert_eq!(date.to_string(), "2026-11-21T15:07:56Z");
        assert!(http_date("yesterday").is_none());
    }
}
