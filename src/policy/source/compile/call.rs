//! Function calls: the function exists, its arguments are as many as it takes, literal ones are right.

use hcl::edit::expr::{self, FuncCall};

use super::Compiler;
use crate::policy::source::decode::literal_text;
use crate::policy::source::expression::{At, Node};
use crate::policy::source::functions::{Entry, Function, Shape};
use crate::policy::source::path::Path;
use crate::policy::source::pattern::{Glob, Regex};

impl Compiler<'_> {
    pub(super) fn call(&mut self, at: At, call: &FuncCall) -> Node {
        let name = call.name.name.as_str();
        let Some(function) = Function::from_name(name).filter(|_| !call.name.is_namespaced()) else {
            let known: Vec<&str> = Function::ALL.iter().map(|function| function.entry().name).collect();
            self.source.report_unknown(at, format!("there is no function `{name}`"), name, known);
            return Node::Null;
        };
        let entry = function.entry();
        self.check_sight(at, name, entry.sight());
        if entry.shape.reads_the_change() && !self.locals.is_empty() {
            let message = format!("`{name}` looks at the whole change, not at an element of the list");
            self.source.report(
                at,
                message,
                "move it in front of the `for`, or compare the element's attributes",
            );
        }
        if call.args.expand_final() {
            self.source.report(
                at,
                "`...` is not part of the condition language",
                "write the arguments one by one",
            );
            return Node::Null;
        }
        let arguments: Vec<&expr::Expression> = call.args.iter().collect();
        let (least, most) = entry.shape.arity();
        if arguments.len() < least || most.is_some_and(|most| arguments.len() > most) {
            let message = format!("`{name}` takes {}, not {}", expected(least, most), arguments.len());
            self.source.report(at, message, usage(&entry));
            return Node::Null;
        }
        self.arguments(function, &entry, &arguments).unwrap_or(Node::Null)
    }

    /// Compiles the arguments; none if one of them is wrong, which was reported then.
    fn arguments(
        &mut self,
        function: Function,
        entry: &Entry,
        arguments: &[&expr::Expression],
    ) -> Option<Node> {
        Some(match (entry.shape, arguments) {
            (Shape::Paths | Shape::Path, paths) => {
                let paths: Vec<Option<Path>> = paths.iter().map(|path| self.path(entry, path)).collect();
                Node::PathCall(function, paths.into_iter().collect::<Option<_>>()?, None)
            }
            (Shape::Change, _) => Node::PathCall(function, Vec::new(), None),
            (Shape::PathAndValue, [path, value]) => {
                let (path, value) = (self.path(entry, path), self.expression(value));
                Node::PathCall(function, vec![path?], Some(Box::new(value)))
            }
            (Shape::Glob, [pattern, text]) => {
                let glob = self.pattern(entry, pattern, Glob::parse);
                let text = self.expression(text);
                Node::Glob(glob?, Box::new(text))
            }
            (Shape::Regex, [pattern, text]) => {
                let regex = self.pattern(entry, pattern, Regex::parse);
                let text = self.expression(text);
                Node::Regex(regex?, Box::new(text))
            }
            (_, values) => Node::Call(function, values.iter().map(|value| self.expression(value)).collect()),
        })
    }

    fn path(&self, entry: &Entry, argument: &expr::Expression) -> Option<Path> {
        let at = self.source.start_of(argument);
        let Some(text) = literal_text(argument) else {
            let message = format!("the path of `{}` is not a literal string", entry.name);
            self.source.report(at, message, "write it in quotes, such as `\"storage_encrypted\"`");
            return None;
        };
        Path::parse(&text).map_err(|(message, help)| self.source.report(at, message, help)).ok()
    }

    fn pattern<T>(
        &self,
        entry: &Entry,
        argument: &expr::Expression,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let at = self.source.start_of(argument);
        let Some(text) = literal_text(argument) else {
            self.source.report(
                at,
                format!("the pattern of `{}` is not a literal string", entry.name),
                usage(entry),
            );
            return None;
        };
        let wrong =
            |error: String| self.source.report(at, format!("`{text}` is no pattern: {error}"), usage(entry));
        parse(&text).map_err(wrong).ok()
    }
}

fn usage(entry: &Entry) -> String {
    format!("it is written `{}({})`", entry.name, entry.parameters)
}

fn expected(least: usize, most: Option<usize>) -> String {
    let arguments = |count: usize| {
        if count == 1 { "1 argument".to_owned() } else { format!("{count} arguments") }
    };
    match most {
        Some(most) if most == least => arguments(least),
        Some(most) => format!("{least} to {}", arguments(most)),
        None => format!("at least {}", arguments(least)),
    }
}
