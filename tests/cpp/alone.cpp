// The header needs nothing before it, does no harm twice, and can stand in several translation units. headers.sh has the rest.
#include <backupjobs.hpp>
#include <backupjobs.hpp>

std::string_view the_other_unit();

static_assert(backupjobs::header_version_number == BKJ_VERSION_NUMBER, "a constant expression");

int main()
{
    const bool same = the_other_unit() == backupjobs::version() && backupjobs::version() == backupjobs::header_version;
    return same && backupjobs::version_number() == backupjobs::header_version_number ? 0 : 1;
}
