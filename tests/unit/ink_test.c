/* The inks: one row for each of report/drawing.h, and contrasts that people with low vision can read. */
#include "report/drawing.h"

#include <stdio.h>

typedef struct InkValue {
    const char *name;
    Ink ink;
    uint32_t value[2]; /* light, dark */
} InkValue;

static const InkValue inks[] = {
#define INK(name, light, dark) {#name, INK_##name, {light, dark}},
#include "codegen/ink.def"
};

enum { INK_ROWS = sizeof inks / sizeof *inks };

/* value to the power 2.4, by Newton's fifth root: no need of libm for so little. */
static double power_2_4(double value)
{
    double wanted = value * value, root = 1;
    for (int step = 0; step < 60; step++)
        root -= (root * root * root * root * root - wanted) / (5 * root * root * root * root);
    return wanted * root;
}

/* Relative luminance and contrast as WCAG 2.2 defines them. */
static double channel(uint32_t byte)
{
    double value = byte / 255.0;
    return value <= 0.04045 ? value / 12.92 : power_2_4((value + 0.055) / 1.055);
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) + 0.0722 * channel(rgb & 255);
}

static double contrast(uint32_t a, uint32_t b)
{
    double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

static bool is_fill(Ink ink)
{
    return ink == INK_paper || ink == INK_panel || (ink >= INK_aspiration && ink <= INK_provision);
}

static int check_pair(const InkValue *front, const InkValue *ground)
{
    int failed = 0;
    double wanted = front->ink == INK_rule ? 3.0 : 7.0;
    for (int mode = 0; mode < 2; mode++) {
        double got = contrast(front->value[mode], ground->value[mode]);
        if (got < wanted) {
            printf("%s on %s, %s: %.2f, wanted %.1f\n", front->name, ground->name, mode ? "dark" : "light",
                   got, wanted);
            failed = 1;
        }
    }
    return failed;
}

int main(void)
{
    int failed = 0;
    bool seen[INK_COUNT] = {[INK_none] = true};
    for (int i = 0; i < INK_ROWS; i++) {
        if (seen[inks[i].ink])
            printf("%s stands twice\n", inks[i].name), failed = 1;
        seen[inks[i].ink] = true;
        for (int j = 0; j < INK_ROWS; j++)
            if (!is_fill(inks[i].ink) && is_fill(inks[j].ink))
                failed |= check_pair(&inks[i], &inks[j]);
    }
    for (int ink = 0; ink < INK_COUNT; ink++)
        if (!seen[ink])
            printf("ink %d has no row\n", ink), failed = 1;
    return failed;
}
