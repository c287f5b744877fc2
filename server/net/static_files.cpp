#include "net/static_files.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "net/accept_encoding.hpp"

namespace atelier::net {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t file_bytes_max = 16 * 1024 * 1024;

using Contents = std::map<std::string, std::shared_ptr<const std::string>>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
    {".wasm", "application/wasm"},
}};

std::string_view content_type_of(std::string_view path) {
    for (const auto& [suffix, type] : content_types) {
        if (path.ends_with(suffix)) return type;
    }
    return "application/octet-stream";
}

// FNV-1a, 64 bits: to tell two builds of a page apart, not to resist anyone.
std::uint64_t fingerprint(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

base::Result<std::shared_ptr<const std::string>, std::string> read_file(const fs::path& path) {
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    if (failed) return path.string() + ": " + failed.message();
    if (size > file_bytes_max) return path.string() + ": too large to be served from memory";
    std::ifstream in{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (bytes.size() != size) return path.string() + ": cannot be read";
    return std::make_shared<const std::string>(std::move(bytes));
}

bool is_compressed_copy(const std::string& path, const Contents& all) {
    for (const std::string_view suffix : {".br", ".gz"}) {
        if (path.ends_with(suffix) && all.contains(path.substr(0, path.size() - suffix.size())))
            return true;
    }
    return false;
}

}  // namespace

base::Result<StaticFiles, std::string> StaticFiles::load(const fs::path& directory) {
    Contents contents;
    std::error_code failed;
    for (fs::recursive_directory_iterator it{directory, failed}, end; !failed && it != end;
         it.increment(failed)) {
        std::error_code unknown;
        if (it->is_symlink(unknown) || !it->is_regular_file(unknown)) continue;
        auto bytes = read_file(it->path());
        if (!bytes) return bytes.error();
        contents["/" + it->path().lexically_relative(directory).generic_string()] = bytes.value();
    }
    if (failed) return directory.string() + ": " + failed.message();

    StaticFiles files;
    const auto copy = [&](const std::string& path) {
        const auto found = contents.find(path);
        return found == contents.end() ? nullptr : found->second;
    };
    for (const auto& [path, bytes] : contents) {
        if (is_compressed_copy(path, contents)) continue;
        files.add(path,
                  {bytes, copy(path + ".br"), copy(path + ".gz"), content_type_of(path),
                   fmt::format("{:016x}", fingerprint(*bytes)), path.starts_with("/assets/")});
    }
    return files;
}

void StaticFiles::add(const std::string& path, File file) {
    const auto shared = std::make_shared<const File>(std::move(file));
    files_[path] = shared;
    constexpr std::string_view page = ".html";
    constexpr std::string_view index = "/index";
    if (!path.ends_with(page)) return;
    std::string name = path.substr(0, path.size() - page.size());
    if (name.ends_with(index)) name.resize(name.size() - index.size() + 1);
    files_[name] = shared;
}

StaticFiles::Choice StaticFiles::choose(const File& file, const Request& request) {
    const Encodings wanted = parse_accept_encoding(request.header("Accept-Encoding").value_or(""));
    if (file.br && wanted.br > 0 && (wanted.br >= wanted.gzip || !file.gzip))
        return {file.br, "br"};
    if (file.gzip && wanted.gzip > 0) return {file.gzip, "gzip"};
    return {file.identity, {}};
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
    const auto found = files_.find(request.path);
    if (found == files_.end()) return std::nullopt;
    const File& file = *found->second;
    if (request.method != Method::get && request.method != Method::head)
        return Response{405, {{"Allow", "GET, HEAD"}}, nullptr};

    const auto [bytes, coding] = choose(file, request);
    const std::string etag = coding.empty() ? fmt::format("\"{}\"", file.tag)
                                            : fmt::format("\"{}-{}\"", file.tag, coding);
    Response response;
    response.headers = {
        {"ETag", etag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (none_match_names(request.header("If-None-Match").value_or(""), etag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", file.content_type);
    if (!coding.empty()) response.headers.emplace_back("Content-Encoding", coding);
    response.body = bytes;
    return response;
}

}  // namespace atelier::net
