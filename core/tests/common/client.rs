//! A typed client of any flavor.

use super::{Flavor, plan};
use backupjobs::teradata::TokenSource;
use backupjobs::{ClientOptions, Result, Server, teradata, vcenter, veeam};
use serde_json::Value;

pub enum Client {
    Veeam(veeam::Client),
    Teradata(teradata::Client),
    Vcenter(vcenter::Client),
}

impl Client {
    /// `access` is what the simulator's ready line tells of the system. Only Teradata has tokens from elsewhere.
    pub fn open(flavor: Flavor, access: &Value, token: TokenSource, options: ClientOptions) -> Self {
        let at = |name: &str| access[name].as_str().unwrap_or_default();
        match flavor {
            Flavor::Veeam(dialect) => {
                let mut config = veeam::Config::new(at("url"), dialect, at("username"), at("password"));
                config.options = options;
                Self::Veeam(veeam::Client::new(config).unwrap())
            }
            Flavor::Teradata(teradata::Dialect::Lake) => {
                let jwt = teradata::LakeJwt::new(
                    at("personal_access_token"),
                    at("private_key"),
                    at("key_name"),
                    at("username"),
                    at("organization"),
                );
                let mut config = teradata::Config::lake(at("url"), at("account_id"), jwt);
                config.allow_unverified = true;
                config.options = options;
                Self::Teradata(teradata::Client::new(config).unwrap())
            }
            Flavor::Teradata(_) => {
                let mut config = teradata::Config::new(at("url"), at("site_id"), token);
                config.options = options;
                Self::Teradata(teradata::Client::new(config).unwrap())
            }
            Flavor::Vcenter(dialect) => {
                let mut config = vcenter::Config::new(at("url"), at("username"), at("password"));
                config.dialect = Some(dialect);
                config.options = options;
                Self::Vcenter(vcenter::Client::new(config).unwrap())
            }
        }
    }

    /// One that finds out what the server speaks, where a client can.
    pub fn find_out(flavor: Flavor, access: &Value, token: TokenSource, options: ClientOptions) -> Self {
        match flavor {
            Flavor::Vcenter(_) => {
                let at = |name: &str| access[name].as_str().unwrap_or_default();
                let mut config = vcenter::Config::new(at("url"), at("username"), at("password"));
                config.options = options;
                Self::Vcenter(vcenter::Client::new(config).unwrap())
            }
            _ => Self::open(flavor, access, token, options),
        }
    }

    pub fn server(&self) -> Server {
        match self {
            Self::Veeam(client) => client.server(),
            Self::Teradata(client) => client.server(),
            Self::Vcenter(client) => client.server(Some(plan())).unwrap(),
        }
    }

    /// The bare request that starts a job, as the vendor has it.
    pub fn post(&self, job: &str) -> Result<()> {
        match self {
            Self::Veeam(client) => client.start_job(job, None).map(drop),
            Self::Teradata(client) => client.execute(job, None).map(drop),
            Self::Vcenter(client) => client.create_backup_job(&plan()).map(drop),
        }
    }
}
