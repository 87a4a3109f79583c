/* Describing records in findings. In: kinds and rows; out: phrases that live as long as the findings do. */
#include "sema/linker.h"

#include <string.h>

enum { TITLE_MOST = 60 }; /* bytes */

static bool begins_with_vowel(Str word)
{
    return word.length && memchr("aeiou", word.at[0], 5);
}

/* "Provision" and "advice" are stuff, not things: they take no article. */
Str kind_phrase(Linker *linker, Kind kind)
{
    Str key = schema_kind(kind)->key;
    if (kind == KIND_provision || kind == KIND_advice)
        return key;
    return arena_format(&linker->findings->arena, "%s " STR_FMT, begins_with_vowel(key) ? "an" : "a",
                        STR_ARG(key));
}

Kind target_first(uint32_t left)
{
    static const Kind kinds[TARGET_COUNT] = {
#define TARGET(kind, scope) [TARGET_INDEX_##kind] = KIND_##kind,
#include "sema/target.def"
    };
    return kinds[__builtin_ctz(left)];
}

Str targets_phrase(Linker *linker, uint32_t of, bool with_article)
{
    Str phrase = STR("");
    for (uint32_t left = of; left; left &= left - 1) {
        Kind kind = target_first(left);
        Str key = with_article ? kind_phrase(linker, kind) : schema_kind(kind)->key;
        phrase = phrase.length ? arena_format(&linker->findings->arena, STR_FMT " or " STR_FMT,
                                              STR_ARG(phrase), STR_ARG(key))
                               : key;
    }
    return phrase;
}

Str field_word(FieldId field)
{
    const Field *info = schema_field(field);
    return info->key.length ? info->key : schema_kind(info->kind)->key;
}

FieldId title_field(Kind kind)
{
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        if (field->type == TYPE_text && field->many != MANY_list &&
            (str_equal(field->name, STR("name")) || str_equal(field->name, STR("text"))))
            return id;
    }
    return FIELD_COUNT;
}

/* Cut at the last blank before the limit, or at a whole character where there is none. */
static size_t cut_length(Str text)
{
    size_t end = TITLE_MOST;
    while (end > TITLE_MOST / 2 && text.at[end] != ' ')
        end--;
    if (text.at[end] == ' ')
        return end;
    end = TITLE_MOST;
    while (end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    return end;
}

Str record_title(Linker *linker, Kind kind, uint32_t row)
{
    FieldId field = title_field(kind);
    if (field == FIELD_COUNT)
        return STR("");
    Str text = *(const Str *)records_value(linker->records, field, row);
    if (text.length <= TITLE_MOST)
        return text;
    Str cut = str_slice(text, 0, cut_length(text));
    return arena_format(&linker->findings->arena, STR_FMT " …", STR_ARG(cut));
}

Str record_code(const Records *records, Kind kind, uint32_t row)
{
    FieldId field = schema_code_field(kind);
    return field == FIELD_COUNT ? STR("") : *(const Str *)records_value(records, field, row);
}
