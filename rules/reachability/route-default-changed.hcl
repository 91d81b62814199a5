rule "route-default-changed" {
  title = "A default route or route table association changes"
  types = [
    "aws_route", "aws_route_table", "aws_default_route_table", "aws_route_table_association", "aws_main_route_table_association",
    "aws_ec2_transit_gateway_route", "aws_ec2_transit_gateway_route_table_association",
    "google_compute_route", "azurerm_route", "azurerm_route_table", "azurerm_subnet_route_table_association",
  ]
  actions = ["update", "delete", "replace"]
  # A route table that is itself destroyed is network-part-destroy. A default route that is only added is no loss.
  when = (
    !deposed && goes_with == null
    && (
      (regex("_route_table_association$", type) && (operation != "update" || changed("route_table_id", "transit_gateway_route_table_id")))
      || (
        contains(["aws_route", "aws_ec2_transit_gateway_route", "google_compute_route", "azurerm_route"], type)
        && guard.state != "kept"
        && (
          had("destination_cidr_block", "0.0.0.0/0") || had("destination_ipv6_cidr_block", "::/0") || had("dest_range", "0.0.0.0/0")
          || had("dest_range", "::/0") || had("address_prefix", "0.0.0.0/0")
        )
        && (operation != "update" || changed(
          "gateway_id", "nat_gateway_id", "transit_gateway_id", "network_interface_id", "vpc_endpoint_id", "vpc_peering_connection_id",
          "egress_only_gateway_id", "core_network_arn", "carrier_gateway_id", "local_gateway_id", "destination_cidr_block",
          "destination_ipv6_cidr_block", "next_hop_type", "next_hop_in_ip_address", "address_prefix", "blackhole", "transit_gateway_attachment_id",
        ))
      )
      || (
        operation == "update" && contains(["aws_route_table", "aws_default_route_table", "azurerm_route_table"], type)
        && (
          (length([for r in concat(before.route) : r if r.cidr_block == "0.0.0.0/0"]) > 0
          && [for r in concat(before.route) : r if r.cidr_block == "0.0.0.0/0"] != [for r in concat(after.route) : r if r.cidr_block == "0.0.0.0/0"])
          || (length([for r in concat(before.route) : r if r.ipv6_cidr_block == "::/0"]) > 0
          && [for r in concat(before.route) : r if r.ipv6_cidr_block == "::/0"] != [for r in concat(after.route) : r if r.ipv6_cidr_block == "::/0"])
          || (length([for r in concat(before.route) : r if r.address_prefix == "0.0.0.0/0"]) > 0
          && [for r in concat(before.route) : r if r.address_prefix == "0.0.0.0/0"] != [for r in concat(after.route) : r if r.address_prefix == "0.0.0.0/0"])
        )
      )
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "Hosts behind ${address} lose their way out, or take another one"
  why        = "One route or association decides over every host of a subnet. A queued plan that dropped associations has taken a whole platform offline."
  instead    = "Change one zone at a time in a window, and keep the old gateway until traffic has moved."
  references = ["SOC2 CC8.1"]
}
