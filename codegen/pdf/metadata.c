/* Writes what a file says of itself. In: the document's title, author and date; out: Info and XMP, which
 * agree, the output intent and the catalog. */
#include "codegen/pdf/metadata.h"

#include "codegen/pdf/icc.h"

static const char producer[] = "senc";

/* A moment in UTC. */
typedef struct Moment {
    int year;
    unsigned month, day, hour, minute, second;
} Moment;

/* The civil calendar from a count of days: eras of 400 years that begin in March. */
static Moment moment_of(int64_t epoch)
{
    enum { DAY = 86400, ERA = 146097, ERA_OF_1970 = 719468 };
    if (epoch < INT64_C(-62135596800) || epoch > INT64_C(253402300799))
        epoch = 0; /* outside years 1 to 9999, which the formats cannot say */
    int64_t days = (epoch >= 0 ? epoch : epoch - (DAY - 1)) / DAY;
    unsigned second = (unsigned)(epoch - days * DAY);
    days += ERA_OF_1970;
    int64_t era = days / ERA;
    unsigned day_of_era = (unsigned)(days - era * ERA);
    unsigned year = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    unsigned day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    unsigned month = (5 * day_of_year + 2) / 153;
    return (Moment){.year = (int)(era * 400 + year) + (month >= 10 ? 1 : 0),
                    .month = month < 10 ? month + 3 : month - 9,
                    .day = day_of_year - (153 * month + 2) / 5 + 1,
                    .hour = second / 3600,
                    .minute = second / 60 % 60,
                    .second = second % 60};
}

static void entry_write(Out *out, const char *key, Str value)
{
    if (value.length == 0)
        return;
    out_text(out, key);
    write_text(out, value);
}

uint32_t information_write(Writer *writer)
{
    const Document *document = writer->document;
    Moment now = moment_of(writer->options->epoch);
    uint32_t number = object_reserve(&writer->objects);
    Out *out = object_begin(&writer->objects, number);
    out_text(out, "<<");
    entry_write(out, "/Title", document->title);
    entry_write(out, "/Author", document->author);
    entry_write(out, "/Subject", document->subject);
    entry_write(out, "/Creator", writer->options->creator);
    entry_write(out, "/Producer", str_from(producer));
    for (unsigned twice = 0; twice < 2; twice++)
        out_format(out, "%s(D:%04d%02u%02u%02u%02u%02uZ)", twice ? "/ModDate" : "/CreationDate", now.year,
                   now.month, now.day, now.hour, now.minute, now.second);
    out_text(out, ">>");
    object_end(&writer->objects);
    return number;
}

static void xml_text(Out *out, Str text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        if (byte == '<')
            out_text(out, "&lt;");
        else if (byte == '>')
            out_text(out, "&gt;");
        else if (byte == '&')
            out_text(out, "&amp;");
        else if ((unsigned char)byte < ' ')
            out_char(out, ' ');
        else
            out_char(out, byte);
    }
}

/* <name>before text after</name>, nothing for an empty text. */
static void property(Out *out, const char *name, const char *before, Str text, const char *after)
{
    if (text.length == 0)
        return;
    out_format(out, "<%s>%s", name, before);
    xml_text(out, text);
    out_format(out, "%s</%s>\n", after, name);
}

/* PDF/A wants foreign properties declared: without this the identification for PDF/UA would break it. */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>The part of ISO 14289 it conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char packet_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

uint32_t metadata_write(Writer *writer)
{
    static const char alternative[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    const Document *document = writer->document;
    Moment now = moment_of(writer->options->epoch);
    Str date = arena_format(&writer->arena, "%04d-%02u-%02uT%02u:%02u:%02uZ", now.year, now.month, now.day,
                            now.hour, now.minute, now.second);
    Out xmp = {0};
    out_text(&xmp, packet_head);
    property(&xmp, "dc:title", alternative, document->title, "</rdf:li></rdf:Alt>");
    property(&xmp, "dc:creator", "<rdf:Seq><rdf:li>", document->author, "</rdf:li></rdf:Seq>");
    property(&xmp, "dc:language", "<rdf:Bag><rdf:li>", document->language, "</rdf:li></rdf:Bag>");
    property(&xmp, "dc:description", alternative, document->subject, "</rdf:li></rdf:Alt>");
    property(&xmp, "xmp:CreateDate", "", date, "");
    property(&xmp, "xmp:ModifyDate", "", date, "");
    property(&xmp, "xmp:CreatorTool", "", writer->options->creator, "");
    property(&xmp, "pdf:Producer", "", str_from(producer), "");
    out_text(&xmp, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                   "<pdfuaid:part>1</pdfuaid:part>\n");
    out_text(&xmp, extension);
    out_text(&xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    uint32_t number = object_reserve(&writer->objects);
    object_stream(&writer->objects, number, STR("/Type/Metadata/Subtype/XML"), out_result(&xmp), true);
    out_free(&xmp);
    return number;
}

uint32_t intent_write(Writer *writer)
{
    Out profile = {0};
    icc_write(&profile);
    uint32_t number = object_reserve(&writer->objects), stream = object_reserve(&writer->objects);
    object_stream(&writer->objects, stream, STR("/N 3"), out_result(&profile), false);
    out_free(&profile);
    Out *out = object_begin(&writer->objects, number);
    out_text(out, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                  "/RegistryName(http://www.color.org)/DestOutputProfile");
    write_reference(out, stream);
    out_text(out, ">>");
    object_end(&writer->objects);
    return number;
}

uint32_t catalog_write(Writer *writer, uint32_t pages, uint32_t outline)
{
    uint32_t metadata = metadata_write(writer), intent = intent_write(writer);
    uint32_t number = object_reserve(&writer->objects);
    Out *out = object_begin(&writer->objects, number);
    out_text(out, "<</Type/Catalog/Pages");
    write_reference(out, pages);
    entry_write(out, "/Lang", writer->document->language);
    out_text(out, writer->leftwards ? "/ViewerPreferences<</DisplayDocTitle true/Direction/R2L>>"
                                    : "/ViewerPreferences<</DisplayDocTitle true>>");
    out_text(out, "/MarkInfo<</Marked true>>/StructTreeRoot");
    write_reference(out, writer->structure.root);
    out_text(out, "/PageMode/UseOutlines/Outlines");
    write_reference(out, outline);
    out_text(out, "/Metadata");
    write_reference(out, metadata);
    out_text(out, "/OutputIntents[");
    write_reference(out, intent);
    out_text(out, "]>>");
    object_end(&writer->objects);
    return number;
}
