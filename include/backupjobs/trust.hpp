/* Deciding once whom to trust. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TRUST_HPP
#define BACKUPJOBS_TRUST_HPP

#include "common.hpp"

namespace backupjobs {

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
    bool self_signed() const noexcept { return bkj_certificate_self_signed(get()); }
    /** The system's store accepts it: then nothing needs to be remembered. */
    bool trusted() const noexcept { return bkj_certificate_trusted(get()); }
    /** Why the system's store does not accept it. */
    BKJ_OPT(certificate, refusal)
    /** Everything that a person compares, one thing a line. */
    BKJ_TEXT(certificate, text)
};

/** The certificate that the server at a URL shows, trusted or not; no request is sent. Of the options only the timeouts
 *  and the proxy count. */
inline Certificate fetch(const std::string &url, const ClientOptions &options = {}) {
    return BKJ_MAKE(Certificate, certificate, bkj_trust_fetch, url.c_str(), options.make().get(), nullptr);
}
inline Certificate fetch(const std::string &url, const ClientOptions &options, const CancelToken &cancel) {
    return BKJ_MAKE(Certificate, certificate, bkj_trust_fetch, url.c_str(), options.make().get(), cancel.get());
}

/** A file of hosts and their certificates, as ssh keeps one for keys. A handle: moved, not copied. */
class KnownHosts {
public:
    /** Opens a file, and checks every line of it. One that does not exist is one without hosts. */
    explicit KnownHosts(const std::string &path)
        : handle_(detail::make<bkj_known_hosts>(bkj_known_hosts_open, path.c_str()), bkj_known_hosts_free) {}
    BKJ_TEXT(known_hosts, path)
    /** The SHA-256s remembered for the host and port of a URL, with colons; none for an unknown host. */
    std::vector<std::string> lookup(const std::string &url) const {
        return detail::texts(detail::make<bkj_string_list>(bkj_known_hosts_lookup, get(), url.c_str()));
    }
    /** Adds a certificate for the host and port of a URL; what was remembered before stays. */
    void remember(const std::string &url, const Certificate &certificate) const {
        detail::call(bkj_known_hosts_remember, get(), url.c_str(), certificate.get());
    }
    /** Removes every certificate of the host and port of a URL. True when there was one. */
    bool forget(const std::string &url) const {
        bool found = false;
        detail::call(bkj_known_hosts_forget, get(), url.c_str(), &found);
        return found;
    }
    const bkj_known_hosts *get() const noexcept { return handle_.get(); }

private:
    detail::Handle<bkj_known_hosts> handle_;
};

} // namespace trust

/** A secret from where it is kept, to be given to the constructors of clients: value() is wiped with the last of it. Free
 *  it as soon as the client is made. A handle: moved, not copied, never printed. */
class Secret {
public:
    static Secret from_env(const std::string &name) { return Secret(detail::make<bkj_secret>(bkj_secret_from_env, name.c_str())); }
    static Secret from_file(const std::string &path) {
        return Secret(detail::make<bkj_secret>(bkj_secret_from_file, path.c_str()));
    }
    /** The output of a program, which is run without a shell and killed after `limit`. */
    static Secret from_command(const std::vector<std::string> &argv, Milliseconds limit = std::chrono::seconds(30)) {
        const auto words = detail::chars(argv);
        const auto ms = static_cast<std::uint64_t>(limit.count() > 0 ? limit.count() : 1);
        return Secret(detail::make<bkj_secret>(bkj_secret_from_command, words.data(), words.size(), ms));
    }
    const char *value() const noexcept { return bkj_secret_value(handle_.get()); }

private:
    explicit Secret(bkj_secret *secret) : handle_(secret, bkj_secret_free) {}
    detail::Handle<bkj_secret> handle_;
};

} // namespace backupjobs

#endif
