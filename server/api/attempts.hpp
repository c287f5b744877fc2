#pragma once

#include <string>
#include <unordered_map>

#include "base/clock.hpp"

namespace atelier::api {

/// Wrong codes and secrets are counted per address and for the whole server, so that codes cannot
/// be tried out. Right ones cost nothing: five hundred people behind one address get in, and so
/// many of them may mistype. One thread at a time.
class Attempts {
  public:
    [[nodiscard]] bool exhausted(const std::string& address, base::Millis now);
    void failed(const std::string& address, base::Millis now);

  private:
    struct Count {
        base::Millis since = 0;
        int failures = 0;
    };
    static bool over(Count& count, int max, base::Millis now);

    std::unordered_map<std::string, Count> by_address_;
    Count all_;
};

}  // namespace atelier::api
