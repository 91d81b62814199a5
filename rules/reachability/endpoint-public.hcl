rule "endpoint-public" {
  title   = "Something private is opened to the internet"
  types   = "*"
  actions = ["create", "update", "replace"]
  # What only the provider knows when something new is built says nothing yet, so there an unknown answer does not count.
  # Only an EKS endpoint is known to be public then, and its range is open to the world unless it is set.
  when = (
    anytrue([
      for opened in [
        became("publicly_accessible", true),
        contains(["aws_lb", "aws_alb", "aws_elb"], type) && left("internal", true),
        startswith(type, "azurerm_") && operation == "update" && (left("public_network_access_enabled", false) || left("public_network_access", "Disabled")),
        type == "azurerm_kubernetes_cluster" && left("private_cluster_enabled", true),
        type == "google_sql_database_instance" && became("settings.ip_configuration.authorized_networks.value", "0.0.0.0/0"),
        type == "google_sql_database_instance" && operation == "update" && left("settings.ip_configuration.ipv4_enabled", false),
        type == "google_container_cluster" && became("master_authorized_networks_config.cidr_blocks.cidr_block", "0.0.0.0/0"),
        type == "google_container_cluster" && left("private_cluster_config.enable_private_endpoint", true),
        type == "github_repository" && operation == "update" && became("visibility", "public"),
        type == "azurerm_storage_container" && (became("container_access_type", "blob") || became("container_access_type", "container")),
        # From 0.0.0.0 to 0.0.0.0 means the services of Azure, not the internet.
        regex("^azurerm_.*_firewall_rule$", type) && (
          became("end_ip_address", "255.255.255.255") || became("end_ip", "255.255.255.255")
          || ((operation != "update" || changed("start_ip_address", "end_ip_address")) && after.start_ip_address == "0.0.0.0" && after.end_ip_address != "0.0.0.0")
        ),
        type == "mongodbatlas_project_ip_access_list" && became("cidr_block", "0.0.0.0/0"),
        type == "aws_msk_cluster" && became("broker_node_group_info.connectivity_info.public_access.type", "SERVICE_PROVIDED_EIPS"),
        contains(["aws_s3_bucket", "aws_s3_bucket_acl"], type) && (became("acl", "public-read") || became("acl", "public-read-write")),
        contains(["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy", "aws_db_snapshot_copy"], type) && became("shared_accounts", "all"),
        type == "aws_ami_launch_permission" && became("group", "all"),
      ] : opened if operation == "update" || !is_unknown(opened)
    ])
    || (type == "aws_eks_cluster" && (
      (has("vpc_config.endpoint_public_access", true) && became("vpc_config.public_access_cidrs", "0.0.0.0/0"))
      || (became("vpc_config.endpoint_public_access", true) && has("vpc_config.public_access_cidrs", "0.0.0.0/0"))
    ))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} can be reached, or read, from the whole internet once applied"
  why        = "From that moment only a password or a patch level stands between the data and everyone who scans addresses, which takes minutes."
  instead    = "Keep it private, and reach it through a VPN, a bastion, Session Manager, a private endpoint or a proxy. Where a public endpoint is needed, name the address ranges that may connect."
  references = ["SOC2 CC8.1", "CIS AWS 2.3.3", "FSBP RDS.2", "FSBP EKS.1"]
}
