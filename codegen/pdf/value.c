/* The forms of values in a PDF file: numbers, references, strings. Numbers are whole thousandths, so that no
 * locale ever decides their decimal point. */
#include "codegen/pdf/object.h"

#include "support/utf8.h"

void write_integer(Out *out, int64_t integer)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (integer < 0)
        digits[--at] = '-';
    out_bytes(out, digits + at, sizeof digits - at);
}

void write_number(Out *out, int64_t thousandths)
{
    uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    unsigned rest = (unsigned)(size % 1000);
    if (thousandths < 0)
        out_char(out, '-');
    write_integer(out, (int64_t)(size / 1000));
    if (rest == 0)
        return;
    char digits[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10), (char)('0' + rest % 10)};
    size_t count = 4;
    while (digits[count - 1] == '0')
        count--;
    out_bytes(out, digits, count);
}

void write_reference(Out *out, uint32_t number)
{
    out_char(out, ' ');
    write_integer(out, number);
    out_text(out, " 0 R");
}

void write_hex4(Out *out, unsigned value)
{
    static const char digits[] = "0123456789ABCDEF";
    char text[4];
    for (unsigned i = 0; i < 4; i++)
        text[i] = digits[value >> (4 * (3 - i)) & 15];
    out_bytes(out, text, 4);
}

void write_bytes(Out *out, Str bytes)
{
    out_char(out, '(');
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        if (byte == '(' || byte == ')' || byte == '\\')
            out_char(out, '\\');
        if (byte < ' ' || byte > '~')
            out_format(out, "\\%03o", (unsigned)byte);
        else
            out_char(out, (char)byte);
    }
    out_char(out, ')');
}

static bool is_ascii(Str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] < ' ' || (unsigned char)text.at[i] > '~')
            return false;
    return true;
}

void write_text(Out *out, Str utf8)
{
    if (is_ascii(utf8)) {
        write_bytes(out, utf8);
        return;
    }
    out_text(out, "<FEFF");
    for (size_t at = 0; at < utf8.length;) {
        unsigned size = 1;
        uint32_t code = utf8_decode(utf8.at + at, utf8.at + utf8.length, &size);
        at += size;
        if (code > 0xFFFF) {
            write_hex4(out, 0xD7C0 + (code >> 10));
            code = 0xDC00 | (code & 0x3FF);
        }
        write_hex4(out, code);
    }
    out_char(out, '>');
}
