/* What the word lists, amounts and guards alone say of loose statements, one a line on standard input: a line
 * of classes for each, parted by commas; empty where there is nothing to say. No check of the library takes
 * part, so it measures the lists by themselves, and shows what a check of them adds.
 *
 *     loose_text outcome|provision <STATEMENTS */
#include "sema/words/lists.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Setting {
    const WordLists *lists;
    Kind kind;
    Prose prose;
    ProseAmounts amounts;
    WordMatches matches;
} Setting;

static bool finds(const Setting *setting, const char *list)
{
    uint32_t number = word_list_find(setting->lists, str_from(list));
    for (size_t i = 0; i < setting->matches.list.count; i++)
        if (setting->matches.list.at[i].list == number)
            return true;
    return false;
}

static void say(const char *class, bool holds, const char **before)
{
    if (!holds)
        return;
    printf("%s%s", *before, class);
    *before = ",";
}

static void judge_provision(const Setting *setting, ProseSays says)
{
    const char *before = "";
    bool is_vague = finds(setting, "vague-provision") || finds(setting, "weak-promise") ||
                    finds(setting, "left-to-others") || finds(setting, "every-child") ||
                    finds(setting, "open-list");
    bool needs_no_time = says.is_there && !is_vague;
    say("vague", is_vague, &before);
    say("no-amount", !says.how_long && !needs_no_time, &before);
    say("no-frequency", !says.how_often && !needs_no_time, &before);
    say("no-person", !says.who && !needs_no_time, &before);
    say("not-provision", finds(setting, "money"), &before);
    say("floating", says.floats || finds(setting, "movable-amount"), &before);
}

static void judge_outcome(const Setting *setting, ProseSays says)
{
    const char *before = "";
    bool is_service = finds(setting, "service-outcome") || finds(setting, "about-others");
    bool is_vague = finds(setting, "unseen-outcome"), is_hope = finds(setting, "hoped-outcome");
    bool is_unmeasured = (is_vague || !says.what_counts) && !is_service && !is_hope;
    say("vague", is_vague, &before);
    say("unmeasured", is_unmeasured, &before);
    say("deadline-only", is_unmeasured && says.by_when, &before);
    say("not-outcome", is_service, &before);
    say("aspiration", is_hope && !is_service, &before);
    say("compound", says.is_compound, &before);
    say("no-deadline", !says.by_when, &before);
}

static void judge(Setting *setting, Str statement)
{
    prose_read(&setting->prose, &setting->lists->automaton.lexicon, statement);
    prose_find_amounts(&setting->prose, &setting->amounts);
    GuardText text = {.prose = &setting->prose, .amounts = &setting->amounts};
    word_lists_look(setting->lists, &text, &setting->matches);
    ProseSays says = prose_says(&setting->prose, &setting->amounts);
    if (setting->kind == KIND_outcome)
        judge_outcome(setting, says);
    else
        judge_provision(setting, says);
    putchar('\n');
}

int main(int count, char **arguments)
{
    Setting setting = {.lists = &standard_words};
    char *line = NULL;
    size_t room = 0;
    if (count != 2) {
        fputs("loose_text outcome|provision <STATEMENTS\n", stderr);
        return 2;
    }
    setting.kind = strcmp(arguments[1], "outcome") ? KIND_provision : KIND_outcome;
    for (ssize_t length; (length = getline(&line, &room, stdin)) >= 0;)
        judge(&setting, str_trim((Str){line, (size_t)length}));
    free(line);
    prose_free(&setting.prose);
    prose_amounts_free(&setting.amounts);
    word_matches_free(&setting.matches);
    return 0;
}
