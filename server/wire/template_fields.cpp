#include "wire/template_fields.hpp"

#include "base/text.hpp"

namespace atelier::wire::template_fields {

std::string words(const Fields& in, std::string_view key, std::string_view language,
                  std::size_t graphemes_max, Lines lines) {
    const bool translated = in.raw(key).is_object();
    const std::string text = translated ? in.object(key).text(language) : in.text(key);
    const bool readable = base::valid_utf8(text) && !base::has_forbidden_controls(text) &&
                          !base::blank(text) && text.size() <= domain::limits::idea_bytes_max &&
                          base::grapheme_count(text) <= graphemes_max;
    const bool broken = lines == Lines::one && text.find_first_of("\n\t") != std::string::npos;
    if (!readable || broken) in.wrong(key);
    return text;
}

std::string maybe_words(const Fields& in, std::string_view key, std::string_view language,
                        std::size_t graphemes_max) {
    const auto* said = in.has(key) ? in.raw(key).get_ptr<const std::string*>() : nullptr;
    const bool nothing = !in.has(key) || (said && said->empty());
    return nothing ? std::string{} : words(in, key, language, graphemes_max, Lines::several);
}

std::vector<std::string> charter(const Fields& in, std::string_view language) {
    std::vector<std::string> out;
    const nlohmann::json& lines = in.raw("charter");
    if (lines.is_null()) return out;
    if (!lines.is_array() || lines.size() > domain::limits::charter_lines_max) {
        in.wrong("charter");
        return out;
    }
    for (const auto& line : lines) {
        // A line has no name of its own; it is read as the only member of an object.
        std::string mistake;
        const nlohmann::json holder{{"line", line}};
        out.push_back(words(Fields(holder, mistake), "line", language,
                            domain::limits::prompt_graphemes_max, Lines::several));
        if (!mistake.empty()) in.wrong("charter");
    }
    return out;
}

bool id_ok(std::string_view text) noexcept {
    return !text.empty() && text.size() <= domain::limits::id_bytes_max &&
           std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
           });
}

}  // namespace atelier::wire::template_fields
