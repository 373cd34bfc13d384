//! What differs between the two products. Everything else asks here.

use crate::run::named;

named! {
    /// The product behind the API.
    pub enum Dialect {
        /// VantageCloud Enterprise: `https://<api-path>/data-protection/v2/sites/{site_id}`, fourteen operations:
        /// <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Backup-Jobs-APIs>.
        Enterprise = 1 => "enterprise",
        /// VantageCloud Lake: `https://<console-url>/api/accounts/{account_id}/baas`. Two reads are documented, list
        /// jobs and get a job:
        /// <https://docs.teradata.com/r/Lake-Manage-and-Move-Data/Using-Data-Protection-to-Backup-and-Restore-Data/Use-BaaS-APIs/Call-BaaS-APIs>.
        Lake = 2 => "lake",
    }
}

/// Where it is known from that a product has a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Support {
    /// The vendor's pages.
    Documented,
    /// Only the other product is known to have it: not without `allow_unverified`.
    Unverified,
    /// Nothing suggests it.
    Missing,
}

impl Dialect {
    /// Executing a job, and the lists of executions.
    pub(super) const fn executions(self) -> Support {
        match self {
            Self::Enterprise => Support::Documented,
            Self::Lake => Support::Unverified,
        }
    }

    /// Objects, restores, permissions and databases.
    pub(super) const fn restores(self) -> Support {
        match self {
            Self::Enterprise => Support::Documented,
            Self::Lake => Support::Missing,
        }
    }

    /// The filter `is-active` of the list of jobs. The samples for Lake do not show it.
    pub(super) const fn active_filter(self) -> Support {
        match self {
            Self::Enterprise => Support::Documented,
            Self::Lake => Support::Unverified,
        }
    }

    /// The filter for the type of a job. On Lake it is called after the backup type, though its value is a job type.
    pub(super) const fn type_filter(self) -> &'static str {
        match self {
            Self::Enterprise => "job-type",
            Self::Lake => "backup-type",
        }
    }

    /// What stands before the path of every call.
    pub(super) fn base<'a>(self, site_id: &'a str, account_id: &'a str) -> Vec<&'a str> {
        match self {
            Self::Enterprise => vec!["data-protection", "v2", "sites", site_id],
            Self::Lake => vec!["api", "accounts", account_id, "baas"],
        }
    }
}
