//! Patterns as actions and resources of a policy use them: `*` for any text, `?` for any one character.

use std::collections::HashSet;
use std::fmt;

use super::super::budget::Budget;

/// How many sets of positions an inclusion test may visit before it gives up; ordinary patterns need a few dozen.
const SETS: usize = 4096;

/// What a step of such a test costs beside the positions it looks at.
const STEP: usize = 8;

/// A pattern, with runs of wildcards in one canonical order, so that equal patterns compare equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern {
    tokens: Vec<Token>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Token {
    /// `*`.
    Many,
    /// `?`.
    One,
    Char(char),
    /// `${aws:username}`: some text that is not known here.
    Variable(Box<str>),
}

/// What is read from the included pattern.
#[derive(Clone, Copy)]
enum Symbol<'p> {
    Char(char),
    /// A character that occurs in no pattern.
    Fresh,
    Variable(&'p str),
}

impl Pattern {
    /// Reads a pattern. With `variables`, `${...}` is a policy variable, and `${*}`, `${?}` and `${$}` are the
    /// characters themselves, as in documents of version 2012-10-17; without, it is plain text.
    pub fn new(text: &str, variables: bool) -> Pattern {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if variables
                && let Some(behind) = rest.strip_prefix("${")
                && let Some((name, end)) = behind.split_once('}')
            {
                let mut characters = name.chars();
                tokens.push(match (characters.next(), characters.next()) {
                    (Some(literal @ ('*' | '?' | '$')), None) => Token::Char(literal),
                    _ => Token::Variable(name.into()),
                });
                rest = end;
                continue;
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            match (first, tokens.last()) {
                ('*', Some(Token::Many)) => {}
                ('*', _) => tokens.push(Token::Many),
                // `*?` and `?*` mean the same: the star goes last.
                ('?', Some(Token::Many)) => {
                    let at = tokens.len() - 1;
                    tokens.insert(at, Token::One);
                }
                ('?', _) => tokens.push(Token::One),
                (other, _) => tokens.push(Token::Char(other)),
            }
        }
        Pattern { tokens }
    }

    /// Returns a pattern that means its text and nothing else.
    pub fn literal(text: &str) -> Pattern {
        Pattern { tokens: text.chars().map(Token::Char).collect() }
    }

    /// Returns true for `*`.
    pub fn is_all(&self) -> bool {
        self.tokens == [Token::Many]
    }

    /// Returns true if the pattern consists of wildcards only; the empty pattern does not.
    pub fn is_wildcards(&self) -> bool {
        !self.tokens.is_empty() && self.tokens.iter().all(|token| matches!(token, Token::Many | Token::One))
    }

    /// Returns true if there is a wildcard in it.
    pub fn has_wildcard(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Many | Token::One))
    }

    /// Returns the names of the policy variables in it.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Variable(name) => Some(name.as_ref()),
            _ => None,
        })
    }

    /// Returns true if every text that `other` matches is matched by this pattern.
    ///
    /// Exact for any number of wildcards. A policy variable is covered by `*` and by itself only. Where the patterns
    /// are so entangled that the test would take too long, the result is false.
    pub fn covers(&self, other: &Pattern) -> bool {
        self.covers_within(other, &mut Budget::new()).unwrap_or(false)
    }

    /// As [`Pattern::covers`]; none if it would take too long.
    ///
    /// The positions of this pattern are walked as a set while `other` is read. For `?` a character is read that
    /// occurs in no pattern, for `*` any number of those: what this pattern matches with that character it matches
    /// with any, so nothing else needs to be tried.
    pub(super) fn covers_within(&self, other: &Pattern, budget: &mut Budget) -> Option<bool> {
        budget.spend(1)?;
        if self.is_all() || self == other {
            return Some(true);
        }
        // What stands before the first wildcard must stand there as well: this settles nearly every case.
        let Some(fixed) = self.tokens.iter().position(|token| matches!(token, Token::Many | Token::One))
        else {
            return Some(false);
        };
        if self.tokens.get(..fixed) != other.tokens.get(..fixed) {
            return Some(false);
        }
        let mut seen = HashSet::new();
        let mut open = vec![(fixed, self.closed(vec![fixed]))];
        while let Some((at, set)) = open.pop() {
            budget.spend(STEP + set.len())?;
            // What comes is covered whatever it is once a star at the end is reached.
            if set.iter().any(|position| self.tokens.get(*position..) == Some(&[Token::Many])) {
                continue;
            }
            if set.is_empty() {
                return Some(false);
            }
            let next = other.tokens.get(at);
            // Only a star can lead to the same place twice.
            if next == Some(&Token::Many) && !seen.insert((at, set.clone())) {
                continue;
            }
            if seen.len() > SETS {
                return None;
            }
            match next {
                None if set.contains(&self.tokens.len()) => {}
                None => return Some(false),
                Some(Token::Many) => {
                    open.push((at, self.step(&set, Symbol::Fresh)));
                    open.push((at + 1, set));
                }
                Some(Token::One) => open.push((at + 1, self.step(&set, Symbol::Fresh))),
                Some(Token::Char(read)) => open.push((at + 1, self.step(&set, Symbol::Char(*read)))),
                Some(Token::Variable(name)) => {
                    open.push((at + 1, self.step(&set, Symbol::Variable(name))));
                }
            }
        }
        Some(true)
    }

    /// Returns true if some text is matched by both patterns; a policy variable may stand for any text.
    pub fn overlaps(&self, other: &Pattern) -> bool {
        self.overlaps_within(other, &mut Budget::new()).unwrap_or(true)
    }

    /// As [`Pattern::overlaps`]; none if it would take too long.
    pub(super) fn overlaps_within(&self, other: &Pattern, budget: &mut Budget) -> Option<bool> {
        budget.spend(1)?;
        if self.is_all() || other.is_all() || self == other {
            return Some(true);
        }
        let mut seen = HashSet::new();
        let mut open = vec![(0_usize, 0_usize)];
        while let Some((left, right)) = open.pop() {
            if !seen.insert((left, right)) {
                continue;
            }
            budget.spend(STEP)?;
            let (a, b) = (self.tokens.get(left), other.tokens.get(right));
            let any = |token: Option<&Token>| matches!(token, Some(Token::Many | Token::Variable(_)));
            if a.is_none() && b.is_none() {
                return Some(true);
            }
            if any(a) {
                open.push((left + 1, right));
                if b.is_some() {
                    open.push((left, right + 1));
                }
            }
            if any(b) {
                open.push((left, right + 1));
                if a.is_some() {
                    open.push((left + 1, right));
                }
            }
            match (a, b) {
                (Some(Token::One), Some(Token::One | Token::Char(_)))
                | (Some(Token::Char(_)), Some(Token::One)) => open.push((left + 1, right + 1)),
                (Some(Token::Char(x)), Some(Token::Char(y))) if x == y => open.push((left + 1, right + 1)),
                _ => {}
            }
        }
        Some(false)
    }

    /// Returns the positions after one symbol, sorted, each once.
    fn step(&self, set: &[usize], symbol: Symbol<'_>) -> Vec<usize> {
        let mut next = Vec::with_capacity(set.len() + 1);
        for position in set {
            match (self.tokens.get(*position), symbol) {
                (Some(Token::Many), _) => next.push(*position),
                (Some(Token::One), Symbol::Char(_) | Symbol::Fresh) => next.push(position + 1),
                (Some(Token::Char(own)), Symbol::Char(read)) if *own == read => next.push(position + 1),
                (Some(Token::Variable(own)), Symbol::Variable(read)) if own.as_ref() == read => {
                    next.push(position + 1);
                }
                _ => {}
            }
        }
        self.closed(next)
    }

    /// Adds the positions behind stars, which may stand for nothing.
    fn closed(&self, mut set: Vec<usize>) -> Vec<usize> {
        let mut index = 0;
        while let Some(position) = set.get(index).copied() {
            if self.tokens.get(position) == Some(&Token::Many) {
                set.push(position + 1);
            }
            index += 1;
        }
        set.sort_unstable();
        set.dedup();
        set
    }
}

/// Returns true if one of the patterns covers `one`; none if that takes too long to see.
pub(super) fn any_covers(patterns: &[Pattern], one: &Pattern, budget: &mut Budget) -> Option<bool> {
    for pattern in patterns {
        if pattern.covers_within(one, budget)? {
            return Some(true);
        }
    }
    Some(false)
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in &self.tokens {
            match token {
                Token::Many => f.write_str("*")?,
                Token::One => f.write_str("?")?,
                Token::Char(own) => write!(f, "{own}")?,
                Token::Variable(name) => write!(f, "${{{name}}}")?,
            }
        }
        Ok(())
    }
}
