//! Log items: what a job session did, step by step.

crate::model::model! {
    /// One step of a job session.
    LogItem shows backupjobs::veeam::LogItem, as "LogItem" in "backupjobs.veeam", lazily {
        /// UUID.
        id,
        /// Counts up within the server.
        usn,
        /// v8: how it went.
        kind,
        /// v8: the sentence.
        message,
        /// The sentence, with the severity in brackets before it: "[Success] ...".
        title,
        /// When the step began.
        creation_time(creation_time_raw),
        /// When it ended.
        end_time(end_time_raw),
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links {
        /// The word in brackets at the beginning of the title.
        #[getter]
        fn severity(&self) -> Option<&str> {
            self.0.severity()
        }

        /// The title without the word in brackets.
        #[getter]
        fn sentence(&self) -> &str {
            self.0.sentence()
        }
    }
}
