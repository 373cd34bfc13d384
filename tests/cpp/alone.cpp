// The header needs nothing before it, does no harm twice, and can stand in several translation units. headers.sh has the rest.
#include <backupjobs.hpp>
#include <backupjobs.hpp>

std::string_view the_other_unit();

int main() { return the_other_unit() == backupjobs::version() ? 0 : 1; }
