/* The modules: shared objects that senc opens only when an output needs their libraries. Each exports one
 * symbol, a table of functions with a version number; everything else in it is hidden. */
#ifndef SENC_CODEGEN_MODULE_H
#define SENC_CODEGEN_MODULE_H

#include "codegen/llvm/code.h"
#include "codegen/llvm/compile.h"
#include "report/document.h"
#include "support/finding.h"

/* Raised whenever a table below or a type it uses changes. */
#define SENC_MODULE_VERSION 2

typedef struct FontSet FontSet;

/* What a back end needs to know besides the document. */
typedef struct RenderOptions {
    int64_t epoch;     /* seconds since 1970 UTC: the document's date in its metadata */
    Str creator;       /* "senc 0.1" */
    FontSet *fonts;    /* of the pdf module; NULL for HTML */
    int32_t text_size; /* thousandths of a point: 12000, 14000 or 18000 */
} RenderOptions;

/* senc-pdf.so, symbol senc_pdf: HarfBuzz, ICU, zlib. */
typedef struct PdfModule {
    uint32_t version;
    /* Opens the fonts below `folder` (empty: where the package or Debian put them). NULL, and a finding, when
     * the text faces cannot be found. Freed by fonts_close; for one thread at a time. */
    FontSet *(*fonts_open)(Str folder, Findings *findings);
    void (*fonts_close)(FontSet *fonts);
    /* How wide texts are in those fonts. Holds as long as `fonts`. */
    TextMeter (*meter)(FontSet *fonts);
    /* Writes the document as PDF/UA-1 and PDF/A-2a. Characters that no font has are reported, each once, as
     * notes. False, and a finding, when it cannot be written. */
    bool (*write)(const Document *document, const RenderOptions *options, Findings *findings, Out *out);
} PdfModule;

/* senc-png.so, symbol senc_png: Cairo, and the same text layer. */
typedef struct PngModule {
    uint32_t version;
    /* Writes a drawing as a PNG of `scale` pixels a point, fewer where it would be too large, on paper.
     * `font_folder` as in fonts_open. False, and a finding, when it cannot be written. */
    bool (*write)(const Drawing *drawing, Str font_folder, unsigned scale, Findings *findings, Out *out);
} PngModule;

/* senc-diagram.so, symbol senc_diagram: Graphviz. */
typedef struct DiagramModule {
    uint32_t version;
    /* Lays `map` out and draws it, at most `width` thousandths of a point wide where that can be. The drawing
     * lives in `arena` (drawing_free frees its list). NULL, and a finding, when Graphviz refuses. One thread
     * at a time. */
    Drawing *(*draw)(const Map *map, const TextMeter *meter, int32_t width, Arena *arena, Findings *findings);
} DiagramModule;

/* senc-llvm.so, symbol senc_llvm: LLVM. For one thread at a time, but for code that has been loaded. What
 * each function does is said in codegen/llvm/compile.h and code.h. */
typedef struct LlvmModule {
    uint32_t version;
    /* How records lie, as the module knows it: code made for another layout must not run. */
    uint64_t (*layout)(void);
    Str (*build)(void);
    bool (*compile)(const Program *program, const LlvmOptions *options, LlvmForm form, LlvmOutput *output,
                    Arena *arena, Str *why);
    void (*output_free)(LlvmOutput *output);
    Str (*description)(Arena *arena);
    bool (*load)(Str object, LlvmCode *code, Arena *arena, Str *why);
    void (*unload)(LlvmCode *code);
    void (*hash)(Str bytes, uint8_t hash[LLVM_HASH_SIZE]);
} LlvmModule;

#endif
