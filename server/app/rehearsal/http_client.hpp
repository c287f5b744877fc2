#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "wire/bounded_json.hpp"

namespace atelier::app::rehearsal {

/// The reason in words.
struct Failed {
    std::string why;
};

/// Calls of /api/v1 from the command line, one connection each; plain HTTP only, for it speaks to a
/// server and not to the proxy before it. Blocks, ten seconds at most. Failures are words.
class HttpClient {
  public:
    using Json = nlohmann::json;
    using Answer = base::Result<Json, Failed>;

    explicit HttpClient(const std::string& url);
    [[nodiscard]] static bool understands(std::string_view url);

    /// Whoever holds this secret is who asks from then on.
    [[nodiscard]] base::Result<base::Done, Failed> enter(const std::string& secret);
    [[nodiscard]] Answer get(const std::string& path) const { return ask("GET", path, {}); }
    [[nodiscard]] Answer post(const std::string& path, const Json& body) const {
        return ask("POST", path, body.dump());
    }

  private:
    [[nodiscard]] Answer ask(std::string_view method, const std::string& path,
                             const std::string& body) const;

    std::string host_, port_;
    std::string token_;
};

}  // namespace atelier::app::rehearsal
