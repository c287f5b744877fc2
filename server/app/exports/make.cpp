#include "app/exports/make.hpp"

#include <algorithm>

#include "api/day_after.hpp"
#include "app/exports/converters.hpp"
#include "base/secret.hpp"
#include "domain/decide.hpp"
#include "report/numbers.hpp"
#include "report/pictures/pictures.hpp"
#include "report/timeline.hpp"

namespace atelier::app::exports {
namespace {

using api::ExportStep;
using api::Problem;
using Answer = base::Result<report::File, Problem>;

struct Read {
    domain::Workshop workshop;
    journal::Head head;
    std::vector<domain::Recorded> events;
    report::Timeline timeline;
};

/// The state alone, from the last snapshot on.
base::Result<Read, Problem> read_state(journal::Store& store, const domain::WorkshopId& workshop) {
    auto loaded = store.load(workshop);
    if (!loaded) return api::problem_of(loaded.error());
    return Read{std::move(loaded.value().state), loaded.value().head, {}, {}};
}

/// All events up to the end that the journal has now, and the state that they fold to.
base::Result<Read, Problem> read_events(journal::Store& store, const domain::WorkshopId& workshop) {
    const auto head = store.head(workshop);
    if (!head) return api::problem_of(head.error());
    auto events = store.read(workshop, 1, head.value().seq);
    if (!events) return api::problem_of(events.error());
    Read out{{}, head.value(), std::move(events).value(), {}};
    for (const domain::Recorded& recorded : out.events) {
        domain::apply(out.workshop, recorded.event, recorded.at);
        out.timeline.tell(recorded);
    }
    return out;
}

/// What the facilitators wrote so far, and the series the workshop is in.
report::Draft drafted(journal::Store& store, const domain::WorkshopId& workshop) {
    const auto row = store.draft(workshop);
    report::Draft draft = api::draft_of(row ? row.value().body : std::string());
    const auto series = store.series_of(workshop);
    if (series && series.value()) draft.series = api::in_series(*series.value(), workshop);
    return draft;
}

Problem problem_of(Trouble trouble, std::string_view needs) {
    if (trouble == Trouble::not_installed)
        return {501, "not_installed", {{"needs", std::string(needs)}}};
    return {500, "export_failed"};
}

Answer one_picture(const report::Material& material, const api::ExportWish& wish,
                   const std::atomic<bool>& stop) {
    const auto all =
        report::pictures::pictures_of(report::summarise(material.workshop, material.sources));
    const auto found = std::ranges::find(all, wish.picture, &report::pictures::Picture::name);
    if (found == all.end()) return Problem{404, "no_such_picture"};
    auto png = png_of(found->svg, stop);
    if (!png) return problem_of(png.error(), "librsvg2-bin");
    return report::File{report::file_name(material.workshop, "_" + found->name + ".png"),
                        "image/png", std::move(png).value()};
}

}  // namespace

Answer make_file(journal::Store& store, const domain::WorkshopId& workshop,
                 const api::ExportWish& wish, base::Millis now,
                 const std::function<void(ExportStep)>& tell, const std::atomic<bool>& stop) {
    const report::Format* format = report::find_format(wish.format);
    const bool png = wish.format == "png";
    if (!format && !png) return api::bad_request("format");
    tell(ExportStep::reading);
    auto read =
        png || format->of_events ? read_events(store, workshop) : read_state(store, workshop);
    if (!read) return read.error();
    const Read& all = read.value();
    tell(ExportStep::writing);
    const report::Draft draft = wish.drafted ? drafted(store, workshop) : report::Draft{};
    const std::string seed = base::fresh_secret();
    report::Material material{all.workshop,
                              {{all.head.seq, base::hex(all.head.digest)},
                               now,
                               wish.drafted ? &draft : nullptr,
                               &all.timeline},
                              all.events,
                              seed,
                              [&](std::string_view svg) -> std::optional<std::string> {
                                  auto made = png_of(svg, stop);
                                  if (!made) return std::nullopt;
                                  return std::move(made).value();
                              }};
    if (png) return one_picture(material, wish, stop);
    if (wish.format == "xlsx") {
        auto bytes = xlsx_of(report::tables_of(all.workshop, material.sources.fingerprint, now));
        if (!bytes) return problem_of(bytes.error(), "libxlsxwriter4");
        return report::File{report::file_name(all.workshop, format->suffix),
                            std::string(format->content_type), std::move(bytes).value()};
    }
    auto file = report::export_as(wish.format, material);
    if (!file) return api::bad_request("format");
    report::File out = std::move(file).value();
    if (wish.format != "pdf") return out;
    tell(ExportStep::converting);
    auto bytes = pdf_of(out.bytes, stop);
    if (!bytes) return problem_of(bytes.error(), "weasyprint");
    out.bytes = std::move(bytes).value();
    return out;
}

}  // namespace atelier::app::exports
