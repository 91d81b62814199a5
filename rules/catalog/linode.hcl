# Types of the Linode provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "linode_instance",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "linode_instance_config",
    "linode_instance_ip",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "linode_instance_shared_ips",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "linode_account_settings",
    "linode_interface",
    "linode_sshkey",
    "linode_stackscript",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  names = [
    "linode_lke_cluster",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "linode_lke_node_pool",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "linode_object_storage_key",
    "linode_token",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "linode_instance_disk",
    "linode_volume",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "linode_database_mysql_v2",
    "linode_database_postgresql_v2",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  names = [
    "linode_object_storage_bucket",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "linode_image",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "linode_database_access_controls",
    "linode_iam_user",
    "linode_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "linode_consumer_image_share_group_token",
    "linode_networking_ip_assignment",
    "linode_placement_group_assignment",
    "linode_producer_image_share_group",
    "linode_producer_image_share_group_member",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "linode_placement_group",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "linode_monitor_alert_definition",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  names = [
    "linode_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "linode_domain_record",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "linode_rdns",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "linode_firewall",
    "linode_firewall_device",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "linode_firewall_settings",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "linode_nodebalancer",
    "linode_nodebalancer_config",
    "linode_nodebalancer_node",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "linode_ipv6_range",
    "linode_networking_ip",
    "linode_vpc",
    "linode_vpc_subnet",
  ]
}

# Types with guards, attributes to watch or something to know.
type "linode_lock" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  note        = "is itself a guard: deleting it disarms it"
}

type "linode_object_storage_object" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}
