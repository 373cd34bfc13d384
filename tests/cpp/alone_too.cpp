// A second translation unit with the same header.
#include <backupjobs.hpp>

std::string_view the_other_unit();

std::string_view the_other_unit() { return backupjobs::version(); }
