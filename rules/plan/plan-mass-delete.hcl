rule "plan-mass-delete" {
  title = "Many resources are destroyed in one plan"
  scope = "plan"
  # Replacements alone do not count: a release replaces one task definition per service. Neither do plans that
  # delete only alarms, parameters or jobs. A wide mix of replacements does.
  when = (
    (
      length([for c in plan.destroyed_classes : c if !contains(["app", "config", "meta", "observability", "compute"], c)]) > 0
      && (
        plan.deletes >= limits.max_destroy
        || (plan.deletes >= 3 && plan.deletes >= limits.max_destroy_share * plan.managed)
      )
    )
    || (
      plan.destroys >= limits.max_destroy
      && length([for c in plan.destroyed_classes : c if contains(["data", "recovery", "crypto", "identity", "reachability", "control"], c)]) >= 3
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "Of ${plan.managed} resources this plan deletes ${plan.deletes} and replaces ${plan.replaces}, all in one apply"
  why        = "Nobody reviews a long list of deletes line by line, and a half-way failure of such an apply is hard to undo."
  instead    = "Split the change so that each part removes one thing people can name."
  references = ["SOC2 CC8.1"]
}
