#include "app/rehearsal/http_client.hpp"

#include <fmt/core.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace atelier::app::rehearsal {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

constexpr std::string_view scheme = "http://";
constexpr auto deadline = std::chrono::seconds(10);
constexpr std::size_t json_depth_max = 16;

asio::awaitable<Response> exchange(asio::io_context& io, const std::string& host,
                                   const std::string& port, const Request& request) {
    asio::ip::tcp::resolver resolver(io);
    const auto found = co_await resolver.async_resolve(host, port, asio::use_awaitable);
    beast::tcp_stream stream(io);
    stream.expires_after(deadline);
    co_await stream.async_connect(found, asio::use_awaitable);
    co_await http::async_write(stream, request, asio::use_awaitable);
    beast::flat_buffer buffer;
    Response response;
    co_await http::async_read(stream, buffer, response, asio::use_awaitable);
    co_return response;
}

}  // namespace

bool HttpClient::understands(std::string_view url) {
    if (!url.starts_with(scheme)) return false;
    const auto place = url.substr(scheme.size());
    return !place.empty() && place.find_first_of("/?#@") == std::string_view::npos;
}

HttpClient::HttpClient(const std::string& url) : host_(url.substr(scheme.size())), port_("80") {
    const auto colon = host_.rfind(':');
    if (colon != std::string::npos && !host_.ends_with(']')) {
        port_ = host_.substr(colon + 1);
        host_.resize(colon);
    }
    if (host_.starts_with('[')) host_ = host_.substr(1, host_.size() - 2);
}

HttpClient::Answer HttpClient::ask(std::string_view method, const std::string& path,
                                   const std::string& body) const try {
    Request request{http::string_to_verb(std::string(method)), "/api/v1" + path, 11};
    request.set(http::field::host, host_ + ':' + port_);
    request.set(http::field::connection, "close");
    if (!token_.empty()) request.set(http::field::authorization, "Bearer " + token_);
    if (!body.empty()) request.set(http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    asio::io_context io(1);
    auto answered = asio::co_spawn(io, exchange(io, host_, port_, request), asio::use_future);
    io.run();
    const Response response = answered.get();
    auto json = wire::parse_bounded(response.body(), json_depth_max);
    if (!json) return Failed{"the answer is not that of a workshop server"};
    if (response.result_int() < 300) return std::move(json).value();
    return Failed{json.value().value("code", "refused") + ": " + json.value().value("title", "")};
} catch (const boost::system::system_error& failed) {
    return Failed{
        fmt::format("cannot reach http://{}:{}: {}", host_, port_, failed.code().message())};
}

base::Result<base::Done, Failed> HttpClient::enter(const std::string& secret) {
    const auto entered = post("/enter", {{"secret", secret}});
    if (!entered) return entered.error();
    token_ = entered.value().value("token", "");
    return base::Done{};
}

}  // namespace atelier::app::rehearsal
