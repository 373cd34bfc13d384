/* Judging runs and jobs. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VERDICT_HPP
#define BACKUPJOBS_VERDICT_HPP

#include "run.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {

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

    [[nodiscard]] detail::Made<bkj_policy> make() const {
        detail::Made<bkj_policy> made(bkj_policy_new(), bkj_policy_free);
        made.set(bkj_policy_set_warnings_ok, warnings_ok);
        made.set(bkj_policy_set_disabled_ok, disabled_ok);
        made.set(bkj_policy_set_max_age_ms, max_age);
        made.set(bkj_policy_set_max_running_ms, max_running);
        made.maybe(bkj_policy_set_now, now);
        return made;
    }
};

/** A judgement with its reason and its evidence. */
BKJ_RESULT(Verdict, verdict)
    [[nodiscard]] static Returns<Verdict> of(const Run &run, const Policy &policy = {}) {
        return BKJ_MAKE(Verdict, verdict, bkj_verdict_of, run.get(), policy.make());
    }
#ifndef BACKUPJOBS_NO_EXCEPTIONS
    /** The same. */
    explicit Verdict(const Run &run, const Policy &policy = {}) : Verdict(of(run, policy)) {}
#endif
    BKJ_ENUM(verdict, level, Level) BKJ_TEXT(verdict, reason) BKJ_OPT(verdict, job_id) BKJ_OPT(verdict, job_name)
    /** The run it rests on. */
    BKJ_INSIDE(verdict, run, Run)
    /** Age of the last good run. */
    BKJ_MS(verdict, age)
};

/** The verdicts on all jobs of a server. */
BKJ_RESULT(Report, report)
    /** The worst level. */
    BKJ_ENUM(report, level, Level)
    /** One a job, in the server's order; then one for every expected job that is missing. */
    BKJ_EACH(report, verdicts, Verdict)
    /** The server's certificate is not checked: anybody may have said all this. */
    BKJ_IS(report, insecure)
};

/** One sentence of the vendor. */
BKJ_RESULT(Line, line)
    BKJ_AT(line, at) BKJ_OPT(line, severity) BKJ_TEXT(line, text)
};

/** A run and everything said about it. */
BKJ_RESULT(Account, account)
    [[nodiscard]] Run run() const { return part<Run>(bkj_account_run(get())); }
    /** Oldest first. */
    BKJ_EACH(account, lines, Line)
    /** All of it as a readable text of several lines. */
    BKJ_TEXT(account, text)
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
