//! Where the members of an element stand, found in one pass over it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Stop;
use crate::plan::scan::Scanner;

/// The members of an element that are read, or that Terraform is known to write.
#[derive(Debug, Clone, Copy)]
pub(super) enum Member {
    Address,
    PreviousAddress,
    ModuleAddress,
    Mode,
    Type,
    Name,
    Index,
    IndexUnknown,
    ProviderName,
    Deposed,
    Change,
    ActionReason,
    // Of `change`:
    Actions,
    Before,
    After,
    AfterUnknown,
    BeforeSensitive,
    AfterSensitive,
    ReplacePaths,
    Importing,
    GeneratedConfig,
    BeforeIdentity,
    AfterIdentity,
}

const MEMBERS: usize = Member::AfterIdentity as usize + 1;

fn of_element(key: &[u8]) -> Option<Member> {
    Some(match key {
        b"address" => Member::Address,
        b"previous_address" => Member::PreviousAddress,
        b"module_address" => Member::ModuleAddress,
        b"mode" => Member::Mode,
        b"type" => Member::Type,
        b"name" => Member::Name,
        b"index" => Member::Index,
        b"index_unknown" => Member::IndexUnknown,
        b"provider_name" => Member::ProviderName,
        b"deposed" => Member::Deposed,
        b"change" => Member::Change,
        b"action_reason" => Member::ActionReason,
        _ => return None,
    })
}

fn of_change(key: &[u8]) -> Option<Member> {
    Some(match key {
        b"actions" => Member::Actions,
        b"before" => Member::Before,
        b"after" => Member::After,
        b"after_unknown" => Member::AfterUnknown,
        b"before_sensitive" => Member::BeforeSensitive,
        b"after_sensitive" => Member::AfterSensitive,
        b"replace_paths" => Member::ReplacePaths,
        b"importing" => Member::Importing,
        b"generated_config" => Member::GeneratedConfig,
        b"before_identity" => Member::BeforeIdentity,
        b"after_identity" => Member::AfterIdentity,
        _ => return None,
    })
}

/// Where the members of an element stand in what the scanner keeps.
#[derive(Debug, Default)]
pub(super) struct Spans {
    members: [Option<Range<usize>>; MEMBERS],
    /// A key of the element or of its `change` that occurs twice.
    twice: Option<String>,
}

impl Spans {
    /// Walks over the element that comes next. It must be an object, and the scanner must keep it.
    pub(super) fn of_element(scanner: &mut Scanner<'_>) -> Result<Spans, Stop> {
        let mut spans = Spans::default();
        spans.walk(scanner, of_element)?;
        Ok(spans)
    }

    /// Walks over the `change` that comes next. It must be an object, and the scanner must keep it.
    pub(super) fn of_change(scanner: &mut Scanner<'_>) -> Result<Spans, Stop> {
        let mut spans = Spans::default();
        let start = scanner.offset();
        spans.walk(scanner, of_change)?;
        spans.set(Member::Change, start..scanner.offset());
        Ok(spans)
    }

    fn walk(&mut self, scanner: &mut Scanner<'_>, member: fn(&[u8]) -> Option<Member>) -> Result<(), Stop> {
        let mut others = BTreeSet::new();
        scanner.enter()?;
        while scanner.next_key()? {
            let known = member(scanner.key());
            let again = match known {
                Some(known) => self.get(known).is_some(),
                None => !others.insert(scanner.key().to_vec()),
            };
            if again && self.twice.is_none() {
                self.twice = Some(String::from_utf8_lossy(scanner.key()).into_owned());
            }
            match known {
                Some(Member::Change) if !again && scanner.peek()? == b'{' => {
                    let start = scanner.offset();
                    self.walk(scanner, of_change)?;
                    self.set(Member::Change, start..scanner.offset());
                }
                Some(known) => {
                    let span = scanner.span()?;
                    self.set(known, span);
                }
                None => scanner.skip()?,
            }
        }
        Ok(())
    }

    fn set(&mut self, member: Member, span: Range<usize>) {
        if let Some(slot) = self.members.get_mut(member as usize) {
            *slot = Some(span);
        }
    }

    /// Returns where a member stands, if it is there.
    pub(super) fn get(&self, member: Member) -> Option<&Range<usize>> {
        self.members.get(member as usize)?.as_ref()
    }

    /// Returns a key of the element or of its `change` that occurs twice.
    pub(super) fn twice(&self) -> Option<&str> {
        self.twice.as_deref()
    }
}
