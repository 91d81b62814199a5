rule "probable-rename-without-moved" {
  title      = "A resource is renamed, but Terraform was not told so"
  types      = "*"
  actions    = ["delete"]
  when       = stateful && !deposed && renamed_to != null && guard.state != "kept"
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is destroyed with its data, and ${renamed_to} is created empty: this looks like a rename"
  why        = "Terraform knows an object by its address. A renamed block, key or module is to it one object less and one more, unless a moved block says that they are the same."
  instead    = "Write the moved block that stands with this change, and plan again: the object must show as moved, with nothing destroyed. If these really are two things, create the new one in a change of its own and remove the old one in the next."
  references = ["SOC2 CC8.1"]
}
