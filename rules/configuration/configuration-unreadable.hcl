rule "configuration-unreadable" {
  title      = "A part of the configuration cannot be read"
  scope      = "configuration"
  differs    = ["unreadable"]
  risk       = "medium"
  message    = "A part of the configuration cannot be read, so a guard in it may be gone unseen"
  why        = "What cannot be read cannot be compared, and a file that only Terraform can read is a good place to hide a change."
  instead    = "Mend the file that is named, or format it with `terraform fmt`, which says what is wrong with it."
  references = ["SOC2 CC8.1"]
}
