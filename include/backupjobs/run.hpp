/* Jobs, and starting and waiting for their runs. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_RUN_HPP
#define BACKUPJOBS_RUN_HPP

#include "object.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {

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
    BKJ_OUTCOME(run)
    BKJ_TEXT(run, raw_status) BKJ_AT(run, started) BKJ_AT(run, ended) BKJ_NUM(run, percent) BKJ_NUM(run, objects)
    BKJ_NUM(run, bytes) BKJ_OPT(run, message)
    /** The vendor says that it will try again, as a new run. */
    BKJ_IS(run, will_be_retried)
    /** The first run of which this one is a retry. */
    BKJ_OPT(run, retry_of)
    BKJ_IS(run, is_active)
};
BKJ_LIST(Run, run)

/** A run by its ids: which job, which run. */
struct RunRef {
    std::string job, run;
    RunRef(std::string_view job_id, std::string_view run_id) : job(job_id), run(run_id) {}
    RunRef(const Run &one) : job(one.job_id()), run(one.id()) {}
};

/** How to start. */
struct StartOptions {
    IfRunning if_running = IfRunning::adopt;
    std::optional<bool> full;
    std::optional<Milliseconds> settle, look_every;

    [[nodiscard]] detail::Made<bkj_start_options> make() const {
        detail::Made<bkj_start_options> made(bkj_start_options_new(), bkj_start_options_free);
        made.set(bkj_start_options_set_if_running, if_running);
        made.set(bkj_start_options_set_full, full);
        made.maybe(bkj_start_options_set_settle_ms, settle);
        made.maybe(bkj_start_options_set_look_every_ms, look_every);
        return made;
    }
};

/** A started (or adopted) run. */
BKJ_RESULT(Started, started)
    [[nodiscard]] Run run() const { return part<Run>(bkj_started_run(get())); }
    BKJ_ENUM(started, origin, Origin)
};

/** One start of one job: at most one request is ever sent for it, by whoever holds it. A handle, for one thread at a
 *  time: moved, never copied. */
class Ticket : public detail::Owner<bkj_ticket, bkj_ticket_free> {
public:
    using Owner::Owner;
    /** Reads the text form. */
    [[nodiscard]] static Returns<Ticket> from_text(std::string_view text) { return BKJ_TAKE(Ticket, bkj_ticket_from_text, text); }
    BKJ_ENUM(ticket, system, System) BKJ_TEXT(ticket, server) BKJ_TEXT(ticket, job) BKJ_ENUM(ticket, stage, Stage)
    /** The run it became, once known. */
    BKJ_OPT(ticket, run)
    /** When it was prepared, by the clock here. */
    BKJ_AT(ticket, prepared)
    /** A random word that is only in this ticket. */
    BKJ_TEXT(ticket, marker)
    /** The text form: one line of JSON without secrets, versioned, and the same in all languages. */
    [[nodiscard]] Returns<std::string> to_text() const {
        return detail::give(detail::say(bkj_ticket_to_text, static_cast<const bkj_ticket *>(get())));
    }
};

/** How to wait. */
struct WaitOptions {
    std::optional<Milliseconds> deadline, poll_min, poll_max, unreachable;

    [[nodiscard]] detail::Made<bkj_wait_options> make() const {
        detail::Made<bkj_wait_options> made(bkj_wait_options_new(), bkj_wait_options_free);
        made.maybe(bkj_wait_options_set_deadline_ms, deadline);
        made.maybe(bkj_wait_options_set_poll_min_ms, poll_min);
        made.maybe(bkj_wait_options_set_poll_max_ms, poll_max);
        made.maybe(bkj_wait_options_set_unreachable_ms, unreachable);
        return made;
    }
};

/** What a progress callback is told; good until it returns. */
class Progress {
public:
    explicit Progress(const bkj_progress *progress) : progress_(progress) {}
    [[nodiscard]] std::optional<Run> run() const {
        bkj_run *copy = bkj_run_clone(bkj_progress_run(progress_));
        return copy != nullptr ? std::optional<Run>(Run(detail::own(copy, bkj_run_free))) : std::nullopt;
    }
    [[nodiscard]] Milliseconds elapsed() const { return Milliseconds(bkj_progress_elapsed_ms(progress_)); }
    [[nodiscard]] std::uint64_t polls() const noexcept { return bkj_progress_polls(progress_); }
    [[nodiscard]] Milliseconds next_poll() const { return Milliseconds(bkj_progress_next_poll_ms(progress_)); }
    /** What the last look failed with, while the waiting goes on. */
    BKJ_OPT(progress, trouble)
    [[nodiscard]] const bkj_progress *get() const noexcept { return progress_; }

private:
    const bkj_progress *progress_;
};

/** How one of several waits ended: with a run or with an error. */
BKJ_RESULT(WaitResult, wait_result)
    BKJ_INSIDE(wait_result, run, Run)
    /** Why the wait for this run was given up. */
    [[nodiscard]] std::optional<Error> error() const {
        const bkj_error *error = bkj_wait_result_error(get());
        return error != nullptr ? std::optional<Error>(Error(shared(error))) : std::nullopt;
    }
    /** The run, or why there is none. */
    [[nodiscard]] Returns<Run> value() const {
        const auto why = error();
        return detail::give(why ? Result<Run>(*why) : Result<Run>(part<Run>(bkj_wait_result_run(get()))));
    }
};
BKJ_LIST(WaitResult, wait_result)

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
