/* The server that the arguments describe. */
#ifndef SERVER_H
#define SERVER_H

#include "arguments.h"

#include <backupjobs.h>

/* Every call through it ends at the deadline. With three -v, `requests` gets a line for each request; it must live until the
 * server is freed. */
bkj_status server_open(const struct arguments *arguments, struct text *requests, struct bkj_server **out, struct bkj_error **err);

#endif
