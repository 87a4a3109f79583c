/* Reader: what the parts of reading texts share. Nobody outside sema/texts includes this. */
#ifndef SENC_SEMA_TEXTS_READER_H
#define SENC_SEMA_TEXTS_READER_H

#include "sema/pupil_names.h"
#include "sema/texts/scan.h"
#include "sema/texts/texts.h"

/* Where a text stands. */
typedef struct TextPlace {
    Kind kind;
    uint32_t row;
    uint32_t plan;     /* ROW_NONE in a document of the school */
    uint32_t pupil;    /* whose plan it is; ROW_NONE */
    uint32_t document; /* row of school_document; ROW_NONE */
    uint32_t offset;   /* of the record's line in its file */
} TextPlace;

/* A text of a need or of provision, and a sentence of it; words are in CopyReader.words. */
typedef struct Passage {
    Kind kind;
    uint32_t row, pupil;
    size_t first, end;
} Passage;

typedef struct Sentence {
    uint64_t hash; /* of its words, and of the plan and cycle it stands in */
    Kind kind;
    uint32_t row, words;
} Sentence;

/* What an outcome says, but for name, pronouns and numbers. */
typedef struct Wording {
    uint64_t hash;
    uint32_t row, pupil, words;
} Wording;

typedef struct AcronymUse {
    TextPlace place;
    unsigned group; /* glossary rows of one meaning have one */
    unsigned row;   /* of the glossary */
    Str word;
} AcronymUse;

/* How a pupil is spoken of in a plan. */
typedef enum Gender { GENDER_unknown, GENDER_he, GENDER_she, GENDER_they } Gender;

typedef struct Reader {
    Texts *texts;
    const Derived *derived;
    const Records *records;
    Arena scratch;
    PupilNames names;
    uint32_t *wrong_pronouns; /* by row of plan: in how many texts */
    ARRAY(uint64_t) words;    /* hashes of the words of passages, names and pronouns left out */
    ARRAY(Passage) passages;
    ARRAY(Sentence) sentences;
    ARRAY(Wording) wordings;
    ARRAY(AcronymUse) uses;
} Reader;

/* Calls `each` for every text of the record that is read. */
typedef void TextVisit(void *context, const TextPlace *place, Str text);
void texts_visit(const Records *records, const TextPlace *place, TextVisit *each, void *context);

/* The kinds whose texts are read, KIND_file at the end. */
extern const uint8_t text_kinds[];

/* ---- a text at a time ---- */

/* names.c: other children, the wrong child, pronouns that are not the pupil's. */
void names_read(Reader *reader, const TextPlace *place, Str text, TextFigures *figures);
void names_end(Reader *reader);

/* copies.c: keeps the words of passages; then finds those that stand elsewhere as well. */
void copies_read(Reader *reader, const TextPlace *place, Str text);
void copies_end(Reader *reader);

/* wordings.c: outcomes that several pupils share. */
void wordings_read(Reader *reader, const TextPlace *place, Str text);
void wordings_end(Reader *reader);

/* acronyms.c */
void acronyms_read(Reader *reader, const TextPlace *place, Str word);
void acronyms_end(Reader *reader);

#endif
