//! Where the API is.

use crate::problem::{Code, Problem};

/// The addresses of one GitHub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// The base of the REST API, without a slash at the end.
    pub(super) rest: String,
    /// The GraphQL API.
    pub(super) graphql: String,
    /// Scheme and host: where links to further pages must lead.
    pub(super) origin: String,
    /// True if it is on this machine.
    pub(super) loopback: bool,
}

impl Address {
    /// Reads the address of an API, as `GITHUB_API_URL` has it: `https://api.github.com`,
    /// `https://github.example.com/api/v3` (GitHub Enterprise Server), `https://api.acme.ghe.com`.
    ///
    /// # Errors
    ///
    /// What is no such address, and one without TLS that is not on this machine: the token would be sent in clear.
    pub(super) fn parse(url: &str) -> Result<Address, Problem> {
        let wrong = |why: &str| {
            Problem::new(
                Code::ForgeRefused,
                format!("`{url}` cannot be the address of the GitHub API: {why}"),
            )
            .help("set `GITHUB_API_URL` to `https://api.github.com` or `https://HOST/api/v3`")
        };
        let rest = url.trim_end_matches('/');
        let (scheme, after) = rest.split_once("://").ok_or_else(|| wrong("it has no scheme"))?;
        let (authority, path) = after.split_once('/').map_or((after, ""), |(host, path)| (host, path));
        if authority.is_empty() || authority.contains('@') {
            return Err(wrong("it needs a host, and no user"));
        }
        let odd = |byte: u8| !byte.is_ascii_graphic() || b"?#\\\"<>`".contains(&byte);
        if rest.bytes().any(odd) {
            return Err(wrong("it has characters that no such address has"));
        }
        let host = match authority.strip_prefix('[') {
            Some(literal) => literal.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        };
        let loopback = ["127.0.0.1", "::1", "localhost"].contains(&host);
        match scheme {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err(wrong("without TLS the token would be sent in clear")),
            _ => return Err(wrong("its scheme is not https")),
        }
        let origin = format!("{scheme}://{authority}");
        // GitHub Enterprise Server has REST below /api/v3 and GraphQL beside it; elsewhere both have one root.
        let graphql = match path.strip_suffix("v3") {
            Some(beside) => format!("{origin}/{beside}graphql"),
            None => format!("{rest}/graphql"),
        };
        Ok(Address { rest: rest.to_owned(), graphql, origin, loopback })
    }

    /// Returns the absolute address of a path below the base.
    pub(super) fn of(&self, path: &str) -> String {
        format!("{}{path}", self.rest)
    }

    /// Returns the path below the base, to be shown; what lies beside it is shown from the root.
    pub(super) fn path_of<'u>(&self, url: &'u str) -> &'u str {
        let path =
            [self.rest.as_str(), self.origin.as_str()].into_iter().find_map(|base| url.strip_prefix(base));
        let path = path.unwrap_or(url);
        path.split('?').next().unwrap_or(path)
    }

    /// Returns true if an absolute address belongs to this API.
    pub(super) fn covers(&self, url: &str) -> bool {
        url.strip_prefix(self.rest.as_str()).is_some_and(|path| path.starts_with('/'))
    }
}

/// Escapes one segment of a path, or a value of a query: everything but letters, digits and `-._~`.
pub(super) fn segment(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            for half in [byte >> 4, byte & 15] {
                escaped.extend(char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Address, segment};

    #[test]
    fn graphql_lies_beside_the_rest_api_on_enterprise_servers_and_below_it_elsewhere() {
        for (url, rest, graphql) in [
            ("https://api.github.com", "https://api.github.com", "https://api.github.com/graphql"),
            ("https://api.github.com/", "https://api.github.com", "https://api.github.com/graphql"),
            ("https://api.acme.ghe.com", "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"),
            (
                "https://ghe.acme.com/api/v3",
                "https://ghe.acme.com/api/v3",
                "https://ghe.acme.com/api/graphql",
            ),
            (
                "https://ghe.acme.com:8443/api/v3/",
                "https://ghe.acme.com:8443/api/v3",
                "https://ghe.acme.com:8443/api/graphql",
            ),
            ("http://127.0.0.1:80/api/v3", "http://127.0.0.1:80/api/v3", "http://127.0.0.1:80/api/graphql"),
        ] {
            let address = Address::parse(url).unwrap();
            assert_eq!((address.rest.as_str(), address.graphql.as_str()), (rest, graphql), "{url}");
        }
    }

    #[test]
    fn an_address_to_which_no_token_should_go_is_refused() {
        for url in [
            "",
            "api.github.com",
            "http://api.github.com",
            "http://127.0.0.1.evil.example/api/v3",
            "http://localhost.evil.example",
            "https://user:secret@api.github.com",
            "https://",
            "ftp://api.github.com",
            "https://api.github.com/?x=1",
            "https://api.github.com/\nx",
        ] {
            let problem = Address::parse(url).expect_err(url);
            assert!(problem.help.is_some(), "{url}");
        }
        assert!(Address::parse("http://[::1]:8080").unwrap().loopback);
    }

    #[test]
    fn a_link_belongs_to_the_api_only_below_its_base() {
        let address = Address::parse("https://ghe.acme.com/api/v3").unwrap();
        assert!(address.covers("https://ghe.acme.com/api/v3/repositories/1/pulls?page=2"));
        for url in [
            "https://ghe.acme.com.evil.example/api/v3/x",
            "https://ghe.acme.com/api/v3x/y",
            "https://ghe.acme.com/other",
            "http://ghe.acme.com/api/v3/x",
            "/api/v3/x",
        ] {
            assert!(!address.covers(url), "{url}");
        }
    }

    #[test]
    fn a_name_cannot_leave_its_segment() {
        assert_eq!(segment("../a b?c#d[bot]/ü"), "..%2Fa%20b%3Fc%23d%5Bbot%5D%2F%C3%BC");
    }
}
