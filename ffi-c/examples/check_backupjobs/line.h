/* The answer as Nagios, Icinga and their kin read it: a line, performance data, and with -v more lines. */
#ifndef LINE_H
#define LINE_H

#include "findings.h"

void line_of(const struct findings *findings, const struct arguments *arguments, bool insecure, const struct text *requests,
             struct text *out);
/* When there is nothing but an error. */
void line_unknown(const char *why, const struct text *requests, struct text *out);

#endif
