/* The same requests as verdict.c sends, by libcurl and jansson: the shortest program that does it properly, with one
 * connection, the CA file, and memory that is freed.
 *
 *   verdict_curl URL USER PASSWORD CA_FILE JOB
 */
#include <curl/curl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct body {
    char *text;
    size_t length;
};

static size_t add(char *data, size_t size, size_t count, void *userdata)
{
    struct body *body = userdata;
    char *text = realloc(body->text, body->length + size * count + 1);
    if (text == NULL) {
        return 0;
    }
    memcpy(text + body->length, data, size * count);
    body->text = text;
    body->length += size * count;
    text[body->length] = '\0';
    return size * count;
}

/* The JSON of a good answer; NULL for an empty one, and for any other. */
static json_t *answer(CURL *curl, const char *url)
{
    struct body body = {0};
    long status = 0;
    json_t *json = NULL;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, add);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK && status == 200) {
        json = json_loads(body.text != NULL ? body.text : "", 0, NULL);
    } else if (code != CURLE_OK || status != 204) {
        fprintf(stderr, "%s: HTTP %ld, %s\n", url, status, curl_easy_strerror(code));
    }
    free(body.text);
    return json;
}

static json_t *log_in(CURL *curl, char **argv)
{
    char url[1024], form[1024];
    char *user = curl_easy_escape(curl, argv[2], 0), *password = curl_easy_escape(curl, argv[3], 0);
    snprintf(url, sizeof url, "%s/v8/Token", argv[1]);
    snprintf(form, sizeof form, "grant_type=password&username=%s&password=%s", user, password);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form);
    json_t *token = answer(curl, url);
    curl_free(user);
    curl_free(password);
    return token;
}

int main(int argc, char **argv)
{
    int level = 3;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL *curl = curl_easy_init();
    if (argc == 6 && curl != NULL) {
        char header[8192], url[1024];
        struct curl_slist *headers = NULL;
        curl_easy_setopt(curl, CURLOPT_CAINFO, argv[4]);
        json_t *token = log_in(curl, argv);
        const char *bearer = json_string_value(json_object_get(token, "access_token"));
        if (bearer != NULL) {
            snprintf(header, sizeof header, "Authorization: Bearer %s", bearer);
            headers = curl_slist_append(headers, header);
            headers = curl_slist_append(headers, "Accept: application/json");
            curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
            curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
            snprintf(url, sizeof url, "%s/v8/JobSessions?jobId=%s&limit=1&offset=0", argv[1], argv[5]);
            json_t *sessions = answer(curl, url);
            const char *word = json_string_value(
                json_object_get(json_array_get(json_object_get(sessions, "results"), 0), "status"));
            level = word == NULL                   ? 3
                    : strcmp(word, "Success") == 0 ? 0
                    : strcmp(word, "Warning") == 0 ? 1
                    : strcmp(word, "Failed") == 0  ? 2
                                                   : 3;
            json_decref(sessions);
        }
        puts((const char *[]){"ok", "warning", "critical", "unknown"}[level]);
        fflush(stdout);
        if (bearer != NULL) {
            snprintf(url, sizeof url, "%s/v8/token/logout", argv[1]);
            curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "");
            json_decref(answer(curl, url));
        }
        json_decref(token);
        curl_slist_free_all(headers);
    } else {
        fputs("usage: verdict_curl URL USER PASSWORD CA_FILE JOB\n", stderr);
    }
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return level;
}
