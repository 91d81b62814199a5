//! Names, attributes, indices and splats.

use hcl::edit::expr::{Traversal, TraversalOperator};

use super::Compiler;
use crate::policy::source::expression::{At, Expression, For, Node};
use crate::policy::source::names::{Kind, Name, Side};
use crate::policy::source::words::Sight;
use crate::problem::nearest;

impl Compiler<'_> {
    /// Compiles a name that stands by itself.
    pub(super) fn variable(&self, at: At, name: &str) -> Node {
        if let Some(slot) = self.locals.iter().rposition(|local| local.as_deref() == Some(name)) {
            return Node::Local(slot);
        }
        match name {
            "before" => self.side(at, Side::Before),
            "after" => self.side(at, Side::After),
            _ => match Name::from_spelling(name) {
                Some(found) => self.name(at, found),
                None => self.unknown(at, name),
            },
        }
    }

    /// Compiles a name or expression with what follows it: attributes, indices, splats.
    pub(super) fn traversal(&mut self, traversal: &Traversal) -> Expression {
        let at = self.source.start_of(&traversal.expr);
        let operators: Vec<&TraversalOperator> =
            traversal.operators.iter().map(|each| each.value()).collect();
        let root = traversal.expr.as_variable().map(hcl::edit::Ident::as_str);
        if let (Some(group), Some(TraversalOperator::GetAttr(member))) = (root, operators.first())
            && !self.locals.iter().flatten().any(|local| local == group)
            && is_group(group)
        {
            let node = match Name::from_spelling(&format!("{group}.{}", member.as_str())) {
                Some(name) => self.name(at, name),
                None => self.unknown(at, &format!("{group}.{}", member.as_str())),
            };
            return self.steps(Expression { at, node }, operators.get(1..).unwrap_or_default());
        }
        let start = self.expression(&traversal.expr);
        self.steps(start, &operators)
    }

    fn steps(&mut self, start: Expression, operators: &[&TraversalOperator]) -> Expression {
        let mut value = start;
        for (position, operator) in operators.iter().enumerate() {
            let at = value.at;
            self.refuse_step(&value, operator);
            let node = match operator {
                TraversalOperator::GetAttr(name) => Node::Attribute(Box::new(value), name.as_str().into()),
                TraversalOperator::Index(index) => Node::Index(Box::new((value, self.expression(index)))),
                TraversalOperator::LegacyIndex(index) => {
                    let index = Expression { at, node: Node::Number(index.value().to_string().into()) };
                    Node::Index(Box::new((value, index)))
                }
                TraversalOperator::FullSplat(_) | TraversalOperator::AttrSplat(_) => {
                    let slot = self.locals.len();
                    self.locals.extend([None, None]);
                    let element = Expression { at, node: Node::Local(slot + 1) };
                    let result = self.steps(element, operators.get(position + 1..).unwrap_or_default());
                    self.locals.truncate(slot);
                    let walk = For { collection: value, slot, result, condition: None, splat: true };
                    return Expression { at, node: Node::For(Box::new(walk)) };
                }
            };
            value = Expression { at, node };
        }
        value
    }

    /// Reports a step into a name that has nothing to step into.
    fn refuse_step(&self, value: &Expression, operator: &TraversalOperator) {
        let Node::Name(name) = value.node else { return };
        let entry = name.entry();
        if matches!(entry.kind, Kind::List | Kind::Object) {
            return;
        }
        let spelling = entry.spelling;
        let help = match operator {
            TraversalOperator::GetAttr(member) => {
                format!("compare it: `{spelling} == \"{}\"`", member.as_str())
            }
            _ => "compare it with a value".to_owned(),
        };
        let message = format!("`{spelling}` is a {} and has no attributes", entry.kind.name());
        self.source.report(value.at, message, help);
    }

    fn side(&self, at: At, side: Side) -> Node {
        self.check_sight(at, side.name(), Sight::Change);
        Node::Side(side)
    }

    fn name(&self, at: At, name: Name) -> Node {
        let entry = name.entry();
        self.check_sight(at, entry.spelling, entry.sight);
        Node::Name(name)
    }

    /// Reports what only rules that look at one change may use.
    pub(super) fn check_sight(&self, at: At, spelling: &str, needed: Sight) {
        // A difference of the configuration has an address, and no sides.
        let known = self.sight == Sight::Configuration && spelling == Name::Address.entry().spelling;
        if needed == Sight::Change && self.sight != Sight::Change && !known {
            let message =
                format!("`{spelling}` belongs to one change, and this rule looks at the whole plan");
            self.source.report(
                at,
                message,
                "use the names that begin with `plan.`, or write `scope = \"change\"`",
            );
        }
    }

    fn unknown(&self, at: At, typed: &str) -> Node {
        if is_group(typed) {
            let members =
                spellings().filter(|name| group_of(name) == Some(typed)).map(|name| format!("`{name}`"));
            let help = format!("known here: {}", members.collect::<Vec<_>>().join(", "));
            self.source.report(at, format!("`{typed}` is no value by itself"), help);
            return Node::Null;
        }
        let mut known: Vec<&str> = self.locals.iter().flatten().map(String::as_str).collect();
        known.extend(["before", "after"]);
        for spelling in spellings() {
            known.push(spelling);
        }
        let message = format!("there is no name `{typed}`");
        match (nearest(typed, known), group_of(typed)) {
            (Some(name), _) => self.source.report(at, message, format!("did you mean `{name}`?")),
            (None, Some(group)) => {
                let members: Vec<&str> = spellings().filter(|name| group_of(name) == Some(group)).collect();
                self.source.report_unknown(at, message, typed, members);
            }
            (None, None) => {
                let help =
                    "attributes of the resource are written `before.name` or `after.name`, strings in quotes";
                self.source.report(at, message, help);
            }
        }
        Node::Null
    }
}

fn spellings() -> impl Iterator<Item = &'static str> {
    Name::ALL.iter().map(|name| name.entry().spelling)
}

fn is_group(word: &str) -> bool {
    spellings().any(|name| group_of(name) == Some(word))
}

/// Returns what stands before the dot.
fn group_of(spelling: &str) -> Option<&str> {
    spelling.split_once('.').map(|(group, _)| group)
}
