/* Ending calls early. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_CANCEL_HPP
#define BACKUPJOBS_CANCEL_HPP

#include "callback.hpp"
#include "object.hpp"

#include <functional>

namespace backupjobs {
inline namespace BKJ_FACE {

/** Cancels the calls of clients and servers made with it. A handle, good for any number of threads at once. */
class CancelToken : public detail::Owner<bkj_cancel_token, bkj_cancel_token_free> {
public:
    using Owner::Owner;
    CancelToken() : Owner(bkj_cancel_token_new()) {}
    /** Safe to call from any thread and from a signal handler. */
    void cancel() const noexcept { bkj_cancel_token_cancel(get()); }
    BKJ_IS(cancel_token, is_cancelled)
    /** The same flag, and in addition a question asked while calls wait, on the thread that makes the call. True cancels;
     *  so does what it throws, which is lost. */
    [[nodiscard]] Returns<CancelToken> with_probe(std::function<bool()> probe) const {
        using Probe = std::function<bool()>;
        const bkj_probe_callback ask = [](void *kept) noexcept -> std::int32_t {
            bool yes = true;
            const auto thrown = detail::thrown_by([&] { yes = (*static_cast<Probe *>(kept))(); });
            return yes || thrown;
        };
        return BKJ_TAKE(CancelToken, bkj_cancel_token_with_probe, get(), ask, detail::Kept<Probe>(std::move(probe)),
                        detail::Kept<Probe>::release);
    }
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
