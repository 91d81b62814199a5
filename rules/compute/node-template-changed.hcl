rule "node-template-changed" {
  title      = "The template of servers changes"
  types      = ["aws_launch_template"]
  actions    = ["update"]
  when       = changed("image_id", "user_data", "block_device_mappings", "iam_instance_profile", "instance_type", "metadata_options", "network_interfaces", "vpc_security_group_ids", "security_group_names", "key_name")
  risk       = "medium"
  effect     = "risk"
  message    = "Every server started from ${address} from now on is different: image, disk, start script, role or network"
  why        = "Groups that follow the latest version roll out the change by themselves, at the next scale-out or refresh. A node disk that shrank in a module upgrade was noticed only in production."
  instead    = "Show the difference of the template in the pull request, and roll it out with an instance refresh that stops on failure."
  references = ["SOC2 CC8.1"]
}
