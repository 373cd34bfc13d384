/* Ranges of the Monitoring Plugins Development Guidelines, [@]start:end. A value outside raises an alert; with @, one
 * inside. Both ends belong to the range.
 *
 *   10      below 0 or above 10          10:20    below 10 or above 20
 *   10:     below 10                     @10:20   from 10 to 20
 *   ~:10    above 10                     ~:       never
 */
#ifndef RANGE_H
#define RANGE_H

#include "text.h"

#include <stdbool.h>

struct range {
    const char *given; /* As the user wrote it; NULL: no range, no alert. */
    double start, end; /* May be infinite. */
    bool inside;
};

/* False for what is no range. `words` must live as long as the range. */
bool range_read(const char *words, struct range *out);
bool range_alerts(const struct range *range, double value);
/* The range with its ends multiplied, for performance data in another unit; nothing for no range. */
void range_add(struct text *text, const struct range *range, double factor);

#endif
