rule "termination-protection-off" {
  title      = "A server may be terminated by mistake again"
  types      = ["aws_instance", "aws_spot_instance_request", "hcloud_server", "scaleway_instance_server"]
  actions    = ["update"]
  when       = left("disable_api_termination", true) || left("delete_protection", true) || left("rebuild_protection", true) || left("protected", true)
  risk       = "medium"
  message    = "${address} loses the switch that refuses its termination"
  why        = "Switching it off is the first step of a destruction that a later plan shows as a plain deletion."
  instead    = "Leave it on. If the server is to go, say so in this change, so that its approvers know what comes next."
  references = ["SOC2 CC8.1"]
}
