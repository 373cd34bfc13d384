//! The libraries below us by themselves: a request, its whole answer, and nothing else. What reqwest takes is the least
//! that a client made with it can take; what hyper-util takes, which it is made of, is told beside it.
//!
//! ```text
//! backupjobs-bench-layers reqwest|hyper-util URL CA
//! ```
//!
//! Answers `burst NANOSECONDS` on its input with a line of JSON, as `worker.py` and the programs in C do.

use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use std::error::Error;
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const PATH: &str = "/api/appliance/recovery/backup/job/20260115-020000-24322831";

fn headers() -> HeaderMap {
    let session = HeaderName::from_static("vmware-api-session-id");
    let given = [(ACCEPT, "application/json"), (session, "b00db00db00db00db00db00db00db00d")];
    given.map(|(name, value)| (name, HeaderValue::from_static(value))).into_iter().collect()
}

/// Lets the runtime notice connections that the server has closed, as we do, then asks.
async fn with_reqwest(client: &reqwest::Client, url: Url) -> reqwest::Result<usize> {
    tokio::task::yield_now().await;
    let mut request = reqwest::Request::new(Method::GET, url);
    *request.headers_mut() = headers();
    Ok(client.execute(request).await?.error_for_status()?.bytes().await?.len())
}

async fn with_hyper_util(
    client: &Client<HttpConnector, Empty<bytes::Bytes>>,
    url: hyper::Uri,
) -> Result<usize, Box<dyn Error>> {
    tokio::task::yield_now().await;
    let mut request = hyper::Request::new(Empty::new());
    *request.uri_mut() = url;
    *request.headers_mut() = headers();
    let answer = client.request(request).await?;
    match answer.status().is_success() {
        true => Ok(answer.into_body().collect().await?.to_bytes().len()),
        false => Err(answer.status().to_string().into()),
    }
}

/// Does it for so long: the median of the times, how often, and the processor's time of one.
fn burst(work: &mut dyn FnMut() -> Result<usize, Box<dyn Error>>, length: Duration) -> Result<String, Box<dyn Error>> {
    let (used, end) = (processor_time()?, Instant::now() + length);
    let mut times = Vec::new();
    loop {
        let began = Instant::now();
        if work()? == 0 {
            return Err("the answer is empty".into());
        }
        times.push(began.elapsed().as_nanos());
        if Instant::now() >= end {
            break;
        }
    }
    times.sort_unstable();
    let (calls, median) = (times.len(), times[times.len() / 2]);
    let cpu = (processor_time()? - used).as_nanos() / calls as u128;
    // Nothing is decoded: what it finds is not compared.
    Ok(format!(r#"{{"calls": {calls}, "median": {median}, "cpu": {cpu}, "found": -1}}"#))
}

/// The first figure of `schedstat` is what this process, which has one thread, has been given so far.
fn processor_time() -> Result<Duration, Box<dyn Error>> {
    let text = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds = text.split_whitespace().next().ok_or("no time in schedstat")?;
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}

fn serve(runtime: &Runtime, layer: &str, url: &str) -> Result<(), Box<dyn Error>> {
    let whole = format!("{url}{PATH}");
    let mut work: Box<dyn FnMut() -> Result<usize, Box<dyn Error>>> = match layer {
        "reqwest" => {
            let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build()?;
            let url = Url::parse(&whole)?;
            Box::new(move || Ok(runtime.block_on(with_reqwest(&client, url.clone()))?))
        }
        "hyper-util" => {
            let client = Client::builder(TokioExecutor::new()).build_http();
            let url: hyper::Uri = whole.parse()?;
            Box::new(move || runtime.block_on(with_hyper_util(&client, url.clone())))
        }
        other => return Err(format!("there is no layer {other}").into()),
    };
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let nanoseconds = line.strip_prefix("burst ").ok_or("only bursts are measured here")?.parse()?;
        let told = burst(&mut work, Duration::from_nanos(nanoseconds))?;
        writeln!(std::io::stdout(), "{told}")?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, layer, url, ..] = arguments.as_slice() else { return Err("usage: LAYER URL CA".into()) };
    let _ = rustls::crypto::ring::default_provider().install_default();
    serve(&tokio::runtime::Builder::new_current_thread().enable_all().build()?, layer, url)
}
