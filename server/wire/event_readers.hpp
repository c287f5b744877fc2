#pragma once

#include "wire/fields.hpp"

namespace atelier::wire {

/// Reads the journal's JSON of one kind of event; declared and defined for each beside its writer.
template <class Event>
[[nodiscard]] Event decode_event(const Fields& in);

}  // namespace atelier::wire
