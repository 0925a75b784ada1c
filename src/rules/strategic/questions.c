/* questions.c - the discussion questions */
#include "rules/strategic/strategic.h"

const struct theme theme_questions = {NULL, 0};
