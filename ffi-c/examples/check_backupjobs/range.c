#include "range.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A decimal number from `at` to `end`. strtod() alone would also take "inf", "0x10" and "1e9". */
static bool read_number(const char *at, const char *end, double *out)
{
    const char *digits = at < end && *at == '-' ? at + 1 : at;
    const size_t whole = strspn(digits, "0123456789");
    const char *rest = digits + whole;
    if (whole > 0 && *rest == '.') {
        const size_t fraction = strspn(rest + 1, "0123456789");
        rest = fraction > 0 ? rest + 1 + fraction : at;
    }
    if (whole == 0 || rest != end) {
        return false;
    }
    *out = strtod(at, NULL);
    return isfinite(*out);
}

bool range_read(const char *words, struct range *out)
{
    struct range range = { words, 0, INFINITY, words[0] == '@' };
    const char *start = range.inside ? words + 1 : words;
    const char *end = start + strlen(start);
    const char *colon = strchr(start, ':');

    if (colon != NULL) {
        if (colon - start == 1 && *start == '~') {
            range.start = -INFINITY;
        } else if (colon > start && !read_number(start, colon, &range.start)) {
            return false;
        }
        if (colon + 1 == end && colon == start) {
            return false;
        }
    }
    const char *last = colon != NULL ? colon + 1 : start;
    if ((colon == NULL || last < end) && !read_number(last, end, &range.end)) {
        return false;
    }
    if (range.start > range.end) {
        return false;
    }
    *out = range;
    return true;
}

bool range_alerts(const struct range *range, double value)
{
    return range->given != NULL && (value >= range->start && value <= range->end) == range->inside;
}

void range_add(struct text *text, const struct range *range, double factor)
{
    if (range->given == NULL) {
        return;
    }
    text_add(text, "%s", range->inside ? "@" : "");
    if (isinf(range->start)) {
        text_add(text, "~:");
    } else if (range->start != 0 || isinf(range->end)) {
        text_add(text, "%.15g:", range->start * factor);
    }
    if (!isinf(range->end)) {
        text_add(text, "%.15g", range->end * factor);
    }
}
