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

# a step in a word, or in full
say = $(if $(V),,@echo '  $1 $@';)

COMPILE := $(CC) -std=c11 -D_GNU_SOURCE -DCES_VERSION='"$(VERSION)"' \
	-Iinclude -Isrc -fPIC $(HARDEN) $(WARNINGS) $(SAN) $(CPPFLAGS) $(CFLAGS)
LINK := $(CC) $(SAN) $(CFLAGS) $(LDFLAGS) -Wl,-z,relro,-z,now
LIBS := -lyaml -lutf8proc -pthread -lm
XLSX_LIBS := -lxlsxwriter -lminizip -lz -lexpat
ICS_LIBS := -lical

# --- what there is ----------------------------------------------------------
# floors that all programs have, those of ces, and those of ces-xlsx and ces-ics
sources = $(wildcard $(foreach floor,$1,src/$(floor)/*.c src/$(floor)/*/*.c))
SHARED_SRC := $(filter-out %/generate.c,$(call sources,\
	base finding model load view edit rules judge table))
CES_SRC := $(call sources,import text report cli)
XLSX_SRC := $(call sources,xlsx)
ICS_SRC := $(call sources,ics)
SRC := $(SHARED_SRC) $(CES_SRC) $(XLSX_SRC) $(ICS_SRC)
TEST_SRC := $(wildcard tests/unit/test_*.c)
TEST_HELP := $(filter-out $(TEST_SRC),$(wildcard tests/unit/*.c))
PO := $(wildcard templates/locale/*.po)
PROSE := $(shell find $(addprefix templates/,rules measures sections) -type f)
WORDS := $(wildcard templates/words/*.txt)
EMBED := $(sort $(filter-out $(PROSE) $(WORDS) templates/codes/% \
	templates/tables/%,$(shell find \
	templates -path templates/locale -prune -o -type f -print)))

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$1)
GEN_OBJ := $(addprefix $(BUILD)/obj/,catalogs.o codes.o embedded.o prose.o \
	texts.o words.o)
SHARED_OBJ := $(call objects,$(SHARED_SRC)) $(GEN_OBJ)
TEST_OBJ := $(SHARED_OBJ) $(call objects,\
	$(filter-out %/main.c,$(CES_SRC) $(XLSX_SRC)) $(TEST_HELP))

# build/ mirrors what is installed: the program finds the rest from itself
PROGRAM := $(BUILD)/bin/ces
XLSX := $(BUILD)/libexec/ces/ces-xlsx
ICS := $(BUILD)/libexec/ces/ces-ics
CATALOGS := $(patsubst templates/locale/%.po,$(BUILD)/gen/locale/%.mo,$(PO))
TESTS := $(TEST_SRC:tests/unit/%.c=$(BUILD)/tests/%)

# --- building ---------------------------------------------------------------
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
.PHONY: all pot check test unit san bench golden mutate format floors demo install \
	uninstall clean help FORCE

all: $(PROGRAM) $(XLSX) $(ICS)

$(PROGRAM): $(SHARED_OBJ) $(call objects,$(CES_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS)

$(XLSX): $(SHARED_OBJ) $(call objects,$(XLSX_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(XLSX_LIBS)

$(ICS): $(SHARED_OBJ) $(call objects,$(ICS_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(ICS_LIBS)

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
	@echo '$(EMBED) $(PROSE) $(PO)' | cmp -s - $@ || \
		echo '$(EMBED) $(PROSE) $(PO)' >$@

$(BUILD)/gen/embedded.c: $(BUILD)/gen/generate $(BUILD)/gen/list $(EMBED)
	$(call say,embed  )$< embedded_files templates/ $(EMBED) >$@

# the catalogues, with their prose in templates/
$(BUILD)/gen/prose: src/model/prose/generate.c include/ces/topics.def \
		$(wildcard src/model/prose/*.def) | build/.deps-build
	@mkdir -p $(@D)
	$(call say,compile)$(COMPILE) -pie -o $@ $<

$(BUILD)/gen/prose.c: $(BUILD)/gen/prose $(BUILD)/gen/list $(PROSE)
	$(call say,prose  )$< templates $(PROSE) >$@

# texts of the tables: each line is a row of an array, which is sorted
$(BUILD)/gen/texts.c: templates/tables/texts.txt Makefile
	@mkdir -p $(@D)
	$(call say,texts  )(echo '#include "table/tables.h"'; \
		echo 'const struct text text_rows[] = {'; \
		sed -n -e 's/["\\]/\\&/g' \
			-e 's/^\(word[a-z0-9_. ]*\): \(.*\)/{"\1", "\2"},/p;t' \
			-e 's/^\([a-z0-9_. ]*\): \(.*\)/{"\1", N_("\2")},/p' $< | \
			LC_ALL=C sort; \
		echo '};'; \
		echo 'const size_t text_rows_count = COUNT_OF(text_rows);') >$@

# the words of choices.def in plain words, for translators: each has its list as
# its context
$(BUILD)/gen/plain.txt: templates/tables/texts.txt include/ces/choices.def Makefile
	@mkdir -p $(@D)
	$(call say,plain  )awk ' \
		FNR == NR && sub(/^word\./, "") { \
			split($$0, part, " plain: "); plain[part[1]] = part[2] } \
		FNR == NR { next } \
		sub(/^CHOICES\(/, "") { list = $$0; sub(/,.*/, "", list) } \
		{ while (list && match($$0, /"[^"]*"/)) { \
			word = substr($$0, RSTART + 1, RLENGTH - 2); \
			$$0 = substr($$0, RSTART + RLENGTH); \
			printf "C_(\"%s\", \"%s\")\n", list, \
				word in plain ? plain[word] : word } }' \
		$(filter-out Makefile,$^) >$@

# meanings of words, types and terms: a row for each line, in their order
$(BUILD)/gen/words.c: $(WORDS) Makefile
	@mkdir -p $(@D)
	$(call say,words  )(echo '#include "ces/meaning.h"'; \
		echo '#include "ces/message.h"'; \
		echo 'const struct meaning meanings[] = {'; \
		cat $(WORDS) | sed -n -e '/^#/d' -e 's/["\\]/\\&/g' \
			-e 's/^example \([^:]*\): \(.*\)/{"example", "\1", "\2"},/p' \
			-e 's/^term \([^:]*\): \(.*\)/{"term", N_("\1"), N_("\2")},/p' \
			-e 's/^\([a-z_]*\) \([^:]*\): \(.*\)/{"\1", "\2", N_("\3")},/p'; \
		echo '};'; \
		echo 'const size_t meanings_count = sizeof(meanings) /'; \
		echo 'sizeof(*meanings);') >$@

$(BUILD)/gen/codes.c: $(wildcard templates/codes/*.txt) Makefile
	@mkdir -p $(@D)
	$(call say,codes  )(echo '#include "ces/code.h"'; \
		for list in $(basename $(notdir $(filter %.txt,$^))); do \
			echo "const char *const codes_$$list[] = {"; \
			sed -e 1d -e 's/.*/"&",/' templates/codes/$$list.txt; \
			echo 'NULL};'; \
		done) >$@

$(GEN_OBJ): $(BUILD)/obj/%.o: $(BUILD)/gen/%.c $(BUILD)/obj/flags
	$(call say,compile)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/gen/locale/%.mo: templates/locale/%.po | build/.deps-build
	@mkdir -p $(@D)
	$(call say,msgfmt )msgfmt --check -o $@ $<

$(BUILD)/gen/catalogs.c: $(BUILD)/gen/generate $(BUILD)/gen/list $(CATALOGS)
	$(call say,embed  )$< catalogs $(BUILD)/gen/locale/ $(CATALOGS) >$@

# --- translating --------------------------------------------------------------
# All messages: of the sources, those made from templates/, and of the model.
# A function that takes messages as they stand in the source is a row here. What
# is an argument alone is none: "{name}".
MARKS := _ N_ C_:1c,2 message_fill:3 message_text:3 message_count:3,4 \
	language_text:2 language_plural:2,3 add_counted:3,4 COLUMN:2 EDIT:2
MODEL_MARKS := ENTITY:2 MEASURE:4 SYMBOL:5 $(addsuffix :3,STATE TEXT TEXTS FLAG DATE PERIOD \
	DURATION WEEK SPANS ZONE PATH PATHS READING COUNT MONEY PERCENT CHANGE \
	SCORE MONTH) $(addsuffix :4,PART MOMENT CODE CODES WORD WORDS LOOKUP REF \
	REFS NAMED NAMEDS OBJECT LIST MAP) $(addsuffix :5,NUMBER SETTING SHARES \
	REFMAP INTMAP WORDMAP KEYED)
MORE_MARKS := ENTITY:3 MEASURE:5
XGETTEXT := xgettext -L C --from-code=UTF-8 --no-location --keyword

# texts of the plan to start from
$(BUILD)/gen/scaffold.txt: templates/minimal.yaml Makefile
	@mkdir -p $(@D)
	@grep -o '@[A-Z|]*[_#][^@]*@' $< | sed -e 's/["\\]/\\&/g' \
		-e 's/@[A-Z|]*[_#]\(.*\)@/N_("\1")/' >$@

$(BUILD)/ces.pot: $(SRC) $(wildcard include/ces/*.h include/ces/*.def \
		src/*/*.h src/*/*/*.h src/*/*/*.def) $(GEN_OBJ) \
		$(BUILD)/gen/plain.txt $(BUILD)/gen/scaffold.txt Makefile
	$(call say,pot    )$(XGETTEXT) $(addprefix --keyword=,$(MARKS)) -o $@ \
		$(filter-out %catalogs.c %embedded.c %codes.c,\
		$(patsubst $(BUILD)/obj/%.o,$(BUILD)/gen/%.c,$(GEN_OBJ))) \
		$(filter %.txt src/% include/%,$^)
	@$(XGETTEXT) -j $(addprefix --keyword=,$(MODEL_MARKS)) -o $@ \
		include/ces/model.def include/ces/states.def
	@$(XGETTEXT) -j $(addprefix --keyword=,$(MORE_MARKS)) -o $@ \
		include/ces/model.def include/ces/states.def
	@sed -e '/^#, c-format$$/d' -e '/^"POT-Creation-Date/d' \
		-e '/^"Report-Msgid/d' $@ | awk 'BEGIN { RS = ""; ORS = "\n\n" } \
		!/\nmsgid "{[a-z]*}"\n|^msgid "{[a-z]*}"\n/' >$@.part
	@mv $@.part $@

pot: $(BUILD)/ces.pot
	@for po in $(PO); do msgmerge --quiet --update --backup=none \
		--no-fuzzy-matching --no-location $$po $<; done

# Installs what is missing; asked once, and again when the list has changed.
build/.deps-%: tests/deps
	@mkdir -p $(@D)
	tests/deps $*
	@touch $@

build/.deps-test: tests/package-lock.json | build/.deps-build

# --- testing ----------------------------------------------------------------
$(call objects,$(TEST_SRC) $(TEST_HELP)): | build/.deps-test

$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(TEST_OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(XLSX_LIBS) \
		-ljansson -lcmocka

# programs that end-to-end tests run beside ours
$(BUILD)/tests/zone_offsets: $(BUILD)/obj/tests/zone_offsets.o $(SHARED_OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS)

$(BUILD)/tests/read_sheets: $(BUILD)/obj/tests/read_sheets.o $(SHARED_OBJ) \
		$(call objects,src/text/programs.c src/text/workbook_read.c)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS)

$(BUILD)/tests/read_calendar: $(BUILD)/obj/tests/read_calendar.o $(SHARED_OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(ICS_LIBS)

# programs in languages that tests make up: a catalog takes Spanish's place
$(BUILD)/%/locale/es.po: tests/made_up.py $(BUILD)/ces.pot
	@mkdir -p $(@D)
	$(call say,made up)$^ $* >$@

$(BUILD)/%/locale/es.mo: $(BUILD)/%/locale/es.po
	$(call say,msgfmt )msgfmt -o $@ $<

$(BUILD)/%/catalogs.c: $(BUILD)/gen/generate $(BUILD)/%/locale/es.mo
	$(call say,embed  )$< catalogs $(@D)/locale/ $(@D)/locale/es.mo >$@

MADE_UP := padded marked named
OTHER_OBJ := $(filter-out %/catalogs.o,$(SHARED_OBJ))
MADE_UP_PROGRAMS := $(foreach style,$(MADE_UP),$(BUILD)/$(style)/bin/ces \
	$(BUILD)/$(style)/libexec/ces/ces-xlsx \
	$(BUILD)/$(style)/libexec/ces/ces-ics)
$(MADE_UP:%=$(BUILD)/%/catalogs.o): %.o: %.c
	$(call say,compile)$(COMPILE) -c -o $@ $<

$(MADE_UP:%=$(BUILD)/%/bin/ces): $(BUILD)/%/bin/ces: $(BUILD)/%/catalogs.o \
		$(OTHER_OBJ) $(call objects,$(CES_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS)

$(MADE_UP:%=$(BUILD)/%/libexec/ces/ces-xlsx): $(BUILD)/%/libexec/ces/ces-xlsx: \
		$(BUILD)/%/catalogs.o $(OTHER_OBJ) $(call objects,$(XLSX_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(XLSX_LIBS)

$(MADE_UP:%=$(BUILD)/%/libexec/ces/ces-ics): $(BUILD)/%/libexec/ces/ces-ics: \
		$(BUILD)/%/catalogs.o $(OTHER_OBJ) $(call objects,$(ICS_SRC))
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS) $(ICS_LIBS)

check: all $(TESTS) $(BUILD)/tests/zone_offsets $(BUILD)/tests/read_sheets $(BUILD)/tests/read_calendar \
		$(MADE_UP_PROGRAMS) $(BUILD)/ces.pot | build/.deps-test
	BUILD=$(BUILD) tests/run $(ONLY)

test: check

unit: $(TESTS) $(XLSX) $(ICS)
	BUILD=$(BUILD) tests/run tests/test_

# the same in another tree
san:
	$(MAKE) BUILD=build/san SANITIZE=address,undefined CFLAGS='-O1 -g' check

$(BUILD)/tests/bench_rules: $(BUILD)/obj/tests/bench.d/rules.o $(SHARED_OBJ)
	@mkdir -p $(@D)
	$(call say,link   )$(LINK) -pie -o $@ $^ $(LIBS)

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
	@rm -f $(BUILD)/demo/review.xlsx $(BUILD)/demo/review.html
	$(PROGRAM) export examples/retail.yaml -o $(BUILD)/demo/review.xlsx \
		-o $(BUILD)/demo/review.html
	@echo 'The workbook is $(BUILD)/demo/review.xlsx, the page review.html beside it'

AT := $(DESTDIR)$(PREFIX)
install: all
	install -D -m 755 $(PROGRAM) '$(AT)/bin/ces'
	install -D -m 755 $(XLSX) '$(AT)/libexec/ces/ces-xlsx'
	install -D -m 755 $(ICS) '$(AT)/libexec/ces/ces-ics'
	install -D -m 644 src/ces.1 '$(AT)/share/man/man1/ces.1'
	install -D -m 644 examples/reference.md \
		'$(AT)/share/doc/ces/reference.md'

uninstall:
	rm -f '$(AT)/bin/ces' '$(AT)/share/man/man1/ces.1' \
		'$(AT)/share/doc/ces/reference.md'
	rm -f $(patsubst $(BUILD)/%,'$(AT)/%',$(XLSX) $(ICS))
	-rmdir '$(AT)/libexec/ces' '$(AT)/share/doc/ces'

clean:
	rm -rf $(sort build $(BUILD))

help:
	@echo 'all        the programs and catalogs, in $(BUILD)'
	@echo 'demo       checks the example and writes its workbook and page'
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

-include $(patsubst %.o,%.d,$(GEN_OBJ) \
	$(call objects,$(SRC) $(TEST_SRC) $(TEST_HELP) $(wildcard tests/*.c)))
