#include "net/http_message.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <boost/beast/http/write.hpp>
#include <ctime>
#include <sstream>

#include "base/text.hpp"
#include "net/target.hpp"

namespace atelier::net {
namespace {

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(http::verb verb) noexcept {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        case http::verb::patch:
            return Method::patch;
        case http::verb::delete_:
            return Method::del;
        case http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

bool sound_host(const HttpRequest& message) {
    const auto count = message.count(http::field::host);
    return count == 1 || (count == 0 && message.version() < 11);
}

bool sound_header(std::string_view name, std::string_view value) {
    const auto control = [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; };
    const auto not_token = [&](unsigned char c) { return control(c) || c == ' ' || c == ':'; };
    return !name.empty() && std::ranges::none_of(name, not_token) &&
           std::ranges::none_of(value, control);
}

std::string http_date() {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

bool has_no_body(unsigned status) noexcept { return status == 204 || status == 304; }

}  // namespace

base::Result<Request, Refusal> plain_request(const HttpRequest& message) {
    if (!sound_host(message)) return Refusal::malformed;
    auto target = parse_target(view(message.target()));
    if (!target) return Refusal::malformed;
    Request request;
    request.method = method_of(message.method());
    request.target = view(message.target());
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    for (const auto& field : message) {
        const std::string_view value = view(field.value());
        if (!base::valid_utf8(value)) return Refusal::malformed;
        request.headers.emplace_back(view(field.name_string()), value);
    }
    return request;
}

namespace {

base::Result<HttpResponse, Refusal> headed(const Response& response) {
    if (response.status < 200 || response.status > 599) return Refusal::failed;
    HttpResponse message;
    message.version(11);
    message.result(response.status);
    for (const auto& [name, value] : response.headers) {
        if (!sound_header(name, value)) return Refusal::failed;
        message.insert(name, value);
    }
    message.set(http::field::date, http_date());
    return message;
}

}  // namespace

base::Result<HttpResponse, Refusal> beast_response(const Response& response, Delivery delivery) {
    auto message = headed(response);
    if (!message) return message;
    const std::size_t size = response.body ? response.body->size() : 0;
    if (!has_no_body(response.status)) {
        message.value().content_length(size);
        if (size > 0 && !delivery.head) message.value().body() = {response.body->data(), size};
    }
    message.value().keep_alive(delivery.keep_alive);
    return message;
}

base::Result<std::string, Refusal> stream_head(const Response& response) {
    auto message = headed(response);
    if (!message) return message.error();
    message.value().keep_alive(false);
    std::ostringstream out;
    out << message.value().base();
    return out.str();
}

}  // namespace atelier::net
