#include "wire/server_frames.hpp"

namespace atelier::wire {

EventView::EventView(const EventView&) = default;
EventView::EventView(EventView&&) noexcept = default;
EventView& EventView::operator=(const EventView&) = default;
EventView& EventView::operator=(EventView&&) noexcept = default;
EventView::~EventView() = default;

}  // namespace atelier::wire
