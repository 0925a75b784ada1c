check src/base
