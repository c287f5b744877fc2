#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/result.hpp"
#include "net/handler.hpp"

/// Between Beast's messages and our plain ones. Internal, like all that includes Beast.
namespace atelier::net {

namespace http = boost::beast::http;
using HttpRequest = http::request<http::string_body>;
using HttpResponse = http::response<http::span_body<const char>>;

/// Target, path, query and headers; the body stays where it is. Refused as malformed: a target
/// that does not decode, a header that is not UTF-8, no Host or more than one (RFC 9112, 3.2).
[[nodiscard]] base::Result<Request, Refusal> plain_request(const HttpRequest& message);

struct Delivery {
    bool head = false;  // answer to HEAD: announce the body, send none
    bool keep_alive = false;
};
/// Points into `response.body`, which must live until it is written. Refused: a status or a header
/// that would break the message.
[[nodiscard]] base::Result<HttpResponse, Refusal> beast_response(const Response& response,
                                                                 Delivery delivery);
/// Status line and headers of an answer whose end is that of its connection.
[[nodiscard]] base::Result<std::string, Refusal> stream_head(const Response& response);

}  // namespace atelier::net
