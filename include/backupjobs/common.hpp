/* The model that all three systems share. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_COMMON_HPP
#define BACKUPJOBS_COMMON_HPP

#include "detail.hpp"

namespace backupjobs {

/** The version of these headers, and the same as a number that can be compared, as BKJ_VERSION_NUMBER. */
inline constexpr const char *header_version = BKJ_VERSION;
inline constexpr std::int32_t header_version_number = BKJ_VERSION_NUMBER;

/** The version of the library that runs, and the same as a number. */
inline std::string version() { return bkj_version(); }
inline std::int32_t version_number() noexcept { return bkj_version_number(); }

inline std::string name(System value) { return detail::text(bkj_system_name(static_cast<std::int32_t>(value))); }
inline std::string name(Phase value) { return detail::text(bkj_phase_name(static_cast<std::int32_t>(value))); }
inline std::string name(Outcome value) { return detail::text(bkj_outcome_name(static_cast<std::int32_t>(value))); }
inline std::string name(Verb value) { return detail::text(bkj_verb_name(static_cast<std::int32_t>(value))); }
inline std::string name(IfRunning value) { return detail::text(bkj_if_running_name(static_cast<std::int32_t>(value))); }
inline std::string name(Origin value) { return detail::text(bkj_origin_name(static_cast<std::int32_t>(value))); }
inline std::string name(Stage value) { return detail::text(bkj_stage_name(static_cast<std::int32_t>(value))); }
inline std::string name(Level value) { return detail::text(bkj_level_name(static_cast<std::int32_t>(value))); }
inline std::string name(LogLevel value) { return detail::text(bkj_log_level_name(static_cast<std::int32_t>(value))); }

/** Cancels the calls of clients and servers made with it. */
class CancelToken {
public:
    CancelToken() : handle_(bkj_cancel_token_new(), bkj_cancel_token_free) {}
    /** Safe to call from any thread and from a signal handler. */
    void cancel() const noexcept { bkj_cancel_token_cancel(get()); }
    bool is_cancelled() const noexcept { return bkj_cancel_token_is_cancelled(get()); }
    /** The same flag, and in addition a question asked while calls wait. True, or an exception, cancels. */
    CancelToken with_probe(std::function<bool()> probe) const {
        using F = std::function<bool()>;
        const bkj_probe_callback ask = [](void *kept) noexcept -> std::int32_t {
            try {
                return (*static_cast<F *>(kept))();
            } catch (...) {
                return 1;
            }
        };
        void *kept = detail::keep(std::move(probe));
        return CancelToken(
            detail::make<bkj_cancel_token>(bkj_cancel_token_with_probe, get(), ask, kept, detail::release<F>));
    }
    const bkj_cancel_token *get() const noexcept { return handle_.get(); }

private:
    explicit CancelToken(bkj_cancel_token *token) : handle_(token, bkj_cancel_token_free) {}
    detail::Handle<bkj_cancel_token> handle_;
};

/** One thing that happened, without any secret; good until the function that is told of it returns. */
class LogEvent {
public:
    explicit LogEvent(const bkj_log_event *event) : event_(event) {}
    BKJ_ENUM(log_event, level, LogLevel)
    /** All that follows in one line. */
    BKJ_TEXT(log_event, message)
    BKJ_TEXT(log_event, server) BKJ_TEXT(log_event, operation) BKJ_OPT(log_event, method) BKJ_OPT(log_event, url)
    BKJ_NUM(log_event, status)
    /** What went wrong, when there was no answer. */
    std::optional<ErrorKind> error() const {
        const bkj_status kind = bkj_log_event_error(get());
        return kind != BKJ_OK ? std::optional<ErrorKind>(static_cast<ErrorKind>(kind)) : std::nullopt;
    }
    /** Time from sending to the last byte; for a retry, the pause before it. */
    std::optional<Milliseconds> elapsed() const {
        const auto ms = detail::number(bkj_log_event_elapsed_ms, get());
        return ms ? std::optional<Milliseconds>(Milliseconds(*ms)) : std::nullopt;
    }
    /** Which try of the request, from 1. */
    BKJ_NUM(log_event, attempt)
    const bkj_log_event *get() const noexcept { return event_; }

private:
    const bkj_log_event *event_;
};

/** TLS, proxy, timeouts, limits and retries. At most one of the kinds of trust; none: the system's certificate store. */
struct ClientOptions {
    /** Path of a PEM file with the only authorities to trust. */
    std::optional<std::string> ca_file;
    /** The same as PEM text. */
    std::optional<std::string> ca_pem;
    /** SHA-256 of the one certificate to trust, in hex. */
    std::optional<std::string> pin;
    /** Path of a file that remembers the certificates to trust: trust::KnownHosts. */
    std::optional<std::string> known_hosts;
    /** Trusts anybody. */
    bool insecure = false;
    /** URL of a proxy; "": no proxy; not set: what the environment says. */
    std::optional<std::string> proxy;
    std::optional<Milliseconds> connect_timeout, request_timeout;
    /** Largest answer, in bytes. */
    std::optional<std::size_t> max_body;
    /** Requests under way at a time. */
    std::optional<std::uint32_t> max_concurrency;
    std::optional<std::uint32_t> retry_attempts;
    /** Retries in all before requests and time must have made them good. */
    std::optional<std::uint32_t> retry_budget;
    std::optional<Milliseconds> retry_total, retry_base, retry_cap;
    /** Told of every request, on the thread that makes the call, by several at once when several make calls. It only takes
     *  note: calls of clients made there fail. What it throws is lost: it cannot end the call. */
    std::function<void(const LogEvent &)> log;

    detail::Handle<bkj_client_options> make() const {
        detail::Handle<bkj_client_options> made(bkj_client_options_new(), bkj_client_options_free);
        if (ca_file) {
            detail::call(bkj_client_options_set_trust_ca_file, made.get(), ca_file->c_str());
        } else if (ca_pem) {
            detail::call(bkj_client_options_set_trust_ca_pem, made.get(), ca_pem->data(), ca_pem->size());
        } else if (pin) {
            detail::call(bkj_client_options_set_trust_pin, made.get(), pin->c_str());
        } else if (known_hosts) {
            detail::call(bkj_client_options_set_trust_known_hosts, made.get(), known_hosts->c_str());
        } else if (insecure) {
            detail::call(bkj_client_options_set_trust_insecure, made.get());
        }
        if (proxy && proxy->empty()) {
            detail::call(bkj_client_options_set_proxy_none, made.get());
        } else if (proxy) {
            detail::call(bkj_client_options_set_proxy_url, made.get(), proxy->c_str());
        }
        if (max_body) {
            detail::call(bkj_client_options_set_max_body, made.get(), *max_body);
        }
        if (max_concurrency) {
            detail::call(bkj_client_options_set_max_concurrency, made.get(), *max_concurrency);
        }
        if (retry_budget) {
            detail::call(bkj_client_options_set_retry_budget, made.get(), *retry_budget);
        }
        if (retry_attempts) {
            detail::call(bkj_client_options_set_retry_attempts, made.get(), *retry_attempts);
        }
        detail::set(bkj_client_options_set_connect_timeout_ms, made.get(), connect_timeout);
        detail::set(bkj_client_options_set_request_timeout_ms, made.get(), request_timeout);
        detail::set(bkj_client_options_set_retry_total_ms, made.get(), retry_total);
        detail::set(bkj_client_options_set_retry_base_ms, made.get(), retry_base);
        detail::set(bkj_client_options_set_retry_cap_ms, made.get(), retry_cap);
        if (log) {
            using F = std::function<void(const LogEvent &)>;
            const bkj_log_callback tell = [](void *kept, const bkj_log_event *event) noexcept {
                try {
                    (*static_cast<F *>(kept))(LogEvent(event));
                } catch (...) {
                }
            };
            detail::call(bkj_client_options_set_log, made.get(), tell, static_cast<void *>(detail::keep(log)),
                         detail::release<F>);
        }
        return made;
    }
};

/** A job as all systems have it. */
BKJ_RESULT(Job, job)
    BKJ_ENUM(job, system, System) BKJ_TEXT(job, id) BKJ_TEXT(job, name) BKJ_FLAG(job, enabled) BKJ_OPT(job, raw_status)
    BKJ_AT(job, last_run) BKJ_AT(job, next_run)
};
BKJ_LIST(Job, job)

/** One run of a job. */
BKJ_RESULT(Run, run)
    BKJ_ENUM(run, system, System) BKJ_TEXT(run, job_id) BKJ_TEXT(run, id) BKJ_ENUM(run, phase, Phase)
    /** None while it is not finished. */
    std::optional<Outcome> outcome() const {
        const std::int32_t code = bkj_run_outcome(get());
        return code != BKJ_ABSENT ? std::optional<Outcome>(static_cast<Outcome>(code)) : std::nullopt;
    }
    BKJ_TEXT(run, raw_status) BKJ_AT(run, started) BKJ_AT(run, ended) BKJ_NUM(run, percent) BKJ_NUM(run, objects)
    BKJ_NUM(run, bytes) BKJ_OPT(run, message)
    /** The vendor says that it will try again, as a new run. */
    bool will_be_retried() const noexcept { return bkj_run_will_be_retried(get()); }
    /** The first run of which this one is a retry. */
    BKJ_OPT(run, retry_of)
    bool is_active() const noexcept { return bkj_run_is_active(get()); }
};
BKJ_LIST(Run, run)

/** How to start. */
struct StartOptions {
    IfRunning if_running = IfRunning::adopt;
    std::optional<bool> full;
    std::optional<Milliseconds> settle, look_every;

    detail::Handle<bkj_start_options> make() const {
        detail::Handle<bkj_start_options> made(bkj_start_options_new(), bkj_start_options_free);
        detail::call(bkj_start_options_set_if_running, made.get(), static_cast<std::int32_t>(if_running));
        detail::call(bkj_start_options_set_full, made.get(), detail::flag(full));
        detail::set(bkj_start_options_set_settle_ms, made.get(), settle);
        detail::set(bkj_start_options_set_look_every_ms, made.get(), look_every);
        return made;
    }
};

/** A started (or adopted) run. */
BKJ_RESULT(Started, started)
    Run run() const { return part<Run>(bkj_started_run(get())); }
    BKJ_ENUM(started, origin, Origin)
};

/** One start of one job: at most one request is ever sent for it, by whoever holds it. A handle, for one thread at a
 *  time: moved, never copied. */
class Ticket {
public:
    /** Takes over a C ticket. */
    explicit Ticket(bkj_ticket *ticket) : handle_(ticket, bkj_ticket_free) {}
    /** Reads the text form. */
    static Ticket from_text(const std::string &text) {
        return Ticket(detail::make<bkj_ticket>(bkj_ticket_from_text, text.c_str()));
    }
    BKJ_ENUM(ticket, system, System) BKJ_TEXT(ticket, server) BKJ_TEXT(ticket, job) BKJ_ENUM(ticket, stage, Stage)
    /** The run it became, once known. */
    BKJ_OPT(ticket, run)
    /** When it was prepared, by the clock here. */
    BKJ_AT(ticket, prepared)
    /** A random word that is only in this ticket. */
    BKJ_TEXT(ticket, marker)
    /** The text form: one line of JSON without secrets, versioned, and the same in all languages. */
    std::string to_text() const {
        const detail::Handle<bkj_string> made(
            detail::make<bkj_string>(bkj_ticket_to_text, static_cast<const bkj_ticket *>(get())), bkj_string_free);
        return detail::text(bkj_string_value(made.get()));
    }
    bkj_ticket *get() const noexcept { return handle_.get(); }

private:
    detail::Handle<bkj_ticket> handle_;
};

/** How to wait. */
struct WaitOptions {
    std::optional<Milliseconds> deadline, poll_min, poll_max, unreachable;

    detail::Handle<bkj_wait_options> make() const {
        detail::Handle<bkj_wait_options> made(bkj_wait_options_new(), bkj_wait_options_free);
        detail::set(bkj_wait_options_set_deadline_ms, made.get(), deadline);
        detail::set(bkj_wait_options_set_poll_min_ms, made.get(), poll_min);
        detail::set(bkj_wait_options_set_poll_max_ms, made.get(), poll_max);
        detail::set(bkj_wait_options_set_unreachable_ms, made.get(), unreachable);
        return made;
    }
};

/** A run by its ids: which job, which run. */
struct RunRef {
    std::string job, run;
    RunRef(std::string job, std::string run) : job(std::move(job)), run(std::move(run)) {}
    RunRef(const Run &run) : job(run.job_id()), run(run.id()) {}
};

/** What a progress callback is told; good until it returns. */
class Progress {
public:
    explicit Progress(const bkj_progress *progress) : progress_(progress) {}
    std::optional<Run> run() const {
        bkj_run *copy = bkj_run_clone(bkj_progress_run(progress_));
        return copy != nullptr ? std::optional<Run>(Run(detail::own(copy, bkj_run_free))) : std::nullopt;
    }
    Milliseconds elapsed() const { return Milliseconds(bkj_progress_elapsed_ms(progress_)); }
    std::uint64_t polls() const noexcept { return bkj_progress_polls(progress_); }
    Milliseconds next_poll() const { return Milliseconds(bkj_progress_next_poll_ms(progress_)); }
    std::optional<std::string> trouble() const { return detail::maybe(bkj_progress_trouble(progress_)); }

private:
    const bkj_progress *progress_;
};

/** How one of several waits ended: with a run or with an error. */
BKJ_RESULT(WaitResult, wait_result)
    BKJ_INSIDE(wait_result, run, Run)
    /** Why the wait for this run was given up. */
    std::optional<Error> error() const {
        const bkj_error *error = bkj_wait_result_error(get());
        return error != nullptr ? std::optional<Error>(Error(shared(error))) : std::nullopt;
    }
    /** The run; throws the error if there is none. */
    Run value() const {
        if (const auto why = error()) {
            throw *why;
        }
        return part<Run>(bkj_wait_result_run(get()));
    }
};
BKJ_LIST(WaitResult, wait_result)

/** What is tolerated. */
struct Policy {
    /** A run that ended with a warning is as good as one without. */
    bool warnings_ok = false;
    /** A job whose schedule is off may be green. */
    bool disabled_ok = false;
    /** How old the last good run may be; none: any age, which is only for jobs that never run by themselves. */
    std::optional<Milliseconds> max_age = std::chrono::hours(26);
    /** How long a run may take; none: any time. */
    std::optional<Milliseconds> max_running = std::nullopt;
    /** The time to judge by; none: the server's clock. */
    std::optional<TimePoint> now = std::nullopt;

    detail::Handle<bkj_policy> make() const {
        detail::Handle<bkj_policy> made(bkj_policy_new(), bkj_policy_free);
        const auto ms = [](const std::optional<Milliseconds> &time) {
            return time ? static_cast<std::int64_t>(time->count()) : std::int64_t{BKJ_ABSENT};
        };
        detail::call(bkj_policy_set_warnings_ok, made.get(), warnings_ok);
        detail::call(bkj_policy_set_disabled_ok, made.get(), disabled_ok);
        detail::call(bkj_policy_set_max_age_ms, made.get(), ms(max_age));
        detail::call(bkj_policy_set_max_running_ms, made.get(), ms(max_running));
        if (now) {
            detail::call(bkj_policy_set_now, made.get(), std::int64_t{now->time_since_epoch().count()});
        }
        return made;
    }
};

/** A judgement with its reason and its evidence. */
class Verdict : public detail::Result<bkj_verdict> {
public:
    using Result::Result;
    explicit Verdict(const Run &run, const Policy &policy = {}) : Result(judge(run, policy)) {}
    BKJ_ENUM(verdict, level, Level) BKJ_TEXT(verdict, reason) BKJ_OPT(verdict, job_id) BKJ_OPT(verdict, job_name)
    /** The run it rests on. */
    BKJ_INSIDE(verdict, run, Run)
    /** Age of the last good run. */
    std::optional<Milliseconds> age() const {
        const auto ms = detail::number(bkj_verdict_age_ms, get());
        return ms ? std::optional<Milliseconds>(Milliseconds(*ms)) : std::nullopt;
    }

private:
    static std::shared_ptr<const bkj_verdict> judge(const Run &run, const Policy &policy) {
        const auto made = policy.make();
        return detail::own(detail::make<bkj_verdict>(bkj_verdict_of, run.get(), made.get()), bkj_verdict_free);
    }
};

/** The verdicts on all jobs of a server. */
BKJ_RESULT(Report, report)
    /** The worst level. */
    BKJ_ENUM(report, level, Level)
    /** One a job, in the server's order; then one for every expected job that is missing. */
    BKJ_EACH(report, verdicts, Verdict)
    /** The server's certificate is not checked: anybody may have said all this. */
    bool insecure() const noexcept { return bkj_report_insecure(get()); }
};

/** One sentence of the vendor. */
BKJ_RESULT(Line, line)
    BKJ_AT(line, at) BKJ_OPT(line, severity) BKJ_TEXT(line, text)
};

/** A run and everything said about it. */
BKJ_RESULT(Account, account)
    Run run() const { return part<Run>(bkj_account_run(get())); }
    /** Oldest first. */
    BKJ_EACH(account, lines, Line)
    /** All of it as a readable text of several lines. */
    BKJ_TEXT(account, text)
};

/** One server of any of the three systems. May be used from any number of threads at once. */
class Server {
public:
    /** Takes over a C server. */
    explicit Server(bkj_server *server) : handle_(server, bkj_server_free) {}
    BKJ_ENUM(server, system, System) BKJ_TEXT(server, url)
    /** The server's certificate is not checked: whoever answers for the host name gets the credentials. */
    bool insecure() const noexcept { return bkj_server_insecure(get()); }
    bool supports(Verb verb) const noexcept { return bkj_server_supports(get(), static_cast<std::int32_t>(verb)); }
    Server with_cancel(const CancelToken &cancel) const {
        return Server(detail::make<bkj_server>(bkj_server_with_cancel, get(), cancel.get()));
    }
    BKJ_ALL(server, jobs, JobList, job_list)
    BKJ_GET(server, job, Job, job)
    RunList runs(const std::string &job, std::size_t limit = 0) const {
        return BKJ_MAKE(RunList, run_list, bkj_server_runs, get(), job.c_str(), limit);
    }
    Run run(const std::string &job, const std::string &run) const {
        return BKJ_MAKE(Run, run, bkj_server_run, get(), job.c_str(), run.c_str());
    }
    Started start(const std::string &job, const StartOptions &options = {}) const {
        const auto made = options.make();
        return BKJ_MAKE(Started, started, bkj_server_start, get(), job.c_str(), made.get());
    }
    Run wait(const std::string &job, const std::string &run, const WaitOptions &options = {}) const {
        return wait(job, run, options, [](const Progress &) {});
    }
    /** `progress` is called after every look; it may return a bool, false to stop waiting. What it throws ends the
     *  waiting, too, and comes out of this call. */
    template <class F>
    Run wait(const std::string &job, const std::string &run, const WaitOptions &options, F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener{progress};
        const bkj_progress_callback tell = [](void *userdata, const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(Progress(told));
        };
        const auto made = options.make();
        bkj_run *ended = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status =
            bkj_server_wait(get(), job.c_str(), run.c_str(), made.get(), tell, &listener, &ended, &err);
        const auto result = detail::own(ended, bkj_run_free);
        listener.finish(status, err);
        return Run(result);
    }
    /** Waits for several runs at once, each a job's id and a run's; each has its own result, in their order. */
    WaitResultList wait_all(const std::vector<RunRef> &runs, const WaitOptions &options = {}) const {
        return wait_all(runs, options, [](std::size_t, const Progress &) {});
    }
    /** `progress` is called with the index of a run for every run after every look; else as in wait(). */
    template <class F>
    WaitResultList wait_all(const std::vector<RunRef> &runs, const WaitOptions &options, F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener{progress};
        const bkj_progress_all_callback tell = [](void *userdata, std::size_t index,
                                                  const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(index, Progress(told));
        };
        std::vector<const char *> jobs, ids;
        for (const RunRef &run : runs) {
            jobs.push_back(run.job.c_str());
            ids.push_back(run.run.c_str());
        }
        const auto made = options.make();
        struct ::bkj_wait_result_list *ended = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status = bkj_server_wait_all(get(), jobs.data(), ids.data(), runs.size(), made.get(), tell,
                                                      &listener, &ended, &err);
        const auto results = detail::own(ended, ::bkj_wait_result_list_free);
        listener.finish(status, err);
        return WaitResultList(results);
    }
    /** Reads the runs known before a start and writes them on a ticket; sends nothing that starts anything. */
    Ticket prepare(const std::string &job, const StartOptions &options = {}) const {
        return Ticket(detail::make<bkj_ticket>(bkj_server_prepare, get(), job.c_str(), options.make().get()));
    }
    /** Carries out a prepared start, or takes it up again. At most one request that starts something is ever sent for a
     *  ticket; without `save` only a caller who lives on knows that it was. */
    Started carry_out(Ticket &ticket) const {
        return carry_out(ticket, [](const Ticket &) {});
    }
    /** `save` is called with the ticket before the request and after every change: write ticket.to_text() to a safe
     *  place there. It may return a bool, false when that failed. If it fails or throws before the request, nothing is
     *  sent, and what it throws comes out of this call; once the run is known, the run comes out whatever it does. */
    template <class F>
    Started carry_out(Ticket &ticket, F &&save) const {
        struct Saver {
            detail::Listener<std::remove_reference_t<F>> listener;
            const Ticket &ticket;
        } saver{{save}, ticket};
        const bkj_save_callback tell = [](void *userdata, const bkj_ticket *) noexcept -> std::int32_t {
            auto &saver = *static_cast<Saver *>(userdata);
            return saver.listener(saver.ticket);
        };
        bkj_started *started = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status = bkj_server_carry_out(get(), ticket.get(), tell, &saver, &started, &err);
        const auto result = detail::own(started, bkj_started_free);
        if (status != BKJ_OK) {
            saver.listener.finish(status, err);
        }
        return Started(result);
    }
    /** Judges a job by its history. Only what is the caller's own mistake throws. */
    Verdict check(const std::string &job, const Policy &policy = {}) const {
        return BKJ_MAKE(Verdict, verdict, bkj_server_check, get(), job.c_str(), policy.make().get());
    }
    /** Judges every job of the server, and says which of the jobs that must be there (ids or names) are missing. */
    Report check_all(const Policy &policy = {}, const std::vector<std::string> &expect_jobs = {}) const {
        const auto expected = detail::chars(expect_jobs);
        return BKJ_MAKE(Report, report, bkj_server_check_all, get(), policy.make().get(), expected.data(),
                        expected.size());
    }
    /** Everything the vendor has to say about a run. */
    Account explain(const std::string &job, const std::string &run) const {
        return BKJ_MAKE(Account, account, bkj_server_explain, get(), job.c_str(), run.c_str());
    }
    BKJ_DO(server, stop)
    BKJ_DO(server, enable)
    BKJ_DO(server, disable)
    /** Ends the session on the server, for the client and all servers made of it. */
    void close() const { detail::call(bkj_server_close, get()); }
    const bkj_server *get() const noexcept { return handle_.get(); }

private:
    detail::Handle<bkj_server> handle_;
};

} // namespace backupjobs

#endif
