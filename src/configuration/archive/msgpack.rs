//! Simple values in MessagePack, as a plan file holds the values of variables.

use crate::configuration::value::Literal;

/// Returns a value that was packed with its type before it: `[type, value]`. None for anything that is not simple.
pub(super) fn simple(packed: &[u8]) -> Option<Literal> {
    let (pair, rest) = packed.split_first()?;
    if *pair != 0x92 {
        return None;
    }
    let (kind, rest) = bytes(rest)?;
    let kind = std::str::from_utf8(kind).ok()?;
    let (first, behind) = rest.split_first()?;
    let value = match first {
        0xC0 => Literal::Null,
        0xC2 => Literal::Bool(false),
        0xC3 => Literal::Bool(true),
        0x00..=0x7F => Literal::Number(first.to_string()),
        0xE0..=0xFF => Literal::Number(i8::from_be_bytes([*first]).to_string()),
        0xCC => number(behind, u8::from_be_bytes)?,
        0xCD => number(behind, u16::from_be_bytes)?,
        0xCE => number(behind, u32::from_be_bytes)?,
        0xCF => number(behind, u64::from_be_bytes)?,
        0xD0 => number(behind, i8::from_be_bytes)?,
        0xD1 => number(behind, i16::from_be_bytes)?,
        0xD2 => number(behind, i32::from_be_bytes)?,
        0xD3 => number(behind, i64::from_be_bytes)?,
        0xCB => number(behind, f64::from_be_bytes)?,
        _ => {
            let text = std::str::from_utf8(bytes(rest)?.0).ok()?.to_owned();
            // A number that fits no other form is packed as its text.
            return Some(if kind == "\"number\"" { Literal::Number(text) } else { Literal::Text(text) });
        }
    };
    Some(value)
}

/// Returns a string or binary value, and what follows it.
fn bytes(packed: &[u8]) -> Option<(&[u8], &[u8])> {
    let (first, rest) = packed.split_first()?;
    let (length, rest) = match first {
        0xA0..=0xBF => (usize::from(first & 0x1F), rest),
        0xC4 | 0xD9 => (usize::from(*rest.first()?), rest.get(1..)?),
        0xC5 | 0xDA => (usize::from(u16::from_be_bytes(rest.get(..2)?.try_into().ok()?)), rest.get(2..)?),
        0xC6 | 0xDB => {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
            (usize::try_from(length).ok()?, rest.get(4..)?)
        }
        _ => return None,
    };
    rest.split_at_checked(length)
}

fn number<const N: usize, T: ToString>(packed: &[u8], read: fn([u8; N]) -> T) -> Option<Literal> {
    Some(Literal::Number(read(packed.get(..N)?.try_into().ok()?).to_string()))
}
