#pragma once

#include <sys/types.h>

#include <string>
#include <utility>

#include "base/result.hpp"

namespace atelier::app::rehearsal {

/// This program as a server of its own, on a free port of the loopback; stopped when this goes, or
/// when the process that started it does.
class OwnServer {
  public:
    /// Listening, or why not.
    [[nodiscard]] static base::Result<OwnServer, std::string> start(const std::string& folder);
    OwnServer(OwnServer&& other) noexcept
        : process_(std::exchange(other.process_, 0)),
          output_(std::exchange(other.output_, -1)),
          url_(std::move(other.url_)) {}
    OwnServer& operator=(OwnServer&&) = delete;
    ~OwnServer();

    [[nodiscard]] const std::string& url() const noexcept { return url_; }

  private:
    OwnServer(pid_t process, int output) : process_(process), output_(output) {}
    [[nodiscard]] bool read_url();

    pid_t process_;
    int output_;  ///< what it prints; kept open, so that it can go on printing
    std::string url_;
};

}  // namespace atelier::app::rehearsal
