/* Writes the sRGB profile that gives our colours their meaning. In: nothing; out: its few hundred bytes, made
 * from the constants of IEC 61966-2-1 adapted to D50, in units of 1/65536. */
#include "codegen/pdf/icc.h"

#include "support/array.h"

#include <stdint.h>
#include <string.h>

static void u32(Out *out, uint32_t value)
{
    char bytes[4] = {(char)(value >> 24), (char)(value >> 16), (char)(value >> 8), (char)value};
    out_bytes(out, bytes, 4);
}

static void numbers(Out *out, const char *type, const int32_t *values, size_t count)
{
    out_bytes(out, type, 4);
    u32(out, 0);
    for (size_t i = 0; i < count; i++)
        u32(out, (uint32_t)values[i]);
}

/* One text in English; an even number of its bytes after padding to four. */
static void localised(Out *out, const char *text)
{
    size_t length = strlen(text);
    out_text(out, "mluc");
    u32(out, 0);
    u32(out, 1);
    u32(out, 12);
    out_text(out, "enGB");
    u32(out, (uint32_t)length * 2);
    u32(out, 28);
    for (size_t i = 0; i < length; i++) {
        out_char(out, '\0');
        out_char(out, text[i]);
    }
    out_fill(out, '\0', (4 - out->length % 4) % 4);
}

static void curve(Out *out)
{
    /* kind 3: ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below */
    static const int32_t values[] = {157286, 62119, 3417, 5072, 2651};
    out_text(out, "para");
    u32(out, 0);
    u32(out, 3U << 16);
    for (size_t i = 0; i < 5; i++)
        u32(out, (uint32_t)values[i]);
}

typedef struct Tag {
    const char *name;
    uint32_t first, length;
} Tag;

/* The tags' data, one behind the other, and where each begins. */
static void tags_write(Out *data, Tag *tags)
{
    static const int32_t white[] = {0xF6D6, 0x10000, 0xD32D};
    static const int32_t adaptation[] = {68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262};
    static const int32_t red[] = {0x6FA2, 0x38F5, 0x0390};
    static const int32_t green[] = {0x6299, 0xB785, 0x18DA};
    static const int32_t blue[] = {0x24A0, 0x0F84, 0xB6CF};
    static const char *const names[] = {"desc", "cprt", "wtpt", "chad", "rXYZ",
                                        "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    for (size_t i = 0; i < 10; i++) {
        tags[i] = (Tag){names[i], (uint32_t)data->length, 0};
        switch (i) {
        case 0: localised(data, "sRGB"); break;
        case 1: localised(data, "CC0"); break;
        case 2: numbers(data, "XYZ ", white, 3); break;
        case 3: numbers(data, "sf32", adaptation, 9); break;
        case 4: numbers(data, "XYZ ", red, 3); break;
        case 5: numbers(data, "XYZ ", green, 3); break;
        case 6: numbers(data, "XYZ ", blue, 3); break;
        case 7: curve(data); break;
        default: tags[i] = (Tag){names[i], tags[7].first, tags[7].length}; continue;
        }
        tags[i].length = (uint32_t)data->length - tags[i].first;
    }
}

void icc_write(Out *out)
{
    enum { HEADER = 128, TAGS = 10, TABLE = 4 + TAGS * 12 };
    static const uint32_t illuminant[] = {0xF6D6, 0x10000, 0xD32D};
    Tag tags[TAGS];
    Out data = {0};
    tags_write(&data, tags);
    u32(out, HEADER + TABLE + (uint32_t)data.length);
    u32(out, 0);
    u32(out, 0x04200000);
    out_text(out, "mntrRGB XYZ ");
    for (size_t i = 0; i < 3; i++)
        u32(out, i == 0 ? 2026U << 16 | 1 : i == 1 ? 1U << 16 : 0);
    out_text(out, "acsp");
    out_fill(out, '\0', 28);
    for (size_t i = 0; i < 3; i++)
        u32(out, illuminant[i]);
    out_fill(out, '\0', 48);
    u32(out, TAGS);
    for (size_t i = 0; i < TAGS; i++) {
        out_text(out, tags[i].name);
        u32(out, HEADER + TABLE + tags[i].first);
        u32(out, tags[i].length);
    }
    out_str(out, out_result(&data));
    out_free(&data);
}
