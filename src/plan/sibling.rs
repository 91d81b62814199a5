//! Resources that stand together: members of one cluster, which know their parent by an identifier.
//!
//! Whether the last reader of a cluster goes away can be told only by those that stay. So a plan keeps, of the
//! resources it leaves alone, those whose type is in this table.

use super::value::Value;
use super::view::View;

/// The types whose members stand together, and the attribute that names their parent.
///
/// | type | parent attribute |
/// |---|---|
/// | `aws_rds_cluster_instance` | `cluster_identifier` |
/// | `aws_docdb_cluster_instance` | `cluster_identifier` |
/// | `aws_neptune_cluster_instance` | `cluster_identifier` |
pub const PARENTS: [(&str, &str); 3] = [
    ("aws_docdb_cluster_instance", "cluster_identifier"),
    ("aws_neptune_cluster_instance", "cluster_identifier"),
    ("aws_rds_cluster_instance", "cluster_identifier"),
];

/// A resource that stays as it is and that others may stand in a relation to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sibling {
    /// The resource type.
    pub kind: String,
    /// The address.
    pub address: String,
    /// The identifier of its parent, if it is known.
    pub parent: Option<String>,
}

/// Returns true if resources of this type stand together.
pub fn is_sibling(kind: &str) -> bool {
    PARENTS.iter().any(|(known, _)| *known == kind)
}

/// Returns the identifier of the parent of a resource of type `kind`, seen from one side of its change.
pub fn parent(kind: &str, side: &View<'_>) -> Option<String> {
    let (_, attribute) = PARENTS.iter().find(|(known, _)| *known == kind)?;
    side.get(attribute).known().and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{is_sibling, parent};
    use crate::plan::parse;
    use crate::plan::view::View;

    #[test]
    fn a_parent_is_known_only_for_the_types_of_the_table_and_where_its_value_is_known() {
        let object = parse::value(r#"{"cluster_identifier":"main","other":"x"}"#).unwrap();
        let unknown = parse::value(r#"{"cluster_identifier":true}"#).unwrap();
        let known = View::new(Some(&object), None, None);
        let later = View::new(None, Some(&unknown), None);
        assert_eq!(parent("aws_rds_cluster_instance", &known).as_deref(), Some("main"));
        assert_eq!(parent("aws_rds_cluster_instance", &later), None);
        assert_eq!(parent("aws_db_instance", &known), None);
        assert!(is_sibling("aws_neptune_cluster_instance"));
        assert!(!is_sibling("aws_neptune_cluster"));
    }
}
