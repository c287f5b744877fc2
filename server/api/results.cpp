#include <fmt/core.h>

#include "api/calls.hpp"
#include "report/export_html.hpp"
#include "report/public_page.hpp"

namespace atelier::api {
namespace {

net::Response page(const report::File& file) {
    return {200,
            {{"Content-Type", file.content_type}, {"Cache-Control", "no-store"}},
            std::make_shared<const std::string>(file.bytes)};
}

}  // namespace

net::Response file_answer(const report::File& file) {
    net::Response out = page(file);
    // The name is made of slugs: it needs no quoting.
    out.headers.emplace_back("Content-Disposition",
                             fmt::format("attachment; filename=\"{}\"", file.name));
    return out;
}

Reply export_results(House& house, const Call& call) {
    ExportWish wish{std::string(call.request.parameter("format").value_or("json")),
                    std::string(call.request.parameter("picture").value_or("")), true};
    const auto file = co_await house.exports.make(call.workshop_id(), std::move(wish));
    if (!file) co_return respond(file.error(), call.request);
    co_return file_answer(file.value());
}

Reply read_summary(House& house, const Call& call) {
    ExportWish wish{"html", "", false};
    const auto file = co_await house.exports.make(call.workshop_id(), std::move(wish));
    if (!file) co_return respond(file.error(), call.request);
    const auto about = co_await house.rooms.about(call.workshop_id());
    const report::File shown{
        file.value().name, file.value().content_type,
        report::with_replay(file.value().bytes, about ? std::string_view(about->language) : "fr",
                            "/replay#w=" + call.workshop)};
    net::Response out = page(shown);
    add_security_headers(out, house.url, report::summary_style_sha256_base64());
    co_return out;
}

}  // namespace atelier::api
