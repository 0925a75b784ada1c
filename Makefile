# Builds ces. "make help" lists the targets; the variables worth setting:
#
#   CC=clang CFLAGS=-O0   another compiler, other options
#   STRICT=1              warnings are errors
#   V=1                   whole command lines
#   BUILD=build/other     another tree, so variants don't disturb one another
#   PREFIX DESTDIR        where to install

VERSION := 0.1.0
BUILD := build
PREFIX := /usr/local
CFLAGS := -O2 -g
ifeq ($(origin CC),default)
CC := gcc
endif

# Warnings are errors where the tests run, and nowhere else: a compiler newer
# than ours must not keep anybody from building.
ifneq ($(filter test,$(MAKECMDGOALS)),)
STRICT := 1
endif

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow \
	-Wmissing-prototypes -Wvla -Werror=unused-function
HARDEN := -fstack-protector-strong
# glibc warns about FORTIFY without optimizing; sanitizers have their own checks
ifneq ($(filter -O1 -O2 -O3 -Os,$(CFLAGS)),)
HARDEN += $(if $(SANITIZE),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif
SAN := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
	-fno-omit-frame-pointer)

# what is done in a word, or in full
say = $(if $(V),,@echo '  $1 $@';)

COMPILE := $(CC) -std=c11 -D_GNU_SOURCE -DCES_VERSION='"$(VERSION)"' \
	-Iinclude -Isrc -fPIC $(HARDEN) $(WARNINGS) $(SAN) $(CPPFLAGS) $(CFLAGS)
LINK := $(CC) $(SAN) $(CFLAGS) $(LDFLAGS) -Wl,-z,relro,-z,now
LIBS := -lyaml -lutf8proc -ldl -pthread -lm
WORKBOOK_LIBS := -lxlsxwriter -lz
ZONE_LIBS := -lical

# --- what there is ----------------------------------------------------------
FLOORS := base finding model load view rules judge table text report cli
ZONE_SRC := $(wildcard src/base/zone_module.c)
WORKBOOK_SRC := $(wildcard src/xlsx/*.c src/xlsx/*/*.c)
SRC := $(filter-out $(ZONE_SRC),$(wildcard $(FLOORS:%=src/%/*.c) \
	src/rules/strategic/*.c))
TEST_SRC := $(wildcard tests/unit/test_*.c)
TEST_HELP := $(filter-out $(TEST_SRC),$(wildcard tests/unit/*.c))
PO := $(wildcard templates/locale/*.po)
EMBED := $(shell find templates -path templates/locale -prune \
	-o -type f -print 2>/dev/null)

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$1)
EMBED_OBJ := $(BUILD)/obj/embedded.o
OBJ := $(call objects,$(SRC)) $(EMBED_OBJ)
TEST_OBJ := $(filter-out %/src/cli/main.o,$(OBJ)) \
	$(call objects,$(WORKBOOK_SRC) $(TEST_HELP))

# build/ mirrors what is installed: the program finds the rest from itself
PROGRAM := $(BUILD)/bin/ces
MODULES := $(if $(ZONE_SRC),$(BUILD)/lib/ces/zone.so) \
	$(if $(WORKBOOK_SRC),$(BUILD)/lib/ces/workbook.so)
CATALOGS := $(patsubst templates/locale/%.po,\
	$(BUILD)/share/locale/%/LC_MESSAGES/ces.mo,$(PO))
TESTS := $(TEST_SRC:tests/unit/%.c=$(BUILD)/tests/%)

# --- building ---------------------------------------------------------------
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
.PHONY: all check test unit san bench golden mutate format floors demo install \
	uninstall clean help FORCE

all: $(PROGRAM) $(MODULES) $(CATALOGS)

# -rdynamic: the modules call functions of the program
$(PROGRAM): $(OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -rdynamic -o $@ $(OBJ) $(LIBS)

$(BUILD)/lib/ces/zone.so: $(call objects,$(ZONE_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -shared -o $@ $^ $(ZONE_LIBS)

$(BUILD)/lib/ces/workbook.so: $(call objects,$(WORKBOOK_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -shared -o $@ $^ $(WORKBOOK_LIBS)

$(BUILD)/obj/%.o: %.c $(BUILD)/obj/flags | build/.deps-build
	@mkdir -p $(@D)
	$(call say,compile)$(COMPILE) $(if $(STRICT),-Werror) -MMD -MP -c -o $@ $<

# Written anew only when it says something new: then all is compiled again.
$(BUILD)/obj/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(COMPILE))' | cmp -s - $@ || \
		echo '$(subst ','\'',$(COMPILE))' >$@

# templates/ in the binary
$(BUILD)/gen/generate: src/base/embed/generate.c | build/.deps-build
	@mkdir -p $(@D)
	$(call say,compile)$(COMPILE) -pie -o $@ $<

$(BUILD)/gen/list: FORCE
	@mkdir -p $(@D)
	@echo '$(EMBED)' | cmp -s - $@ || echo '$(EMBED)' >$@

$(BUILD)/gen/embedded.c: $(BUILD)/gen/generate $(BUILD)/gen/list $(EMBED)
	$(call say,embed  )$< templates/ $(EMBED) >$@

$(EMBED_OBJ): $(BUILD)/gen/embedded.c $(BUILD)/obj/flags include/ces/embedded.h
	$(call say,compile)$(COMPILE) -c -o $@ $<

$(BUILD)/share/locale/%/LC_MESSAGES/ces.mo: templates/locale/%.po \
		| build/.deps-build
	@mkdir -p $(@D)
	$(call say,msgfmt )msgfmt --check -o $@ $<

# Installs what is missing; asked once, and again when the list has changed.
build/.deps-%: tests/deps
	@mkdir -p $(@D)
	tests/deps $*
	@touch $@

build/.deps-test: | build/.deps-build

# --- testing ----------------------------------------------------------------
$(call objects,$(TEST_SRC) $(TEST_HELP)): | build/.deps-test

$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(TEST_OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -rdynamic -o $@ $^ $(LIBS) \
		$(WORKBOOK_LIBS) -ljansson -lexpat -lcmocka

check: all $(TESTS) | build/.deps-test
	BUILD=$(BUILD) tests/run $(ONLY)

test: check

unit: $(TESTS) $(MODULES)
	BUILD=$(BUILD) tests/run tests/test_

# the same in another tree
san:
	$(MAKE) BUILD=build/san SANITIZE=address,undefined CFLAGS='-O1 -g' check

$(BUILD)/tests/bench_rules: $(BUILD)/obj/tests/bench.d/rules.o \
		$(filter-out %/src/cli/main.o,$(OBJ))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -rdynamic -o $@ $^ $(LIBS)

bench: all $(BUILD)/tests/bench_rules | build/.deps-test
	BUILD=$(BUILD) tests/bench

golden: all | build/.deps-test
	CES_GOLDEN=update BUILD=$(BUILD) tests/run golden
	$(PROGRAM) explain --format markdown >examples/reference.md

# of src/rules, src/view and src/judge; ONLY=word for files, N=20 for some places
mutate: all | build/.deps-test
	@N='$(N)' SEED='$(SEED)' tests/mutate $(ONLY)

format:
	find src include tests -name '*.[ch]' | xargs clang-format -i

floors:
	tests/floors

# --- using ------------------------------------------------------------------
demo: all
	$(PROGRAM) check --fail-on never examples/retail.yaml
	@mkdir -p $(BUILD)/demo
	$(PROGRAM) export examples/retail.yaml -o $(BUILD)/demo/review.xlsx
	@echo 'The workbook is $(BUILD)/demo/review.xlsx'

AT := $(DESTDIR)$(PREFIX)
install: all
	install -D -m 755 $(PROGRAM) '$(AT)/bin/ces'
	install -d '$(AT)/lib/ces' '$(AT)/share'
	$(if $(strip $(MODULES)),install -m 644 $(MODULES) '$(AT)/lib/ces')
	$(if $(CATALOGS),cp -R $(BUILD)/share/locale '$(AT)/share/')
	install -D -m 644 src/ces.1 '$(AT)/share/man/man1/ces.1'
	install -D -m 644 examples/reference.md \
		'$(AT)/share/doc/ces/reference.md'

uninstall:
	rm -f '$(AT)/bin/ces' '$(AT)/share/man/man1/ces.1' \
		'$(AT)/share/doc/ces/reference.md'
	rm -f $(patsubst $(BUILD)/%,'$(AT)/%',$(MODULES) $(CATALOGS))
	-rmdir '$(AT)/lib/ces' '$(AT)/share/doc/ces'

clean:
	rm -rf $(sort build $(BUILD))

help:
	@echo 'all        the program, its modules and catalogs, in $(BUILD)'
	@echo 'demo       checks the example and writes its workbook'
	@echo 'test       all tests; ONLY=word for those with it in their path'
	@echo 'unit       the unit tests alone'
	@echo 'san        all tests with the address and undefined sanitizers'
	@echo 'bench      times and memory on large plans'
	@echo 'golden     rewrites what the golden tests expect, and the reference'
	@echo 'mutate     lists comparisons that no test misses; ONLY=file, N=20'
	@echo 'floors     no file includes headers of floors above its own'
	@echo 'format     clang-format over all C'
	@echo 'install    to PREFIX ($(PREFIX)), below DESTDIR; also uninstall'
	@echo 'clean      removes build'

-include $(patsubst %.o,%.d,$(filter-out $(EMBED_OBJ),$(OBJ)) \
	$(call objects,$(ZONE_SRC) $(WORKBOOK_SRC) $(TEST_SRC) $(TEST_HELP)))
