rule "lb-destroy" {
  title = "A load balancer or its listener is destroyed"
  types = [
    "aws_lb", "aws_alb", "aws_elb", "aws_lb_listener", "aws_alb_listener", "aws_lb_target_group", "aws_alb_target_group",
    "google_compute_forwarding_rule", "google_compute_global_forwarding_rule", "google_compute_backend_service", "google_compute_region_backend_service",
    "google_compute_url_map", "google_compute_region_url_map", "google_compute_target_*_proxy", "google_compute_region_target_*_proxy",
    "azurerm_lb", "azurerm_application_gateway", "azurerm_frontdoor", "azurerm_cdn_frontdoor_profile", "azurerm_cdn_frontdoor_endpoint", "azurerm_cdn_frontdoor_route",
    "digitalocean_loadbalancer", "hcloud_load_balancer", "kubernetes_service", "kubernetes_service_v1", "kubernetes_ingress", "kubernetes_ingress_v1",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && goes_with == null && order != "create-first"
    && guard.state != "kept" && guard.state != "will-fail"
    && (!startswith(type, "kubernetes_service") || had("spec.type", "LoadBalancer"))
  )
  risk       = "high"
  effect     = "risk"
  message    = "Clients of ${address} are cut off; a new one has another name or address, and a new target group starts empty"
  why        = "The public name or address belongs to the object. DNS records, allow-lists and certificates that point to the old one stay behind."
  instead    = "Create the new one beside it (create_before_destroy with name_prefix), wait until its targets are healthy, move the DNS record, then remove the old one."
  references = ["SOC2 CC8.1", "FSBP ELB.6", "CKV_AWS_150"]
}
