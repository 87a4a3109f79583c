/* The only file that touches the file system. */
#include "driver/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
    size_t room = guess + 3;
    char *text = memory_grow(NULL, room);
    *size = 0;
    for (;;) {
        ssize_t got = read(file, text + *size, room - 2 - *size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            break;
        *size += (size_t)got;
        if (got == 0 || *size > SOURCE_MOST)
            break;
        if (*size == room - 2)
            text = memory_grow(text, room *= 2);
    }
    if (errno == 0 && *size > SOURCE_MOST)
        errno = EFBIG;
    if (errno) {
        free(text);
        return NULL;
    }
    text[*size] = text[*size + 1] = '\0';
    return text;
}

static const char *why_not(int error)
{
    switch (error) {
    case ENOENT: return "there is no such file";
    case EACCES: return "this user may not read it";
    case EISDIR: return "it is a folder, not a file";
    case EFBIG: return "it is larger than 1 GiB";
    default: return strerror(error);
    }
}

Source *source_read(const char *path, Str name, Place place, Arena *arena, Findings *findings)
{
    bool standard_input = !strcmp(path, "-");
    int file = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status))
        return cannot_read(name, place, why_not(errno), findings);
    Source *source = ARENA_NEW(arena, Source);
    errno = S_ISDIR(status.st_mode) ? EISDIR : status.st_size > (off_t)SOURCE_MOST ? EFBIG : 0;
    if (!errno)
        source->text = read_all(file, S_ISREG(status.st_mode) ? (size_t)status.st_size : 0, &source->size);
    int error = errno;
    if (!standard_input)
        close(file);
    if (!source->text)
        return cannot_read(name, place, why_not(error), findings);
    source->name = arena_str(arena, name);
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

static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

void folder_plans(const char *folder, Paths *paths, Arena *arena)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, not_hidden, name_order);
    for (int i = 0; i < count; i++) {
        Str path = path_join(str_from(folder), str_from(entries[i]->d_name), arena);
        if (path_is_folder(path.at)) {
            if (!is_link(path.at))
                folder_plans(path.at, paths, arena); /* a link could lead round in a circle */
        } else if (str_ends(path, STR(".sen"))) {
            ARRAY_ADD(paths, path);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
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

bool writing_add(Writing *writing, const char *path, Str bytes, Findings *findings)
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
    bool written = write_bytes(file, bytes) && !fchmod(file, usual_mode());
    int error = errno;
    written = !close(file) && written;
    return written || cannot_write(path, error, findings);
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
