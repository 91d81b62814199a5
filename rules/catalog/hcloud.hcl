# Types of the Hetzner Cloud provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "hcloud_load_balancer_service",
    "hcloud_server_network",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "hcloud_storage_box_subaccount",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "hcloud_certificate",
    "hcloud_uploaded_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "hcloud_managed_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "hcloud_ssh_key",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  names = [
    "hcloud_volume_attachment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "hcloud_floating_ip_assignment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "hcloud_placement_group",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "hcloud_rdns",
    "hcloud_zone_record",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "hcloud_firewall",
    "hcloud_firewall_attachment",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "hcloud_load_balancer_target",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "hcloud_network_route",
    "hcloud_network_subnet",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "hcloud_load_balancer_network",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "hcloud_snapshot",
    "hcloud_storage_box_snapshot",
  ]
}

# Types with guards, attributes to watch or something to know.
type "hcloud_floating_ip" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "hard" { safe = { delete_protection = true } }
}

type "hcloud_load_balancer" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  guard "hard" { safe = { delete_protection = true } }
}

type "hcloud_network" {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  guard "hard" { safe = { delete_protection = true } }
}

type "hcloud_primary_ip" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "hard" { safe = { delete_protection = true } }
  guard "safety" { safe = { auto_delete = false } }
}

type "hcloud_server" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { delete_protection = true } }
  guard "safety" { safe = { rebuild_protection = true } }
  guard "safety" { safe = { shutdown_before_deletion = true } }
}

type "hcloud_storage_box" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { delete_protection = true } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "hcloud_volume" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { delete_protection = true } }
}

type "hcloud_zone" {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { delete_protection = true } }
}

type "hcloud_zone_rrset" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  guard "hard" { safe = { change_protection = true } }
}
