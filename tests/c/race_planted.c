/* A race that must be seen: two threads set the same options, which are for one thread at a time. The library does the
 * writing, so this shows that the sanitizer looks into it. For race.sh, and never for run.sh. */
#include <backupjobs.h>

#include <pthread.h>
#include <stdio.h>

static void *set(void *options)
{
    for (int i = 0; i < 1000; i++) {
        if (bkj_client_options_set_max_body(options, 4096, NULL) != BKJ_OK) {
            fprintf(stderr, "the option was not set\n");
        }
    }
    return NULL;
}

int main(void)
{
    struct bkj_client_options *options = bkj_client_options_new();
    pthread_t other;
    if (pthread_create(&other, NULL, set, options) != 0) {
        return 1;
    }
    set(options);
    pthread_join(other, NULL);
    bkj_client_options_free(options);
    return 0;
}
