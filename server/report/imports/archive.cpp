#include "report/imports/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/imports/limits.hpp"

namespace atelier::report::imports {

struct Archive::Handle {
    zip_t* zip = nullptr;
    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (zip) zip_discard(zip);
    }
};

namespace {

struct Entry {
    zip_file_t* file = nullptr;
    explicit Entry(zip_file_t* opened) : file(opened) {}
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    ~Entry() {
        if (file) zip_fclose(file);
    }
};

/// Folders, and what macOS and Windows put beside people's files.
bool left_behind(std::string_view name) {
    const auto slash = name.rfind('/');
    const auto last = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/") ||
           last == "Thumbs.db" || last == "desktop.ini";
}

/// The name for a message: one line, readable.
std::string shown(std::string_view name) {
    constexpr std::size_t bytes_max = 80;
    if (!base::valid_utf8(name) || base::has_forbidden_controls(name) || name.size() > bytes_max ||
        name.find('\n') != std::string_view::npos)
        return "an entry";
    return std::string(name);
}

}  // namespace

bool is_archive(std::string_view bytes) noexcept {
    using namespace std::string_view_literals;
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

Archive::Archive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Archive::Archive(Archive&& other) noexcept = default;
Archive::~Archive() = default;

Read<Archive> Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return damaged("zip");
    auto handle = std::make_unique<Handle>();
    handle->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!handle->zip) {
        zip_source_free(source);
        return damaged("zip");
    }
    const zip_int64_t count = zip_get_num_entries(handle->zip, 0);
    if (count < 0) return damaged("zip");
    if (static_cast<std::size_t>(count) > limits::entries_max) return too_large("entries");
    Archive out(std::move(handle));
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name =
            zip_get_name(out.handle_->zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (!name) return damaged("zip");
        if (!left_behind(name)) out.names_.emplace_back(name);
    }
    return out;
}

bool Archive::has(std::string_view name) const noexcept {
    return std::ranges::find(names_, name) != names_.end();
}

Read<std::string> Archive::read(const std::string& name) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(handle_->zip, name.c_str(), ZIP_FL_ENC_GUESS, &stat) != 0)
        return damaged(shown(name));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return Refused{"import_encrypted", shown(name)};
    if ((stat.valid & ZIP_STAT_COMP_METHOD) && stat.comp_method != ZIP_CM_STORE &&
        stat.comp_method != ZIP_CM_DEFLATE)
        return damaged(shown(name));
    const Entry entry(zip_fopen(handle_->zip, name.c_str(), ZIP_FL_ENC_GUESS));
    if (!entry.file) return damaged(shown(name));
    const std::size_t packed =
        (stat.valid & ZIP_STAT_COMP_SIZE) ? static_cast<std::size_t>(stat.comp_size) : 0;
    std::string out;
    std::array<char, 64 * 1024> piece;
    for (;;) {
        const zip_int64_t got = zip_fread(entry.file, piece.data(), piece.size());
        if (got < 0) return damaged(shown(name));  // cut, or its check sum is another
        if (got == 0) return out;
        out.append(piece.data(), static_cast<std::size_t>(got));
        unpacked_ += static_cast<std::size_t>(got);
        const bool swells =
            out.size() > limits::ratio_free_bytes && out.size() / limits::ratio_max > packed;
        if (unpacked_ > limits::unpacked_bytes_max || swells) return too_large(shown(name));
    }
}

}  // namespace atelier::report::imports
