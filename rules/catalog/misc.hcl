# Types of providers too small for a file of their own: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "openstack_compute_instance_v2",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "critical"
  names = [
    "launchdarkly_project",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "random_integer",
    "random_shuffle",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "low"
  names = [
    "archive_file",
    "local_file",
    "time_offset",
    "time_sleep",
    "time_static",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  names = [
    "rancher2_cluster",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "tls_locally_signed_cert",
    "tls_self_signed_cert",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "low"
  names = [
    "tls_cert_request",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "azuredevops_variable_group",
    "doppler_secret",
    "infisical_secret",
    "onepassword_item",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "low"
  names = [
    "local_sensitive_file",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "nomad_csi_volume",
    "openstack_blockstorage_volume_v3",
    "vsphere_virtual_disk",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "mysql_database",
    "neon_project",
    "openstack_db_instance_v1",
    "planetscale_database",
    "rediscloud_subscription",
    "rediscloud_subscription_database",
    "supabase_project",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "upstash_redis_database",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "rabbitmq_vhost",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  names = [
    "rabbitmq_queue",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  names = [
    "azuredevops_git_repository",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "argocd_cluster",
    "argocd_project",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "azuredevops_build_definition",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "high"
  names = [
    "googleworkspace_group",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "boundary_scope",
    "mysql_user",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "opsgenie_schedule",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "statuspage_component",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "high"
  names = [
    "azapi_update_resource",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  names = [
    "akamai_dns_zone",
    "ns1_zone",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "ns1_record",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "critical"
  names = [
    "akamai_property_activation",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "high"
  names = [
    "akamai_property",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "random_id",
    "random_pet",
    "random_string",
    "random_uuid",
  ]
  note        = "a replacement replaces whatever carries it in its name, buckets and databases included"
}

type "argocd_application" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  guard "soft" { safe = { cascade = false } }
  note = "with cascade, the default, all its resources go with it"
}

type "azapi_resource" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what it is stands in type; locks only serialises operations"
}

type "azapi_resource_action" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "high"
  note        = "with when = destroy it acts on a destroy"
}

type "azuredevops_project" {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  note        = "repositories, pipelines, boards and artifacts go with it"
}

type "elasticstack_elasticsearch_index" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
}

type "env0_environment" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "a destroy may tear the environment down"
}

type "external" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
  note        = "a data source that runs a program while planning"
}

type "flux_bootstrap_git" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  note        = "without keep_namespace, the default, the namespace goes with it"
}

type "googleworkspace_user" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  note        = "restorable for 20 days"
}

type "http" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "low"
  note        = "a data source that calls the network while planning"
}

type "kafka_topic" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  note        = "all messages go with it"
}

type "launchdarkly_feature_flag" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "behaviour changes wherever the flag is read"
}

type "neon_branch" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { protected = "yes" } }
}

type "nomad_job" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "keep" { safe = { deregister_on_destroy = false } }
}

type "null_resource" {
  class       = "app"
  category    = "app-config"
  delete_risk = "low"
  note        = "runs nothing without provisioners"
}

type "opensearch_index" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "openstack_objectstorage_container_v1" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "ovh_cloud_project_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
}

type "proxmox_virtual_environment_vm" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { protection = true } }
}

type "random_bytes" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  note        = "a replacement is a new secret everywhere it is used"
}

type "random_password" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  note        = "a replacement is a new secret everywhere it is used"
}

type "restapi_object" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "scalr_workspace" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection_enabled = true } }
}

type "sentry_project" {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "high"
  note        = "its events go with it"
}

type "shell_script" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "spacelift_stack" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { protect_from_deletion = true } }
  note = "its state goes with it where Spacelift keeps it"
}

type "terraform_data" {
  class       = "app"
  category    = "app-config"
  delete_risk = "low"
  note        = "runs nothing without provisioners"
}

type "time_rotating" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  note        = "a replacement rotates what depends on it"
}

type "tls_private_key" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  note        = "the key lives in the state only"
}

type "vsphere_virtual_machine" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  note        = "a disk with keep_on_remove outlives the machine"
}
