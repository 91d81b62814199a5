//! A compiled condition: every name and function resolved, every literal pattern checked.

use serde::{Deserialize, Serialize};

use super::functions::Function;
use super::names::{Name, Side};
use super::path::Path;
use super::pattern::{Glob, Regex};

/// Where in its file something stands; lines and columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct At {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

/// An expression with its place. The file is that of the rule it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expression {
    /// Where it stands.
    pub at: At,
    /// What it is.
    pub node: Node,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number by its text.
    Number(Box<str>),
    /// A string without interpolation.
    Text(Box<str>),
    /// A string with interpolation.
    Template(Template),
    /// A list.
    List(Vec<Expression>),
    /// An object with literal keys, sorted by key.
    Object(Vec<(Box<str>, Expression)>),
    /// A name of the table.
    Name(Name),
    /// One side of the change.
    Side(Side),
    /// A variable of an enclosing `for`, by its position.
    Local(usize),
    /// An attribute of a value.
    Attribute(Box<Expression>, Box<str>),
    /// An element of a list or a member of an object.
    Index(Box<(Expression, Expression)>),
    /// `!`.
    Not(Box<Expression>),
    /// `-`.
    Negate(Box<Expression>),
    /// An operator between two values.
    Binary(Operator, Box<(Expression, Expression)>),
    /// `condition ? yes : no`.
    Conditional(Box<(Expression, Expression, Expression)>),
    /// A list made from a list.
    For(Box<For>),
    /// A call with values.
    Call(Function, Vec<Expression>),
    /// A call with literal paths, and for some functions a value.
    PathCall(Function, Vec<Path>, Option<Box<Expression>>),
    /// A call of `glob`.
    Glob(Glob, Box<Expression>),
    /// A call of `regex`.
    Regex(Regex, Box<Expression>),
}

/// `[for key, value in collection : result if condition]`, or a splat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct For {
    /// What is walked.
    pub collection: Expression,
    /// The position of the key variable; the value variable has the next one.
    pub slot: usize,
    /// What each element becomes.
    pub result: Expression,
    /// Which elements count.
    pub condition: Option<Expression>,
    /// A splat takes what is no list for a list of one.
    pub splat: bool,
}

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    /// `&&`.
    And,
    /// `||`.
    Or,
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterEqual,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
}

impl Operator {
    /// Returns the spelling.
    pub fn name(self) -> &'static str {
        match self {
            Operator::And => "&&",
            Operator::Or => "||",
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::LessEqual => "<=",
            Operator::Greater => ">",
            Operator::GreaterEqual => ">=",
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
        }
    }
}

/// A string with interpolation: of a condition, or the message of a rule.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Template {
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Part {
    /// Text as it stands.
    Text(Box<str>),
    /// A value to be inserted.
    Value(Expression),
}
