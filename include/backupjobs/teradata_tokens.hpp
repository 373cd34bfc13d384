/* Teradata VantageCloud BaaS: where tokens come from. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_TOKENS_HPP
#define BACKUPJOBS_TERADATA_TOKENS_HPP

#include "callback.hpp"
#include "object.hpp"

#include <functional>

namespace backupjobs {
inline namespace BKJ_FACE {
namespace teradata {

/** Where the bearer token comes from, besides a text and a function. Made once, used for any number of clients. */
class TokenFrom : public detail::Owner<bkj_teradata_token_source, bkj_teradata_token_source_free> {
public:
    using Owner::Owner;
    /** A program that prints the token; no shell. */
    [[nodiscard]] static Returns<TokenFrom> command(const std::vector<std::string> &argv,
                                                    Milliseconds timeout = std::chrono::seconds(30)) {
        const detail::Texts words(argv);
        return BKJ_TAKE(TokenFrom, bkj_teradata_token_source_command, words.data(), words.size(), timeout);
    }
    /** An OAuth 2.0 token endpoint, asked with the client credentials grant. */
    [[nodiscard]] static Returns<TokenFrom> client_credentials(std::string_view token_url, std::string_view client_id,
                                                               std::string_view client_secret,
                                                               const std::optional<std::string_view> &scope = {}) {
        return BKJ_TAKE(TokenFrom, bkj_teradata_token_source_client_credentials, token_url, client_id, client_secret, scope);
    }
    /** A token for Lake, signed here out of a personal access token. */
    [[nodiscard]] static Returns<TokenFrom> lake_jwt(std::string_view personal_access_token, std::string_view private_key,
                                                     std::string_view key_name, std::string_view username,
                                                     std::string_view organization) {
        return BKJ_TAKE(TokenFrom, bkj_teradata_token_source_lake_jwt, personal_access_token, private_key, key_name,
                        username, organization);
    }
    /** User and password in every request. */
    [[nodiscard]] static Returns<TokenFrom> basic(std::string_view username, std::string_view password) {
        return BKJ_TAKE(TokenFrom, bkj_teradata_token_source_basic, username, password);
    }
    /** For a Lake token: a BKJ_TERADATA_ORGANIZATION_CLAIM_… number. */
    Returns<void> set_organization_claim(std::int32_t claim) {
        return detail::give(detail::call(bkj_teradata_token_source_set_organization_claim, get(), claim));
    }
    /** For a Lake token: how long each is good for. */
    Returns<void> set_lifetime(Milliseconds lifetime) {
        return detail::give(detail::call(bkj_teradata_token_source_set_lifetime_ms, get(), lifetime));
    }
};

/** Asked for a bearer token, when the first is needed and when the server refuses the last: by one thread at a time,
 *  whichever makes a call. What it throws keeps the call from being made: what() is shown to users. */
using TokenSource = std::function<std::string()>;

/** Asks a TokenSource for C. */
inline std::int32_t ask_token_source(void *kept, char *buffer, std::size_t capacity) noexcept {
    std::string token;
    const auto thrown = detail::thrown_by([&] { token = (*static_cast<TokenSource *>(kept))(); });
    if (thrown) {
        buffer[detail::words(thrown).copy(buffer, capacity - 1)] = '\0';
        return -1;
    }
    if (token.size() <= capacity) {
        token.copy(buffer, capacity);
    }
    detail::wipe(token);
    return static_cast<std::int32_t>(token.size());
}

} // namespace teradata
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
