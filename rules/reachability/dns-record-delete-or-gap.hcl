rule "dns-record-delete-or-gap" {
  title = "A DNS record is deleted, or missing for a while"
  types = [
    "aws_route53_record", "cloudflare_dns_record", "cloudflare_record", "google_dns_record_set", "azurerm_dns_*_record", "azurerm_private_dns_*_record",
    "digitalocean_record", "ns1_record", "hcloud_zone_rrset", "linode_domain_record", "scaleway_domain_record", "oci_dns_rrset",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && goes_with == null && order != "create-first" && guard.state != "kept" && guard.state != "will-fail"
  risk       = "high"
  effect     = "risk"
  message    = "The name in ${address} does not resolve from the moment of the apply, and resolvers remember that it did not"
  why        = "Even when the record comes back seconds later, the negative answer is cached. Certificates and edge settings bound to the name may go with it."
  instead    = "Change the record in place, or add the new one first (allow_overwrite, create_before_destroy). A renamed block needs moved, not delete and create. Lower the TTL a day before."
  references = ["SOC2 CC8.1"]
}
