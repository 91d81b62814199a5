rule "kms-rotation-off" {
  title   = "Key rotation is switched off"
  types   = ["aws_kms_key", "google_kms_crypto_key", "azurerm_key_vault_key"]
  actions = ["update"]
  when = (
    left("enable_key_rotation", true)
    || (is_set(before.rotation_period) && !is_unknown(after.rotation_period) && !is_set(after.rotation_period))
    || (length(before.rotation_policy) > 0 && !is_unknown(after.rotation_policy) && length(after.rotation_policy) == 0)
  )
  risk       = "medium"
  effect     = "risk"
  message    = "${address} keeps the same key material from now on"
  why        = "Nothing breaks today. The older the material, the more data one leaked version opens, and audits ask for the rotation."
  instead    = "Leave rotation on; it needs no change on the side of those who use the key."
  references = ["SOC2 CC8.1", "CIS AWS 3.6"]
}
