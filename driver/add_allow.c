/* In: findings of a project, a reason; out: a file's text. What it puts in reads as a person would write it:
 * a line each, indented like its neighbours, once however often the check speaks of the record. */
#include "driver/add_allow.h"

#include "sema/code_path.h"
#include "support/render.h"

#include <stdlib.h>
#include <string.h>

typedef struct Addition {
    uint32_t offset; /* where it is put in */
    Str line;        /* without indentation or line end */
    size_t order;    /* of those at one offset */
    const Finding *finding;
} Addition;

typedef ARRAY(Addition) Additions;

typedef struct Adding {
    const Records *records;
    const Source *source;
    Findings *findings;
    Str because; /* as it stands in a text of the language */
    Additions all;
} Adding;

/* ---- which line, and where ---- */

/* The reason on one line, its quotation marks told from the text's own. */
static Str reason_as_text(const char *because, Arena *arena)
{
    Out out = {0};
    for (const char *c = because; *c; c++) {
        bool breaks = (unsigned char)*c < ' ';
        if (*c == '"' || *c == '\\')
            out_char(&out, '\\');
        out_char(&out, breaks ? ' ' : *c);
    }
    Str text = arena_str(arena, str_trim(out_result(&out)));
    out_free(&out);
    return text;
}

/* The code by which an `allow` names the record, or the first it stands in that has one; empty for none. */
static Str code_of(const Records *records, RecordAt record)
{
    while (record.row != ROW_NONE && record.kind != KIND_file) {
        FieldId id = schema_code_field(record.kind);
        Str code = id == FIELD_COUNT ? STR("") : *(const Str *)records_value(records, id, record.row);
        if (code.length)
            return code;
        const TableHead *table = records_table(records, record.kind);
        record = (RecordAt){(Kind)table->parent_kind[record.row], table->parent[record.row]};
    }
    return STR("");
}

/* In front of the brace that closes the plan; the end of the file for what is in none. */
static uint32_t offset_for(const Adding *adding, RecordAt record)
{
    const Source *source = adding->source;
    uint32_t plan = record.row == ROW_NONE || record.kind == KIND_plan
                        ? record.row
                        : records_enclosing(adding->records, KIND_plan, record.kind, record.row);
    if (plan == ROW_NONE)
        return (uint32_t)source->size;
    uint32_t end = adding->records->plan.head.place[plan].end;
    return end && source->text[end - 1] == '}' ? end - 1 : (uint32_t)source->size;
}

static bool is_added(const Adding *adding, uint32_t offset, Str line)
{
    for (size_t i = 0; i < adding->all.count; i++)
        if (adding->all.at[i].offset == offset && str_equal(adding->all.at[i].line, line))
            return true;
    return false;
}

static void add_for(Adding *adding, const Finding *finding)
{
    RecordAt record = record_around(adding->records, finding->place);
    Str code = code_of(adding->records, record);
    uint32_t offset = offset_for(adding, record);
    Str line = arena_format(
        &adding->findings->arena, "allow " STR_FMT "%s" STR_FMT " because \"" STR_FMT "\"",
        STR_ARG(finding->rule->name), code.length ? " on " : "", STR_ARG(code), STR_ARG(adding->because));
    if (!is_added(adding, offset, line))
        ARRAY_ADD(&adding->all, (Addition){offset, line, adding->all.count, finding});
}

static int compare_additions(const void *left, const void *right)
{
    const Addition *a = left, *b = right;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* ---- writing ---- */

/* Where the line of the offset begins, if nothing but blanks stands before the offset; else the offset. */
static uint32_t line_begin(const Source *source, uint32_t offset)
{
    uint32_t begin = offset;
    while (begin && (source->text[begin - 1] == ' ' || source->text[begin - 1] == '\t'))
        begin--;
    return begin == 0 || source->text[begin - 1] == '\n' ? begin : offset;
}

static Str line_end_of(const Source *source)
{
    const char *end = memchr(source->text, '\n', source->size);
    return end && end > source->text && end[-1] == '\r' ? STR("\r\n") : STR("\n");
}

/* The blanks that begin the line before `offset`, if they go deeper than those of the line itself: those of
 * the block's last line. Else two more than its own. */
static Str indentation(const Source *source, uint32_t begin, uint32_t offset, Arena *arena)
{
    uint32_t line = begin;
    while (line && source->text[line - 1] != '\n')
        line--;
    uint32_t before = line ? line - 1 : 0;
    while (before && source->text[before - 1] != '\n')
        before--;
    size_t blanks = strspn(source->text + before, " \t"), own = strspn(source->text + line, " \t");
    if (line && begin == line && blanks > own && before + blanks < line - 1)
        return source_text(source, (Span){before, before + (uint32_t)blanks});
    Str margin = begin == line ? source_text(source, (Span){begin, offset}) : STR("");
    return arena_format(arena, STR_FMT "  ", STR_ARG(margin));
}

/* A line of its own before the brace, as deep as its neighbours; behind all that a file holds, at the margin.
 */
static void write_line(const Adding *adding, const Addition *addition, uint32_t begin, Out *text)
{
    const Source *source = adding->source;
    Str line_end = line_end_of(source);
    if (text->length && text->at[text->length - 1] != '\n')
        out_str(text, line_end);
    if (addition->offset < source->size)
        out_str(text, indentation(source, begin, addition->offset, &adding->findings->arena));
    out_str(text, addition->line);
    out_str(text, line_end);
}

static void write_text(const Adding *adding, Out *text)
{
    uint32_t done = 0;
    for (size_t i = 0; i < adding->all.count; i++) {
        const Addition *addition = &adding->all.at[i];
        uint32_t begin = line_begin(adding->source, addition->offset);
        if (begin > done)
            out_str(text, source_text(adding->source, (Span){done, begin}));
        done = begin > done ? begin : done;
        write_line(adding, addition, begin, text);
    }
    out_str(text, source_text(adding->source, (Span){done, (uint32_t)adding->source->size}));
}

static void tell(const Adding *adding, Out *told)
{
    for (size_t i = 0; i < adding->all.count; i++) {
        const Addition *addition = &adding->all.at[i];
        Location at = render_locate(adding->findings, addition->finding->place);
        render_plain(adding->source->name, told);
        out_format(told, ":%u:%u: ", at.first.line, at.first.column);
        render_plain(addition->line, told);
        out_char(told, '\n');
    }
}

size_t allows_add(Inspection *inspection, const Source *source, const char *because, Out *text, Out *told)
{
    Findings *findings = &inspection->findings;
    Adding adding = {.records = &inspection->project.records,
                     .source = source,
                     .findings = findings,
                     .because = reason_as_text(because, &findings->arena)};
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        if (finding->place.source == source && finding->kind == FINDING_check_found && !finding->allowed.at)
            add_for(&adding, finding);
    }
    size_t count = adding.all.count;
    if (count) {
        qsort(adding.all.at, count, sizeof *adding.all.at, compare_additions);
        write_text(&adding, text);
        tell(&adding, told);
    }
    free(adding.all.at);
    return count;
}
