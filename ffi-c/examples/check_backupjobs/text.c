#include "text.h"

#include "memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_room(struct text *text, size_t more)
{
    if (text->length + more + 1 > text->room) {
        text->room = (text->length + more + 1) * 2;
        text->at = memory_grow(text->at, text->room);
    }
}

void text_add(struct text *text, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (length < 0) {
        return;
    }
    make_room(text, (size_t)length);
    va_start(values, format);
    vsnprintf(text->at + text->length, (size_t)length + 1, format, values);
    va_end(values);
    text->length += (size_t)length;
}

static void add_bytes(struct text *text, const char *bytes, size_t length)
{
    make_room(text, length);
    memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = '\0';
}

/* How many bytes of UTF-8 stand here for a control character or a line break; 0: none. */
static size_t breaks(const unsigned char *at)
{
    if (at[0] < 0x20 || at[0] == 0x7F) {
        return 1;
    }
    if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F) {
        return 2;
    }
    return at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9) ? 3 : 0;
}

static void add_without(struct text *text, const char *words, const char *unwanted, char instead)
{
    while (words != NULL && *words != '\0') {
        const size_t length = breaks((const unsigned char *)words);
        if (length > 0) {
            add_bytes(text, " ", 1);
            words += length;
        } else {
            add_bytes(text, strchr(unwanted, *words) != NULL ? &instead : words, 1);
            words++;
        }
    }
}

void text_add_clean(struct text *text, const char *words)
{
    add_without(text, words, "|", '/');
}

void text_add_label(struct text *text, const char *words, const char *more)
{
    add_bytes(text, "'", 1);
    add_without(text, words, "|'=", '_');
    add_bytes(text, " ", 1);
    add_without(text, more, "|'=", '_');
    add_bytes(text, "'", 1);
}

void text_add_json(struct text *text, const char *words)
{
    add_bytes(text, "\"", 1);
    for (; words != NULL && *words != '\0'; words++) {
        const unsigned char byte = (unsigned char)*words;
        if (byte < 0x20) {
            text_add(text, "\\u%04x", byte);
        } else {
            if (byte == '"' || byte == '\\') {
                add_bytes(text, "\\", 1);
            }
            add_bytes(text, words, 1);
        }
    }
    add_bytes(text, "\"", 1);
}

void text_free(struct text *text)
{
    free(text->at);
    memset(text, 0, sizeof *text);
}
