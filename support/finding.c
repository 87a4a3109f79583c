/* The bag of findings: adding, sorting, and what the table says of each kind. The wording stands in
 * finding.def; showing them is render.c's business. */
#include "support/finding.h"

#include <stdlib.h>
#include <string.h>

/* The public name of a row is its name with hyphens, spelt out letter by letter while compiling. */
#define NAME_ROOM           48
#define LETTER(name, index) (name[(index) < sizeof(name) ? (index) : sizeof(name) - 1])
#define HYPHEN(name, index) (LETTER(name, index) == '_' ? '-' : LETTER(name, index))
#define HYPHENS_4(name, i)  HYPHEN(name, i), HYPHEN(name, i + 1), HYPHEN(name, i + 2), HYPHEN(name, i + 3)
#define HYPHENS_16(name, i)                                                                                  \
    HYPHENS_4(name, i), HYPHENS_4(name, i + 4), HYPHENS_4(name, i + 8), HYPHENS_4(name, i + 12)
#define PUBLIC_NAME(name)                                                                                    \
    {                                                                                                        \
        HYPHENS_16(name, 0), HYPHENS_16(name, 16), HYPHENS_16(name, 32)                                      \
    }

/* Bytes of a plan's text in a message. */
#define SHOWN_LONGEST 60

static const char public_names[FINDING_COUNT][NAME_ROOM] = {
#define FINDING(severity, name, ...) PUBLIC_NAME(#name),
#include "support/finding.def"
};

static const FindingRule rules[FINDING_COUNT] = {
#define FINDING(severity, name, parameters, why, ...)                                                        \
    {{public_names[FINDING_##name], sizeof(#name) - 1}, SEVERITY_##severity, STR_INIT(why), {NULL, 0}},
#include "support/finding.def"
};

#define FINDING(severity, name, ...) _Static_assert(sizeof(#name) <= NAME_ROOM, #name " is too long");
#include "support/finding.def"

void findings_free(Findings *findings)
{
    free(findings->list.at);
    free(findings->of_source.at);
    free(findings->hushed.at);
    arena_free(&findings->arena);
    *findings = (Findings){0};
}

static void count_finding(Findings *findings, Severity severity)
{
    switch (severity) {
    case SEVERITY_note: findings->note_count++; break;
    case SEVERITY_warning: findings->warning_count++; break;
    case SEVERITY_error: findings->error_count++; break;
    }
}

/* The message and the help are formatted apart, for a name that is put into the message may hold a line end
 * too. */
static void format_message(Findings *findings, Finding *finding, const char *format, va_list arguments)
{
    size_t length = strcspn(format, "\n");
    Str first = arena_str(&findings->arena, (Str){format, length});
    va_list again;
    va_copy(again, arguments);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    finding->message = arena_vformat(&findings->arena, first.at, again);
#pragma GCC diagnostic pop
    va_end(again);
    if (!format[length])
        return;
    Str whole = arena_vformat(&findings->arena, format, arguments);
    finding->help = str_slice(whole, finding->message.length + 1, whole.length);
}

bool findings_full(const Findings *findings, const Source *source)
{
    return source && source->index < findings->of_source.count &&
           findings->of_source.at[source->index] > FINDINGS_MOST;
}

/* Counts a finding about the source; false when it is one too many to be listed. */
static bool has_room(Findings *findings, Place place)
{
    if (!place.source)
        return true;
    if (findings_full(findings, place.source))
        return false;
    while (findings->of_source.count <= place.source->index)
        ARRAY_ADD(&findings->of_source, 0);
    if (++findings->of_source.at[place.source->index] <= FINDINGS_MOST)
        return true;
    findings->of_source.at[place.source->index] = 0; /* for this one */
    finding_many_mistakes(findings, place);
    findings->of_source.at[place.source->index] = FINDINGS_MOST + 1;
    return false;
}

Finding *finding_add(Findings *findings, FindingKind kind, Severity severity, Place place, const char *format,
                     ...)
{
    count_finding(findings, severity);
    if (!has_room(findings, place)) {
        findings->unlisted =
            (Finding){.kind = kind, .rule = &rules[kind], .severity = severity, .place = place};
        return &findings->unlisted;
    }
    Finding *finding = ARENA_NEW(&findings->arena, Finding);
    finding->kind = kind;
    finding->rule = &rules[kind];
    finding->severity = severity;
    finding->place = place;
    finding->order = (uint32_t)findings->list.count;
    va_list arguments;
    va_start(arguments, format);
    format_message(findings, finding, format, arguments);
    va_end(arguments);
    ARRAY_ADD(&findings->list, finding);
    return finding;
}

void finding_second(Findings *findings, Finding *finding, Place place, const char *format, ...)
{
    if (finding == &findings->unlisted)
        return;
    va_list arguments;
    va_start(arguments, format);
    finding->second = place;
    finding->second_message = arena_vformat(&findings->arena, format, arguments);
    va_end(arguments);
}

void finding_fix(Findings *findings, Finding *finding, Span span, Str replacement)
{
    if (finding == &findings->unlisted)
        return;
    finding->fix = (Place){finding->place.source, span};
    finding->replacement = arena_str(&findings->arena, replacement);
}

/* Where `text` is cut: at most SHOWN_LONGEST bytes, between characters, before any line end. */
static size_t shown_length(Str text)
{
    size_t length = 0;
    while (length < text.length && length < SHOWN_LONGEST && (unsigned char)text.at[length] >= ' ')
        length++;
    while (length && length < text.length && ((unsigned char)text.at[length] & 0xc0) == 0x80)
        length--;
    return length;
}

Str finding_shown(Findings *findings, Str text)
{
    size_t length = shown_length(text);
    if (length == text.length)
        return text;
    return arena_format(&findings->arena, STR_FMT "…", (int)length, text.at);
}

void finding_help(Findings *findings, Finding *finding, const char *format, ...)
{
    if (finding == &findings->unlisted)
        return;
    va_list arguments;
    va_start(arguments, format);
    finding->help = arena_vformat(&findings->arena, format, arguments);
    va_end(arguments);
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* What is about no file comes last. */
static uint64_t source_rank(Place place)
{
    return place.source ? place.source->index : UINT64_MAX;
}

/* By place and kind; 0 for two of one kind at one place. */
static int compare_places(const Finding *a, const Finding *b)
{
    int order = compare_numbers(source_rank(a->place), source_rank(b->place));
    order = order ? order : compare_numbers(a->place.span.first, b->place.span.first);
    order = order ? order : compare_numbers(a->place.span.end, b->place.span.end);
    order = order ? order : compare_numbers(a->kind, b->kind);
    return order || a->rule == b->rule ? order : str_compare(a->rule->name, b->rule->name);
}

static int compare_findings(const void *left, const void *right)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    int order = compare_places(a, b);
    return order ? order : compare_numbers(a->order, b->order);
}

void findings_hush(Findings *findings, Place place, Severity most)
{
    Hush hush = {place, most, (uint32_t)findings->list.count};
    if (!findings_full(findings, place.source))
        ARRAY_ADD(&findings->hushed, hush);
}

static int compare_hushes(const void *left, const void *right)
{
    const Hush *a = left, *b = right;
    int order = compare_numbers(source_rank(a->place), source_rank(b->place));
    order = order ? order : compare_numbers(a->place.span.first, b->place.span.first);
    return order ? order : compare_numbers(a->place.span.end, b->place.span.end);
}

static bool hushes(const Hush *hush, const Finding *finding)
{
    return hush->place.source == finding->place.source && finding->order < hush->order &&
           finding->severity <= hush->most && hush->place.span.first <= finding->place.span.first &&
           finding->place.span.end <= hush->place.span.end;
}

/* Does a hush lie wholly before the finding? */
static bool is_past(const Hush *hush, const Finding *finding)
{
    uint64_t source = source_rank(finding->place), own = source_rank(hush->place);
    return own < source || (own == source && hush->place.span.end < finding->place.span.first);
}

/* Sorted findings without those that are hushed. Hushes are about lines: few begin where one has not ended.
 */
static void drop_hushed(Findings *findings)
{
    size_t kept = 0, next = 0;
    if (findings->hushed.count)
        qsort(findings->hushed.at, findings->hushed.count, sizeof *findings->hushed.at, compare_hushes);
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        bool hushed = false;
        while (next < findings->hushed.count && is_past(&findings->hushed.at[next], finding))
            next++;
        for (size_t at = next; !hushed && at < findings->hushed.count && at < next + 4; at++)
            hushed = hushes(&findings->hushed.at[at], finding);
        if (!hushed)
            findings->list.at[kept++] = finding;
    }
    findings->list.count = kept;
    findings->hushed.count = 0;
}

static void recount(Findings *findings)
{
    findings->error_count = findings->warning_count = findings->note_count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        if (!findings->list.at[i]->allowed.at)
            count_finding(findings, findings->list.at[i]->severity);
}

void findings_sort(Findings *findings)
{
    Finding **at = findings->list.at;
    size_t kept = 0;
    if (findings->list.count)
        qsort(at, findings->list.count, sizeof *at, compare_findings);
    drop_hushed(findings);
    for (size_t i = 0; i < findings->list.count; i++) {
        bool repeated = kept && compare_places(at[kept - 1], at[i]) == 0 &&
                        str_equal(at[kept - 1]->message, at[i]->message);
        if (!repeated)
            at[kept++] = at[i];
    }
    findings->list.count = kept;
    recount(findings);
}

const FindingRule *finding_rule(FindingKind kind)
{
    return &rules[kind];
}

Str finding_name(FindingKind kind)
{
    return rules[kind].name;
}

Str finding_why(FindingKind kind)
{
    return rules[kind].why;
}

Severity finding_severity(FindingKind kind)
{
    return rules[kind].severity;
}

Str severity_name(Severity severity)
{
    static const Str names[] = {STR_INIT("note"), STR_INIT("warning"), STR_INIT("error")};
    return names[severity];
}
