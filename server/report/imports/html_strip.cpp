#include "report/imports/html_strip.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include "report/imports/decoded_text.hpp"

namespace atelier::report::imports {
namespace {

constexpr std::array<std::string_view, 36> elements{
    "p",      "br",  "div", "span",  "a",   "b",   "i",    "u",          "em",
    "strong", "ul",  "ol",  "li",    "h1",  "h2",  "h3",   "h4",         "h5",
    "h6",     "hr",  "s",   "del",   "ins", "img", "font", "blockquote", "pre",
    "code",   "sub", "sup", "table", "tr",  "td",  "th",   "script",     "style"};
constexpr std::array<std::string_view, 14> breaking{
    "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "hr", "pre", "blockquote"};
constexpr std::array<std::string_view, 5> silent{"script", "style", "head", "template", "title"};

struct Entity {
    std::string_view name;
    char32_t stands_for;
};
constexpr std::array<Entity, 55> entities{{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
    {"nbsp", 0xA0},    {"agrave", 0xE0},  {"aacute", 0xE1},  {"acirc", 0xE2},    {"atilde", 0xE3},
    {"auml", 0xE4},    {"aelig", 0xE6},   {"ccedil", 0xE7},  {"egrave", 0xE8},   {"eacute", 0xE9},
    {"ecirc", 0xEA},   {"euml", 0xEB},    {"igrave", 0xEC},  {"iacute", 0xED},   {"icirc", 0xEE},
    {"iuml", 0xEF},    {"ntilde", 0xF1},  {"ograve", 0xF2},  {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"otilde", 0xF5},  {"ouml", 0xF6},    {"ugrave", 0xF9},  {"uacute", 0xFA},   {"ucirc", 0xFB},
    {"uuml", 0xFC},    {"szlig", 0xDF},   {"Agrave", 0xC0},  {"Aacute", 0xC1},   {"Acirc", 0xC2},
    {"Auml", 0xC4},    {"Ccedil", 0xC7},  {"Egrave", 0xC8},  {"Eacute", 0xC9},   {"Ecirc", 0xCA},
    {"Icirc", 0xCE},   {"Ntilde", 0xD1},  {"Ocirc", 0xD4},   {"Ouml", 0xD6},     {"Uuml", 0xDC},
    {"oelig", 0x153},  {"OElig", 0x152},  {"euro", 0x20AC},  {"hellip", 0x2026}, {"rsquo", 0x2019},
    {"lsquo", 0x2018}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"laquo", 0xAB},    {"raquo", 0xBB},
}};
constexpr std::array<Entity, 6> signs{{{"ndash", 0x2013},
                                       {"mdash", 0x2014},
                                       {"bull", 0x2022},
                                       {"middot", 0xB7},
                                       {"deg", 0xB0},
                                       {"times", 0xD7}}};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return out;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
    std::string name;
    bool closes = false;
    std::size_t end = 0;  ///< behind its '>'
};

/// The tag that begins at '<', if it is one. A quoted attribute may hold '>'.
std::optional<Tag> tag_at(std::string_view html, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    if (i < html.size() && html[i] == '/') {
        tag.closes = true;
        ++i;
    }
    const std::size_t name = i;
    while (i < html.size() && (letter(html[i]) || (html[i] >= '0' && html[i] <= '9'))) ++i;
    if (i == name || !letter(html[name])) return std::nullopt;
    tag.name = lower(html.substr(name, i - name));
    for (char quote = 0; i < html.size(); ++i) {
        const char c = html[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            tag.end = i + 1;
            return tag;
        } else if (c == '<') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// The character that an entity at '&' stands for, and where it ends.
std::optional<std::pair<char32_t, std::size_t>> entity_at(std::string_view html, std::size_t at) {
    const std::size_t end = html.substr(0, at + 12).find(';', at);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view name = html.substr(at + 1, end - at - 1);
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hex = name.starts_with('x') || name.starts_with('X');
        if (hex) name.remove_prefix(1);
        std::uint32_t value = 0;
        const auto read =
            std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
        if (name.empty() || read.ec != std::errc{} || read.ptr != name.data() + name.size())
            return std::nullopt;
        return std::pair{value == 0 ? char32_t{0xFFFD} : static_cast<char32_t>(value), end + 1};
    }
    for (const auto& known : entities)
        if (known.name == name) return std::pair{known.stands_for, end + 1};
    for (const auto& known : signs)
        if (known.name == name) return std::pair{known.stands_for, end + 1};
    return std::nullopt;
}

template <class Names>
bool one_of(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

class Stripper {
  public:
    explicit Stripper(std::string_view html) : html_(html) {}

    std::string run() {
        while (at_ < html_.size()) step();
        return tidy();
    }

  private:
    void step() {
        const char c = html_[at_];
        if (c == '<' && html_.substr(at_).starts_with("<!--")) return skip_to("-->");
        if (c == '<')
            if (const auto tag = tag_at(html_, at_)) return on(*tag);
        if (c == '&')
            if (const auto entity = entity_at(html_, at_)) {
                append_utf8(out_, entity->first);
                at_ = entity->second;
                return;
            }
        // White space in HTML is a space, but what a <pre> or a plain cell had as lines stays.
        out_.push_back(c == '\r' ? '\n' : c);
        ++at_;
    }
    void on(const Tag& tag) {
        at_ = tag.end;
        if (tag.name == "br") return out_.push_back('\n');
        if (one_of(silent, tag.name) && !tag.closes) return skip_to("</" + tag.name);
        if (one_of(breaking, tag.name)) break_line();
        if (tag.name == "li" && !tag.closes) {
            break_line();
            out_ += "- ";
        }
        if ((tag.name == "td" || tag.name == "th") && tag.closes) out_.push_back(' ');
    }
    void break_line() {
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        if (!out_.empty() && out_.back() != '\n') out_.push_back('\n');
    }
    /// Behind the next `end`, whatever its case; its tag, too. All of the rest if there is none.
    void skip_to(const std::string& end) {
        if (lowered_.empty()) lowered_ = lower(html_);
        at_ = std::min(lowered_.find(end, at_), html_.size());
        if (at_ == html_.size()) return;
        at_ = end == "-->" ? at_ + 3 : std::min(html_.find('>', at_), html_.size() - 1) + 1;
    }
    [[nodiscard]] std::string tidy() const {
        std::string out;
        for (const char c : out_) {
            const bool third = c == '\n' && out.ends_with("\n\n");
            if (c == '\n')
                while (out.ends_with(' ')) out.pop_back();
            if (!third) out.push_back(c);
        }
        return out;
    }

    std::string_view html_;
    std::string lowered_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

bool looks_like_html(std::string_view cell) {
    for (std::size_t at = cell.find('<'); at != std::string_view::npos; at = cell.find('<', at + 1))
        if (const auto tag = tag_at(cell, at); tag && one_of(elements, tag->name)) return true;
    return false;
}

std::string strip_html(std::string_view html) { return Stripper(html).run(); }

}  // namespace atelier::report::imports
