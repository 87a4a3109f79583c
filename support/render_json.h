/* What writers of JSON share: texts of any bytes, and bytes out. */
#ifndef SENC_SUPPORT_RENDER_JSON_H
#define SENC_SUPPORT_RENDER_JSON_H

#include "support/out.h"

#include <jansson.h>

/* A string of bytes that may hold anything: a file's name is not always UTF-8. */
json_t *json_text(Str text);

/* Sets `key` to the text. */
void json_set_text(json_t *object, const char *key, Str text);

/* Sets `key` to the number. */
void json_set_number(json_t *object, const char *key, json_int_t number);

/* Writes `value` on one line, without its end, and drops it. */
void json_write(json_t *value, Out *out);

#endif
