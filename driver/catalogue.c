/* The catalogue. In: programs of checks and the compiler's findings; out: text. Knows nothing of where it is
 * printed. */
#include "driver/catalogue.h"

#include "driver/topics.h"
#include "sema/schema.h"
#include "support/render.h"
#include "support/utf8.h"

#include <string.h>

/* ---- texts ---- */

/* A text that is on several lines as one line, blanks in a row as one. */
static void out_line(Out *out, Str text)
{
    Out line = {0};
    bool blank = false;
    text = str_trim(text);
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_blank || !blank)
            out_char(&line, is_blank ? ' ' : c);
        blank = is_blank;
    }
    render_plain(out_result(&line), out);
    out_free(&line);
}

/* What a check says, each fact in braces between `before` and `after`; without `after`, `before` stands in
 * its place. */
static void out_says(Out *out, Str says, const char *before, const char *after)
{
    Out inside = {0};
    bool open = false;
    for (size_t i = 0; i < says.length; i++) {
        char c = says.at[i];
        if (c == '{' || c == '}') {
            open = c == '{';
            out_text(&inside, open ? before : after);
        } else if (!open || *after) {
            out_char(&inside, c);
        }
    }
    out_line(out, out_result(&inside));
    out_free(&inside);
}

/* ---- the list ---- */

static void cut(Out *out, size_t from, unsigned width)
{
    Str line = str_slice(out_result(out), from, out->length);
    if (!width || utf8_width(line, 0) <= width)
        return;
    size_t end = 0;
    for (unsigned column = 0; column + 1 < width && end < line.length; column++) {
        unsigned size;
        utf8_decode(line.at + end, line.at + line.length, &size);
        end += size;
    }
    out->length = from + end;
    out_text(out, "…");
}

static void list_line(Out *out, const FindingRule *rule, Str text, size_t name_width, unsigned width)
{
    size_t start = out->length;
    Str severity = severity_name(rule->severity);
    out_str(out, rule->name);
    out_fill(out, ' ', name_width - rule->name.length + 2);
    out_str(out, severity);
    out_fill(out, ' ', 9 - severity.length);
    out_says(out, text, "…", "");
    cut(out, start, width);
    out_char(out, '\n');
}

static void list_topic(Out *out, const Topic *topic, unsigned width)
{
    size_t longest = 0;
    for (size_t i = 0; i < topic->checks.count; i++)
        if (topic->checks.at[i]->rule.name.length > longest)
            longest = topic->checks.at[i]->rule.name.length;
    out_text(out, out->length ? "\n  " : "  ");
    out_line(out, topic->title);
    out_text(out, "\n");
    for (size_t i = 0; i < topic->checks.count; i++)
        list_line(out, &topic->checks.at[i]->rule, topic->checks.at[i]->says, longest, width);
}

/* The first sentence of why. */
static Str first_sentence(Str text)
{
    for (size_t i = 0; i + 1 < text.length; i++)
        if (text.at[i] == '.' && text.at[i + 1] == ' ')
            return str_slice(text, 0, i + 1);
    return text;
}

static void list_own_rules(Out *out, unsigned width)
{
    size_t longest = 0;
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        if (finding_rule((FindingKind)kind)->name.length > longest)
            longest = finding_rule((FindingKind)kind)->name.length;
    out_text(out, "\n  What cannot be read, or is not understood\n");
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        if (kind != FINDING_check_found)
            list_line(out, finding_rule((FindingKind)kind),
                      first_sentence(finding_rule((FindingKind)kind)->why), longest, width);
}

void catalogue_list(const Program *own, unsigned width, Out *out)
{
    const Program *programs[] = {own, program_library()};
    for (size_t of = 0; of < 2; of++) {
        Topics topics = {0};
        topics_make(&topics, programs[of], of ? STR("Other checks") : STR("The school's own checks"));
        for (size_t i = 0; i < topics.list.count; i++)
            list_topic(out, &topics.list.at[i], width);
        topics_free(&topics);
    }
    list_own_rules(out, width);
}

/* ---- Markdown ---- */

/* A sample as a block of code, set in as far as its first line. */
static void out_sample(Out *out, const char *label, Str sample)
{
    out_format(out, "%s\n\n", label);
    for (size_t at = 0; at < sample.length;) {
        const char *end = memchr(sample.at + at, '\n', sample.length - at);
        size_t stop = end ? (size_t)(end - sample.at) : sample.length;
        Str line = str_trim(str_slice(sample, at, stop));
        bool inner = at && !str_starts(line, STR("}"));
        if (line.length) {
            out_text(out, inner ? "      " : "    ");
            render_plain(line, out);
            out_char(out, '\n');
        }
        at = stop + 1;
    }
    out_char(out, '\n');
}

static void out_samples(Out *out, const Program *program, Stretch samples, const char *label)
{
    for (uint32_t i = 0; i < samples.count; i++)
        out_sample(out, i ? "or" : label, program->samples[samples.first + i]);
}

static void out_kinds(Out *out, const Program *program, Stretch kinds)
{
    for (uint32_t i = 0; i < kinds.count; i++) {
        RecordKind kind = program->kinds[kinds.first + i];
        out_text(out, i ? ", " : "");
        out_str(out, schema_variant_key((Kind)kind.kind, kind.variant ? kind.variant - 1u : 0));
    }
}

static void out_part(Out *out, const char *label, Str text, const char *around)
{
    if (!text.length)
        return;
    out_format(out, "- %s: %s", label, around);
    out_line(out, text);
    out_format(out, "%s\n", around);
}

static void out_in_force(Out *out, const Check *check)
{
    Arena arena = {0};
    if (check->in_force_from != DAY_MISSING)
        out_part(out, "In force from", date_text(&arena, check->in_force_from, DATE_FORM_long), "");
    if (check->in_force_until != DAY_MISSING)
        out_part(out, "Until", date_text(&arena, check->in_force_until, DATE_FORM_long), "");
    arena_free(&arena);
}

static void out_limit(Out *out, const Check *check)
{
    Arena arena = {0};
    Str limit = amount_text(&arena, check->limit);
    if (!amount_is_missing(check->limit))
        out_format(out, "- A school may set another number: `settings { limit " STR_FMT " " STR_FMT " }`\n",
                   STR_ARG(check->rule.name), STR_ARG(limit));
    arena_free(&arena);
}

static void out_fix(Out *out, const Check *check)
{
    if (!check->replace.length)
        return;
    out_text(out, "- Mended by `senc check --fix`: ");
    out_says(out, check->replace, "*", "*");
    out_text(out, " becomes ‘");
    out_says(out, check->replace_with, "*", "*");
    out_text(out, "’\n");
}

void catalogue_check(const Program *program, const Check *check, Out *out)
{
    out_format(out, "### `" STR_FMT "`\n\n> ", STR_ARG(check->rule.name));
    out_says(out, check->says, "*", "*");
    out_text(out, "\n\n");
    if (check->rule.why.length) {
        out_line(out, check->rule.why);
        out_text(out, "\n\n");
    }
    out_part(out, "How grave", check->severities, "");
    out_text(out, "- Looks at: ");
    out_kinds(out, program, check->kinds);
    out_char(out, '\n');
    out_part(out, "When", check->when, "`");
    out_part(out, "Wants", check->require, "`");
    out_part(out, "Who must act", choice_info(CHOICES_owner, check->owner)->print, "");
    out_part(out, "Source", check->rule.cites, "");
    out_in_force(out, check);
    out_limit(out, check);
    out_fix(out, check);
    out_part(out, "Write, for example", check->suggest, "`");
    out_char(out, '\n');
    out_samples(out, program, check->fails, "It finds fault with");
    out_samples(out, program, check->passes, "and not with");
}

void catalogue_rule(const FindingRule *rule, Out *out)
{
    out_format(out, "### `" STR_FMT "`\n\n- How grave: " STR_FMT "\n\n", STR_ARG(rule->name),
               STR_ARG(severity_name(rule->severity)));
    out_line(out, rule->why);
    out_text(out, "\n\n");
}

static void out_link(Out *out, Str name)
{
    out_format(out, "[`" STR_FMT "`](#" STR_FMT ")", STR_ARG(name), STR_ARG(name));
}

static void out_contents(Out *out, const Topics *topics)
{
    out_text(out, "| topic | checks |\n|---|---|\n");
    for (size_t i = 0; i < topics->list.count; i++) {
        const Topic *topic = &topics->list.at[i];
        out_text(out, "| ");
        out_line(out, topic->title);
        out_text(out, " | ");
        for (size_t check = 0; check < topic->checks.count; check++) {
            out_text(out, check ? ", " : "");
            out_link(out, topic->checks.at[check]->rule.name);
        }
        out_text(out, " |\n");
    }
}

static void out_own_rules(Out *out)
{
    out_text(
        out,
        "\n## What cannot be read, or is not understood\n\n| finding | how grave | why |\n|---|---|---|\n");
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++) {
        const FindingRule *rule = finding_rule((FindingKind)kind);
        if (kind == FINDING_check_found)
            continue;
        out_format(out, "| `" STR_FMT "` | " STR_FMT " | ", STR_ARG(rule->name),
                   STR_ARG(severity_name(rule->severity)));
        out_line(out, rule->why);
        out_text(out, " |\n");
    }
}

void catalogue_all(Out *out)
{
    const Program *library = program_library();
    Topics topics = {0};
    topics_make(&topics, library, STR("Other checks"));
    out_contents(out, &topics);
    for (size_t i = 0; i < topics.list.count; i++) {
        const Topic *topic = &topics.list.at[i];
        out_text(out, "\n## ");
        out_line(out, topic->title);
        out_text(out, "\n\n");
        for (size_t check = 0; check < topic->checks.count; check++)
            catalogue_check(library, topic->checks.at[check], out);
    }
    out_own_rules(out);
    topics_free(&topics);
}
