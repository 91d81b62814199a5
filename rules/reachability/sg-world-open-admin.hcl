rule "sg-world-open-admin" {
  title = "The internet reaches an administration or data port"
  types = [
    "aws_security_group", "aws_default_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule",
    "google_compute_firewall", "azurerm_network_security_rule", "azurerm_network_security_group", "digitalocean_firewall", "hcloud_firewall", "linode_firewall", "oci_core_security_list",
    "oci_core_network_security_group_security_rule",
  ]
  actions = ["create", "update", "replace"]
  # A source that a new rule gets during apply is firewall-source-unknown.
  when       = (operation != "create" || !is_unknown(opens_admin_ports())) && opens_admin_ports()
  risk       = "critical"
  effect     = "prohibit"
  attributes = ["ingress", "cidr_blocks", "from_port", "to_port"]
  message    = "Anyone on the internet reaches a port for administration or data through ${address}"
  why        = "Ports such as 22, 3389, 3306 and 5432 are scanned all day. Between the rule and the first attempt to log in lie minutes."
  instead    = "Allow the networks or groups that need it. For people use a bastion, Session Manager or a private link; for services their security groups."
  references = ["SOC2 CC8.1", "CIS AWS 5.2", "CIS AWS 5.3", "CIS GCP 3.6", "CIS GCP 3.7", "CIS Azure 6.1", "CIS Azure 6.2"]
}
