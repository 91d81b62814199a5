rule "bucket-destroy-with-data" {
  title = "A bucket or registry is destroyed with all its content"
  types = [
    "aws_s3_bucket", "aws_s3_directory_bucket", "aws_lightsail_bucket", "aws_ecr_repository", "aws_ecrpublic_repository",
    "google_storage_bucket", "google_bigquery_dataset", "digitalocean_spaces_bucket", "openstack_objectstorage_container_v1", "scaleway_object_bucket",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state != "kept"
    && (had("force_destroy", true) || had("force_delete", true) || had("delete_contents_on_destroy", true))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is emptied and deleted: every object or image, all versions, however many there are"
  why        = "Without the force flag the cloud refuses to delete what is not empty. With it in the state, the provider empties it first and nothing asks again."
  instead    = "Set the force flag to false and apply. Then archive or move the content, empty it on purpose, and remove the resource in a later change."
  references = ["SOC2 CC8.1", "WA REL09-BP01"]
}
