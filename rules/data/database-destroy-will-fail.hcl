rule "database-destroy-will-fail" {
  title   = "The destroy will be refused, deletion protection is on"
  types   = [category.database, category.warehouse, category.cache, category.search, category.queue, category.file-system, category.block-storage]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && stateful
    && guard.state == "will-fail"
  )
  risk       = "high"
  effect     = "risk"
  message    = "The apply fails when it reaches ${address}: the guard in its state refuses the delete, and what was applied before stays applied"
  why        = "Terraform plans the delete of a protected resource all the same and learns of the refusal only during apply. A half-applied plan is worse than none."
  instead    = "Keep the resource, or forget it with a removed block and destroy = false. If it must go, switch the guard off in an own change first."
  references = ["SOC2 CC8.1"]
}
