/* In: figure.def; out: a table by derived value. */
#include "sema/check/figure.h"

#include "sema/derive.h"

#include <stddef.h>

static const Figure figures[DERIVED_COUNT] = {
#define FIGURE(kind, id, array, type, member, form)                                                          \
    [DERIVED_##kind##_##id] = {FIGURE_##form, offsetof(Derived, array), sizeof(type), offsetof(type, member)},
#include "sema/check/figure.def"
};

const Figure *derived_figure(DerivedId id)
{
    return &figures[id];
}
