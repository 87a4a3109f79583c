/* A tool of the build: compiles the checks of the standard library to an object that senc is linked with.
 *
 *     make-kernels OBJECT [PROCESSOR]
 *
 * It is linked with the library's tables, so that both come from one reading. */
#include "codegen/llvm/compile.h"

#include <stdio.h>

static bool write_file(const char *path, const LlvmOutput *output)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool good = fwrite(output->at, 1, output->size, file) == output->size;
    return fclose(file) == 0 && good;
}

int main(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "usage: make-kernels OBJECT [PROCESSOR]\n");
        return 2;
    }
    Arena arena = {0};
    LlvmOutput object;
    Str why = STR("");
    LlvmOptions options = {.processor = count > 2 ? arguments[2] : NULL,
                           .effort = LLVM_EFFORT_optimised,
                           .table = "library_kernels"};
    bool good = llvm_compile(program_library(), &options, LLVM_FORM_object, &object, &arena, &why);
    if (!good)
        fprintf(stderr, "make-kernels: " STR_FMT "\n", STR_ARG(why));
    else if (!(good = write_file(arguments[1], &object)))
        perror(arguments[1]);
    llvm_output_free(&object);
    arena_free(&arena);
    return good ? 0 : 1;
}
