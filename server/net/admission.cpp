#include "net/admission.hpp"

namespace atelier::net {

std::optional<Admission::Ticket> Admission::admit(std::string key) {
    const std::lock_guard lock(mutex_);
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
    if (Admission* const from = std::exchange(from_, nullptr)) from->take_back(key_);
}

void Admission::take_back(const std::string& key) noexcept {
    const std::lock_guard lock(mutex_);
    --taken_;
    if (key.empty()) return;
    const auto count = per_address_.find(key);
    if (--count->second == 0) per_address_.erase(count);
}

std::size_t Admission::taken() const {
    const std::lock_guard lock(mutex_);
    return taken_;
}

}  // namespace atelier::net
