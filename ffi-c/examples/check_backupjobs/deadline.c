#define _XOPEN_SOURCE 700

#include "deadline.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static struct timespec began;
static int64_t patience_ms;

static char words_at_end[1024];
static size_t words_at_end_length;
static int code_at_end;
/* Stays 3 until the whole answer is out: a line that was cut off says nothing good. */
static volatile sig_atomic_t exit_code = 3;
static volatile sig_atomic_t answering;

/* Only write() and _exit(), which a signal handler may call. */
static void on_alarm(int signal)
{
    (void)signal;
    if (!answering) {
        const ssize_t written = write(STDOUT_FILENO, words_at_end, words_at_end_length);
        (void)written;
    }
    _exit(answering ? (int)exit_code : code_at_end);
}

void deadline_begin(unsigned seconds, const char *last_words, int last_code)
{
    clock_gettime(CLOCK_MONOTONIC, &began);
    patience_ms = (int64_t)seconds * 800;
    snprintf(words_at_end, sizeof words_at_end, "%s", last_words);
    words_at_end_length = strlen(words_at_end);
    code_at_end = last_code;

    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm;
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    /* Who started us may have it blocked. */
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarm, NULL);

    const int64_t end_ms = (int64_t)seconds * 950;
    struct itimerval timer;
    memset(&timer, 0, sizeof timer);
    timer.it_value.tv_sec = (time_t)(end_ms / 1000);
    timer.it_value.tv_usec = (suseconds_t)(end_ms % 1000 * 1000);
    setitimer(ITIMER_REAL, &timer, NULL);
}

uint64_t deadline_left_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const int64_t spent = (int64_t)(now.tv_sec - began.tv_sec) * 1000 + (now.tv_nsec - began.tv_nsec) / 1000000;
    return spent < patience_ms ? (uint64_t)(patience_ms - spent) : 0;
}

int32_t deadline_probe(void *userdata)
{
    (void)userdata;
    return deadline_left_ms() == 0;
}

int deadline_answer(int code, const char *words, size_t length)
{
    answering = 1;
    while (length > 0) {
        const ssize_t written = write(STDOUT_FILENO, words, length);
        if (written < 0 && errno != EINTR) {
            return exit_code;
        }
        words += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    exit_code = code;
    return code;
}
