/* Printing Veeam's organizations, repositories and the server itself. */
#include "driver.h"

void show_organization(const struct path *path, const struct bkj_veeam_organization *o)
{
    TEXT(bkj_veeam_organization, id);
    TEXT(bkj_veeam_organization, name);
    TEXT(bkj_veeam_organization, office_name);
    TEXT(bkj_veeam_organization, description);
    TEXT(bkj_veeam_organization, kind);
    TEXT(bkj_veeam_organization, region);
    FLAG(bkj_veeam_organization, is_exchange_online);
    FLAG(bkj_veeam_organization, is_share_point_online);
    FLAG(bkj_veeam_organization, is_teams_online);
    FLAG(bkj_veeam_organization, is_teams_chats_online);
    FLAG(bkj_veeam_organization, is_exchange);
    FLAG(bkj_veeam_organization, is_sharepoint);
    TEXT(bkj_veeam_organization, msid);
    TEXT(bkj_veeam_organization, backed_up_organization_id);
    FLAG(bkj_veeam_organization, is_backedup);
    TIME(bkj_veeam_organization, first_backuptime);
    TIME(bkj_veeam_organization, last_backuptime);
    JSON(bkj_veeam_organization, links);
    JSON(bkj_veeam_organization, extra);
}

void show_used_repository(const struct path *path, const struct bkj_veeam_used_repository *o)
{
    TEXT(bkj_veeam_used_repository, repository_id);
    NUMBER(bkj_veeam_used_repository, used_space_bytes);
    NUMBER(bkj_veeam_used_repository, local_cache_used_space_bytes);
    NUMBER(bkj_veeam_used_repository, object_storage_used_space_bytes);
    FLAG(bkj_veeam_used_repository, is_available);
    TEXT(bkj_veeam_used_repository, details);
    NUMBER(bkj_veeam_used_repository, protected_objects_count);
    JSON(bkj_veeam_used_repository, links);
    JSON(bkj_veeam_used_repository, extra);
}

static void show_object_storage(const struct path *path, const struct bkj_veeam_object_storage *o)
{
    TEXT(bkj_veeam_object_storage, id);
    TEXT(bkj_veeam_object_storage, kind);
    TEXT(bkj_veeam_object_storage, account_id);
    FLAG(bkj_veeam_object_storage, size_limit_enabled);
    NUMBER(bkj_veeam_object_storage, size_limit_gb);
    NUMBER(bkj_veeam_object_storage, used_space_bytes);
    NUMBER(bkj_veeam_object_storage, free_space_bytes);
    FLAG(bkj_veeam_object_storage, enable_immutability);
    FLAG(bkj_veeam_object_storage, enable_immutability_governance_mode);
    NUMBER(bkj_veeam_object_storage, immutability_period_days);
    FLAG(bkj_veeam_object_storage, use_archiver_appliance);
    TEXT(bkj_veeam_object_storage, s3_folder);
    TEXT(bkj_veeam_object_storage, azure_folder);
    JSON(bkj_veeam_object_storage, links);
    JSON(bkj_veeam_object_storage, extra);
}

void show_repository(const struct path *path, const struct bkj_veeam_repository *o)
{
    TEXT(bkj_veeam_repository, id);
    TEXT(bkj_veeam_repository, name);
    TEXT(bkj_veeam_repository, description);
    TEXT(bkj_veeam_repository, proxy_id);
    TEXT(bkj_veeam_repository, proxy_pool_id);
    TEXT(bkj_veeam_repository, organization_id);
    TEXT(bkj_veeam_repository, path);
    TEXT(bkj_veeam_repository, object_storage_id);
    TEXT(bkj_veeam_repository, object_storage_cache_path);
    FLAG(bkj_veeam_repository, object_storage_encryption_enabled);
    TEXT(bkj_veeam_repository, encryption_key_id);
    INSIDE(bkj_veeam_repository, object_storage, show_object_storage);
    FLAG(bkj_veeam_repository, is_long_term);
    NUMBER(bkj_veeam_repository, capacity_bytes);
    NUMBER(bkj_veeam_repository, free_space_bytes);
    TEXT(bkj_veeam_repository, retention_type);
    TEXT(bkj_veeam_repository, retention_period_type);
    NUMBER(bkj_veeam_repository, daily_retention_period);
    NUMBER(bkj_veeam_repository, monthly_retention_period);
    TEXT(bkj_veeam_repository, yearly_retention_period);
    TEXT(bkj_veeam_repository, retention_frequency_type);
    TEXT(bkj_veeam_repository, daily_time);
    TEXT(bkj_veeam_repository, daily_type);
    TEXT(bkj_veeam_repository, monthly_time);
    TEXT(bkj_veeam_repository, monthly_daynumber);
    TEXT(bkj_veeam_repository, monthly_dayofweek);
    FLAG(bkj_veeam_repository, is_out_of_sync);
    FLAG(bkj_veeam_repository, is_outdated);
    FLAG(bkj_veeam_repository, is_indexed);
    FLAG(bkj_veeam_repository, is_migration_locked);
    FLAG(bkj_veeam_repository, is_out_of_order);
    TEXT(bkj_veeam_repository, out_of_order_reason);
    JSON(bkj_veeam_repository, links);
    JSON(bkj_veeam_repository, extra);
}

void show_service_instance(const struct path *path, const struct bkj_veeam_service_instance *o)
{
    TEXT(bkj_veeam_service_instance, installation_id);
    TEXT(bkj_veeam_service_instance, version);
    JSON(bkj_veeam_service_instance, extra);
}

static void show_health_entry(const struct path *path, const struct bkj_veeam_health_entry *o)
{
    TEXT(bkj_veeam_health_entry, name);
    TEXT(bkj_veeam_health_entry, status);
    TEXT(bkj_veeam_health_entry, description);
    JSON(bkj_veeam_health_entry, extra);
}

void show_health(const struct path *path, const struct bkj_veeam_health *o)
{
    TEXT(bkj_veeam_health, status);
    EACH(bkj_veeam_health, entries, show_health_entry);
    JSON(bkj_veeam_health, extra);
}
