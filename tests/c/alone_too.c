/* A second translation unit with the same header. */
#include <backupjobs.h>

const char *the_other_unit(void);

const char *the_other_unit(void)
{
    return bkj_version();
}
