#include "report/zip.hpp"

#include <zip.h>

#include "base/check.hpp"

namespace atelier::report {
namespace {

// 1 January 1980 at midnight: the first moment that a zip file can tell.
constexpr std::uint16_t first_day = (1U << 5U) | 1U;

void add(zip_t* archive, const ZipEntry& entry) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    ATELIER_CHECK(source);
    const auto index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    ATELIER_CHECK(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, at, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6);
    zip_file_set_dostime(archive, at, 0, first_day, 0);
}

std::string take(zip_source_t* bytes) {
    zip_stat_t found;
    zip_stat_init(&found);
    ATELIER_CHECK(zip_source_stat(bytes, &found) == 0 && zip_source_open(bytes) == 0);
    std::string out(found.size, '\0');
    const auto read = zip_source_read(bytes, out.data(), out.size());
    zip_source_close(bytes);
    ATELIER_CHECK(read == static_cast<zip_int64_t>(out.size()));
    return out;
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries) {
    zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    ATELIER_CHECK(bytes);
    zip_source_keep(bytes);  // for reading what closing the archive has written
    zip_t* archive = zip_open_from_source(bytes, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    ATELIER_CHECK(archive);
    for (const ZipEntry& entry : entries) add(archive, entry);
    ATELIER_CHECK(zip_close(archive) == 0);
    std::string out = take(bytes);
    zip_source_free(bytes);
    return out;
}

}  // namespace atelier::report
