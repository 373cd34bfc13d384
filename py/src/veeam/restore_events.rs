//! What happened in a restore session, and how much.

use backupjobs::veeam;

crate::model::model! {
    /// One event of a restore session.
    RestoreSessionEvent shows veeam::RestoreSessionEvent, as "RestoreSessionEvent" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// None, Save, Export, Send, Restore or View.
        kind,
        /// Running, Success, Warning, Failed, Cancelled or Skipped.
        status,
        /// When it began.
        start_time(start_time_raw),
        /// When it ended.
        end_time(end_time_raw),
        /// How long it took: hh:mm:ss.fffffff.
        duration,
        /// Title.
        title,
        /// The sentence.
        message,
        /// Its place among the events.
        order,
        /// Name of the item.
        item_name,
        /// Type of the item.
        item_type,
        /// Bytes of the item.
        item_size_bytes,
        /// Where it came from.
        source,
        /// Where it went.
        target,
        /// Organization; v8.
        organization_id,
        /// Organization by its id in the backup; v8.
        backed_up_organization_id,
        /// User; v8.
        user_id,
        /// Group; v8.
        group_id,
        /// Site; v8.
        site_id,
        /// Team; v8.
        team_id,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links
}

crate::model::model! {
    /// How much a restore session has restored.
    RestoreSessionStatistics shows veeam::RestoreSessionStatistics, as "RestoreSessionStatistics" in "backupjobs.veeam" {
        /// Items in the backup.
        total_items_count,
        /// Items restored.
        restored_items_count,
        /// Items that could not be restored.
        failed_items_count,
        /// Items left out.
        skipped_items_count,
        /// Warnings.
        warnings,
        /// Errors.
        errors,
        /// The items, where the server tells them one by one.
        items,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// One item of a restore.
    RestoredItem shows veeam::RestoredItem, as "RestoredItem" in "backupjobs.veeam" {
        /// Id.
        id,
        /// Item, BulkMailbox or BulkOneDrive.
        kind,
        /// What was restored, like ExchangeMailbox or TeamsPost.
        item_type,
        /// Success, Warning, Failed or Skipped.
        status,
        /// Name.
        name,
        /// Title.
        title,
        /// Where it lies.
        path,
        /// What went wrong.
        error,
        /// Warnings.
        warnings,
        /// Mailbox: its address.
        mailbox_email,
        /// Mailbox: whether it is an archive.
        mailbox_is_archive,
        /// Mailbox: whether it is a public one.
        mailbox_is_public,
        /// Mailbox: items created.
        created_mailbox_items_count,
        /// Mailbox: items merged.
        merged_mailbox_items_count,
        /// Mailbox: items that could not be restored.
        failed_mailbox_items_count,
        /// Mailbox: items left out.
        skipped_mailbox_items_count,
        /// Mailbox: why it could not go on.
        cannot_continue_mailbox_error,
        /// OneDrive: id of its web.
        one_drive_web_id,
        /// OneDrive: id of its site.
        one_drive_site_id,
        /// OneDrive: its address.
        one_drive_url,
        /// OneDrive: what is in it.
        child_items,
        /// Members this version does not know.
        extra,
    }
}
