/* The report of a plan: what every report must be, tried on all examples; what stands in one and what is left
 * out for whom, by small plans; the map; how times are said. */
#include "report/plan_map.h"
#include "report/report.h"
#include "report/words.h"
#include "tests/unit/example.h"
#include "tests/unit/expect.h"

#include <glob.h>

/* ---- what every report must be ---- */

typedef struct Walk {
    Tally *tally;
    const char *name; /* of the plan */
    ARRAY(Str) ids, targets;
    unsigned level;
} Walk;

static void walk_blocks(Walk *walk, const Blocks *blocks);

static void note_id(Walk *walk, Str id)
{
    if (id.length > 0)
        ARRAY_ADD(&walk->ids, id);
}

static bool is_sound(Str text)
{
    for (size_t i = 0; i + 1 < text.length; i++)
        if ((text.at[i] == ' ' &&
             (text.at[i + 1] == ' ' || text.at[i + 1] == ',' || text.at[i + 1] == ';')) ||
            (text.at[i] == ',' && text.at[i + 1] == ',') ||
            (text.at[i] == '.' && (text.at[i + 1] == '.' || text.at[i + 1] == ';')))
            return false;
    return true;
}

static void walk_runs(Walk *walk, const Runs *runs)
{
    Out text = {0};
    for (size_t i = 0; i < runs->list.count; i++) {
        const Run *run = &runs->list.at[i];
        if (run->target.length > 0 && run->target.at[0] == '#')
            ARRAY_ADD(&walk->targets, str_slice(run->target, 1, run->target.length));
        expect(walk->tally, run->text.length > 0, "a run has words");
        out_str(&text, run->text);
    }
    if (!is_sound(out_result(&text)))
        printf("%s: " STR_FMT "\n", walk->name, STR_ARG(out_result(&text)));
    expect(walk->tally, is_sound(out_result(&text)), "words and stops stand well");
    out_free(&text);
}

static void walk_table(Walk *walk, const Table *table)
{
    expect(walk->tally, table->rows.count > table->header_rows, "a table has rows");
    for (size_t r = 0; r < table->rows.count; r++) {
        const Row *row = &table->rows.at[r];
        unsigned width = 0;
        note_id(walk, row->id);
        for (size_t c = 0; c < row->cells.count; c++) {
            width += row->cells.at[c].column_span;
            walk_blocks(walk, &row->cells.at[c].body);
        }
        expect(walk->tally, width == table->columns.count, "a row is as wide as its table");
    }
}

static void walk_figure(Walk *walk, const Figure *figure)
{
    expect(walk->tally, figure->alternative.length > 0, "a figure has words");
    expect(walk->tally, figure->drawing || figure->map, "a figure shows something");
    for (size_t i = 0; figure->map && i < figure->map->boxes.count; i++)
        if (figure->map->boxes.at[i].target.length > 0)
            ARRAY_ADD(&walk->targets,
                      str_slice(figure->map->boxes.at[i].target, 1, figure->map->boxes.at[i].target.length));
}

static void walk_section(Walk *walk, const Block *block)
{
    unsigned outer = walk->level;
    expect(walk->tally, block->as.section.level == outer + 1, "no level of headings is left out");
    expect(walk->tally, block->as.section.title.list.count > 0, "a heading has words");
    expect(walk->tally, block->as.section.body.first != NULL, "a section is not empty");
    walk_runs(walk, &block->as.section.title);
    walk->level = block->as.section.level;
    walk_blocks(walk, &block->as.section.body);
    walk->level = outer;
}

static void walk_list(Walk *walk, const Block *block)
{
    expect(walk->tally, block->as.list.items.count > 0, "a list has items");
    for (size_t i = 0; i < block->as.list.items.count; i++)
        walk_blocks(walk, &block->as.list.items.at[i].body);
}

static void walk_blocks(Walk *walk, const Blocks *blocks)
{
    for (const Block *block = blocks->first; block; block = block->next) {
        note_id(walk, block->id);
        switch (block->kind) {
        case BLOCK_section: walk_section(walk, block); break;
        case BLOCK_paragraph: walk_runs(walk, &block->as.paragraph.runs); break;
        case BLOCK_list: walk_list(walk, block); break;
        case BLOCK_table: walk_table(walk, &block->as.table); break;
        case BLOCK_figure: walk_figure(walk, &block->as.figure); break;
        }
    }
}

static bool is_among(const Walk *walk, Str id, size_t end)
{
    for (size_t i = 0; i < end; i++)
        if (str_equal(walk->ids.at[i], id))
            return true;
    return false;
}

static void check_document(Tally *tally, const char *name, const Document *document)
{
    Walk walk = {.tally = tally, .name = name, .level = 1};
    walk_blocks(&walk, &document->body);
    for (size_t i = 0; i < walk.ids.count; i++)
        expect(tally, !is_among(&walk, walk.ids.at[i], i), "an id is one of its kind");
    for (size_t i = 0; i < walk.targets.count; i++) {
        bool found = is_among(&walk, walk.targets.at[i], walk.ids.count);
        if (!found)
            printf("%s: no #" STR_FMT "\n", name, STR_ARG(walk.targets.at[i]));
        expect(tally, found, "a link leads somewhere");
    }
    free(walk.ids.at);
    free(walk.targets.at);
}

static void check_plans(Tally *tally, const char *name, const Compiled *compiled)
{
    for (uint32_t plan = 0; plan < compiled->records.plan.head.count; plan++)
        for (Audience audience = SEE_family; audience <= SEE_lead; audience++) {
            Arena arena = {0};
            ReportOptions options = {.audience = audience};
            Document *document = plan_report(&compiled->derived, plan, &options, &arena);
            check_document(tally, name, document);
            document_free(document);
            arena_free(&arena);
        }
}

static void test_example(Tally *tally, const char *path)
{
    Compiled compiled;
    example_compile(&compiled, path);
    check_plans(tally, path, &compiled);
    compiled_free(&compiled);
}

static void test_examples(Tally *tally)
{
    glob_t found = {0};
    glob("examples/*/*.sen", 0, NULL, &found);
    expect(tally, found.gl_pathc > 0, "there are examples");
    for (size_t i = 0; i < found.gl_pathc; i++)
        test_example(tally, found.gl_pathv[i]);
    globfree(&found);
}

/* ---- what stands in a report, and for whom ---- */

#define SCHOOL                                                                                               \
    "school \"Ash Primary\" { senco mrs-b\n"                                                                 \
    "person mrs-b \"Mrs Brampton\" { role SENCO; contact \"01632 960000\" }\n"                               \
    "person jo \"Jo Marsh\" { role HLTA; rate £18.50 an hour } }\n"
#define PUPIL                                                                                                \
    "pupil BK \"Bilal K\" { born 9 November 2017; year 4; status SEN support; upn \"A123456789012\"\n"       \
    "top-up £4,200 a year; parent \"Sana K\" { speaks \"Urdu\" } }\n"
#define PLAN                                                                                                               \
    SCHOOL PUPIL "support plan for BK {\n"                                                                                 \
                 "aspiration A1 from pupil \"I want to read.\"\n"                                                          \
                 "need B1 cognition and learning \"Bilal reads 41 words a minute.\" { note \"Ask dad.\" }\n"               \
                 "outcome E1 \"Bilal will read 70 words a minute.\" { for B1, A1; by 16 July 2027\n"                       \
                 "measure \"words a minute\" from 41 to 70; step \"50 words\" by 12 February 2027 }\n"                     \
                 "provision F1 \"Daily reading\" { meets B1; towards E1; group 1 to 1; by jo\n"                            \
                 "time 10 minutes, 5 times a week, for 12 weeks; starts 14 September 2026 }\n"                             \
                 "result of E1 on 13 November 2026 50\n"                                                                   \
                 "parents informed 11 September 2026\n"                                                                    \
                 "meeting 18 September 2026 with parent, pupil { agreed \"Mum reads with him.\"\n"                         \
                 "action \"Order books\" who SENCO by 2 October 2026 }\n"                                                  \
                 "view of parent \"ہمیں خوشی ہے کہ وہ پڑھنا چاہتا ہے۔\" on 18 September 2026\n" \
                 "agreed by parent 18 September 2026\n"                                                                    \
                 "}"

/* A post that only some pupils have somebody in. */
#define TEACHER                                                                                              \
    "school \"Ash\" { person mr-f \"Mr Fenn\" { role designated teacher, head of year }\n"                   \
    "person miss-l \"Miss Lane\" { role designated teacher } }\n" PUPIL                                      \
    "support plan for BK { provision F1 \"Talk\" { by mr-f }\n"                                              \
    "meeting 8 October 2026 with mr-f, virtual school head { agreed \"Talk.\" }\n"                           \
    "meeting 9 October 2026 with mr-f, miss-l { agreed \"More talk.\" } }"

/* What the lead answers for. */
#define RESULTS                                                                                              \
    PUPIL "support plan for BK { cycle \"Summer 2026\" { plan 20 April 2026\n"                               \
          "outcome E0 \"Reads 40.\" { measure \"words\" from 20 to 40; closed 10 July 2026 \"met early.\" "  \
          "} }\n"                                                                                            \
          "cycle \"Autumn 2026\" { plan 7 September 2026 }\n"                                                \
          "outcome E1 \"Reads 60.\" { measure \"words\" from 40 to 60; by 25 March 2027 }\n"                 \
          "result of E1 on 12 October 2026 44 by TA\n"                                                       \
          "allow outcome-has-need on E1 because \"Agreed with mum.\" }"

typedef struct Case {
    const char *text;
    Audience audience;
    const char *holds[8], *lacks[8];
} Case;

static const Case cases[] = {
    {PLAN,
     SEE_family,
     {"Bilal K, born 9 November 2017 (9 years)", "Ash Primary, Year 4 (key stage 2)",
      "10 minutes, 5 times a week, for 12 weeks (50 minutes a week)", "Higher level teaching assistant",
      "Mrs Brampton (SENCO), 01632 960000", "A1, Bilal: I want to read. (Leads to E1)", "Sana K (parent)",
      "parents informed 11 September 2026"},
     {"£", "A123456789012", "Ask dad", "Cost a year", "BK", "Section A", "No outcome", "  "}},
    {PLAN, SEE_staff, {"Ask dad.", "Cost a year", "£"}, {"A123456789012", "£4,200"}},
    {PLAN, SEE_lead, {"£4,200 a year", "Ask dad."}, {"A123456789012"}},
    {PUPIL "support plan for BK",
     SEE_family,
     {"Bilal K: SEN support plan", "Parent or carer"},
     {"Hopes", "Outcome"}},
    {PUPIL "support plan for BK { need B1 \"Reads slowly.\"; need B2 \"Spells by sound.\" }",
     SEE_family,
     {"No outcome yet", "No help yet", "no outcome", "no help"},
     {"How it is going"}},
    {PUPIL "support plan for BK { avoid \"Copying from the board\"\n"
           "provision F1 \"Talk\" { time 30 minutes, weekly, for 8 weeks; starts 7 September 2026; ends 18 "
           "December 2026 }\n"
           "provision F2 \"Maps\" { time 20 minutes, weekly, for 8 weeks; starts 12 May 2027 } }",
     SEE_family,
     {"Avoid",
      "In all: 30 minutes of help a week, all of it away from lessons. Later, 20 minutes a week more."},
     {"Do not", "50 minutes"}},
    {PUPIL "support plan for BK { provision F2 \"Maps\" { time 20 minutes, weekly; starts 12 May 2027 } }",
     SEE_family,
     {"In all: 20 minutes of help a week, not yet begun."},
     {"Later"}},
    {PUPIL "support plan for BK { transition to \"Ash Academy\" 1 September 2027 {\n"
           "meeting 10 June 2027 { agreed \"A map.\" } }\n"
           "meeting 18 September 2026 { agreed \"Reading.\" } }",
     SEE_family,
     {"10 June 2027\nA map.\n18 September 2026\nReading."},
     {NULL}},
    {"pupil KD \"Keisha D\" { parent \"Marcia Bell, foster carer\"; suspended 4 March 2026 for 2 days\n"
     "pep 12 October 2026 }\n"
     "support plan for KD { view of foster carer \"She rang.\" on 3 June 2026 }",
     SEE_lead,
     {"Marcia Bell (foster carer), 3 June 2026: She rang.", "4 March 2026, 2 days",
      "Meetings on 12 October 2026"},
     {"Foster carer, 3"}},
    {"support plan for ZZ { strategy \"Wait.\"; outcome \"Reads.\" { for B7 } }",
     SEE_family,
     {"The pupil: SEN support plan", "What the pupil will be able to do", "No need named", "E1"},
     {"B7"}},
    {"support plan", SEE_family, {"The pupil: SEN support plan"}, {"Hopes"}},
    {PUPIL "ehc plan for BK { section C { \"None: no health needs.\" } }",
     SEE_family,
     {"Draft, not yet issued", "Section A: views, interests and aspirations", "None: no health needs.",
      "Section K: advice and information", "Empty while the plan is a draft.",
      "Nothing has been written in this section."},
     {"Hopes"}},
    {PUPIL
     "ehc plan for BK { issued 4 May 2026; section I { named setting \"Ash Primary\", \"mainstream\" } }",
     SEE_family,
     {"Issued 4 May 2026", "Ash Primary: mainstream."},
     {"Draft"}},
    {PUPIL "support plan for BK { provision F1 \"Talk\" { time 1 hour, termly, all year } }",
     SEE_family,
     {"1 hour, termly, all year"},
     {"termly (", "a week)"}},
    {TEACHER,
     SEE_family,
     {"Mr Fenn (head of year) and local authority", "Mr Fenn (head of year) and Miss Lane (teacher)",
      "F1\nTalk\nMr Fenn\nHead of year"},
     {"esignated", "looked", "irtual"}},
    {TEACHER,
     SEE_staff,
     {"Mr Fenn (designated teacher for looked-after children) and virtual school head"},
     {"head of year"}},
    {RESULTS,
     SEE_lead,
     {"Who took the results", "E1\n12 October 2026\n44\nTeaching assistant",
      "outcome-has-need\nE1\nAgreed with mum.", "Closed 10 July 2026: met early."},
     {"Until"}},
    {RESULTS, SEE_staff, {"Closed 10 July 2026: met early."}, {"Who took", "mum", "eaching assistant"}},
};

static bool holds(Str text, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.at + i, words, length) == 0)
            return true;
    return false;
}

static void test_case(Tally *tally, const Case *test)
{
    Compiled compiled;
    Arena arena = {0};
    Out text = {0};
    ReportOptions options = {.audience = test->audience};
    compile_text(&compiled, str_from(test->text), iso_day("2026-11-22"));
    Document *document = plan_report(&compiled.derived, 0, &options, &arena);
    document_plain_text(document, &text);
    for (size_t i = 0; i < 8 && test->holds[i]; i++)
        expect(tally, holds(out_result(&text), test->holds[i]), test->holds[i]);
    for (size_t i = 0; i < 8 && test->lacks[i]; i++)
        expect(tally, !holds(out_result(&text), test->lacks[i]), test->lacks[i]);
    check_document(tally, "a case", document);
    if (tally->failed)
        printf(STR_FMT "\n", STR_ARG(out_result(&text)));
    document_free(document);
    out_free(&text);
    arena_free(&arena);
    compiled_free(&compiled);
}

/* ---- languages ---- */

static void test_language(Tally *tally)
{
    Compiled compiled;
    Arena arena = {0};
    ReportOptions options = {.audience = SEE_family};
    compile_text(&compiled, str_from(PLAN), iso_day("2026-11-22"));
    Plan plan = plan_open(&compiled.derived, 0, &options, &arena);
    expect_str(tally, "what a parent speaks", plan_language(&plan, STR("وہ پڑھنا چاہتا ہے")), "ur");
    expect_str(tally, "English", plan_language(&plan, STR("She reads.")), "");
    expect_str(tally, "English with a name", plan_language(&plan, STR("Her name is يوسف here.")), "");
    expect_str(tally, "a script nobody is said to speak", plan_language(&plan, STR("Добрый день")),
               "und-Cyrl");
    arena_free(&arena);
    compiled_free(&compiled);
}

/* ---- the map ---- */

static const char *missing_of(const Map *map, const char *code, Arena *arena)
{
    for (size_t i = 0; i < map->boxes.count; i++)
        if (str_equal(map->boxes.at[i].code, str_from(code)))
            return arena_str(arena, map->boxes.at[i].missing).at;
    return "no box";
}

static void test_map(Tally *tally)
{
    Compiled compiled;
    Arena arena = {0};
    ReportOptions options = {.audience = SEE_family};
    compile_text(
        &compiled,
        str_from(PUPIL
                 "support plan for BK {\n"
                 "aspiration A1 from pupil \"I want to read.\"\n"
                 "need B1 \"Reads slowly.\"\nneed B2 \"Spells by sound.\"\n"
                 "outcome E1 \"Reads.\" { for B1 }\noutcome E2 \"Old.\" { for B1; closed 3 July 2026 }\n"
                 "provision F1 \"Reading\" { meets B1; towards E1; time 10 minutes, daily, all year }\n"
                 "provision F2 \"Spelling\" { meets B2 }\nprovision F3 \"Nothing\"\n}"),
        iso_day("2026-11-22"));
    Map *map = plan_map(&compiled.derived, 0, &options, &arena);
    expect_int(tally, "boxes without the closed outcome", (int64_t)map->boxes.count, 7);
    expect_int(tally, "links: B1 E1, E1 F1, B2 F2", (int64_t)map->links.count, 3);
    expect_str(tally, "A1", str_from(missing_of(map, "A1", &arena)), "no outcome");
    expect_str(tally, "B1", str_from(missing_of(map, "B1", &arena)), "");
    expect_str(tally, "B2", str_from(missing_of(map, "B2", &arena)), "no outcome");
    expect_str(tally, "F2", str_from(missing_of(map, "F2", &arena)), "no outcome");
    expect_str(tally, "F3", str_from(missing_of(map, "F3", &arena)), "no need, no outcome");
    expect_str(tally, "F1's detail", map->boxes.at[4].detail, "50 minutes a week");
    expect_str(tally, "F1's place", map->boxes.at[4].target, "#provision-f1");
    expect(tally, holds(plan_map_alternative(map, &arena), "1 hope, 2 needs, 1 outcome and 3 kinds of help"),
           "alternative");
    map_free(map);
    arena_free(&arena);
    compiled_free(&compiled);
}

/* ---- words ---- */

static void test_words(Tally *tally)
{
    Arena arena = {0};
    expect_str(tally, "one", counted(&arena, 1, "need", "needs"), "1 need");
    expect_str(tally, "many", counted(&arena, 0, "need", "needs"), "0 needs");
    expect_str(tally, "minutes", minutes_text(&arena, ratio_whole(100)), "1 hour 40 minutes");
    expect_str(tally, "rounded", minutes_text(&arena, ratio_make(20, 3)), "about 7 minutes");
    expect_str(tally, "rounded to five", minutes_text(&arena, ratio_make(2501, 3)),
               "about 13 hours 55 minutes");
    expect_str(tally, "unknown", minutes_text(&arena, RATIO_MISSING), "");
    expect_str(tally, "group", group_text(&arena, (GroupSize){.form = GROUP_of, .least = 3, .most = 6}),
               "in a group of 3 to 6");
    expect_str(tally, "clock", clock_text(&arena, 9 * 60 + 5), "9:05");
    expect_str(tally, "no clock", clock_text(&arena, DAY_MISSING), "");
    arena_free(&arena);
}

int main(void)
{
    Tally tally = {0};
    test_words(&tally);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        test_case(&tally, &cases[i]);
    test_language(&tally);
    test_map(&tally);
    test_examples(&tally);
    return tally_end(&tally);
}
