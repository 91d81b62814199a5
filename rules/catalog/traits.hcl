# What types of all providers have in common, whatever their class.

# What holds other things: losing one takes along what the plan may not list.
trait "container" {
  names = [
    "aws_organizations_account",
    "aws_organizations_organization",
    "aws_organizations_organizational_unit",
    "aws_vpc",
    "aws_default_vpc",
    "aws_route53_zone",
    "aws_eks_cluster",
    "aws_cloudformation_stack",
    "aws_cloudformation_stack_set",
    "aws_backup_vault",
    "azurerm_resource_group",
    "azurerm_subscription",
    "azurerm_management_group",
    "azurerm_virtual_network",
    "azurerm_dns_zone",
    "azurerm_private_dns_zone",
    "azurerm_kubernetes_cluster",
    "azurerm_key_vault",
    "azurerm_storage_account",
    "azurerm_recovery_services_vault",
    "google_project",
    "google_folder",
    "google_compute_network",
    "google_container_cluster",
    "google_dns_managed_zone",
    "google_kms_key_ring",
    "kubernetes_namespace",
    "kubernetes_namespace_v1",
    "cloudflare_account",
    "cloudflare_zone",
    "digitalocean_domain",
    "digitalocean_kubernetes_cluster",
    "digitalocean_project",
    "digitalocean_vpc",
    "github_repository",
    "gitlab_group",
    "gitlab_project",
    "mongodbatlas_project",
    "oci_identity_compartment",
    "tfe_organization",
    "tfe_project",
    "tfe_workspace",
    "vault_mount",
  ]
}

# What is never changed but superseded: each deployment replaces one by the next revision.
trait "versioned" {
  names = [
    "aws_api_gateway_deployment",
    "aws_apigatewayv2_deployment",
    "aws_appconfig_deployment",
    "aws_appconfig_hosted_configuration_version",
    "aws_batch_job_definition",
    "aws_ecs_task_definition",
    "aws_imagebuilder_component",
    "aws_imagebuilder_image_recipe",
    "aws_lambda_layer_version",
    "aws_launch_configuration",
    "aws_lex_bot_alias",
    "aws_s3_object",
    "aws_s3_bucket_object",
    "aws_sagemaker_endpoint_configuration",
    "aws_sagemaker_model",
    "archive_file",
    "google_compute_instance_template",
    "google_compute_region_instance_template",
    "google_storage_bucket_object",
    "kubernetes_job",
    "kubernetes_job_v1",
    "local_file",
    "null_resource",
    "terraform_data",
    "time_sleep",
    "time_static",
  ]
}

# A new version of a secret: writing one is rotation.
trait "rotation" {
  names = [
    "aws_secretsmanager_secret_version",
    "google_secret_manager_secret_version",
    "azurerm_key_vault_secret",
    "vault_kv_secret",
    "vault_kv_secret_v2",
    "vault_generic_secret",
  ]
}
