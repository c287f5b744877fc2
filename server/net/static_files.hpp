#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "net/request.hpp"
#include "net/response.hpp"

namespace atelier::net {

/// The pages and their assets, read into memory once. Requests look names up in a table and never
/// touch the file system. After `load` it never changes: any thread may ask.
///
/// `app.js` is served at `/app.js`, as `app.js.br` or `app.js.gz` where those stand beside it and
/// the client takes them; `join.html` also at `/join`, `index.html` also at `/`. What is under
/// `/assets/` carries its hash in its name and is kept for a year; all else is asked for again,
/// which costs a 304. Security headers are for the level above to add.
class StaticFiles {
  public:
    /// Every regular file under `directory`, or why it cannot be.
    static base::Result<StaticFiles, std::string> load(const std::filesystem::path& directory);

    /// The answer to GET and HEAD (others: 405); nothing if there is no such file.
    [[nodiscard]] std::optional<Response> answer(const Request& request) const;

    [[nodiscard]] std::size_t size() const noexcept { return files_.size(); }

  private:
    using Bytes = std::shared_ptr<const std::string>;
    struct File {
        Bytes identity;
        Bytes br;    // null: there is none
        Bytes gzip;  // null: there is none
        std::string_view content_type;
        std::string tag;  // of the identity; each coding makes its own ETag of it
        bool immutable = false;
    };
    struct Choice {
        Bytes bytes;
        std::string_view coding;  // empty: identity
    };
    static Choice choose(const File& file, const Request& request);
    void add(const std::string& path, File file);

    std::map<std::string, std::shared_ptr<const File>, std::less<>> files_;
};

}  // namespace atelier::net
