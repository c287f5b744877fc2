#pragma once

#include <memory>
#include <string>

#include "api/exports.hpp"
#include "api/headers.hpp"
#include "api/rehearsals.hpp"
#include "api/services.hpp"
#include "api/workbench.hpp"
#include "net/handler.hpp"
#include "net/static_files.hpp"

namespace atelier::api {

/// The whole HTTP face of the server: the API of protocol/openapi.yaml, the pages, and the
/// operator's three addresses. Everything runs on the reactor's thread, given as `executor`.
class Api final : public net::Handler {
  public:
    /// All that is given outlives the Api.
    Api(boost::asio::any_io_executor executor, Records& records, Rooms& rooms,
        Rehearsals& rehearsals, Exports& exports, Workbench& workbench,
        const net::StaticFiles& pages);
    ~Api() override;

    /// Where the world sees this server; known once its port is. Before the first request.
    void seen_at(PublicUrl url);

    void handle(net::Request request, net::Respond respond) override;
    void grant(const net::Request& head, std::size_t body_bytes, net::Grant grant) override;
    void upgrade(net::Request request, net::Upgrade upgrade) override;
    net::Response refuse(net::Refusal why, const net::Request& request) override;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace atelier::api
