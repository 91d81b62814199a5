rule "changed-with-destroy" {
  title      = "An edit that explains why something is destroyed"
  scope      = "configuration"
  differs    = ["repetition-changed", "provider-changed", "module-source-changed", "module-version-changed"]
  effect     = "note"
  message    = "The count, for_each, provider, source or version behind ${address} changed in this change: that is why it is destroyed"
  why        = "Such an edit looks small and takes whole objects with it."
  instead    = "A moved block keeps objects whose address changes; a new provider or source is best introduced beside the old one."
  references = ["SOC2 CC8.1"]
}
