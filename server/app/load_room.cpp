#include "app/load_room.hpp"

namespace atelier::app {

journal::Outcome<room::Room::Loaded> load_room(journal::Store& store,
                                               const domain::WorkshopId& workshop) {
    auto loaded = store.load(workshop);
    if (!loaded) return loaded.error();
    auto epoch = store.epoch();
    if (!epoch) return epoch.error();
    const domain::Seq last = loaded.value().head.seq;
    constexpr domain::Seq wanted = room::limits::recent_events_on_load;
    auto tail = store.read(workshop, last > wanted ? last - wanted + 1 : 1, wanted);
    if (!tail) return tail.error();

    room::Room::Loaded out;
    out.workshop = std::move(loaded.value().state);
    out.last = last;
    out.epoch = std::move(epoch).value();
    for (const journal::Receipt& receipt : loaded.value().receipts)
        out.receipts.accepted(room::Receipts::key(receipt.actor, receipt.command), receipt.seq);
    for (domain::Recorded& recorded : tail.value()) out.recent.push_back(std::move(recorded));
    return out;
}

}  // namespace atelier::app
