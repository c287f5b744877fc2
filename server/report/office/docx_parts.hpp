#pragma once

#include <string>
#include <string_view>

/// The parts of an Office Open XML text around what is written in it. Pure.
namespace atelier::report::office::docx {

[[nodiscard]] std::string_view content_types() noexcept;
[[nodiscard]] std::string_view package_relations() noexcept;
[[nodiscard]] std::string core(std::string_view title, std::string_view language);
[[nodiscard]] std::string document(std::string_view body);
[[nodiscard]] std::string styles(std::string_view language);
/// List 1 has bullets; 2, 3… are numbered, each from 1 on.
[[nodiscard]] std::string numbering(std::size_t ordered_lists);
[[nodiscard]] std::string settings(std::string_view language);
[[nodiscard]] std::string_view footer() noexcept;
[[nodiscard]] std::string relation(std::string_view id, std::string_view type,
                                   std::string_view target, bool outside);
/// With those that every text has.
[[nodiscard]] std::string relations(std::string_view more);

struct Picture {
    std::size_t number = 0;
    std::string_view title, description;
    std::string_view raster, vector;  ///< ids of relations
    long width = 0, height = 0;       ///< in EMU
};
[[nodiscard]] std::string picture(const Picture& picture);

}  // namespace atelier::report::office::docx
