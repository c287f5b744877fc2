#pragma once

#include <chrono>
#include <cstddef>

namespace atelier::net {

/// Every bound of the level, in bytes, counts and milliseconds. The defaults are what production
/// runs with; tests shorten them.
struct Limits {
    using Duration = std::chrono::milliseconds;

    // HTTP
    std::size_t header_bytes_max = 8 * 1024;
    std::size_t body_bytes_max = 64 * 1024;
    std::size_t granted_body_bytes_max = 16 * 1024 * 1024;  // once the level above grants it
    Duration header_deadline = std::chrono::seconds{10};    // from the first byte of a request
    Duration body_deadline = std::chrono::seconds{20};      // from the end of its header
    Duration granted_body_deadline = std::chrono::seconds{180};
    Duration idle_deadline = std::chrono::seconds{60};   // between two requests
    Duration linger_deadline = std::chrono::seconds{2};  // reading on after the last answer
    std::size_t linger_bytes_max = 1024 * 1024;

    // WebSocket
    std::size_t message_bytes_max = 16 * 1024;         // past it: close 1009
    std::size_t reading_bytes_per_second = 32 * 1024;  // past it, it is not read for a while
    std::size_t reading_burst_bytes = 40 * 1024;
    std::size_t frame_cost_bytes = 1536;    // what a frame counts for, beside its bytes
    std::size_t read_bytes_max = 4 * 1024;  // in one turn of the event loop
    Duration reading_pause = std::chrono::milliseconds{250};
    std::size_t fragments_max = 64;                        // frames of one message; past it: 1008
    Duration message_deadline = std::chrono::seconds{30};  // first to last byte of a message
    std::size_t control_frames_max = 120;                  // in one control_window; past it: 1008
    Duration control_window = std::chrono::seconds{10};
    Duration ping_interval = std::chrono::seconds{20};
    Duration silence_deadline = std::chrono::seconds{60};  // neither pong nor data
    Duration close_deadline = std::chrono::seconds{5};     // for the closing handshake

    // Event streams
    Duration heartbeat_interval = std::chrono::seconds{15};

    // Writing, all of them
    std::size_t outbox_bytes_max = 256 * 1024;           // waiting behind the message being written
    std::size_t kernel_unsent_bytes = 128 * 1024;        // TCP_NOTSENT_LOWAT
    Duration write_deadline = std::chrono::seconds{30};  // without the peer taking a single byte

    // Connections
    std::size_t connections_max = 20'000;
    std::size_t connections_per_address_max = 4'000;  // loopback and trusted proxies excepted
};

inline constexpr Limits default_limits{};

// How the bounds lean on each other.
static_assert(default_limits.message_bytes_max <= default_limits.body_bytes_max,
              "a command that fits the WebSocket fits a POST");
static_assert(default_limits.body_bytes_max <= default_limits.granted_body_bytes_max,
              "what is granted is more than what anyone may send");
static_assert(default_limits.body_bytes_max <= default_limits.linger_bytes_max,
              "a body just past the limit is read to its end, so that its sender sees the 413");
static_assert(default_limits.message_bytes_max <= default_limits.outbox_bytes_max,
              "an answer as long as its question always fits an empty outbox");
static_assert(2 * (default_limits.message_bytes_max + default_limits.frame_cost_bytes) <=
                  default_limits.reading_burst_bytes,
              "the longest message is read at once, and another behind it");
static_assert(default_limits.reading_burst_bytes / default_limits.reading_bytes_per_second * 2 <
                  static_cast<std::size_t>(default_limits.silence_deadline /
                                           std::chrono::seconds{1}),
              "who is not read for a while is not taken for gone");
static_assert(2 * default_limits.ping_interval < default_limits.silence_deadline,
              "one lost ping does not cost a connection");
static_assert(default_limits.ping_interval * default_limits.control_frames_max >
                  2 * default_limits.control_window,
              "answering our pings never spends the budget");
static_assert(default_limits.connections_per_address_max >= 2'000,
              "a whole hall behind one address gets in, twice over");
static_assert(default_limits.connections_per_address_max < default_limits.connections_max,
              "one address cannot take every place");

}  // namespace atelier::net
