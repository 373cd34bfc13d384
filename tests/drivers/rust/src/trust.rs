//! Certificates: fetched, remembered, forgotten.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::CancelToken;
use backupjobs::trust::{self, KnownHosts};
use std::path::Path;

impl Driver {
    pub(crate) fn trust(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let url = args.need("url")?;
        let hosts = || Ok::<_, Trouble>(KnownHosts::open(Path::new(args.need("known_hosts")?))?);
        match verb {
            "fetch" => {
                let certificate = trust::fetch(url, &self.options(args)?, &CancelToken::new())?;
                certificate.show("", out);
                self.certificate = Some(certificate);
            }
            "remember" => {
                let nothing = || Trouble::Command("trust.fetch comes first".into());
                hosts()?.remember(url, self.certificate.as_ref().ok_or_else(nothing)?)?;
            }
            "lookup" => hosts()?.lookup(url)?.show("", out),
            "forget" => hosts()?.forget(url)?.show("found", out),
            _ => return Err(unknown(&format!("trust.{verb}"))),
        }
        Ok(())
    }
}
