// The two faces in one program: a translation unit that throws, and one that does not.
#include <backupjobs.hpp>

#include "bkj_test.h"

namespace bj = backupjobs;

// In faces_results.cpp.
bkj_status status_without_exceptions();

static_assert(std::is_same_v<decltype(bj::Ticket::from_text("")), bj::Ticket>);
static_assert(std::is_same_v<bj::Error, bj::throwing::Error>);

int main()
{
    bool thrown = false;
    try {
        static_cast<void>(bj::Ticket::from_text("nothing"));
    } catch (const bj::Error &error) {
        thrown = error.kind() == bj::ErrorKind::invalid_argument;
    }
    CHECK(thrown && status_without_exceptions() == BKJ_ERR_INVALID_ARGUMENT);
    return finish("cpp_faces");
}
