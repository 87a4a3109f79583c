/* A rich document, built by hand: every kind of block, languages of both directions, links, a drawing with
 * linked boxes, empty cells, room to sign. html_test.c checks what becomes of it; tests/html-conformance
 * looks at it in a browser. */
#ifndef SENC_TESTS_UNIT_HTML_SAMPLE_H
#define SENC_TESTS_UNIT_HTML_SAMPLE_H

#include "report/document.h"

static void sample_text(Document *document, Blocks *to, ParagraphStyle style, Str text)
{
    runs_value(&document_paragraph(document, to, style)->as.paragraph.runs, text, RUN_plain);
}

static void sample_cell(Document *document, Row *row, bool header, Str text)
{
    Runs *runs = cell_text(document, row, header);
    if (text.length > 0)
        runs_value(runs, text, RUN_plain);
}

static void sample_row(Document *document, Block *table, Str id, size_t count, const Str *texts, bool head)
{
    Row *row = table_row(table, id);
    for (size_t i = 0; i < count; i++)
        sample_cell(document, row, head || i == 0, texts[i]);
}

#define ROW(table, id, head, ...)                                                                            \
    sample_row(document, table, STR(id), sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str),                   \
               (const Str[]){__VA_ARGS__}, head)

static void sample_facts(Document *document)
{
    Block *table = document_table(document, &document->body, 0);
    ROW(table, "", false, STR("Pupil"), STR("Amina Yusuf Rahman"));
    ROW(table, "", false, STR("Date of birth"), STR("3 May 2017 (9 years 6 months)"));
    ROW(table, "", false, STR("Class"), STR("4 Oak, Year 4, Key Stage 2"));
    ROW(table, "", false, STR("Support"), STR("SEN support since 5 September 2024"));
    ROW(table, "", false, STR("Areas of need"), STR("Cognition and learning; communication and interaction"));
    ROW(table, "", false, STR("Written with"),
        STR("Amina; Mrs Rahman (mother); Miss Okafor (class teacher)"));
    ROW(table, "", false, STR("Next review"), STR("11 December 2026"));
}

static void sample_profile(Document *document)
{
    Blocks *body = &document_section(document, &document->body, 2, STR("One-page profile"), STR("profile"))
                        ->as.section.body;
    Blocks *like =
        &document_section(document, body, 3, STR("What people like about me"), STR("like"))->as.section.body;
    Block *list = document_list(document, like, false);
    static const Str likes[] = {STR_INIT("I make everybody laugh, even on wet playtimes."),
                                STR_INIT("I am patient with the little ones in Reception."),
                                STR_INIT("I know all there is to know about owls.")};
    for (size_t i = 0; i < 3; i++)
        sample_text(document, &list_item(list)->body, PARAGRAPH_body, likes[i]);
    Blocks *hope =
        &document_section(document, body, 3, STR("What I hope for"), STR("aspirations"))->as.section.body;
    sample_text(document, hope, PARAGRAPH_quote,
                STR("I want to read Harry Potter by myself, and to be the one who reads to my little brother "
                    "at bedtime."));
    sample_text(document, hope, PARAGRAPH_small, STR("Amina, 12 September 2026"));
    Block *quote = document_paragraph(document, hope, PARAGRAPH_quote);
    runs_value(&quote->as.paragraph.runs, STR("نحب أن نراها تقرأ بثقة، وأن تجد صديقات في المدرسة."),
               RUN_plain)
        ->language = STR("ar");
    Block *who = document_paragraph(document, hope, PARAGRAPH_small);
    runs_add(&who->as.paragraph.runs, STR("Her parents (in Arabic): "), RUN_plain);
    runs_value(&who->as.paragraph.runs, STR("السيدة رحمن"), RUN_plain)->language = STR("ar");
    runs_add(&who->as.paragraph.runs, STR(", 14 September 2026"), RUN_plain);
}

static void sample_needs(Document *document)
{
    Block *section = document_section(document, &document->body, 2, STR("Needs"), STR("needs"));
    Block *intro = document_paragraph(document, &section->as.section.body, PARAGRAPH_body);
    runs_add(&intro->as.paragraph.runs,
             STR("What makes learning harder for Amina, and how we know. Each need leads to the "),
             RUN_plain);
    runs_link(&intro->as.paragraph.runs, STR("outcomes"), STR("#outcomes"));
    runs_add(&intro->as.paragraph.runs, STR(" that answer it. The words of the "), RUN_plain);
    runs_link(&intro->as.paragraph.runs, STR("SEND Code of Practice"),
              STR("https://www.gov.uk/government/publications/send-code-of-practice-0-to-25"));
    runs_add(&intro->as.paragraph.runs, STR(" are used where they help."), RUN_plain);
    Block *table = document_table(document, &section->as.section.body, 1);
    runs_add(&table->as.table.caption, STR("Needs and the outcomes that answer them"), RUN_plain);
    table_column(table, false, 0), table_column(table, false, 0), table_column(table, false, 0);
    ROW(table, "", true, STR("Need"), STR("How we know"), STR("Outcomes"));
    for (int i = 0; i < 2; i++) {
        Row *row = table_row(table, i ? STR("need-B2") : STR("need-B1"));
        Runs *name = cell_text(document, row, true);
        runs_value(name, i ? STR("B2") : STR("B1"), RUN_strong);
        runs_add(name, STR(" "), RUN_plain);
        runs_value(name,
                   i ? STR("Following instructions of more than two steps")
                     : STR("Reading accurately and fluently (dyslexia)"),
                   RUN_plain);
        sample_cell(document, row, false,
                    i ? STR("Understood 2 of 5 three-step instructions in class, June 2026")
                      : STR("Reads 62 words a minute; standard score 81 (YARC, 9 June 2026). Spelling age 7 "
                            "years 2 months."));
        runs_link(cell_text(document, row, false), i ? STR("E2") : STR("E1"),
                  i ? STR("#outcome-E2") : STR("#outcome-E1"));
    }
}

static void sample_provision(Document *document)
{
    Block *section = document_section(document, &document->body, 2, STR("Provision"), STR("provision"));
    section->as.section.new_page = true;
    Block *table = document_table(document, &section->as.section.body, 1);
    runs_add(&table->as.table.caption, STR("Who does what, how often and for how long"), RUN_plain);
    static const bool numeric[] = {false, false, false, true, true, true, false};
    for (size_t i = 0; i < 7; i++)
        table_column(table, numeric[i], 0);
    ROW(table, "", true, STR("Provision"), STR("By"), STR("Where"), STR("Minutes"), STR("A week"),
        STR("Cost a year"), STR("For"));
    Row *group = table_row(table, STR(""));
    Cell *cell = row_cell(group, true);
    cell->column_span = 7;
    sample_text(document, &cell->body, PARAGRAPH_body, STR("Every day in class"));
    ROW(table, "provision-F1", false, STR("Overlay and coloured paper"), STR("Miss Okafor"), STR("Class"),
        STR(""), STR(""), STR("£12.50"), STR("E1"));
    group = table_row(table, STR(""));
    cell = row_cell(group, true);
    cell->column_span = 7;
    sample_text(document, &cell->body, PARAGRAPH_body, STR("Additional and different"));
    ROW(table, "provision-F2", false, STR("Toe by Toe, one to one"), STR("Mr Jack Whitcombe"), STR("Library"),
        STR("20"), STR("4"), STR("£1,083.33"), STR("E1"));
    ROW(table, "provision-F3", false, STR("Colourful Semantics, group of 4"), STR("Mrs Priya Nair"),
        STR("Oak room"), STR("30"), STR("2"), STR("£406.25"), STR("E2"));
    Block *note = document_paragraph(document, &section->as.section.body, PARAGRAPH_note);
    runs_add(&note->as.paragraph.runs, STR("Altogether 2 hours 20 minutes a week. "), RUN_strong);
    runs_add(&note->as.paragraph.runs,
             STR("Costs are for one pupil over 39 weeks, shared groups divided by their size."), RUN_plain);
}

static void sample_box(Drawing *drawing, int32_t left, Ink fill, Str name, Str target, Str title,
                       bool missing)
{
    draw_group(drawing, name, target);
    Shape *box =
        draw_rectangle(drawing, left, 20000, left + 112000, 74000, fill, missing ? INK_missing : INK_rule);
    box->radius = 4000;
    box->dashed = missing;
    draw_text(drawing, (Point){left + 8000, 38000}, ANCHOR_start, 9500, title)->bold = true;
    draw_text(drawing, (Point){left + 8000, 52000}, ANCHOR_start, 9000,
              missing ? STR("no provision") : STR("80 minutes a week"))
        ->fill = missing ? INK_missing : INK_muted;
    draw_group_end(drawing);
}

static void sample_map(Document *document)
{
    Blocks *body =
        &document_section(document, &document->body, 2, STR("Provision map"), STR("map"))->as.section.body;
    Block *figure =
        document_figure(document, body,
                        STR("B1 Reading leads to E1 Reads 90 words a minute, which is answered by F2 Toe by "
                            "Toe, 80 minutes a week. E2 has no provision."));
    runs_add(&figure->as.figure.caption, STR("From need to provision"), RUN_plain);
    Drawing *drawing = drawing_new(document->arena, 480000, 90000);
    sample_box(drawing, 4000, INK_need, STR("B1 Reading"), STR("#need-B1"), STR("B1 Reading"), false);
    sample_box(drawing, 184000, INK_outcome, STR("E1 90 words a minute"), STR("#outcome-E1"),
               STR("E1 90 words a minute"), false);
    sample_box(drawing, 364000, INK_outcome, STR("E2 Instructions, no provision"), STR("#outcome-E2"),
               STR("E2 Instructions"), true);
    Point curve[4] = {{116000, 47000}, {150000, 47000}, {150000, 47000}, {184000, 47000}};
    Shape *arrow = draw_curve(drawing, curve, 4, INK_muted, 1000);
    arrow->arrow = true;
    arrow->hidden = true;
    figure->as.figure.drawing = drawing;
}

static void sample_outcomes(Document *document)
{
    Blocks *body =
        &document_section(document, &document->body, 2, STR("Outcomes and progress"), STR("outcomes"))
             ->as.section.body;
    Blocks *first =
        &document_section(document, body, 3, STR("E1 Amina reads 90 words a minute"), STR("outcome-E1"))
             ->as.section.body;
    sample_text(
        document, first, PARAGRAPH_body,
        STR("By the end of the summer term 2027 Amina will read a passage at the level of her year group "
            "aloud, "
            "at 90 words a minute and with no more than four slips, so that she can keep up with the text in "
            "every lesson and enjoy a book of her own choice at home."));
    Block *steps = document_list(document, first, true);
    static const Str texts[] = {STR_INIT("70 words a minute by 18 December 2026"),
                                STR_INIT("80 words a minute by 26 March 2027"),
                                STR_INIT("90 words a minute by 16 July 2027")};
    for (size_t i = 0; i < 3; i++)
        sample_text(document, &list_item(steps)->body, PARAGRAPH_body, texts[i]);
    Blocks *second = &document_section(document, body, 3, STR("E2 Amina follows instructions of three steps"),
                                       STR("outcome-E2"))
                          ->as.section.body;
    Block *para = document_paragraph(document, second, PARAGRAPH_body);
    runs_add(&para->as.paragraph.runs, STR("In 4 of 5 lessons, by 16 July 2027. Written in the plan as "),
             RUN_plain);
    runs_value(&para->as.paragraph.runs, STR("outcome E2 \"…\""), RUN_code);
    runs_add(&para->as.paragraph.runs, STR("."), RUN_plain);
}

static void sample_signatures(Document *document)
{
    Blocks *body =
        &document_section(document, &document->body, 2, STR("Agreed by"), STR("agreed"))->as.section.body;
    Block *table = document_table(document, body, 1);
    table_column(table, false, 30), table_column(table, false, 25), table_column(table, false, 30),
        table_column(table, false, 15);
    ROW(table, "", true, STR("Name"), STR("Role"), STR("Signature"), STR("Date"));
    ROW(table, "", false, STR("Amina Rahman"), STR("Pupil"), STR(""), STR(""));
    ROW(table, "", false, STR("Farida Rahman"), STR("Mother"), STR(""), STR(""));
    ROW(table, "", false, STR("Ms Helen Marsh"), STR("SENCO"), STR(""), STR(""));
    for (size_t i = 1; i < 4; i++)
        table->as.table.rows.at[i].minimum_height = 36000;
    Block *contact = document_paragraph(document, body, PARAGRAPH_body);
    runs_add(&contact->as.paragraph.runs, STR("Questions? Write to "), RUN_plain);
    runs_link(&contact->as.paragraph.runs, STR("senco@example.sch.uk"), STR("mailto:senco@example.sch.uk"));
    runs_add(&contact->as.paragraph.runs, STR(" or ring "), RUN_plain);
    runs_link(&contact->as.paragraph.runs, STR("01632 960 123"), STR("tel:+441632960123"));
    runs_add(&contact->as.paragraph.runs, STR("."), RUN_plain);
}

static Document *sample_document(Arena *arena)
{
    Document *document = document_new(arena, STR("Support plan for Amina Rahman"), STR("en-GB"));
    document->subject = STR("SEN support plan, autumn term 2026");
    document->author = STR("Larkfield Primary School");
    document->running_head = STR("Support plan: Amina Rahman, 22 November 2026");
    document->footer = STR("Confidential: for Amina's family and the staff who teach her");
    sample_text(document, &document->body, PARAGRAPH_lead,
                STR("SEN support at Larkfield Primary School, from 7 September 2026 to 16 July 2027"));
    sample_facts(document);
    sample_profile(document);
    sample_needs(document);
    sample_outcomes(document);
    sample_provision(document);
    sample_map(document);
    sample_signatures(document);
    return document;
}

#endif
