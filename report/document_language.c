/* Which languages run from right to left. In: a BCP 47 tag; out: yes or no. Source: the scripts of CLDR whose
 * direction is right to left, and the languages whose likely script is one of them. */
#include "report/document.h"

static const Str scripts[] = {
    STR_INIT("Adlm"), STR_INIT("Arab"), STR_INIT("Aran"), STR_INIT("Hebr"),
    STR_INIT("Mand"), STR_INIT("Nkoo"), STR_INIT("Rohg"), STR_INIT("Samr"),
    STR_INIT("Syrc"), STR_INIT("Thaa"), STR_INIT("Yezi"),
};

/* `pnb`: Punjabi as written in Pakistan; `pa` alone is Gurmukhi. */
static const Str languages[] = {
    STR_INIT("ar"),  STR_INIT("arc"), STR_INIT("arz"), STR_INIT("bal"), STR_INIT("bgn"), STR_INIT("bqi"),
    STR_INIT("ckb"), STR_INIT("dv"),  STR_INIT("fa"),  STR_INIT("glk"), STR_INIT("haz"), STR_INIT("he"),
    STR_INIT("iw"),  STR_INIT("ji"),  STR_INIT("khw"), STR_INIT("ks"),  STR_INIT("lrc"), STR_INIT("mzn"),
    STR_INIT("nqo"), STR_INIT("pnb"), STR_INIT("prs"), STR_INIT("ps"),  STR_INIT("rhg"), STR_INIT("sd"),
    STR_INIT("sdh"), STR_INIT("skr"), STR_INIT("syr"), STR_INIT("ug"),  STR_INIT("ur"),  STR_INIT("yi"),
};

static bool is_among(Str word, const Str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_folded(word, list[i]))
            return true;
    return false;
}

/* The subtag that begins at `*at`, which moves behind it. */
static Str next_subtag(Str tag, size_t *at)
{
    size_t first = *at;
    while (*at < tag.length && tag.at[*at] != '-')
        (*at)++;
    Str subtag = str_slice(tag, first, *at);
    if (*at < tag.length)
        (*at)++;
    return subtag;
}

bool language_right_to_left(Str tag)
{
    size_t at = 0;
    Str language = next_subtag(tag, &at);
    while (at < tag.length) {
        Str subtag = next_subtag(tag, &at);
        if (subtag.length == 1) /* extensions and private use say nothing about the script */
            break;
        if (subtag.length == 4 && (subtag.at[0] < '0' || subtag.at[0] > '9'))
            return is_among(subtag, scripts, sizeof scripts / sizeof *scripts);
    }
    return is_among(language, languages, sizeof languages / sizeof *languages);
}
