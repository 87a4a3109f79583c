/* The only file that touches the file system. */
#include "driver/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* ---- reading ---- */

static Source *cannot_read(Str name, Place place, const char *why, Findings *findings)
{
    if (place.source)
        finding_use_unreadable(findings, place, name, why);
    else
        finding_unreadable_file(findings, place, name, why);
    return NULL;
}

/* Reads to the end of the file; the text has two zero bytes behind it. NULL with errno on failure, EFBIG when
 * it is longer than SOURCE_MOST. `guess` is how long it probably is. */
static char *read_all(int file, size_t guess, size_t *size)
{
    size_t room = guess + 3, length = 0;
    char *text = memory_grow(NULL, room);
    int error = 0;
    for (ssize_t got = -1; got != 0 && !error;) {
        got = read(file, text + length, room - 2 - length);
        if (got < 0)
            error = errno == EINTR ? 0 : errno;
        else if ((length += (size_t)got) > SOURCE_MOST)
            error = EFBIG;
        else if (length == room - 2)
            text = memory_grow(text, room *= 2);
    }
    if (error) {
        free(text);
        errno = error;
        return NULL;
    }
    text[length] = text[length + 1] = '\0';
    *size = length;
    return text;
}

static const char *why_not(int error)
{
    switch (error) {
    case ENOENT: return "there is no such file";
    case EACCES: return "this user may not read it";
    case EISDIR: return "it is a folder, not a file";
    case EFBIG: return "it is larger than 1 GiB";
    case ELOOP: return "it is a link that leads back to itself";
    case ENODEV: return "it is a device or a pipe, not a file";
    default: return strerror(error);
    }
}

/* 0, or the error for what is no file to read: reading a device need never end, and a pipe with a name waits
 * for somebody to write. Pipes without one, such as a shell makes for <(…), are written to already. */
static int error_of_kind(int file, const struct stat *status)
{
    struct statfs system;
    if (S_ISREG(status->st_mode))
        return status->st_size > (off_t)SOURCE_MOST ? EFBIG : 0;
    if (S_ISDIR(status->st_mode))
        return EISDIR;
    bool nameless_pipe =
        S_ISFIFO(status->st_mode) && !fstatfs(file, &system) && system.f_type == PIPEFS_MAGIC;
    return nameless_pipe ? 0 : ENODEV;
}

/* Opens a file for reading; -1 with errno where there is nothing to read. */
static int file_open(const char *path, struct stat *status)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* or a pipe with a name would hold us up */
    if (file < 0)
        return -1;
    int error = fstat(file, status) ? errno : error_of_kind(file, status);
    if (!error && !fcntl(file, F_SETFL, 0))
        return file;
    error = error ? error : errno;
    close(file);
    errno = error;
    return -1;
}

Source *source_read(const char *path, Str name, Place place, Arena *arena, Findings *findings)
{
    bool standard_input = !strcmp(path, "-");
    struct stat status = {0};
    int file = standard_input ? STDIN_FILENO : file_open(path, &status);
    if (file < 0)
        return cannot_read(name, place, why_not(errno), findings);
    size_t size = 0;
    char *text = read_all(file, (size_t)status.st_size, &size);
    int error = errno;
    if (!standard_input)
        close(file);
    if (!text)
        return cannot_read(name, place, why_not(error), findings);
    Source *source = ARENA_NEW(arena, Source);
    *source = (Source){.name = arena_str(arena, name), .text = text, .size = size};
    return source;
}

Source *source_from(Str text, Str name, Arena *arena)
{
    Source *source = ARENA_NEW(arena, Source);
    *source = (Source){
        .name = arena_str(arena, name), .text = memory_grow(NULL, text.length + 2), .size = text.length};
    memcpy(source->text, text.at, text.length);
    source->text[text.length] = source->text[text.length + 1] = '\0';
    return source;
}

void source_free(Source *source)
{
    free(source->text);
    source->text = NULL;
}

/* ---- paths ---- */

Str path_real(const char *path, Arena *arena)
{
    char *real = realpath(path, NULL);
    Str result = real ? arena_str(arena, str_from(real)) : STR("");
    free(real);
    return result;
}

Str path_folder(Str path, Arena *arena)
{
    size_t end = path.length;
    while (end > 0 && path.at[end - 1] != '/')
        end--;
    if (end == 0)
        return STR(".");
    return arena_str(arena, str_slice(path, 0, end > 1 ? end - 1 : 1));
}

Str path_join(Str folder, Str file, Arena *arena)
{
    if (str_starts(file, STR("/")) || str_equal(folder, STR(".")))
        return arena_str(arena, file);
    bool slash = str_ends(folder, STR("/"));
    return arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(folder), slash ? "" : "/", STR_ARG(file));
}

bool path_exists(Str path)
{
    return access(path.at, F_OK) == 0;
}

bool path_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int name_order(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name); /* not by the locale */
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* What an entry of a folder is: DT_DIR, DT_REG, DT_LNK …; not every file system says so itself. */
static unsigned char entry_type(const struct dirent *entry, Str path)
{
    struct stat status;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type;
    return lstat(path.at, &status) ? DT_UNKNOWN : (unsigned char)IFTODT(status.st_mode);
}

void folder_plans(const char *folder, Paths *paths, Arena *arena, Findings *findings)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, not_hidden, name_order);
    if (count < 0) {
        cannot_read(str_from(folder), (Place){0}, why_not(errno), findings);
        return;
    }
    for (int i = 0; i < count; i++) {
        Str path = path_join(str_from(folder), str_from(entries[i]->d_name), arena);
        unsigned char type = entry_type(entries[i], path);
        bool linked_folder = type == DT_LNK && path_is_folder(path.at); /* it could lead round in a circle */
        if (type == DT_DIR)
            folder_plans(path.at, paths, arena, findings);
        else if (!linked_folder && str_ends(path, STR(".sen")))
            ARRAY_ADD(paths, path);
        free(entries[i]);
    }
    free(entries);
}

static int compare_paths(const void *left, const void *right)
{
    return str_compare(*(const Str *)left, *(const Str *)right);
}

void paths_sort_once(Paths *paths)
{
    size_t kept = 0;
    if (paths->count)
        qsort(paths->at, paths->count, sizeof *paths->at, compare_paths);
    for (size_t i = 0; i < paths->count; i++)
        if (!kept || !str_equal(paths->at[kept - 1], paths->at[i]))
            paths->at[kept++] = paths->at[i];
    paths->count = kept;
}

Str folder_of_modules(Arena *arena)
{
    Str here = path_folder(path_real("/proc/self/exe", arena), arena);
    Str built = path_join(here, STR("lib/senc"), arena);
    return path_is_folder(built.at) ? built : path_join(here, STR("../lib/senc"), arena);
}

/* ---- writing ---- */

static bool cannot_write(const char *path, int error, Findings *findings)
{
    const char *why = error == ENOENT   ? "there is no such folder"
                      : error == EACCES ? "this user may not write there"
                      : error == EISDIR ? "it is a folder"
                                        : strerror(error);
    finding_unwritable_file(findings, (Place){0}, str_from(path), why);
    return false;
}

static bool write_bytes(int file, Str bytes)
{
    while (bytes.length) {
        ssize_t put = write(file, bytes.at, bytes.length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes = str_slice(bytes, (size_t)put, bytes.length);
    }
    return true;
}

/* What a new file of this user may be read by. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* What the file is to be for its owner, group and others: as what it replaces, else as a new file of this
 * user. */
static bool take_over(int file, const struct stat *replaced)
{
    if (!replaced)
        return !fchmod(file, usual_mode());
    if (fchown(file, replaced->st_uid, replaced->st_gid)) /* only the superuser may give files away */
        errno = 0;
    return !fchmod(file, replaced->st_mode & 07777);
}

/* Writes the bytes under a temporary name beside `path`. */
static bool write_beside(Writing *writing, const char *path, Str bytes, const struct stat *replaced,
                         Findings *findings)
{
    size_t length = strlen(path) + sizeof ".XXXXXX";
    char *temporary = memory_grow(NULL, length + 1);
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash + 1 - path) : 0;
    snprintf(temporary, length + 1, "%.*s.%s.XXXXXX", folder, path, path + folder);
    int file = path_is_folder(path) ? (errno = EISDIR, -1) : mkstemp(temporary); /* mode 0600 */
    if (file < 0) {
        int error = errno;
        free(temporary);
        return cannot_write(path, error, findings);
    }
    ARRAY_RESERVE(&writing->files);
    writing->files.at[writing->files.count].path = path;
    writing->files.at[writing->files.count++].temporary = temporary;
    bool written = write_bytes(file, bytes) && take_over(file, replaced);
    int error = errno;
    written = !close(file) && written;
    return written || cannot_write(path, error, findings);
}

bool writing_add(Writing *writing, const char *path, Str bytes, Findings *findings)
{
    return write_beside(writing, path, bytes, NULL, findings);
}

bool writing_replace(Writing *writing, const char *path, Str bytes, Findings *findings)
{
    struct stat status;
    if (stat(path, &status) || access(path, W_OK))
        return cannot_write(path, errno, findings);
    return write_beside(writing, path, bytes, &status, findings);
}

bool writing_finish(Writing *writing, Findings *findings)
{
    for (size_t i = 0; i < writing->files.count; i++) {
        if (rename(writing->files.at[i].temporary, writing->files.at[i].path))
            return cannot_write(writing->files.at[i].path, errno, findings);
        free(writing->files.at[i].temporary);
        writing->files.at[i].temporary = NULL;
    }
    return true;
}

void writing_free(Writing *writing)
{
    for (size_t i = 0; i < writing->files.count; i++)
        if (writing->files.at[i].temporary) {
            unlink(writing->files.at[i].temporary);
            free(writing->files.at[i].temporary);
        }
    free(writing->files.at);
    *writing = (Writing){0};
}
