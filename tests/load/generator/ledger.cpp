#include "generator/ledger.hpp"

#include <algorithm>
#include <charconv>

namespace load {
namespace {

constexpr std::string_view filling =
    "planter des haies le long des chemins et garder l'eau de pluie pour les jardins de tous, "
    "ouvrir la cantine aux producteurs voisins, partager les outils et les voitures, ";

std::string make_text(std::size_t message, std::size_t bytes) {
    std::string out = "#" + std::to_string(message) + "# ";
    while (out.size() < bytes) out += filling;
    out.resize(bytes - 1);
    return out + ".";
}

}  // namespace

std::uint64_t mark_of(std::string_view text) noexcept {
    std::uint64_t mark = 14695981039346656037U;
    for (const char c : text) mark = (mark ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return mark;
}

Ledger::Ledger(Groups groups, std::size_t messages, std::size_t text_bytes)
    : groups_(groups),
      bits_(groups.all() * ((messages + 63) / 64)),
      words_per_link_((messages + 63) / 64),
      folds_(groups.all()),
      spread_(messages) {
    texts_.reserve(messages);
    for (std::size_t message = 0; message < messages; ++message) {
        texts_.push_back(make_text(message, text_bytes));
        expected_ += groups.size(groups.of_message(message));
    }
}

std::size_t Ledger::read(std::string_view text) {
    std::size_t message = none;
    if (text.starts_with('#')) std::from_chars(text.data() + 1, text.data() + text.size(), message);
    if (message < texts_.size() && texts_[message] == text) return message;
    ++garbled_;
    return none;
}

void Ledger::heard(std::size_t link, std::size_t message, std::uint64_t mark, Nanos at,
                   bool again_is_fine) {
    if (groups_.of_link(link) != groups_.of_message(message)) {
        ++foreign_;
        return;
    }
    auto& word = bits_[link * words_per_link_ + message / 64];
    const std::uint64_t bit = std::uint64_t{1} << (message % 64);
    if ((word & bit) != 0) {
        if (!again_is_fine) ++doubled_;
        return;
    }
    word |= bit;
    Spread& spread = spread_[message];
    ++spread.readers;
    spread.last = std::max(spread.last, at);
    folds_[link] += mark;
    latency_.record((at - schedule_.due(message)) / 1000);
}

Ledger::Part Ledger::part(std::size_t from, std::size_t to) const {
    Part out;
    for (std::size_t message = from; message < std::min(to, spread_.size()); ++message) {
        const Spread& spread = spread_[message];
        if (spread.readers < groups_.size(groups_.of_message(message))) ++out.incomplete;
        if (spread.readers > 0) out.last.record((spread.last - schedule_.due(message)) / 1000);
    }
    return out;
}

}  // namespace load
