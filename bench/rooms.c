/* How fast the front rooms are, without starting a program: scan; scan and parse; with binding; with linking.
 *
 *     rooms ROUNDS FILE …        the median time of each, taking turns: "scan SECONDS" and so on
 *     rooms once ROOM FILE …     goes as far as ROOM, once, and says nothing: for counting instructions
 *                                (ROOM `none` only reads the files)
 *
 * The files are one project. It uses the rooms as the driver does, and no more of the compiler: what is
 * needed for one file alone is used again for the next. */
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/link.h"

#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef enum Room { ROOM_none, ROOM_scan, ROOM_parse, ROOM_bind, ROOM_link, ROOM_COUNT } Room;

static const char *const room_names[ROOM_COUNT] = {"none", "scan", "parse", "bind", "link"};

enum { ROUNDS_MOST = 1000 };

/* A file as it was read; each pass works on a copy. */
typedef struct File {
    char *text;
    size_t size;
} File;

static File file_read(const char *path)
{
    FILE *stream = fopen(path, "rb");
    File file = {0};
    if (stream == NULL || fseek(stream, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    file.size = (size_t)ftell(stream);
    file.text = memory_grow(NULL, file.size + 2);
    rewind(stream);
    if (fread(file.text, 1, file.size, stream) != file.size) {
        perror(path);
        exit(2);
    }
    fclose(stream);
    return file;
}

/* The time this process has held a processor: it waits for nothing, so on a quiet machine that is all its
 * time. */
static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* The files of the project. */
typedef struct Files {
    File *at;
    size_t count;
} Files;

/* What one pass makes: of a file, and of all. */
typedef struct Pass {
    Source *sources;
    Tokens tokens;
    Arena arena;
    Findings findings;
    Records records;
} Pass;

static Source source_new(const File *file)
{
    char *text = memory_grow(NULL, file->size + 2);
    memcpy(text, file->text, file->size);
    memset(text + file->size, 0, 2);
    return (Source){.name = STR("plans.sen"), .text = text, .size = file->size};
}

static void pass_begin(Pass *pass, const Files *files)
{
    *pass = (Pass){.sources = memory_grow(NULL, files->count * sizeof(Source))};
    for (size_t i = 0; i < files->count; i++)
        pass->sources[i] = source_new(&files->at[i]);
}

static void pass_end(Pass *pass, const Files *files)
{
    records_free(&pass->records);
    findings_free(&pass->findings);
    tokens_free(&pass->tokens);
    arena_free(&pass->arena);
    for (size_t i = 0; i < files->count; i++)
        free(pass->sources[i].text);
    free(pass->sources);
}

/* Takes one file through the rooms up to `last`. */
static void file_run(Pass *pass, const Language *language, Source *source, Room last)
{
    if (last < ROOM_scan || !scan(source, &language->words, &pass->tokens, &pass->findings))
        return;
    if (last < ROOM_parse)
        return;
    const Tree *tree = parse(source, &pass->tokens, &language->words, &pass->arena, &pass->findings);
    source->index = (uint32_t)pass->records.sources.count;
    ARRAY_ADD(&pass->records.sources, source);
    if (last >= ROOM_bind)
        bind(language, tree, &pass->records, &pass->findings);
    arena_reset(&pass->arena);
}

static void pass_run(Pass *pass, const Language *language, const Files *files, Room last)
{
    for (size_t i = 0; i < files->count; i++)
        file_run(pass, language, &pass->sources[i], last);
    if (last >= ROOM_link)
        records_link(&pass->records, &pass->findings);
}

static double pass_time(const Files *files, const Language *language, Room last)
{
    Pass pass;
    pass_begin(&pass, files);
    double start = now();
    pass_run(&pass, language, files, last);
    double time = now() - start;
    pass_end(&pass, files);
    return time;
}

static int compare_times(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static void measure(const Files *files, const Language *language, int rounds)
{
    static double times[ROOM_COUNT][ROUNDS_MOST];
    for (int round = 0; round < rounds; round++) {
        for (Room room = ROOM_scan; room < ROOM_COUNT; room++)
            times[room][round] = pass_time(files, language, room);
    }
    for (Room room = ROOM_scan; room < ROOM_COUNT; room++) {
        qsort(times[room], (size_t)rounds, sizeof times[room][0], compare_times);
        printf("%s %.9f\n", room_names[room], times[room][rounds / 2]);
    }
}

/* What is measured should have none: finding them takes its own time. */
static void say_findings(const Findings *findings)
{
    if (findings->list.count == 0)
        return;
    const Finding *first = findings->list.at[0];
    fprintf(stderr, "%zu findings; the first, at byte %u: " STR_FMT "\n", findings->list.count,
            (unsigned)first->place.span.first, STR_ARG(first->message));
}

static int run_once(const Files *files, const Language *language, const char *name)
{
    for (Room room = ROOM_none; room < ROOM_COUNT; room++) {
        if (strcmp(name, room_names[room]) == 0) {
            Pass pass;
            pass_begin(&pass, files);
            pass_run(&pass, language, files, room);
            say_findings(&pass.findings);
            pass_end(&pass, files);
            return 0;
        }
    }
    fprintf(stderr, "no room `%s`\n", name);
    return 2;
}

static Files files_read(char **paths, size_t count)
{
    Files files = {memory_grow(NULL, count * sizeof *files.at), count};
    for (size_t i = 0; i < count; i++)
        files.at[i] = file_read(paths[i]);
    return files;
}

static void files_free(Files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->at[i].text);
    free(files->at);
}

/* Memory that is given back stays with the process: asking the system for it anew would be most of what some
 * rooms are seen to take. */
static void keep_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

int main(int count, char **arguments)
{
    bool once = count > 3 && strcmp(arguments[1], "once") == 0;
    int first = once ? 3 : 2, rounds = count > 2 && !once ? atoi(arguments[1]) : 0;
    if (!once && (rounds < 1 || rounds > ROUNDS_MOST)) {
        fprintf(stderr, "usage: rooms ROUNDS FILE … | rooms once ROOM FILE …\n");
        return 2;
    }
    Files files = files_read(arguments + first, (size_t)(count - first));
    const Language *language = language_standard();
    int status = 0;
    keep_memory();
    if (once)
        status = run_once(&files, language, arguments[2]);
    else
        measure(&files, language, rounds);
    files_free(&files);
    return status;
}
