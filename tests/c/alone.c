/* The header needs nothing before it, and does no harm twice. */
#include <backupjobs.h>
#include <backupjobs.h>

/* A type and a function may share a name; elsewhere `struct` can be left out. */
extern const struct bkj_veeam_job *a_job;
extern const bkj_run *a_run;
const char *the_other_unit(void);

int main(void)
{
    return the_other_unit() != bkj_version();
}
