// The header needs nothing before it, does no harm twice, and can stand in several translation units.
#include <backupjobs.hpp>
#include <backupjobs.hpp>

std::string the_other_unit();

int main() { return the_other_unit() == backupjobs::version() ? 0 : 1; }
