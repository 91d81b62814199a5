//! Strings with `${}`.

use hcl::edit::expr;
use hcl::edit::template::{self, Directive, Element};

use super::Compiler;
use crate::policy::source::expression::{Node, Part, Template};

impl Compiler<'_> {
    /// Compiles a string of any form; none if the expression is no string.
    pub(super) fn text(&mut self, expression: &expr::Expression) -> Option<Template> {
        match expression {
            expr::Expression::String(text) => {
                Some(Template { parts: vec![Part::Text(text.value().as_str().into())] })
            }
            expr::Expression::StringTemplate(string) => Some(self.elements(string.iter())),
            expr::Expression::HeredocTemplate(heredoc) => Some(self.elements(heredoc.template.iter())),
            _ => None,
        }
    }

    fn elements<'e>(&mut self, elements: impl Iterator<Item = &'e Element>) -> Template {
        let mut parts = Vec::new();
        for element in elements {
            match element {
                Element::Literal(text) => parts.push(Part::Text(text.value().as_str().into())),
                Element::Interpolation(interpolation) => {
                    if interpolation.strip != template::Strip::None {
                        let at = self.source.start_of(&interpolation.expr);
                        let help = "write `${` and `}` without `~`";
                        self.source.report(
                            at,
                            "`~` in a template is not part of the condition language",
                            help,
                        );
                    }
                    parts.push(Part::Value(self.expression(&interpolation.expr)));
                }
                Element::Directive(directive) => {
                    let word = match &**directive {
                        Directive::If(_) => "%{ if }",
                        Directive::For(_) => "%{ for }",
                    };
                    let at = self.source.start_of(element);
                    let message = format!("`{word}` is not part of the condition language");
                    self.source.report(at, message, "use `${}` only, with a conditional inside if need be");
                }
            }
        }
        Template { parts }
    }
}

/// Returns a template without interpolation as the plain string it is.
pub(super) fn node(template: Template) -> Node {
    match template.parts.as_slice() {
        [] => Node::Text("".into()),
        [Part::Text(text)] => Node::Text(text.clone()),
        _ => Node::Template(template),
    }
}
