#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace atelier::net {

/// How many connections there may be, in all and from one address. Addresses are keys made by
/// `address_key`; an empty key (loopback, a trusted proxy) counts in the total only, because
/// everyone may stand behind it. Thread-safe: asked once when a connection comes and once when it
/// goes. Outlives its tickets.
class Admission {
  public:
    Admission(std::size_t total_max, std::size_t per_address_max)
        : total_max_(total_max), per_address_max_(per_address_max) {}

    /// A place taken; given back when the ticket goes.
    class Ticket {
      public:
        Ticket() = default;
        Ticket(Admission& from, std::string key) : from_(&from), key_(std::move(key)) {}
        Ticket(Ticket&& other) noexcept
            : from_(std::exchange(other.from_, nullptr)), key_(std::move(other.key_)) {}
        Ticket& operator=(Ticket&& other) noexcept;
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;
        ~Ticket() { give_back(); }
        void give_back() noexcept;

      private:
        Admission* from_ = nullptr;
        std::string key_;
    };

    [[nodiscard]] std::optional<Ticket> admit(std::string key);
    [[nodiscard]] std::size_t taken() const;

  private:
    void take_back(const std::string& key) noexcept;

    mutable std::mutex mutex_;
    std::size_t total_max_;
    std::size_t per_address_max_;
    std::size_t taken_ = 0;
    std::unordered_map<std::string, std::size_t> per_address_;
};

}  // namespace atelier::net
