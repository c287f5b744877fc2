#include "net/accept_encoding.hpp"

#include <optional>

#include "net/header_text.hpp"

namespace atelier::net {
namespace {

// "q=0.8" -> 800. At most three decimals, as the grammar has it.
std::optional<int> quality(std::string_view parameter) {
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos || !same_word(trimmed(parameter.substr(0, equals)), "q"))
        return std::nullopt;
    const std::string_view number = trimmed(parameter.substr(equals + 1));
    if (number.empty() || number.size() > 5 || (number[0] != '0' && number[0] != '1')) return 0;
    int value = (number[0] - '0') * 1000;
    int worth = 100;
    for (std::size_t i = 1; i < number.size(); ++i) {
        if (i == 1 ? number[i] != '.' : number[i] < '0' || number[i] > '9') return 0;
        if (i == 1) continue;
        value += (number[i] - '0') * worth;
        worth /= 10;
    }
    return value <= 1000 ? value : 0;
}

}  // namespace

Encodings parse_accept_encoding(std::string_view header) {
    std::optional<int> br;
    std::optional<int> gzip;
    int any = 0;
    for_each_item(header, ',', [&](std::string_view item) {
        int weight = 1000;
        const std::string_view coding = trimmed(item.substr(0, item.find(';')));
        for_each_item(item.substr(std::min(coding.size() + 1, item.size())), ';',
                      [&](std::string_view parameter) {
                          if (const auto q = quality(parameter)) weight = *q;
                      });
        if (same_word(coding, "br")) br = weight;
        if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) gzip = weight;
        if (coding == "*") any = weight;
    });
    return {br.value_or(any), gzip.value_or(any)};
}

bool none_match_names(std::string_view header, std::string_view etag) {
    bool found = false;
    for_each_item(header, ',', [&](std::string_view item) {
        if (item.starts_with("W/")) item.remove_prefix(2);
        found = found || item == etag || item == "*";
    });
    return found;
}

}  // namespace atelier::net
