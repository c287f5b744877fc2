// The story, what to do now, and how all of it was computed.
#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {

Part story(const Writing& in) {
    Part out{"story", std::string(in.a.story.title), {}};
    for (std::size_t i = 0; i < in.s.story.size(); ++i) {
        const std::string& written = in.s.draft.story[i];
        const std::string& computed = in.s.story[i];
        if (written.empty() && computed.empty()) continue;
        out.blocks.emplace_back(Heading{3, std::string(in.a.story.steps[i])});
        if (written.empty()) {
            out.blocks.emplace_back(Paragraph{computed});
            continue;
        }
        out.blocks.emplace_back(Said{written});
        if (!computed.empty())
            out.blocks.emplace_back(
                Paragraph{with(in.a.story.computed, {computed}), Paragraph::Tone::note});
    }
    return out;
}

Part action(const Writing& in) {
    Part out{"action", std::string(in.a.end.action_title), {}};
    const auto add = [&](std::string_view written, std::string_view shown, std::string text) {
        if (shown.empty()) return;
        if (written.empty()) {
            out.blocks.emplace_back(Paragraph{std::move(text)});
        } else {
            out.blocks.emplace_back(Said{std::move(text)});
        }
    };
    add(in.s.draft.call_to_action, in.s.action_shown(), std::string(in.s.action_shown()));
    add(in.s.draft.next_theme, in.s.next_shown(), with(in.a.end.next, {in.s.next_shown()}));
    if (!in.s.draft.links.empty()) out.blocks.emplace_back(Links{in.s.draft.links});
    if (in.s.draft.open_licence) out.blocks.emplace_back(Paragraph{std::string(in.a.end.licence)});
    return out;
}

Part method(const Writing& in) {
    Part out = begin(in, Section::method, in.w.method.title);
    Items notes;
    for (std::string& note : method_notes(in.w, in.s)) notes.texts.push_back(std::move(note));
    out.blocks.emplace_back(std::move(notes));
    out.blocks.emplace_back(Heading{3, std::string(in.a.end.check_title)});
    out.blocks.emplace_back(Paragraph{std::string(in.a.end.check)});
    out.blocks.emplace_back(Code{"atelier verify"});
    out.blocks.emplace_back(Paragraph{std::string(in.a.end.check_file)});
    out.blocks.emplace_back(Code{"atelier verify " + std::string(in.w.file_suffix) + ".json"});
    return out;
}

}  // namespace atelier::report::parts
