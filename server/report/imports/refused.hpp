#pragma once

#include <string>

#include "base/result.hpp"

namespace atelier::report::imports {

/// Why nothing can be made of a file. The code is part of the protocol; `detail` names the place:
/// an entry, a row, a member, a column.
struct Refused {
    std::string code;
    std::string detail = {};
};

template <class T>
using Read = base::Result<T, Refused>;

inline Refused damaged(std::string detail) { return {"import_damaged", std::move(detail)}; }
inline Refused too_large(std::string detail) { return {"import_too_large", std::move(detail)}; }
inline Refused unknown(std::string detail) { return {"import_unknown", std::move(detail)}; }

}  // namespace atelier::report::imports
