# Types of the Scaleway provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_apple_silicon_server",
    "scaleway_instance_image",
    "scaleway_server",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "scaleway_container",
    "scaleway_container_namespace",
    "scaleway_function",
    "scaleway_function_namespace",
    "scaleway_inference_deployment",
    "scaleway_instance_ip",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "scaleway_apple_silicon_runner",
    "scaleway_autoscaling_instance_policy",
    "scaleway_autoscaling_instance_template",
    "scaleway_container_cron",
    "scaleway_container_trigger",
    "scaleway_function_cron",
    "scaleway_function_trigger",
    "scaleway_instance_private_nic",
    "scaleway_job_definition",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_iot_hub",
    "scaleway_webhosting",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_cockpit_source",
    "scaleway_datalab",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "scaleway_cockpit",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "scaleway_cockpit_exporter",
    "scaleway_edge_services_plan",
    "scaleway_flexible_ip_mac_address",
    "scaleway_inference_model",
    "scaleway_interlink_link",
    "scaleway_interlink_routing_policy",
    "scaleway_iot_device",
    "scaleway_tem_blocked_list",
    "scaleway_tem_webhook",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "low"
  names = [
    "scaleway_billing_budget",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "scaleway_k8s_pool",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_lb_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "scaleway_edge_services_tls_stage",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_key_manager_key_material",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "scaleway_object_bucket_server_side_encryption_configuration",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_secret_version",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "scaleway_account_ssh_key",
    "scaleway_cockpit_token",
    "scaleway_container_token",
    "scaleway_function_token",
    "scaleway_mnq_nats_credentials",
    "scaleway_mnq_sns_credentials",
    "scaleway_mnq_sqs_credentials",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_block_volume",
    "scaleway_instance_volume",
    "scaleway_volume",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_datawarehouse_database",
    "scaleway_datawarehouse_deployment",
    "scaleway_documentdb_database",
    "scaleway_documentdb_instance",
    "scaleway_kafka_cluster",
    "scaleway_mongodb_instance",
    "scaleway_rdb_database",
    "scaleway_redis_cluster",
    "scaleway_sdb_sql_database",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "scaleway_rdb_acl",
    "scaleway_rdb_privilege",
    "scaleway_rdb_read_replica",
    "scaleway_rdb_user",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "scaleway_datawarehouse_user",
    "scaleway_mongodb_user",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_file_filesystem",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  names = [
    "scaleway_object_bucket_lock_configuration",
    "scaleway_object_bucket_policy",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  names = [
    "scaleway_object",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "scaleway_object_bucket_website_configuration",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_mnq_nats_account",
    "scaleway_mnq_sqs_queue",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "scaleway_mnq_sns_topic",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "scaleway_mnq_sns",
    "scaleway_mnq_sns_topic_subscription",
    "scaleway_mnq_sqs",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_registry_namespace",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  names = [
    "scaleway_opensearch_deployment",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "scaleway_edge_services_pipeline",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "scaleway_account_project",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_iam_api_key",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "scaleway_iam_application",
    "scaleway_iam_group",
    "scaleway_iam_policy",
    "scaleway_iam_saml",
    "scaleway_iam_saml_certificate",
    "scaleway_iam_user",
    "scaleway_instance_security_group",
    "scaleway_instance_security_group_rules",
    "scaleway_k8s_acl",
    "scaleway_object_bucket_acl",
    "scaleway_vpc_acl",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "scaleway_cockpit_grafana_user",
    "scaleway_iam_group_membership",
    "scaleway_iam_scim",
    "scaleway_iam_scim_token",
    "scaleway_iam_ssh_key",
    "scaleway_instance_placement_group",
    "scaleway_instance_user_data",
    "scaleway_lb_acl",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "scaleway_edge_services_backend_stage",
    "scaleway_edge_services_cache_stage",
    "scaleway_edge_services_head_stage",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "scaleway_billing_budget_alert",
    "scaleway_cockpit_alert_manager",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "scaleway_annotations_binding",
    "scaleway_annotations_key",
    "scaleway_annotations_value",
    "scaleway_billing_budget_alert_notification",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  names = [
    "scaleway_domain_registration",
    "scaleway_domain_zone",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "scaleway_domain_record",
    "scaleway_tem_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "scaleway_container_domain",
    "scaleway_edge_services_dns_stage",
    "scaleway_function_domain",
    "scaleway_instance_ip_reverse_dns",
    "scaleway_ipam_ip_reverse_dns",
    "scaleway_tem_domain_validation",
    "scaleway_vpc_public_gateway_ip_reverse_dns",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "scaleway_edge_services_waf_stage",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "scaleway_lb",
    "scaleway_lb_backend",
    "scaleway_lb_frontend",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "scaleway_flexible_ip",
    "scaleway_ipam_ip",
    "scaleway_lb_ip",
    "scaleway_s2s_vpn_connection",
    "scaleway_s2s_vpn_gateway",
    "scaleway_vpc",
    "scaleway_vpc_gateway_network",
    "scaleway_vpc_private_network",
    "scaleway_vpc_public_gateway",
    "scaleway_vpc_public_gateway_ip",
    "scaleway_vpc_route",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "scaleway_edge_services_route_stage",
    "scaleway_iot_network",
    "scaleway_iot_route",
    "scaleway_lb_private_network",
    "scaleway_lb_route",
    "scaleway_s2s_vpn_customer_gateway",
    "scaleway_s2s_vpn_routing_policy",
    "scaleway_vpc_connector",
    "scaleway_vpc_ingress_rule",
    "scaleway_vpc_public_gateway_dhcp",
    "scaleway_vpc_public_gateway_dhcp_reservation",
    "scaleway_vpc_public_gateway_pat_rule",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "scaleway_block_snapshot",
    "scaleway_instance_snapshot",
    "scaleway_mongodb_snapshot",
    "scaleway_rdb_database_backup",
    "scaleway_rdb_snapshot",
  ]
}

# Types with guards, attributes to watch or something to know.
type "scaleway_autoscaling_instance_group" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  guard "soft" {
    safe  = { delete_servers_on_destroy = false }
    unset = "on"
  }
}

type "scaleway_baremetal_server" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { protected = true } }
}

type "scaleway_instance_server" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { protected = true } }
}

type "scaleway_k8s_cluster" {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  guard "safety" { safe = { delete_additional_resources = false } }
}

type "scaleway_key_manager_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { protected = true } }
}

type "scaleway_object_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "scaleway_rdb_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "backup" {
    safe  = { disable_backup = false }
    unset = "on"
  }
}

type "scaleway_secret" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { protected = true } }
}
