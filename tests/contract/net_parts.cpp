// The small pure parts: targets, cookies, addresses, places, content negotiation, static files.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "net/accept_encoding.hpp"
#include "net/admission.hpp"
#include "net/forwarded.hpp"
#include "net/once.hpp"
#include "net/static_files.hpp"
#include "net/target.hpp"

namespace net = atelier::net;
namespace fs = std::filesystem;

TEST_CASE("[NET-T1] targets are taken apart and decoded strictly") {
    const auto path = [](std::string_view target) {
        const auto parsed = net::parse_target(target);
        return parsed ? parsed->path : "(refused)";
    };
    CHECK(path("/") == "/");
    CHECK(path("/a%20b?c=d") == "/a b");
    CHECK(path("http://host:8080/x?y") == "/x");
    CHECK(path("http://host") == "/");
    CHECK(path("*") == "*");
    CHECK(path("/a+b") == "/a+b");
    for (const auto* wrong :
         {"", "x", "/%", "/%4", "/%4g", "/%00", "/%0A", "/%2f", "/%C3", "/?a=%", "/?%00", "//%ff"})
        CHECK(path(wrong) == "(refused)");
    const net::Request::Pairs expected{{"a", "1 2"}, {"b", ""}, {"c", "="}, {"", "d"}};
    CHECK(net::parse_target("/?a=1+2&b&&c=%3D&=d")->query == expected);
}

TEST_CASE("[NET-T2] headers, parameters and cookies are found by name") {
    net::Request request;
    request.headers = {{"Cookie", "atelier-screen-x=1; other=\"quoted\""},
                       {"X-One", "first"},
                       {"x-one", "second"},
                       {"cookie", "late=2;=3;;lonely"}};
    request.query = {{"as", "screen"}, {"as", "other"}};
    CHECK(request.header("x-ONE") == "first");
    CHECK_FALSE(request.header("x-on"));
    CHECK(request.parameter("as") == "screen");
    CHECK_FALSE(request.parameter("AS"));
    CHECK(request.cookie("atelier-screen-x") == "1");
    CHECK(request.cookie("other") == "quoted");
    CHECK(request.cookie("late") == "2");
    CHECK_FALSE(request.cookie("Late"));
    CHECK_FALSE(request.cookie("lonely"));
}

TEST_CASE("[NET-T3] addresses: whom a connection counts for, whom it speaks for") {
    const auto address = [](std::string_view text) { return *net::parse_address(text); };
    const std::vector<net::Address> proxies{address("10.0.0.1"), address("10.0.0.2")};
    CHECK(net::address_key(address("203.0.113.7"), proxies) == "203.0.113.7");
    CHECK(net::address_key(address("::ffff:203.0.113.7"), proxies) == "203.0.113.7");
    CHECK(net::address_key(address("2001:db8:1:2:3:4:5:6"), proxies) ==
          net::address_key(address("2001:db8:1:2::9"), proxies));
    CHECK(net::address_key(address("127.0.0.1"), proxies).empty());
    CHECK(net::address_key(address("10.0.0.2"), proxies).empty());

    const auto client = [&](std::string_view peer, std::string_view forwarded) {
        return net::client_address(address(peer), forwarded, proxies);
    };
    CHECK(client("192.0.2.1", "1.2.3.4") == "192.0.2.1");
    CHECK(client("10.0.0.1", "1.2.3.4") == "1.2.3.4");
    CHECK(client("10.0.0.1", "6.6.6.6, 1.2.3.4") == "1.2.3.4");
    CHECK(client("10.0.0.1", "1.2.3.4, 10.0.0.2") == "1.2.3.4");
    CHECK(client("10.0.0.1", "") == "10.0.0.1");
    CHECK(client("10.0.0.1", "1.2.3.4, nonsense") == "10.0.0.1");
}

TEST_CASE("[NET-T4] places are counted in all and by address, and given back") {
    net::Admission admission{3, 2};
    auto first = admission.admit("a");
    auto second = admission.admit("a");
    CHECK(first);
    CHECK(second);
    CHECK_FALSE(admission.admit("a"));
    auto third = admission.admit("");
    CHECK(third);
    CHECK_FALSE(admission.admit("b"));
    net::Admission::Ticket moved = std::move(*second);
    second.reset();
    CHECK(admission.taken() == 3);
    moved.give_back();
    moved.give_back();
    CHECK(admission.taken() == 2);
    CHECK(admission.admit("a"));
}

TEST_CASE("[NET-T5] an answer owed once tells when it is dropped") {
    std::vector<int> got;
    const auto sink = [&](std::optional<int> value) { got.push_back(value.value_or(-1)); };
    {
        net::Once<int> forgotten{sink};
        net::Once<int> given{sink};
        given(1);
        net::Once<int> moved{std::move(forgotten)};
        CHECK(got == std::vector{1});
        moved = net::Once<int>{sink};
        CHECK(got == std::vector{1, -1});
    }
    CHECK(got == std::vector{1, -1, -1});
}

TEST_CASE("[NET-S1] Accept-Encoding and If-None-Match are read as their grammar says") {
    const auto wanted = [](std::string_view header) {
        const auto encodings = net::parse_accept_encoding(header);
        return std::pair{encodings.br, encodings.gzip};
    };
    CHECK(wanted("") == std::pair{0, 0});
    CHECK(wanted("gzip, deflate, br") == std::pair{1000, 1000});
    CHECK(wanted("br;q=0.5, GZIP; q=0.25") == std::pair{500, 250});
    CHECK(wanted("br;q=0, *") == std::pair{0, 1000});
    CHECK(wanted("br;q=nonsense, gzip;q=2") == std::pair{0, 0});
    CHECK(wanted("brotli") == std::pair{0, 0});
    CHECK(net::none_match_names("\"a\", W/\"b\"", "\"b\""));
    CHECK(net::none_match_names("*", "\"b\""));
    CHECK_FALSE(net::none_match_names("\"a\"", "\"b\""));
    CHECK_FALSE(net::none_match_names("", "\"b\""));
}

namespace {

// A directory for one test, gone after it.
struct Scratch {
    Scratch()
        : path(fs::temp_directory_path() / fs::path{"atelier-net-" + std::to_string(::getpid())}) {
        fs::remove_all(path);
    }
    ~Scratch() { fs::remove_all(path); }
    void put(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream{path / name, std::ios::binary} << bytes;
    }
    fs::path path;
};

struct Site {
    Site() {
        scratch.put("index.html", "<p>start");
        scratch.put("join.html", "<p>join");
        scratch.put("join.html.br", "BR");
        scratch.put("join.html.gz", "GZ");
        scratch.put("assets/app-1a2b.js", "run()");
        scratch.put("assets/app-1a2b.js.gz", "GZ");
        scratch.put("archive.gz", "itself");
        fs::create_symlink("/etc/hostname", scratch.path / "leak.txt");
    }
    [[nodiscard]] net::StaticFiles load() const {
        return net::StaticFiles::load(scratch.path).value();
    }
    Scratch scratch;
};

std::string header(const net::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return "";
}

net::Request asking(std::string path, net::Request::Pairs headers = {}) {
    net::Request request;
    request.path = std::move(path);
    request.headers = std::move(headers);
    return request;
}

}  // namespace

TEST_CASE("[NET-S2] files are served from the table, pages by their short names") {
    const net::StaticFiles files = Site{}.load();
    CHECK(*files.answer(asking("/"))->body == "<p>start");
    CHECK(*files.answer(asking("/join"))->body == "<p>join");
    CHECK(*files.answer(asking("/join.html"))->body == "<p>join");
    CHECK(*files.answer(asking("/archive.gz"))->body == "itself");
    CHECK(header(*files.answer(asking("/join")), "Content-Type") == "text/html; charset=utf-8");
    for (const auto* path : {"/join.html.br", "/leak.txt", "/../etc/hostname", "/assets",
                             "/assets/", "/index", "", "//", "/JOIN"})
        CHECK_FALSE(files.answer(asking(path)));
    auto post = asking("/join");
    post.method = net::Method::post;
    CHECK(files.answer(post)->status == 405);
}

TEST_CASE("[NET-S3] the best coding that client and table share") {
    const net::StaticFiles files = Site{}.load();
    const auto body = [&](std::string path, std::string accept) {
        return *files.answer(asking(std::move(path), {{"Accept-Encoding", std::move(accept)}}))
                    ->body;
    };
    CHECK(body("/join", "gzip, br") == "BR");
    CHECK(body("/join", "gzip, br;q=0.5") == "GZ");
    CHECK(body("/join", "gzip, br;q=0") == "GZ");
    CHECK(body("/join", "identity") == "<p>join");
    CHECK(body("/assets/app-1a2b.js", "br") == "run()");
    CHECK(body("/assets/app-1a2b.js", "gzip;q=0.1, br") == "GZ");
    const auto br = files.answer(asking("/join", {{"Accept-Encoding", "br"}}));
    CHECK(header(*br, "Content-Encoding") == "br");
    CHECK(header(*br, "Vary") == "Accept-Encoding");
}

TEST_CASE("[NET-S4] pages are revalidated, hashed assets kept") {
    const net::StaticFiles files = Site{}.load();
    const auto page = files.answer(asking("/join", {{"Accept-Encoding", "br"}}));
    CHECK(header(*page, "Cache-Control") == "no-cache");
    CHECK(header(*files.answer(asking("/assets/app-1a2b.js")), "Cache-Control") ==
          "public, max-age=31536000, immutable");
    const std::string etag = header(*page, "ETag");
    const auto again =
        files.answer(asking("/join", {{"Accept-Encoding", "br"}, {"If-None-Match", etag}}));
    CHECK(again->status == 304);
    CHECK_FALSE(again->body);
    CHECK(header(*again, "ETag") == etag);
    CHECK(header(*again, "Vary") == "Accept-Encoding");
    CHECK(files.answer(asking("/join", {{"If-None-Match", etag}}))->status == 200);
}

TEST_CASE("[NET-S5] a directory that is not there is a reason, not a crash") {
    CHECK(net::StaticFiles::load("/nowhere/at/all").error().starts_with("/nowhere/at/all: "));
}
