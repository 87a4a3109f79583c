/* Text into markup. In: any bytes; out: characters that stand for themselves in HTML and XML, whatever was in
 * the text. It knows no elements. */
#include "codegen/html/markup.h"

#include "support/utf8.h"

/* What stands for an ASCII character: NULL for the character itself, empty for nothing. Both parsers turn a
 * carriage return into something else, so it becomes a blank here. */
static const char *ascii_escape(unsigned char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\r': return " ";
    case '\t':
    case '\n': return NULL;
    default: return c < 0x20 || c == 0x7F ? "" : NULL;
    }
}

/* XML forbids the last two of each plane; HTML also dislikes the C1 controls and the other noncharacters. */
static bool is_forbidden(uint32_t code)
{
    return code < 0xA0 || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

static size_t escape_wide(Out *out, const char *at, const char *end)
{
    unsigned size;
    uint32_t code = utf8_decode(at, end, &size);
    if (!is_forbidden(code))
        out_utf8(out, code);
    return size;
}

void out_escaped(Out *out, Str text)
{
    if (text.length == 0)
        return; /* no offset may be added to NULL */
    const char *at = text.at, *end = text.at + text.length, *plain = at;
    while (at < end) {
        unsigned char c = (unsigned char)*at;
        const char *escape = c < 0x80 ? ascii_escape(c) : "";
        if (!escape) {
            at++;
            continue;
        }
        out_bytes(out, plain, (size_t)(at - plain));
        if (c < 0x80) {
            out_text(out, escape);
            at++;
        } else {
            at += escape_wide(out, at, end);
        }
        plain = at;
    }
    if (at > plain)
        out_bytes(out, plain, (size_t)(at - plain));
}

/* ---- ids, targets, languages ---- */

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool id_is_valid(Str id)
{
    for (size_t i = 0; i < id.length; i++)
        if (!is_letter_or_digit(id.at[i]) && id.at[i] != '-' && id.at[i] != '_' && id.at[i] != '.')
            return false;
    return id.length > 0;
}

void id_write(Out *out, Str id)
{
    if (!id_is_valid(id))
        return;
    out_text(out, " id=\"");
    out_str(out, id);
    out_char(out, '"');
}

/* Control characters and blanks are refused rather than cleaned: browsers drop some of them while they look
 * for the scheme, so that what is safe before need not be safe after. */
static bool has_blank_or_control(Str target)
{
    for (size_t i = 0; i < target.length; i++)
        if ((unsigned char)target.at[i] <= ' ' || target.at[i] == 0x7F)
            return true;
    return false;
}

bool target_is_safe(Str target)
{
    static const Str schemes[] = {STR_INIT("https:"), STR_INIT("http:"), STR_INIT("mailto:"),
                                  STR_INIT("tel:")};
    if (has_blank_or_control(target))
        return false;
    if (str_starts(target, STR("#")))
        return id_is_valid(str_slice(target, 1, target.length));
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (target.length > schemes[i].length &&
            str_equal_folded(str_slice(target, 0, schemes[i].length), schemes[i]))
            return true;
    return false;
}

void target_write(Out *out, Str target)
{
    out_text(out, " href=\"");
    out_escaped(out, target);
    out_char(out, '"');
}

bool language_is_valid(Str language)
{
    for (size_t i = 0; i < language.length; i++)
        if (!is_letter_or_digit(language.at[i]) && language.at[i] != '-')
            return false;
    return language.length > 0;
}

void language_write(Out *out, Str language)
{
    if (!language_is_valid(language))
        return;
    out_text(out, " lang=\"");
    out_str(out, language);
    out_text(out, language_right_to_left(language) ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"");
}
