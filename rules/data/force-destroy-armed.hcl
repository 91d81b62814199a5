rule "force-destroy-armed" {
  title   = "A store may from now on be destroyed with its content"
  types   = "*"
  actions = ["update"]
  when = (
    (stateful || contains(["dns", "backup", "database"], category))
    && class != "compute" && class != "identity"
    && !contains(["aws_s3_object", "aws_s3_object_copy", "aws_s3_bucket_object", "digitalocean_spaces_bucket_object", "linode_object_storage_object"], type)
    && (became("force_destroy", true) || became("force_delete", true) || became("delete_contents_on_destroy", true))
  )
  risk       = "high"
  effect     = "risk"
  message    = "The next destroy of ${address} deletes whatever is in it instead of being refused"
  why        = "The flag changes nothing today. It takes away the refusal that would stop a mistake later, and the later plan shows only a delete."
  instead    = "Leave it false in production and empty the store on purpose when it is to go."
  references = ["SOC2 CC8.1"]
}
