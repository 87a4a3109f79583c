/* Public text: what the texts of published school documents give away about single pupils: who one is, or so
 * small a number of them that readers may guess. */
#ifndef SENC_SEMA_PUBLIC_TEXT_H
#define SENC_SEMA_PUBLIC_TEXT_H

#include "sema/records.h"

/* Of one record; `pupil` and `counted` are slices of its text, empty where there is nothing. */
typedef struct PublicText {
    Str pupil;     /* a pupil's name, initials with the year group, date of birth or unique number */
    Str number;    /* of `counted`, the number itself, where another may take its place: 2 or more */
    Str counted;   /* "2 pupils with visual impairment": the smallest number of pupils of some sort */
    int32_t count; /* that number, from 1; COUNT_MISSING */
} PublicText;

/* A row each of four kinds; NULL where the project has no document for the public. Those in an action plan
 * that is not published, or in no document at all, hold nothing. */
typedef struct PublicTexts {
    PublicText *document, *topic, *objective, *action;
} PublicTexts;

/* Reads all texts of all documents for the public once. In `arena`; in linear time but for the sorting of
 * dates of birth. */
PublicTexts public_texts(const Records *records, Arena *arena);

#endif
