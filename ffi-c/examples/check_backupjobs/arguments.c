#include "arguments.h"

#include "credential.h"
#include "memory.h"

#include <backupjobs.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char *const help =
    "check_backupjobs: are the backups of a server good, and young enough?\n"
    "\n"
    "usage: check_backupjobs --system veeam|teradata|vcenter -H HOST CREDENTIALS [options]\n"
    "\n"
    "Server\n"
    "  --system NAME         veeam, teradata or vcenter\n"
    "  -H, --hostname HOST   its name or address\n"
    "  -p, --port PORT       default: 4443 for veeam, 443 for the others\n"
    "  --url URL             instead of both, such as https://api.example/prefix\n"
    "  --api VERSION         of Veeam's API, 2 to 8 (default: 6)\n"
    "  --site ID             Teradata site\n"
    "\n"
    "Credentials, each from file:PATH, env:NAME or command:PROGRAM ARGUMENTS (split at spaces, no shell)\n"
    "  --user SOURCE, --password SOURCE   for veeam and vcenter\n"
    "  --token SOURCE                     for teradata: the bearer token\n"
    "\n"
    "Trust: the system's certificate store, or one of\n"
    "  --ca-file FILE        only the authorities in this PEM file\n"
    "  --pin SHA256          only this certificate\n"
    "  --known-hosts FILE    only what is remembered there for the host\n"
    "  --insecure            any certificate; the answer then says so\n"
    "\n"
    "What is good\n"
    "  --job ID-OR-NAME      look at this job, and be CRITICAL when it is not there; repeatable (default: all jobs)\n"
    "  -w, --warning RANGE   ages of the newest good run, in hours, that are fine; outside: WARNING\n"
    "  -c, --critical RANGE  likewise, outside: CRITICAL (default: 26)\n"
    "  --max-running HOURS   a run that takes longer is CRITICAL\n"
    "  --warnings-ok         a run that ended with a warning is as good as one without\n"
    "  --disabled-ok         a job whose schedule is off may be OK\n"
    "\n"
    "  -t, --timeout SECONDS ends before (default: 10)\n"
    "  -v, --verbose         a line for each job; twice: its run as well; three times: the requests as well\n"
    "  -V, --version         -h, --help\n"
    "\n"
    "Zabbix\n"
    "  --zabbix-discovery    all jobs, for low-level discovery\n"
    "  --zabbix-job ID       one job as a JSON object, for dependent items\n"
    "\n"
    "A range is [@]start:end, as in 26, 10:, ~:10, 10:20, @10:20. Exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.\n";

enum {
    SYSTEM = 256, URL, API, SITE, USER, PASSWORD, TOKEN, CA_FILE, PIN, KNOWN_HOSTS, INSECURE, JOB, MAX_RUNNING,
    WARNINGS_OK, DISABLED_OK, DISCOVERY, ONE_JOB
};

static const struct option options[] = {
    { "system", required_argument, NULL, SYSTEM },
    { "hostname", required_argument, NULL, 'H' },
    { "port", required_argument, NULL, 'p' },
    { "url", required_argument, NULL, URL },
    { "api", required_argument, NULL, API },
    { "site", required_argument, NULL, SITE },
    { "user", required_argument, NULL, USER },
    { "password", required_argument, NULL, PASSWORD },
    { "token", required_argument, NULL, TOKEN },
    { "ca-file", required_argument, NULL, CA_FILE },
    { "pin", required_argument, NULL, PIN },
    { "known-hosts", required_argument, NULL, KNOWN_HOSTS },
    { "insecure", no_argument, NULL, INSECURE },
    { "job", required_argument, NULL, JOB },
    { "warning", required_argument, NULL, 'w' },
    { "critical", required_argument, NULL, 'c' },
    { "max-running", required_argument, NULL, MAX_RUNNING },
    { "warnings-ok", no_argument, NULL, WARNINGS_OK },
    { "disabled-ok", no_argument, NULL, DISABLED_OK },
    { "timeout", required_argument, NULL, 't' },
    { "verbose", no_argument, NULL, 'v' },
    { "version", no_argument, NULL, 'V' },
    { "help", no_argument, NULL, 'h' },
    { "zabbix-discovery", no_argument, NULL, DISCOVERY },
    { "zabbix-job", required_argument, NULL, ONE_JOB },
    { NULL, 0, NULL, 0 },
};

/* What is refused is never repeated: somebody may have put a password there. */
static bool wrong(struct text *out, const char *why)
{
    text_add(out, "BACKUP UNKNOWN - %s; --help says more\n", why);
    return false;
}

static bool read_whole(const char *words, long least, long most, long *out)
{
    const size_t digits = strspn(words, "0123456789");
    if (digits == 0 || digits > 9 || words[digits] != '\0') {
        return false;
    }
    *out = strtol(words, NULL, 10);
    return *out >= least && *out <= most;
}

/* https://HOST:PORT; an IPv6 address gets its brackets. */
static void make_url(struct text *url, const char *host, long port)
{
    const bool bare = strchr(host, ':') != NULL && host[0] != '[';
    text_add(url, bare ? "https://[%s]:%ld" : "https://%s:%ld", host, port);
}

/* What has to be there together, and what must not. */
static bool complete(struct arguments *arguments, const char *host, long port, const char *url, struct text *out)
{
    const int trusts = (arguments->ca_file != NULL) + (arguments->pin != NULL) + (arguments->known_hosts != NULL)
        + arguments->insecure;
    const bool teradata = arguments->system == BKJ_SYSTEM_TERADATA;
    if (arguments->system == 0) {
        return wrong(out, "--system is missing");
    }
    if ((host == NULL) == (url == NULL)) {
        return wrong(out, "either -H or --url is needed");
    }
    if (url != NULL && port != 0) {
        return wrong(out, "the port belongs into the --url");
    }
    if (trusts > 1) {
        return wrong(out, "--ca-file, --pin, --known-hosts and --insecure exclude one another");
    }
    if (teradata && (arguments->site == NULL || arguments->token == NULL)) {
        return wrong(out, "teradata needs --site and --token");
    }
    if (!teradata && (arguments->user == NULL || arguments->password == NULL)) {
        return wrong(out, "this system needs --user and --password");
    }
    if (arguments->mode != CHECK && arguments->job_count > 0) {
        return wrong(out, "--job is not for Zabbix");
    }
    if (host != NULL) {
        make_url(&arguments->url, host, port != 0 ? port : arguments->system == BKJ_SYSTEM_VEEAM ? 4443 : 443);
    } else {
        text_add(&arguments->url, "%s", url);
    }
    return true;
}

bool arguments_read(struct arguments *arguments, int argc, char **argv, struct text *out)
{
    const char *host = NULL, *url = NULL;
    long port = 0, number = 0;
    int option;

    memset(arguments, 0, sizeof *arguments);
    arguments->veeam_version = BKJ_VEEAM_DIALECT_V6;
    arguments->max_running_ms = BKJ_ABSENT;
    arguments->timeout_s = 10;
    range_read("26", &arguments->critical);
    /* No more jobs than arguments. */
    arguments->jobs = memory_grow(NULL, ((size_t)argc + 1) * sizeof *arguments->jobs);
    opterr = 0;
    while ((option = getopt_long(argc, argv, "H:p:w:c:t:vVh", options, NULL)) != -1) {
        if (optarg != NULL && *optarg == '\0') {
            return wrong(out, "an option has an empty value");
        }
        switch (option) {
        case 'H': host = optarg; break;
        case URL: url = optarg; break;
        case SITE: arguments->site = optarg; break;
        case CA_FILE: arguments->ca_file = optarg; break;
        case PIN: arguments->pin = optarg; break;
        case KNOWN_HOSTS: arguments->known_hosts = optarg; break;
        case INSECURE: arguments->insecure = true; break;
        case JOB: arguments->jobs[arguments->job_count++] = optarg; break;
        case WARNINGS_OK: arguments->warnings_ok = true; break;
        case DISABLED_OK: arguments->disabled_ok = true; break;
        case DISCOVERY: arguments->mode = ZABBIX_DISCOVERY; break;
        case ONE_JOB: arguments->mode = ZABBIX_JOB; arguments->zabbix_job = optarg; break;
        case 'v': arguments->verbose++; break;
        case SYSTEM:
            arguments->system = bkj_system_from_name(optarg);
            if (arguments->system == BKJ_ABSENT) {
                return wrong(out, "--system is veeam, teradata or vcenter");
            }
            break;
        case 'p':
            if (!read_whole(optarg, 1, 65535, &port)) {
                return wrong(out, "--port is a number from 1 to 65535");
            }
            break;
        case API:
            if (!read_whole(optarg[0] == 'v' ? optarg + 1 : optarg, BKJ_VEEAM_DIALECT_V2, BKJ_VEEAM_DIALECT_V8, &number)) {
                return wrong(out, "--api is a number from 2 to 8");
            }
            arguments->veeam_version = (int32_t)number;
            break;
        case USER:
        case PASSWORD:
        case TOKEN:
            if (!credential_is_source(optarg)) {
                return wrong(out, "--user, --password and --token take file:PATH, env:NAME or command:PROGRAM, never the secret itself");
            }
            *(option == USER ? &arguments->user : option == PASSWORD ? &arguments->password : &arguments->token) = optarg;
            break;
        case 'w':
        case 'c':
            if (!range_read(optarg, option == 'w' ? &arguments->warning : &arguments->critical)) {
                return wrong(out, "--warning and --critical are ranges of hours such as 26, 10:, ~:10, 10:20 or @10:20");
            }
            break;
        case MAX_RUNNING:
            if (!read_whole(optarg, 0, 100000, &number)) {
                return wrong(out, "--max-running is a number of hours");
            }
            arguments->max_running_ms = (int64_t)number * 3600 * 1000;
            break;
        case 't':
            if (!read_whole(optarg, 1, 86400, &number)) {
                return wrong(out, "--timeout is a number of seconds, at least 1");
            }
            arguments->timeout_s = (unsigned)number;
            break;
        case 'V':
            text_add(out, "check_backupjobs %s (libbackupjobs %s)\n", BKJ_VERSION, bkj_version());
            return false;
        case 'h':
            text_add(out, "%s", help);
            return false;
        default:
            return wrong(out, "an option is unknown, ambiguous or lacks its value");
        }
    }
    if (optind < argc) {
        return wrong(out, "an argument belongs to no option");
    }
    return complete(arguments, host, port, url, out);
}

void arguments_free(struct arguments *arguments)
{
    text_free(&arguments->url);
    free(arguments->jobs);
}
