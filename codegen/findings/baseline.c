/* In: findings with their fingerprints, or what was written of them; out: JSON. It opens no file. */
#include "codegen/findings/baseline.h"

#include "support/render_json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The last line, which says what the file is; with it behind them, all lines of findings end alike. */
#define MARK    "senc-baseline"
#define VERSION 1

typedef struct BaselineEntry Entry;

/* ---- reading ---- */

/* 16 hexadecimal digits; 0 for anything else. */
static uint64_t fingerprint_from(const char *text)
{
    if (strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
        return 0;
    return strtoull(text, NULL, 16);
}

static bool read_entries(Baseline *baseline, json_t *object, Str *why)
{
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        uint64_t fingerprint = fingerprint_from(key);
        if (!strcmp(key, MARK))
            continue;
        if (!fingerprint || !json_is_string(value)) {
            *why = arena_format(&baseline->arena, "‘%s’ is not the mark of a finding", key);
            return false;
        }
        Str rule = arena_str(&baseline->arena, str_from(json_string_value(value)));
        ARRAY_ADD(&baseline->entries, (Entry){fingerprint, rule});
    }
    return true;
}

bool baseline_read(Baseline *baseline, Str bytes, Str *why)
{
    json_error_t error;
    json_object_seed(1);
    json_t *object = json_loadb(bytes.at, bytes.length, 0, &error);
    bool good = false;
    if (!object)
        *why = arena_format(&baseline->arena, "line %d cannot be read", error.line);
    else if (json_integer_value(json_object_get(object, MARK)) != VERSION)
        *why = STR("it does not say \"" MARK "\": 1");
    else
        good = read_entries(baseline, object, why);
    json_decref(object);
    return good;
}

/* ---- knowing ---- */

static int compare_fingerprints(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    return (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
}

static int compare_rules(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    int order = str_compare(a->rule, b->rule);
    return order ? order : compare_fingerprints(left, right);
}

static void sort(Baseline *baseline, int (*compare)(const void *, const void *))
{
    if (baseline->entries.count)
        qsort(baseline->entries.at, baseline->entries.count, sizeof *baseline->entries.at, compare);
}

void baseline_add(Baseline *baseline, const Finding *finding)
{
    Str rule = arena_str(&baseline->arena, finding->rule->name);
    ARRAY_ADD(&baseline->entries, (Entry){finding->fingerprint, rule});
    baseline->sorted = false;
}

bool baseline_knows(Baseline *baseline, const Finding *finding)
{
    const Entry sought = {.fingerprint = finding->fingerprint};
    if (!baseline->sorted)
        sort(baseline, compare_fingerprints);
    baseline->sorted = true;
    return baseline->entries.count && bsearch(&sought, baseline->entries.at, baseline->entries.count,
                                              sizeof *baseline->entries.at, compare_fingerprints);
}

/* ---- writing ---- */

void baseline_write(Baseline *baseline, Out *out)
{
    sort(baseline, compare_rules);
    baseline->sorted = false;
    out_text(out, "{\n"); /* names of rules are letters and hyphens: they need no escapes */
    for (size_t i = 0; i < baseline->entries.count; i++) {
        const Entry *entry = &baseline->entries.at[i];
        out_format(out, "\"%016" PRIx64 "\": \"" STR_FMT "\",\n", entry->fingerprint, STR_ARG(entry->rule));
    }
    out_format(out, "\"" MARK "\": %d\n}\n", VERSION);
}

void baseline_free(Baseline *baseline)
{
    free(baseline->entries.at);
    arena_free(&baseline->arena);
}
