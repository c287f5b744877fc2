#include "app/rehearsal/ledger.hpp"

#include <algorithm>

namespace atelier::app::rehearsal {
namespace {

/// Bots that lag further behind than this many frames have them read again for themselves.
constexpr std::size_t frames_max = 64;

std::string move_name(const std::string& idea, const std::string& lever) {
    return idea + ' ' + lever;
}

}  // namespace

void Ledger::moved(const std::string& idea, const std::string& lever, std::size_t who,
                   Clock::time_point now) {
    moves_[move_name(idea, lever)] = {who, now};
}

std::shared_ptr<const Told> Ledger::known(std::string_view text) {
    const auto found = std::ranges::find(frames_, text, &Frame::text);
    return found == frames_.end() ? nullptr : found->told;
}

void Ledger::show(const wire::IdeaView& idea) {
    if (idea.status != domain::IdeaStatus::published) return;
    if (shown_.try_emplace(idea.id, true).second) scene_.ideas.push_back({idea.id});
}

void Ledger::note(const wire::EventView& event, Told& told, bool news) {
    if (const auto* shown = std::get_if<wire::IdeaShown>(&event)) {
        if (const auto number = number_in(shown->idea.text); number && *number < posts_.size())
            told.posts.push_back(*number);
        if (news) show(shown->idea);
    } else if (const auto* placed = std::get_if<wire::Placed>(&event)) {
        const auto name = move_name(placed->placement.idea, placed->placement.lever.value_or(""));
        if (const auto move = moves_.find(name); move != moves_.end())
            told.moves.push_back(move->second);
    } else if (const auto* cards = std::get_if<wire::OwnCards>(&event)) {
        for (const std::string& card : cards->ideas) told.cards.push_back({card});
    } else if (const auto* changed = std::get_if<wire::PhaseChanged>(&event); changed && news) {
        const bool open = changed->phase.status == domain::PhaseStatus::open;
        if (open) scene_.open = changed->phase;
        if (!open && scene_.open && scene_.open->id == changed->phase.id) scene_.open.reset();
    }
}

std::shared_ptr<const Told> Ledger::tell(std::string text, const wire::Delta& delta) {
    auto told = std::make_shared<Told>();
    told->seq = delta.seq;
    told->own = delta.own;
    told->changes = !delta.events.empty();
    const bool news = !delta.own && delta.seq > scene_.seq;
    for (const wire::EventView& event : delta.events) note(event, *told, news);
    if (delta.own) return told;
    scene_.seq = std::max(scene_.seq, delta.seq);
    frames_.push_front({std::move(text), told});
    if (frames_.size() > frames_max) frames_.pop_back();
    return told;
}

std::vector<std::size_t> Ledger::tell(const wire::Welcome& welcome) {
    std::vector<std::size_t> numbers;
    for (const wire::IdeaView& idea : welcome.state.ideas)
        if (const auto number = number_in(idea.text); number && *number < posts_.size())
            numbers.push_back(*number);
    if (scene_.seq != 0 && welcome.seq <= scene_.seq) return numbers;
    scene_.seq = welcome.seq;
    scene_.language = welcome.state.workshop.language;
    scene_.boards = welcome.state.boards;
    scene_.open.reset();
    for (const domain::Phase& phase : welcome.state.phases)
        if (phase.status == domain::PhaseStatus::open) scene_.open = phase;
    for (const wire::IdeaView& idea : welcome.state.ideas) show(idea);
    return numbers;
}

}  // namespace atelier::app::rehearsal
