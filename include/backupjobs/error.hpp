/* What a call can fail with. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_ERROR_HPP
#define BACKUPJOBS_ERROR_HPP

#include "accessors.hpp"
#include "words.hpp"

#include <stdexcept>

namespace backupjobs {
inline namespace BKJ_FACE {

/** Why a call failed. what() says everything a log needs, in one line. */
class Error : public std::runtime_error {
public:
    /** Takes over a C error; `status` stands in for one that is missing. */
    Error(bkj_status status, bkj_error *error)
        : runtime_error(detail::copy(error != nullptr ? bkj_error_line(error) : bkj_status_name(status))),
          error_(detail::own(error, bkj_error_free)), kind_(static_cast<ErrorKind>(status)) {}
    /** An error inside a result, which lives as long as this. */
    explicit Error(std::shared_ptr<const bkj_error> error)
        : runtime_error(detail::copy(bkj_error_line(error.get()))), error_(std::move(error)),
          kind_(static_cast<ErrorKind>(bkj_error_kind(error_.get()))) {}
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] std::string_view kind_name() const { return name(kind_); }
    BKJ_TEXT(error, operation) BKJ_OPT(error, server) BKJ_TEXT(error, message) BKJ_TEXT(error, remedy)
    BKJ_NUM(error, http_status) BKJ_OPT(error, vendor_code) BKJ_OPT(error, vendor_message) BKJ_IS(error, is_retryable)
    BKJ_MS(error, retry_after) BKJ_IS(error, may_have_taken_effect)
    /** Everything, with its causes, in several lines. */
    BKJ_TEXT(error, detail)
    [[nodiscard]] const bkj_error *get() const noexcept { return error_.get(); }

private:
    std::shared_ptr<const bkj_error> error_;
    ErrorKind kind_;
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
