// The other half of faces.cpp. The same names are other types here, so the linker cannot mistake them.
#define BACKUPJOBS_NO_EXCEPTIONS
#include <backupjobs.hpp>

namespace bj = backupjobs;

bkj_status status_without_exceptions();

static_assert(std::is_same_v<decltype(bj::Ticket::from_text("")), bj::Result<bj::Ticket>>);

bkj_status status_without_exceptions()
{
    const auto ticket = bj::Ticket::from_text("nothing");
    return ticket ? BKJ_OK : static_cast<bkj_status>(ticket.error().kind());
}
