rule "prevent-destroy-removed" {
  title      = "The guard that stood in the configuration is removed"
  scope      = "configuration"
  differs    = ["prevent-destroy-removed", "destroy-allowed"]
  risk       = "high"
  message    = "${address} was guarded in the configuration at base, and this change takes the guard away"
  why        = "Terraform checks prevent_destroy of the configuration it plans with. A change that removes the guard and the resource together passes that check, and taking the guard away alone plans no change at all."
  instead    = "Keep the guard. If the object is to go, remove the guard in a change of its own that says so, and destroy the object in the next one."
  references = ["SOC2 CC8.1"]
}
