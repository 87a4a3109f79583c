/* Findings as SARIF 2.1.0, the form that code scanning services and editors read. One run; results are
 * written as they come, the rules they came from and what is about no file behind them. Places are told from
 * the folder in which senc ran, which has no address of its own here: the same findings are the same bytes on
 * every machine. */
#include "codegen/findings/form.h"

#include "support/render_json.h"
#include "support/utf8.h"

#include <string.h>

#define BASE "RUNFOLDER"

/* ---- texts and addresses ---- */

/* A message: `[words](address)` would be a link in it, so words of a plan that look like one are told apart.
 */
static json_t *message_of(Str text)
{
    Out out = {0};
    bool link = memmem(text.at, text.length, "](", 2) != NULL;
    for (size_t i = 0; i < text.length; i++) {
        if (link && (text.at[i] == '[' || text.at[i] == ']' || text.at[i] == '\\'))
            out_char(&out, '\\');
        out_char(&out, text.at[i]);
    }
    json_t *message = json_object();
    json_set_text(message, "text", out_result(&out));
    out_free(&out);
    return message;
}

static bool stands_for_itself(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-._~/", c));
}

/* A file's name as a reference of RFC 3986. */
static void write_address(Out *out, Str name)
{
    if (str_starts(name, STR("/")))
        out_text(out, "file://");
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (stands_for_itself(c))
            out_char(out, (char)c);
        else
            out_format(out, "%%%02X", c);
    }
}

static json_t *artifact_of(const Source *source)
{
    Out out = {0};
    Str name = name_plain(source->name);
    write_address(&out, name);
    json_t *artifact = json_object();
    json_set_text(artifact, "uri", out_result(&out));
    if (!str_starts(name, STR("/")))
        json_set_text(artifact, "uriBaseId", STR(BASE));
    out_free(&out);
    return artifact;
}

/* ---- places ---- */

static json_t *region_of(Findings *findings, Place place)
{
    Location at = render_locate(findings, place);
    json_t *region = json_object();
    json_set_number(region, "startLine", at.first.line);
    json_set_number(region, "startColumn", at.first.column);
    json_set_number(region, "endLine", at.end.line);
    json_set_number(region, "endColumn", at.end.column);
    return region;
}

static json_t *location_of(Findings *findings, Place place)
{
    json_t *location = json_object(), *physical = json_object();
    json_object_set_new(physical, "artifactLocation", artifact_of(place.source));
    json_object_set_new(physical, "region", region_of(findings, place));
    json_object_set_new(location, "physicalLocation", physical);
    return location;
}

static json_t *list_of(json_t *only)
{
    json_t *list = json_array();
    json_array_append_new(list, only);
    return list;
}

static json_t *related_of(Findings *findings, const Finding *finding)
{
    json_t *location = location_of(findings, finding->second);
    json_object_set_new(location, "message", message_of(finding->second_message));
    return list_of(location);
}

static json_t *fixes_of(Findings *findings, const Finding *finding)
{
    json_t *fix = json_object(), *change = json_object(), *replacement = json_object(),
           *content = json_object();
    json_set_text(content, "text", finding->replacement);
    json_object_set_new(replacement, "deletedRegion", region_of(findings, finding->fix));
    json_object_set_new(replacement, "insertedContent", content);
    json_object_set_new(change, "artifactLocation", artifact_of(finding->fix.source));
    json_object_set_new(change, "replacements", list_of(replacement));
    json_object_set_new(fix, "description", message_of(render_fix(findings, finding)));
    json_object_set_new(fix, "artifactChanges", list_of(change));
    return list_of(fix);
}

/* ---- rules ---- */

/* The number of the finding's rule, which is kept when it is new: it may be a school's own, and go with the
 * school. */
static size_t rule_number(FindingsReport *report, const FindingRule *rule)
{
    size_t number = 0;
    while (number < report->rules.count && !str_equal(report->rules.at[number].name, rule->name))
        number++;
    if (number == report->rules.count) {
        FindingRule kept = {arena_str(&report->arena, rule->name), rule->severity,
                            arena_str(&report->arena, rule->why), arena_str(&report->arena, rule->cites)};
        ARRAY_ADD(&report->rules, kept);
    }
    return number;
}

static json_t *text_of(Str text)
{
    json_t *object = json_object();
    json_set_text(object, "text", text);
    return object;
}

static Str first_sentence(Str text)
{
    for (size_t i = 1; i + 1 < text.length; i++)
        if (text.at[i] == '.' && text.at[i + 1] == ' ')
            return str_slice(text, 0, i + 1);
    return text;
}

/* Why it is given, whose law or guidance it rests on, and where there is more. */
static Str rule_help(FindingsReport *report, const FindingRule *rule)
{
    Out out = {0};
    out_str(&out, rule->why);
    if (rule->cites.length)
        out_format(&out, "%sSource: " STR_FMT ".", out.length ? " " : "", STR_ARG(rule->cites));
    out_format(&out, "%s`senc explain " STR_FMT "` says more.", out.length ? " " : "", STR_ARG(rule->name));
    Str help = arena_str(&report->arena, out_result(&out));
    out_free(&out);
    return help;
}

static json_t *rule_of(FindingsReport *report, const FindingRule *rule)
{
    json_t *object = json_object(), *configuration = json_object();
    json_set_text(object, "id", rule->name);
    Str why = rule->why.length ? rule->why : rule->name;
    json_object_set_new(object, "shortDescription", text_of(first_sentence(why)));
    json_object_set_new(object, "fullDescription", text_of(why));
    json_object_set_new(object, "help", text_of(rule_help(report, rule)));
    json_set_text(configuration, "level", severity_name(rule->severity));
    json_object_set_new(object, "defaultConfiguration", configuration);
    return object;
}

/* ---- results ---- */

static json_t *suppressions_of(const Finding *finding)
{
    json_t *suppression = json_object();
    json_set_text(suppression, "kind", STR("inSource"));
    json_set_text(suppression, "justification", finding->allowed);
    return list_of(suppression);
}

static json_t *result_of(FindingsReport *report, Findings *findings, const Finding *finding)
{
    json_t *result = json_object(), *fingerprints = json_object();
    json_set_text(result, "ruleId", finding->rule->name);
    json_set_number(result, "ruleIndex", (json_int_t)rule_number(report, finding->rule));
    json_set_text(result, "level", severity_name(finding->severity));
    json_object_set_new(result, "message", message_of(finding_words(findings, finding)));
    json_object_set_new(result, "locations", list_of(location_of(findings, finding->place)));
    if (finding->second.source)
        json_object_set_new(result, "relatedLocations", related_of(findings, finding));
    if (finding->fix.source)
        json_object_set_new(result, "fixes", fixes_of(findings, finding));
    if (finding->allowed.at)
        json_object_set_new(result, "suppressions", suppressions_of(finding));
    json_set_text(fingerprints, "sencFinding/v1", fingerprint_text(findings, finding));
    json_object_set_new(result, "partialFingerprints", fingerprints);
    return result;
}

/* What is about no file is no result, for that has a place, but something the run has to tell. */
static json_t *notification_of(Findings *findings, const Finding *finding)
{
    json_t *notification = json_object(), *descriptor = json_object();
    json_set_text(descriptor, "id", finding->rule->name);
    json_object_set_new(notification, "descriptor", descriptor);
    json_set_text(notification, "level", severity_name(finding->severity));
    json_object_set_new(notification, "message", message_of(finding_words(findings, finding)));
    return notification;
}

static void sarif_begin(FindingsReport *report)
{
    json_object_seed(1);
    out_text(report->out,
             "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\n"
             "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\n"
             "\"originalUriBaseIds\":{\"" BASE "\":{\"description\":"
             "{\"text\":\"The folder in which senc was run.\"}}},\n\"results\":[");
}

static void sarif_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    size_t before = report->written - report->apart_count;
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        if (finding->place.source) {
            out_text(report->out, before++ ? ",\n" : "\n");
            json_write(result_of(report, findings, finding), report->out);
        } else {
            out_text(&report->apart, report->apart_count++ ? ",\n" : "\n");
            json_write(notification_of(findings, finding), &report->apart);
        }
    }
}

static json_t *driver_of(FindingsReport *report)
{
    json_t *driver = json_object(), *rules = json_array();
    json_set_text(driver, "name", STR("senc"));
    json_set_text(driver, "version", str_from(report->version));
    for (size_t i = 0; i < report->rules.count; i++)
        json_array_append_new(rules, rule_of(report, &report->rules.at[i]));
    json_object_set_new(driver, "rules", rules);
    return driver;
}

static void sarif_end(FindingsReport *report, int status)
{
    Out *out = report->out;
    out_format(out,
               "],\n\"invocations\":[{\"executionSuccessful\":%s,\"exitCode\":%d,"
               "\"toolExecutionNotifications\":[",
               status == 2 ? "false" : "true", status);
    out_str(out, out_result(&report->apart));
    out_text(out, "]}],\n\"tool\":{\"driver\":");
    json_write(driver_of(report), out);
    out_text(out, "}}]}\n");
}

const FormWriter form_sarif = {sarif_begin, sarif_add, sarif_end};
