#include "base/base64.hpp"

#include <sodium.h>

namespace atelier::base {
namespace {

std::string encoded(const unsigned char* bytes, std::size_t size) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string out(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes, size, variant);
    out.pop_back();  // the zero at its end
    return out;
}

}  // namespace

std::string base64(std::string_view bytes) {
    return encoded(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string base64(const Sha256& digest) { return encoded(digest.data(), digest.size()); }

}  // namespace atelier::base
