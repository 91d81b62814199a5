rule "lock-file-changed" {
  title      = "Other providers are installed"
  scope      = "configuration"
  differs    = ["lock-file-changed"]
  risk       = "medium"
  message    = "The lock file of the providers changed: other code runs with the credentials of plan and apply"
  why        = "A provider is a program. Its checksums in the lock file are what keeps another one from taking its place."
  instead    = "Change the lock file in a change of its own, made by `terraform providers lock` or by your update bot, and read the versions."
  references = ["SOC2 CC8.1"]
}
