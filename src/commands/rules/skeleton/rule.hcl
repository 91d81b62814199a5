# A rule: what is dangerous, why, and what to do instead. This one is an example: change every line of it.
#
#   applygate rules test DIR    runs the rules of a folder on the plans in DIR/fixtures/<rule>/
#   applygate explain RULE      shows a shipped rule in full: a good one to begin with is `applygate rules`
#
# Names and functions that a condition may use are listed in docs/conditions.md of applygate.

rule "bucket-without-owner" {
  title = "A bucket has no owner"

  # Which resources: "*" for every type, or a list of types ("aws_s3_bucket"), patterns ("aws_fsx_*"),
  # categories (category.database) and classes (class.data).
  types = ["aws_s3_bucket"]

  # Which operations: create, update, delete, replace, forget, read, no-op. Without `actions`: all that change something.
  actions = ["create", "update"]

  # When it fires, as in a `precondition` of Terraform. A missing attribute is null. What is known only after apply is
  # unknown, and fires as `cannot tell`. Without `when` it always fires.
  when = after.tags.owner == null

  # How bad it is: low, medium, high or critical. A rule only raises the level of a change.
  risk = "medium"

  # note, risk (what it is without this line) or prohibit. What prohibits needs `instead`.
  # effect = "risk"

  # No value of the plan stands in a message, only names.
  message = "${address} has no tag that says who owns it"
  why     = "When it fails or costs too much, nobody knows whom to ask."
  instead = "Add the tag `owner` with the name of a team."

  # references = ["SOC2 CC8.1"]
}
