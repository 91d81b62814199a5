rule "volume-destroy" {
  title = "A volume or file system is destroyed without a last copy"
  types = [
    "aws_ebs_volume", "aws_fsx_lustre_file_system", "aws_fsx_windows_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_openzfs_volume",
    "aws_fsx_ontap_volume", "azurerm_netapp_volume", "google_compute_disk", "google_compute_region_disk", "google_filestore_instance",
    "google_netapp_volume", "google_netapp_storage_pool", "google_lustre_instance", "google_parallelstore_instance",
    "kubernetes_persistent_volume", "kubernetes_persistent_volume_v1", "hcloud_volume", "oci_file_storage_file_system",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state == "unguarded"
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} and all files on it are gone once applied; its final copy or deletion protection is off"
  why        = "The safe setting is off by default for most volume types, so a volume is often unguarded without anyone having decided it."
  instead    = "Set the type's guard (final_snapshot = true, skip_final_backup = false, create_snapshot_before_destroy = true, reclaim policy Retain) and apply, or take a snapshot. Then remove the volume in a later change. Where the guard only refuses (delete_protection, deletion_policy = PREVENT), take the volume out of the state with a `removed` block (`destroy = false`), and let its owner delete it once the snapshot is proven."
  references = ["SOC2 CC8.1", "WA REL09-BP01"]
}
