/* Opening modules. In: which one is wanted; out: its table of functions, or a finding. It knows the names of
 * the files and nothing of what is in them. */
#include "codegen/modules.h"

#include <dlfcn.h>

typedef struct ModuleFile {
    const char *file, *symbol;
    const char *needed_by; /* the subject of a sentence, plural */
} ModuleFile;

/* Every table begins with its version. */
static bool is_version_right(const void *table)
{
    return *(const uint32_t *)table == SENC_MODULE_VERSION;
}

/* The table of a module, or NULL. RTLD_NODELETE: see modules.h. */
static const void *module_open(Str folder, const ModuleFile *wanted, Findings *findings)
{
    const Place nowhere = {.source = NULL};
    Arena *arena = &findings->arena;
    Str path = arena_format(arena, STR_FMT "%s%s", STR_ARG(folder), folder.length ? "/" : "", wanted->file);
    void *library = dlopen(path.at, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const void *table = library ? dlsym(library, wanted->symbol) : NULL;
    if (!table) {
        finding_module_missing(findings, nowhere, wanted->needed_by, wanted->file, str_from(dlerror()));
        return NULL;
    }
    if (!is_version_right(table)) {
        finding_module_differs(findings, nowhere, wanted->needed_by, wanted->file);
        return NULL;
    }
    return table;
}

const PdfModule *modules_pdf(Modules *modules, Findings *findings)
{
    static const ModuleFile file = {"senc-pdf.so", "senc_pdf", "PDF files and pictures"};
    if (!modules->pdf)
        modules->pdf = module_open(modules->folder, &file, findings);
    return modules->pdf;
}

const PngModule *modules_png(Modules *modules, Findings *findings)
{
    static const ModuleFile file = {"senc-png.so", "senc_png", "PNG files"};
    if (!modules->png)
        modules->png = module_open(modules->folder, &file, findings);
    return modules->png;
}

const DiagramModule *modules_diagram(Modules *modules, Findings *findings)
{
    static const ModuleFile file = {"senc-diagram.so", "senc_diagram", "Diagrams"};
    if (!modules->diagram)
        modules->diagram = module_open(modules->folder, &file, findings);
    return modules->diagram;
}

const LlvmModule *modules_llvm(Modules *modules, Findings *findings)
{
    static const ModuleFile file = {"senc-llvm.so", "senc_llvm", "Checks as machine code"};
    const LlvmModule *llvm = modules->llvm;
    if (!llvm)
        llvm = module_open(modules->folder, &file, findings);
    if (llvm && llvm->layout() != native_layout()) {
        finding_module_differs(findings, (Place){0}, file.needed_by, file.file);
        return NULL;
    }
    return modules->llvm = llvm;
}
