//! Which files of a directory are configuration, and in which order they count.

/// Whose rules decide which files count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Terraform: `.tofu` files mean nothing.
    Terraform,
    /// OpenTofu: a `.tofu` file hides the `.tf` file of the same name.
    OpenTofu,
    /// Nobody knows: as OpenTofu, and a directory where that matters is a problem.
    #[default]
    Unknown,
}

/// The files of a directory, each list in the order in which it counts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Selected {
    /// The files that declare.
    pub(super) primary: Vec<String>,
    /// The files that change what others declare.
    pub(super) overrides: Vec<String>,
    /// The files that give variables of a root module their values.
    pub(super) values: Vec<String>,
    /// A file that the two tools see differently.
    pub(super) disputed: Option<String>,
}

/// Sorts the names of a directory. In a snapshot every file counted, so that nothing is hidden.
pub(super) fn select(mut names: Vec<String>, dialect: Dialect, snapshot: bool) -> Selected {
    names.sort_unstable();
    let mut selected = Selected::default();
    for name in &names {
        if is_value_file(name) {
            selected.values.push(name.clone());
        }
        let Some((stem, extension)) = split(name) else {
            continue;
        };
        let tofu = extension.starts_with(".tofu");
        if tofu && !snapshot {
            match dialect {
                Dialect::Terraform => continue,
                Dialect::OpenTofu => {}
                Dialect::Unknown => selected.disputed = Some(name.clone()),
            }
        }
        let twin = || format!("{stem}{}", extension.replace(".tf", ".tofu"));
        if !tofu && !snapshot && dialect != Dialect::Terraform && names.binary_search(&twin()).is_ok() {
            continue;
        }
        if stem == "override" || stem.ends_with("_override") {
            selected.overrides.push(name.clone());
        } else {
            selected.primary.push(name.clone());
        }
    }
    // `terraform.tfvars` comes first, the others after it by name.
    selected.values.sort_by_key(|name| !name.starts_with("terraform.tfvars"));
    selected
}

/// Returns a name without its extension, and the extension, if it is one of configuration.
fn split(name: &str) -> Option<(&str, &str)> {
    if name.starts_with('.') || name.contains('/') {
        return None;
    }
    let extension = [".tf", ".tf.json", ".tofu", ".tofu.json"].into_iter().find(|end| name.ends_with(end))?;
    Some((name.strip_suffix(extension)?, extension))
}

fn is_value_file(name: &str) -> bool {
    matches!(name, "terraform.tfvars" | "terraform.tfvars.json")
        || (!name.starts_with('.') && (name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json")))
}

#[cfg(test)]
mod tests {
    use super::{Dialect, select};

    fn chosen(names: &[&str], dialect: Dialect, snapshot: bool) -> (Vec<String>, Vec<String>) {
        let selected = select(names.iter().map(|name| (*name).to_owned()).collect(), dialect, snapshot);
        (selected.primary, selected.overrides)
    }

    #[test]
    fn only_configuration_counts_and_overrides_come_last_by_name() {
        let names = [
            "z_override.tf",
            "override.tf.json",
            "main.tf",
            "a.tf.json",
            ".hidden.tf",
            "b.tf~",
            "#c.tf#",
            "x.tfvars",
            "t.tftest.hcl",
            "terragrunt.hcl",
            "overrides.tf",
            "my_override.tofu",
            "notoverride.tf",
        ];
        let (primary, overrides) = chosen(&names, Dialect::Terraform, false);
        assert_eq!(primary, ["a.tf.json", "main.tf", "notoverride.tf", "overrides.tf"]);
        assert_eq!(overrides, ["override.tf.json", "z_override.tf"]);
    }

    #[test]
    fn a_tofu_file_hides_its_twin_for_opentofu_alone() {
        let names = ["a.tf", "a.tofu", "b.tf.json", "b.tofu", "c.tofu.json", "c.tf.json"];
        for (dialect, snapshot, expected) in [
            (Dialect::Terraform, false, vec!["a.tf", "b.tf.json", "c.tf.json"]),
            (Dialect::OpenTofu, false, vec!["a.tofu", "b.tf.json", "b.tofu", "c.tofu.json"]),
            (Dialect::Unknown, false, vec!["a.tofu", "b.tf.json", "b.tofu", "c.tofu.json"]),
            (
                Dialect::Terraform,
                true,
                vec!["a.tf", "a.tofu", "b.tf.json", "b.tofu", "c.tf.json", "c.tofu.json"],
            ),
        ] {
            assert_eq!(chosen(&names, dialect, snapshot).0, expected, "{dialect:?} {snapshot}");
        }
    }

    #[test]
    fn values_count_in_the_order_of_terraform() {
        let names = [
            "b.auto.tfvars.json",
            "a.auto.tfvars",
            "terraform.tfvars.json",
            "terraform.tfvars",
            "dev.tfvars",
        ];
        let selected =
            select(names.iter().map(|name| (*name).to_owned()).collect(), Dialect::Terraform, false);
        let expected = ["terraform.tfvars", "terraform.tfvars.json", "a.auto.tfvars", "b.auto.tfvars.json"];
        assert_eq!(selected.values, expected);
    }
}
