/* Memory, or the end. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* realloc() that returns only with memory; `at` may be NULL. */
void *memory_grow(void *at, size_t bytes);

#endif
