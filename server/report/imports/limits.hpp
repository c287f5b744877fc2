#pragma once

#include <cstddef>

/// What an import takes at most. A file's own claims about its size are never believed.
namespace atelier::report::imports::limits {

inline constexpr std::size_t file_bytes_max = 16 * 1024 * 1024;
inline constexpr std::size_t files_max = 2;  // Polis: comments and votes

// Archives
inline constexpr std::size_t entries_max = 2'000;
inline constexpr std::size_t unpacked_bytes_max = 96 * 1024 * 1024;  // of all that is read of one
inline constexpr std::size_t ratio_max = 200;                 // unpacked to packed, of one entry
inline constexpr std::size_t ratio_free_bytes = 1024 * 1024;  // below, any ratio will do

// Tables
inline constexpr std::size_t rows_max = 1'000'000;
inline constexpr std::size_t columns_max = 2'000;
inline constexpr std::size_t cells_max = 8'000'000;
inline constexpr std::size_t table_bytes_max = 96 * 1024 * 1024;  // a shared text counts each time
inline constexpr std::size_t xml_depth_max = 64;

// Our own JSON
inline constexpr std::size_t json_depth_max = 16;

// What a preview shows
inline constexpr std::size_t warned_rows_max = 20;
inline constexpr std::size_t sample_rows_max = 5;

}  // namespace atelier::report::imports::limits
