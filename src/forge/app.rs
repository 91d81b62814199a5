//! A GitHub App's key becomes a token for one repository: a signed claim is exchanged for it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::address::Address;
use super::api::{Api, Patience, Written};
use super::call::Call;
use super::client::{Client, Method};
use super::{Repo, wire};
use crate::problem::{Code, Problem};

/// How long the claim holds, in seconds; GitHub takes ten minutes at most.
const CLAIM_SECONDS: i64 = 300;
/// How far GitHub's clock may be behind this machine's, in seconds.
const CLOCK_DRIFT: i64 = 60;

/// The key of a GitHub App.
#[derive(Debug)]
pub struct AppKey {
    /// The number of the App, or its client id.
    pub id: String,
    /// Its private key, in PEM as GitHub gives it.
    pub key: SecretString,
    /// This machine's time: the claim says from when to when it holds.
    pub now: Timestamp,
}

/// Exchanges the key for a token that is good for the repository alone, for an hour.
pub(super) async fn exchange(
    key: &AppKey,
    address: &Address,
    repo: &Repo,
    patience: Patience,
) -> Result<SecretString, Problem> {
    let claim = claim(key)?;
    let client = Client::new(address, &claim, patience.timeout)?;
    let api = Api::new(client, address.clone(), patience);
    let what = "the installation of the GitHub App";
    let call = Call::get(repo.path("/installation"), what, "installation in this repository");
    let installation: wire::Installation = api.get(&call).await?;
    let call = Call::write(
        Method::Post,
        format!("/app/installations/{}/access_tokens", installation.id),
        "the token of the GitHub App",
        "installation in this repository",
    );
    // Giving a token twice harms nobody, but a refusal does not become an acceptance either.
    match api.write(&call, &json!({"repositories": [repo.name]})).await {
        Written::Done(answer) => match answer.get("token").and_then(serde_json::Value::as_str) {
            Some(token) => Ok(SecretString::from(token.to_owned())),
            None => Err(call.unreadable("no token")),
        },
        Written::Refused(problem) | Written::Unsure(problem) => Err(problem),
    }
}

/// Signs that we are the App (RFC 7519, RS256).
fn claim(key: &AppKey) -> Result<SecretString, Problem> {
    let wrong = |why: &str| {
        Problem::new(Code::TokenRefused, format!("the private key of the GitHub App cannot be used: {why}"))
            .help("use the `.pem` file that GitHub gave for the App, whole, with its first and last line")
    };
    let der = PrivateKeyDer::from_pem_slice(key.key.expose_secret().as_bytes())
        .map_err(|_| wrong("it is no key in PEM"))?;
    let pair = match &der {
        PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()),
        PrivateKeyDer::Pkcs8(der) => RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()),
        _ => return Err(wrong("it is no RSA key")),
    }
    .map_err(|error| wrong(&error.to_string()))?;
    let now = key.now.as_second();
    let header = json!({"alg": "RS256", "typ": "JWT"});
    let payload = json!({"iat": now - CLOCK_DRIFT, "exp": now + CLAIM_SECONDS, "iss": key.id});
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let mut token =
        format!("{}.{}", encode(header.to_string().as_bytes()), encode(payload.to_string().as_bytes()));
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), token.as_bytes(), &mut signature)
        .map_err(|_| wrong("it does not sign"))?;
    token.push('.');
    token.push_str(&encode(&signature));
    Ok(SecretString::from(token))
}
