/* Printing: what every kind of value looks like. */
#include "driver.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct path join(const struct path *path, const char *name)
{
    struct path joined;
    snprintf(joined.text, sizeof joined.text, "%.400s%s%.100s", path->text, path->text[0] != '\0' ? "." : "", name);
    return joined;
}

struct path element(const struct path *path, size_t index)
{
    struct path joined;
    snprintf(joined.text, sizeof joined.text, "%.400s[%zu]", path->text, index);
    return joined;
}

const struct path top = {""};

void line(const char *path, const char *value)
{
    printf("%s\t", path);
    for (; *value != '\0'; value++) {
        switch (*value) {
        case '\\': fputs("\\\\", stdout); break;
        case '\t': fputs("\\t", stdout); break;
        case '\n': fputs("\\n", stdout); break;
        case '\r': fputs("\\r", stdout); break;
        default: putchar(*value);
        }
    }
    putchar('\n');
}

void show_text(const struct path *path, const char *name, const char *value)
{
    if (value != NULL) {
        line(join(path, name).text, value);
    }
}

void show_number(const struct path *path, const char *name, bool present, int64_t value)
{
    if (present) {
        printf("%s\t%" PRId64 "\n", join(path, name).text, value);
    }
}

void show_time(const struct path *path, const char *name, const char *value)
{
    int64_t ms = 0;
    const struct path whole = join(path, name);
    show_text(path, name, value);
    const bool readable = bkj_time_unix_ms(value, &ms);
    show_number(&whole, "at", readable, ms);
}

void show_flag(const struct path *path, const char *name, int32_t value)
{
    show_text(path, name, value == BKJ_ABSENT ? NULL : value != 0 ? "true" : "false");
}

void show_json(const struct path *path, const char *name, const char *value)
{
    show_text(path, name, strcmp(value, "{}") == 0 ? NULL : value);
}

void show_arg(const struct path *path, const char *arg)
{
    line(path->text, arg);
}

void show_error(const struct bkj_error *o)
{
    const struct path error = {"error"};
    const struct path *path = &error;
    int64_t status = 0;
    show_text(path, "operation", bkj_error_operation(o)[0] != '\0' ? bkj_error_operation(o) : NULL);
    TEXT(bkj_error, message);
    TEXT(bkj_error, remedy);
    const bool answered = bkj_error_http_status(o, &status);
    show_number(path, "http_status", answered, status);
    TEXT(bkj_error, vendor_code);
    TEXT(bkj_error, vendor_message);
    show_flag(path, "retryable", bkj_error_is_retryable(o));
    FLAG(bkj_error, may_have_taken_effect);
    TEXT(bkj_error, line);
    line("~detail", bkj_error_detail(o));
}
