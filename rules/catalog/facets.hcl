# What an in-place update does, told by the attributes that it changes, for every type that has them.
#
# Only plain attributes stand here: what can be told from a boolean, a number or an enum. What takes a look at rules,
# statements or address ranges is the business of rules; what guards an object is in the catalog, by type.

# --- What interrupts, weakens or exposes ----------------------------------------------------------------------------

facet "disrupts" {
  title = "interrupts the service while it is carried out"
  risk  = "medium"
  attributes = {
    # databases and caches
    instance_class          = changed()
    node_type               = changed()
    cache_node_type         = changed()
    instance_type           = changed()
    engine_version          = changed()
    parameter_group_name    = changed()
    db_parameter_group_name = changed()
    option_group_name       = changed()
    ca_cert_identifier      = changed()
    database_version        = changed()
    "settings.tier"         = changed()
    sku_name                = changed()
    storage_type            = changed()
    apply_immediately       = became(true)
    port                    = changed()
    db_subnet_group_name    = changed()
    network_type            = changed()

    # machines
    user_data        = changed()
    user_data_base64 = changed()
    machine_type     = changed()
    vm_size          = changed()

    # clusters and brokers
    kubernetes_version              = changed()
    version                         = changed()
    min_master_version              = changed()
    broker_instance_type            = changed()
    kafka_version                   = changed()
    "cluster_config.instance_type"  = changed()
    "cluster_config.instance_count" = changed()
  }
  classes = ["data", "recovery", "compute", "control-plane"]
}

facet "shrinks-capacity" {
  # That nothing or less than half is left is for a rule to say.
  title = "takes capacity away"
  risk  = "medium"
  attributes = {
    desired_count                                     = lowered()
    desired_capacity                                  = lowered()
    min_size                                          = lowered()
    max_size                                          = lowered()
    min_capacity                                      = lowered()
    max_capacity                                      = lowered()
    num_cache_nodes                                   = lowered()
    num_cache_clusters                                = lowered()
    num_node_groups                                   = lowered()
    number_cache_clusters                             = lowered()
    replicas_per_node_group                           = lowered()
    number_of_nodes                                   = lowered()
    number_of_broker_nodes                            = lowered()
    shard_count                                       = lowered()
    read_capacity                                     = lowered()
    write_capacity                                    = lowered()
    allocated_storage                                 = lowered()
    storage_size_gb                                   = lowered()
    node_count                                        = lowered()
    instance_count                                    = lowered()
    replicas                                          = lowered()
    replica_count                                     = lowered()
    target_size                                       = lowered()
    memory_size                                       = lowered()
    concurrent_executions                             = lowered()
    reserved_concurrent_executions                    = lowered()
    provisioned_concurrent_executions                 = lowered()
    provisioned_throughput_in_mibps                   = lowered()
    "scaling_config.desired_size"                     = lowered()
    "scaling_config.min_size"                         = lowered()
    "scaling_config.max_size"                         = lowered()
    "autoscaling.min_node_count"                      = lowered()
    "autoscaling.max_node_count"                      = lowered()
    "cluster_config.instance_count"                   = lowered()
    "spec.replicas"                                   = lowered()
    "serverlessv2_scaling_configuration.min_capacity" = lowered()
    "serverlessv2_scaling_configuration.max_capacity" = lowered()
    instance_state                                    = became("stopped")
    desired_status                                    = became("TERMINATED", "SUSPENDED")
    activation_policy                                 = became("NEVER")
    "settings.activation_policy"                      = became("NEVER")
  }
}

facet "runs-with-other-rights" {
  title   = "lets it run with other rights"
  risk    = "high"
  classes = ["compute", "control-plane", "delivery", "data"]
  attributes = {
    role                                                       = changed()
    iam_instance_profile                                       = changed()
    execution_role_arn                                         = changed()
    task_role_arn                                              = changed()
    service_account                                            = changed()
    "service_account.email"                                    = changed()
    "spec.template.spec.service_account_name"                  = changed()
    "spec.template.spec.host_network"                          = became(true)
    "spec.template.spec.host_pid"                              = became(true)
    "spec.template.spec.container.security_context.privileged" = became(true)
  }
}

facet "gives-up-redundancy" {
  title = "gives up what keeps the service running when a part of it fails"
  risk  = "high"
  attributes = {
    multi_az                                          = left(true)
    multi_az_enabled                                  = left(true)
    automatic_failover_enabled                        = left(true)
    "settings.availability_type"                      = left("REGIONAL")
    "high_availability.mode"                          = left("ZoneRedundant", "SameZone")
    zone_redundant                                    = left(true)
    zone_redundancy_enabled                           = left(true)
    availability_zone_relocation_enabled              = left(true)
    cross_zone_load_balancing                         = left(true)
    enable_cross_zone_load_balancing                  = left(true)
    vpc_multi_az                                      = left(true)
    "cluster_config.zone_awareness_enabled"           = left(true)
    "cluster_config.dedicated_master_enabled"         = left(true)
  }
}

facet "resizes-machine" {
  title   = "interrupts the service while it is carried out"
  risk    = "medium"
  classes = ["compute", "data"]
  types   = ["azurerm_*virtual_machine*", "digitalocean_droplet", "digitalocean_database_cluster", "digitalocean_kubernetes_cluster"]
  attributes = {
    size = changed()
  }
}

facet "exposes" {
  title = "opens it to the public"
  risk  = "critical"
  attributes = {
    publicly_accessible                              = became(true)
    public_network_access_enabled                    = became(true)
    public_network_access                            = became("Enabled")
    public_access_enabled                            = became(true)
    associate_public_ip_address                      = became(true)
    endpoint_public_access                           = became(true)
    "vpc_config.endpoint_public_access"              = became(true)
    internal                                         = left(true)
    allow_blob_public_access                         = became(true)
    allow_nested_items_to_be_public                  = became(true)
    container_access_type                            = became("blob", "container")
    public_access_prevention                         = left("enforced")
    block_public_acls                                = left(true)
    block_public_policy                              = left(true)
    ignore_public_acls                               = left(true)
    restrict_public_buckets                          = left(true)
    block_public_security_group_rules                = left(true)
    acl                                              = became("public-read", "public-read-write", "authenticated-read")
    canned_acl                                       = became("public-read", "public-read-write", "authenticated-read")
    visibility                                       = became("public", "PUBLIC")
    scheme                                           = became("internet-facing")
    private_cluster_enabled                          = left(true)
    "private_cluster_config.enable_private_nodes"    = left(true)
    "private_cluster_config.enable_private_endpoint" = left(true)
    "settings.ip_configuration.ipv4_enabled"         = became(true)
    "connectivity_info.public_access.type"           = became("SERVICE_PROVIDED_EIPS")
    "provisioned.public_access"                      = became(true)
  }
}

facet "shrinks-recovery" {
  title = "shortens or ends what recovery relies on"
  risk  = "high"
  attributes = {
    backup_retention_period                                                    = lowered()
    backup_retention_days                                                      = lowered()
    snapshot_retention_limit                                                   = lowered()
    automated_snapshot_retention_period                                        = lowered()
    manual_snapshot_retention_period                                           = lowered()
    automatic_backup_retention_days                                            = lowered()
    data_retention_time_in_days                                                = lowered()
    soft_delete_retention_days                                                 = lowered()
    retained_backups                                                           = lowered()
    deletion_window_in_days                                                    = lowered()
    recovery_window_in_days                                                    = lowered()
    min_retention_days                                                         = lowered()
    backtrack_window                                                           = lowered()
    delete_automated_backups                                                   = became(true)
    skip_final_snapshot                                                        = became(true)
    skip_final_backup                                                          = became(true)
    backup_enabled                                                             = left(true)
    backups                                                                    = left(true)
    pit_enabled                                                                = left(true)
    geo_redundant_backup_enabled                                               = left(true)
    geo_backup_enabled                                                         = left(true)
    point_in_time_recovery_enabled                                             = left(true)
    point_in_time_recovery_enablement                                          = left("POINT_IN_TIME_RECOVERY_ENABLED")
    "point_in_time_recovery.enabled"                                           = left(true)
    "point_in_time_recovery.status"                                            = left("ENABLED")
    "versioning.enabled"                                                       = left(true)
    "versioning.mfa_delete"                                                    = left(true)
    "versioning_configuration.status"                                          = left("Enabled")
    "versioning_configuration.mfa_delete"                                      = left("Enabled")
    "blob_properties.versioning_enabled"                                       = left(true)
    "blob_properties.delete_retention_policy.days"                             = lowered()
    "blob_properties.container_delete_retention_policy.days"                   = lowered()
    "soft_delete_policy.retention_duration_seconds"                            = lowered()
    "settings.backup_configuration.enabled"                                    = left(true)
    "settings.backup_configuration.point_in_time_recovery_enabled"             = left(true)
    "settings.backup_configuration.binary_log_enabled"                         = left(true)
    "settings.backup_configuration.transaction_log_retention_days"             = lowered()
    "settings.backup_configuration.backup_retention_settings.retained_backups" = lowered()
    "rule.lifecycle.delete_after"                                              = lowered_forever()
    "retention_daily.count"                                                    = lowered()
    "retention_weekly.count"                                                   = lowered()
    "retention_monthly.count"                                                  = lowered()
    "retention_yearly.count"                                                   = lowered()
    "short_term_retention_policy.retention_days"                               = lowered()
    "protection_level.enabled"                                                 = left(true)
  }
}

facet "lowers-log-retention" {
  title = "deletes older logs"
  risk  = "medium"
  types = [
    "*_log", "*_log_*", "*_logs", "*_logs_*", "*_logging_*", "*trail*", "*log_analytics*", "*application_insights",
    "*event_data_store",
  ]
  attributes = {
    retention_in_days                   = lowered_forever()
    retention_days                      = lowered_forever()
    retention_period                    = lowered_forever()
    retention_period_in_days            = lowered_forever()
    log_retention_days                  = lowered_forever()
    retention                           = lowered_forever()
    retention_duration                  = lowered_forever()
    daily_quota_gb                      = lowered()
    "retention_policy.days"             = lowered_forever()
    "retention_policy.retention_period" = lowered_forever()
  }
}

facet "lowers-message-retention" {
  title = "deletes older messages and records that nobody has read yet"
  risk  = "high"
  types = [
    "*queue*", "*sqs*", "*kinesis*", "*stream*", "*topic*", "*pubsub*", "*kafka*", "*eventhub*", "*servicebus*",
    "*timestream*", "*broker*",
  ]
  attributes = {
    message_retention_seconds                                      = lowered()
    message_retention                                              = lowered()
    message_retention_duration                                     = lowered()
    retention_period                                               = lowered()
    default_message_ttl                                            = lowered()
    retain_acked_messages                                          = left(true)
    "config.retention_ms"                                          = lowered_forever()
    "config.retention_bytes"                                       = lowered_forever()
    "retention_properties.magnetic_store_retention_period_in_days" = lowered()
    "retention_properties.memory_store_retention_period_in_hours"  = lowered()
  }
}

facet "expires-data" {
  title = "lets data expire that was kept so far"
  risk  = "high"
  attributes = {
    "ttl.enabled"                     = became(true)
    default_table_expiration_ms       = lowered_forever()
    default_partition_expiration_ms   = lowered_forever()
    "time_partitioning.expiration_ms" = lowered_forever()
    "rule.default_retention.days"     = lowered()
    "rule.default_retention.years"    = lowered()
    object_lock_enabled               = left(true, "Enabled")
    "retention_policy.is_locked"      = left(true)
    is_retention_lock_enabled         = left(true)
  }
}

facet "weakens-encryption" {
  title = "weakens encryption"
  risk  = "high"
  attributes = {
    storage_encrypted                                            = left(true)
    encrypted                                                    = left(true)
    encryption_enabled                                           = left(true)
    at_rest_encryption_enabled                                   = left(true)
    transit_encryption_enabled                                   = left(true)
    transit_encryption_mode                                      = left("required")
    tls_enabled                                                  = left(true)
    require_ssl                                                  = left(true)
    ssl_enforcement_enabled                                      = left(true)
    enforce_ssl                                                  = left(true)
    https_only                                                   = left(true)
    https_traffic_only_enabled                                   = left(true)
    enable_https_traffic_only                                    = left(true)
    infrastructure_encryption_enabled                            = left(true)
    root_volume_encryption_enabled                               = left(true)
    user_volume_encryption_enabled                               = left(true)
    enable_key_rotation                                          = left(true)
    sqs_managed_sse_enabled                                      = left(true)
    sse_enabled                                                  = left(true)
    enable_non_ssl_port                                          = became(true)
    non_ssl_port_enabled                                         = became(true)
    min_tls_version                                              = became("TLS1_0", "TLS1_1", "1.0", "1.1")
    minimum_tls_version                                          = became("1.0", "1.1", "TLS1_0", "TLS1_1")
    protocol                                                     = left("HTTPS")
    "server_side_encryption.enabled"                             = left(true)
    "encrypt_at_rest.enabled"                                    = left(true)
    "node_to_node_encryption.enabled"                            = left(true)
    "domain_endpoint_options.enforce_https"                      = left(true)
    "root_block_device.encrypted"                                = left(true)
    "ebs_block_device.encrypted"                                 = left(true)
    "encryption_info.encryption_in_transit.client_broker"        = left("TLS")
    "encryption_info.encryption_in_transit.in_cluster"           = left(true)
    "settings.ip_configuration.require_ssl"                      = left(true)
    "settings.ip_configuration.ssl_mode"                         = became("ALLOW_UNENCRYPTED_AND_ENCRYPTED")
    "viewer_certificate.minimum_protocol_version"                = became("SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016")
    "default_cache_behavior.viewer_protocol_policy"              = became("allow-all")
    "ordered_cache_behavior.viewer_protocol_policy"              = became("allow-all")
    "rule.apply_server_side_encryption_by_default.sse_algorithm" = left("aws:kms")
  }
}

facet "stops-audit" {
  title = "stops recording who did what"
  risk  = "critical"
  attributes = {
    enable_logging                                  = left(true)
    logging_enabled                                 = left(true)
    is_multi_region_trail                           = left(true)
    is_organization_trail                           = left(true)
    include_global_service_events                   = left(true)
    enable_log_file_validation                      = left(true)
    audit_enabled                                   = left(true)
    audit_logging_enabled                           = left(true)
    "logging.enabled"                               = left(true)
    "access_logs.enabled"                           = left(true)
    "recording_group.all_supported"                 = left(true)
    "recording_group.include_global_resource_types" = left(true)
    is_recording                                    = left(true)
    "datasources.s3_logs.enable"                    = left(true)
    enable_control_plane_logging                    = left(true)
    advanced_threat_protection_enabled              = left(true)
  }
  classes = ["control", "data", "crypto", "identity", "reachability", "control-plane"]
}

facet "silences" {
  title = "silences an alarm"
  risk  = "medium"
  attributes = {
    actions_enabled = left(true)
    enabled         = left(true)
    muted           = became(true)
    is_paused       = became(true)
    disabled        = became(true)
    status          = became("DISABLED", "Disabled")
  }
  classes = ["observability"]
}

facet "lets-identities-go-further" {
  title = "loosens how people and programs prove who they are"
  risk  = "high"
  attributes = {
    mfa_configuration                   = left("ON", "OPTIONAL")
    mfa_enabled                         = left(true)
    require_mfa                         = left(true)
    minimum_password_length             = lowered()
    password_reuse_prevention           = lowered()
    max_password_age                    = raised_forever()
    require_symbols                     = left(true)
    require_numbers                     = left(true)
    require_uppercase_characters        = left(true)
    require_lowercase_characters        = left(true)
    max_session_duration                = raised()
    iam_database_authentication_enabled = left(true)
    "metadata_options.http_tokens"      = left("required")
    admin_enabled                       = became(true)
    shared_access_key_enabled           = became(true)
    local_authentication_enabled        = became(true)
    local_auth_enabled                  = became(true)
    auth_token_update_strategy          = became("DELETE")
    enforce_admins                      = left(true)
    uniform_bucket_level_access         = left(true)
    local_account_disabled              = left(true)
    authorization_type                  = became("NONE")
    authorization                       = became("NONE")
  }
}

# --- What does no harm ----------------------------------------------------------------------------------------------

facet "arms-guards" {
  title  = "protects it against deletion"
  benign = true
  attributes = {
    deletion_protection                    = became(true, "ACTIVE")
    deletion_protection_enabled            = became(true)
    enable_deletion_protection             = became(true)
    delete_protection                      = became(true)
    delete_protection_enabled              = became(true)
    prevent_deletion                       = became(true)
    termination_protection                 = became(true)
    termination_protection_enabled         = became(true)
    disable_api_termination                = became(true)
    disable_api_stop                       = became(true)
    rebuild_protection                     = became(true)
    is_delete_protected                    = became(true)
    is_protected                           = became(true)
    protected                              = became(true)
    purge_protection_enabled               = became(true)
    object_lock_enabled                    = became(true)
    deletion_policy                        = became("PREVENT")
    skip_final_snapshot                    = became(false)
    skip_destroy                           = became(true)
    force_destroy                          = left(true)
    force_delete                           = left(true)
    archive_on_destroy                     = became(true)
    "settings.deletion_protection_enabled" = became(true)
  }
}

facet "strengthens" {
  title  = "strengthens encryption, control or availability"
  benign = true
  attributes = {
    multi_az                                                       = became(true)
    multi_az_enabled                                               = became(true)
    automatic_failover_enabled                                     = became(true)
    publicly_accessible                                            = became(false)
    public_network_access_enabled                                  = became(false)
    map_public_ip_on_launch                                        = became(false)
    block_public_acls                                              = became(true)
    block_public_policy                                            = became(true)
    ignore_public_acls                                             = became(true)
    restrict_public_buckets                                        = became(true)
    public_access_prevention                                       = became("enforced")
    enable_key_rotation                                            = became(true)
    enable_log_file_validation                                     = became(true)
    is_multi_region_trail                                          = became(true)
    include_global_service_events                                  = became(true)
    performance_insights_enabled                                   = became(true)
    copy_tags_to_snapshot                                          = became(true)
    delete_automated_backups                                       = became(false)
    "point_in_time_recovery.enabled"                               = became(true)
    "versioning_configuration.status"                              = became("Enabled")
    "versioning.enabled"                                           = became(true)
    "metadata_options.http_tokens"                                 = became("required")
    "settings.backup_configuration.enabled"                        = became(true)
    "settings.backup_configuration.point_in_time_recovery_enabled" = became(true)
  }
}

facet "grows" {
  title  = "adds capacity"
  benign = true
  attributes = {
    allocated_storage             = raised()
    max_allocated_storage         = raised()
    storage_size_gb               = raised()
    desired_count                 = raised()
    desired_capacity              = raised()
    max_size                      = raised()
    min_size                      = raised()
    max_capacity                  = raised()
    min_capacity                  = raised()
    node_count                    = raised()
    num_cache_nodes               = raised()
    num_cache_clusters            = raised()
    replica_count                 = raised()
    replicas                      = raised()
    shard_count                   = raised()
    read_capacity                 = raised()
    write_capacity                = raised()
    "scaling_config.desired_size" = raised()
    "scaling_config.min_size"     = raised()
    "scaling_config.max_size"     = raised()
    "autoscaling.max_node_count"  = raised()
    "spec.replicas"               = raised()
  }
}

facet "raises-retention" {
  title  = "keeps copies, logs or messages for longer"
  benign = true
  attributes = {
    backup_retention_period                                                    = raised()
    backup_retention_days                                                      = raised()
    snapshot_retention_limit                                                   = raised()
    automated_snapshot_retention_period                                        = raised()
    automatic_backup_retention_days                                            = raised()
    soft_delete_retention_days                                                 = raised()
    data_retention_time_in_days                                                = raised()
    deletion_window_in_days                                                    = raised()
    recovery_window_in_days                                                    = raised()
    retention_in_days                                                          = raised_forever()
    retention_days                                                             = raised_forever()
    message_retention_seconds                                                  = raised()
    message_retention_duration                                                 = raised()
    "settings.backup_configuration.transaction_log_retention_days"             = raised()
    "settings.backup_configuration.backup_retention_settings.retained_backups" = raised()
  }
}
