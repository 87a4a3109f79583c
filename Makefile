# senc: one Makefile, nothing recursive; all that is made lies in $(BUILD).
#
#   make          build/senc and its modules          make demo      install, build, compile examples/
#   make test     install what tests need, run them   make lint      all warnings as errors, gcc and clang
#   make asan     tests under the sanitizers          make tsan      what has threads, under ThreadSanitizer
#   make fuzz     ten minutes of each fuzz target
#   make bless    accept the outputs of T=…           make install   DESTDIR, prefix

BUILD  ?= build
prefix ?= /usr/local
VERSION = 0.1.0

CC       ?= gcc
OPTIMISE ?= -O2 -g
STRICT    = -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wswitch-enum -Wmissing-prototypes \
            -Wstrict-prototypes -Wwrite-strings $(WERROR)
CFLAGS   ?= $(OPTIMISE)
COMPILE   = $(CC) $(STRICT) $(CFLAGS) $(SANITIZE) -fPIC -fvisibility=hidden -I. -I$(BUILD)/gen -MMD -MP
GENERATED_FLAGS = -Wno-overlength-strings -Wno-unused-function -Wno-sign-compare -Wno-implicit-fallthrough -Wno-switch-enum

# ---- what is made of what ----
# Sources of the program, room by room; modules link `support` and `report` again, for they hold no state.
SUPPORT  := $(wildcard support/*.c)
LEXER    := $(wildcard lexer/*.c)
PARSER   := $(wildcard parser/*.c)
SEMA     := $(wildcard sema/*.c sema/check/*.c sema/texts/*.c sema/words/*.c)
REPORT   := $(wildcard report/*.c)
CODEGEN  := $(wildcard codegen/*.c codegen/html/*.c codegen/findings/*.c)
DRIVER   := $(wildcard driver/*.c)
TEXT     := $(wildcard codegen/text/*.c)
PDF      := $(wildcard codegen/pdf/*.c)
PNG      := $(wildcard codegen/png/*.c)
DIAGRAM  := $(wildcard codegen/diagram/*.c)
LLVM     := $(wildcard codegen/llvm/*.c)
DOCUMENT := $(wildcard report/document*.c report/drawing*.c report/map*.c)

object    = $(patsubst %.c,$(BUILD)/%.o,$(1))
GENERATED = $(BUILD)/gen/scanner.o $(BUILD)/gen/grammar.o $(BUILD)/gen/condition_grammar.o $(BUILD)/gen/language.o
FRONT     = $(call object,$(SUPPORT) $(LEXER) $(PARSER) $(SEMA)) $(GENERATED)
COMMON    = $(FRONT) $(BUILD)/gen/words.o $(BUILD)/gen/library.o $(BUILD)/gen/kernels.o \
            $(call object,$(REPORT) $(CODEGEN)) $(BUILD)/gen/page_style.o
PROGRAM   = $(COMMON) $(call object,$(DRIVER))
MODULES   = $(BUILD)/lib/senc/senc-pdf.so $(BUILD)/lib/senc/senc-png.so $(BUILD)/lib/senc/senc-diagram.so \
            $(BUILD)/lib/senc/senc-llvm.so

STATIC_LIBRARIES = -Wl,-Bstatic -lutf8proc -ljansson -Wl,-Bdynamic
# LLVM's headers bring warnings of their own. The tools of the build open its shared library, which links in a
# moment; a module is linked with its archives: $(LLVM_ARCHIVES), by g++.
LLVM_CONFIG  ?= llvm-config-19
LLVM_SHARED   = -L$$($(LLVM_CONFIG) --libdir) -lLLVM-19 -Wl,-rpath,$$($(LLVM_CONFIG) --libdir)
LLVM_ARCHIVES = $$($(LLVM_CONFIG) --link-static --ldflags --libs orcjit nativecodegen passes core) \
                $$($(LLVM_CONFIG) --link-static --system-libs)
PLUGINS := $(shell pkg-config --variable=libdir libgvc 2>/dev/null)/graphviz

.SECONDARY:
.PHONY: all differ setup setup-test demo test unit asan tsan fuzz lint bless install uninstall clean format bench reference
all: $(BUILD)/senc $(MODULES)

# At a fixed address: its tables hold ten thousand pointers, and to write them all anew was a third of each start
# (bench/run --only start). Its libraries, heap and stacks are placed at random as ever.
$(BUILD)/senc: $(PROGRAM)
	$(CC) $(CFLAGS) $(SANITIZE) $(if $(SANITIZE),,-no-pie) -o $@ $^ $(STATIC_LIBRARIES) -ldl -lpthread \
	    -Wl,--as-needed

# One symbol each; the rest is hidden.
LINKER = $(CC)
MODULE_LINK = $(LINKER) $(CFLAGS) $(SANITIZE) -shared -o $@ $^ -Wl,--version-script=$(BUILD)/gen/$(basename $(@F)).map \
              -Wl,--as-needed -Wl,-Bsymbolic -Wl,-z,pack-relative-relocs
define module_map
	@mkdir -p $(@D) $(BUILD)/gen
	@printf '{ global: %s; local: *; };\n' $(subst -,_,$(basename $(@F))) > $(BUILD)/gen/$(basename $(@F)).map
endef

$(BUILD)/lib/senc/senc-pdf.so: $(call object,$(SUPPORT) $(DOCUMENT) $(TEXT) $(PDF))
	$(module_map)
	$(MODULE_LINK) $$(pkg-config --libs harfbuzz harfbuzz-subset harfbuzz-icu icu-uc zlib) $(STATIC_LIBRARIES)
$(BUILD)/lib/senc/senc-png.so: $(call object,$(SUPPORT) $(DOCUMENT) $(TEXT) $(PNG))
	$(module_map)
	$(MODULE_LINK) $$(pkg-config --libs harfbuzz harfbuzz-icu icu-uc cairo) $(STATIC_LIBRARIES)
$(BUILD)/lib/senc/senc-diagram.so: $(call object,$(SUPPORT) $(DOCUMENT) $(DIAGRAM))
	$(module_map)
	$(MODULE_LINK) $$(pkg-config --libs libgvc libcgraph) -L$(PLUGINS) -lgvplugin_core -lgvplugin_dot_layout \
	    -Wl,-rpath,$(PLUGINS) $(STATIC_LIBRARIES)
# Its sources are C; LLVM's archives need the library of C++. The build's number tells the code that it makes apart.
$(BUILD)/lib/senc/senc-llvm.so: LINKER = $(if $(findstring clang,$(CC)),clang++,g++)
$(BUILD)/lib/senc/senc-llvm.so: $(FRONT) $(call object,$(LLVM))
	$(module_map)
	$(MODULE_LINK) $(if $(SANITIZE),,-s) -Wl,--gc-sections -Wl,--build-id=sha1 \
	    $(LLVM_ARCHIVES) $(STATIC_LIBRARIES)

$(BUILD)/codegen/text/%.o $(BUILD)/codegen/pdf/%.o $(BUILD)/codegen/png/%.o: \
    LIBRARY_FLAGS = $(shell pkg-config --cflags harfbuzz harfbuzz-subset harfbuzz-icu icu-uc zlib cairo)
$(BUILD)/codegen/llvm/%.o $(BUILD)/tests/native/%.o: \
    LIBRARY_FLAGS = -isystem $(shell $(LLVM_CONFIG) --includedir)
$(BUILD)/codegen/diagram/%.o: LIBRARY_FLAGS = $(shell pkg-config --cflags libgvc libcgraph)

$(BUILD)/%.o: %.c | $(BUILD)/gen/grammar.h $(BUILD)/gen/condition_grammar.h
	@mkdir -p $(@D)
	$(COMPILE) $(LIBRARY_FLAGS) -DSENC_VERSION='"$(VERSION)"' -c -o $@ $<

$(BUILD)/gen/scanner.c: lexer/senc.l
	@mkdir -p $(@D)
	flex -CF -o $@ $<
$(BUILD)/gen/grammar.c $(BUILD)/gen/grammar.h &: parser/senc.y
	@mkdir -p $(@D)
	bison -Wall -Wcounterexamples -Werror --header=$(BUILD)/gen/grammar.h -o $(BUILD)/gen/grammar.c $<
$(BUILD)/gen/condition_grammar.c $(BUILD)/gen/condition_grammar.h &: sema/check/condition_grammar.y
	@mkdir -p $(@D)
	bison -Wall -Wcounterexamples -Werror --header=$(BUILD)/gen/condition_grammar.h -o $(BUILD)/gen/condition_grammar.c $<
# A style sheet as a C string, without comments (whole lines of it) and indentation.
$(BUILD)/gen/page_style.c: codegen/html/page.css
	@mkdir -p $(@D)
	@{ echo '#include "codegen/html/markup.h"'; echo 'const char page_style[] ='; \
	  sed -e '/^\/\*.*\*\/$$/d' -e '/^\/\*/,/\*\/$$/d' -e 's/^ *//' -e '/^$$/d' -e 's/["\\]/\\&/g' \
	      -e 's/.*/"&\\n"/' $<; echo ';'; } > $@
# The words and phrases of the language, worked out from the schema by a tool of the build.
TOOL = $(call object,sema/tool/make_language.c sema/tool/phrase_build.c sema/tool/print_shapes.c sema/schema.c sema/phrase.c \
       lexer/vocabulary.c lexer/token.c $(SUPPORT))
$(BUILD)/make-language: $(TOOL)
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES)
$(BUILD)/gen/language.c: $(BUILD)/make-language
	ASAN_OPTIONS=detect_leaks=0 $< > $@.new && mv $@.new $@
# The standard library: its checks compiled and tried on their samples, as tables.
STDLIB := $(sort $(wildcard stdlib/*.sen))
$(BUILD)/make-library: $(call object,sema/tool/make_library.c) $(FRONT) $(BUILD)/gen/words.o
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES)
$(BUILD)/gen/library.c: $(BUILD)/make-library $(STDLIB)
	ASAN_OPTIONS=detect_leaks=0 $< $(STDLIB) > $@.new && mv $@.new $@
# And as machine code, for the least processor that may run senc.
PROCESSOR ?= $(if $(filter x86_64,$(shell uname -m)),x86-64,generic)
$(BUILD)/make-kernels: $(call object,codegen/llvm/tool/make_kernels.c $(LLVM)) $(FRONT) $(BUILD)/gen/library.o $(BUILD)/gen/words.o
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES) $(LLVM_SHARED)
$(BUILD)/gen/kernels.o: $(BUILD)/make-kernels
	ASAN_OPTIONS=detect_leaks=0 $< $@.new $(PROCESSOR) && mv $@.new $@
# The reference of the language, from the schema, and of the checks, from the library; their openings are written by
# hand.
$(BUILD)/make-reference: $(call object,sema/tool/make_reference.c sema/tool/print_derived.c sema/schema.c $(SUPPORT))
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES)
reference: $(BUILD)/make-reference $(BUILD)/senc
	$< <docs/language-opening.md >docs/language.md
	{ cat docs/checks-opening.md; $(BUILD)/senc explain --markdown; } >docs/checks.md
# The word lists of the standard library as tables, by what reads lists at run time.
WORDS := $(sort $(wildcard stdlib/words/*.sen))
$(BUILD)/make-words: $(call object,sema/tool/make_words.c) $(FRONT)
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES)
$(BUILD)/gen/words.c: $(BUILD)/make-words $(WORDS)
	ASAN_OPTIONS=detect_leaks=0 $< $(WORDS) > $@.new && mv $@.new $@
$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(COMPILE) $(GENERATED_FLAGS) -c -o $@ $<

# ---- setting up: packages.txt is the one list ----
setup:
	@tests/install-packages build
setup-test:
	@tests/install-packages build test

# ---- what a user and a developer run ----
demo: setup
	@[ -e $(BUILD)/senc ] || echo 'Building senc; this takes a minute or so.'
	@$(MAKE) -s --no-print-directory -s -j$$(nproc) all
	@driver/demo $(BUILD)

test: setup-test
	@$(MAKE) -s --no-print-directory -j$$(nproc) all unit-programs
	@tests/run $(BUILD) $(T)

bless: all
	@tests/run --bless $(BUILD) $(T)

UNIT = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
unit-programs: $(UNIT) $(BUILD)/make-reference $(BUILD)/tests/wording/loose_text \
    $(BUILD)/tests/native/differ
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(COMMON)
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES) -ldl -lpthread -Wl,-rpath,'$$ORIGIN/../../lib/senc'

# What the word lists alone say of statements: tests/wording/measure.
$(BUILD)/tests/wording/loose_text: $(BUILD)/tests/wording/loose_text.o $(COMMON)
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES) -ldl -lpthread

# Do the evaluator and all native code agree? tests/scripts/native-agrees; `make differ` tries 100,000 sets of records.
$(BUILD)/tests/native/differ: $(call object,$(wildcard tests/native/*.c) $(LLVM)) $(COMMON)
	$(CC) $(CFLAGS) $(SANITIZE) -o $@ $^ $(STATIC_LIBRARIES) $(LLVM_SHARED) -ldl -lpthread
differ: $(BUILD)/tests/native/differ
	ASAN_OPTIONS=detect_leaks=0 $< 100000 100 $$(git ls-files 'examples/*.sen')

asan:
	@$(MAKE) -s --no-print-directory BUILD=build-asan CC=clang OPTIMISE='-O1 -g' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer' \
	    -j$$(nproc) all unit-programs
	@tests/run build-asan $(T)

# Threads: the driver alone starts any. What has them in its path is run, for all else is one thread.
tsan:
	@$(MAKE) -s --no-print-directory BUILD=build-tsan CC=gcc OPTIMISE='-O1 -g' SANITIZE='-fsanitize=thread' \
	    -j$$(nproc) all
	@TSAN_OPTIONS=halt_on_error=1 tests/run build-tsan $(if $(T),$(T),threads)

FUZZ_SECONDS ?= 600
fuzz:
	@tests/fuzz/run $(FUZZ_SECONDS)

lint:
	@$(MAKE) -s --no-print-directory BUILD=build-lint-gcc CC=gcc WERROR=-Werror -j$$(nproc) all unit-programs
	@$(MAKE) -s --no-print-directory BUILD=build-lint-clang CC=clang WERROR=-Werror -j$$(nproc) all unit-programs
	@tests/lint

format:
	@git ls-files '*.c' '*.h' | xargs clang-format -i

bench: all
	@tests/install-packages bench
	@bench/run $(BUILD)

# What is installed, with the fonts that reports are set in, so that senc runs where no font package is.
PLACE = $(DESTDIR)$(prefix)
install: all
	install -D -m 755 $(BUILD)/senc $(PLACE)/bin/senc
	install -d $(PLACE)/lib/senc $(PLACE)/share/doc/senc
	install -m 755 $(MODULES) $(PLACE)/lib/senc
	install -m 644 /usr/share/doc/llvm-19-dev/copyright $(PLACE)/lib/senc/senc-llvm.copyright
	install -m 644 LICENSE NOTICE THIRD-PARTY.md $(PLACE)/share/doc/senc
	install -D -m 644 docs/senc.1 $(PLACE)/share/man/man1/senc.1
	install -D -m 644 driver/completion/senc.bash $(PLACE)/share/bash-completion/completions/senc
	install -D -m 644 driver/completion/senc.fish $(PLACE)/share/fish/vendor_completions.d/senc.fish
	install -D -m 644 driver/completion/_senc $(PLACE)/share/zsh/site-functions/_senc
	install -d $(PLACE)/share/senc/stdlib
	install -m 644 $(STDLIB) $(PLACE)/share/senc/stdlib
	codegen/text/install-fonts $(PLACE)/share/senc/fonts

uninstall:
	rm -f $(PLACE)/bin/senc $(PLACE)/share/man/man1/senc.1 $(PLACE)/share/bash-completion/completions/senc \
	    $(PLACE)/share/fish/vendor_completions.d/senc.fish $(PLACE)/share/zsh/site-functions/_senc
	rm -rf $(PLACE)/lib/senc $(PLACE)/share/senc $(PLACE)/share/doc/senc

clean:
	rm -rf build build-*

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
