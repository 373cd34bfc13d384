/* The time a plugin may take, and the one place where it answers and ends.
 *
 * At 80 % of the time the library is told to stop: what it then says names the server and what was waited for. At 95 %
 * the process ends, whatever it hangs in: a name service, a file on a dead file server, a logout.
 */
#ifndef DEADLINE_H
#define DEADLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts the clock. `last_words`, which are copied, and `last_code` are the answer when there is none until the end. */
void deadline_begin(unsigned seconds, const char *last_words, int last_code);
/* Milliseconds until the library has to stop; 0 when it should have. */
uint64_t deadline_left_ms(void);
/* For bkj_cancel_token_with_probe(). */
int32_t deadline_probe(void *userdata);
/* Writes the answer, once; returns the exit code, which is `code` if all of it could be written. From now on the alarm ends
 * the process with that code and writes nothing. */
int deadline_answer(int code, const char *words, size_t length);

#endif
