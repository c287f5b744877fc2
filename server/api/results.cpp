#include <fmt/core.h>

#include "api/calls.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "report/export.hpp"
#include "report/export_html.hpp"

namespace atelier::api {
namespace {

Task<base::Result<report::File, Problem>> make(House& house, const Call& call, std::string format) {
    const domain::WorkshopId workshop = call.workshop_id();
    const auto settled = co_await house.rooms.settled(workshop);
    if (!settled) co_return Problem{404, "no_such_workshop"};
    const report::Fingerprint fingerprint{settled->head.seq, base::hex(settled->head.digest)};
    auto file = report::export_as(format, settled->workshop, fingerprint, base::now_ms(),
                                  base::fresh_secret());
    if (!file) co_return bad_request("format");
    co_return std::move(file).value();
}

net::Response page(report::File file) {
    return {200,
            {{"Content-Type", file.content_type}, {"Cache-Control", "no-store"}},
            std::make_shared<const std::string>(std::move(file.bytes))};
}

}  // namespace

Reply export_results(House& house, const Call& call) {
    const std::string format(call.request.parameter("format").value_or("json"));
    auto file = co_await make(house, call, format);
    if (!file) co_return respond(file.error(), call.request);
    // The name is a slug: it needs no quoting.
    const std::string disposition = fmt::format("attachment; filename=\"{}\"", file.value().name);
    net::Response out = page(std::move(file).value());
    out.headers.emplace_back("Content-Disposition", disposition);
    co_return out;
}

Reply read_summary(House& house, const Call& call) {
    auto file = co_await make(house, call, "html");
    if (!file) co_return respond(file.error(), call.request);
    net::Response out = page(std::move(file).value());
    add_security_headers(out, house.url, report::summary_style_sha256_base64());
    co_return out;
}

}  // namespace atelier::api
