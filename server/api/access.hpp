#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "api/capabilities.hpp"
#include "api/headers.hpp"
#include "api/problem.hpp"
#include "api/services.hpp"

namespace atelier::api {

/// Who is asking, proved by a cookie or a bearer token.
struct Identity {
    domain::Actor actor;
    std::optional<domain::WorkshopId> workshop;  ///< absent: the organiser, who has them all
    std::string token;
};

/// The one gate of the HTTP API: holds a request against a route's roles. Known tokens are kept in
/// memory, by their digest, until a link is revoked. One thread at a time.
class Access {
  public:
    Access(Records& records, const PublicUrl& url) : records_(records), url_(url) {}

    /// Who it is, or: 401 not_joined, 403 forbidden, 403 foreign_origin, 410 link_expired.
    Task<base::Result<Identity, Problem>> admit(const net::Request& request, const Route& route,
                                                const std::string& workshop);

    /// The participant that this browser or script already is in the workshop, if any.
    Task<std::optional<Identity>> known_participant(const net::Request& request,
                                                    const domain::WorkshopId& workshop);

    /// Links were revoked: every token is looked up again.
    void forget() { known_.clear(); }

  private:
    struct Offered {
        std::string token;
        bool by_cookie = false;
    };
    [[nodiscard]] static Offered offered(const net::Request& request, const Route& route,
                                         const std::string& workshop);
    Task<std::optional<Identity>> look_up(std::string token);

    Records& records_;
    const PublicUrl& url_;
    std::unordered_map<std::string, journal::Credential> known_;
};

}  // namespace atelier::api
