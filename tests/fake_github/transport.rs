//! HTTP/1.1 over anything that reads and writes; one thread per connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{Answer, Reply, Request};

/// What answers a request.
pub type Handler = Arc<dyn Fn(Request) -> Answer + Send + Sync>;

/// The certificate that the fake shows for `127.0.0.1` and `localhost`; it is its own authority.
pub const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fake_github/tls-certificate.pem");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fake_github/tls-key.pem");

/// Prepares TLS with that certificate.
pub fn tls() -> Arc<ServerConfig> {
    let certificate = CertificateDer::from_pem_file(CERTIFICATE).unwrap();
    let key = PrivateKeyDer::from_pem_file(KEY).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap())
}

/// Accepts connections until the process ends.
pub fn serve(listener: TcpListener, tls: Option<Arc<ServerConfig>>, handler: Handler) {
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(stream) = stream else { continue };
            // Small answers must not wait for the acknowledgement of the ones before.
            stream.set_nodelay(true).unwrap();
            let handler = Arc::clone(&handler);
            let tls = tls.clone();
            std::thread::spawn(move || match tls {
                None => converse(stream, &handler),
                Some(tls) => {
                    let connection = ServerConnection::new(tls).unwrap();
                    converse(StreamOwned::new(connection, stream), &handler);
                }
            });
        }
    });
}

/// Answers the requests of one connection until either side has enough.
pub fn converse(stream: impl Read + Write, handler: &Handler) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read_request(&mut stream) {
        let head = request.method == "HEAD";
        match handler(request) {
            Answer::Reply(reply) => {
                let whole = reply.cut.is_none();
                if write_reply(stream.get_mut(), &reply, head).is_err() || !whole {
                    return;
                }
            }
            Answer::Close => return,
            Answer::Stall => {
                std::thread::sleep(Duration::from_secs(60));
                return;
            }
        }
    }
}

fn read_request(stream: &mut impl BufRead) -> Option<Request> {
    let line = read_line(stream)?;
    let mut parts = line.split(' ');
    let (method, target) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let line = read_line(stream)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':')?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let header =
        |name: &str| headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let body = if header("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        read_chunks(stream)?
    } else {
        let length = header("content-length").map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; length];
        stream.read_exact(&mut body).ok()?;
        body
    };
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    Some(Request {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body: String::from_utf8(body).unwrap(),
    })
}

fn read_line(stream: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}

fn read_chunks(stream: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = usize::from_str_radix(read_line(stream)?.split(';').next()?, 16).ok()?;
        let mut chunk = vec![0; size];
        stream.read_exact(&mut chunk).ok()?;
        body.extend(chunk);
        read_line(stream)?;
        if size == 0 {
            return Some(body);
        }
    }
}

fn write_reply(stream: &mut impl Write, reply: &Reply, head: bool) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    write!(bytes, "HTTP/1.1 {} x\r\n", reply.status)?;
    for (name, value) in &reply.headers {
        write!(bytes, "{name}: {value}\r\n")?;
    }
    if reply.status != 204 {
        write!(bytes, "content-length: {}\r\n", reply.body.len())?;
    }
    bytes.extend(b"\r\n");
    if !head {
        let end = reply.cut.unwrap_or(reply.body.len());
        bytes.extend(&reply.body.as_bytes()[..end]);
    }
    stream.write_all(&bytes)?;
    stream.flush()
}
