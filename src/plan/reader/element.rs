//! One element of `resource_changes` and its like: what it says.

use super::spans::{Member, Spans};
use super::{Stop, duplicates, wrong};
use crate::plan::address::{self, Address, Index};
use crate::plan::change::{self, ResourceChange};
use crate::plan::mode::Mode;
use crate::plan::operation::{Operation, Order};
use crate::plan::parse;
use crate::plan::scan::Scanner;
use crate::plan::sibling;
use crate::plan::value::Value;
use crate::plan::view::View;

/// An element with its text.
pub(super) struct Element<'s, 'r> {
    scanner: &'s Scanner<'r>,
    spans: &'s Spans,
    /// What to call it in messages: in front of its address, and if it has none.
    label: &'s str,
    place: &'s dyn Fn() -> String,
}

impl<'s, 'r> Element<'s, 'r> {
    /// Joins an element with its text. `label` is what to call it, but for its address; `place` is what to call it
    /// if it has none.
    ///
    /// # Errors
    ///
    /// A key that occurs twice.
    pub(super) fn new(
        scanner: &'s Scanner<'r>,
        spans: &'s Spans,
        label: &'s str,
        place: &'s dyn Fn() -> String,
    ) -> Result<Element<'s, 'r>, Stop> {
        let element = Element { scanner, spans, label, place };
        match spans.twice() {
            Some(key) => Err(element.twice(key)),
            None => Ok(element),
        }
    }

    /// Returns what to call the element.
    fn name(&self) -> String {
        let address = self.text(Member::Address).and_then(|text| parse::value(text).ok());
        match address.as_ref().and_then(Value::as_str) {
            Some(address) => format!("{} `{address}`", self.label),
            None => (self.place)(),
        }
    }

    /// Returns the problem of this element; `what` follows its name.
    fn wrong(&self, what: &str) -> Stop {
        wrong(format!("{} {what}", self.name()))
    }

    /// Returns the problem of a member that is not what it must be.
    fn wrong_type(&self, member: &str, wanted: &str) -> Stop {
        wrong(format!("{}: `{member}` is not {wanted}", self.name()))
    }

    fn twice(&self, key: &str) -> Stop {
        let mut problem = parse::twice(key);
        problem.message = format!("{}: {}", self.name(), problem.message);
        Stop::Wrong(problem)
    }

    /// Returns the JSON text of a member.
    pub(super) fn text(&self, member: Member) -> Option<&'s str> {
        self.spans.get(member).map(|span| self.scanner.kept(span))
    }

    fn optional(&self, member: Member, name: &str) -> Result<Option<String>, Stop> {
        let Some(text) = self.text(member) else {
            return Ok(None);
        };
        match parse::value(text)? {
            Value::String(string) => Ok(Some(string.into_owned())),
            _ => Err(self.wrong_type(name, "a string")),
        }
    }

    fn required(&self, member: Member, name: &str) -> Result<String, Stop> {
        self.optional(member, name)?.ok_or_else(|| self.wrong(&format!("has no `{name}`")))
    }

    /// Returns the `change` with what it does.
    pub(super) fn change(&self) -> Result<(Box<str>, Operation, Option<Order>), Stop> {
        let body = self.text(Member::Change).ok_or_else(|| self.wrong("has no `change`"))?;
        if !body.starts_with('{') {
            return Err(self.wrong_type("change", "an object"));
        }
        let actions = self.text(Member::Actions).ok_or_else(|| self.wrong("has no `actions`"))?;
        let actions = parse::value(actions)?;
        let names: Option<Vec<&str>> =
            actions.as_list().and_then(|actions| actions.iter().map(Value::as_str).collect());
        let names = names.ok_or_else(|| self.wrong_type("actions", "an array of strings"))?;
        let (operation, order) = Operation::from_actions(names.iter().copied()).ok_or_else(|| {
            let shown: String = names.join(", ").chars().take(100).collect();
            self.wrong(&format!("has the actions `{shown}`, which are not known"))
        })?;
        if let Some(text) = self.text(Member::ReplacePaths)
            && change::paths(&parse::value(text)?).is_none()
        {
            return Err(self.wrong_type("replace_paths", "an array of paths"));
        }
        if let Some(key) = duplicates::find(body) {
            return Err(self.twice(&key));
        }
        Ok((body.into(), operation, order))
    }

    fn mode(&self, address: &str) -> Result<Mode, Stop> {
        match self.optional(Member::Mode, "mode")?.as_deref() {
            Some("managed") => Ok(Mode::Managed),
            Some("data") => Ok(Mode::Data),
            Some("ephemeral") => Ok(Mode::Ephemeral),
            Some(_) => Err(self.wrong("has a `mode` that is not known")),
            // Plans that were cut down by hand lack it; the address says the same.
            None => {
                Address::parse(address).map(|address| address.mode).map_err(|_| self.wrong("has no `mode`"))
            }
        }
    }

    fn index(&self) -> Result<Option<Index>, Stop> {
        let unknown = match self.text(Member::IndexUnknown) {
            None | Some("false") => None,
            Some("true") => Some(Index::Unknown),
            Some(_) => return Err(self.wrong_type("index_unknown", "true or false")),
        };
        let Some(text) = self.text(Member::Index) else {
            return Ok(unknown);
        };
        let index = match parse::value(text)? {
            Value::String(key) => Some(Index::Key(key.into_owned())),
            Value::Number(number) => number.parse().ok().map(Index::Number),
            _ => None,
        };
        index.map(Some).ok_or_else(|| self.wrong_type("index", "a string or a whole number"))
    }

    /// Returns whether the element is a managed or data resource, not deposed, that stays as it is and where it is;
    /// [`Mode::Ephemeral`] never is.
    ///
    /// This looks at the text alone, because nearly all elements of nearly all plans are so; it may miss one that
    /// is spelled otherwise than Terraform does, and [`is_plain`] finds those.
    pub(super) fn plainly_unchanged(&self) -> Option<Mode> {
        let is_string = |member| self.text(member).is_some_and(|text| text.starts_with('"'));
        let absent = |member| self.spans.get(member).is_none();
        let plain = self.text(Member::Actions) == Some("[\"no-op\"]")
            && self.text(Member::Before) == self.text(Member::After)
            && !self.is_partly_unknown()
            && [Member::Address, Member::Type, Member::Name].into_iter().all(is_string)
            && [Member::Deposed, Member::PreviousAddress, Member::Importing, Member::IndexUnknown]
                .into_iter()
                .all(absent);
        match self.text(Member::Mode) {
            Some("\"managed\"") if plain => Some(Mode::Managed),
            Some("\"data\"") if plain => Some(Mode::Data),
            _ => None,
        }
    }

    /// Returns true if some value may be decided during apply; looks at the text alone.
    fn is_partly_unknown(&self) -> bool {
        let marks = self.text(Member::AfterUnknown).unwrap_or_default();
        marks.len() >= 4 && memchr::memmem::find(marks.as_bytes(), b"true").is_some()
    }

    /// Returns what the two sides say that happens, where the action says something else. Terraform never writes
    /// such a change; whoever does wants one of the two to be overlooked.
    fn contradiction(
        &self,
        mode: Mode,
        operation: Operation,
    ) -> Result<Option<(Operation, Option<Order>)>, Stop> {
        let there = |member| self.text(member).is_some_and(|side| side != "null");
        let (before, after) = (there(Member::Before), there(Member::After) || self.is_partly_unknown());
        let said = match operation {
            Operation::NoOp => operation,
            // Data sources are read, and nothing else is.
            Operation::Read if mode == Mode::Managed => operation,
            Operation::Update if before && after => return Ok(None),
            Operation::Update => operation,
            Operation::Create if before => {
                let same = self.text(Member::Before) == self.text(Member::After);
                let replaced = (Operation::Replace, Some(Order::DeleteFirst));
                return Ok(Some(replaced).filter(|_| !same && after));
            }
            _ => return Ok(None),
        };
        let does = match (before, after) {
            (false, false) => return Ok(None),
            (true, false) => Operation::Delete,
            (false, true) => Operation::Create,
            (true, true) if self.differs()? => Operation::Update,
            (true, true) => Operation::NoOp,
        };
        Ok((does != said && (does, said) != (Operation::NoOp, Operation::Read)).then_some((does, None)))
    }

    /// Returns true if the two sides differ as values.
    fn differs(&self) -> Result<bool, Stop> {
        let sides = [Member::Before, Member::After].map(|member| self.text(member).unwrap_or("null"));
        let unknown = self.text(Member::AfterUnknown).unwrap_or("false");
        let [before, after] = sides;
        let (before, after, unknown) = (parse::value(before)?, parse::value(after)?, parse::value(unknown)?);
        Ok(before != after || View::new(Some(&after), Some(&unknown), None).holds_unknown())
    }

    /// Returns true if the resource may stand in a relation to others.
    pub(super) fn is_sibling(&self) -> bool {
        let kind = self.text(Member::Type).unwrap_or_default();
        let plain = kind.strip_prefix('"').and_then(|kind| kind.strip_suffix('"'));
        plain.is_some_and(|kind| kind.contains('\\') || sibling::is_sibling(kind))
    }

    /// Reads the whole element, which is one of `resource_drift`.
    ///
    /// Terraform 0.15.4 to 1.1 writes no index there, and in the first of them no address and no module either.
    pub(super) fn drift(&self) -> Result<ResourceChange, Stop> {
        let mut drift = if self.spans.get(Member::Address).is_some() {
            self.resource_change()?
        } else {
            let kind = self.required(Member::Type, "type")?;
            let name = self.required(Member::Name, "name")?;
            let module = self.optional(Member::ModuleAddress, "module_address")?;
            let address =
                address::compose(module.as_deref(), Mode::Managed, &kind, &name, self.index()?.as_ref());
            self.at_address(address)?
        };
        if drift.index.is_none() {
            drift.index = Address::parse(&drift.address).ok().and_then(|address| address.key);
            drift.address_mismatch = mismatch(&drift);
        }
        Ok(drift)
    }

    /// Reads the whole element.
    pub(super) fn resource_change(&self) -> Result<ResourceChange, Stop> {
        self.at_address(self.required(Member::Address, "address")?)
    }

    fn at_address(&self, address: String) -> Result<ResourceChange, Stop> {
        let kind = self.required(Member::Type, "type")?;
        let name = self.required(Member::Name, "name")?;
        let (body, mut operation, mut order) = self.change()?;
        let module =
            self.optional(Member::ModuleAddress, "module_address")?.filter(|module| !module.is_empty());
        let (mode, index) = (self.mode(&address)?, self.index()?);
        let contradiction = self.contradiction(mode, operation)?;
        if let Some((does, in_order)) = contradiction {
            (operation, order) = (does, in_order);
        }
        let mut change = ResourceChange {
            address_mismatch: false,
            contradictory: contradiction.is_some(),
            previous_address: self.optional(Member::PreviousAddress, "previous_address")?,
            provider: self.optional(Member::ProviderName, "provider_name")?.unwrap_or_default(),
            deposed: self.optional(Member::Deposed, "deposed")?,
            reason: self.optional(Member::ActionReason, "action_reason")?,
            importing: self.text(Member::Importing).is_some_and(|importing| importing != "null"),
            address,
            module,
            mode,
            kind,
            name,
            index,
            operation,
            order,
            body,
        };
        change.address_mismatch = mismatch(&change);
        Ok(change)
    }
}

/// Returns true if the address is not what its parts make up.
fn mismatch(change: &ResourceChange) -> bool {
    let module = change.module.as_deref();
    let composed = address::compose(module, change.mode, &change.kind, &change.name, change.index.as_ref());
    !address::same_spelling(&composed, &change.address)
}

/// Returns true if nothing at all happens to a managed or data resource.
pub(super) fn is_plain(change: &ResourceChange) -> bool {
    change.operation == Operation::NoOp
        && change.mode != Mode::Ephemeral
        && change.deposed.is_none()
        && !change.importing
        && !change.moved()
}
