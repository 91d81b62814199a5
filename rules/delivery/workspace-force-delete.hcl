rule "workspace-force-delete" {
  title      = "A workspace is deleted although it may still manage resources"
  types      = ["tfe_workspace"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && had("force_delete", true)
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "${address} is deleted without asking whether it still manages anything; its state and history are gone"
  why        = "The safe delete refuses while resources are under management. The force flag in the state skips that question."
  instead    = "Set force_delete = false and apply. Then destroy or move what it manages, and remove the workspace in a later change."
  references = ["SOC2 CC8.1"]
}
