//! When a read is tried again, how long to wait before, and how many retries a client may make in all.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Retries of idempotent reads. Requests that start or change something are never repeated blindly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// Tries in all, the first included; 1 switches retries off.
    pub attempts: u32,
    /// No new try begins after this much time.
    pub total: Duration,
    /// The first pause is a random part of this; it doubles with each try.
    pub base: Duration,
    /// No pause is longer, except when the server asks for it with `Retry-After`.
    pub cap: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 4,
            total: Duration::from_secs(60),
            base: Duration::from_millis(250),
            cap: Duration::from_secs(8),
        }
    }
}

impl RetryPolicy {
    /// No retries at all.
    #[must_use]
    pub fn none() -> Self {
        Self { attempts: 1, ..Self::default() }
    }

    /// The pause after `attempt` (from 1) tries, `spent` into the call; `None` to give up.
    pub(crate) fn pause(&self, attempt: u32, spent: Duration, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        let ceiling = self.base.saturating_mul(1 << (attempt - 1).min(20)).min(self.cap);
        let jitter = ceiling.mul_f64(fastrand::f64());
        let pause = asked.map_or(jitter, |asked| asked.saturating_add(jitter));
        (spent.saturating_add(pause) < self.total).then_some(pause)
    }
}

/// What one retry costs, in milliseconds after which it is made good.
const COST: u64 = 10_000;
/// What every request makes good: a tenth of a retry.
const GOOD: u64 = COST / 10;

/// How many retries a client may make in all, so that many callers who meet a server in trouble do not add to it: a stock,
/// made up by one for every ten requests and for every ten seconds.
#[derive(Debug)]
pub(crate) struct Budget {
    stock: u64,
    born: Instant,
    /// The moment, in milliseconds since `born`, at which the stock is full again.
    full_at: AtomicU64,
}

impl Budget {
    pub(crate) fn new(stock: u32) -> Self {
        Self { stock: stock.into(), born: Instant::now(), full_at: AtomicU64::new(0) }
    }

    /// A request is made, the first try of it.
    pub(crate) fn request(&self) {
        // Nothing to make good is by far the most frequent case.
        if self.full_at.load(Ordering::Relaxed) != 0 {
            let _ = self.full_at.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| Some(at.saturating_sub(GOOD)));
        }
    }

    /// Takes one retry, if one is left.
    pub(crate) fn retry(&self) -> bool {
        self.retry_at(u64::try_from(self.born.elapsed().as_millis()).unwrap_or(u64::MAX))
    }

    fn retry_at(&self, now: u64) -> bool {
        let taken = self.full_at.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| {
            let after = at.max(now).saturating_add(COST);
            (after - now <= self.stock * COST).then_some(after)
        });
        taken.is_ok()
    }
}

/// Seconds or an HTTP date, as `Retry-After` allows; unreadable values are as good as none. `now` is the server's own time
/// where it has told it: its date and ours may be hours apart.
pub(crate) fn retry_after(value: &str, now: jiff::Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds.min(86_400)));
    }
    let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    let seconds = at.as_second().saturating_sub(now.as_second());
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0).min(86_400)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_bounded_by_count_time_and_cap() {
        let policy = RetryPolicy::default();
        assert_eq!(policy.pause(4, Duration::ZERO, None), None);
        assert_eq!(policy.pause(1, Duration::from_secs(60), None), None);
        assert_eq!(policy.pause(1, Duration::ZERO, Some(Duration::from_secs(61))), None);
        assert!(policy.pause(3, Duration::ZERO, None).expect("a pause") <= policy.cap);
        assert!(
            policy.pause(1, Duration::ZERO, Some(Duration::from_secs(5))).expect("asked") >= Duration::from_secs(5)
        );
    }

    #[test]
    fn no_setting_is_too_large() {
        let second = Duration::from_secs(1);
        let policy = RetryPolicy { attempts: u32::MAX, total: Duration::MAX, base: Duration::MAX, cap: Duration::MAX };
        for _ in 0..100 {
            let _ = policy.pause(u32::MAX - 1, Duration::MAX, Some(second));
            assert!(policy.pause(1, second, Some(second)).is_none_or(|pause| pause >= second));
        }
    }

    #[test]
    fn a_budget_is_used_up_and_made_good_by_requests_and_time() {
        let budget = Budget::new(3);
        let retries = |now| (0..100).filter(|_| budget.retry_at(now)).count();
        assert_eq!(retries(5_000), 3);
        for _ in 0..19 {
            budget.request();
        }
        assert_eq!(retries(5_000), 1);
        assert_eq!(retries(5_000 + COST), 1);
        assert_eq!(retries(5_000 + 100 * COST), 3, "never more than the stock");
        assert!(!Budget::new(0).retry());
    }

    #[test]
    fn retry_after_in_both_forms() {
        let now = "2026-01-15T08:00:00Z".parse().expect("time");
        assert_eq!(retry_after("7", now), Some(Duration::from_secs(7)));
        assert_eq!(retry_after("Thu, 15 Jan 2026 08:00:09 GMT", now), Some(Duration::from_secs(9)));
        assert_eq!(retry_after("Thu, 15 Jan 2026 07:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", now), None);
    }
}
