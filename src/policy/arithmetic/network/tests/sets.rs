//! Sets of addresses and ports.

use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::testing::{ask, ask_unknown};
use super::super::{Addresses, Intervals, Ports, Protocol, is_world, newly_world, ports};

#[test]
fn the_world_has_many_spellings() {
    for (networks, expected) in [
        (&["0.0.0.0/0"][..], true),
        (&["::/0"], true),
        (&["*"], true),
        (&["Internet"], true),
        (&["any"], true),
        (&["Any"], true),
        (&["0.0.0.0"], true),
        (&["0/0"], true),
        (&["0.0.0.0/00"], true),
        (&["203.0.113.7/0"], true),
        (&["0.0.0.0/1", "128.0.0.0/1"], true),
        (&["0.0.0.0/1"], true),
        (&["128.0.0.0/1"], true),
        (&["0.0.0.0/2", "64.0.0.0/2"], true),
        (&["0.0.0.0/2", "64.0.0.0/3"], false),
        (&["::/1", "8000::/1"], true),
        (&["::/1"], true),
        (&["8000::/1"], false),
        (&["2000::/3"], true),
        (&["2000::/4"], true),
        (&["2001::/16"], false),
        (&["0000::0/0"], true),
        (&["0.0.0.0-255.255.255.255"], true),
        (&["1.0.0.0-223.255.255.255"], true),
        (&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"], false),
        (
            &["0.0.0.0/5", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2"],
            false,
        ),
        (
            &[
                "0.0.0.0/5",
                "8.0.0.0/7",
                "11.0.0.0/8",
                "12.0.0.0/6",
                "16.0.0.0/4",
                "32.0.0.0/3",
                "64.0.0.0/2",
                "128.0.0.0/3",
            ],
            true,
        ),
        (&["0.0.0.0/32"], false),
        (&[], false),
    ] {
        assert_eq!(Addresses::of_all(networks).unwrap().is_world(), expected, "{networks:?}");
    }
}

#[test]
fn networks_are_read_or_refused() {
    let same =
        |a: &str, b: &str| assert_eq!(Addresses::parse(a).unwrap(), Addresses::parse(b).unwrap(), "{a} {b}");
    same("10.1.2.3/8", "10.0.0.0/8");
    same("10.0.0.1", "10.0.0.1/32");
    same(" 10.0.0.0/8 ", "10.0.0.0-10.255.255.255");
    same("2001:DB8::1/32", "2001:db8::/32");
    same("::1", "::1-::1");
    for text in [
        "",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "/8",
        "10.0.0/8",
        "256.0.0.0/8",
        "010.0.0.0/8",
        "::/129",
        "pl-1a2b",
        "sg-1a2b",
        "VirtualNetwork",
        "10.0.0.9-10.0.0.1",
        "10.0.0.0/8/8",
        "10.0.0.0 /8",
        "::1-10.0.0.1",
        "10.0.0.0/8é",
    ] {
        assert_eq!(Addresses::parse(text), None, "{text}");
    }
}

#[test]
fn a_list_of_networks_newly_is_the_world() {
    for (before, after, expected) in [
        ("", r#"["0.0.0.0/0"]"#, Yes),
        (r#"["10.0.0.0/8"]"#, r#"["10.0.0.0/8","0.0.0.0/1","128.0.0.0/1"]"#, Yes),
        (r#"["0.0.0.0/0"]"#, r#"["0.0.0.0/0"]"#, No),
        (r#"["0.0.0.0/0"]"#, r#"["::/0","0.0.0.0/0"]"#, No),
        (r#"["0.0.0.0/0"]"#, r#"["10.0.0.0/8"]"#, No),
        ("", r#""0.0.0.0/0""#, Yes),
        ("", "[]", No),
        ("", "null", No),
        ("", r#"["office"]"#, No),
    ] {
        assert_eq!(ask(before, after, newly_world), expected, "{before} -> {after}");
    }
    let unknown = |after, unknown| ask_unknown("", after, unknown, |sides| is_world(sides.after));
    assert_eq!(unknown(r#"["10.0.0.0/8",null]"#, "[false,true]"), Unknown);
    assert_eq!(unknown(r#"["0.0.0.0/0",null]"#, "[false,true]"), Yes);
    assert_eq!(unknown("", "true"), Unknown);
}

#[test]
fn ports_have_many_spellings() {
    let span = |from, to| Some(Intervals::span(from, to));
    for (text, expected) in [
        ("22", span(22, 22)),
        ("20-25", span(20, 25)),
        (" 20 - 25 ", span(20, 25)),
        ("80,443", Some(Intervals::of([(80, 80), (443, 443)]))),
        ("80, 81-90", span(80, 90)),
        ("*", span(0, 65535)),
        ("all", span(0, 65535)),
        ("any", span(0, 65535)),
        ("0", span(0, 65535)),
        ("", span(0, 65535)),
        ("0-65535", span(0, 65535)),
        ("25-20", None),
        ("65536", None),
        ("ssh", None),
        ("1-2-3", None),
        ("80,", None),
    ] {
        assert_eq!(ports::parse(text), expected, "{text:?}");
    }
    for (from, to, expected) in [
        (Some(22), Some(22), (22, 22)),
        (Some(0), Some(0), (0, 65535)),
        (Some(-1), Some(-1), (0, 65535)),
        (Some(0), Some(65535), (0, 65535)),
        (None, None, (0, 65535)),
        (Some(22), None, (22, 22)),
        (Some(0), Some(22), (0, 22)),
        (Some(30), Some(20), (20, 30)),
        (Some(1), Some(99999), (1, 65535)),
    ] {
        assert_eq!(ports::between(from, to), Intervals::span(expected.0, expected.1), "{from:?} {to:?}");
    }
    assert_eq!(Ports::Any.set().count(), 65536);
    assert_eq!(Ports::AdminOrData.set().count(), 14);
    assert_eq!(Ports::Other.set().count(), 65536 - 14 - 2);
}

#[test]
fn protocols_have_names_and_numbers() {
    for (text, expected) in [
        ("-1", Protocol::All),
        ("*", Protocol::All),
        ("ALL", Protocol::All),
        ("tcp", Protocol::Tcp),
        ("Tcp", Protocol::Tcp),
        ("6", Protocol::Tcp),
        ("17", Protocol::Udp),
        ("sctp", Protocol::Sctp),
        ("1", Protocol::Other("icmp".into())),
        ("icmpv6", Protocol::Other("icmpv6".into())),
        ("58", Protocol::Other("icmpv6".into())),
        ("50", Protocol::Other("50".into())),
    ] {
        assert_eq!(Protocol::parse(text), expected, "{text}");
    }
}

/// Networks within 10.0.0.0/24, as (last byte, prefix length beyond 24), and what they hold by trying every address.
fn small() -> impl Strategy<Value = (Addresses, Vec<bool>)> {
    prop::collection::vec((any::<u8>(), 0_u32..=8), 0..6).prop_map(|blocks| {
        let texts: Vec<String> =
            blocks.iter().map(|(last, length)| format!("10.0.0.{last}/{}", 24 + length)).collect();
        let holds = |address: u8| {
            blocks.iter().any(|(last, length)| {
                let host = 8 - length;
                (u32::from(address) >> host) == (u32::from(*last) >> host)
            })
        };
        (Addresses::of_all(&texts).unwrap(), (0..=u8::MAX).map(holds).collect())
    })
}

fn held(set: &Addresses) -> Vec<bool> {
    (0..256_u128).map(|last| set.v4.contains((10 << 24) + last)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn sets_agree_with_trying_every_address((a, in_a) in small(), (b, in_b) in small()) {
        let each = |one: fn(bool, bool) -> bool| -> Vec<bool> {
            in_a.iter().zip(&in_b).map(|(a, b)| one(*a, *b)).collect()
        };
        prop_assert_eq!(held(&a), in_a.clone());
        prop_assert_eq!(held(&a.union(&b)), each(|a, b| a || b));
        prop_assert_eq!(held(&a.difference(&b)), each(|a, b| a && !b));
        let both = Addresses { v4: a.v4.intersection(&b.v4), ..Addresses::default() };
        prop_assert_eq!(held(&both), each(|a, b| a && b));
        prop_assert_eq!(a.v4.count(), in_a.iter().filter(|held| **held).count() as u128);
        // Equal sets are equal values: what is taken out and put back is as it was.
        prop_assert_eq!(a.difference(&b).union(&both), a);
    }

    #[test]
    fn sets_of_the_greatest_numbers_do_not_overflow(a in any::<u128>(), b in any::<u128>()) {
        let all = Intervals::span(0, u128::MAX);
        let some = Intervals::span(a.min(b), a.max(b));
        let rest = all.difference(&some);
        prop_assert_eq!(rest.union(&some), all.clone());
        prop_assert!(rest.intersection(&some).is_empty());
        prop_assert!(all.difference(&all).is_empty());
        prop_assert_eq!(some.difference(&all), Intervals::default());
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>(), odd in "[0-9a-f:./*-]{0,24}") {
        for text in [text, odd] {
            let _ = (Addresses::parse(&text), ports::parse(&text), Protocol::parse(&text));
        }
    }
}
