//! What risky changes reach: who is in the graph, by which arrows, and what is left out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands"
)]

mod support;

use std::path::Path;

use applygate::policy::Risk;
use applygate::risk::Reach;
use serde_json::{Value, json};

use support::{judge, judge_bytes};

/// Returns a plan in which some buckets are destroyed; each other one refers to those behind the colon.
fn reach(destroyed: &[&str], configuration: &[(&str, &[&str])]) -> Reach {
    let changes: Vec<Value> = destroyed
        .iter()
        .map(|name| {
            let object = json!({"bucket": name, "id": name, "force_destroy": true});
            json!({
                "address": format!("aws_s3_bucket.{name}"), "mode": "managed", "type": "aws_s3_bucket", "name": name,
                "provider_name": "registry.terraform.io/hashicorp/aws",
                "change": {"actions": ["delete"], "before": object, "after": null, "after_unknown": {},
                           "before_sensitive": {}, "after_sensitive": false}
            })
        })
        .collect();
    let resources: Vec<Value> = configuration
        .iter()
        .map(|(name, references)| {
            let references: Vec<String> =
                references.iter().map(|name| format!("aws_s3_bucket.{name}.id")).collect();
            json!({
                "address": format!("aws_s3_bucket.{name}"), "mode": "managed", "type": "aws_s3_bucket", "name": name,
                "expressions": {"bucket_prefix": {"references": references}}
            })
        })
        .collect();
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": changes,
        "configuration": {"root_module": {"resources": resources}}
    });
    judge_bytes(serde_json::to_vec(&plan).unwrap().as_slice()).unwrap().assessment.reach
}

/// Returns the nodes as `name distance` and the arrows as `name > name`.
fn lines(reach: &Reach) -> (Vec<String>, Vec<String>) {
    let name = |at: usize| reach.nodes[at].address.trim_start_matches("aws_s3_bucket.").to_owned();
    let nodes = (0..reach.nodes.len()).map(|at| format!("{} {}", name(at), reach.nodes[at].distance));
    let edges = reach.edges.iter().map(|edge| format!("{} > {}", name(edge.from), name(edge.to)));
    (nodes.collect(), edges.collect())
}

#[test]
fn what_refers_to_a_risky_change_is_reached_near_and_far() {
    // A chain, a circle, a thing that refers to itself, and one that has nothing to do with it.
    let reach = reach(
        &["a"],
        &[
            ("a", &[]),
            ("b", &["a"]),
            ("c", &["b", "e"]),
            ("d", &["a", "c"]),
            ("e", &["c", "e"]),
            ("other", &[]),
        ],
    );
    let (nodes, edges) = lines(&reach);
    assert_eq!(nodes, ["a 0", "b 1", "d 1", "c 2", "e 3"]);
    assert_eq!(edges, ["a > b", "a > d", "b > c", "c > d", "c > e", "e > c"]);
    assert_eq!((reach.nodes[0].reaches, reach.nodes[1].reaches), (4, 3));
    assert_eq!((reach.more_risky, reach.more_reached, reach.more_edges), (0, 0, 0));
    assert!(reach.nodes[0].risk >= Risk::Medium && reach.nodes[0].changes == [0]);
    assert!(reach.nodes[1].risk == Risk::None && reach.nodes[1].changes.is_empty());
}

#[test]
fn a_plan_without_risk_reaches_nothing() {
    assert_eq!(reach(&[], &[("a", &[]), ("b", &["a"])]), Reach::default());
}

#[test]
fn a_graph_that_nobody_could_read_is_cut_and_counted() {
    let names: Vec<String> = (0..500).map(|n| format!("r{n:03}")).collect();
    let destroyed: Vec<&str> = names[..100].iter().map(String::as_str).collect();
    // Everything refers to everything before it, within reason.
    let references: Vec<Vec<&str>> =
        (0..500_usize).map(|n| (n.saturating_sub(9)..n).map(|n| names[n].as_str()).collect()).collect();
    let configuration: Vec<(&str, &[&str])> =
        names.iter().zip(&references).map(|(name, refers)| (name.as_str(), refers.as_slice())).collect();
    let reach = reach(&destroyed, &configuration);
    assert_eq!((reach.nodes.len(), reach.edges.len()), (60, 120));
    assert_eq!((reach.more_risky, reach.more_reached), (70, 370));
    assert!(reach.more_edges > 0);
    // The worst and nearest stay.
    assert!(reach.nodes.iter().take(30).all(|node| node.distance == 0));
    assert!(reach.nodes.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
    assert!(reach.edges.iter().all(|edge| edge.from < 60 && edge.to < 60 && edge.from != edge.to));
}

#[test]
fn instances_of_a_resource_are_one_node_and_relations_are_arrows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans/destroy-all/plan.json");
    let judged = judge(&root).unwrap();
    let reach = &judged.assessment.reach;
    let place = |address: &str| reach.nodes.iter().position(|node| node.address == address).unwrap();
    assert_eq!(reach.nodes[place("module.network.aws_subnet.private")].changes.len(), 2);
    assert_eq!(reach.nodes[0].address, "module.network.aws_vpc.this");
    let arrow = |from: &str, to: &str| {
        let (from, to) = (place(from), place(to));
        reach.edges.iter().find(|edge| (edge.from, edge.to) == (from, to)).map(|edge| edge.relation)
    };
    let (database, group) =
        ("module.database.aws_db_instance.this", "module.database.aws_db_subnet_group.this");
    assert_eq!(arrow(database, group).flatten().map(|kind| kind.name()), Some("goes-with"));
    // The database refers to the group besides; one arrow between two things is enough.
    assert_eq!(arrow(group, database), None);
    assert_eq!(arrow("module.network.aws_vpc.this", "module.network.aws_subnet.private"), Some(None));
}
