rule "key-destroy" {
  title = "Key material is destroyed"
  types = [
    "aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key", "aws_cloudhsm_v2_cluster", "aws_kms_custom_key_store",
    "aws_paymentcryptography_key", "google_kms_crypto_key", "google_kms_crypto_key_version", "google_kms_secret_ciphertext",
    "azurerm_key_vault", "azurerm_key_vault_key", "azurerm_key_vault_managed_hardware_security_module",
    "azurerm_key_vault_managed_hardware_security_module_key", "azurerm_dedicated_hardware_security_module", "vault_transit_secret_backend_key", "vault_keymgmt_key",
    "vault_transform_transformation", "oci_kms_key", "oci_kms_vault", "confluent_byok_key", "scaleway_key_manager_key",
  ]
  actions = ["delete", "replace"]
  # An AWS key that is still enabled is prohibited by kms-key-delete.
  when = (
    destroys && !deposed
    && guard.state != "kept" && guard.state != "will-fail"
    && (
      !contains(["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"], type)
      || before.is_enabled == false || before.enabled == false
    )
  )
  risk       = "critical"
  effect     = "risk"
  message    = "What is encrypted with ${address} can never be opened again once its waiting period, if it has one, is over"
  why        = "The plan does not show what a key protects. There is no backup of key material that never leaves the cloud."
  instead    = "Show in the pull request that nobody has used the key for some weeks (audit log, last-used date), and keep the longest waiting period the type offers."
  references = ["SOC2 CC8.1", "FSBP KMS.3", "CKV_GCP_82", "WA SEC08-BP01"]
}
