rule "secret-destroy-no-recovery" {
  title      = "A secret is deleted without a recovery window"
  types      = ["aws_secretsmanager_secret"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && before.recovery_window_in_days == 0
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} and all its versions are gone the moment it is applied: its recovery window is zero"
  why        = "With a window the secret can be brought back with one call when a forgotten reader breaks. Without one the credential has to be issued again, if it can be."
  instead    = "Set recovery_window_in_days to 7 or more and apply, then remove the secret in a later change. To reuse a name at once, restore the scheduled secret or import it."
  references = ["SOC2 CC8.1"]
}
