/* A server of any of the three systems. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_SERVER_HPP
#define BACKUPJOBS_SERVER_HPP

#include "cancel.hpp"
#include "client_options.hpp"
#include "verdict.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {

/** One server of any of the three systems. May be used from any number of threads at once. Functions given to calls are
 *  called on the thread that makes the call, and what they throw comes out of the call, where nothing else is said. */
class Server : public detail::Owner<bkj_server, bkj_server_free> {
public:
    using Owner::Owner;
    BKJ_ENUM(server, system, System) BKJ_TEXT(server, url)
    /** The server's certificate is not checked: whoever answers for the host name gets the credentials. */
    BKJ_IS(server, insecure)
    [[nodiscard]] bool supports(Verb verb) const noexcept {
        return bkj_server_supports(get(), static_cast<std::int32_t>(verb));
    }
    [[nodiscard]] Returns<Server> with_cancel(const CancelToken &cancel) const {
        return BKJ_TAKE(Server, bkj_server_with_cancel, get(), cancel.get());
    }
    BKJ_ALL(server, jobs, JobList, job_list)
    BKJ_GET(server, job, Job, job)
    [[nodiscard]] Returns<RunList> runs(std::string_view job, std::size_t limit = 0) const {
        return BKJ_MAKE(RunList, run_list, bkj_server_runs, get(), job, limit);
    }
    [[nodiscard]] Returns<Run> run(std::string_view job, std::string_view run) const {
        return BKJ_MAKE(Run, run, bkj_server_run, get(), job, run);
    }
    Returns<Started> start(std::string_view job, const StartOptions &options = {}) const {
        return BKJ_MAKE(Started, started, bkj_server_start, get(), job, options.make());
    }
    [[nodiscard]] Returns<Run> wait(std::string_view job, std::string_view run, const WaitOptions &options = {}) const {
        return wait(job, run, options, [](const Progress &) {});
    }
    /** `progress` is called after every look; it may return a bool, false to stop waiting. What it throws ends the
     *  waiting, too. */
    template <class F>
    [[nodiscard]] Returns<Run> wait(std::string_view job, std::string_view run, const WaitOptions &options, F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener(progress);
        const bkj_progress_callback tell = [](void *userdata, const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(Progress(told));
        };
        auto ended = detail::make<Run>(bkj_run_free, bkj_server_wait, get(), job, run, options.make(), tell,
                                       static_cast<void *>(&listener));
        listener.rethrow();
        return detail::give(std::move(ended));
    }
    /** Waits for several runs at once, each a job's id and a run's; each has its own result, in their order. */
    [[nodiscard]] Returns<WaitResultList> wait_all(const std::vector<RunRef> &runs, const WaitOptions &options = {}) const {
        return wait_all(runs, options, [](std::size_t, const Progress &) {});
    }
    /** `progress` is called with the index of a run for every run after every look; else as in wait(). */
    template <class F>
    [[nodiscard]] Returns<WaitResultList> wait_all(const std::vector<RunRef> &runs, const WaitOptions &options,
                                                   F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener(progress);
        const bkj_progress_all_callback tell = [](void *userdata, std::size_t index,
                                                  const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(index, Progress(told));
        };
        detail::Texts jobs, ids;
        for (const RunRef &run : runs) {
            jobs.add(run.job);
            ids.add(run.run);
        }
        auto ended = detail::make<WaitResultList>(::bkj_wait_result_list_free, bkj_server_wait_all, get(), jobs.data(),
                                                  ids.data(), runs.size(), options.make(), tell,
                                                  static_cast<void *>(&listener));
        listener.rethrow();
        return detail::give(std::move(ended));
    }
    /** Reads the runs known before a start and writes them on a ticket; sends nothing that starts anything. */
    [[nodiscard]] Returns<Ticket> prepare(std::string_view job, const StartOptions &options = {}) const {
        return BKJ_TAKE(Ticket, bkj_server_prepare, get(), job, options.make());
    }
    /** Carries out a prepared start, or takes it up again. At most one request that starts something is ever sent for a
     *  ticket; without `save` only a caller who lives on knows that it was. */
    Returns<Started> carry_out(Ticket &ticket) const {
        return carry_out(ticket, [](const Ticket &) {});
    }
    /** `save` is called with the ticket before the request and after every change: write ticket.to_text() to a safe
     *  place there. It may return a bool, false when that failed. If it fails or throws before the request, nothing is
     *  sent, and what it throws comes out of this call; once the run is known, the run comes out whatever it does. */
    template <class F>
    Returns<Started> carry_out(Ticket &ticket, F &&save) const {
        struct Saver {
            detail::Listener<std::remove_reference_t<F>> listener;
            const Ticket &ticket;
        } saver{detail::Listener<std::remove_reference_t<F>>(save), ticket};
        const bkj_save_callback tell = [](void *userdata, const bkj_ticket *) noexcept -> std::int32_t {
            auto &saving = *static_cast<Saver *>(userdata);
            return saving.listener(saving.ticket);
        };
        auto started = detail::make<Started>(bkj_started_free, bkj_server_carry_out, get(), ticket.get(), tell,
                                             static_cast<void *>(&saver));
        if (!started) {
            saver.listener.rethrow();
        }
        return detail::give(std::move(started));
    }
    /** Judges a job by its history. Only what is the caller's own mistake fails. */
    [[nodiscard]] Returns<Verdict> check(std::string_view job, const Policy &policy = {}) const {
        return BKJ_MAKE(Verdict, verdict, bkj_server_check, get(), job, policy.make());
    }
    /** Judges every job of the server, and says which of the jobs that must be there (ids or names) are missing. */
    [[nodiscard]] Returns<Report> check_all(const Policy &policy = {}, const std::vector<std::string> &expect_jobs = {}) const {
        const detail::Texts expected(expect_jobs);
        return BKJ_MAKE(Report, report, bkj_server_check_all, get(), policy.make(), expected.data(), expected.size());
    }
    /** Everything the vendor has to say about a run. */
    [[nodiscard]] Returns<Account> explain(std::string_view job, std::string_view run) const {
        return BKJ_MAKE(Account, account, bkj_server_explain, get(), job, run);
    }
    BKJ_DO(server, stop)
    BKJ_DO(server, enable)
    BKJ_DO(server, disable)
    /** Ends the session on the server, for the client and all servers made of it. */
    Returns<void> close() const { return detail::give(detail::call(bkj_server_close, get())); }
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
