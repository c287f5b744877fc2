#pragma once

#include <span>
#include <string_view>

#include "domain/commands.hpp"
#include "wire/fields.hpp"

/// The arguments of the commands of boards, groups and moderation; see command_args.hpp.
namespace atelier::wire {

struct CommandReader {
    std::string_view name;
    domain::Command (*read)(const Fields&);
};
[[nodiscard]] std::span<const CommandReader> moderation_commands() noexcept;

[[nodiscard]] nlohmann::json encode_command(const domain::AddBoard& c);
[[nodiscard]] nlohmann::json encode_command(const domain::AddLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RenameLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::MergeLevers& c);
[[nodiscard]] nlohmann::json encode_command(const domain::SplitLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::MoveLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RemoveLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RestoreLever& c);
[[nodiscard]] nlohmann::json encode_command(const domain::SettlePlacement& c);
[[nodiscard]] nlohmann::json encode_command(const domain::ReleasePlacement& c);
[[nodiscard]] nlohmann::json encode_command(const domain::MergeIdeas& c);
[[nodiscard]] nlohmann::json encode_command(const domain::UnmergeIdea& c);
[[nodiscard]] nlohmann::json encode_command(const domain::DismissPair& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RewordIdea& c);
[[nodiscard]] nlohmann::json encode_command(const domain::AnswerIdea& c);
[[nodiscard]] nlohmann::json encode_command(const domain::MuteParticipant& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RemoveParticipant& c);
[[nodiscard]] nlohmann::json encode_command(const domain::RestoreParticipant& c);
[[nodiscard]] nlohmann::json encode_command(const domain::StopPosts& c);
[[nodiscard]] nlohmann::json encode_command(const domain::FreezeScreen& c);
[[nodiscard]] nlohmann::json encode_command(const domain::SetSpotlight& c);
[[nodiscard]] nlohmann::json encode_command(const domain::ClearSpotlight& c);
[[nodiscard]] nlohmann::json encode_command(const domain::PostComment& c);
[[nodiscard]] nlohmann::json encode_command(const domain::HideComment& c);
[[nodiscard]] nlohmann::json encode_command(const domain::WithdrawComment& c);
[[nodiscard]] nlohmann::json encode_command(const domain::TakeReview& c);
[[nodiscard]] nlohmann::json encode_command(const domain::ReleaseReview& c);

}  // namespace atelier::wire
