#pragma once

#include "room/effects.hpp"

namespace atelier::room {

/// A frame's bytes, made once for all who get them, and the seq that it brings them to (0: none).
[[nodiscard]] inline Frame encoded(const wire::ServerFrame& frame, domain::Seq seq = 0) {
    return {std::make_shared<const std::string>(wire::encode_text(frame)), seq};
}

}  // namespace atelier::room
