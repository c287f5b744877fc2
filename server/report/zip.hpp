#pragma once

#include <string>
#include <vector>

/// A zip file made in memory: office documents and sheaves of files. Pure: the same entries give the
/// same bytes, since every entry bears the same time.
namespace atelier::report {

struct ZipEntry {
    std::string name;  ///< with slashes; plain ASCII or UTF-8
    std::string bytes;
    bool stored = false;  ///< uncompressed, as OpenDocument wants its first entry
};

/// Breaks an invariant where two entries share a name or memory runs out.
[[nodiscard]] std::string zip(const std::vector<ZipEntry>& entries);

}  // namespace atelier::report
