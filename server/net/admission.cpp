#include "net/admission.hpp"

namespace atelier::net {

std::optional<Admission::Ticket> Admission::admit(std::string key) {
    if (taken_ >= total_max_) return std::nullopt;
    if (!key.empty()) {
        auto& count = per_address_[key];
        if (count >= per_address_max_) return std::nullopt;
        ++count;
    }
    ++taken_;
    return Ticket{*this, std::move(key)};
}

Admission::Ticket& Admission::Ticket::operator=(Ticket&& other) noexcept {
    if (this != &other) {
        give_back();
        from_ = std::exchange(other.from_, nullptr);
        key_ = std::move(other.key_);
    }
    return *this;
}

void Admission::Ticket::give_back() noexcept {
    Admission* const from = std::exchange(from_, nullptr);
    if (!from) return;
    --from->taken_;
    if (key_.empty()) return;
    const auto count = from->per_address_.find(key_);
    if (--count->second == 0) from->per_address_.erase(count);
}

}  // namespace atelier::net
