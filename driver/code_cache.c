/* In: names and bytes; out: files. What the bytes are is not known here. */
#include "driver/code_cache.h"

#include "support/array.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FILE_LARGEST = 64 << 20, /* bytes: ten thousand checks */
    FILES_MOST = 64          /* that are kept */
};

/* ---- the folder ---- */

static bool is_own(const struct stat *status, mode_t others)
{
    return status->st_uid == geteuid() && !(status->st_mode & others);
}

static void make_folders(const char *folder)
{
    Arena arena = {0};
    char *path = arena_alloc(&arena, strlen(folder) + 1, 1);
    strcpy(path, folder);
    char *slash = strrchr(path, '/');
    if (slash && slash != path) {
        *slash = '\0';
        mkdir(path, 0700);
    }
    mkdir(folder, 0700);
    arena_free(&arena);
}

CodeCache code_cache_open(const char *folder, bool make)
{
    struct stat status;
    if (make)
        make_folders(folder);
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (file >= 0 && (fstat(file, &status) || !is_own(&status, S_IRWXG | S_IRWXO))) {
        close(file);
        file = -1;
    }
    return (CodeCache){file};
}

void code_cache_close(CodeCache *cache)
{
    if (cache->folder >= 0)
        close(cache->folder);
    cache->folder = -1;
}

/* ---- reading ---- */

static bool is_trusted(int file, size_t *size)
{
    struct stat status;
    if (fstat(file, &status) || !S_ISREG(status.st_mode) || !is_own(&status, S_IWGRP | S_IWOTH) ||
        status.st_size > FILE_LARGEST)
        return false;
    *size = (size_t)status.st_size;
    return true;
}

static bool read_all(int file, size_t size, Out *bytes)
{
    char part[1 << 14];
    while (bytes->length < size) {
        ssize_t got = read(file, part, sizeof part);
        if (got <= 0)
            return false;
        out_bytes(bytes, part, (size_t)got);
    }
    return true;
}

bool code_cache_read(const CodeCache *cache, const char *name, Out *bytes)
{
    size_t size;
    if (cache->folder < 0)
        return false;
    int file = openat(cache->folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    bool good = is_trusted(file, &size) && (!bytes || read_all(file, size, bytes));
    close(file);
    return good;
}

/* ---- writing ---- */

typedef struct Kept {
    char name[256];
    struct timespec written;
} Kept;

static int compare_kept(const void *left, const void *right)
{
    const Kept *a = left, *b = right;
    if (a->written.tv_sec != b->written.tv_sec)
        return a->written.tv_sec < b->written.tv_sec ? -1 : 1;
    return (a->written.tv_nsec > b->written.tv_nsec) - (a->written.tv_nsec < b->written.tv_nsec);
}

static void take_away_oldest(int folder)
{
    ARRAY(Kept) kept = {0};
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = again < 0 ? NULL : fdopendir(again);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        struct stat status;
        if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) || !S_ISREG(status.st_mode))
            continue;
        ARRAY_RESERVE(&kept);
        Kept *one = &kept.at[kept.count++];
        snprintf(one->name, sizeof one->name, "%s", entry->d_name);
        one->written = status.st_mtim;
    }
    if (entries)
        closedir(entries);
    if (kept.count > FILES_MOST)
        qsort(kept.at, kept.count, sizeof *kept.at, compare_kept);
    for (size_t i = 0; i + FILES_MOST < kept.count; i++)
        unlinkat(folder, kept.at[i].name, 0);
    free(kept.at);
}

static bool write_all(int file, Str bytes)
{
    while (bytes.length) {
        ssize_t put = write(file, bytes.at, bytes.length);
        if (put <= 0)
            return false;
        bytes = str_slice(bytes, (size_t)put, bytes.length);
    }
    return true;
}

bool code_cache_write(const CodeCache *cache, const char *name, Str bytes)
{
    char temporary[64];
    if (cache->folder < 0)
        return false;
    snprintf(temporary, sizeof temporary, ".%ld-%.40s", (long)getpid(), name);
    unlinkat(cache->folder, temporary, 0);
    int file = openat(cache->folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool good = write_all(file, bytes);
    good = !close(file) && good;
    good = good && !renameat(cache->folder, temporary, cache->folder, name);
    if (!good)
        unlinkat(cache->folder, temporary, 0);
    else
        take_away_oldest(cache->folder);
    return good;
}
