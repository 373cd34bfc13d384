/* Secrets from where they are kept. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_SECRET_HPP
#define BACKUPJOBS_SECRET_HPP

#include "object.hpp"

#include <algorithm>

namespace backupjobs {
inline namespace BKJ_FACE {

/** A secret from where it is kept, to be given to clients: value() is wiped with the last of it. Free it as soon as the
 *  client is made. A handle: moved, not copied, never printed. */
class Secret : public detail::Owner<bkj_secret, bkj_secret_free> {
public:
    using Owner::Owner;
    [[nodiscard]] static Returns<Secret> from_env(std::string_view variable) {
        return BKJ_TAKE(Secret, bkj_secret_from_env, variable);
    }
    [[nodiscard]] static Returns<Secret> from_file(std::string_view path) { return BKJ_TAKE(Secret, bkj_secret_from_file, path); }
    /** The output of a program, which is run without a shell and killed after `limit`. */
    [[nodiscard]] static Returns<Secret> from_command(const std::vector<std::string> &argv,
                                                      Milliseconds limit = std::chrono::seconds(30)) {
        const detail::Texts words(argv);
        return BKJ_TAKE(Secret, bkj_secret_from_command, words.data(), words.size(), std::max(limit, Milliseconds(1)));
    }
    /** Lives as long as this; data() ends with a NUL. */
    [[nodiscard]] std::string_view value() const & noexcept { return detail::text(bkj_secret_value(get())); }
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
