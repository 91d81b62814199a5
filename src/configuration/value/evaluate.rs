//! The evaluator.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use hcl::edit::expr::{BinaryOperator, Expression, ObjectKey, TraversalOperator, UnaryOperator};
use hcl::edit::parser;
use hcl::edit::template::Element;

use super::Literal;
use super::made_of::{Digest, Part};
use crate::configuration::syntax::{Attribute, Block, FileId, Span, json_string};
use crate::configuration::tree::Tree;

/// The longest expression that is parsed, in bytes. The parser is quadratic in the keys of an object.
const LONGEST: usize = 4096;

/// How much is parsed for one tree before every further expression is unknown: the sum of the squares of lengths.
const PARSING: u64 = 4_000_000_000;

/// How many steps are taken for one tree before every further expression is unknown.
const STEPS: u32 = 2_000_000;

/// How long a chain of variables and locals is followed.
const CHAIN: usize = 32;

/// Where an expression stands.
type Spot = (FileId, Span);

/// What an expression is worth.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Resolved {
    /// The value, if the configuration tells.
    pub(crate) value: Option<Literal>,
    /// If it does not tell, what stands for all expressions that the value is made of, without their layout: of two
    /// unknown values that are made of the same nothing says that they differ.
    pub(crate) made_of: Vec<Digest>,
}

/// Evaluates expressions of one tree, within bounds.
pub(crate) struct Evaluator<'t> {
    tree: &'t Tree,
    /// The tree at head, if this one is at base: it knows which values come from outside.
    head: Option<&'t Tree>,
    parsed: RefCell<HashMap<Spot, Option<Rc<Expression>>>>,
    pub(super) parts: RefCell<HashMap<Spot, Rc<Part>>>,
    parsing: Cell<u64>,
    steps: Cell<u32>,
}

/// An expression and the module it stands in.
#[derive(Clone)]
struct Term {
    expression: Rc<Expression>,
    key: Rc<str>,
}

/// Where a variable gets its value from.
pub(super) enum Origin<'t, 'k> {
    /// From outside of the repository; nothing for a value that is not simple.
    Given(Option<Literal>),
    /// From an expression in the module `key`: the argument of a call, a value file, or the default.
    Written { key: &'k str, owner: Option<&'t Block>, attribute: &'t Attribute },
}

enum Reached {
    Term(Term),
    Value(Literal),
}

impl<'t> Evaluator<'t> {
    /// Returns an evaluator of a tree by itself.
    pub(crate) fn new(tree: &'t Tree) -> Evaluator<'t> {
        Evaluator {
            tree,
            head: None,
            parsed: RefCell::default(),
            parts: RefCell::default(),
            parsing: Cell::new(0),
            steps: Cell::new(0),
        }
    }

    /// Returns an evaluator of the tree at base.
    ///
    /// A variable that is set by nobody in the repository was set from outside, then as now: the value that is known
    /// at head is taken for base, too.
    pub(crate) fn of_base(base: &'t Tree, head: &'t Tree) -> Evaluator<'t> {
        Evaluator { head: Some(head), ..Evaluator::new(base) }
    }

    /// Returns the tree.
    pub(crate) fn tree(&self) -> &'t Tree {
        self.tree
    }

    /// Returns which side of a comparison the tree is.
    pub(super) fn side(&self) -> &'static str {
        if self.head.is_some() { "base" } else { "head" }
    }

    /// Returns what an attribute is worth that stands in the module `key`, in the block `owner`.
    pub(crate) fn attribute(
        &self,
        key: &str,
        owner: Option<&'t Block>,
        attribute: &'t Attribute,
    ) -> Resolved {
        // Nearly every guard is one of two words.
        let value = match self.tree.written(attribute).0 {
            "true" => Some(Literal::Bool(true)),
            "false" => Some(Literal::Bool(false)),
            _ => self.follow(key, attribute, CHAIN).and_then(|reached| self.value(reached, CHAIN)),
        };
        let made_of = match value {
            Some(_) => Vec::new(),
            None => self.made_of(key, owner, attribute),
        };
        Resolved { value, made_of }
    }

    /// Returns the expression of an attribute.
    fn follow(&self, key: &str, attribute: &Attribute, chain: usize) -> Option<Reached> {
        if chain == 0 {
            return None;
        }
        let place = (attribute.file, attribute.value);
        let known = self.parsed.borrow().get(&place).cloned();
        let expression = match known {
            Some(known) => known,
            None => {
                let (text, json) = self.tree.written(attribute);
                let parsed = self.parse(text, json).map(Rc::new);
                self.parsed.borrow_mut().insert(place, parsed.clone());
                parsed
            }
        };
        Some(Reached::Term(Term { expression: expression?, key: key.into() }))
    }

    fn parse(&self, text: &str, json: bool) -> Option<Expression> {
        let cost = self.parsing.get().saturating_add((text.len() as u64).pow(2));
        if text.len() > LONGEST || cost > PARSING {
            return None;
        }
        self.parsing.set(cost);
        if !json {
            return parser::parse_expr(text).ok();
        }
        let Some(string) = json_string(text) else {
            // Of JSON, a scalar and a simple object read the same in native syntax.
            return parser::parse_expr(text).ok();
        };
        let template = parser::parse_template(&string).ok()?;
        let mut elements = template.into_iter();
        match (elements.next(), elements.next()) {
            (None, _) => Some(Expression::from("")),
            (Some(Element::Literal(literal)), None) => Some(Expression::from(literal.value().as_str())),
            (Some(Element::Interpolation(interpolation)), None) => Some(interpolation.expr),
            _ => None,
        }
    }

    /// Counts a step; false if there were too many.
    pub(super) fn step(&self) -> bool {
        let steps = self.steps.get();
        self.steps.set(steps.saturating_add(1));
        steps <= STEPS
    }

    fn value(&self, reached: Reached, chain: usize) -> Option<Literal> {
        if chain == 0 || !self.step() {
            return None;
        }
        let term = match reached {
            Reached::Value(value) => return Some(value),
            Reached::Term(term) => term,
        };
        let of = |expression: &Expression| {
            let term = Term { expression: Rc::new(expression.clone()), key: Rc::clone(&term.key) };
            self.value(Reached::Term(term), chain - 1)
        };
        match &*term.expression {
            Expression::Null(_) => Some(Literal::Null),
            Expression::Bool(value) => Some(Literal::Bool(*value.value())),
            Expression::Number(number) => Some(Literal::Number(number.value().to_string())),
            Expression::String(text) => Some(Literal::Text(text.value().clone())),
            Expression::Parenthesis(inner) => of(inner.inner()),
            Expression::UnaryOp(operation) if *operation.operator.value() == UnaryOperator::Not => {
                truth(&of(&operation.expr)?).map(|truth| Literal::Bool(!truth))
            }
            Expression::BinaryOp(operation) => {
                let (left, right) = (of(&operation.lhs_expr), of(&operation.rhs_expr));
                binary(*operation.operator.value(), left?, right?)
            }
            Expression::Conditional(conditional) => {
                let condition = of(&conditional.cond_expr);
                match truth(&condition?)? {
                    true => of(&conditional.true_expr),
                    false => of(&conditional.false_expr),
                }
            }
            Expression::StringTemplate(template) => {
                let mut elements = template.iter();
                match (elements.next(), elements.next()) {
                    (Some(Element::Interpolation(interpolation)), None) => of(&interpolation.expr),
                    _ => None,
                }
            }
            Expression::Traversal(_) => {
                let reached = self.traverse(&term, chain - 1)?;
                self.value(reached, chain - 1)
            }
            _ => None,
        }
    }

    /// Follows `var.x`, `local.x` and attributes of objects that they lead to.
    fn traverse(&self, term: &Term, chain: usize) -> Option<Reached> {
        let Expression::Traversal(traversal) = &*term.expression else {
            return None;
        };
        let Expression::Variable(root) = &traversal.expr else {
            return None;
        };
        let mut names = Vec::new();
        for operator in &traversal.operators {
            match operator.value() {
                TraversalOperator::GetAttr(name) => names.push(name.as_str().to_owned()),
                TraversalOperator::Index(Expression::String(name)) => names.push(name.value().clone()),
                _ => return None,
            }
        }
        let (name, path) = names.split_first()?;
        let mut reached = match root.as_str() {
            "var" => self.variable(&term.key, name, chain)?,
            "local" => {
                let local = self.tree.declared(&term.key)?.locals.get(name)?;
                self.follow(&term.key, local, chain)?
            }
            _ => return None,
        };
        for name in path {
            reached = self.member(reached, name, chain)?;
        }
        Some(reached)
    }

    /// Returns the member of an object.
    fn member(&self, reached: Reached, name: &str, chain: usize) -> Option<Reached> {
        let mut reached = reached;
        for left in (0..chain).rev() {
            let Reached::Term(term) = reached else { return None };
            match &*term.expression {
                Expression::Object(object) => {
                    // The last of several keys of one name counts.
                    let value =
                        object.iter().filter(|(key, _)| key_is(key, name)).last().map(|(_, value)| value)?;
                    let expression = Rc::new(value.expr().clone());
                    return Some(Reached::Term(Term { expression, key: Rc::clone(&term.key) }));
                }
                Expression::Traversal(_) => reached = self.traverse(&term, left)?,
                _ => return None,
            }
        }
        None
    }

    fn variable(&self, key: &str, name: &str, chain: usize) -> Option<Reached> {
        match self.origin(key, name)? {
            Origin::Given(value) => value.map(Reached::Value),
            Origin::Written { key, attribute, .. } => self.follow(key, attribute, chain),
        }
    }

    /// Returns where a variable gets its value from.
    pub(super) fn origin<'k>(&self, key: &'k str, name: &str) -> Option<Origin<'t, 'k>> {
        let variable = self.tree.declared(key)?.variables.get(name);
        let default = || {
            let attribute = variable?.body.attribute("default")?;
            Some(Origin::Written { key, owner: None, attribute })
        };
        if key.is_empty() {
            if let Some(given) = self.given(name) {
                return Some(Origin::Given(given));
            }
            if let Some(attribute) = self.tree.values.get(name) {
                return Some(Origin::Written { key, owner: None, attribute });
            }
            return self.given_at_head(name).map(Origin::Given).or_else(default);
        }
        let call = self.tree.call(key)?;
        let Some(attribute) = call.body.attribute(name) else {
            return default();
        };
        let nullable = variable.and_then(|variable| variable.body.attribute("nullable"));
        let refuses_null = nullable.is_some_and(|nullable| self.tree.written(nullable).0 == "false");
        if refuses_null && self.tree.written(attribute).0 == "null" {
            return default();
        }
        let key = key.rsplit_once('.').map_or("", |(parent, _)| parent);
        Some(Origin::Written { key, owner: Some(call), attribute })
    }

    /// Returns the value with which a root variable was planned, if it was set: nothing for one that is not simple.
    fn given(&self, name: &str) -> Option<Option<Literal>> {
        if self.head.is_some() {
            return None;
        }
        let given = self.tree.given.get(name)?;
        // What was planned is what a file says, if one does.
        (given.is_some() || !self.tree.values.contains_key(name)).then(|| given.clone())
    }

    /// Returns the value with which a root variable was planned at head, if nothing in the repository gives it.
    fn given_at_head(&self, name: &str) -> Option<Option<Literal>> {
        let head = self.head?;
        let given = head.given.get(name).filter(|_| !head.values.contains_key(name))?;
        let Some(simple) = given else { return Some(None) };
        // The JSON of a plan lists defaults as well.
        let default =
            head.declared("")?.variables.get(name).and_then(|block| block.body.attribute("default"));
        let default = default.and_then(|default| Evaluator::new(head).attribute("", None, default).value);
        (!default.is_some_and(|default| default.same(simple))).then(|| given.clone())
    }

    /// Returns true if a root variable was set to something that is not simple, and no file at head says to what:
    /// nothing can be said of how it differs.
    pub(super) fn opaque(&self, key: &str, name: &str) -> bool {
        let head = self.head.unwrap_or(self.tree);
        key.is_empty() && matches!(head.given.get(name), Some(None)) && !head.values.contains_key(name)
    }
}

fn key_is(key: &ObjectKey, name: &str) -> bool {
    match key {
        ObjectKey::Ident(ident) => ident.as_str() == name,
        ObjectKey::Expression(Expression::String(text)) => text.value() == name,
        ObjectKey::Expression(_) => false,
    }
}

fn truth(value: &Literal) -> Option<bool> {
    match value {
        Literal::Bool(truth) => Some(*truth),
        Literal::Text(text) if text == "true" => Some(true),
        Literal::Text(text) if text == "false" => Some(false),
        _ => None,
    }
}

fn binary(operator: BinaryOperator, left: Literal, right: Literal) -> Option<Literal> {
    let value = match operator {
        BinaryOperator::And => truth(&left)? && truth(&right)?,
        BinaryOperator::Or => truth(&left)? || truth(&right)?,
        // Values of two kinds are never equal to Terraform; which kind a variable converts to is not known here.
        BinaryOperator::Eq | BinaryOperator::NotEq => {
            let comparable = std::mem::discriminant(&left) == std::mem::discriminant(&right);
            let equal = if comparable {
                left.same(&right)
            } else {
                return None;
            };
            equal == (operator == BinaryOperator::Eq)
        }
        _ => return None,
    };
    Some(Literal::Bool(value))
}
