/*
 * backupjobs for C++17: the C library, with constructors, destructors, exceptions and optionals. Header only; link with
 * -lbackupjobs. The rules of backupjobs.h hold where nothing else is said here.
 *
 *     namespace bj = backupjobs;
 *     bj::veeam::Client client(url, bj::veeam::Dialect::v6, user, password);
 *     bj::Server server = client.server();
 *     bj::Started started = server.start(job);
 *     bj::Run run = server.wait(job, started.run().id());
 *     return static_cast<int>(bj::Verdict(run).level());
 *
 * Whatever fails throws backupjobs::Error. Clients, servers, tickets and cancel tokens are handles: moved, not copied.
 * What calls return are results: they never change, copies share them, and an element keeps its list alive. What is
 * given to calls (options, requests, schedules) is a plain struct, in which what is not set stays with the default.
 * Accessors have the names of the C functions; a vendor's time comes as a point in time, and as `..._raw()` as it was
 * written.
 */
#ifndef BACKUPJOBS_HPP
#define BACKUPJOBS_HPP

#include "backupjobs/common.hpp"
#include "backupjobs/teradata.hpp"
#include "backupjobs/trust.hpp"
#include "backupjobs/vcenter.hpp"
#include "backupjobs/veeam.hpp"

#undef BKJ_TEXT
#undef BKJ_OPT
#undef BKJ_JSON
#undef BKJ_WORD
#undef BKJ_FLAG
#undef BKJ_NUM
#undef BKJ_AT
#undef BKJ_TIME
#undef BKJ_ENUM
#undef BKJ_INSIDE
#undef BKJ_VECTOR
#undef BKJ_EACH
#undef BKJ_TEXTS
#undef BKJ_BITS
#undef BKJ_LIST
#undef BKJ_ITER
#undef BKJ_RESULT
#undef BKJ_MAKE
#undef BKJ_DO
#undef BKJ_GET
#undef BKJ_ALL
#undef BKJ_ROWS
#undef BKJ_CLIENT

#endif
