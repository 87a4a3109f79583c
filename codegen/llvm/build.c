/* The build that a module comes from, as its linker noted it. In: the module itself, in memory. */
#include "codegen/llvm/code.h"

#include <elf.h>
#include <link.h>
#include <string.h>

/* Where this module begins; the linker knows. */
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

#define NOTE_PADDED(size) (((size) + 3u) & ~3u)

/* The text of the note of that type that GNU's tools write, in a segment of notes. */
static Str note_find(const char *at, size_t size, uint32_t type)
{
    while (size >= sizeof(ElfW(Nhdr))) {
        const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
        const char *name = at + sizeof *note, *text = name + NOTE_PADDED(note->n_namesz);
        if (note->n_type == type && note->n_namesz == 4 && !memcmp(name, "GNU", 4))
            return (Str){text, note->n_descsz};
        size_t whole = (size_t)(text - at) + NOTE_PADDED(note->n_descsz);
        if (whole >= size)
            break;
        at += whole;
        size -= whole;
    }
    return STR("");
}

Str llvm_build(void)
{
    const char *start = (const char *)&__ehdr_start;
    const ElfW(Phdr) *segments = (const ElfW(Phdr) *)(start + __ehdr_start.e_phoff);
    for (unsigned i = 0; i < __ehdr_start.e_phnum; i++) {
        if (segments[i].p_type != PT_NOTE)
            continue;
        Str build = note_find(start + segments[i].p_vaddr, segments[i].p_memsz, NT_GNU_BUILD_ID);
        if (build.length)
            return build;
    }
    return STR("");
}
