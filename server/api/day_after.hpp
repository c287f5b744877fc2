#pragma once

#include "api/calls.hpp"
#include "journal/shelf.hpp"
#include "report/draft.hpp"
#include "report/public_page.hpp"

/// What the calls of the day after share: drafts, published pages, series.
namespace atelier::api {

/// A stored draft; an empty one for none.
[[nodiscard]] report::Draft draft_of(const std::string& body);

/// The series and the number in it, as a summary prints them.
[[nodiscard]] report::InSeries in_series(const journal::Series& series,
                                         const domain::WorkshopId& workshop);

/// A page without a script, its own style named in the policy.
[[nodiscard]] net::Response html_page(const House& house, std::string html,
                                      std::string_view cache_control);

/// "resilience-territoriale-k7rm2xq9", new each time.
[[nodiscard]] std::string fresh_page_name(std::string_view title);

/// replaying.cpp: the published life of a page's newest version, for everyone.
Reply public_replay(House& house, const net::Request& request, const journal::Page& page);

[[nodiscard]] nlohmann::json page_json(const House& house,
                                       const std::optional<journal::Page>& page);

}  // namespace atelier::api
