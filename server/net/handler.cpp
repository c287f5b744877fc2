#include "net/handler.hpp"

namespace atelier::net {

Response Handler::refuse(Refusal why, const Request&) {
    Response response;
    response.status = status_of(why);
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.body = std::make_shared<const std::string>(std::to_string(response.status) + "\n");
    return response;
}

void Handler::grant(const Request& head, std::size_t, Grant grant) {
    grant(refuse(Refusal::body_too_large, head));
}

}  // namespace atelier::net
