/* Any bytes scanned and parsed, and what is found shown in all three forms: nothing a terminal would act on.
 */
#include "tests/fuzz/front.h"

#include "support/render.h"

static void check_plain(const Out *out)
{
    for (size_t i = 0; i < out->length; i++)
        if ((unsigned char)out->at[i] < ' ' && out->at[i] != '\n')
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Front front;
    Out out = {0};
    front_parse(&front, bytes, size);
    findings_sort(&front.findings);
    render_text(&front.findings, &(RenderStyle){.width = (unsigned)(size % 100)}, &out);
    render_short(&front.findings, &out);
    render_json(&front.findings, &out);
    check_plain(&out);
    out_free(&out);
    front_free(&front);
    return 0;
}
