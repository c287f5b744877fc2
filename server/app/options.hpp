#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace atelier::app {

/// `atelier serve`: flag over environment (ATELIER_LISTEN…) over default.
struct ServeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string data = "data";         ///< folder of the database
    std::string public_url;            ///< empty: http://address:port
    std::string web;                   ///< folder of the built client; empty: the API alone
    bool demo = false;                 ///< make sure that a workshop is ready to be tried
    std::size_t threads = 0;           ///< reactors; 0: one for each core
    int idle_room_minutes = 10;        ///< a workshop nobody is in leaves memory after that
    bool full_sync = true;             ///< false only to show what a power cut would then take
    int retention_days = 365;          ///< workshops older than this are erased
    std::vector<std::string> proxies;  ///< addresses whose X-Forwarded-For is believed
};

/// A command line understood, or what is wrong with it, in words.
struct Asked {
    std::string
        command;  ///< serve, workshop, import, export, verify, rebuild, rehearse, help, version
    ServeOptions serve;
    std::vector<std::string> names;  ///< positional: a workshop, a file
    std::string format = "json";
    std::string picture;                 ///< of the format png: its name
    std::string out;                     ///< a file; empty: standard output
    int participants = 0, seconds = 60;  ///< of a rehearsal
    std::string url;                     ///< of a running server
    std::string into, phase, map;        ///< of an import
    bool dry_run = false;
    std::string template_name, title, language = "fr";
};

[[nodiscard]] base::Result<Asked, std::string> read_options(int argc, const char* const* argv);
[[nodiscard]] std::string usage();

}  // namespace atelier::app
