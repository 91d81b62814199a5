rule "provisioner-appeared" {
  title      = "Commands run during apply that did not before"
  scope      = "configuration"
  differs    = ["provisioner-appeared"]
  risk       = "high"
  message    = "${address} runs a provisioner that is new or changed; the plan does not show its commands"
  why        = "A provisioner runs whatever its author wrote, with the credentials of the apply, and neither plan nor state records what it did."
  instead    = "Use a resource, user data or an image for it. Where it must stay, read its commands in the configuration as carefully as a script that runs in production."
  references = ["SOC2 CC8.1"]
}
