#include "report/draft_json.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/text.hpp"
#include "domain/limits.hpp"
#include "wire/fields.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;
using wire::Fields;

enum class Lines { one, several };

/// Rule DR2.
bool fits(std::string_view text, std::size_t graphemes_max, Lines lines) {
    const bool broken = lines == Lines::one && text.find_first_of("\n\t") != std::string_view::npos;
    return !broken && base::valid_utf8(text) && !base::has_forbidden_controls(text) &&
           text.size() <= draft_limits::text_bytes_max &&
           base::grapheme_count(text) <= graphemes_max;
}

/// Rule DR3. A member's name may hold a dot, so only the path before it is certain to be read back.
void only(const Fields& in, std::initializer_list<std::string_view> known) {
    if (!in.json().is_object()) return;
    for (const auto& [key, value] : in.json().items())
        if (std::ranges::find(known, std::string_view(key)) == known.end()) in.wrong(key);
}

std::string text(const Fields& in, std::string_view key,
                 std::size_t graphemes_max = draft_limits::text_graphemes_max,
                 Lines lines = Lines::several) {
    std::string out = in.maybe_text(key).value_or("");
    if (!fits(out, graphemes_max, lines)) in.wrong(key);
    return base::blank(out) ? std::string{} : out;
}

std::string line(const Fields& in, std::string_view key) {
    return text(in, key, draft_limits::name_graphemes_max, Lines::one);
}

std::vector<std::string> names(const Fields& in, std::string_view key) {
    std::vector<std::string> out = in.texts(key);
    const auto named = [](const std::string& name) {
        return fits(name, draft_limits::name_graphemes_max, Lines::one);
    };
    if (out.size() > draft_limits::names_max || !std::ranges::all_of(out, named)) in.wrong(key);
    std::erase_if(out, [](const std::string& name) { return base::blank(name); });
    return out;
}

/// Rule DR4.
std::string address(const Fields& in) {
    std::string url = in.text("url");
    const bool known = url.starts_with("https://") || url.starts_with("http://");
    const auto odd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; };
    if (!known || url.size() > draft_limits::url_bytes_max || !base::valid_utf8(url) ||
        base::has_forbidden_controls(url) || std::ranges::any_of(url, odd))
        in.wrong("url");
    return url;
}

Link link(const Fields& in) {
    only(in, {"title", "url"});
    return {line(in, "title"), address(in)};
}

std::optional<InSeries> series(const Fields& in) {
    if (in.json().is_null()) return std::nullopt;
    only(in, {"title", "number"});
    InSeries out{line(in, "title"), in.maybe_integer<int>("number").value_or(1)};
    if (out.title.empty()) in.wrong("title");
    if (out.number < 1 || out.number > draft_limits::series_number_max) in.wrong("number");
    return out;
}

template <std::size_t N, class Put>
void named_texts(const Fields& in, const std::array<std::string_view, N>& known, Put put) {
    if (!in.json().is_object()) return;
    for (const auto& [key, value] : in.json().items()) {
        const auto found = std::ranges::find(known, std::string_view(key));
        if (found == known.end()) {
            in.wrong(key);
        } else if (std::string said = text(in, key); !said.empty()) {
            put(static_cast<std::size_t>(found - known.begin()), std::move(said));
        }
    }
}

bool id_ok(std::string_view id) {
    return !id.empty() && id.size() <= domain::limits::id_bytes_max && base::valid_utf8(id) &&
           !base::has_forbidden_controls(id);
}

/// Texts by the ids of what they are about; `put(id, text)`.
template <class Put>
void texts_by_id(const Fields& in, Put put) {
    if (!in.json().is_object()) return;
    for (const auto& [id, value] : in.json().items()) {
        if (!id_ok(id)) in.wrong(id);
        if (std::string said = text(in, id); !said.empty()) put(id, std::move(said));
    }
}

void read_levers(const Fields& in, Draft& out) {
    if (!in.json().is_object()) return;
    for (const auto& member : in.json().items()) {
        const domain::BoardId board{member.key()};
        if (!id_ok(board.text)) in.wrong(board.text);
        texts_by_id(in.object(board.text), [&](const std::string& lever, std::string said) {
            out.levers[{board, domain::LeverId{lever}}] = std::move(said);
        });
    }
}

Draft read(const Fields& in) {
    only(in, {"organisers", "partners", "introduction", "sections", "boards", "levers", "story",
              "call_to_action", "next_theme", "links", "open_licence", "series"});
    Draft out;
    out.organisers = names(in, "organisers");
    out.partners = names(in, "partners");
    out.introduction = text(in, "introduction");
    named_texts(in.maybe_object("sections"), section_names,
                [&](std::size_t place, std::string said) {
                    out.sections.insert_or_assign(static_cast<Section>(place), std::move(said));
                });
    texts_by_id(in.maybe_object("boards"), [&](const std::string& board, std::string said) {
        out.boards[domain::BoardId{board}] = std::move(said);
    });
    if (out.boards.size() > domain::limits::boards_per_workshop_max) in.wrong("boards");
    read_levers(in.maybe_object("levers"), out);
    if (out.levers.size() > draft_limits::lever_texts_max) in.wrong("levers");
    named_texts(in.maybe_object("story"), story_step_names,
                [&](std::size_t step, std::string said) { out.story[step] = std::move(said); });
    out.call_to_action = text(in, "call_to_action");
    out.next_theme = text(in, "next_theme");
    out.links = in.list("links", link);
    if (out.links.size() > draft_limits::links_max) in.wrong("links");
    out.open_licence = in.maybe_flag("open_licence").value_or(false);
    out.series = series(in.maybe_object("series"));
    return out;
}

void put(json& out, std::string_view key, const std::string& said) {
    if (!said.empty()) out[std::string(key)] = said;
}

void put(json& out, std::string_view key, json part) {
    if (!part.empty()) out[std::string(key)] = std::move(part);
}

json levers_json(const Draft& draft) {
    json out = json::object();
    for (const auto& [place, said] : draft.levers) out[place.first.text][place.second.text] = said;
    return out;
}

json links_json(const Draft& draft) {
    json out = json::array();
    for (const Link& one : draft.links) {
        out.push_back({{"url", one.url}});
        put(out.back(), "title", one.title);
    }
    return out;
}

}  // namespace

json draft_json(const Draft& draft) {
    json out = json::object(), sections = json::object(), boards = json::object(),
         story = json::object();
    put(out, "organisers", json(draft.organisers));
    put(out, "partners", json(draft.partners));
    put(out, "introduction", draft.introduction);
    for (const auto& [section, said] : draft.sections)
        put(sections, section_names[static_cast<std::size_t>(section)], said);
    for (const auto& [board, said] : draft.boards) put(boards, board.text, said);
    for (std::size_t step = 0; step < draft.story.size(); ++step)
        put(story, story_step_names[step], draft.story[step]);
    put(out, "sections", std::move(sections));
    put(out, "boards", std::move(boards));
    put(out, "levers", levers_json(draft));
    put(out, "story", std::move(story));
    put(out, "call_to_action", draft.call_to_action);
    put(out, "next_theme", draft.next_theme);
    put(out, "links", links_json(draft));
    if (draft.open_licence) out["open_licence"] = true;
    if (draft.series)
        out["series"] = {{"title", draft.series->title}, {"number", draft.series->number}};
    return out;
}

domain::Decided<Draft> draft_from_json(const json& json) {
    std::string mistake;
    if (!json.is_object())
        return domain::Refusal{domain::Code::bad_arguments, {{"field", std::string("draft")}}};
    Draft draft = read(Fields(json, mistake));
    if (!mistake.empty())
        return domain::Refusal{domain::Code::bad_arguments, {{"field", std::move(mistake)}}};
    return draft;
}

}  // namespace atelier::report
