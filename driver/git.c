/* Runs git without a shell: a name may hold blanks, quotes or any other byte, and none is taken for an
 * option. */
#include "driver/git.h"

#include "support/out.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

typedef struct Git {
    Arena *arena;
    Findings *findings;
    const char *const *folders;
    size_t folder_count;
} Git;

typedef ARRAY(char *) Words;

/* ---- asking ---- */

/* Nothing that the checkout has set up is to be run, and a path means itself. */
static const char *const opening[] = {"git", "--literal-pathspecs", "--no-optional-locks", "-c",
                                      "core.fsmonitor=false"};

static void add_words(Words *words, const char *const *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ARRAY_ADD(words, (char *)more[i]);
}

static void read_to_end(int file, Out *out)
{
    char bytes[4096];
    for (ssize_t got = 1; got;) {
        got = read(file, bytes, sizeof bytes);
        if (got > 0)
            out_bytes(out, bytes, (size_t)got);
        else if (got < 0 && errno != EINTR)
            break;
    }
}

/* Starts the command with its output, and what it complains of, in a pipe; 0 or an error. */
static int start(char *const *words, pid_t *child, int *reading, bool with_complaints)
{
    int ends[2];
    posix_spawn_file_actions_t actions;
    if (pipe(ends))
        return errno;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (with_complaints)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int error = posix_spawnp(child, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    *reading = ends[0];
    if (error)
        close(ends[0]);
    return error;
}

/* Runs git with the words; its output into `out`. Its exit status; -1, with errno, where it could not be run.
 */
static int run(const char *const *words, size_t count, const Git *paths_of, bool with_complaints, Out *out)
{
    Words all = {0};
    pid_t child;
    int reading = -1, status;
    add_words(&all, opening, sizeof opening / sizeof *opening);
    add_words(&all, words, count);
    if (paths_of) {
        ARRAY_ADD(&all, (char *)"--");
        add_words(&all, paths_of->folders, paths_of->folder_count);
    }
    ARRAY_ADD(&all, NULL);
    int error = start(all.at, &child, &reading, with_complaints);
    free(all.at);
    if (error) {
        errno = error;
        return -1;
    }
    read_to_end(reading, out);
    close(reading);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

#define RUN(with_paths, complaints, out, ...)                                                                \
    run((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *),     \
        with_paths, complaints, out)

/* ---- what it says ---- */

static bool fail(const Git *git, Str why)
{
    Str line = why;
    const char *end = memchr(why.at, '\n', why.length);
    if (end)
        line.length = (size_t)(end - why.at);
    line = str_starts(line, STR("fatal: ")) ? str_slice(line, 7, line.length) : line;
    while (str_ends(line, STR(".")))
        line.length--;
    if (str_starts(line, STR("not a git repository")))
        line = STR("this folder is in no git checkout");
    finding_git_failed(git->findings, (Place){0}, line.length ? line : STR("it does not say why"));
    return false;
}

/* Into `answer` one line of output; false, and a finding, when git fails. */
static bool ask(const Git *git, const char *question, Str *answer)
{
    Out out = {0};
    int status = RUN(NULL, true, &out, "rev-parse", question);
    Str said = arena_str(git->arena, out_result(&out));
    out_free(&out);
    if (str_ends(said, STR("\n"))) /* a folder's name may begin or end with a blank */
        said.length--;
    *answer = said;
    if (status < 0)
        return fail(git, str_from(errno == ENOENT ? "there is no git on this computer" : strerror(errno)));
    return status == 0 || fail(git, said);
}

/* The commit that `since` names; empty where it names none. */
static Str commit_of(const Git *git, const char *since)
{
    Out out = {0};
    Str name = arena_format(git->arena, "%s^{commit}", since);
    int status = RUN(NULL, false, &out, "rev-parse", "--verify", "--quiet", "--end-of-options", name.at);
    Str commit = arena_str(git->arena, str_trim(out_result(&out)));
    out_free(&out);
    return status ? STR("") : commit;
}

/* ---- names ---- */

/* From the top of the checkout to the folder senc runs in, and back: "plans/", "../". */
typedef struct Way {
    Str down, up;
} Way;

static Str seen_from_here(const Git *git, Way way, Str name)
{
    if (str_starts(name, way.down))
        return arena_str(git->arena, str_slice(name, way.down.length, name.length));
    return arena_format(git->arena, STR_FMT STR_FMT, STR_ARG(way.up), STR_ARG(name));
}

/* Names of plans, each with a zero byte behind it. */
static void add_names(const Git *git, Way way, Str names, Paths *paths)
{
    for (size_t at = 0; at < names.length;) {
        const char *end = memchr(names.at + at, '\0', names.length - at);
        Str name = str_slice(names, at, end ? (size_t)(end - names.at) : names.length);
        at += name.length + 1;
        Str path = seen_from_here(git, way, name);
        if (str_ends(path, STR(".sen")) && path_exists(path) && !path_is_folder(path.at))
            ARRAY_ADD(paths, path);
    }
}

static bool list(const Git *git, Way way, Str commit, Paths *paths)
{
    Out out = {0};
    int status = 0;
    if (commit.length)
        status = RUN(git, false, &out, "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames",
                     "--diff-filter=d", "--ignore-submodules", commit.at);
    /* without a commit all that git has or could have is new */
    if (!status)
        status = commit.length ? RUN(git, false, &out, "ls-files", "-z", "--full-name", "--others",
                                     "--exclude-standard")
                               : RUN(git, false, &out, "ls-files", "-z", "--full-name", "--others",
                                     "--exclude-standard", "--cached");
    add_names(git, way, out_result(&out), paths);
    out_free(&out);
    return status == 0 || fail(git, STR("it could not list the files"));
}

void git_changed(const char *since, const char *const *folders, size_t folder_count, Paths *paths,
                 Arena *arena, Findings *findings)
{
    static const char *const here[] = {"."};
    Git git = {arena, findings, folder_count ? folders : here, folder_count ? folder_count : 1};
    Way way;
    if (!ask(&git, "--show-prefix", &way.down) || !ask(&git, "--show-cdup", &way.up))
        return;
    Str commit = commit_of(&git, since ? since : "HEAD");
    if (since && !commit.length)
        fail(&git, arena_format(arena, "there is no revision ‘%s’", since));
    else if (list(&git, way, commit, paths))
        paths_sort_once(paths);
}
