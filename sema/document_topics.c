/* Topics of an information report: which it leaves out, which areas of need it does not speak of, whom one
 * can reach. In: records; out: words to be read in a sentence. */
#include "sema/document_figures.h"

#include "sema/schema.h"
#include "sema/text_words.h"
#include "sema/word_list.h"

/* ---- topics ---- */

typedef enum TopicDuty {
    DUTY_none,
    DUTY_must,
    DUTY_mainstream,
    DUTY_access,
    DUTY_apart,
    DUTY_should
} TopicDuty;

static const struct {
    uint8_t duty;
    bool may_be_link;
} topic_duties[CHOICE_topic_COUNT] = {
#define TOPIC_DUTY(topic, duty, may_be_link) [CHOICE_topic_##topic] = {DUTY_##duty, may_be_link},
#include "sema/topic_duty.def"
};

enum { TOPIC_WORDS_LEAST = 20 };

static bool has_address(const Records *records, uint32_t row)
{
    const struct topic_table *topic = &records->topic;
    return topic->link.first[row] < topic->link.first[row + 1] ||
           topic->contact.first[row] < topic->contact.first[row + 1];
}

/* Does the report say something under this heading, not just have it? */
static bool topic_speaks(const Records *records, uint32_t row)
{
    return text_count_words(records->topic.text[row]) >= TOPIC_WORDS_LEAST ||
           (topic_duties[records->topic.name[row]].may_be_link && has_address(records, row));
}

/* "‘progress’ (how we check progress, with you)" */
static Str topic_words(unsigned topic, Arena *arena)
{
    const ChoiceInfo *info = choice_info(CHOICES_topic, topic);
    char first = info->print.at[0];
    bool small = info->print.length > 1 && info->print.at[1] >= 'a' && info->print.at[1] <= 'z';
    return arena_format(arena, "‘" STR_FMT "’ (%c" STR_FMT ")", STR_ARG(info->phrase),
                        small && first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first,
                        STR_ARG(str_slice(info->print, 1, info->print.length)));
}

static bool is_special(const SchoolFigures *school)
{
    return school->type == CHOICE_school_type_special || school->type == CHOICE_school_type_special_academy ||
           school->type == CHOICE_school_type_non_maintained_special;
}

static Str topics_wanted(const WordList *missing, const WordList *advised, Arena *arena)
{
    Str must = word_list_text(missing, " and ", arena), should = word_list_text(advised, " and ", arena);
    if (!must.length && should.length)
        return arena_format(arena, STR_FMT ", which the Code advises", STR_ARG(should));
    return should.length ? arena_format(arena, STR_FMT "; nor, as the Code advises besides, about " STR_FMT,
                                        STR_ARG(must), STR_ARG(should))
                         : must;
}

void document_topics(const Records *records, const SchoolFigures *school, uint32_t row,
                     DocumentFigures *figures, Arena *arena)
{
    bool has[CHOICE_topic_COUNT] = {false};
    WordList missing = {0}, advised = {0}, access = {0};
    RowRange topics = records_inside(records, KIND_topic, KIND_school_document, row);
    for (uint32_t one = topics.first; one < topics.end; one++)
        has[records->topic.name[one]] |= topic_speaks(records, one);
    for (unsigned topic = 1; topic < CHOICE_topic_COUNT; topic++) {
        if (has[topic])
            continue;
        TopicDuty duty = (TopicDuty)topic_duties[topic].duty;
        Str words = topic_words(topic, arena);
        word_list_add(&missing, duty == DUTY_must || (duty == DUTY_mainstream && !is_special(school)), words);
        word_list_add(&advised, duty == DUTY_should, words);
        word_list_add(&access, duty == DUTY_access, words);
    }
    figures->topics_missing = word_list_text(&missing, " and ", arena);
    figures->topics_wanted = topics_wanted(&missing, &advised, arena);
    figures->access_missing = word_list_text(&access, " and ", arena);
}

static bool is_address(Str text)
{
    unsigned digits = 0;
    for (size_t i = 0; i < text.length; i++) {
        digits += text.at[i] >= '0' && text.at[i] <= '9';
        if (text.at[i] == '@' && i && i + 1 < text.length && text.at[i + 1] != ' ')
            return true;
    }
    return digits >= 10 || text_word_like(text, STR("http")).length ||
           text_word_like(text, STR("www")).length;
}

bool topic_is_reachable(const Records *records, uint32_t topic)
{
    return has_address(records, topic) || is_address(records->topic.text[topic]);
}

/* ---- areas of need ---- */

static const struct {
    uint8_t area;
    Str stem;
} area_words[] = {
#define AREA_WORD(area, stem) {CHOICE_area_##area, STR_INIT(stem)},
#include "sema/area_word.def"
};

static bool says_all_areas(Str text)
{
    Str before = STR("");
    for (Str word = text_word(text, 0); word.length; word = text_word(text, text_word_end(text, word))) {
        bool all = str_equal_folded(before, STR("all")) || str_equal_folded(before, STR("four")) ||
                   str_equal_folded(before, STR("every"));
        if (all && (word_begins(word, STR("area")) || word_begins(word, STR("kind"))))
            return true;
        before = word;
    }
    return false;
}

static bool says_area(Str text, unsigned area)
{
    for (size_t i = 0; i < sizeof area_words / sizeof *area_words; i++)
        if (area_words[i].area == area && text_word_like(text, area_words[i].stem).length)
            return true;
    return false;
}

void register_areas(const Records *records, bool areas[CHOICE_area_COUNT])
{
    const struct pupil_table *pupil = &records->pupil;
    for (uint32_t row = 0; row < pupil->head.count; row++) {
        if (!pupil_is_on_register(records, row))
            continue;
        areas[need_type_area(pupil->primary_need[row])] = true;
        for (uint32_t i = pupil->secondary_need.first[row]; i < pupil->secondary_need.first[row + 1]; i++)
            areas[need_type_area(pupil->secondary_need.items[i])] = true;
    }
}

Str document_areas(const Records *records, uint32_t row, const bool areas[CHOICE_area_COUNT], Arena *arena)
{
    WordList missing = {0};
    RowRange topics = records_inside(records, KIND_topic, KIND_school_document, row);
    for (uint32_t one = topics.first; one < topics.end; one++) {
        Str text = records->topic.text[one];
        if (records->topic.name[one] != CHOICE_topic_kinds || !text.length || says_all_areas(text))
            continue;
        for (unsigned area = 1; area < CHOICE_area_COUNT; area++)
            if (areas[area] && !says_area(text, area))
                word_list_add(
                    &missing, true,
                    arena_format(arena, "‘" STR_FMT "’", STR_ARG(choice_info(CHOICES_area, area)->phrase)));
        break;
    }
    return word_list_text(&missing, " and ", arena);
}
