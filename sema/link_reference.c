/* References: from a code to the record that has it. In: the map of codes; out: kind and row in each
 * reference, and findings for codes that lead nowhere or to the wrong kind, with the nearest right one. */
#include "sema/linker.h"

#include <string.h>

enum { LISTED_MOST = 8 }; /* codes in one finding's help */

/* ---- finding ---- */

/* Writes the code after the word that begins the record, if that is its usual word. */
static void fix_made(Linker *linker, Finding *finding, const CodeEntry *entry, Place line)
{
    Str key = schema_variant_key(entry->kind, 0);
    Span word = {line.span.first, line.span.first + (uint32_t)key.length};
    if (line.source != finding->place.source || word.end > line.span.end ||
        !str_equal_folded(source_text(line.source, word), key))
        return;
    finding_fix(
        linker->findings, finding, word,
        arena_format(&linker->findings->arena, STR_FMT " " STR_FMT, STR_ARG(key), STR_ARG(entry->text)));
}

/* A code nobody wrote changes when a record is put in before it: say so where it is first relied on. */
static void report_made(Linker *linker, const Sought *sought, CodeEntry *entry)
{
    if (!entry->made)
        return;
    entry->made = false;
    Finding *finding =
        finding_code_not_written(linker->findings, sought->place, entry->text,
                                 kind_phrase(linker, entry->kind), schema_variant_key(entry->kind, 0));
    Place line = records_line(linker->records, entry->kind, entry->row);
    finding_second(linker->findings, finding, line, "the compiler calls this ‘" STR_FMT "’",
                   STR_ARG(entry->text));
    fix_made(linker, finding, entry, line);
}

const CodeEntry *sought_find(Linker *linker, const Sought *sought)
{
    for (uint32_t left = sought->of; left; left &= left - 1) {
        Kind kind = target_first(left);
        CodeEntry *entry = code_map_find(
            &linker->codes, scope_of(linker->records, kind, sought->from, sought->row), sought->text);
        if (entry && entry->kind == (uint32_t)kind) {
            report_made(linker, sought, entry);
            return entry;
        }
    }
    return NULL;
}

const CodeEntry *sought_elsewhere(const Linker *linker, const Sought *sought)
{
    for (uint32_t left = ALL_TARGETS; left; left &= left - 1) {
        Kind kind = target_first(left);
        const CodeEntry *entry = code_map_find(
            &linker->codes, scope_of(linker->records, kind, sought->from, sought->row), sought->text);
        if (entry)
            return entry;
    }
    return NULL;
}

/* ---- what else might be meant ---- */

/* The rows of `kind` whose codes may be meant. */
static RowRange rows_in_reach(const Linker *linker, const Sought *sought, Kind kind)
{
    CodeScope scope = scope_of(linker->records, kind, sought->from, sought->row);
    if (scope.kind == (uint32_t)kind)
        return (RowRange){0, records_table(linker->records, kind)->count};
    if (scope.row == ROW_NONE)
        return (RowRange){0, 0};
    return records_inside(linker->records, kind, scope.kind, scope.row);
}

typedef struct Near {
    Str code;
    Kind kind;
    uint32_t row;
    unsigned distance, ties; /* `ties`: how many codes are as near */
} Near;

static void near_try(Linker *linker, const Sought *sought, Kind kind, uint32_t row, Near *near)
{
    Str code = record_code(linker->records, kind, row);
    if (!code.length || !linker->nearest)
        return;
    linker->nearest--;
    unsigned distance = str_distance(code, sought->text, near->distance);
    if (distance > near->distance)
        return;
    if (distance == near->distance && near->code.length) {
        near->ties++;
        return;
    }
    *near = (Near){code, kind, row, distance, 1};
}

/* The one code that is nearest and near enough; its `code` is empty when there is none. */
static Near near_find(Linker *linker, const Sought *sought)
{
    Near near = {.distance = sought->text.length <= 3 ? 1 : 2};
    for (uint32_t left = sought->of; left; left &= left - 1) {
        Kind kind = target_first(left);
        RowRange rows = rows_in_reach(linker, sought, kind);
        for (uint32_t row = rows.first; row < rows.end && linker->nearest; row++)
            near_try(linker, sought, kind, row, &near);
    }
    if (near.ties != 1)
        near.code = STR("");
    return near;
}

static bool same_figures(Str a, Str b)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a.length && (a.at[i] < '0' || a.at[i] > '9'))
            i++;
        while (j < b.length && (b.at[j] < '0' || b.at[j] > '9'))
            j++;
        if (i == a.length || j == b.length)
            return i == a.length && j == b.length;
        if (a.at[i++] != b.at[j++])
            return false;
    }
}

/* E9 for E1 may be another outcome; hlta-jon for hlta-jo is a slip. */
static bool is_plain_slip(Str found, Str code)
{
    return code.length >= 4 && same_figures(found, code);
}

bool sought_has_near(Linker *linker, const Sought *sought)
{
    return near_find(linker, sought).code.length > 0;
}

bool sought_offer_near(Linker *linker, const Sought *sought, Finding *finding)
{
    Near near = near_find(linker, sought);
    if (!near.code.length)
        return false;
    Str title = record_title(linker, near.kind, near.row);
    finding_help(linker->findings, finding, "Did you mean " STR_FMT ", ‘" STR_FMT "’?", STR_ARG(near.code),
                 STR_ARG(title));
    if (is_plain_slip(sought->text, near.code))
        finding_fix(linker->findings, finding, sought->place.span, near.code);
    return true;
}

/* "E1, E2, E3 and 4 more"; empty when there is none. */
static Str codes_listed(Linker *linker, const Sought *sought)
{
    Str list = STR("");
    size_t count = 0;
    for (uint32_t left = sought->of; left; left &= left - 1) {
        Kind kind = target_first(left);
        RowRange rows = rows_in_reach(linker, sought, kind);
        for (uint32_t row = rows.first; row < rows.end; row++, count++) {
            Str code = record_code(linker->records, kind, row);
            if (count >= LISTED_MOST) {
                count += rows.end - row;
                break;
            }
            list = arena_format(&linker->findings->arena, STR_FMT "%s" STR_FMT, STR_ARG(list),
                                list.length ? ", " : "", STR_ARG(code));
        }
    }
    if (count <= LISTED_MOST)
        return list;
    return arena_format(&linker->findings->arena, STR_FMT " and %zu more", STR_ARG(list),
                        count - LISTED_MOST);
}

bool sought_offer(Linker *linker, const Sought *sought, Finding *finding)
{
    if (sought_offer_near(linker, sought, finding))
        return true;
    Str codes = codes_listed(linker, sought);
    if (codes.length)
        finding_help(linker->findings, finding, "There is: " STR_FMT ".", STR_ARG(codes));
    return codes.length > 0;
}

/* ---- reporting ---- */

static bool leads_to(const Field *field, Kind kind)
{
    for (uint32_t left = field->type == TYPE_reference ? field->of : 0; left; left &= left - 1)
        if (target_first(left) == kind)
            return true;
    return false;
}

/* The one other fact of the record that names records of that kind, or NULL. */
static const Field *other_fact_for(const Sought *sought, Kind kind)
{
    const KindInfo *from = schema_kind(sought->from);
    const Field *fact = NULL;
    for (FieldId id = from->first_field; id < from->field_end; id++) {
        const Field *field = schema_field(id);
        if (id == sought->field || field->place != PLACE_FACT || !leads_to(field, kind))
            continue;
        if (fact)
            return NULL;
        fact = field;
    }
    return fact;
}

Finding *sought_wrong_kind(Linker *linker, const Sought *sought, const CodeEntry *found)
{
    const Field *field = schema_field(sought->field);
    Str wanted = field->type == TYPE_who ? STR("a person or post") : targets_phrase(linker, sought->of, true);
    Finding *finding =
        finding_code_of_another_kind(linker->findings, sought->place, found->text,
                                     kind_phrase(linker, found->kind), field_word(sought->field), wanted);
    const Field *fact = other_fact_for(sought, (Kind)found->kind);
    if (fact)
        finding_help(linker->findings, finding, "Write: " STR_FMT " " STR_FMT ".", STR_ARG(fact->key),
                     STR_ARG(found->text));
    else
        sought_offer(linker, sought, finding);
    finding_second(linker->findings, finding, records_line(linker->records, found->kind, found->row),
                   "‘" STR_FMT "’ is this " STR_FMT, STR_ARG(found->text),
                   STR_ARG(schema_kind(found->kind)->key));
    return finding;
}

/* Are there kinds among them whose codes are the project's (or, if not `in_project`, a plan's)? */
static bool has_scope(uint32_t of, bool in_project)
{
    for (uint32_t left = of; left; left &= left - 1) {
        bool found = false;
        schema_is_target(target_first(left), &found);
        if (found == in_project)
            return true;
    }
    return false;
}

/* Is any of the kinds sought kept in the school's file? */
static bool sought_in_school(uint32_t of)
{
    return has_scope(of & ~(1u << TARGET_INDEX_pupil), true);
}

bool sought_in_vain(Linker *linker, const Sought *sought)
{
    if (linker->records->school.head.count)
        return false;
    CodeScope anywhere = {KIND_file, ROW_NONE};
    return code_map_add(&linker->missed, anywhere, sought->text, sought->from, sought->row) != NULL;
}

static void report_nothing(Linker *linker, const Sought *sought)
{
    const CodeEntry *other = sought_elsewhere(linker, sought);
    if (other) {
        sought_wrong_kind(linker, sought, other);
        return;
    }
    bool in_school = sought_in_school(sought->of);
    if (in_school && sought_in_vain(linker, sought))
        return;
    Finding *finding =
        finding_unknown_code(linker->findings, sought->place, targets_phrase(linker, sought->of, false),
                             sought->text, has_scope(sought->of, false) ? " in this plan" : "");
    bool offered = sought_offer(linker, sought, finding);
    if (!offered && in_school && !linker->records->school.head.count)
        finding_help(
            linker->findings, finding,
            "No school.sen was found above this file: the school's people, programmes, assessments and "
            "resources are kept there.");
}

/* A record that has the text for its name. */
static const CodeEntry *find_by_name(Linker *linker, const Sought *sought)
{
    for (uint32_t left = sought->of; left; left &= left - 1) {
        Kind kind = target_first(left);
        CodeScope scope = scope_of(linker->records, kind, sought->from, sought->row);
        const CodeEntry *entry = code_map_find(&linker->names, scope, sought->text);
        if (entry && entry->kind == (uint32_t)kind)
            return entry;
    }
    return NULL;
}

/* A pupil's record stands in the file of the plan, and not all plans are compiled with the school that groups
 * them. */
static bool may_stand_elsewhere(FieldId field)
{
    return field == FIELD_shared_group_pupils;
}

void link_reference(Linker *linker, const Sought *sought, Reference *reference, bool may_be_text)
{
    const CodeEntry *entry = sought_find(linker, sought);
    if (!entry)
        entry = find_by_name(linker, sought);
    if (entry) {
        reference->kind = (uint8_t)entry->kind;
        reference->row = entry->row;
    } else if ((!reference->quoted || !may_be_text) && !may_stand_elsewhere(sought->field)) {
        report_nothing(linker, sought);
    }
}
