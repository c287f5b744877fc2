#include "app/exports/make_series.hpp"

#include <fmt/core.h>

#include <array>

#include "app/exports/make.hpp"
#include "base/text.hpp"
#include "report/public_page.hpp"
#include "report/zip.hpp"

namespace atelier::app::exports {
namespace {

using api::Problem;
using Answer = base::Result<report::File, Problem>;

constexpr std::array<std::string_view, 5> formats{"html", "md", "csv", "csv-fr", "json"};
constexpr std::size_t bytes_max = std::size_t{256} << 20U;

class Sheaf {
  public:
    Sheaf(journal::Store& store, const journal::Series& series, base::Millis now,
          const std::atomic<bool>& stop)
        : store_(store), series_(series), now_(now), stop_(stop) {}

    Answer run() {
        for (const domain::WorkshopId& workshop : series_.workshops)
            if (auto problem = add(workshop)) return *problem;
        add_page();
        const std::string title = base::slug(series_.title);
        return report::File{(title.empty() ? "serie" : title) + "_serie.zip", "application/zip",
                            report::zip(entries_)};
    }

  private:
    /// A workshop that was erased meanwhile is left out.
    std::optional<Problem> add(const domain::WorkshopId& workshop) {
        auto loaded = store_.load(workshop);
        if (!loaded) {
            if (loaded.error().kind == journal::Failure::no_such_workshop) return std::nullopt;
            return api::problem_of(loaded.error());
        }
        states_.push_back(std::move(loaded.value().state));
        for (const std::string_view format : formats) {
            if (stop_.load()) return Problem{500, "export_failed"};
            auto made = make_file(
                store_, workshop, {std::string(format), "", true}, now_, [](api::ExportStep) {},
                stop_);
            if (!made) return made.error();
            report::File file = std::move(made).value();
            const std::string name = fmt::format("{:02}_{}", states_.size(), file.name);
            if (format == formats.front()) summaries_.push_back(name);
            bytes_ += file.bytes.size();
            if (bytes_ > bytes_max) return Problem{413, "too_large"};
            entries_.push_back({name, std::move(file.bytes)});
        }
        return std::nullopt;
    }
    void add_page() {
        report::SeriesPage page{
            series_.title, series_.question, series_.description, series_.language, {}};
        for (std::size_t i = 0; i < states_.size(); ++i)
            page.workshops.push_back({&states_[i], summaries_[i]});
        entries_.push_back({"index.html", report::series_html(page)});
        entries_.push_back({"index.md", report::series_markdown(page)});
    }

    journal::Store& store_;
    const journal::Series& series_;
    base::Millis now_;
    const std::atomic<bool>& stop_;
    std::vector<domain::Workshop> states_;
    std::vector<std::string> summaries_;
    std::vector<report::ZipEntry> entries_;
    std::size_t bytes_ = 0;
};

}  // namespace

Answer make_series(journal::Store& store, const journal::SeriesId& id, base::Millis now,
                   const std::atomic<bool>& stop) {
    const auto series = store.find_series(id);
    if (!series) return api::problem_of(series.error());
    if (!series.value()) return Problem{404, "no_such_series"};
    return Sheaf(store, *series.value(), now, stop).run();
}

}  // namespace atelier::app::exports
