/* Word patterns, texts taken apart, and the two together. */
#include "sema/words/automaton.h"

#include "tests/unit/expect.h"
#include "tests/unit/words_naive.h"

#include <string.h>

/* ---- texts ---- */

/* Words as `access/to`, clauses parted by `|`, marks behind: `own` words as ", names as @, heads as ^. */
static void print_prose(Out *out, const Prose *prose)
{
    for (size_t i = 0; i < prose->words.count; i++) {
        const ProseWord *word = &prose->words.at[i];
        out_text(out, !i ? "" : word->clause != word[-1].clause ? " | " : " ");
        out_text(out, word->flags & PROSE_own ? "\"" : "");
        out_text(out, word->flags & PROSE_name ? "@" : "");
        out_str(out, word->role == ROLE_one_to_one ? STR("1:1") : prose_word(prose, i));
    }
}

static void expect_prose(Tally *tally, const Lexicon *lexicon, const char *text, const char *wanted)
{
    Prose prose = {0};
    Out out = {0};
    prose_read(&prose, lexicon, str_from(text));
    print_prose(&out, &prose);
    expect_str(tally, text, out_result(&out), wanted);
    out_free(&out);
    prose_free(&prose);
}

static void test_prose(Tally *tally)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"Support as-required.", "Support as required"},
        {"Reads; writes: spells! Why? So.", "Reads | writes | spells | Why | So"},
        {"one to one, one-to-one, 1:1, 1-1, 1 to 1, 121, 1to1", "1:1 1:1 1:1 1:1 1:1 1:1 1:1"},
        {"1.5 hours, 1,200 words, 9:15", "1.5 hours 1,200 words 9:15"},
        {"20mins and 3rd", "20 mins and 3rd"},
        {"e.g. reading, i.e. that. Next", "e.g reading i.e that | Next"},
        {"Mrs. Brown helps. He reads", "Mrs Brown helps | He reads"},
        {"approx. ten", "approx ten"},
        {"He said “I want out” and went", "He said | \"I \"want \"out | and went"},
        {"says \"no\" to 5\" of it", "says | \"no | to 5 of it"},
        {"instead of 'as required' he", "instead of | \"as \"required | he"},
        {"the pupils' needs, child's book", "the pupils needs child's book"},
        {"child’s", "child’s"},
        {"two\nlines\n\nnew\n- item\n1. more", "two lines | new | item | 1 more"},
        {"a • b ● c", "a | b | c"},
        {"[name of pupil] and <name> or ____", "[name of pupil] and <name> or ____"},
        {"[Section 36] a[1] <3", "Section 36 a 1 3"},
        {"XXXX ??? he/she N/A 25% £400", "XXXX ??? he / she N / A 25 % £ 400"},
        {"SA+ plan, P4 and Y6", "SA+ plan P4 and Y6"},
        {"no\xC2\xA0"
         "break caf\xC3\xA9 30\xE2\x80\x93"
         "45",
         "no break caf\xC3\xA9 30 45"},
    };
    AutomatonBuilder builder = {0};
    Arena arena = {0};
    Automaton automaton;
    automaton_end(&builder, &arena, &automaton);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_prose(tally, &automaton.lexicon, cases[i][0], cases[i][1]);
    arena_free(&arena);
}

static void test_names(Tally *tally)
{
    AutomatonBuilder builder = {0};
    Arena arena = {0};
    Automaton automaton;
    Prose prose = {0};
    NameSet names = {0};
    Out out = {0};
    automaton_end(&builder, &arena, &automaton);
    name_set_add(&names, STR("Time to Talk"));
    name_set_add(&names, STR("Time"));
    name_set_add(&names, STR(""));
    prose_read(&prose, &automaton.lexicon, STR("In Time to Talk, time to talk Time to Talking"));
    prose_mark_set(&prose, &names);
    print_prose(&out, &prose);
    expect_str(tally, "names", out_result(&out), "In @Time @to @Talk time to talk @Time to Talking");
    out_free(&out);
    name_set_free(&names);
    prose_free(&prose);
    arena_free(&arena);
}

/* ---- patterns ---- */

/* What the patterns (parted by `;`, all of one list; `!` before an exception) find in the text: `access
 * to+have`. */
static void expect_found(Tally *tally, const char *patterns, const char *text, const char *wanted)
{
    AutomatonBuilder builder = {0};
    Arena arena = {0};
    Automaton automaton;
    Prose prose = {0};
    WordMatches matches = {0};
    Out out = {0};
    for (const char *at = patterns; *at;) {
        size_t length = strcspn(at, ";");
        bool is_exception = *at == '!';
        PatternInfo info = {.is_exception = is_exception};
        PatternFault fault = automaton_add(&builder, (Str){at + is_exception, length - is_exception}, info);
        expect_int(tally, patterns, fault.kind, PATTERN_fine);
        at += length + (at[length] == ';');
    }
    automaton_end(&builder, &arena, &automaton);
    prose_read(&prose, &automaton.lexicon, str_from(text));
    automaton_match(&automaton, &prose, &matches);
    for (size_t i = 0; i < matches.list.count; i++)
        out_format(&out, "%s%.*s", i ? "+" : "",
                   (int)(matches.list.at[i].at.end - matches.list.at[i].at.first),
                   text + matches.list.at[i].at.first);
    expect_str(tally, text, out_result(&out), wanted);
    out_free(&out);
    word_matches_free(&matches);
    prose_free(&prose);
    arena_free(&arena);
    automaton_builder_free(&builder);
}

static void test_patterns(Tally *tally)
{
    static const char *const cases[][3] = {
        {"access* to", "Has ACCESS to it; accessing to, access for", "ACCESS to+accessing to"},
        {"opportunit(y|ies) (to|for)", "An opportunity to, opportunities for, opportunity of",
         "opportunity to+opportunities for"},
        {"as [and when] required", "as required, as and when required, as when required",
         "as required+as and when required"},
        {"as required", "as-required as\nrequired as\xC2\xA0required",
         "as-required+as\nrequired+as\xC2\xA0required"},
        {"as required", "as. Required; as “required”", ""},
        {"up to N", "up to 3 and up to twenty, up to date", "up to 3+up to twenty"},
        {"finds … hard", "finds it hard, finds all of it hard, finds hard, finds one two three four hard",
         "finds it hard+finds all of it hard+finds hard"},
        {"one to one", "1:1 and one-to-one", "1:1+one-to-one"},
        {"improve*", "improve improves improved improving improvement",
         "improve+improves+improved+improving"},
        {"try*", "try tries tried trying", "try+tries+tried+trying"},
        {"plan*", "plans planned planning", "plans+planned+planning"},
        {"know*", "knew known", "knew+known"},
        {"be* aware of", "is aware of, was aware of", "is aware of+was aware of"},
        {"behaviour programme", "behavior program", "behavior program"},
        {"child's name", "Child’s name", "Child’s name"},
        {"and/or", "this and/or that and or", "and/or"},
        {"___;xx;???", "____ XXXX ???? [child]", "____+XXXX+????+[child]"},
        {"support;support plan", "support plan and support", "support plan+support"},
        {"support*;!support plan", "a support plan supports", "supports"},
        {"appropriate;!age appropriate", "age-appropriate and appropriate", "appropriate"},
        {"^improve*", "Bilal will improve his reading to improve", "improve"},
        {"^develop*", "By July 2027 Amy will have developed", "developed"},
        {"^develop*", "To develop and to learn", "develop"},
        {"^develop*", "Lucy to develop her typing", "develop"},
        {"^develop*", "Reads, then develops", ""},
        {"a b;b c d", "a b c d", "a b"},
        {"E.g.", "e.g. this", "e.g"},
        {"Level N funding", "level 3 funding", "level 3 funding"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_found(tally, cases[i][0], cases[i][1], cases[i][2]);
}

static void test_faults(Tally *tally)
{
    static const struct {
        const char *pattern;
        PatternFaultKind kind;
        unsigned first;
    } cases[] = {
        {"as (required", PATTERN_unclosed, 3},
        {"as [required", PATTERN_unclosed, 3},
        {"as required)", PATTERN_unopened, 11},
        {"a (b] c", PATTERN_unclosed, 2},
        {"", PATTERN_empty, 0},
        {"  ", PATTERN_empty, 0},
        {"a (b|)", PATTERN_empty, 2},
        {"()", PATTERN_empty, 0},
        {"[a]", PATTERN_empty, 0},
        {"a | b", PATTERN_fine, 0},
        {"*", PATTERN_mark, 0},
        {"a … ", PATTERN_mark, 0},
        {"… a", PATTERN_mark, 0},
        {"a ^b", PATTERN_fine, 0},
        {"a *b", PATTERN_mark, 0},
        {"((((((((((a))))))))))", PATTERN_long, 8},
        {"(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)", PATTERN_wide, 0},
        {"a b c d e f g h i j k l m n o p q", PATTERN_long, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        PatternSteps steps = {0};
        PatternFault fault = pattern_add(&steps, str_from(cases[i].pattern), 0);
        expect_int(tally, cases[i].pattern, fault.kind, cases[i].kind);
        expect_int(tally, cases[i].pattern, fault.at.first, cases[i].first);
        pattern_steps_free(&steps);
    }
}

/* ---- any patterns, any texts ---- */

static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 33) % below;
}

static void write_pieces(Out *out, uint64_t *state, const char *const *pieces, uint32_t kinds, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        out_format(out, "%s%s", i ? " " : "", pieces[draw(state, kinds)]);
}

/* Six patterns of a few words in two lists, against a text of the same words. */
static bool agrees_once(uint64_t *state)
{
    static const char *const steps[] = {"a", "b", "c", "(a|b)", "[b c]", "…", "N", "go*", "(a b|c)", "1:1"};
    static const char *const words[] = {"a",    "b",    "c",          "d",  "4",   "two",
                                        "goes", "gone", "one to one", "a.", "“b”", "c,"};
    AutomatonBuilder builder = {0};
    Arena arena = {0};
    Automaton automaton;
    Prose prose = {0};
    WordMatches matches = {0};
    for (uint32_t i = 0; i < 6; i++) {
        Out pattern = {0};
        out_text(&pattern, draw(state, 5) ? "" : "^");
        write_pieces(&pattern, state, steps, sizeof steps / sizeof *steps, 1 + draw(state, 4));
        automaton_add(&builder, out_result(&pattern),
                      (PatternInfo){.list = i % 2, .is_exception = !draw(state, 5)});
        out_free(&pattern);
    }
    Out text = {0};
    write_pieces(&text, state, words, sizeof words / sizeof *words, draw(state, 30));
    automaton_end(&builder, &arena, &automaton);
    prose_read(&prose, &automaton.lexicon, out_result(&text));
    automaton_match(&automaton, &prose, &matches);
    bool agrees = naive_agrees(&builder, &automaton, &prose, &matches, 0) &&
                  naive_agrees(&builder, &automaton, &prose, &matches, 1);
    out_free(&text);
    word_matches_free(&matches);
    prose_free(&prose);
    automaton_builder_free(&builder);
    arena_free(&arena);
    return agrees;
}

static void test_against_naive(Tally *tally)
{
    uint64_t state = 88172645463325252u;
    int agreed = 0;
    for (int i = 0; i < 3000; i++)
        agreed += agrees_once(&state);
    expect_int(tally, "found as pattern by pattern", agreed, 3000);
}

int main(void)
{
    Tally tally = {0};
    test_prose(&tally);
    test_names(&tally);
    test_patterns(&tally);
    test_faults(&tally);
    test_against_naive(&tally);
    return tally_end(&tally);
}
