#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace atelier::net {

class SocketHandler;

/// One HTTP answer. The server adds Content-Length, Date and Connection itself, and sends no body
/// to HEAD nor with 204 and 304. A header with a line break in it is an error of ours: 500.
struct Response {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<const std::string> body = {};  // shared, never copied; null is empty
    /// Set: the answer never ends. Its body is what the handler sends, as Server-Sent Events.
    std::shared_ptr<SocketHandler> stream = {};
};

}  // namespace atelier::net
