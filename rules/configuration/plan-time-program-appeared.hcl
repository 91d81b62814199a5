rule "plan-time-program-appeared" {
  title      = "A program or a web address is called while planning"
  scope      = "configuration"
  differs    = ["data-source-appeared"]
  risk       = "medium"
  message    = "${address} runs a program or calls an address whenever somebody plans; it is new or changed"
  why        = "It runs before anyone has reviewed anything, with the credentials of the plan, and what it returns decides what is planned."
  instead    = "Pass the value in as a variable, or read it with a data source of the provider."
  references = ["SOC2 CC8.1"]
}
