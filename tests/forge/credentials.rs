//! The key of an App, and the way to the API.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;

use applygate::forge::{AppKey, Credentials, Github, Repo};
use applygate::problem::{Code, Problem};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, UnparsedPublicKey};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivatePkcs1KeyDer};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use secrecy::SecretString;

use crate::fake_github::{CERTIFICATE, FakeGithub, Fault, Target};
use crate::{PATIENCE, gather, ordinary, wanted};

fn key(file: &str) -> String {
    fs::read_to_string(format!("{}/tests/forge/keys/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn connect(github: &FakeGithub, key: &str) -> Result<Github, Problem> {
    let app = AppKey {
        id: "Iv23.abc".to_owned(),
        key: SecretString::from(key.to_owned()),
        now: "2026-11-21T12:00:00Z".parse().unwrap(),
    };
    Github::connect(&github.api(), Credentials::App(app), Repo::parse("acme/infra").unwrap(), 7, PATIENCE)
}

#[test]
fn the_key_of_an_app_is_exchanged_for_a_token_of_this_repository() {
    for file in ["app-pkcs1.pem", "app-pkcs8.pem"] {
        let github = FakeGithub::start(ordinary);
        let connection = connect(&github, &key(file)).unwrap();
        connection.gather(&wanted(&[])).unwrap();
        let received = github.received();
        assert_eq!(received[0].call(), "GET /repos/acme/infra/installation");
        assert_eq!(received[1].call(), "POST /app/installations/77/access_tokens");
        assert_eq!(received[1].body, "{\"repositories\":[\"infra\"]}");
        assert_eq!(received[2].header("authorization"), Some("Bearer ghs_1"));
        assert!(received[2..].iter().all(|request| request.header("authorization") == Some("Bearer ghs_1")));
    }
}

#[test]
fn the_claim_of_an_app_is_signed_with_its_key_and_short_lived() {
    let github = FakeGithub::start(ordinary);
    connect(&github, &key("app-pkcs1.pem")).unwrap();
    let claim =
        github.received()[0].header("authorization").unwrap().strip_prefix("Bearer ").unwrap().to_owned();
    let parts: Vec<&str> = claim.split('.').collect();
    let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).unwrap();
    assert_eq!(String::from_utf8(decode(parts[0])).unwrap(), "{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    let payload: serde_json::Value = serde_json::from_slice(&decode(parts[1])).unwrap();
    assert_eq!(payload["iss"], "Iv23.abc");
    let (from, to) = (payload["iat"].as_i64().unwrap(), payload["exp"].as_i64().unwrap());
    let now = "2026-11-21T12:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
    assert!(from < now && now < to && to - from <= 600, "{payload}");
    let der = PrivatePkcs1KeyDer::from_pem_slice(key("app-pkcs1.pem").as_bytes()).unwrap();
    let pair = RsaKeyPair::from_der(der.secret_pkcs1_der()).unwrap();
    let public: Vec<u8> = pair.public().as_ref().to_vec();
    let signed = format!("{}.{}", parts[0], parts[1]);
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public)
        .verify(signed.as_bytes(), &decode(parts[2]))
        .expect("the signature is that of the key");
}

#[test]
fn what_is_no_key_of_an_app_is_refused_without_being_shown() {
    let github = FakeGithub::start(ordinary);
    let whole = key("app-pkcs1.pem");
    let half = &whole[..whole.len() / 2];
    for wrong in ["", "secret", half, &key("not-rsa.pem")] {
        let problem = connect(&github, wrong).unwrap_err();
        assert_eq!(problem.code, Code::TokenRefused);
        assert!(problem.help.as_ref().unwrap().contains(".pem"));
        let shown = format!("{problem:?}");
        assert!(wrong.lines().all(|line| line.is_empty() || !shown.contains(line)), "{shown}");
    }
    assert_eq!(github.calls(), Vec::<String>::new());
}

#[test]
fn an_app_that_is_not_installed_or_not_accepted_is_told() {
    for (call, fault) in [
        ("GET /repos/acme/infra/installation", Fault::Status(404)),
        ("GET /repos/acme/infra/installation", Fault::Status(401)),
        ("POST /app/installations/77/access_tokens", Fault::Status(403)),
        ("POST /app/installations/77/access_tokens", Fault::Status(500)),
        ("POST /app/installations/77/access_tokens", Fault::WrongType),
        ("POST /app/installations/77/access_tokens", Fault::Closed),
    ] {
        let github = FakeGithub::start(ordinary);
        github.fail(Target::call(call), fault);
        let problem = connect(&github, &key("app-pkcs8.pem")).unwrap_err();
        assert!(problem.message.contains(call), "{fault:?}: {}", problem.message);
        assert!(problem.help.is_some());
    }
}

#[test]
fn the_fake_speaks_tls() {
    let github = FakeGithub::start_tls(ordinary);
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(CERTIFICATE).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = Arc::new(config.with_root_certificates(roots).with_no_client_auth());
    let connection = ClientConnection::new(config, "127.0.0.1".try_into().unwrap()).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(github.authority()).unwrap());
    stream.write_all(b"GET /api/v3/repos/acme/infra HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
}

#[test]
fn a_server_that_nobody_vouches_for_gets_no_token() {
    let github = FakeGithub::start_tls(ordinary);
    let problem = gather(&github, &[]).unwrap_err();
    assert_eq!(problem.code, Code::ForgeUnavailable);
    assert_eq!(github.calls(), Vec::<String>::new());
}

/// Trust is read from the environment of the process, so this test runs itself in one of its own.
#[test]
fn a_server_is_trusted_by_the_authorities_of_the_system() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "credentials::gathers_over_tls"])
        .env("SSL_CERT_FILE", CERTIFICATE)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    assert!(child.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "needs SSL_CERT_FILE; another test runs it with that"]
fn gathers_over_tls() {
    let github = FakeGithub::start_tls(ordinary);
    let facts = gather(&github, &["acme/dba"]).unwrap();
    assert_eq!(facts.request.unwrap().number, 7);
}
