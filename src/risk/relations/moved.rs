//! The `moved` block that tells Terraform of a rename.

use crate::plan::address::Address;

/// Returns the block, and in which module it stands: none for the root.
///
/// Within one module the block stands there and names both without the module. Where the two stand in different modules,
/// or in one that has several instances, it stands in the root and names both in full: in the module it would hold for
/// the other instances as well.
pub(super) fn block(from: &Address, to: &Address, other_name: bool) -> String {
    let single = from.modules.iter().all(|step| step.key.is_none());
    let one_module = single && from.modules == to.modules && !from.modules.is_empty();
    let place = one_module.then(|| {
        let names: Vec<String> = from.modules.iter().map(|step| format!("module.{}", step.name)).collect();
        format!("# in {}\n", names.join("."))
    });
    let shown = |address: &Address| {
        let mut address = address.clone();
        if one_module {
            address.modules.clear();
        }
        address.to_string()
    };
    let keep = if other_name {
        "  # the name differs, too: keep the old one where another replaces the object\n"
    } else {
        ""
    };
    format!(
        "{}moved {{\n{keep}  from = {}\n  to   = {}\n}}",
        place.unwrap_or_default(),
        shown(from),
        shown(to)
    )
}

#[cfg(test)]
mod tests {
    use super::block;
    use crate::plan::address::Address;

    #[test]
    fn the_block_stands_where_terraform_accepts_it() {
        for (from, to, place, shown_from, shown_to) in [
            ("t.a", "t.b", "", "t.a", "t.b"),
            ("t.a[0]", r#"t.a["x.\"y"]"#, "", "t.a[0]", r#"t.a["x.\"y"]"#),
            ("module.m.t.a", "module.m.t.b", "# in module.m\n", "t.a", "t.b"),
            (
                "module.m.module.n.t.a",
                r#"module.m.module.n.t.a["x"]"#,
                "# in module.m.module.n\n",
                "t.a",
                r#"t.a["x"]"#,
            ),
            (
                r#"module.m["k"].t.a"#,
                r#"module.m["k"].t.b"#,
                "",
                r#"module.m["k"].t.a"#,
                r#"module.m["k"].t.b"#,
            ),
            (
                r#"module.m["k"].t.a"#,
                r#"module.m["l"].t.a"#,
                "",
                r#"module.m["k"].t.a"#,
                r#"module.m["l"].t.a"#,
            ),
            ("t.a", "module.m.t.a", "", "t.a", "module.m.t.a"),
        ] {
            let [from, to] = [from, to].map(|text| Address::parse(text).unwrap());
            let expected = format!("{place}moved {{\n  from = {shown_from}\n  to   = {shown_to}\n}}");
            assert_eq!(block(&from, &to, false), expected);
        }
    }
}
