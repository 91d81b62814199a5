rule "count-index-shift" {
  title      = "A list lost an element, and what stood behind it is rebuilt one place up"
  types      = "*"
  actions    = ["replace"]
  when       = stateful && destroys && shifted_from != null && guard.state != "kept"
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is destroyed and becomes what ${shifted_from} is now, only because the list behind count got shorter"
  why        = "Under count an object is known by its place. Removing one element moves all behind it, and each of them is destroyed to become its neighbour, although only one was meant to go."
  instead    = "Two steps. 1: give the block for_each with a name as key instead of count, with one moved block for each object, and apply: nothing may be destroyed. 2: remove the one element."
  references = ["SOC2 CC8.1"]
}
