/* Functions of the caller's that C calls. Exceptions must not pass through C. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_CALLBACK_HPP
#define BACKUPJOBS_CALLBACK_HPP

#include "call.hpp"

#include <exception>

namespace backupjobs {
inline namespace BKJ_FACE {
namespace detail {

/** What `function` throws, if it does: in a program with exceptions it may, whichever face this is. */
template <class F>
std::exception_ptr thrown_by(F &&function) noexcept {
#ifdef __cpp_exceptions
    try {
        function();
    } catch (...) {
        return std::current_exception();
    }
#else
    function();
#endif
    return nullptr;
}

/** The words of what was thrown. */
inline std::string words(const std::exception_ptr &thrown) {
    std::string words;
#ifdef __cpp_exceptions
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception &why) {
        words = why.what();
    } catch (...) {
    }
#else
    static_cast<void>(thrown);
#endif
    return words;
}

/** A function that is called during one call only. It may return a bool, false for no. What it throws means no, too,
 *  and is kept for the end of the call. */
template <class F>
class Listener {
public:
    explicit Listener(F &tell) noexcept : tell_(tell) {}
    /** 0 for yes, 1 for no, as C callbacks answer. */
    template <class... A>
    std::int32_t operator()(const A &...told) noexcept {
        bool yes = true;
        thrown_ = thrown_by([&] {
            if constexpr (std::is_void_v<std::invoke_result_t<F &, const A &...>>) {
                tell_(told...);
            } else {
                yes = static_cast<bool>(tell_(told...));
            }
        });
        return yes && !thrown_ ? 0 : 1;
    }
    /** Throws what the function has thrown. */
    void rethrow() const {
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
    }

private:
    F &tell_;
    std::exception_ptr thrown_;
};

} // namespace detail
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
