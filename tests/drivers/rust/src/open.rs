//! Opening clients.

use crate::args::Args;
use crate::{Done, Driver, Trouble, unknown, vcenter};
use backupjobs::teradata::{self, ClientCredentials, LakeJwt, OrganizationClaim, TokenCommand, TokenSource};
use backupjobs::{ClientOptions, Proxy, Secret, Trust, veeam};

impl Driver {
    pub(crate) fn open(&mut self, system: &str, args: &Args) -> Done {
        match system {
            "veeam" => self.open_veeam(args),
            "teradata" => self.open_teradata(args),
            "vcenter" => self.open_vcenter(args),
            _ => Err(unknown(&format!("open.{system}"))),
        }
    }

    fn open_veeam(&mut self, args: &Args) -> Done {
        let number = args.need("version")?.trim_start_matches('v').parse().unwrap_or(0);
        let dialect =
            veeam::Dialect::from_number(number).ok_or_else(|| Trouble::Command("'version=' must be 2 to 8".into()))?;
        let mut config = veeam::Config::new(args.need("url")?, dialect, args.need("username")?, args.need("password")?);
        config.options = self.options(args)?;
        let client = veeam::Client::new(config)?;
        self.server = Some(client.server());
        if let Some(old) = self.veeam.replace(client) {
            old.close();
        }
        Ok(())
    }

    fn open_teradata(&mut self, args: &Args) -> Done {
        let (url, token) = (args.need("url")?, token_source(args)?);
        let mut config = match args.get("account_id") {
            Some(account) => teradata::Config::lake(url, account, token),
            None => teradata::Config::new(url, args.need("site_id")?, token),
        };
        config.allow_unverified = args.parsed("allow_unverified")?.unwrap_or(false);
        config.options = self.options(args)?;
        let client = teradata::Client::new(config)?;
        self.server = Some(client.server());
        if let Some(old) = self.teradata.replace(client) {
            old.close();
        }
        Ok(())
    }

    fn open_vcenter(&mut self, args: &Args) -> Done {
        let mut config =
            backupjobs::vcenter::Config::new(args.need("url")?, args.need("username")?, args.need("password")?);
        config.dialect = vcenter::named("dialect", backupjobs::vcenter::Dialect::from_name, args)?;
        config.login = vcenter::named("login", backupjobs::vcenter::LoginMode::from_name, args)?;
        config.options = self.options(args)?;
        let client = backupjobs::vcenter::Client::new(config)?;
        let plan = args.get("plan.location").map(|_| vcenter::plan(args)).transpose()?;
        self.server = Some(client.server(plan)?);
        if let Some(old) = self.vcenter.replace(client) {
            old.close();
        }
        Ok(())
    }
}

/// The source that the pairs describe: a token when nothing else is there.
fn token_source(args: &Args) -> Result<TokenSource, Trouble> {
    if let Some(path) = args.get("token_file") {
        let path = path.to_owned();
        return Ok(TokenSource::callback(move || match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Secret::new(text.trim())),
            Err(why) => Err(why.to_string()),
        }));
    }
    if let Some(argv) = args.get("token_command") {
        let mut command = TokenCommand::new(argv.split(',').filter(|_| !argv.is_empty()));
        args.millis("token_timeout_ms", &mut command.timeout)?;
        return Ok(command.into());
    }
    if let Some(token_url) = args.get("token_url") {
        let mut client = ClientCredentials::new(token_url, args.need("client_id")?, args.need("client_secret")?);
        client.scope = args.get("scope").map(str::to_owned);
        return Ok(client.into());
    }
    if let Some(token) = args.get("personal_access_token") {
        let (key, key_name) = (args.need("private_key")?, args.need("key_name")?);
        let mut jwt = LakeJwt::new(token, key, key_name, args.need("username")?, args.need("organization")?);
        if let Some(name) = args.get("organization_claim") {
            jwt.organization_claim = OrganizationClaim::from_name(name)
                .ok_or_else(|| Trouble::Command(format!("unknown organization_claim '{name}'")))?;
        }
        args.millis("lifetime_ms", &mut jwt.lifetime)?;
        return Ok(jwt.into());
    }
    match args.get("username") {
        Some(username) => Ok(TokenSource::basic(username, args.need("password")?)),
        None => Ok(TokenSource::from(args.need("token")?)),
    }
}

impl Driver {
    pub(crate) fn options(&self, args: &Args) -> Result<ClientOptions, Trouble> {
        let mut options = ClientOptions::default();
        if let Some(path) = args.get("ca_file") {
            options.trust = Trust::CaFile(path.into());
        } else if let Some(pin) = args.get("pin") {
            options.trust = Trust::pin(pin)?;
        } else if let Some(path) = args.get("known_hosts") {
            options.trust = Trust::KnownHosts(path.into());
        } else if args.parsed("insecure")?.unwrap_or(false) {
            options.trust = Trust::Insecure;
        }
        match args.get("proxy") {
            Some("") => options.proxy = Proxy::None,
            Some(url) => options.proxy = Proxy::url(url)?,
            None => {}
        }
        args.millis("connect_timeout_ms", &mut options.connect_timeout)?;
        args.millis("request_timeout_ms", &mut options.request_timeout)?;
        args.put("max_body", &mut options.max_body)?;
        args.put("retry_attempts", &mut options.retry.attempts)?;
        args.put("retry_budget", &mut options.retry_budget)?;
        args.put("max_concurrency", &mut options.max_concurrency)?;
        if args.parsed("log")?.unwrap_or(false) {
            options.log = Some(self.heard.listener());
        }
        Ok(options)
    }
}
