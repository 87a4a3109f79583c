/* Sorting checks into topics. */
#include "driver/topics.h"

#include <stdlib.h>

static int compare_checks(const void *a, const void *b)
{
    return str_compare((*(const Check *const *)a)->rule.name, (*(const Check *const *)b)->rule.name);
}

static int compare_topics(const void *a, const void *b)
{
    return str_compare(((const Topic *)a)->title, ((const Topic *)b)->title);
}

static Topic *topic_titled(Topics *topics, Str title)
{
    for (size_t i = 0; i < topics->list.count; i++)
        if (str_equal(topics->list.at[i].title, title))
            return &topics->list.at[i];
    ARRAY_ADD(&topics->list, (Topic){.title = title});
    return &topics->list.at[topics->list.count - 1];
}

void topics_make(Topics *topics, const Program *program, Str other)
{
    for (uint32_t i = 0; i < program->check_count; i++) {
        const Check *check = &program->checks[i];
        Topic *topic = topic_titled(topics, check->topic.length ? check->topic : other);
        ARRAY_ADD(&topic->checks, check);
    }
    for (size_t i = 0; i < topics->list.count; i++)
        qsort(topics->list.at[i].checks.at, topics->list.at[i].checks.count, sizeof(const Check *),
              compare_checks);
    if (topics->list.count)
        qsort(topics->list.at, topics->list.count, sizeof(Topic), compare_topics);
}

void topics_free(Topics *topics)
{
    for (size_t i = 0; i < topics->list.count; i++)
        free(topics->list.at[i].checks.at);
    free(topics->list.at);
    *topics = (Topics){0};
}
