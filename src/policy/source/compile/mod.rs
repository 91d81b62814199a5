//! From HCL expressions to compiled conditions: every name, function, path and pattern is checked here.

mod call;
mod template;
mod traversal;

use hcl::edit::expr::{self, BinaryOperator, UnaryOperator};

use super::decode::{Source, describe};
use super::expression::{At, Expression, For, Node, Operator, Template};
use super::names::Kind;
use super::words::Sight;

/// Compiles the condition of a rule; what is wrong with it is reported to `source`.
pub fn condition(source: &Source<'_>, sight: Sight, expression: &expr::Expression) -> Expression {
    let mut compiler = Compiler { source, sight, locals: Vec::new() };
    let compiled = compiler.expression(expression);
    compiler.want_bool(&compiled, "a condition");
    compiled
}

/// Compiles the message of a rule; what is wrong with it is reported to `source`.
pub fn message(source: &Source<'_>, sight: Sight, expression: &expr::Expression) -> Template {
    let mut compiler = Compiler { source, sight, locals: Vec::new() };
    if let Some(template) = compiler.text(expression) {
        return template;
    }
    let message = format!("`message` is {}", describe(expression));
    source.report(source.start_of(expression), message, "write a string, with `${}` around names");
    Template::default()
}

struct Compiler<'s> {
    source: &'s Source<'s>,
    sight: Sight,
    /// The variables of the enclosing `for` expressions. Those without a name hold their place.
    locals: Vec<Option<String>>,
}

impl Compiler<'_> {
    fn expression(&mut self, expression: &expr::Expression) -> Expression {
        let at = self.source.start_of(expression);
        let node = match expression {
            expr::Expression::Null(_) => Node::Null,
            expr::Expression::Bool(value) => Node::Bool(*value.value()),
            expr::Expression::Number(number) => self.number(at, number),
            expr::Expression::String(text) => Node::Text(text.value().as_str().into()),
            expr::Expression::StringTemplate(_) | expr::Expression::HeredocTemplate(_) => {
                template::node(self.text(expression).unwrap_or_default())
            }
            expr::Expression::Array(elements) => {
                Node::List(elements.iter().map(|element| self.expression(element)).collect())
            }
            expr::Expression::Object(object) => self.object(object),
            expr::Expression::Parenthesis(inner) => return self.expression(inner.inner()),
            expr::Expression::Variable(name) => self.variable(at, name.as_str()),
            expr::Expression::Traversal(traversal) => return self.traversal(traversal),
            expr::Expression::FuncCall(call) => self.call(at, call),
            expr::Expression::Conditional(conditional) => {
                let condition = self.expression(&conditional.cond_expr);
                self.want_bool(&condition, "the condition of `?`");
                let yes = self.expression(&conditional.true_expr);
                let no = self.expression(&conditional.false_expr);
                Node::Conditional(Box::new((condition, yes, no)))
            }
            expr::Expression::UnaryOp(operation) => self.unary(operation),
            expr::Expression::BinaryOp(operation) => self.binary(operation),
            expr::Expression::ForExpr(walk) => self.for_each(at, walk),
        };
        Expression { at, node }
    }

    fn number(&self, at: At, number: &hcl::edit::Formatted<hcl::Number>) -> Node {
        use crate::plan::number::Decimal;
        use hcl::edit::Span;
        let text = number.span().map_or("", |span| self.source.slice(span));
        // The text keeps every digit; the parsed number would not.
        if Decimal::parse(text).is_some() {
            return Node::Number(text.into());
        }
        self.source.report(at, format!("`{text}` is no number"), "write digits, with a point or an exponent");
        Node::Null
    }

    fn object(&mut self, object: &expr::Object) -> Node {
        let mut members: Vec<(Box<str>, Expression)> = Vec::with_capacity(object.len());
        for (key, value) in object.iter() {
            let value = self.expression(value.expr());
            let key = match key {
                expr::ObjectKey::Ident(name) => Some(name.as_str()),
                expr::ObjectKey::Expression(key) => key.as_str(),
            };
            match key {
                Some(key) => members.push((key.into(), value)),
                None => {
                    let help = "write the key as a name or a string";
                    self.source.report(value.at, "the key of an object is an expression", help);
                }
            }
        }
        members.sort_by(|a, b| a.0.cmp(&b.0));
        Node::Object(members)
    }

    fn unary(&mut self, operation: &expr::UnaryOp) -> Node {
        let operand = self.expression(&operation.expr);
        match *operation.operator.value() {
            UnaryOperator::Not => {
                self.want_bool(&operand, "the operand of `!`");
                Node::Not(Box::new(operand))
            }
            UnaryOperator::Neg => match operand.node {
                Node::Number(digits) => Node::Number(format!("-{digits}").into()),
                _ => Node::Negate(Box::new(operand)),
            },
        }
    }

    fn binary(&mut self, operation: &expr::BinaryOp) -> Node {
        let left = self.expression(&operation.lhs_expr);
        let right = self.expression(&operation.rhs_expr);
        let operator = match *operation.operator.value() {
            BinaryOperator::And => Operator::And,
            BinaryOperator::Or => Operator::Or,
            BinaryOperator::Eq => Operator::Equal,
            BinaryOperator::NotEq => Operator::NotEqual,
            BinaryOperator::Less => Operator::Less,
            BinaryOperator::LessEq => Operator::LessEqual,
            BinaryOperator::Greater => Operator::Greater,
            BinaryOperator::GreaterEq => Operator::GreaterEqual,
            BinaryOperator::Plus => Operator::Add,
            BinaryOperator::Minus => Operator::Subtract,
            BinaryOperator::Mul => Operator::Multiply,
            BinaryOperator::Div => Operator::Divide,
            BinaryOperator::Mod => {
                let help = "the operators are `&& || ! == != < <= > >= + - * /`";
                self.source.report(left.at, "`%` is not part of the condition language", help);
                return Node::Null;
            }
        };
        if matches!(operator, Operator::And | Operator::Or) {
            for operand in [&left, &right] {
                self.want_bool(operand, &format!("an operand of `{}`", operator.name()));
            }
        }
        Node::Binary(operator, Box::new((left, right)))
    }

    fn for_each(&mut self, at: At, walk: &expr::ForExpr) -> Node {
        if walk.key_expr.is_some() || walk.grouping {
            let help = "write a list: `[for element in list : element.name]`";
            self.source.report(
                at,
                "a `for` that makes an object is not part of the condition language",
                help,
            );
            return Node::Null;
        }
        let collection = self.expression(&walk.intro.collection_expr);
        let slot = self.locals.len();
        self.locals.push(walk.intro.key_var.as_ref().map(|name| name.as_str().to_owned()));
        self.locals.push(Some(walk.intro.value_var.as_str().to_owned()));
        let result = self.expression(&walk.value_expr);
        let condition = walk.cond.as_ref().map(|condition| {
            let condition = self.expression(&condition.expr);
            self.want_bool(&condition, "the condition of `if`");
            condition
        });
        self.locals.truncate(slot);
        Node::For(Box::new(For { collection, slot, result, condition, splat: false }))
    }

    /// Reports an expression that can be seen to yield no bool where one is needed.
    fn want_bool(&self, expression: &Expression, role: &str) {
        let (kind, help) = match &expression.node {
            Node::Name(name) => {
                let entry = name.entry();
                let spelling = entry.spelling;
                let help = match entry.kind {
                    Kind::BoolOrNull => {
                        format!("it can be null: write `{spelling} == true` or `{spelling} == false`")
                    }
                    _ => format!("compare it with a value: `{spelling} == ...`"),
                };
                (entry.kind, help)
            }
            Node::Call(function, _) | Node::PathCall(function, ..) => {
                (function.entry().kind, "compare the result with a value".to_owned())
            }
            Node::Number(_) | Node::Negate(_) => (Kind::Number, "compare it with a value".to_owned()),
            Node::Text(_) | Node::Template(_) => (Kind::Text, "compare it with a value".to_owned()),
            Node::List(_) | Node::For(_) => (Kind::List, "use `anytrue`, `alltrue` or `contains`".to_owned()),
            Node::Object(_) | Node::Side(_) => (Kind::Object, "compare one of its attributes".to_owned()),
            Node::Binary(Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide, _) => {
                (Kind::Number, "compare it with a value".to_owned())
            }
            _ => return,
        };
        if !matches!(kind, Kind::Bool | Kind::Any) {
            let message = format!("{role} must be true or false, and this is of the type {}", kind.name());
            self.source.report(expression.at, message, help);
        }
    }
}
