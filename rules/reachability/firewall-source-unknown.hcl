rule "firewall-source-unknown" {
  title = "Whom a new firewall rule lets in is decided during apply"
  types = [
    "aws_security_group", "aws_default_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule",
    "google_compute_firewall", "azurerm_network_security_rule", "azurerm_network_security_group", "digitalocean_firewall", "hcloud_firewall", "linode_firewall", "oci_core_security_list",
    "oci_core_network_security_group_security_rule",
  ]
  actions    = ["create"]
  when       = is_unknown(opens_any_ports())
  risk       = "medium"
  attributes = ["ingress", "cidr_blocks"]
  message    = "The plan does not show from where ${address} lets traffic in"
  why        = "A network that is known only after apply, or a prefix list whose entries stand elsewhere, may be the whole internet."
  instead    = "Read the rule in the configuration. Write networks as values, or refer to security groups instead of addresses."
  references = ["SOC2 CC8.1"]
}
