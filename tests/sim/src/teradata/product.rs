//! The two products on one listener, told apart by the path.

use super::seed;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Product {
    /// `/data-protection/v2/sites/{site_id}/…`
    Enterprise,
    /// `/api/accounts/{account_id}/baas/…`
    Lake,
}

impl Product {
    /// The knob that lists the ways to prove who one is.
    pub(super) fn auth_knob(self) -> &'static str {
        match self {
            Self::Enterprise => "teradata.enterprise_auth",
            Self::Lake => "teradata.lake_auth",
        }
    }

    /// The query parameter for the type of a job. On Lake it has the name of something else.
    pub(super) fn type_filter(self) -> &'static str {
        match self {
            Self::Enterprise => "job-type",
            Self::Lake => "backup-type",
        }
    }

    /// `site_id` in its answers. Lake has an internal account id in them, not the one of the path; where it stands is a
    /// guess.
    pub(super) fn site_id(self) -> &'static str {
        match self {
            Self::Enterprise => seed::SITE,
            Self::Lake => seed::INTERNAL_ACCOUNT,
        }
    }
}
