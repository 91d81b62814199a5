rule "instance-root-volume-loss" {
  title = "A server is destroyed together with its disk"
  types = [
    "aws_instance", "aws_lightsail_instance", "google_compute_instance", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine",
    "azurerm_virtual_machine", "hcloud_server", "digitalocean_droplet", "oci_core_instance",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state != "kept" && guard.state != "will-fail"
    && !had("root_block_device.delete_on_termination", false)
    && !had("boot_disk.auto_delete", false)
    && !(type == "aws_instance" && (is_set(before.tags_all["aws:autoscaling:groupName"]) || is_set(before.tags["aws:autoscaling:groupName"])))
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} is terminated and its root disk is deleted with it"
  why        = "Single servers collect state: local databases, uploaded files, hand-made settings, certificates. None of it shows in the plan."
  instead    = "Make an image or a snapshot first, or keep the disk (delete_on_termination = false, auto_delete = false). For servers that really hold nothing, use create_before_destroy or an autoscaling group."
  references = ["SOC2 CC8.1"]
}
