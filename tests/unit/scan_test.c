/* Scanning: for each text its tokens and its findings. */
#include "lexer/scan.h"

#include "support/out.h"
#include "tests/unit/front.h"

/* "word date=21015 ,text": the tokens' kinds; a value where the kind has one; a comma before one that follows
 * it. */
static Str token_list(Front *front)
{
    front->out.length = 0;
    for (size_t i = 0; i + 1 < front->tokens.list.count; i++) {
        const Token *token = &front->tokens.list.at[i];
        out_text(&front->out, i ? " " : "");
        out_text(&front->out, token->after_comma ? "," : "");
        out_str(&front->out, token_kind_name(token->kind));
        if (token->value && token->kind != TOKEN_word)
            out_format(&front->out, "=%d", token->value);
    }
    return out_result(&front->out);
}

typedef struct Case {
    const char *text, *tokens, *findings;
} Case;

static const Case dates[] = {
    {"16 July 2027", "date=21015", ""},
    {"16th Jul 2027", "date=21015", ""},
    {"1st JANUARY 1970", "date", ""},
    {"16 July\u00a0"
     "2027",
     "date=21015", ""},
    {"16/07/2027", "date=21015", ""},
    {"2027-07-16", "date=21015", ""},
    {"July 2027", "month=21000", ""},
    {"Sept. 2027", "month=21062", ""},
    {"2026-27", "school_year=2026", ""},
    {"2026/27", "school_year=2026", ""},
    {"2026–27", "school_year=2026", ""},
    {"2026-2027", "school_year=2026", ""},
    {"2026-28", "dash_pair=132775964", ""},
    {"16/7/2027", "date=21015", "date-spelling@0"},
    {"16.07.2027", "date=21015", "date-spelling@0"},
    {"2027/07/16", "date=21015", "date-spelling@0"},
    {"16-Jul-2027", "date=21015", "date-spelling@0"},
    {"16th of July, 2027", "date=21015", "date-spelling@0"},
    {"31 June 2027", "bad_date=20999", "bad-date@0"},
    {"30 February 2028", "bad_date=21243", "bad-date@0"},
    {"07/16/2027", "bad_date=21015", "bad-date@0"},
    {"19/1/14", "bad_date=16089", "short-year@0"},
    {"16 July 27", "bad_date=21015", "short-year@0"},
    {"16 Jluy 2027", "bad_date=21015", "bad-month@3"},
    {"16/07/202", "bad_date=-2147483648", "bad-year@0"},
    {"30 minutes 2027", "number=30000 word number=2027000", ""},
    {"12 weeks 2027", "number=12000 word number=2027000", ""},
    {"16 July", "bad_date=-2147483648", "date-without-year@0"},
    {"may 3", "word number=3000", ""},
};

static const Case numbers[] = {
    {"22 1,200 3.5 -4", "number=22000 number=1200000 number=3500 number=-4000", ""},
    {"80% 12.5 %", "percent percent", ""},
    {"£18.50 £1,200 £6k", "money money money", ""},
    {"6y 4m", "age=76", ""},
    {"6y4m, 6y", "age=76 ,age=72", ""},
    {"6yrs", "number=6000 word", ""},
    {"9:15 1:1", "colon_pair=589839 colon_pair=65537", ""},
    {"9:15-9:45", "colon_pair=589839 mark colon_pair=589869", ""},
    {"4/5 3-6 3 – 6", "slash_pair=262149 dash_pair=196614 dash_pair=196614", ""},
    {"7.6-8.6", "number=7600 mark number=8600", ""},
    {"99999:1", "colon_pair=-65535", ""},
    {"20mins x 3 / wk", "number=20000 word word number=3000 mark word", ""},
    {"3 × 20", "number=3000 times number=20000", ""},
    {"£18.5.0", "bad_money", "bad-money@0"},
    {"£1,20", "bad_money", "bad-money@0"},
    {"£", "bad_money", "bad-money@0"},
    {"1,20", "bad_number", "bad-comma@0"},
    {"1.2.3", "bad_number", "bad-number@0"},
    {"3.14159", "bad_number", "bad-number@0"},
    {"020-7946-0000", "bad_number", "bad-number@0"},
    {"25:70", "bad_time=1638470", "bad-time@0"},
    {"9:15:30", "bad_time=589839", "bad-time@0"},
    {"6y 14m", "bad_number=86", "bad-age@0"},
};

static const Case texts[] = {
    {"\"a\" “b” \"\"\"c\"\"\"", "text text long_text", ""},
    {"strength \"He says “no” – often …\"", "word text", ""},
    {"\"one\n\n two\" on", "text word", ""},
    {"\"a \\\" b\"", "text", ""},
    {"\"it\\\\\" x", "text word", ""},
    {"“a \"b\" c”", "text", ""},
    {"\"I want to \"do it\" myself\"", "text", "quote-in-text@11"},
    {"'He reads'", "text", "single-quotes@0"},
    {"strength \"He reads” on 3", "word text word number=3000", "mixed-marks@18"},
    {"“He reads\"\nneed B1 “x”", "text line_end word word text", "mixed-marks@11"},
    {"“He \"reads\"\nneed B1 “x”", "bad_text line_end word word text", "unclosed-text@0"},
    {"parents' Bilal’s", "word word", ""},
    {"time 1½ hours ½ hour 1 ¼", "word number=1500 word number=500 word number=1250", ""},
    {"2x30 mins", "number=2000 times number=30000 word", ""},
    {"9:15am-9:45am 9;15", "colon_pair=589839 word mark colon_pair=589869 word colon_pair=589839",
     "time-with-dot@14"},
    {"strength \"open\nneed B1 \"He reads\"", "word bad_text line_end word word text", "unclosed-text@9"},
    {"need \"open {\n by 3 }", "word bad_text open word number=3000 close", "unclosed-text@5"},
    {"need { measure \"open }", "word open word bad_text close", "unclosed-text@15"},
    {"\"open\n\nby 16 July 2027\nneed \"x\"", "bad_text line_end word date=21015 line_end word text",
     "unclosed-text@0"},
    {"\"open\n}\n\"x\"", "bad_text line_end close line_end text", "unclosed-text@0"},
    {"\"the prose goes on\nYear 4 and likes it\"", "text", ""},
    {"\"open", "bad_text", "unclosed-text@0"},
    {"\"", "bad_text", "unclosed-text@0"},
    {"\"\"\"open\n# Head\nmore\nneed B1 \"x\"", "bad_text line_end word word text", "unclosed-text@0"},
    {"“open\n”", "text", ""},
};

static const Case lines[] = {
    {"\xef\xbb\xbfyear 4\r\nborn x\ry", "word number=4000 line_end word word line_end word", ""},
    {"\n\n a \n\n b;; c\n", "word line_end word line_end word line_end", ""},
    {"for B1,\n  # why\n B2, \n\n B3", "word word ,word ,word", ""},
    {"a, {", "word ,open", ""},
    {"a # b\nc", "word line_end word", ""},
    {"Year: 8", "word number=8000", "colon-after-key@4"},
    {"a 1: 8", "word number=1000 mark number=8000", ""},
    {"• year 4\n- year 5\no\tyear 6\n* year 7",
     "word number=4000 line_end word number=5000 line_end word number=6000 line_end word number=7000",
     "bullet@0 bullet@11 bullet@20 bullet@29"},
    {"a - b", "word mark word", ""},
    {"year 4.\nF2.1 hlta-jo", "word number=4000 line_end word word", "full-stop@6"},
    {"a.b. c", "word bad_byte word", "stray-character@3"},
    {"<= < > >= = + ( ) *", "mark mark mark mark mark mark mark mark mark", ""},
    {"@ ☃ \u202e x", "bad_byte bad_byte bad_byte word",
     "stray-character@0 stray-character@2 control-character@6"},
    {"a\u200bb", "word word", ""},
    {"naïve Ünal 中文", "word word word", ""},
    {"", "", ""},
    {"a\xff"
     "b",
     "", "not-utf8@1"},
    {"a\xc3", "", "not-utf8@1"},
};

static void test_cases(Tally *tally, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Front front;
        front_begin(&front, str_from(cases[i].text));
        expect_str(tally, cases[i].text, token_list(&front), cases[i].tokens);
        expect_str(tally, cases[i].text, front_findings(&front), cases[i].findings);
        expect_str(tally, "the source is as it was", (Str){front.source.text, front.source.size},
                   cases[i].text);
        front_end(&front);
    }
}

#define TEST(tally, cases) test_cases(tally, cases, sizeof cases / sizeof *cases)

static void test_details(Tally *tally)
{
    Front front;
    front_begin(&front, STR("year 20mins\n \"a\\\\b\" 19/1/14;"));
    const Token *token = front.tokens.list.at;
    expect_int(tally, "year", token[0].detail, TOKEN_DETAIL_line_first);
    expect_int(tally, "20", token[1].detail, TOKEN_DETAIL_touches_next);
    expect_int(tally, "text", token[4].detail, TOKEN_DETAIL_line_first | TOKEN_DETAIL_escaped);
    expect_int(tally, "date", token[5].detail, TOKEN_DETAIL_two_figures | TOKEN_DETAIL_touches_next);
    expect_int(tally, "semicolon", token[6].detail, TOKEN_DETAIL_semicolon | TOKEN_DETAIL_touches_next);
    front_end(&front);
}

static void test_zero_byte(Tally *tally)
{
    Front front;
    front_begin(&front, (Str){"year\0 4", 7});
    expect_str(tally, "zero byte", front_findings(&front), "holds-nul@4");
    expect_int(tally, "tokens", (int64_t)front.tokens.list.count, 1);
    front_end(&front);
}

static void test_vocabulary(Tally *tally)
{
    Vocabulary vocabulary = {0};
    expect_int(tally, "empty", vocabulary_find(&vocabulary, STR("need")), 0);
    char words[3000][8];
    for (int i = 0; i < 3000; i++) {
        int length = snprintf(words[i], sizeof words[i], "w%dx", i);
        expect_int(tally, words[i], vocabulary_add(&vocabulary, (Str){words[i], (size_t)length}), i + 1);
    }
    expect_int(tally, "again", vocabulary_add(&vocabulary, STR("W7X")), 8);
    uint32_t pupils = vocabulary_add(&vocabulary, STR("pupil's"));
    expect_int(tally, "curly apostrophe", vocabulary_find(&vocabulary, STR("Pupil’s")), pupils);
    expect_int(tally, "accents count", vocabulary_find(&vocabulary, STR("w7x\u0301")), 0);
    vocabulary_free(&vocabulary);
}

/* The tokens and findings of a text, in `room`. */
static Str tokens_and_findings(const char *text, char *room, size_t size)
{
    Front front;
    front_begin(&front, str_from(text));
    int length = snprintf(room, size, STR_FMT, STR_ARG(token_list(&front)));
    length += snprintf(room + length, size - (size_t)length, " | " STR_FMT, STR_ARG(front_findings(&front)));
    front_end(&front);
    return (Str){room, (size_t)length};
}

/* What is read without the rules where blanks part it is left to them where tabs do: both say the same. */
static void test_plain_figures(Tally *tally)
{
    static const char *const figures[] = {"3", "16", "31", "007", "1000", "1234567"};
    static const char *const words[] = {"",   "July", "july",    "Jul",      "Jluy",  "minutes", "of",
                                        "of", "x",    "of July", "sessions", "weeks", "y",       "Sept"};
    static const char *const ends[] = {"",    "2027", "27",     "2027.", "2,027",
                                       ", 3", "%",    "2027 }", "\"a\"", "-4"};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        for (size_t j = 0; j < sizeof words / sizeof *words; j++)
            for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
                char text[64], plain[256], ruled[256];
                snprintf(text, sizeof text, "on %s %s %s\nby", figures[i], words[j], ends[k]);
                Str found = tokens_and_findings(text, plain, sizeof plain);
                for (char *at = text; *at; at++)
                    *at = *at == ' ' ? '\t' : *at;
                tokens_and_findings(text, ruled, sizeof ruled);
                expect_str(tally, text, found, ruled);
            }
}

int main(void)
{
    Tally tally = {0, 0};
    TEST(&tally, dates);
    TEST(&tally, numbers);
    TEST(&tally, texts);
    TEST(&tally, lines);
    test_plain_figures(&tally);
    test_details(&tally);
    test_zero_byte(&tally);
    test_vocabulary(&tally);
    return tally_end(&tally);
}
