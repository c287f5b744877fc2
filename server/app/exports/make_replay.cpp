#include "app/exports/make_replay.hpp"

#include <algorithm>
#include <span>

#include "domain/decide.hpp"
#include "journal/erasing.hpp"
#include "report/replay.hpp"

namespace atelier::app::exports {

base::Result<report::File, api::Problem> make_replay(journal::Store& store,
                                                     const domain::WorkshopId& workshop,
                                                     std::optional<domain::Seq> until) {
    const auto head = store.head(workshop);
    if (!head) return api::problem_of(head.error());
    auto read = store.read(workshop, 1, head.value().seq);
    if (!read) return api::problem_of(read.error());
    const std::vector<domain::Recorded>& events = read.value();
    const domain::Seq last = until.value_or(head.value().seq);
    domain::Workshop end;
    for (const domain::Recorded& recorded : events)
        if (journal::belongs(end, recorded, last)) domain::apply(end, recorded.event, recorded.at);
    const auto told = std::span(events).first(std::min<std::size_t>(last, events.size()));
    // Texts are valid UTF-8 by rule I1, as in every export.
    return report::File{"replay.json", "application/json",
                        report::replay_json(end, told).dump(
                            -1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

}  // namespace atelier::app::exports
