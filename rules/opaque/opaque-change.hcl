rule "opaque-change" {
  title = "The real content of this change is not in the plan"
  types = [
    "aws_cloudformation_stack*", "aws_servicecatalog_provisioned_product", "aws_serverlessapplicationrepository_cloudformation_stack", "aws_cloudcontrolapi_resource",
    "azurerm_*_template_deployment", "azurerm_template_deployment", "azurerm_managed_application", "azapi_*",
    "google_deployment_manager_deployment", "google_config_deployment", "helm_release", "kubernetes_manifest", "kubectl_manifest",
    "snowflake_execute", "vault_generic_endpoint", "restapi_object", "shell_script",
  ]
  actions    = ["create", "update", "delete", "replace"]
  when       = !deposed && !(destroys && guard.state == "kept")
  risk       = "high"
  effect     = "risk"
  message    = "${address} is an envelope: what is created, changed or deleted inside it does not show here"
  why        = "A stack, chart, template or raw API call carries resources of its own. Its delete is as bad as the worst thing inside."
  instead    = "Attach the inner diff to the pull request: a change set, `helm diff`, a what-if, a dry run."
  references = ["SOC2 CC8.1"]
}
