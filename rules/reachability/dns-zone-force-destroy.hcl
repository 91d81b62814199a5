rule "dns-zone-force-destroy" {
  title      = "A DNS zone is destroyed with records Terraform does not know"
  types      = ["aws_route53_zone", "google_dns_managed_zone"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && had("force_destroy", true)
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is emptied and deleted, hand-made records and those of other tools included"
  why        = "Mail, validation and external-dns records often live outside of the state. Without the force flag the cloud would refuse to delete a zone that still has them."
  instead    = "Set force_destroy = false and apply. Move or delete the remaining records on purpose, move the delegation, then remove the empty zone."
  references = ["SOC2 CC8.1"]
}
