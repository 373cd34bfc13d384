#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

void *memory_grow(void *at, size_t bytes)
{
    void *grown = realloc(at, bytes);
    if (grown == NULL) {
        puts("BACKUP UNKNOWN - out of memory");
        exit(3);
    }
    return grown;
}
