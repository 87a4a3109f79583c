/* People: persons of the school and parents of a pupil, by code or by the name people call them. In: Who
 * values; out: their rows, and findings where nobody or more than one fits. */
#include "sema/linker.h"

#include <string.h>

/* ---- names ---- */

/* A name taken apart: "Mrs Folake Adeyemi" is a title, given names and a last word. Any but the last may be
 * empty. */
typedef struct Name {
    Str title, given, last;
} Name;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Words parted by one blank, full stops dropped, no-break spaces and curly apostrophes made plain: "Mrs.
 * O’Hara" is "Mrs O'Hara". */
static Str name_plain(Arena *arena, Str text)
{
    char *plain = ARENA_ARRAY(arena, char, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        Str rest = str_slice(text, i, text.length);
        char c = text.at[i];
        if (str_starts(rest, STR("\xC2\xA0")))
            c = ' ', i += 1;
        else if (str_starts(rest, STR("\xE2\x80\x99")))
            c = '\'', i += 2;
        if (c == '.' || (is_blank(c) && (!length || plain[length - 1] == ' ')))
            continue;
        plain[length++] = is_blank(c) ? ' ' : c;
    }
    return str_trim((Str){plain, length});
}

static bool is_title(Str word)
{
    static const Str titles[] = {STR_INIT("mr"),  STR_INIT("mrs"),  STR_INIT("ms"),   STR_INIT("miss"),
                                 STR_INIT("mx"),  STR_INIT("dr"),   STR_INIT("prof"), STR_INIT("professor"),
                                 STR_INIT("sir"), STR_INIT("dame"), STR_INIT("rev"),  STR_INIT("revd")};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_equal_folded(word, titles[i]))
            return true;
    return false;
}

/* Of a plain name. */
static Name name_parts(Str plain)
{
    size_t first = 0, last = plain.length;
    while (first < plain.length && plain.at[first] != ' ')
        first++;
    while (last > 0 && plain.at[last - 1] != ' ')
        last--;
    Name name = {.last = str_slice(plain, last, plain.length)};
    Str word = str_slice(plain, 0, first);
    if (first < plain.length && is_title(word))
        name.title = word;
    size_t given = name.title.length ? first + 1 : 0;
    if (last > given)
        name.given = str_trim(str_slice(plain, given, last));
    return name;
}

/* ---- the map of names ---- */

static const Str FORM_UNTITLED = STR_INIT("~");

typedef struct Person {
    CodeScope scope;
    Kind kind;
    uint32_t row;
} Person;

static void enter_form(Linker *linker, const Person *person, Str title, Str given, Str last)
{
    Str form = arena_format(&linker->scratch, STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(title),
                            title.length ? " " : "", STR_ARG(given), given.length ? " " : "", STR_ARG(last));
    code_map_add(&linker->names, person->scope, form, person->kind, person->row);
}

/* "Mrs Folake Adeyemi" answers to that, and to "Folake Adeyemi", "Mrs F Adeyemi", "F Adeyemi", "Mrs Adeyemi"
 * and "Adeyemi". One whose title is not known answers to any title. */
static void enter_forms(Linker *linker, const Person *person, Str text)
{
    Str plain = name_plain(&linker->scratch, text);
    Name name = name_parts(plain);
    if (!name.last.length)
        return;
    Str initial = str_slice(name.given, 0, 1), none = STR("");
    enter_form(linker, person, name.title, name.given, name.last);
    enter_form(linker, person, none, name.given, name.last);
    enter_form(linker, person, name.title, none, name.last);
    enter_form(linker, person, none, none, name.last);
    enter_form(linker, person, name.title, initial, name.last);
    enter_form(linker, person, none, initial, name.last);
    if (name.title.length)
        return;
    enter_form(linker, person, FORM_UNTITLED, name.given, name.last);
    enter_form(linker, person, FORM_UNTITLED, none, name.last);
}

/* Needs and outcomes have texts, not names: nobody names them so. Advice has a title. */
static void enter_record_names(Linker *linker, Kind kind)
{
    FieldId field = title_field(kind);
    if (field == FIELD_COUNT || (kind != KIND_advice && !str_equal(schema_field(field)->name, STR("name"))))
        return;
    for (uint32_t row = 0; row < records_table(linker->records, kind)->count; row++) {
        Str name = *(const Str *)records_value(linker->records, field, row);
        if (name.length)
            code_map_add(&linker->names, scope_of(linker->records, kind, kind, row), name, kind, row);
    }
}

void link_names(Linker *linker)
{
    const Records *records = linker->records;
    for (uint32_t row = 0; row < records->person.head.count; row++)
        enter_forms(linker, &(Person){{KIND_person, ROW_NONE}, KIND_person, row}, records->person.name[row]);
    for (uint32_t row = 0; row < records->parent.head.count; row++) {
        uint32_t pupil = records_enclosing(records, KIND_pupil, KIND_parent, row);
        enter_forms(linker, &(Person){{KIND_parent, pupil}, KIND_parent, row}, records->parent.name[row]);
    }
    for (uint32_t left = ALL_TARGETS & ~(1u << TARGET_INDEX_person); left; left &= left - 1)
        enter_record_names(linker, target_first(left));
}

/* ---- who is meant ---- */

static const CodeEntry *find_name(const Linker *linker, CodeScope scope, Str plain, Arena *scratch)
{
    const CodeEntry *entry = code_map_find(&linker->names, scope, plain);
    if (entry)
        return entry;
    Name name = name_parts(plain);
    if (!name.title.length)
        return NULL;
    Str form = arena_format(scratch, STR_FMT " " STR_FMT "%s" STR_FMT, STR_ARG(FORM_UNTITLED),
                            STR_ARG(name.given), name.given.length ? " " : "", STR_ARG(name.last));
    return code_map_find(&linker->names, scope, form);
}

/* The pupil a record is about: the one it stands in, or its plan's. */
static uint32_t pupil_about(const Records *records, Kind kind, uint32_t row)
{
    uint32_t pupil = records_enclosing(records, KIND_pupil, kind, row);
    uint32_t plan = records_enclosing(records, KIND_plan, kind, row);
    return pupil != ROW_NONE || plan == ROW_NONE ? pupil : records->plan.pupil[plan].row;
}

static Str person_call(Linker *linker, Kind kind, uint32_t row)
{
    const Records *records = linker->records;
    if (kind == KIND_parent)
        return arena_format(&linker->findings->arena, STR_FMT " (parent)",
                            STR_ARG(records->parent.name[row]));
    return arena_format(&linker->findings->arena, STR_FMT " (" STR_FMT ")",
                        STR_ARG(records->person.name[row]), STR_ARG(records->person.code[row]));
}

static void report_two(Linker *linker, const Sought *sought, const Person *first, const Person *second)
{
    Finding *finding = finding_two_people_fit(linker->findings, sought->place, sought->text,
                                              person_call(linker, first->kind, first->row),
                                              person_call(linker, second->kind, second->row));
    finding_second(linker->findings, finding, records_line(linker->records, first->kind, first->row),
                   "this is the first of the two");
}

/* The two records of an entry; the second's row is ROW_NONE where there is one. */
static void entry_people(const CodeEntry *entry, Person people[2])
{
    people[0] = (Person){entry->scope, entry->kind, entry->row};
    people[1] = (Person){entry->scope, entry->second_kind, entry->second_row};
}

/* Somebody by name: a person of the school or a parent of the pupil. False when nobody has it. */
static bool who_by_name(Linker *linker, const Sought *sought, Who *who)
{
    Str plain = name_plain(&linker->scratch, sought->text);
    uint32_t pupil = pupil_about(linker->records, sought->from, sought->row);
    CodeScope scopes[2] = {{KIND_person, ROW_NONE}, {KIND_parent, pupil}};
    Person people[4];
    unsigned count = 0;
    for (unsigned i = 0; i < 2; i++) {
        const CodeEntry *entry = find_name(linker, scopes[i], plain, &linker->scratch);
        if (!entry)
            continue;
        entry_people(entry, people + count);
        count += people[count + 1].row == ROW_NONE ? 1 : 2;
    }
    if (!count)
        return false;
    if (count > 1)
        report_two(linker, sought, &people[0], &people[1]);
    who->kind = (uint8_t)people[0].kind;
    who->row = count == 1 ? people[0].row : ROW_NONE;
    return true;
}

static bool who_by_code(Linker *linker, const Sought *sought, Who *who)
{
    const CodeEntry *entry = code_map_find(&linker->codes, (CodeScope){KIND_person, ROW_NONE}, sought->text);
    if (!entry && !who->post)
        entry = sought_find(linker, sought);
    if (!entry)
        return false;
    who->kind = (uint8_t)entry->kind;
    who->row = entry->row;
    return true;
}

/* ---- nobody ---- */

/* The post nearest to the word, or an empty text. */
static Str nearest_post(Linker *linker, Str word)
{
    unsigned least = word.length <= 3 ? 1 : 2, compared = 2 * choice_count(CHOICES_post);
    Str nearest = STR("");
    if (linker->nearest < compared)
        return nearest;
    linker->nearest -= compared;
    for (unsigned post = 1; post < choice_count(CHOICES_post); post++) {
        const ChoiceInfo *info = choice_info(CHOICES_post, post);
        Str words[] = {info->phrase, info->code};
        for (unsigned i = 0; i < 2; i++) {
            unsigned distance = words[i].length ? str_distance(words[i], word, least) : least + 1;
            if (distance > least || (distance == least && nearest.length))
                continue;
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

static void report_other(Linker *linker, const Sought *sought, const CodeEntry *other)
{
    Finding *finding = sought_wrong_kind(linker, sought, other);
    if (other->kind == KIND_pupil)
        finding_help(linker->findings, finding, "Write ‘pupil’ for the pupil.");
}

static void report_nobody(Linker *linker, Sought sought)
{
    const CodeEntry *other = sought_elsewhere(linker, &sought);
    sought.of |= 1u << TARGET_INDEX_person;
    if (other) {
        report_other(linker, &sought, other);
        return;
    }
    if (sought_in_vain(linker, &sought))
        return;
    Finding *finding = finding_nobody_of_that_name(linker->findings, sought.place, sought.text);
    Str post = nearest_post(linker, sought.text);
    if (post.length)
        finding_help(linker->findings, finding, "Did you mean " STR_FMT "?", STR_ARG(post));
    else if (!sought_offer_near(linker, &sought, finding) && !linker->records->school.head.count)
        finding_help(
            linker->findings, finding,
            "No school.sen was found above this file, so no staff are known. Write a post, such as HLTA, "
            "class teacher or parent, or the name in quotes.");
}

void link_who(Linker *linker, const Sought *sought, Who *who)
{
    if (who_by_code(linker, sought, who))
        return;
    if (who->post && !who->quoted)
        return;
    if (who_by_name(linker, sought, who) || who->quoted)
        return;
    if (str_equal_folded(sought->text, STR("SLT")))
        finding_slt_is_two_things(linker->findings, sought->place);
    else
        report_nobody(linker, *sought);
}
