/*
 * backupjobs for C++17: the C library, with constructors, destructors, exceptions or results, optionals and ranges. Header
 * only; link with -lbackupjobs. The rules of backupjobs.h hold where nothing else is said here.
 *
 *     namespace bj = backupjobs;
 *     bj::veeam::Client client(url, bj::veeam::Dialect::v6, user, password);
 *     bj::Server server = client.server();
 *     bj::Started started = server.start(job);
 *     bj::Run run = server.wait(job, started.run().id());
 *     return static_cast<int>(bj::Verdict(run).level());
 *
 * Failures. What fails throws backupjobs::Error. Where exceptions are switched off, or BACKUPJOBS_NO_EXCEPTIONS is defined
 *   before this is included, the same functions return backupjobs::Result<T>, which has the value or the Error, and what a
 *   constructor would make comes from create(), open() or of():
 *
 *     auto client = bj::veeam::Client::create(url, bj::veeam::Dialect::v6, user, password);
 *     if (!client) return complain(client.error());
 *     auto verdict = client->server().and_then([&](const bj::Server &server) {
 *         return server.start(job)
 *             .and_then([&](const bj::Started &started) { return server.wait(job, started.run().id()); })
 *             .and_then([](const bj::Run &run) { return bj::Verdict::of(run); });
 *     });
 *     return static_cast<int>(verdict ? verdict->level() : bj::Level::unknown);
 *
 *   A switch, and no second name for each function, because there is then one set of functions to learn, to document and to
 *   test, and because a try_x() beside every x() would let a program without exceptions call x() all the same. Each
 *   translation unit chooses for itself: the two faces are two namespaces, backupjobs::throwing and backupjobs::results, of
 *   which one is inline. What is a mistake of the program (the value of a failed Result, an index beyond the end of a list)
 *   throws in the one, and ends the program with a line on stderr in the other.
 *
 * Ownership. Clients, servers, tickets, secrets and cancel tokens are handles: moved, not copied. What calls return are
 *   results: they never change, copies share them, and an element keeps its list alive. What is given to calls (options,
 *   requests, schedules) is a plain struct, in which what is not set stays with the default.
 *
 * Accessors have the names of the C functions. Texts come as string_views into the object, whose data() ends with a NUL, and
 *   as strings of an object that is only a part of an expression: server.start(job).run().id() dangles nowhere. Texts go in
 *   as string_views; one with a NUL inside is refused. Times are points in time (a vendor's also `..._raw()`, as it was
 *   written), durations are of std::chrono. Lists are random access ranges; rows, which are read page by page, input ranges.
 *
 * Callbacks are any functions, called on the thread that makes the call, and destroyed once, when the library needs them no
 *   longer, also if the call that took them failed. No exception passes through C: what a function throws that is called
 *   during one call only (progress, save) ends that call and comes out of it, on the same thread and as it was thrown. Of
 *   those that are kept, a probe cancels by throwing, a token source refuses its token, and what a log throws is lost.
 */
#ifndef BACKUPJOBS_HPP
#define BACKUPJOBS_HPP

#include "backupjobs/secret.hpp"
#include "backupjobs/server.hpp"
#include "backupjobs/teradata.hpp"
#include "backupjobs/trust.hpp"
#include "backupjobs/vcenter.hpp"
#include "backupjobs/veeam.hpp"

#undef BKJ_TEXT
#undef BKJ_TEXT_AS
#undef BKJ_JSON
#undef BKJ_OPT
#undef BKJ_OPT_AS
#undef BKJ_WORD
#undef BKJ_FLAG
#undef BKJ_IS
#undef BKJ_NUM
#undef BKJ_SPAN
#undef BKJ_MS
#undef BKJ_AT
#undef BKJ_TIME
#undef BKJ_ENUM
#undef BKJ_OUTCOME
#undef BKJ_INSIDE
#undef BKJ_VECTOR
#undef BKJ_EACH
#undef BKJ_TEXTS
#undef BKJ_BITS
#undef BKJ_LIST
#undef BKJ_ITER
#undef BKJ_RESULT
#undef BKJ_MAKE
#undef BKJ_FIND
#undef BKJ_TAKE
#undef BKJ_ROWS
#undef BKJ_DO
#undef BKJ_GET
#undef BKJ_ALL
#undef BKJ_CLIENT
#undef BKJ_FACE

#endif
