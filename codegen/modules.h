/* Modules: opening senc-pdf.so, senc-png.so, senc-diagram.so and senc-llvm.so when they are first needed. */
#ifndef SENC_CODEGEN_MODULES_H
#define SENC_CODEGEN_MODULES_H

#include "codegen/module.h"

/* The tables opened so far; zero-initialise. Owned by the driver. There is nothing to free: an opened module
 * stays until the process ends, for its libraries keep globals that cannot be given back. Not for two threads
 * at once. */
typedef struct Modules {
    Str folder; /* where they lie; empty: by the RUNPATH of the program */
    const PdfModule *pdf;
    const PngModule *png;
    const DiagramModule *diagram;
    const LlvmModule *llvm;
} Modules;

/* The module's table, opened on the first call. NULL, and a finding that says what needs it, when it is not
 * there, one of its libraries is missing, or it comes from another build. It is looked for in
 * `folder`. */
const PdfModule *modules_pdf(Modules *modules, Findings *findings);
const PngModule *modules_png(Modules *modules, Findings *findings);
const DiagramModule *modules_diagram(Modules *modules, Findings *findings);
const LlvmModule *modules_llvm(Modules *modules, Findings *findings);

#endif
