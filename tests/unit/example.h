/* The plans of examples/, compiled together with the school they belong to. */
#ifndef SENC_TESTS_UNIT_EXAMPLE_H
#define SENC_TESTS_UNIT_EXAMPLE_H

#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

static inline void example_read(Out *out, const char *path)
{
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    for (size_t got; file && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        out_bytes(out, bytes, got);
    if (file)
        fclose(file);
    out_char(out, '\n');
}

/* A plan and its school as one text, compiled for 22 November 2026. Freed with compiled_free. */
static inline void example_compile(Compiled *compiled, const char *path)
{
    Out text = {0};
    const char *slash = strrchr(path, '/');
    char school[512];
    snprintf(school, sizeof school, "%.*s/school.sen", (int)(slash - path), path);
    example_read(&text, school);
    if (strcmp(school, path) != 0)
        example_read(&text, path);
    compile_text(compiled, out_result(&text), iso_day("2026-11-22"));
    out_free(&text);
}

#endif
