/* Findings for programs: one JSON object a line, written by jansson. */
#include "support/render.h"

#include "support/render_json.h"
#include "support/utf8.h"

json_t *json_text(Str text)
{
    if (utf8_first_bad(text) == text.length)
        return json_stringn_nocheck(text.at ? text.at : "", text.length);
    Out out = {0};
    const char *end = text.at + text.length;
    unsigned size;
    for (const char *at = text.at; at < end; at += size)
        out_utf8(&out, utf8_decode(at, end, &size));
    json_t *string = json_stringn_nocheck(out.at, out.length);
    out_free(&out);
    return string;
}

void json_set_text(json_t *object, const char *key, Str text)
{
    json_object_set_new(object, key, json_text(text));
}

void json_set_number(json_t *object, const char *key, json_int_t number)
{
    json_object_set_new(object, key, json_integer(number));
}

static void set_place(json_t *object, Findings *findings, Place place)
{
    if (!place.source)
        return;
    Location location = render_locate(findings, place);
    json_set_text(object, "file", place.source->name);
    json_set_number(object, "line", location.first.line);
    json_set_number(object, "column", location.first.column);
    json_set_number(object, "endLine", location.end.line);
    json_set_number(object, "endColumn", location.end.column);
}

static json_t *json_related(Findings *findings, const Finding *finding)
{
    json_t *list = json_array(), *related = json_object();
    set_place(related, findings, finding->second);
    json_set_text(related, "message", finding->second_message);
    json_array_append_new(list, related);
    return list;
}

static json_t *json_fix(Findings *findings, const Finding *finding)
{
    json_t *fix = json_object();
    set_place(fix, findings, finding->fix);
    json_set_text(fix, "replacement", finding->replacement);
    return fix;
}

static json_t *json_finding(Findings *findings, const Finding *finding)
{
    json_t *object = json_object();
    set_place(object, findings, finding->place);
    json_set_text(object, "severity", severity_name(finding->severity));
    json_set_text(object, "check", finding->rule->name);
    json_set_text(object, "message", finding->message);
    if (finding->help.length)
        json_set_text(object, "help", finding->help);
    if (finding->second.source)
        json_object_set_new(object, "related", json_related(findings, finding));
    if (finding->fix.source)
        json_object_set_new(object, "fix", json_fix(findings, finding));
    return object;
}

static int write_piece(const char *bytes, size_t count, void *out)
{
    out_bytes(out, bytes, count);
    return 0;
}

void json_write(json_t *value, Out *out)
{
    json_dump_callback(value, write_piece, out, JSON_COMPACT);
    json_decref(value);
}

void render_json(Findings *findings, Out *out)
{
    json_object_seed(1); /* else jansson asks the system for chance */
    for (size_t i = 0; i < findings->list.count; i++) {
        json_write(json_finding(findings, findings->list.at[i]), out);
        out_char(out, '\n');
    }
}
