/* Printing Veeam's job sessions and what they did. */
#include "driver.h"

static void show_statistics(const struct path *path, const struct bkj_veeam_statistics *o)
{
    NUMBER(bkj_veeam_statistics, processing_rate_bytes);
    NUMBER(bkj_veeam_statistics, processing_rate_items);
    NUMBER(bkj_veeam_statistics, read_rate_bytes);
    NUMBER(bkj_veeam_statistics, write_rate_bytes);
    NUMBER(bkj_veeam_statistics, transferred_data_bytes);
    NUMBER(bkj_veeam_statistics, processed_objects);
    TEXT(bkj_veeam_statistics, processing_rate);
    TEXT(bkj_veeam_statistics, read_rate);
    TEXT(bkj_veeam_statistics, write_rate);
    TEXT(bkj_veeam_statistics, transferred_data);
    TEXT(bkj_veeam_statistics, bottleneck);
    JSON(bkj_veeam_statistics, extra);
}

void show_job_session(const struct path *path, const struct bkj_veeam_job_session *o)
{
    TEXT(bkj_veeam_job_session, id);
    TEXT(bkj_veeam_job_session, job_id);
    TEXT(bkj_veeam_job_session, repository_id);
    TEXT(bkj_veeam_job_session, main_session_id);
    TEXT(bkj_veeam_job_session, details);
    TIME(bkj_veeam_job_session, creation_time);
    TIME(bkj_veeam_job_session, end_time);
    NUMBER(bkj_veeam_job_session, retry_count);
    FLAG(bkj_veeam_job_session, job_will_be_retried);
    NUMBER(bkj_veeam_job_session, progress);
    TEXT(bkj_veeam_job_session, job_type);
    TEXT(bkj_veeam_job_session, job_session_config_type);
    TEXT(bkj_veeam_job_session, status);
    INSIDE(bkj_veeam_job_session, statistics, show_statistics);
    TEXT(bkj_veeam_job_session, proxy_id);
    TEXT(bkj_veeam_job_session, proxy_pool_id);
    NUMBER(bkj_veeam_job_session, e_tag);
    JSON(bkj_veeam_job_session, links);
    JSON(bkj_veeam_job_session, extra);
}

void show_log_item(const struct path *path, const struct bkj_veeam_log_item *o)
{
    TEXT(bkj_veeam_log_item, id);
    NUMBER(bkj_veeam_log_item, usn);
    TEXT(bkj_veeam_log_item, kind);
    TEXT(bkj_veeam_log_item, message);
    TEXT(bkj_veeam_log_item, title);
    TIME(bkj_veeam_log_item, creation_time);
    TIME(bkj_veeam_log_item, end_time);
    JSON(bkj_veeam_log_item, links);
    JSON(bkj_veeam_log_item, extra);
}

void show_processed_object(const struct path *path, const struct bkj_veeam_processed_object *o)
{
    TEXT(bkj_veeam_processed_object, id);
    TEXT(bkj_veeam_processed_object, kind);
    TEXT(bkj_veeam_processed_object, status);
    JSON(bkj_veeam_processed_object, links);
    JSON(bkj_veeam_processed_object, extra);
}
