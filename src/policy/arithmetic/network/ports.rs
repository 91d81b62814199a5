//! Ports and protocols.

use super::intervals::Intervals;

/// Ports over which machines are administered or data is kept; nothing of this belongs on the internet.
///
/// SSH, RDP, SQL Server, Oracle, MySQL, PostgreSQL, Redis, Elasticsearch (two), memcached, MongoDB, the Docker socket,
/// the Kubernetes API and the kubelet.
pub const ADMIN_PORTS: [u16; 14] =
    [22, 3389, 1433, 1521, 3306, 5432, 6379, 9200, 9300, 11211, 27017, 2375, 6443, 10250];

/// Ports that are there for the world.
pub const WEB_PORTS: [u16; 2] = [80, 443];

const LAST: u128 = u16::MAX as u128;

/// Which ports a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ports {
    /// Those of [`ADMIN_PORTS`].
    AdminOrData,
    /// All but those of [`ADMIN_PORTS`] and [`WEB_PORTS`].
    Other,
    /// All of them.
    Any,
}

impl Ports {
    /// Returns the ports as a set.
    pub fn set(self) -> Intervals {
        let these =
            |ports: &[u16]| Intervals::of(ports.iter().map(|port| (u128::from(*port), u128::from(*port))));
        match self {
            Ports::AdminOrData => these(&ADMIN_PORTS),
            Ports::Other => all().difference(&these(&ADMIN_PORTS)).difference(&these(&WEB_PORTS)),
            Ports::Any => all(),
        }
    }
}

/// What a rule says about protocols.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// All of them.
    All,
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
    /// SCTP.
    Sctp,
    /// One without ports, in lower case: `icmp`, `50`.
    Other(String),
}

impl Protocol {
    /// Reads a name or a number; `-1`, `*`, `all` and `any` are all.
    pub fn parse(text: &str) -> Protocol {
        let text = text.trim().to_ascii_lowercase();
        match text.as_str() {
            "-1" | "*" | "all" | "any" | "" => Protocol::All,
            "tcp" | "6" => Protocol::Tcp,
            "udp" | "17" => Protocol::Udp,
            "sctp" | "132" => Protocol::Sctp,
            "icmp" | "1" => Protocol::Other("icmp".to_owned()),
            "icmpv6" | "icmp6" | "ipv6-icmp" | "58" => Protocol::Other("icmpv6".to_owned()),
            _ => Protocol::Other(text),
        }
    }

    /// Returns true if a rule for this protocol applies to packets of `packet`.
    pub fn applies_to(&self, packet: &Protocol) -> bool {
        *self == Protocol::All || self == packet
    }

    /// Returns true if the protocol has ports.
    pub fn has_ports(&self) -> bool {
        !matches!(self, Protocol::Other(_))
    }
}

/// Returns all ports.
pub fn all() -> Intervals {
    Intervals::span(0, LAST)
}

/// Returns the ports from one to another as AWS writes them.
///
/// Nothing, `-1` and `0` to `0` mean all of them: no service listens on port 0, and `0` to `0` is what rules for all
/// protocols hold.
pub fn between(from: Option<i64>, to: Option<i64>) -> Intervals {
    let (Some(from), Some(to)) = (from, to) else {
        return match from.or(to) {
            Some(one) if one > 0 => between(Some(one), Some(one)),
            _ => all(),
        };
    };
    if from < 0 || to < 0 || (from == 0 && to == 0) {
        return all();
    }
    let number = |port: i64| u128::try_from(port).unwrap_or(0).min(LAST);
    Intervals::span(number(from.min(to)), number(from.max(to)))
}

/// Reads a text of ports: `22`, `20-25`, `80,443,8000-8080`, and `*`, `all`, `any`, `0` or nothing for all of them;
/// none if it is something else.
pub fn parse(text: &str) -> Option<Intervals> {
    let text = text.trim().to_ascii_lowercase();
    if matches!(text.as_str(), "" | "*" | "all" | "any" | "0") {
        return Some(all());
    }
    let mut spans = Vec::new();
    for part in text.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| text.trim().parse::<u16>().ok().map(u128::from);
        let (from, to) = (number(from)?, number(to)?);
        if from > to {
            return None;
        }
        spans.push((from, to));
    }
    Some(Intervals::of(spans))
}
