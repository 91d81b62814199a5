rule "network-core-destroy" {
  title = "A network is destroyed or replaced"
  types = [
    "aws_vpc", "aws_ec2_transit_gateway", "aws_networkmanager_core_network", "aws_vpn_connection", "aws_vpn_gateway", "aws_dx_connection", "aws_dx_lag", "aws_dx_gateway",
    "google_compute_network", "google_compute_vpn_tunnel", "google_compute_vpn_gateway", "google_compute_ha_vpn_gateway", "google_compute_interconnect",
    "google_compute_interconnect_attachment",
    "azurerm_virtual_network", "azurerm_virtual_network_gateway", "azurerm_virtual_hub", "azurerm_virtual_wan", "azurerm_vpn_gateway",
    "azurerm_express_route_circuit", "azurerm_express_route_gateway", "azurerm_express_route_port", "azurerm_firewall",
    "hcloud_network", "oci_core_vcn", "oci_core_drg", "digitalocean_vpc",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && guard.state != "will-fail"
  risk       = "critical"
  effect     = "risk"
  message    = "Everything connected through ${address} loses its network; replacing it means new ids, peers, addresses or keys"
  why        = "A network cannot be restored: whatever sits in it must be built again, partners have to change their side of a VPN, and a leased line takes weeks."
  instead    = "Build the new network in parallel, move the workloads over, and remove the old one when flow logs show it empty."
  references = ["SOC2 CC8.1", "WA REL02"]
}
