/* Printing records through the schema: knows types, no kind by name. */
#include "sema/records_dump.h"

static void print_quoted(Out *out, Str text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n')
            out_text(out, "\\n");
        else
            out_char(out, text.at[i]);
    }
    out_char(out, '"');
}

static void print_reference(Out *out, const Reference *reference)
{
    out_str(out, reference->text);
    if (reference->row != ROW_NONE)
        out_format(out, " -> " STR_FMT " %u", STR_ARG(schema_kind((Kind)reference->kind)->name),
                   reference->row);
}

static void print_who(Out *out, const Who *who)
{
    out_str(out, who->text);
    if (who->post)
        out_format(out, " (" STR_FMT ")", STR_ARG(choice_info(CHOICES_post, who->post)->phrase));
    if (who->row != ROW_NONE)
        out_format(out, " -> " STR_FMT " %u", STR_ARG(schema_kind((Kind)who->kind)->name), who->row);
}

static void print_group(Out *out, const GroupSize *group)
{
    switch ((GroupForm)group->form) {
    case GROUP_missing: break;
    case GROUP_one_to_one: out_text(out, "1 to 1"); break;
    case GROUP_pair: out_text(out, "pair"); break;
    case GROUP_whole_class: out_text(out, "whole class"); break;
    case GROUP_up_to: out_format(out, "group up to %u", group->most); break;
    case GROUP_of:
        out_format(out, "group of %u", group->least);
        if (group->most != group->least)
            out_format(out, " to %u", group->most);
        break;
    }
}

static void print_record_kind(Out *out, const RecordKind *kind)
{
    unsigned variant = kind->variant ? kind->variant - 1u : 0;
    out_str(out, kind->variant ? schema_variant_key((Kind)kind->kind, variant)
                               : schema_kind((Kind)kind->kind)->name);
}

void value_print(Out *out, const Field *field, const void *value)
{
    switch ((Type)field->type) {
    case TYPE_code:
    case TYPE_name: out_str(out, *(const Str *)value); break;
    case TYPE_text:
    case TYPE_long_text: print_quoted(out, *(const Str *)value); break;
    case TYPE_date:
    case TYPE_start_date: date_print(out, *(const int32_t *)value, DATE_FORM_long); break;
    case TYPE_school_year:
        out_format(out, "%d-%02d", *(const int32_t *)value, (*(const int32_t *)value + 1) % 100);
        break;
    case TYPE_year_group: out_int(out, *(const int32_t *)value); break;
    case TYPE_clock:
        out_format(out, "%d:%02d", *(const int32_t *)value / 60, *(const int32_t *)value % 60);
        break;
    case TYPE_number:
    case TYPE_amount:
    case TYPE_money:
    case TYPE_price:
    case TYPE_duration:
    case TYPE_span:
    case TYPE_score: amount_print(out, *(const Amount *)value); break;
    case TYPE_dosage: dosage_print(out, value); break;
    case TYPE_group_size: print_group(out, value); break;
    case TYPE_who: print_who(out, value); break;
    case TYPE_reference:
    case TYPE_named: print_reference(out, value); break;
    case TYPE_choice:
        out_str(out, choice_info((ChoiceList)field->of, *(const uint8_t *)value)->phrase);
        break;
    case TYPE_flag: out_text(out, *(const uint8_t *)value == FLAG_yes ? "yes" : "no"); break;
    case TYPE_record_kind: print_record_kind(out, value); break;
    case TYPE_condition: print_quoted(out, ((const Condition *)value)->text); break;
    case TYPE_sample: print_quoted(out, ((const Sample *)value)->text); break;
    case TYPE_COUNT: break;
    }
}

static void dump_fact(const Records *records, FieldId id, uint32_t row, Out *out)
{
    const Field *field = schema_field(id);
    const Str *code = field->type == TYPE_code ? records_value(records, id, row) : NULL;
    bool given_by_us = code && code->length; /* a code the compiler gave is worth seeing too */
    if (!records_given(records, id, row) && !given_by_us)
        return;
    out_format(out, "  " STR_FMT ": ", STR_ARG(field->name));
    if (field->many == MANY_list) {
        const List_text *list = records_list(records, id);
        for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++) {
            if (i > list->first[row])
                out_text(out, " | ");
            value_print(out, field, (const char *)list->items + (size_t)i * field->size);
        }
    } else {
        value_print(out, field, records_value(records, id, row));
    }
    out_char(out, '\n');
}

void records_dump(const Records *records, Out *out)
{
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        const TableHead *table = records_table(records, kind);
        const KindInfo *info = schema_kind(kind);
        for (uint32_t row = 0; row < table->count; row++) {
            out_format(out, STR_FMT " %u", STR_ARG(info->name), row);
            if (table->variant[row])
                out_format(out, " (" STR_FMT ")", STR_ARG(schema_variant_key(kind, table->variant[row])));
            if (table->parent_kind[row] != KIND_file)
                out_format(out, " in " STR_FMT " %u",
                           STR_ARG(schema_kind((Kind)table->parent_kind[row])->name), table->parent[row]);
            out_char(out, '\n');
            for (FieldId id = info->first_field; id < info->field_end; id++)
                dump_fact(records, id, row, out);
        }
    }
}
