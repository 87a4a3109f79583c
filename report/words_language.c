/* Which language words are written in. In: a text of a plan, and what the pupil's parents speak. Out: a BCP
 * 47 tag where the letters are plainly not Latin, so that readers who listen hear it in the right voice. The
 * script is told by the blocks of Unicode, the language among those of a script by what parents speak. */
#include "report/words.h"

#include "support/utf8.h"

/* Parents who are asked what they speak. */
#define PARENTS_MOST 8

typedef struct Script {
    uint32_t first, last; /* code points */
    const char *tag;      /* where no language is known */
} Script;

static const Script scripts[] = {
    {0x0370, 0x03FF, "el"},       {0x0400, 0x052F, "und-Cyrl"}, {0x0530, 0x058F, "hy"},
    {0x0590, 0x05FF, "he"},       {0x0600, 0x06FF, "und-Arab"}, {0x0700, 0x074F, "und-Syrc"},
    {0x0750, 0x077F, "und-Arab"}, {0x08A0, 0x08FF, "und-Arab"}, {0x0900, 0x097F, "und-Deva"},
    {0x0980, 0x09FF, "bn"},       {0x0A00, 0x0A7F, "pa"},       {0x0A80, 0x0AFF, "gu"},
    {0x0B80, 0x0BFF, "ta"},       {0x0C00, 0x0C7F, "te"},       {0x0D00, 0x0D7F, "ml"},
    {0x0D80, 0x0DFF, "si"},       {0x0E00, 0x0E7F, "th"},       {0x10A0, 0x10FF, "ka"},
    {0x1200, 0x139F, "und-Ethi"}, {0x3040, 0x30FF, "ja"},       {0x3400, 0x9FFF, "und-Hani"},
    {0xAC00, 0xD7AF, "ko"},       {0xFB1D, 0xFB4F, "he"},       {0xFB50, 0xFDFF, "und-Arab"},
    {0xFE70, 0xFEFE, "und-Arab"},
};

typedef struct SpokenLanguage {
    Str name;
    const char *script; /* a tag of `scripts` */
    const char *tag;
} SpokenLanguage;

static const SpokenLanguage languages[] = {
    {STR_INIT("Arabic"), "und-Arab", "ar"},     {STR_INIT("Urdu"), "und-Arab", "ur"},
    {STR_INIT("Persian"), "und-Arab", "fa"},    {STR_INIT("Farsi"), "und-Arab", "fa"},
    {STR_INIT("Dari"), "und-Arab", "prs"},      {STR_INIT("Pashto"), "und-Arab", "ps"},
    {STR_INIT("Kurdish"), "und-Arab", "ckb"},   {STR_INIT("Sorani"), "und-Arab", "ckb"},
    {STR_INIT("Sindhi"), "und-Arab", "sd"},     {STR_INIT("Punjabi"), "und-Arab", "pnb"},
    {STR_INIT("Panjabi"), "und-Arab", "pnb"},   {STR_INIT("Uyghur"), "und-Arab", "ug"},
    {STR_INIT("Ukrainian"), "und-Cyrl", "uk"},  {STR_INIT("Russian"), "und-Cyrl", "ru"},
    {STR_INIT("Bulgarian"), "und-Cyrl", "bg"},  {STR_INIT("Serbian"), "und-Cyrl", "sr-Cyrl"},
    {STR_INIT("Mongolian"), "und-Cyrl", "mn"},  {STR_INIT("Hindi"), "und-Deva", "hi"},
    {STR_INIT("Nepali"), "und-Deva", "ne"},     {STR_INIT("Marathi"), "und-Deva", "mr"},
    {STR_INIT("Tigrinya"), "und-Ethi", "ti"},   {STR_INIT("Amharic"), "und-Ethi", "am"},
    {STR_INIT("Cantonese"), "und-Hani", "yue"}, {STR_INIT("Mandarin"), "und-Hani", "zh"},
    {STR_INIT("Chinese"), "und-Hani", "zh"},    {STR_INIT("Japanese"), "und-Hani", "ja"},
    {STR_INIT("Yiddish"), "he", "yi"},
};

enum {
    SCRIPT_COUNT = sizeof scripts / sizeof *scripts,
    LANGUAGE_COUNT = sizeof languages / sizeof *languages
};

static const Script *script_of(uint32_t code_point)
{
    for (size_t i = 0; i < SCRIPT_COUNT; i++)
        if (code_point >= scripts[i].first && code_point <= scripts[i].last)
            return &scripts[i];
    return NULL;
}

static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F);
}

/* The script of most of the text's letters; NULL for Latin, and for none. */
static const Script *main_script(Str text)
{
    size_t letters[SCRIPT_COUNT] = {0}, latin = 0, most = 0;
    const Script *main = NULL;
    unsigned size;
    for (const char *at = text.at, *end = text.at + text.length; at < end; at += size) {
        uint32_t c = utf8_decode(at, end, &size);
        const Script *script = c < 0x370 ? NULL : script_of(c);
        if (script && ++letters[script - scripts] > most) {
            most = letters[script - scripts];
            main = script;
        }
        latin += is_latin(c);
    }
    return most > latin ? main : NULL;
}

/* Does `text` ("Polish and Arabic") hold the word, whatever its case? */
static bool names_language(Str text, Str word)
{
    for (size_t i = 0; i + word.length <= text.length; i++)
        if (str_equal_folded(str_slice(text, i, i + word.length), word))
            return true;
    return false;
}

static bool is_spoken(const Plan *plan, uint32_t parent, Str language)
{
    uint32_t count = fact_count(&plan->facts, FIELD_parent_speaks, parent);
    for (uint32_t i = 0; i < count; i++)
        if (names_language(fact_text_at(&plan->facts, FIELD_parent_speaks, parent, i), language))
            return true;
    return false;
}

static bool is_ascii(Str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

Str plan_language(const Plan *plan, Str text)
{
    const Script *script = is_ascii(text) ? NULL : main_script(text);
    if (!script)
        return (Str){NULL, 0};
    RowRange parents = {0, 0};
    if (plan->pupil != ROW_NONE)
        parents = records_inside(plan->facts.records, KIND_parent, KIND_pupil, plan->pupil);
    for (uint32_t parent = parents.first; parent < parents.end && parent < parents.first + PARENTS_MOST;
         parent++)
        for (size_t i = 0; i < LANGUAGE_COUNT; i++)
            if (str_equal(str_from(languages[i].script), str_from(script->tag)) &&
                is_spoken(plan, parent, languages[i].name))
                return str_from(languages[i].tag);
    return str_from(script->tag);
}
