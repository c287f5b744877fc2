#include "app/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>

namespace atelier::app {
namespace {

namespace po = boost::program_options;
constexpr int threads_max = 64;

po::options_description serving() {
    po::options_description out("Serving");
    out.add_options()("listen", po::value<std::string>()->default_value("127.0.0.1:8080"),
                      "address and port; port 0 takes any free one")(
        "data", po::value<std::string>()->default_value("data"), "folder of the database")(
        "public-url", po::value<std::string>()->default_value(""),
        "how people reach the server, e.g. https://atelier.example")(
        "web", po::value<std::string>()->default_value(""), "folder of the built pages")(
        "demo", po::bool_switch(), "make sure that a workshop is ready to be tried")(
        "threads", po::value<int>()->default_value(0),
        "threads that carry connections; 0: one for each core")(
        "idle-room-minutes", po::value<int>()->default_value(10),
        "a workshop with nobody in it leaves memory after that")(
        "sync", po::value<std::string>()->default_value("full"),
        "full: what was acknowledged survives a power cut; normal: only to show that it then may "
        "not")("retention-days", po::value<int>()->default_value(365),
               "workshops older than this are erased")(
        "trusted-proxy", po::value<std::vector<std::string>>()->composing(),
        "address of a proxy whose X-Forwarded-For is believed");
    return out;
}

po::options_description working() {
    po::options_description out("Other commands");
    out.add_options()(
        "format", po::value<std::string>()->default_value("json"),
        "json, csv, csv-fr, xlsx, ods, md, html, odt, docx, pdf, polis, pictures or png")(
        "picture", po::value<std::string>()->default_value(""), "of png: which one")(
        "out", po::value<std::string>()->default_value(""), "file to write")(
        "template", po::value<std::string>()->default_value("resilience-territoriale"),
        "name of a shipped template, or a file")(
        "title", po::value<std::string>()->default_value(""), "title of the workshop")(
        "language", po::value<std::string>()->default_value("fr"), "fr or en")(
        "participants", po::value<int>()->default_value(0), "simulated people, 1 to 2000")(
        "seconds", po::value<int>()->default_value(60), "of a rehearsal, 10 to 300")(
        "into", po::value<std::string>()->default_value(""),
        "the workshop that imported ideas are added to; a new one is made otherwise")(
        "phase", po::value<std::string>()->default_value(""),
        "id of the collection they go to; the open one, else the last one otherwise")(
        "map", po::value<std::string>()->default_value(""),
        "which column is what: text=Body,title=,lever=Section,time=Created")(
        "dry-run", po::bool_switch(), "say what an import would do, and do nothing")(
        "url", po::value<std::string>()->default_value(""),
        "a running server, e.g. http://127.0.0.1:8080; its organiser's link or secret is taken "
        "from ATELIER_ORGANISER")("help,h", "")("version", "");
    return out;
}

/// ATELIER_PUBLIC_URL -> public-url, for the options of the server only.
std::string from_environment(const std::string& name) {
    constexpr std::string_view prefix = "ATELIER_";
    if (!name.starts_with(prefix)) return {};
    std::string option = name.substr(prefix.size());
    std::ranges::transform(option, option.begin(), [](unsigned char c) {
        return c == '_' ? '-' : static_cast<char>(std::tolower(c));
    });
    static const po::options_description known = serving();
    return option != "demo" && known.find_nothrow(option, false) ? option : std::string();
}

/// "127.0.0.1:8080", "[::1]:8080".
bool read_listen(const std::string& text, ServeOptions& out) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return false;
    out.address = text.substr(0, colon);
    if (out.address.front() == '[' && out.address.back() == ']')
        out.address = out.address.substr(1, out.address.size() - 2);
    const std::string_view port = std::string_view(text).substr(colon + 1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), out.port);
    return !port.empty() && read.ec == std::errc{} && read.ptr == port.data() + port.size();
}

bool read_public_url(std::string text, ServeOptions& out) {
    while (text.ends_with('/')) text.pop_back();
    out.public_url = text;
    if (text.empty()) return true;
    const auto scheme = text.find("://");
    const bool known = text.starts_with("http://") || text.starts_with("https://");
    return known && text.find_first_of("/?#", scheme + 3) == std::string::npos;
}

}  // namespace

base::Result<Asked, std::string> read_options(int argc, const char* const* argv) try {
    po::options_description all;
    all.add(serving()).add(working());
    all.add_options()("word", po::value<std::vector<std::string>>());
    po::positional_options_description words;
    words.add("word", -1);
    po::variables_map values;
    po::store(po::command_line_parser(argc, argv).options(all).positional(words).run(), values);
    po::store(po::parse_environment(serving(), from_environment), values);
    po::notify(values);

    Asked out;
    if (values.contains("word")) out.names = values["word"].as<std::vector<std::string>>();
    if (!out.names.empty()) {
        out.command = out.names.front();
        out.names.erase(out.names.begin());
    }
    if (values.contains("help") || out.command.empty()) out.command = "help";
    if (values.contains("version")) out.command = "version";
    if (!read_listen(values["listen"].as<std::string>(), out.serve))
        return std::string("--listen wants an address and a port, such as 127.0.0.1:8080");
    if (!read_public_url(values["public-url"].as<std::string>(), out.serve))
        return std::string("--public-url wants http:// or https:// and a host, without a path");
    out.serve.data = values["data"].as<std::string>();
    out.serve.web = values["web"].as<std::string>();
    out.serve.demo = values["demo"].as<bool>();
    out.serve.retention_days = values["retention-days"].as<int>();
    if (out.serve.retention_days < 1) return std::string("--retention-days wants at least 1");
    const auto& sync = values["sync"].as<std::string>();
    if (sync != "full" && sync != "normal") return std::string("--sync wants full or normal");
    out.serve.full_sync = sync == "full";
    const int threads = values["threads"].as<int>();
    if (threads < 0 || threads > threads_max)
        return "--threads wants 0 to " + std::to_string(threads_max);
    out.serve.threads = static_cast<std::size_t>(threads);
    out.serve.idle_room_minutes = values["idle-room-minutes"].as<int>();
    if (out.serve.idle_room_minutes < 0) return std::string("--idle-room-minutes wants at least 0");
    if (values.contains("trusted-proxy"))
        out.serve.proxies = values["trusted-proxy"].as<std::vector<std::string>>();
    out.format = values["format"].as<std::string>();
    out.out = values["out"].as<std::string>();
    out.picture = values["picture"].as<std::string>();
    out.template_name = values["template"].as<std::string>();
    out.title = values["title"].as<std::string>();
    out.language = values["language"].as<std::string>();
    out.participants = values["participants"].as<int>();
    out.seconds = values["seconds"].as<int>();
    out.into = values["into"].as<std::string>();
    out.phase = values["phase"].as<std::string>();
    out.map = values["map"].as<std::string>();
    out.dry_run = values["dry-run"].as<bool>();
    out.url = values["url"].as<std::string>();
    while (out.url.ends_with('/')) out.url.pop_back();
    return out;
} catch (const po::error& error) {
    return std::string(error.what());
}

std::string usage() {
    std::ostringstream out;
    out << "atelier: workshops with ideas, votes and lever boards, live\n\n"
           "  atelier serve [options]\n"
           "  atelier workshop create [--template NAME|FILE] [--title T] [--language fr|en] "
           "[--data DIR]\n"
           "  atelier import FILE [FILE] [--into WORKSHOP [--phase ID]] [--dry-run] [--map M] "
           "[--title T] [--data DIR]\n"
           "  atelier export WORKSHOP [--format F] [--out FILE] [--data DIR]\n"
           "  atelier verify [WORKSHOP|FILE] [--data DIR]\n"
           "  atelier rebuild [WORKSHOP] [--data DIR]\n"
           "  atelier backup FILE [--data DIR]\n"
           "  atelier restore FILE [--data DIR]\n"
           "  atelier organiser [--data DIR]\n"
           "  atelier rehearse WORKSHOP --participants N [--seconds S] [--data DIR] [--url URL]\n\n"
           "WORKSHOP is an id or a join code. Exit codes: 0 done, 1 failed, 2 usage.\n\n"
        << serving() << '\n'
        << working();
    return out.str();
}

}  // namespace atelier::app
