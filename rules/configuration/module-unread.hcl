rule "module-unread" {
  title      = "The call of a module is gone that could not be read"
  scope      = "configuration"
  differs    = ["module-call-deleted"]
  risk       = "medium"
  message    = "${address} is no longer called, and whether something in it was guarded cannot be told"
  why        = "The files of the module are not in the repository, so guards in it may be gone unseen."
  instead    = "Look into the module at the version that base names, or run `terraform init` there and check again with `--base` naming that directory."
  references = ["SOC2 CC8.1"]
}
