/* Patches: what was changed in a file, as a unified difference that patch -p1 and git apply take. */
#ifndef SENC_CODEGEN_FINDINGS_PATCH_H
#define SENC_CODEGEN_FINDINGS_PATCH_H

#include "support/out.h"

/* Writes how `before` becomes `after`; nothing where they are alike. `name` is the file's, as seen from the
 * folder in which the patch is to be applied. */
void patch_write(Str name, Str before, Str after, Out *out);

#endif
