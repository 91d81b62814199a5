//! What `moved`, `removed` and `import` blocks refer to: addresses of resources and of modules.

use crate::configuration::syntax::{Lexer, TokenKind};

/// A resource or a module, without instance keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Endpoint {
    /// The names of the modules on the way.
    pub(crate) modules: Vec<String>,
    /// What is meant in the innermost module: `aws_x.y`, `data.aws_x.y`; none if the module itself is.
    pub(crate) resource: Option<String>,
}

impl Endpoint {
    /// Reads a reference as written: `module.a["k"].aws_x.y[0]`, `module.a`, `aws_x.y`.
    pub(crate) fn parse(text: &str) -> Option<Endpoint> {
        let mut lexer = Lexer::new(text);
        let mut names: Vec<String> = Vec::new();
        let mut depth = 0_usize;
        let mut name_is_next = true;
        loop {
            let token = lexer.take();
            match token.kind {
                TokenKind::End => break,
                TokenKind::Open(b'[') => depth += 1,
                TokenKind::Close(b']') => depth = depth.checked_sub(1)?,
                _ if depth > 0 => {}
                TokenKind::Newline => {}
                TokenKind::Word if name_is_next => {
                    names.push(lexer.text(token).to_owned());
                    name_is_next = false;
                }
                TokenKind::Sign if lexer.text(token) == "." && !name_is_next => name_is_next = true,
                _ => return None,
            }
        }
        if name_is_next || depth > 0 { None } else { Endpoint::of(names) }
    }

    fn of(names: Vec<String>) -> Option<Endpoint> {
        let mut modules = Vec::new();
        let mut rest = names.as_slice();
        while let [word, name, behind @ ..] = rest
            && word == "module"
        {
            modules.push(name.clone());
            rest = behind;
        }
        match rest {
            [] if !modules.is_empty() => Some(Endpoint { modules, resource: None }),
            [kind, name] if kind != "module" => {
                Some(Endpoint { modules, resource: Some(format!("{kind}.{name}")) })
            }
            [mode, kind, name] if matches!(mode.as_str(), "data" | "ephemeral" | "action") => {
                Some(Endpoint { modules, resource: Some(format!("{mode}.{kind}.{name}")) })
            }
            _ => None,
        }
    }

    /// Returns the same seen from the root, if it was written in the module `key`.
    pub(crate) fn within(mut self, key: &str) -> Endpoint {
        let outer = key.split('.').filter(|name| !name.is_empty()).map(str::to_owned);
        self.modules = outer.chain(self.modules).collect();
        self
    }

    /// Returns where something goes that stands at `self` when `from` is moved to `to`; none if it does not go.
    pub(crate) fn follow(&self, from: &Endpoint, to: &Endpoint) -> Option<Endpoint> {
        match (&from.resource, &to.resource) {
            (Some(_), Some(_)) => (self == from).then(|| to.clone()),
            (None, None) => {
                let rest = self.modules.strip_prefix(from.modules.as_slice())?;
                let modules = to.modules.iter().chain(rest).cloned().collect();
                Some(Endpoint { modules, resource: self.resource.clone() })
            }
            _ => None,
        }
    }

    /// Returns the key of the module that it stands in.
    pub(crate) fn module_key(&self) -> String {
        self.modules.join(".")
    }

    /// Returns it as an address without keys.
    pub(crate) fn address(&self) -> String {
        let mut address = module_address(&self.modules);
        if let Some(resource) = &self.resource {
            if !address.is_empty() {
                address.push('.');
            }
            address.push_str(resource);
        }
        address
    }
}

/// Returns the address of a module: `module.a.module.b`; empty for the root.
pub(crate) fn module_address<S: AsRef<str>>(names: &[S]) -> String {
    let steps: Vec<String> = names.iter().map(|name| format!("module.{}", name.as_ref())).collect();
    steps.join(".")
}

#[cfg(test)]
mod tests {
    use super::Endpoint;

    #[test]
    fn a_reference_is_read_without_its_keys() {
        for (text, expected) in [
            ("aws_x.y", Some("aws_x.y")),
            ("aws_x.y[0]", Some("aws_x.y")),
            ("module.a[\"x.y]\"].module.b[0].aws_x.y[\"k\"]", Some("module.a.module.b.aws_x.y")),
            ("module.a", Some("module.a")),
            ("module.a[each.key]", Some("module.a")),
            ("data.aws_x.y", Some("data.aws_x.y")),
            ("module.module", Some("module.module")),
            ("aws_x", None),
            ("aws_x.y.z", None),
            ("aws_x.", None),
            ("aws_x.y[", None),
            ("", None),
            ("f(x).y", None),
        ] {
            assert_eq!(
                Endpoint::parse(text).map(|endpoint| endpoint.address()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn what_stands_in_a_moved_module_goes_with_it() {
        let at = |text| Endpoint::parse(text).expect("an endpoint");
        for (from, to, what, expected) in [
            ("aws_x.y", "module.m.aws_x.y", "aws_x.y", Some("module.m.aws_x.y")),
            ("aws_x.y", "aws_x.z", "aws_x.q", None),
            ("module.a", "module.b", "module.a.module.c.aws_x.y", Some("module.b.module.c.aws_x.y")),
            ("module.a", "module.b.module.c", "module.a.aws_x.y", Some("module.b.module.c.aws_x.y")),
            ("module.a", "module.b", "aws_x.y", None),
            ("module.a", "aws_x.y", "module.a.aws_x.y", None),
        ] {
            let there = at(what).follow(&at(from), &at(to)).map(|endpoint| endpoint.address());
            assert_eq!(there.as_deref(), expected, "{from} to {to}: {what}");
        }
    }
}
