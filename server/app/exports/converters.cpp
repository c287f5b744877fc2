#include "app/exports/converters.hpp"

#include <unistd.h>

namespace atelier::app::exports {
namespace {

/// From this size on a page is long.
constexpr std::size_t long_page_bytes = 600'000;
constexpr std::chrono::seconds pdf_time{90};

using Made = base::Result<std::string, Trouble>;

Made result_of(const Scratch& scratch, std::string_view name,
               const base::Result<base::Done, ChildFailure>& run) {
    if (!run)
        return run.error() == ChildFailure::not_started ? Trouble::not_installed : Trouble::failed;
    std::string bytes = scratch.read(name);
    if (bytes.empty()) return Trouble::failed;
    return bytes;
}

Made by_weasyprint(const Scratch& scratch, const std::atomic<bool>& stop) {
    const auto run = run_child({"weasyprint", "--quiet", "--encoding", "utf-8", "--pdf-variant",
                                "pdf/ua-1", "page.html", "page.pdf"},
                               scratch.path(), {.time = pdf_time}, stop);
    return result_of(scratch, "page.pdf", run);
}

Made by_chromium(const Scratch& scratch, const std::atomic<bool>& stop) {
    const std::string folder = scratch.path().string();
    std::vector<std::string> command{"chromium",
                                     "--headless",
                                     "--disable-gpu",
                                     "--disable-dev-shm-usage",
                                     "--disable-background-networking",
                                     "--disable-sync",
                                     "--disable-extensions",
                                     "--disable-javascript",
                                     "--host-resolver-rules=MAP * ~NOTFOUND",
                                     "--no-first-run",
                                     "--no-pdf-header-footer",
                                     "--user-data-dir=" + folder + "/profile",
                                     "--print-to-pdf=" + folder + "/page.pdf",
                                     "file://" + folder + "/page.html"};
    // Its own sandbox cannot be had by root, as in a container.
    if (::geteuid() == 0) command.insert(command.begin() + 1, "--no-sandbox");
    // It reserves far more address space than it uses: only time and files are bounded.
    const auto run =
        run_child(command, scratch.path(), {.time = pdf_time, .memory_bytes = 0}, stop);
    return result_of(scratch, "page.pdf", run);
}

}  // namespace

Made pdf_of(std::string_view page, const std::atomic<bool>& stop) {
    const Scratch scratch;
    if (!scratch.write("page.html", page)) return Trouble::failed;
    const bool is_long = page.size() > long_page_bytes;
    Made first = is_long ? by_chromium(scratch, stop) : by_weasyprint(scratch, stop);
    if (first || stop.load()) return first;
    Made second = is_long ? by_weasyprint(scratch, stop) : by_chromium(scratch, stop);
    if (second) return second;
    const bool neither =
        first.error() == Trouble::not_installed && second.error() == Trouble::not_installed;
    return neither ? Trouble::not_installed : Trouble::failed;
}

Made png_of(std::string_view svg, const std::atomic<bool>& stop) {
    const Scratch scratch;
    if (!scratch.write("picture.svg", svg)) return Trouble::failed;
    const auto run = run_child({"rsvg-convert", "--zoom", "2", "--format", "png", "--output",
                                "picture.png", "picture.svg"},
                               scratch.path(), {}, stop);
    return result_of(scratch, "picture.png", run);
}

}  // namespace atelier::app::exports
