//! Tickets: a start that is prepared, carried out, written down and taken up again.

use crate::args::Args;
use crate::common::start_options;
use crate::show::Out;
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::{Server, Stage, Ticket};

/// The ticket at hand, and the text it had at each stage.
#[derive(Default)]
pub(crate) struct Tickets {
    now: Option<Ticket>,
    texts: Vec<(Stage, String)>,
}

impl Tickets {
    /// The ticket at hand.
    fn at_hand(&self) -> Result<&Ticket, Trouble> {
        self.now.as_ref().ok_or_else(|| Trouble::Command("server.prepare comes first".into()))
    }
}

impl Driver {
    pub(crate) fn prepare(&mut self, server: &Server, args: &Args, out: &mut Out) -> Done {
        let ticket = server.prepare(args.need("job")?, &start_options(args)?)?;
        show(&ticket, out);
        self.tickets = Tickets { texts: vec![(ticket.stage(), ticket.to_text())], now: Some(ticket) };
        Ok(())
    }

    pub(crate) fn carry_out(&mut self, server: &Server, args: &Args, out: &mut Out) -> Done {
        let fails = args.parsed("save_fails")?.unwrap_or(false);
        let mut ticket = self.tickets.at_hand()?.clone();
        let texts = &mut self.tickets.texts;
        let mut saves = 0;
        let carried = server.carry_out(&mut ticket, &mut |now| {
            out.line(&format!("saves[{saves}]"), now.stage().name());
            saves += 1;
            if fails {
                return Err("the driver was told to fail".into());
            }
            texts.push((now.stage(), now.to_text()));
            Ok(())
        });
        self.tickets.now = Some(ticket);
        self.started(carried?, out);
        Ok(())
    }

    pub(crate) fn ticket(&self, out: &mut Out) -> Done {
        show(self.tickets.at_hand()?, out);
        Ok(())
    }

    pub(crate) fn reload(&mut self, args: &Args) -> Done {
        let text = match args.get("stage") {
            None => self.tickets.at_hand()?.to_text(),
            Some(name) => {
                let saved = self.tickets.texts.iter().rev().find(|(stage, _)| stage.name() == name);
                let nothing = || Trouble::Command(format!("nothing was saved at the stage '{name}'"));
                saved.map(|(_, text)| text.clone()).ok_or_else(nothing)?
            }
        };
        self.tickets.now = Some(Ticket::from_text(&text)?);
        Ok(())
    }
}

/// The operations that need no server.
pub(crate) fn alone(verb: &str, args: &Args, out: &mut Out) -> Done {
    match verb {
        "parse" => {
            show(&Ticket::from_text(args.need("text")?)?, out);
            Ok(())
        }
        _ => Err(unknown(&format!("ticket.{verb}"))),
    }
}

/// What can be compared: the marker and the time differ each time.
fn show(ticket: &Ticket, out: &mut Out) {
    out.line("stage", ticket.stage().name());
    out.line("job", ticket.job());
    if let Some(run) = ticket.run() {
        out.line("run", run);
    }
    out.only_searched("ticket", &format!("{} {ticket:?}", ticket.to_text()));
}
