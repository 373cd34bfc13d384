/* Secrets come from where a list of processes does not show them. */
#ifndef CREDENTIAL_H
#define CREDENTIAL_H

#include <backupjobs.h>

#include <stdbool.h>

/* Whether this names a source: file:PATH, env:NAME or command:PROGRAM ARGUMENTS. */
bool credential_is_source(const char *source);
bkj_status credential_read(const char *source, struct bkj_secret **out, struct bkj_error **err);

#endif
