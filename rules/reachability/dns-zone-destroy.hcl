rule "dns-zone-destroy" {
  title = "A DNS zone is destroyed"
  types = [
    "aws_route53_zone", "aws_service_discovery_*_namespace", "google_dns_managed_zone", "azurerm_dns_zone", "azurerm_private_dns_zone",
    "cloudflare_zone", "digitalocean_domain", "linode_domain", "hcloud_zone", "oci_dns_zone", "scaleway_domain_zone", "ns1_zone",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && !had("force_destroy", true)
  risk       = "critical"
  effect     = "risk"
  message    = "Every name under ${address} stops resolving; a zone made anew gets other name servers"
  why        = "The parent zone keeps pointing to the old name servers until someone at the registrar changes it, and resolvers cache the failure."
  instead    = "Move the delegation to the new zone first, wait for the parent's TTL, check that the old zone gets no more queries, then remove it."
  references = ["SOC2 CC8.1"]
}
