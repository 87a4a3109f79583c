/* Loose texts parted into statements. */
#include "sema/words/statements.h"

#include "support/out.h"
#include "tests/unit/expect.h"

/* Statements as `[text]`, with its code before and a letter for what the heading says. */
static void print_statements(Out *out, Str text)
{
    static const char letters[] = {' ', 'e', 'f', 'x'};
    Statements statements = {0};
    statements_read(text, &statements);
    for (size_t i = 0; i < statements.list.count; i++) {
        const Statement *statement = &statements.list.at[i];
        out_format(out, STR_FMT "%.1s[" STR_FMT "]", STR_ARG(statement->code),
                   statement->kind ? &letters[statement->kind] : "",
                   STR_ARG(str_slice(text, statement->at.first, statement->at.end)));
    }
    statements_free(&statements);
}

static void test_statements(Tally *tally)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"\n\n  \n", ""},
        {"One.", "[One.]"},
        /* without blank lines and bullets each line is one */
        {"One.\nTwo.\n", "[One.][Two.]"},
        {"One.\n- Two.\nand more", "[One.][Two.][and more]"},
        /* a line broken to fit a page goes on */
        {"Reads with\na TA.\n\nWrites\r\nalone.", "[Reads with\na TA.][Writes\r\nalone.]"},
        {"• Reads with\n  a TA.\n• Writes.", "[Reads with\n  a TA.][Writes.]"},
        {"1. Reads.\n2) Writes.\n(c) Speaks.\nxii. Sings.", "[Reads.][Writes.][Speaks.][Sings.]"},
        {"* o Reads.", "[Reads.]"},
        /* numbers that are no bullets */
        {"10 minutes daily.\n1.5 hours weekly.\n3.", "[10 minutes daily.][1.5 hours weekly.]"},
        /* codes */
        {"F1: Reads.\nF12. Writes.\nE3 Speaks.\nOutcome 2: Sings.",
         "F1[Reads.]F12[Writes.]E3[Speaks.]Outcome 2[Sings.]"},
        {"• F2 – Reads.", "F2[Reads.]"},
        {"A TA reads.\nB12 vitamins.\nL1: Sings.", "[A TA reads.]B12[vitamins.][L1: Sings.]"},
        /* headings */
        {"Section E: Outcomes\nReads.\nSECTION F\nA TA.\nSection B – Needs\nAutism.",
         "e[Reads.]f[A TA.]x[Autism.]"},
        {"Outcomes\n\nReads.\n\nSpecial educational provision:\n\nA TA.", "e[Reads.]f[A TA.]"},
        {"Section F says that he reads.", "[Section F says that he reads.]"},
        {"Section Four.\nReads.", "[Section Four.][Reads.]"},
        /* what is no statement */
        {"He will have:\n- a TA.\n\nPage 3 of 14\n\n12", "[a TA.]"},
        {"He will have:\n\n- a TA.", "[a TA.]"},
        {"\xEF\xBB\xBFReads.", "[Reads.]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Out out = {0};
        print_statements(&out, str_from(cases[i][0]));
        expect_str(tally, cases[i][0], out_result(&out), cases[i][1]);
        out_free(&out);
    }
}

int main(void)
{
    Tally tally = {0};
    test_statements(&tally);
    return tally_end(&tally);
}
