/* Compiling: a module of kernels through LLVM to an object, assembly or IR. In: a program; out: bytes. What
 * the kernels do is said in emit*.c. */
#include "codegen/llvm/compile.h"

#include "codegen/llvm/emit.h"

#include <llvm-c/Analysis.h>
#include <llvm-c/Error.h>
#include <llvm-c/Target.h>
#include <llvm-c/TargetMachine.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <stdlib.h>
#include <string.h>

/* A message of LLVM's, kept. */
static Str kept(Arena *arena, char *message)
{
    Str text = arena_str(arena, str_from(message ? message : ""));
    if (message)
        LLVMDisposeMessage(message);
    return text;
}

/* ---- the processor ---- */

static LLVMTargetMachineRef machine_new(const LlvmOptions *options, Arena *arena, Str *why)
{
    LLVMTargetRef target;
    char *message = NULL;
    if (LLVMInitializeNativeTarget() || LLVMInitializeNativeAsmPrinter()) {
        *why = STR("LLVM was built without this machine's processor.");
        return NULL;
    }
    char *triple = LLVMGetDefaultTargetTriple();
    char *processor = options->processor ? NULL : LLVMGetHostCPUName();
    char *features = options->processor ? NULL : LLVMGetHostCPUFeatures();
    LLVMTargetMachineRef machine = NULL;
    bool optimised = options->effort == LLVM_EFFORT_optimised;
    if (LLVMGetTargetFromTriple(triple, &target, &message))
        *why = kept(arena, message);
    else
        machine = LLVMCreateTargetMachine(
            target, triple, processor ? processor : options->processor, features ? features : "",
            optimised ? LLVMCodeGenLevelDefault : LLVMCodeGenLevelNone, LLVMRelocPIC, LLVMCodeModelDefault);
    LLVMDisposeMessage(triple);
    if (processor)
        LLVMDisposeMessage(processor);
    if (features)
        LLVMDisposeMessage(features);
    return machine;
}

/* Before passes and code: both ask for the layout. */
static void set_layout(LLVMModuleRef module, LLVMTargetMachineRef machine)
{
    char *triple = LLVMGetTargetMachineTriple(machine);
    LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
    LLVMSetTarget(module, triple);
    LLVMSetModuleDataLayout(module, layout);
    LLVMDisposeTargetData(layout);
    LLVMDisposeMessage(triple);
}

/* ---- from module to bytes ---- */

static bool verify(LLVMModuleRef module, Arena *arena, Str *why)
{
    char *message = NULL;
    bool wrong = LLVMVerifyModule(module, LLVMReturnStatusAction, &message);
    Str text = kept(arena, message);
    if (wrong)
        *why = text;
    return !wrong;
}

static bool run_passes(LLVMModuleRef module, LLVMTargetMachineRef machine, Arena *arena, Str *why)
{
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    LLVMErrorRef error = LLVMRunPasses(module, "default<O2>", machine, options);
    LLVMDisposePassBuilderOptions(options);
    if (!error)
        return true;
    char *message = LLVMGetErrorMessage(error);
    *why = arena_str(arena, str_from(message));
    LLVMDisposeErrorMessage(message);
    return false;
}

static void output_set(LlvmOutput *output, const char *at, size_t size)
{
    output->at = memory_grow(NULL, size + 1);
    output->size = size;
    memcpy(output->at, at, size);
}

static bool write_code(LLVMModuleRef module, LLVMTargetMachineRef machine, LlvmForm form, LlvmOutput *output,
                       Arena *arena, Str *why)
{
    char *message = NULL;
    LLVMMemoryBufferRef buffer;
    LLVMCodeGenFileType type = form == LLVM_FORM_assembly ? LLVMAssemblyFile : LLVMObjectFile;
    if (LLVMTargetMachineEmitToMemoryBuffer(machine, module, type, &message, &buffer)) {
        *why = kept(arena, message);
        return false;
    }
    output_set(output, LLVMGetBufferStart(buffer), LLVMGetBufferSize(buffer));
    LLVMDisposeMemoryBuffer(buffer);
    return true;
}

static void write_ir(LLVMModuleRef module, LlvmOutput *output)
{
    char *text = LLVMPrintModuleToString(module);
    output_set(output, text, strlen(text));
    LLVMDisposeMessage(text);
}

static bool write_module(LLVMModuleRef module, LLVMTargetMachineRef machine, const LlvmOptions *options,
                         LlvmForm form, LlvmOutput *output, Arena *arena, Str *why)
{
    set_layout(module, machine);
    if (!verify(module, arena, why))
        return false;
    if (options->effort == LLVM_EFFORT_optimised && !run_passes(module, machine, arena, why))
        return false;
    if (form != LLVM_FORM_ir)
        return write_code(module, machine, form, output, arena, why);
    write_ir(module, output);
    return true;
}

/* ---- all of it ---- */

bool llvm_compile(const Program *program, const LlvmOptions *options, LlvmForm form, LlvmOutput *output,
                  Arena *arena, Str *why)
{
    *output = (LlvmOutput){0};
    LLVMTargetMachineRef machine = machine_new(options, arena, why);
    if (!machine)
        return false;
    LLVMContextRef context = LLVMContextCreate();
    Emit *emit = ARENA_NEW(arena, Emit);
    emit_begin(emit, context, program);
    emit_program(emit, options->only, options->table ? options->table : LLVM_TABLE);
    bool good = write_module(emit->module, machine, options, form, output, arena, why);
    emit_end(emit);
    LLVMContextDispose(context);
    LLVMDisposeTargetMachine(machine);
    return good;
}

void llvm_output_free(LlvmOutput *output)
{
    free(output->at);
    *output = (LlvmOutput){0};
}

Str llvm_description(Arena *arena)
{
    unsigned major, minor, patch;
    LLVMGetVersion(&major, &minor, &patch);
    char *processor = LLVMGetHostCPUName(), *features = LLVMGetHostCPUFeatures();
    Str text = arena_format(arena, "LLVM %u.%u.%u %s %s", major, minor, patch, processor, features);
    LLVMDisposeMessage(processor);
    LLVMDisposeMessage(features);
    return text;
}
