/* A text that grows, and what may be put into one: a server's words must not end a line or begin performance data. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

struct text {
    char *at; /* NUL-terminated; NULL while empty. */
    size_t length, room;
};

#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
void text_add(struct text *text, const char *format, ...);
/* On one line: control characters and line breaks of all kinds become spaces, '|' becomes '/'. NULL adds nothing. */
void text_add_clean(struct text *text, const char *words);
/* As the quoted label of performance data: as above, and what parsers trip over (' and =) becomes '_'. */
void text_add_label(struct text *text, const char *words, const char *more);
/* As a JSON string, with its quotes. */
void text_add_json(struct text *text, const char *words);
void text_free(struct text *text);

#endif
