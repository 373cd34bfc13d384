/* The work with libcurl and yyjson: one handle, one buffer that is kept, one document for each answer. */
#include "bench.h"
#include <curl/curl.h>
#include <yyjson.h>

static CURL *curl;
static struct curl_slist *headers;
static const char *url;
static char *body;
static size_t length, room;

static size_t add(char *data, size_t size, size_t count, void *userdata)
{
    const size_t more = size * count;
    (void)userdata;
    if (length + more > room) {
        room = (length + more) * 2;
        body = realloc(body, room);
        if (body == NULL) {
            return 0;
        }
    }
    memcpy(body + length, data, more);
    length += more;
    return more;
}

static yyjson_doc *answer(const char *path)
{
    char whole[1024];
    long status = 0;
    snprintf(whole, sizeof whole, "%s%s", url, path);
    curl_easy_setopt(curl, CURLOPT_URL, whole);
    length = 0;
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code != CURLE_OK || status < 200 || status > 299) {
        bench_fail(curl_easy_strerror(code));
    }
    yyjson_doc *document = yyjson_read(body, length, 0);
    if (document == NULL) {
        bench_fail("this is no JSON");
    }
    return document;
}

static bool is(yyjson_val *object, const char *name, const char *word)
{
    return yyjson_equals_str(yyjson_obj_get(object, name), word);
}

static long in_progress(yyjson_doc *document)
{
    const long found = is(yyjson_doc_get_root(document), "state", "INPROGRESS");
    yyjson_doc_free(document);
    return found;
}

static long read_status(void)
{
    return in_progress(answer(BENCH_STATUS_PATH));
}

static long start(void)
{
    yyjson_mut_doc *wish = yyjson_mut_doc_new(NULL);
    yyjson_mut_val *root = yyjson_mut_obj(wish);
    yyjson_mut_val *parts = yyjson_mut_arr(wish);
    size_t size = 0;
    yyjson_mut_doc_set_root(wish, root);
    yyjson_mut_arr_add_str(wish, parts, "seat");
    yyjson_mut_obj_add_val(wish, root, "parts", parts);
    yyjson_mut_obj_add_str(wish, root, "location_type", "SFTP");
    yyjson_mut_obj_add_str(wish, root, "location", BENCH_LOCATION);
    yyjson_mut_obj_add_str(wish, root, "comment", "nightly");
    char *text = yyjson_mut_write(wish, 0, &size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)size);
    const long found = in_progress(answer(BENCH_BACKUP_PATH));
    free(text);
    yyjson_mut_doc_free(wish);
    return found;
}

static long three(void)
{
    yyjson_doc *document = answer(BENCH_EXECUTIONS_PATH);
    yyjson_val *row;
    size_t at, rows;
    long found = 0;
    yyjson_arr_foreach(yyjson_doc_get_root(document), at, rows, row)
    {
        found += yyjson_get_str(yyjson_obj_get(row, "execution_id")) != NULL
                 && yyjson_get_str(yyjson_obj_get(row, "job_name")) != NULL
                 && yyjson_get_str(yyjson_obj_get(row, "status")) != NULL;
    }
    yyjson_doc_free(document);
    return found;
}

static long failed(void)
{
    yyjson_doc *document = answer(BENCH_EXECUTIONS_PATH);
    yyjson_val *row;
    size_t at, rows;
    long found = 0;
    yyjson_arr_foreach(yyjson_doc_get_root(document), at, rows, row)
    {
        found += is(row, "status", "FAILED");
    }
    yyjson_doc_free(document);
    return found;
}

static long windows(void)
{
    yyjson_doc *document = answer(BENCH_COPY_JOBS_PATH);
    yyjson_val *row, *hour;
    size_t at, rows, on, hours;
    long found = 0;
    yyjson_arr_foreach(yyjson_obj_get(yyjson_doc_get_root(document), "results"), at, rows, row)
    {
        yyjson_val *schedule = yyjson_obj_get(row, "schedulePolicy");
        yyjson_val *window = yyjson_obj_get(yyjson_obj_get(schedule, "backupCopyWindowSettings"), "backupWindow");
        yyjson_arr_foreach(window, on, hours, hour)
        {
            found += yyjson_is_true(hour);
        }
    }
    yyjson_doc_free(document);
    return found;
}

int main(int argc, char **argv)
{
    static const struct bench_work works[] = {{"read", read_status}, {"start", start},     {"three", three},
                                              {"failed", failed},    {"windows", windows}, {NULL, NULL}};
    curl_global_init(CURL_GLOBAL_DEFAULT);
    curl = curl_easy_init();
    if (argc >= 4 && curl != NULL) {
        url = argv[2];
        headers = curl_slist_append(headers, "Accept: application/json");
        headers = curl_slist_append(headers, "Authorization: Bearer " BENCH_TOKEN);
        headers = curl_slist_append(headers, "Content-Type: application/json");
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_CAINFO, argv[3]);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, add);
    }
    const int code = bench_main(argc, argv, works);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    free(body);
    return code;
}
