rule "count-index-shift-stateless" {
  title   = "A list lost an element, and what stood behind it changes place"
  types   = "*"
  actions = ["update", "replace"]
  # What holds data and is destroyed for it is count-index-shift. Alarms, parameters and the like are cheap to rebuild.
  when = (
    shifted_from != null && !(stateful && destroys) && guard.state != "kept"
    && !contains(["app", "config", "meta", "observability"], class)
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} becomes what ${shifted_from} is now, only because the list behind count got shorter"
  why        = "Under count an object is known by its place. Removing one element changes or rebuilds all behind it, and whatever refers to them by place follows along."
  instead    = "Give the block for_each with a name as key instead of count, with one moved block for each object, and remove the element in the next change."
  references = ["SOC2 CC8.1"]
}
