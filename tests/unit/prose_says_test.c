/* What loose texts say of themselves: how much, who, what would be seen, and whether it is one thing or
 * several. */
#include "sema/words/automaton.h"
#include "sema/words/says.h"

#include "tests/unit/expect.h"

typedef struct Setting {
    Arena arena;
    Automaton automaton;
    Prose prose;
    ProseAmounts amounts;
} Setting;

/* A letter for each thing said: long, often, who, deadline, counts, there, floats, several. */
static Str said_by(Setting *setting, const char *text, char letters[8])
{
    prose_read(&setting->prose, &setting->automaton.lexicon, str_from(text));
    prose_find_amounts(&setting->prose, &setting->amounts);
    ProseSays says = prose_says(&setting->prose, &setting->amounts);
    const bool said[8] = {says.how_long,    says.how_often, says.who,    says.by_when,
                          says.what_counts, says.is_there,  says.floats, says.is_compound};
    size_t count = 0;
    for (size_t i = 0; i < 8; i++)
        if (said[i])
            letters[count++] = "lowdctfs"[i];
    return (Str){letters, count};
}

static void test_all(Tally *tally, Setting *setting)
{
    static const char *const cases[][2] = {
        {"", ""},
        /* who */
        {"with a TA", ""},
        {"with a trained TA", ""},
        {"with the teaching assistant", "w"},
        {"with Safiya's class TA", "w"},
        {"the base, LSA", ""},
        {"with a Higher Level Teaching Assistant", "w"},
        {"with a Level 3 teaching assistant", "wc"},
        {"with her key person", "w"},
        {"with a key adult", ""},
        {"a personal assistant", "w"},
        {"the adult", ""},
        /* how long and how often */
        {"a scribe in every test", "loc"},
        {"a word before every test", "oc"},
        {"If he puts his head down Mrs Hale sits with him for 10 minutes", "lowc"},
        {"After lunch Mrs Hale sits with him for 10 minutes", "lwc"},
        {"one worker, 9 to 12 each day", "oc"},
        {"30 minutes with the teacher, reviewed termly", "lwc"},
        {"30 minutes with the teacher each week, reviewed termly", "lowc"},
        {"30 minutes with the teacher at the annual review", "lwc"},
        {"The nurse will review the plan every September for an hour", "lowc"},
        {"an hour each time with the teacher", "lwc"},
        {"two or three 20 minute lessons with the teacher each week", "lowcf"},
        {"a dysphagia-trained TA", "w"},
        {"Short breaks at Larch House", "w"},
        {"a speech and language therapy assistant", "w"},
        {"with her TA for the whole lesson, each week", "lowc"},
        {"12 sessions with the therapist, each 50 minutes, one a week", "lowc"},
        {"5 hours of 1:1 teaching a week with the teacher", "lowc"},
        {"three hours of training from the nurse by 30 September 2026", "lowdc"},
        {"three hours of training from the nurse in the first week of September", "lowc"},
        {"At both breaks Mr Lee plays chess with him", "lowc"},
        {"After a seizure the nurse gives him his medicine", "low"},
        {"On days when a supply teacher comes, Mrs Lowe sits with him for 10 minutes", "lowc"},
        /* arrangements */
        {"a sloping desk in every classroom", "oct"},
        {"a sloping desk, put out every day", "oct"},
        {"typing practice on the desk every day", "oc"},
        {"sessions at the table twice a week", "oc"},
        {"one adult to four pupils in every lesson", "oct"},
        {"two adults always with her on stairs", "ct"},
        {"The class will have no more than ten pupils", "ct"},
        {"a scribe in every exam", "loct"},
        {"a scribe in every lesson", "loc"},
        {"two-to-one staffing on every trip", "oct"},
        {"eight one-hour sessions with a therapist in the spring term", "lowc"},
        {"six half-hour sessions a half-term with a therapist", "lowc"},
        {"He shows a blue card and Mrs Hart walks with him for ten minutes", "lowc"},
        {"The coach swims beside him for all of the weekly lesson", "lowc"},
        {"Each time the pump alarms the nurse tests her", "low"},
        {"one teacher for each six children", "wct"},
        {"with a bilingual TA", "w"},
        {"He leaves each lesson five minutes before the bell", "loct"},
        {"a well-trained TA", ""},
        {"her support worker, a social worker", "w"},
        {"a support worker", ""},
        {"Mrs Fry cuts up her food at 12.10 each day", "lowc"},
        {"Mrs Fry gives him extra help each day", "owc"},
        {"one swimming lesson a week", "loc"},
        {"in September, January and May", "o"},
        {"one weekend in four", "oc"},
        {"12.30 to 1 on Mondays", "loc"},
        {"a number from 1 to 5 each morning", "oc"},
        {"play therapy (PTUK registered)", "w"},
        {"the learning mentor", "w"},
        {"period 5 on Mondays, 5 to 7 pm", "loc"},
        {"If his sugar is under 4 the nurse gives him juice", "lowc"},
        /* what is simply there */
        {"a sloping desk", "t"},
        {"15 minutes in the book corner", "lc"},
        {"a daily check of hearing aids", "o"},
        {"a radio aid, checked daily by the class teacher", "lowct"},
        /* an act that is done or not */
        {"By July 2027 Ben will ask his friends if he can play", "dc"},
        {"Ben will ask for help", ""},
        {"Ben will write at the right level", ""},
        {"Ben will move about the building by himself", "c"},
        {"Ben will move about the building", ""},
        {"Ben will dress without any help", "c"},
        {"Ben will dress with more help", ""},
        {"By the end of Year 5 Ben eats his lunch in the hall", "dc"},
        {"Ben's daily routine", "o"},
        {"Ben will reach grade 4", "c"},
        {"Ben's reading age will go up by six months", "c"},
        {"Ben will use a timetable to plan a journey", "c"},
        {"Ben will be dry by day and will ask to go to the toilet", "ct"},
        {"Ben might play one day", ""},
        /* several things in one */
        {"Ben will read 50 words, write two sentences and swim 10 metres", "cs"},
        {"Ben will be on time every day and she'll sleep five nights a week", "ocs"},
        {"Ben puts on his aid, checks it and hands over the microphone in every lesson", "loc"},
        {"When he is given five minutes, Ben will start in 8 lessons out of 10", "lc"},
        {"Ben will say it on a five-point scale and go on two days out of five", "oc"},
        {"Ben will stay for 10 minutes so that he joins in two games", "lc"},
    };
    char letters[8];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_str(tally, cases[i][0], said_by(setting, cases[i][0], letters), cases[i][1]);
}

int main(void)
{
    Tally tally = {0};
    Setting setting = {0};
    AutomatonBuilder builder = {0};
    automaton_end(&builder, &setting.arena, &setting.automaton);
    test_all(&tally, &setting);
    prose_amounts_free(&setting.amounts);
    prose_free(&setting.prose);
    arena_free(&setting.arena);
    return tally_end(&tally);
}
