#pragma once

#include <zip.h>

#include <map>
#include <stdexcept>
#include <string>

namespace atelier::tests {

/// The files in a zip by their names, as a stranger's reader finds them. Throws if it is none.
[[nodiscard]] inline std::map<std::string, std::string> unzipped(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (!archive) throw std::runtime_error("not a zip");
    std::map<std::string, std::string> out;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t found;
        zip_stat_index(archive, index, 0, &found);
        std::string content(found.size, '\0');
        zip_file_t* file = zip_fopen_index(archive, index, 0);
        const auto read = zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        if (read != static_cast<zip_int64_t>(content.size())) throw std::runtime_error("cut short");
        out.emplace(found.name, std::move(content));
    }
    zip_close(archive);
    return out;
}

/// What is to be compared of a file: of a zip, its files one after the other.
[[nodiscard]] inline std::string content_of(const std::string& bytes) {
    if (!bytes.starts_with("PK")) return bytes;
    std::string out;
    for (const auto& [name, content] : unzipped(bytes))
        out += "==== " + name + "\n" + content + (content.ends_with('\n') ? "" : "\n");
    return out;
}

}  // namespace atelier::tests
