/* Automaton and lists as C tables, for what is built into senc. */
#include "sema/words/lists.h"

/* Numbers on a line. */
#define ROW 16

static void write_numbers(Out *out, Str name, const char *what, const uint32_t *numbers, size_t count)
{
    out_format(out, "static const uint32_t " STR_FMT "_%s[] = {", STR_ARG(name), what);
    for (size_t i = 0; i < count; i++)
        out_format(out, "%s%u,", i % ROW ? "" : "\n", (unsigned)numbers[i]);
    out_text(out, count ? "\n};\n" : "0};\n");
}

static void write_text(Out *out, Str text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte < 32 || byte >= 127 || byte == '"' || byte == '\\' || byte == '?')
            out_format(out, "\\%03o", (unsigned)byte);
        else
            out_char(out, (char)byte);
    }
    out_char(out, '"');
}

static void write_str(Out *out, Str text)
{
    out_char(out, '{');
    write_text(out, text);
    out_format(out, ", %zu}", text.length);
}

static void write_lexicon(Out *out, const Lexicon *lexicon, Str name)
{
    out_format(out, "static const LexiconSlot " STR_FMT "_slots[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i <= lexicon->mask; i++) {
        const LexiconSlot *slot = &lexicon->slots[i];
        out_format(out, "{%uu,%u,%u,%u,0},%s", slot->hash, slot->spelling, slot->length, slot->symbol,
                   i % 8 == 7 ? "\n" : "");
    }
    out_format(out, "};\nstatic const char " STR_FMT "_spellings[] =", STR_ARG(name));
    for (uint32_t i = 0; i < lexicon->spelling_size; i += 80) {
        out_char(out, '\n');
        write_text(out, str_slice((Str){lexicon->spellings, lexicon->spelling_size}, i, i + 80));
    }
    out_text(out, ";\n");
}

static void write_states(Out *out, const Automaton *automaton, Str name)
{
    out_format(out, "static const WordState " STR_FMT "_states[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i < automaton->state_count; i++) {
        const WordState *state = &automaton->states[i];
        out_format(out, "{%u,%u,%u,%u,%u},%s", state->first_edge, state->edge_count, state->other,
                   state->first_accept, state->accept_count, i % 8 == 7 ? "\n" : "");
    }
    out_format(out, "{0}};\nstatic const WordEdge " STR_FMT "_edges[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i < automaton->edge_count; i++)
        out_format(out, "{%u,%u},%s", automaton->edges[i].symbol, automaton->edges[i].target,
                   i % ROW == ROW - 1 ? "\n" : "");
    out_format(out, "{0}};\nstatic const PatternInfo " STR_FMT "_patterns[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i < automaton->pattern_count; i++)
        out_format(out, "{%u,%u,%u},%s", automaton->patterns[i].list, automaton->patterns[i].is_exception,
                   automaton->patterns[i].entry, i % ROW == ROW - 1 ? "\n" : "");
    out_text(out, "{0}};\n");
}

static void write_value(Out *out, const Automaton *automaton, Str name)
{
    out_format(out,
               "{{" STR_FMT "_slots, " STR_FMT "_spellings, %u, %u, %u}, " STR_FMT "_states, " STR_FMT
               "_edges, " STR_FMT "_accepts, " STR_FMT "_patterns, " STR_FMT "_start, " STR_FMT
               "_head, %u, %u, "
               "%u, %u, %u}",
               STR_ARG(name), STR_ARG(name), automaton->lexicon.mask, automaton->lexicon.symbol_count,
               automaton->lexicon.spelling_size, STR_ARG(name), STR_ARG(name), STR_ARG(name), STR_ARG(name),
               STR_ARG(name), STR_ARG(name), automaton->state_count, automaton->edge_count,
               automaton->accept_count, automaton->pattern_count, automaton->list_count);
}

static void write_automaton_tables(Out *out, const Automaton *automaton, Str name)
{
    size_t symbols = automaton->state_count ? automaton->lexicon.symbol_count : 0;
    write_lexicon(out, &automaton->lexicon, name);
    write_states(out, automaton, name);
    write_numbers(out, name, "accepts", automaton->accepts, automaton->accept_count);
    write_numbers(out, name, "start", automaton->start, symbols);
    write_numbers(out, name, "head", automaton->head_start, symbols);
}

void automaton_write(Out *out, const Automaton *automaton, Str name)
{
    write_automaton_tables(out, automaton, name);
    out_format(out, "const Automaton " STR_FMT " = ", STR_ARG(name));
    write_value(out, automaton, name);
    out_text(out, ";\n");
}

void word_lists_write(Out *out, const WordLists *lists, Str name)
{
    write_automaton_tables(out, &lists->automaton, name);
    out_format(out, "static const WordList " STR_FMT "_lists[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i < lists->list_count; i++) {
        out_char(out, '{');
        write_str(out, lists->lists[i].name);
        out_format(out, ", %u, %u},\n", lists->lists[i].first_kind, lists->lists[i].kind_count);
    }
    out_format(out, "{{NULL, 0}, 0, 0}};\nstatic const WordEntry " STR_FMT "_entries[] = {\n", STR_ARG(name));
    for (uint32_t i = 0; i < lists->entry_count; i++) {
        const WordEntry *entry = &lists->entries[i];
        out_char(out, '{');
        write_str(out, entry->because);
        out_text(out, ", ");
        write_str(out, entry->instead);
        out_text(out, ", ");
        write_str(out, entry->rename);
        out_format(out, ", %u, %u, 0, ROW_NONE},\n", entry->guards, entry->list);
    }
    out_format(out,
               "{{NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0}};\nstatic const RecordKind " STR_FMT
               "_kinds[] = {",
               STR_ARG(name));
    for (uint32_t i = 0; i < lists->kind_count; i++)
        out_format(out, "{%u, %u}, ", lists->kinds[i].kind, lists->kinds[i].variant);
    out_format(out, "{0}};\nconst WordLists " STR_FMT " = {", STR_ARG(name));
    write_value(out, &lists->automaton, name);
    out_format(out, ", " STR_FMT "_lists, " STR_FMT "_entries, " STR_FMT "_kinds, %u, %u, %u};\n",
               STR_ARG(name), STR_ARG(name), STR_ARG(name), lists->list_count, lists->entry_count,
               lists->kind_count);
}
