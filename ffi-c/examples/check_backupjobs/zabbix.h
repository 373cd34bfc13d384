/* The answer as Zabbix reads it. */
#ifndef ZABBIX_H
#define ZABBIX_H

#include "findings.h"

/* All jobs, for low-level discovery: an array of objects with {#...} members, as since Zabbix 4.2. */
void zabbix_discovery(const struct bkj_job_list *jobs, struct text *out);
/* One job as one object, for dependent items with JSONPath: what is not known has no member. */
void zabbix_job(const struct finding *finding, const struct bkj_server *server, struct text *out);
/* The same when nothing could be asked: level and reason are always there. */
void zabbix_job_unknown(const char *why, struct text *out);

#endif
