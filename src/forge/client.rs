//! Sending one request: the only file that names the HTTP libraries.
//!
//! octocrab adds the token, for the host of the API alone, and the headers that GitHub asks for; reqwest brings
//! proxies, the system's trust store and the connection pool. Nothing here repeats a request or reads an answer.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, LengthLimitError, Limited};
use octocrab::service::middleware::auth_header::AuthHeaderLayer;
use octocrab::service::middleware::extra_headers::ExtraHeadersLayer;
use octocrab::service::middleware::reqwest_connector::ReqwestConnector;
use octocrab::{AuthState, Octocrab, OctocrabBuilder};
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};

use super::address::Address;
use crate::problem::{Code, Problem};

/// The most bytes of one answer. A hundred files with their patches are far less.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// An answer, whatever its status. It may hold a token, so it cannot be printed.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// Returns a header as text; none if it is absent or no text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Silence {
    /// None came in time.
    Timeout,
    /// The connection failed or broke off.
    Connection(String),
    /// It was longer than the limit.
    TooLong,
}

/// What a request does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
    Patch,
    Delete,
}

impl Method {
    pub(super) fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// A connection to one API with one token.
pub(super) struct Client {
    octocrab: Octocrab,
    timeout: Duration,
}

impl Client {
    /// Prepares a client; nothing is sent yet. Must be called within the runtime that later drives it.
    pub(super) fn new(address: &Address, token: &SecretString, timeout: Duration) -> Result<Client, Problem> {
        let wrong = |what: &str, error: &dyn Error| {
            Problem::new(Code::ForgeUnavailable, format!("cannot prepare the connection to GitHub: {what}"))
                .help(innermost(error))
        };
        let token = token.expose_secret();
        // It becomes a header, and the library does not survive one that cannot.
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = "the token for GitHub is empty or has characters that no token has";
            return Err(Problem::new(Code::TokenRefused, message)
                .help("set `GITHUB_TOKEN` to the token itself, without spaces or line ends"));
        }
        // The process has one provider of cryptography; whoever comes second finds the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            // A redirect could lead elsewhere, and a POST would turn into a GET.
            .redirect(reqwest::redirect::Policy::none());
        if address.loopback {
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(|error| wrong("the HTTP client", &error))?;
        let base: http::Uri =
            address.rest.parse().map_err(|error| wrong("the address of the API", &error))?;
        let mut bearer =
            HeaderValue::from_str(&format!("Bearer {token}")).map_err(|error| wrong("the token", &error))?;
        bearer.set_sensitive(true);
        let agent = HeaderValue::from_static(concat!("applygate/", env!("CARGO_PKG_VERSION")));
        // The ready-made builder would announce us as octocrab, and send our own name as a second one.
        let built = OctocrabBuilder::new_empty()
            .with_service(ReqwestConnector::new(http))
            .with_layer(&ExtraHeadersLayer::new(Arc::new(vec![(USER_AGENT, agent)])))
            .with_layer(&AuthHeaderLayer::new(Some(bearer), base.clone(), base))
            .with_auth(AuthState::None)
            .build();
        let octocrab = match built {
            Ok(octocrab) => octocrab,
            Err(never) => match never {},
        };
        Ok(Client { octocrab, timeout })
    }

    /// Sends one request to an absolute address and reads the whole answer.
    pub(super) async fn send(
        &self,
        method: Method,
        url: &str,
        accept: &'static str,
        body: Option<&serde_json::Value>,
    ) -> Result<Answer, Silence> {
        let answer = tokio::time::timeout(self.timeout, self.exchange(method, url, accept, body)).await;
        answer.unwrap_or(Err(Silence::Timeout))
    }

    async fn exchange(
        &self,
        method: Method,
        url: &str,
        accept: &'static str,
        body: Option<&serde_json::Value>,
    ) -> Result<Answer, Silence> {
        let broken = |error: octocrab::Error| Silence::Connection(innermost(&error));
        let request = http::Request::builder().method(method.name()).uri(url).header(ACCEPT, accept);
        let request = self.octocrab.build_request(request, body).map_err(broken)?;
        let response = self.octocrab.execute(request).await.map_err(broken)?;
        let (parts, body) = response.into_parts();
        let body = Limited::new(body, MOST_BYTES).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                Silence::TooLong
            } else {
                Silence::Connection(innermost(error.as_ref()))
            }
        })?;
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body: body.to_bytes().to_vec() })
    }
}

/// Returns what the innermost of an error's causes says: the outer ones only say that something failed.
fn innermost(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
