/* gaps.c - gaps and money without anybody behind them */
#include "rules/strategic/strategic.h"

const struct theme theme_gaps = {NULL, 0};
