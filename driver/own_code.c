/* In: a program of checks, and how much work is ahead of it; out: its kernels, from the cache or made anew.
 */
#include "driver/own_code.h"

#include "driver/code_cache.h"
#include "driver/files.h"
#include "driver/surroundings.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* From how many trials on (a check on a record) it pays, as measured on two cores of x86-64 with ten checks
 * of a school's own (bench/own-checks.sen), ten of the library's and all of them. Opening the module takes 6
 * ms, loading an object 1.5 ms, whatever is in it, and making one 1.1 ms a check. A trial takes 0.2 µs less
 * than by the evaluator: 0.08 µs against 0.32 where little is asked, 0.40 against 0.65 where much is, for
 * derived facts and texts cost both the same. LLVM's optimiser would take 27 ms a check for another 0.01 µs,
 * so it is left out. `bench/run --only own` measures it again. */
enum {
    TRIALS_FOR_LOADING = 40000,
    TRIALS_FOR_MAKING = 4500, /* besides, for each check */
};

/* A file of the cache: what it is of, and whether it is whole, as hashes; and the object. */
typedef struct CodeFile {
    char mark[8];
    uint8_t key[LLVM_HASH_SIZE], object[LLVM_HASH_SIZE];
} CodeFile;

static const char file_mark[8] = "sencode1";

void own_code_begin(OwnCode *shared, const Options *options)
{
    *shared = (OwnCode){.options = options, .lock = PTHREAD_MUTEX_INITIALIZER};
    if (!options->no_cache)
        shared->folder = surroundings_cache_folder(&shared->arena);
}

void own_code_end(OwnCode *shared)
{
    pthread_mutex_destroy(&shared->lock);
    arena_free(&shared->arena);
}

/* ---- one program ---- */

typedef struct Order {
    OwnCode *shared;
    const Program *program;
    const LlvmModule *llvm;
    Out key; /* what the code depends on */
    char name[32];
    CodeCache cache;
    Arena arena;
    Findings unsaid; /* that LLVM is not there, or would not: the evaluator does as well */
} Order;

static void name_file(Order *order)
{
    native_key(order->program, &order->key);
    out_text(&order->key, SENC_VERSION);
    snprintf(order->name, sizeof order->name, "%016" PRIx64, str_hash(out_result(&order->key)));
}

/* The module, and with it the rest of the key. */
static bool open_module(Order *order)
{
    OwnCode *shared = order->shared;
    if (!shared->modules.folder.length)
        shared->modules.folder = folder_of_modules(&shared->arena);
    order->llvm = modules_llvm(&shared->modules, &order->unsaid);
    if (!order->llvm)
        return false;
    out_str(&order->key, order->llvm->build());
    out_str(&order->key, order->llvm->description(&order->arena));
    return true;
}

static bool load(Order *order, Str object, LlvmCode *code)
{
    Str why;
    return order->llvm->load(object, code, &order->arena, &why);
}

/* ---- from the cache ---- */

static CodeFile file_head(const Order *order, Str object)
{
    CodeFile head;
    memcpy(head.mark, file_mark, sizeof head.mark);
    order->llvm->hash(out_result(&order->key), head.key);
    order->llvm->hash(object, head.object);
    return head;
}

static bool load_kept(Order *order, LlvmCode *code)
{
    Out file = {0};
    bool good = code_cache_read(&order->cache, order->name, &file) && file.length > sizeof(CodeFile);
    if (good) {
        Str object = str_slice(out_result(&file), sizeof(CodeFile), file.length);
        CodeFile head = file_head(order, object);
        good = !memcmp(&head, file.at, sizeof head) && load(order, object, code);
    }
    out_free(&file);
    return good;
}

static void keep(Order *order, Str object)
{
    CodeFile head = file_head(order, object);
    Out file = {0};
    out_bytes(&file, &head, sizeof head);
    out_str(&file, object);
    if (order->cache.folder < 0)
        order->cache = code_cache_open(order->shared->folder.at, true);
    code_cache_write(&order->cache, order->name, out_result(&file));
    out_free(&file);
}

/* ---- made anew ---- */

static bool make(Order *order, LlvmCode *code)
{
    const LlvmOptions options = {.effort = LLVM_EFFORT_fast};
    LlvmOutput output = {0};
    Str why;
    if (!order->llvm->compile(order->program, &options, LLVM_FORM_object, &output, &order->arena, &why))
        return false;
    Str object = {output.at, output.size};
    bool good = load(order, object, code);
    if (good && order->shared->folder.length && order->llvm->build().length)
        keep(order, object);
    order->llvm->output_free(&output);
    return good;
}

/* ---- which ---- */

/* Whether the code had better be made where it is not in the cache. */
static bool is_worth_making(const Options *options, const Program *program, uint64_t trials)
{
    return options->own_checks_by != OWN_BY_auto ||
           trials >= TRIALS_FOR_LOADING + (uint64_t)TRIALS_FOR_MAKING * program->rule_count;
}

static bool is_worth_loading(const Options *options, uint64_t trials)
{
    if (options->own_checks_by == OWN_BY_auto)
        return trials >= TRIALS_FOR_LOADING;
    return options->own_checks_by != OWN_BY_evaluator;
}

static bool take(Order *order, uint64_t trials, LlvmCode *code)
{
    const Options *options = order->shared->options;
    if (order->shared->folder.length)
        order->cache = code_cache_open(order->shared->folder.at, false);
    name_file(order);
    bool kept =
        options->own_checks_by != OWN_BY_compiler && code_cache_read(&order->cache, order->name, NULL);
    if (!kept && !is_worth_making(options, order->program, trials))
        return false;
    return open_module(order) && ((kept && load_kept(order, code)) || make(order, code));
}

bool own_code_take(OwnCode *shared, const Program *program, uint64_t trials, LlvmCode *code)
{
    Order order = {.shared = shared, .program = program, .cache = {-1}};
    *code = (LlvmCode){0};
    if (!program->rule_count || !is_worth_loading(shared->options, trials))
        return false;
    pthread_mutex_lock(&shared->lock);
    bool good = take(&order, trials, code);
    pthread_mutex_unlock(&shared->lock);
    code_cache_close(&order.cache);
    out_free(&order.key);
    findings_free(&order.unsaid);
    arena_free(&order.arena);
    return good;
}

void own_code_drop(OwnCode *shared, LlvmCode *code)
{
    if (!code->engine)
        return;
    pthread_mutex_lock(&shared->lock);
    shared->modules.llvm->unload(code);
    pthread_mutex_unlock(&shared->lock);
}
