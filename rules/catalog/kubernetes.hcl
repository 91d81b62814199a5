# Types of the Kubernetes provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "kubernetes_daemon_set_v1",
    "kubernetes_daemonset",
    "kubernetes_horizontal_pod_autoscaler_v2",
    "kubernetes_pod",
    "kubernetes_pod_disruption_budget",
    "kubernetes_pod_disruption_budget_v1",
    "kubernetes_pod_v1",
    "kubernetes_replication_controller",
    "kubernetes_replication_controller_v1",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "kubernetes_cron_job",
    "kubernetes_cron_job_v1",
    "kubernetes_horizontal_pod_autoscaler",
    "kubernetes_horizontal_pod_autoscaler_v1",
    "kubernetes_horizontal_pod_autoscaler_v2beta2",
    "kubernetes_job",
    "kubernetes_job_v1",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "kubernetes_limit_range",
    "kubernetes_limit_range_v1",
    "kubernetes_resource_quota",
    "kubernetes_resource_quota_v1",
    "kubernetes_runtime_class_v1",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "low"
  names = [
    "kubernetes_annotations",
    "kubernetes_env",
    "kubernetes_labels",
    "kubernetes_priority_class",
    "kubernetes_priority_class_v1",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "kubernetes_mutating_webhook_configuration",
    "kubernetes_mutating_webhook_configuration_v1",
    "kubernetes_network_policy",
    "kubernetes_network_policy_v1",
    "kubernetes_pod_security_policy",
    "kubernetes_validating_admission_policy_v1",
    "kubernetes_validating_webhook_configuration_v1",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "kubernetes_pod_security_policy_v1beta1",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "kubernetes_api_service",
    "kubernetes_api_service_v1",
    "kubernetes_node_taint",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "kubernetes_secret",
    "kubernetes_secret_v1",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "kubernetes_secret_v1_data",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  names = [
    "kubernetes_csi_driver",
    "kubernetes_csi_driver_v1",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "kubernetes_cluster_role",
    "kubernetes_cluster_role_v1",
    "kubernetes_role_binding",
    "kubernetes_role_binding_v1",
    "kubernetes_service_account",
    "kubernetes_service_account_v1",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "kubernetes_certificate_signing_request",
    "kubernetes_certificate_signing_request_v1",
    "kubernetes_default_service_account",
    "kubernetes_default_service_account_v1",
    "kubernetes_role",
    "kubernetes_role_v1",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "kubernetes_token_request_v1",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "kubernetes_ingress",
    "kubernetes_ingress_class",
    "kubernetes_ingress_class_v1",
    "kubernetes_ingress_v1",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "medium"
  names = [
    "kubernetes_endpoint_slice_v1",
    "kubernetes_endpoints",
    "kubernetes_endpoints_v1",
  ]
}

# Types with guards, attributes to watch or something to know.
type "kubernetes_cluster_role_binding" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "role_ref forces a replacement"
}

type "kubernetes_cluster_role_binding_v1" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "role_ref forces a replacement"
}

type "kubernetes_config_map" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "as kube-system/aws-auth or kube-system/coredns it carries access or DNS of the cluster"
}

type "kubernetes_config_map_v1" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "as kube-system/aws-auth or kube-system/coredns it carries access or DNS of the cluster"
}

type "kubernetes_config_map_v1_data" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "with force it takes over keys of other managers, aws-auth among them"
}

type "kubernetes_deployment" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  note        = "another selector forces a replacement; replicas = 0 is an outage without any delete"
}

type "kubernetes_deployment_v1" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  note        = "another selector forces a replacement; replicas = 0 is an outage without any delete"
}

type "kubernetes_manifest" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what it is stands in manifest.kind: a deleted CustomResourceDefinition takes all its custom resources along, a Namespace all inside it"
}

type "kubernetes_namespace" {
  class       = "control-plane"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "every object inside goes with it, claims included, known to Terraform or not"
}

type "kubernetes_namespace_v1" {
  class       = "control-plane"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "every object inside goes with it, claims included, known to Terraform or not"
}

type "kubernetes_persistent_volume" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { "spec.persistent_volume_reclaim_policy" = "Retain" }
    unset = "on"
  }
  note = "the object goes, the disk behind it stays while the policy is Retain"
}

type "kubernetes_persistent_volume_claim" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  note        = "what becomes of the data is decided by the reclaim policy of volume or storage class, Delete for dynamic ones"
}

type "kubernetes_persistent_volume_claim_v1" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  note        = "what becomes of the data is decided by the reclaim policy of volume or storage class, Delete for dynamic ones"
}

type "kubernetes_persistent_volume_v1" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { "spec.persistent_volume_reclaim_policy" = "Retain" }
    unset = "on"
  }
  note = "the object goes, the disk behind it stays while the policy is Retain"
}

type "kubernetes_service" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  note        = "of type LoadBalancer its address is released"
}

type "kubernetes_service_v1" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  note        = "of type LoadBalancer its address is released"
}

type "kubernetes_stateful_set" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { "spec.persistent_volume_claim_retention_policy.when_deleted" = "Retain" }
    unset = "on"
  }
  note = "the claims of its template stay unless when_deleted is Delete; selector, volume_claim_template and service_name force a replacement"
}

type "kubernetes_stateful_set_v1" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { "spec.persistent_volume_claim_retention_policy.when_deleted" = "Retain" }
    unset = "on"
  }
  note = "the claims of its template stay unless when_deleted is Delete; volume_claim_template and service_name force a replacement"
}

type "kubernetes_storage_class" {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  weakens     = { reclaim_policy = "Retain" }
  note        = "deleting it leaves its volumes alone"
}

type "kubernetes_storage_class_v1" {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  weakens     = { reclaim_policy = "Retain" }
  note        = "deleting it leaves its volumes alone"
}

type "kubernetes_validating_webhook_configuration" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  note        = "failure_policy = Fail with a dead backend blocks the API server"
}
