/* Deciding once whom to trust. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TRUST_HPP
#define BACKUPJOBS_TRUST_HPP

#include "cancel.hpp"
#include "client_options.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {

/** Fetch a server's certificate, compare its SHA-256 with what the server's own console shows, remember it, and connect
 *  with ClientOptions::known_hosts from then on. */
namespace trust {

/** A certificate in words. What cannot be read is absent; the fingerprint is always there. */
BKJ_RESULT(Certificate, certificate)
    BKJ_OPT(certificate, subject) BKJ_OPT(certificate, issuer)
    /** Host names and addresses it is good for. */
    BKJ_TEXTS(certificate, names)
    BKJ_AT(certificate, not_before) BKJ_AT(certificate, not_after)
    /** 64 lower-case hex digits. */
    BKJ_TEXT(certificate, sha256)
    /** The same as most tools show it, with colons. */
    BKJ_TEXT(certificate, fingerprint)
    BKJ_TEXT(certificate, pem)
    BKJ_IS(certificate, self_signed)
    /** The system's store accepts it: then nothing needs to be remembered. */
    BKJ_IS(certificate, trusted)
    /** Why the system's store does not accept it. */
    BKJ_OPT(certificate, refusal)
    /** Everything that a person compares, one thing a line. */
    BKJ_TEXT(certificate, text)
};

/** The certificate that the server at a URL shows, trusted or not; no request is sent. Of the options only the timeouts
 *  and the proxy count. */
[[nodiscard]] inline Returns<Certificate> fetch(std::string_view url, const ClientOptions &options = {}) {
    return BKJ_MAKE(Certificate, certificate, bkj_trust_fetch, url, options.make(), nullptr);
}
[[nodiscard]] inline Returns<Certificate> fetch(std::string_view url, const ClientOptions &options, const CancelToken &cancel) {
    return BKJ_MAKE(Certificate, certificate, bkj_trust_fetch, url, options.make(), cancel.get());
}

/** A file of hosts and their certificates, as ssh keeps one for keys. A handle: moved, not copied. */
class KnownHosts : public detail::Owner<bkj_known_hosts, bkj_known_hosts_free> {
public:
    using Owner::Owner;
    /** Opens a file, and checks every line of it. One that does not exist is one without hosts. */
    [[nodiscard]] static Returns<KnownHosts> open(std::string_view path) {
        return BKJ_TAKE(KnownHosts, bkj_known_hosts_open, path);
    }
#ifndef BACKUPJOBS_NO_EXCEPTIONS
    /** The same. */
    explicit KnownHosts(std::string_view path) : KnownHosts(open(path)) {}
#endif
    BKJ_TEXT(known_hosts, path)
    /** The SHA-256s remembered for the host and port of a URL, with colons; none for an unknown host. */
    [[nodiscard]] Returns<std::vector<std::string>> lookup(std::string_view url) const {
        return detail::give(detail::say_all(bkj_known_hosts_lookup, get(), url));
    }
    /** Adds a certificate for the host and port of a URL; what was remembered before stays. */
    Returns<void> remember(std::string_view url, const Certificate &certificate) const {
        return detail::give(detail::call(bkj_known_hosts_remember, get(), url, certificate.get()));
    }
    /** Removes every certificate of the host and port of a URL. True when there was one. */
    Returns<bool> forget(std::string_view url) const {
        return detail::give(detail::read<bool>(bkj_known_hosts_forget, get(), url));
    }
};

} // namespace trust

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
