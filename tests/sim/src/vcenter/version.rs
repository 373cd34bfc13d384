//! What the API version decides. Sources: the vendor's REST references of 6.5 and 6.7.0, the version notes of the
//! location types, and the 7.0.0 specification.

use crate::knobs::Knobs;

/// A version of the API, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V65,
    V67,
    V67U2,
    V70,
}

impl Version {
    /// As the knob says.
    pub(super) fn of(knobs: &Knobs) -> Self {
        match knobs.text("vcenter.version").as_str() {
            "6.5" => Self::V65,
            "6.7" => Self::V67,
            "7.0.0" => Self::V70,
            _ => Self::V67U2,
        }
    }

    /// The location types that this version has.
    pub(super) fn location_types(self) -> &'static [&'static str] {
        const ALL: [&str; 8] = ["FTP", "HTTP", "FTPS", "HTTPS", "SCP", "SFTP", "NFS", "SMB"];
        // SFTP came somewhere between 6.7.0 and 6.7.2; NFS and SMB with 6.7.2.
        if self >= Self::V67U2 { &ALL } else { &ALL[..5] }
    }

    /// `error_type` in error bodies.
    pub(super) fn has_error_type(self) -> bool {
        self >= Self::V70
    }

    /// Job details and `GET /rest/appliance/recovery`.
    pub(super) fn has_details(self) -> bool {
        self >= Self::V67
    }

    /// `build` in job details.
    pub(super) fn has_build(self) -> bool {
        self >= Self::V67U2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn location_types_by_version() {
        assert_eq!(Version::V65.location_types().last(), Some(&"SCP"));
        assert!(!Version::V67.location_types().contains(&"SFTP"));
        assert!(Version::V67U2.location_types().contains(&"SMB"));
        assert!(Version::V70.location_types().contains(&"SCP"));
    }
}
