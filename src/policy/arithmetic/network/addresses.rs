//! Sets of addresses of both families, and when such a set is the whole world.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::intervals::Intervals;

const V4_LAST: u128 = u32::MAX as u128;

/// Half of all IPv4 addresses. A set that large is the world: `0.0.0.0/1` is as good as `0.0.0.0/0` to whoever scans,
/// and lists that leave out private networks or a few countries are longer than half. No network that anybody owns
/// comes near it.
const V4_WORLD: u128 = 1 << 31;

/// The addresses of IPv6 that are given out for global use, `2000::/3`.
const V6_GLOBAL: (u128, u128) = (0x2000 << 112, (0x4000 << 112) - 1);

/// Half of those, as for IPv4. It is also what counts in `::/1`, in which they all lie.
const V6_WORLD: u128 = 1 << 124;

/// A set of addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Addresses {
    /// IPv4.
    pub v4: Intervals,
    /// IPv6.
    pub v6: Intervals,
}

impl Addresses {
    /// Returns all addresses of both families.
    pub fn all() -> Addresses {
        Addresses { v4: Intervals::span(0, V4_LAST), v6: Intervals::span(0, u128::MAX) }
    }

    /// Reads a network (`10.0.0.0/8`, `2001:db8::/32`), one address, a range of two addresses with a dash, or one of
    /// the words that mean all of them; none if it is something else.
    ///
    /// Bits beyond the prefix are dropped, as the clouds drop them. `0.0.0.0` alone means all, as Azure reads it: as an
    /// address of its own it means nothing.
    pub fn parse(text: &str) -> Option<Addresses> {
        let text = text.trim();
        if ["*", "any", "internet", "<nw>/0", "/0"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Some(Addresses::all());
        }
        if let Some((from, to)) = text.split_once('-') {
            return range(from.trim(), to.trim());
        }
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(prefix(length)?)),
            None => (text, None),
        };
        // `0/0`, as some tools write it.
        let address = if address == "0" && length == Some(0) { "0.0.0.0" } else { address };
        if let Ok(v4) = address.parse::<Ipv4Addr>() {
            let number = u128::from(u32::from(v4));
            let length = length.unwrap_or(if number == 0 { 0 } else { 32 });
            let span = block(number, length, 32)?;
            return Some(Addresses { v4: Intervals::of([span]), v6: Intervals::default() });
        }
        let number = u128::from(address.parse::<Ipv6Addr>().ok()?);
        let length = length.unwrap_or(if number == 0 { 0 } else { 128 });
        let span = block(number, length, 128)?;
        Some(Addresses { v4: Intervals::default(), v6: Intervals::of([span]) })
    }

    /// Reads several and returns their union; none if one of them is something else.
    pub fn of_all<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Option<Addresses> {
        let read =
            texts.into_iter().map(|text| Addresses::parse(text.as_ref())).collect::<Option<Vec<_>>>()?;
        Some(Addresses::union_of(&read))
    }

    /// Returns the union of several sets.
    pub fn union_of(sets: &[Addresses]) -> Addresses {
        Addresses {
            v4: Intervals::of(sets.iter().flat_map(|set| set.v4.spans()).copied()),
            v6: Intervals::of(sets.iter().flat_map(|set| set.v6.spans()).copied()),
        }
    }

    /// Returns true if there is no address in the set.
    pub fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// Returns true if the set holds at least half of the addresses in use of either family.
    pub fn is_world(&self) -> bool {
        let global = Intervals::of([V6_GLOBAL]);
        self.v4.count() >= V4_WORLD || self.v6.intersection(&global).count() >= V6_WORLD
    }

    /// Returns how many spans the set is made of.
    pub fn len(&self) -> usize {
        self.v4.spans().len() + self.v6.spans().len()
    }

    /// Returns what is in either set.
    #[must_use]
    pub fn union(&self, other: &Addresses) -> Addresses {
        Addresses { v4: self.v4.union(&other.v4), v6: self.v6.union(&other.v6) }
    }

    /// Returns what is in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Addresses) -> Addresses {
        Addresses { v4: self.v4.difference(&other.v4), v6: self.v6.difference(&other.v6) }
    }
}

fn prefix(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn block(number: u128, length: u32, bits: u32) -> Option<(u128, u128)> {
    let host = bits.checked_sub(length)?;
    // A shift by all 128 bits is none.
    let mask = 1_u128.checked_shl(host).map_or(u128::MAX, |size| size - 1);
    let first = number & !mask;
    Some((first, first | mask))
}

fn range(from: &str, to: &str) -> Option<Addresses> {
    if let (Ok(from), Ok(to)) = (from.parse::<Ipv4Addr>(), to.parse::<Ipv4Addr>()) {
        let span = (u128::from(u32::from(from)), u128::from(u32::from(to)));
        return (span.0 <= span.1).then(|| Addresses { v4: Intervals::of([span]), v6: Intervals::default() });
    }
    let (from, to) = (from.parse::<Ipv6Addr>().ok()?, to.parse::<Ipv6Addr>().ok()?);
    let span = (u128::from(from), u128::from(to));
    (span.0 <= span.1).then(|| Addresses { v4: Intervals::default(), v6: Intervals::of([span]) })
}
