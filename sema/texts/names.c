/* Names: who is spoken of in a pupil's plan. In: a text, whose plan it is, the names of the project's pupils,
 * staff and parents; out: another pupil who is named, somebody else who is to do what the pupil should,
 * pronouns that are not the pupil's. What cannot be told for certain is passed over: a brother is called what
 * he is called. */
#include "sema/text_words.h"
#include "sema/texts/reader.h"

/* ---- words ---- */

static bool is_one_of(Str word, const Str *words, size_t count)
{
    unsigned char first = word.length ? (unsigned char)word.at[0] | 32 : 0;
    for (size_t i = 0; i < count; i++)
        if (words[i].length == word.length && (unsigned char)words[i].at[0] == first &&
            str_equal_folded(word, words[i]))
            return true;
    return false;
}

/* The words are letters, and small. */
#define IS_ONE_OF(word, words) is_one_of(word, words, sizeof(words) / sizeof *(words))

/* Behind these stands somebody of the family, or an adult. */
static bool is_relation(Str word)
{
    static const Str relations[] = {
        STR_INIT("brother"),    STR_INIT("brothers"), STR_INIT("sister"), STR_INIT("sisters"),
        STR_INIT("sibling"),    STR_INIT("siblings"), STR_INIT("twin"),   STR_INIT("cousin"),
        STR_INIT("cousins"),    STR_INIT("uncle"),    STR_INIT("aunt"),   STR_INIT("auntie"),
        STR_INIT("mum"),        STR_INIT("mother"),   STR_INIT("dad"),    STR_INIT("father"),
        STR_INIT("stepdad"),    STR_INIT("stepmum"),  STR_INIT("nan"),    STR_INIT("gran"),
        STR_INIT("grandma"),    STR_INIT("grandad"),  STR_INIT("carer"),  STR_INIT("mr"),
        STR_INIT("mrs"),        STR_INIT("miss"),     STR_INIT("ms"),     STR_INIT("mx"),
        STR_INIT("dr"),         STR_INIT("dog"),      STR_INIT("cat"),    STR_INIT("stepbrother"),
        STR_INIT("stepsister"), STR_INIT("niece"),    STR_INIT("nephew")};
    return IS_ONE_OF(word, relations);
}

/* What plans say of their pupil. */
static bool is_said_of_pupil(Str word)
{
    static const Str verbs[] = {STR_INIT("will"),  STR_INIT("has"),       STR_INIT("needs"),
                                STR_INIT("finds"), STR_INIT("struggles"), STR_INIT("requires")};
    return IS_ONE_OF(word, verbs);
}

/* Somebody else is spoken of as well, whom a pronoun may mean. */
static bool is_somebody(Str word)
{
    static const Str people[] = {
        STR_INIT("teacher"),   STR_INIT("friend"),  STR_INIT("adult"),       STR_INIT("ta"),
        STR_INIT("assistant"), STR_INIT("partner"), STR_INIT("therapist"),   STR_INIT("headteacher"),
        STR_INIT("senco"),     STR_INIT("peer"),    STR_INIT("pupil"),       STR_INIT("boy"),
        STR_INIT("girl"),      STR_INIT("buddy"),   STR_INIT("mentor"),      STR_INIT("parent"),
        STR_INIT("doctor"),    STR_INIT("nurse"),   STR_INIT("baby"),        STR_INIT("person"),
        STR_INIT("child"),     STR_INIT("nanny"),   STR_INIT("grandmother"), STR_INIT("grandfather")};
    return IS_ONE_OF(word, people) || is_relation(word);
}

static bool is_first_name(Str word)
{
    static const Str names[] = {
#define FIRST_NAME(name) STR_INIT(name),
#include "sema/first_name.def"
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(word, names[i]))
            return true;
    return false;
}

/* Is the word one of the words of a name? */
static bool stands_in_name(Str name, Str word)
{
    TextScan scan = {.text = name};
    while (text_scan_next(&scan))
        if (str_equal_folded(scan.word, word))
            return true;
    return false;
}

/* ---- whom the plan knows ---- */

static bool is_family(const Records *records, uint32_t pupil, Str word)
{
    RowRange parents = records_inside(records, KIND_parent, KIND_pupil, pupil);
    for (uint32_t row = parents.first; row < parents.end; row++)
        if (stands_in_name(records->parent.name[row], word))
            return true;
    return stands_in_name(records->pupil.name[pupil], word);
}

static bool is_staff(const Records *records, Str word)
{
    for (uint32_t row = 0; row < records->person.head.count; row++)
        if (stands_in_name(records->person.name[row], word))
            return true;
    return false;
}

/* The word before byte `at`; empty where there is none. */
static Str word_before(Str text, size_t at)
{
    size_t end = at;
    while (end && (text.at[end - 1] == ' ' || text.at[end - 1] == '\n'))
        end--;
    size_t first = end;
    while (first && text.at[first - 1] != ' ' && text.at[first - 1] != '\n')
        first--;
    return str_slice(text, first, end);
}

/* ---- the wrong child ---- */

/* Another pupil beside this one is named in passing; a name that is nobody's here was left from another text.
 */
static bool is_in_passing(const Reader *reader, const TextPlace *place, Str text, Str word)
{
    Str own = text_word(reader->records->pupil.name[place->pupil], 0);
    return text_has_word(text, own) &&
           pupil_names_find(&reader->names, word, 0, place->pupil).words.length > 0;
}

static bool is_wrong_child(const Reader *reader, const TextPlace *place, Str before, Str word)
{
    return is_first_name(word) && !is_somebody(word_bare(before)) &&
           !is_family(reader->records, place->pupil, word) && !is_staff(reader->records, word);
}

/* "Jack will", "Jack K will". */
static Str wrong_child(const Reader *reader, const TextPlace *place, Str text)
{
    TextScan scan = {.text = text};
    Str before = STR(""), last = STR("");
    while (text_scan_next(&scan)) {
        if (scan.begins)
            last = before = STR("");
        if (last.length && word_is_capital(last) && is_said_of_pupil(scan.word) &&
            is_wrong_child(reader, place, before, last) && !is_in_passing(reader, place, text, last))
            return last;
        bool is_initial = scan.word.length == 1 && word_is_capital(scan.word) && last.length;
        if (!is_initial) {
            before = last;
            last = scan.word;
        }
    }
    return STR("");
}

/* ---- another pupil ---- */

static Str other_child(const Reader *reader, const TextPlace *place, Str text)
{
    size_t from = 0;
    for (;;) {
        PupilFound found = pupil_names_find(&reader->names, text, from, place->pupil);
        if (!found.words.length)
            return STR("");
        size_t at = (size_t)(found.words.at - text.at);
        TextScan scan = {.text = found.words};
        Str first = text_scan_next(&scan) ? scan.word : found.words;
        if (!is_family(reader->records, place->pupil, first) &&
            !is_relation(word_bare(word_before(text, at))))
            return found.words;
        from = at + found.words.length;
    }
}

/* ---- pronouns ---- */

static Gender gender_of_word(Str word)
{
    static const Str he[] = {STR_INIT("he"), STR_INIT("him"), STR_INIT("his"), STR_INIT("himself")};
    static const Str she[] = {STR_INIT("she"), STR_INIT("her"), STR_INIT("hers"), STR_INIT("herself")};
    if (word.length < 2 || word.length > 7)
        return GENDER_unknown;
    return IS_ONE_OF(word, he) ? GENDER_he : IS_ONE_OF(word, she) ? GENDER_she : GENDER_unknown;
}

/* "he", "she/her", "they"; of several, nobody can tell which is wrong. */
static Gender gender_of_pupil(Str pronouns)
{
    static const Str they[] = {STR_INIT("they"), STR_INIT("them"), STR_INIT("their")};
    Gender found = GENDER_unknown;
    for (size_t at = 0; at < pronouns.length;) {
        size_t end = at;
        while (end < pronouns.length && ((pronouns.at[end] | 32) >= 'a' && (pronouns.at[end] | 32) <= 'z'))
            end++;
        Str word = str_slice(pronouns, at, end);
        Gender one = IS_ONE_OF(word, they) ? GENDER_they : gender_of_word(word);
        if (one != GENDER_unknown && found != GENDER_unknown && one != found)
            return GENDER_unknown;
        found = one == GENDER_unknown ? found : one;
        at = end > at ? end : at + 1;
    }
    return found;
}

/* Only pronouns that are not the pupil's. */
static bool has_wrong_pronouns(Gender gender, Str text)
{
    TextScan scan = {.text = text};
    unsigned wrong = 0;
    while (text_scan_next(&scan)) {
        Gender one = gender_of_word(word_bare(scan.word));
        if (one == gender)
            return false;
        wrong += one != GENDER_unknown;
    }
    return wrong > 0;
}

/* Nobody else whom a pronoun could mean. */
static bool speaks_of_nobody_else(const Reader *reader, uint32_t pupil, Str text)
{
    TextScan scan = {.text = text};
    while (text_scan_next(&scan)) {
        Str word = word_bare(scan.word);
        bool is_name = !scan.begins && word_is_capital(word) && !is_family(reader->records, pupil, word);
        if (is_name || is_somebody(word))
            return false;
    }
    return true;
}

static void read_pronouns(Reader *reader, const TextPlace *place, Str text)
{
    if (place->kind != KIND_outcome && place->kind != KIND_need && place->kind != KIND_provision)
        return;
    Gender gender = gender_of_pupil(reader->records->pupil.pronouns[place->pupil]);
    if (gender != GENDER_unknown && has_wrong_pronouns(gender, text) &&
        speaks_of_nobody_else(reader, place->pupil, text))
        reader->wrong_pronouns[place->plan]++;
}

void names_read(Reader *reader, const TextPlace *place, Str text, TextFigures *figures)
{
    if (place->pupil == ROW_NONE)
        return;
    if (!figures->wrong_child.length)
        figures->wrong_child = wrong_child(reader, place, text);
    if (!figures->other_child.length && reader->names.count > 1)
        figures->other_child = other_child(reader, place, text);
    read_pronouns(reader, place, text);
}

enum { WRONG_PRONOUNS_MOST = 2 };

/* Once or twice may be a slip; more often, the text is about somebody else. */
void names_end(Reader *reader)
{
    for (uint32_t plan = 0; plan < reader->records->plan.head.count; plan++) {
        TextFigures *figures = &reader->texts->of_kind[KIND_plan][plan];
        uint32_t pupil = reader->derived->plan[plan].pupil;
        if (reader->wrong_pronouns[plan] <= WRONG_PRONOUNS_MOST || figures->wrong_child.length)
            continue;
        Gender gender = gender_of_pupil(reader->records->pupil.pronouns[pupil]);
        figures->wrong_child = gender == GENDER_he    ? STR("she")
                               : gender == GENDER_she ? STR("he")
                                                      : STR("he or she");
    }
}
