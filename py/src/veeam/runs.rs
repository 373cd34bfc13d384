//! Job sessions: the runs of a job.

crate::model::model! {
    /// One run of a backup job or copy job.
    JobSession shows backupjobs::veeam::JobSession, as "JobSession" in "backupjobs.veeam", lazily {
        /// UUID.
        id,
        /// The id of its job, from the `job` link.
        job_id,
        /// Repository it writes to; v7.
        repository_id,
        /// The first try, of which this session is a retry; v7.
        main_session_id,
        /// What the vendor says about it; v6.
        details,
        /// When it began.
        creation_time(creation_time_raw),
        /// When it ended; none while it runs.
        end_time(end_time_raw),
        /// 0 on the first try; v6.
        retry_count,
        /// Whether the job will be tried again, as a new session; v7.
        job_will_be_retried,
        /// Objects processed so far: a count, not a percentage.
        progress,
        /// Of a backup job or of a copy job; v7.
        job_type,
        /// Full or Incremental; v8.
        job_session_config_type,
        /// State.
        status,
        /// Rates and amounts.
        statistics,
        /// Backup proxy; v8.
        proxy_id,
        /// Pool of backup proxies; v8.
        proxy_pool_id,
        /// Version of the object: counts up with every change; v8.
        e_tag,
        /// Links, by name; `job` leads to the job.
        links,
        /// Members this version does not know.
        extra,
    } with links
}

crate::model::model! {
    /// Rates and amounts of a session. v2 writes texts like "832.4 KB/s (52 items/s)", later versions numbers.
    Statistics shows backupjobs::veeam::Statistics, as "Statistics" in "backupjobs.veeam", lazily {
        /// Bytes a second processed.
        processing_rate_bytes,
        /// Items a second processed.
        processing_rate_items,
        /// Bytes a second read.
        read_rate_bytes,
        /// Bytes a second written.
        write_rate_bytes,
        /// Bytes transferred.
        transferred_data_bytes,
        /// Objects processed.
        processed_objects,
        /// v2: the processing rate in words.
        processing_rate,
        /// v2: the read rate in words.
        read_rate,
        /// v2: the write rate in words.
        write_rate,
        /// v2: the amount transferred in words.
        transferred_data,
        /// What slows it down: "NA", "Detecting", "Source", "Target".
        bottleneck,
        /// Members this version does not know.
        extra,
    }
}
