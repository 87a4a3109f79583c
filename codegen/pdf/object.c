/* Puts a PDF file together. In: objects by number; out: the file. Streams stand by themselves; everything
 * else is packed into object streams, for a tagged report has hundreds of small objects. Knows nothing of
 * pages. */
#include "codegen/pdf/object.h"

#include <stdlib.h>
#include <string.h>

enum { OBJECTS_A_STREAM = 100, PACK_LEVEL = 5 };

void objects_free(Objects *objects)
{
    free(objects->places.at);
    out_free(&objects->texts);
    out_free(&objects->streams);
    if (objects->packer_ready)
        deflateEnd(&objects->packer);
    *objects = (Objects){0};
}

uint32_t object_reserve(Objects *objects)
{
    ARRAY_ADD(&objects->places, (ObjectPlace){0});
    return (uint32_t)objects->places.count;
}

Out *object_begin(Objects *objects, uint32_t number)
{
    objects->open = number;
    objects->places.at[number - 1].first = objects->texts.length;
    return &objects->texts;
}

void object_end(Objects *objects)
{
    out_char(&objects->texts, '\n');
    objects->places.at[objects->open - 1].end = objects->texts.length;
    objects->open = 0;
}

/* Packs `data` onto the end of `out`. */
static void data_pack(Objects *objects, Str data, Out *out)
{
    z_stream *packer = &objects->packer;
    if (!objects->packer_ready)
        deflateInit(packer, PACK_LEVEL);
    else
        deflateReset(packer);
    objects->packer_ready = true;
    size_t bound = deflateBound(packer, (uLong)data.length);
    size_t start = out->length;
    out_fill(out, '\0', bound);
    packer->next_in = (Bytef *)(uintptr_t)data.at;
    packer->avail_in = (uInt)data.length;
    packer->next_out = (Bytef *)out->at + start;
    packer->avail_out = (uInt)bound;
    deflate(packer, Z_FINISH);
    out->length = start + packer->total_out;
}

static void stream_write(Objects *objects, Str entries, Str data, bool plain, Out *out)
{
    Out packed = {0};
    if (!plain)
        data_pack(objects, data, &packed);
    Str body = plain ? data : out_result(&packed);
    out_text(out, "<<");
    out_str(out, entries);
    out_text(out, plain ? "/Length " : "/Filter/FlateDecode/Length ");
    write_integer(out, (int64_t)body.length);
    out_text(out, ">>\nstream\n");
    out_str(out, body);
    out_text(out, "\nendstream\n");
    out_free(&packed);
}

void object_stream(Objects *objects, uint32_t number, Str entries, Str data, bool plain)
{
    size_t first = objects->streams.length;
    stream_write(objects, entries, data, plain, &objects->streams);
    objects->places.at[number - 1] = (ObjectPlace){first, objects->streams.length, true};
}

/* A line of the cross-reference table: a stream's offset, or the object stream and the place in it. */
typedef struct CrossReference {
    uint8_t kind; /* 1: at an offset; 2: in an object stream */
    uint64_t where, index;
} CrossReference;

typedef struct CrossReferences {
    ARRAY(CrossReference) list; /* of object number − 1 */
} CrossReferences;

static void object_head(uint32_t number, Out *out)
{
    write_integer(out, number);
    out_text(out, " 0 obj\n");
}

/* One object stream that holds `numbers`. */
static void packet_write(Objects *objects, const uint32_t *numbers, size_t count, uint32_t packet,
                         CrossReferences *table, Out *out)
{
    Out head = {0}, body = {0}, entries = {0};
    for (size_t i = 0; i < count; i++) {
        const ObjectPlace *place = &objects->places.at[numbers[i] - 1];
        write_integer(&head, numbers[i]);
        out_char(&head, ' ');
        write_integer(&head, (int64_t)body.length);
        out_char(&head, ' ');
        out_bytes(&body, objects->texts.at + place->first, place->end - place->first);
        table->list.at[numbers[i] - 1] = (CrossReference){2, packet, i};
    }
    out_text(&entries, "/Type/ObjStm/N ");
    write_integer(&entries, (int64_t)count);
    out_text(&entries, "/First ");
    write_integer(&entries, (int64_t)head.length);
    out_str(&head, out_result(&body));
    ARRAY_ADD(&table->list, (CrossReference){1, out->length, 0});
    object_head(packet, out);
    stream_write(objects, out_result(&entries), out_result(&head), false, out);
    out_text(out, "endobj\n");
    out_free(&head);
    out_free(&body);
    out_free(&entries);
}

static void streams_write(Objects *objects, CrossReferences *table, Out *out)
{
    for (size_t i = 0; i < objects->places.count; i++) {
        const ObjectPlace *place = &objects->places.at[i];
        ARRAY_ADD(&table->list, (CrossReference){1, out->length, 0});
        if (!place->is_stream)
            continue;
        object_head((uint32_t)i + 1, out);
        out_bytes(out, objects->streams.at + place->first, place->end - place->first);
        out_text(out, "endobj\n");
    }
}

static void packets_write(Objects *objects, CrossReferences *table, Out *out)
{
    uint32_t numbers[OBJECTS_A_STREAM];
    size_t count = 0;
    for (size_t i = 0; i < objects->places.count; i++) {
        if (!objects->places.at[i].is_stream)
            numbers[count++] = (uint32_t)i + 1;
        if (count == OBJECTS_A_STREAM || (count > 0 && i + 1 == objects->places.count)) {
            packet_write(objects, numbers, count, (uint32_t)table->list.count + 1, table, out);
            count = 0;
        }
    }
}

static void big_endian(Out *out, uint64_t value, unsigned bytes)
{
    while (bytes-- > 0)
        out_char(out, (char)(value >> (8 * bytes) & 0xFF));
}

/* Sixteen bytes made from the whole file, so that the same report has the same name. */
static void identifier_write(const Out *file, Out *out)
{
    uint64_t hash = str_hash(out_result(file));
    uint64_t halves[2] = {hash, file->length};
    halves[1] = str_hash((Str){(const char *)halves, sizeof halves});
    for (unsigned twice = 0; twice < 2; twice++) {
        out_text(out, twice ? "<" : "/ID[<");
        for (unsigned i = 0; i < 8; i++)
            write_hex4(out, (unsigned)(halves[i / 4] >> (16 * (i % 4))) & 0xFFFF);
        out_char(out, '>');
    }
    out_char(out, ']');
}

static void table_write(Objects *objects, CrossReferences *table, uint32_t root, uint32_t information,
                        Out *out)
{
    Out rows = {0}, entries = {0};
    size_t start = out->length;
    ARRAY_ADD(&table->list, (CrossReference){1, start, 0});
    big_endian(&rows, 0, 5);
    big_endian(&rows, 0xFFFF, 2);
    for (size_t i = 0; i < table->list.count; i++) {
        big_endian(&rows, table->list.at[i].kind, 1);
        big_endian(&rows, table->list.at[i].where, 4);
        big_endian(&rows, table->list.at[i].index, 2);
    }
    out_text(&entries, "/Type/XRef/W[1 4 2]/Size ");
    write_integer(&entries, (int64_t)table->list.count + 1);
    out_text(&entries, "/Root");
    write_reference(&entries, root);
    out_text(&entries, "/Info");
    write_reference(&entries, information);
    identifier_write(out, &entries);
    object_head((uint32_t)table->list.count, out);
    stream_write(objects, out_result(&entries), out_result(&rows), false, out);
    out_text(out, "endobj\nstartxref\n");
    write_integer(out, (int64_t)start);
    out_text(out, "\n%%EOF\n");
    out_free(&rows);
    out_free(&entries);
}

void objects_write(Objects *objects, uint32_t root, uint32_t information, Out *out)
{
    CrossReferences table = {0};
    Out file = {0};
    out_text(&file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    streams_write(objects, &table, &file);
    packets_write(objects, &table, &file);
    table_write(objects, &table, root, information, &file);
    out_str(out, out_result(&file));
    out_free(&file);
    free(table.list.at);
}
