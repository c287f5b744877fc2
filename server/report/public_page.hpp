#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "report/summary.hpp"

/// Pages for everyone: a summary as it was published, and a series. Server-rendered, without any
/// script, in the summary's own style. Every text of people is escaped (rule R9). Pure.
namespace atelier::report {

/// A summary as it is frozen, in both forms.
struct Drawn {
    std::string html, markdown;
};
[[nodiscard]] Drawn draw(const domain::Workshop& workshop, const Fingerprint& fingerprint,
                         base::Millis at, const Draft& draft);

/// What stands above a frozen page when it is shown: it changes when another version comes.
struct Notice {
    std::string_view language;
    int number = 1;
    base::Millis at = 0;
    bool redone = false;        ///< a text of it was erased since
    std::string address;        ///< of the newest version, "/s/…"
    std::string replay = {};    ///< of the page that plays it; empty: none
    std::vector<int> all = {};  ///< the numbers there are
};
[[nodiscard]] std::string with_notice(std::string page, const Notice& notice);

/// A page that is served live, with the way to the page that plays the workshop.
[[nodiscard]] std::string with_replay(std::string page, std::string_view language,
                                      std::string_view address);

/// SHA-256 in base64 of the only <style> of a page, for its policy: a page that was frozen by an
/// earlier server has an earlier style.
[[nodiscard]] std::string style_sha256_base64(std::string_view page);

struct SeriesWorkshop {
    const domain::Workshop* workshop = nullptr;
    std::string address;  ///< of its published summary; empty: none
};
struct SeriesPage {
    std::string title, question, description, language;
    std::vector<SeriesWorkshop> workshops;  ///< in their order
};
[[nodiscard]] std::string series_html(const SeriesPage& page);
[[nodiscard]] std::string series_markdown(const SeriesPage& page);

}  // namespace atelier::report
