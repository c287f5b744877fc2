#include <fmt/core.h>

#include <cstdio>
#include <exception>

#include "app/backup.hpp"
#include "app/import_files.hpp"
#include "app/rehearse.hpp"
#include "app/serve.hpp"
#include "app/tools.hpp"
#include "base/check.hpp"

namespace {

int run(int argc, char** argv) {
    using namespace atelier::app;
    const auto read = read_options(argc, argv);
    if (!read) {
        fmt::print(stderr, "atelier: {}\n\n{}", read.error(), usage());
        return 2;
    }
    const Asked& asked = read.value();
    if (asked.command == "serve" && asked.names.empty()) return serve(asked.serve);
    if (asked.command == "workshop") return create_from_command_line(asked);
    if (asked.command == "import") return import_files(asked);
    if (asked.command == "export") return export_workshop(asked);
    if (asked.command == "verify") return verify(asked);
    if (asked.command == "rebuild") return rebuild(asked);
    if (asked.command == "backup") return back_up(asked);
    if (asked.command == "restore") return restore(asked);
    if (asked.command == "organiser") return organiser_link(asked);
    if (asked.command == "rehearse") return rehearse(asked);
    if (asked.command == "version") {
        fmt::print("atelier 0.1.0\n");
        return 0;
    }
    const bool help = asked.command == "help";
    if (!help) fmt::print(stderr, "atelier: there is no command {}\n\n", asked.command);
    fmt::print(help ? stdout : stderr, "{}", usage());
    return help ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) try {
    return run(argc, argv);
} catch (const atelier::base::BrokenInvariant& broken) {
    fmt::print(stderr, "atelier: broken invariant {} at {}:{}\n", broken.condition, broken.file,
               broken.line);
    return 1;
} catch (const std::exception& error) {
    fmt::print(stderr, "atelier: {}\n", error.what());
    return 1;
}
