rule "network-part-destroy" {
  title = "A subnet, gateway or route table is destroyed or replaced"
  types = [
    "aws_subnet", "aws_internet_gateway", "aws_egress_only_internet_gateway", "aws_nat_gateway", "aws_route_table", "aws_customer_gateway",
    "aws_ec2_transit_gateway_vpc_attachment", "aws_ec2_transit_gateway_peering_attachment", "aws_ec2_transit_gateway_route_table",
    "aws_vpc_peering_connection", "aws_vpn_gateway_attachment", "aws_internet_gateway_attachment", "aws_dx_gateway_association",
    "aws_dx_private_virtual_interface", "aws_dx_transit_virtual_interface", "aws_vpc_ipv4_cidr_block_association",
    "google_compute_subnetwork", "google_compute_router", "google_compute_router_nat", "google_compute_router_peer", "google_compute_router_interface", "google_compute_network_peering",
    "azurerm_subnet", "azurerm_nat_gateway", "azurerm_route_table", "azurerm_virtual_network_peering", "azurerm_virtual_network_gateway_connection", "azurerm_virtual_hub_connection",
    "azurerm_express_route_connection", "azurerm_local_network_gateway", "oci_core_subnet", "oci_core_nat_gateway", "oci_core_internet_gateway",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && order != "create-first" && guard.state != "kept" && guard.state != "will-fail"
  risk       = "high"
  effect     = "risk"
  message    = "What uses ${address} has no way in or out until the replacement stands, or for good"
  why        = "Part of the network goes away before anything takes its place: a zone without subnet, private hosts without egress, a new public address that partners do not know."
  instead    = "Create the new part first, move routes and workloads over, then remove the old one (create_before_destroy where names and ranges allow)."
  references = ["SOC2 CC8.1", "WA REL02"]
}
