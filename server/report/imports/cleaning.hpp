#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "report/imports/plan.hpp"

namespace atelier::report::imports {

/// White space around it left out.
[[nodiscard]] std::string trimmed(std::string_view text);
/// The characters that no text of ours may have left out.
[[nodiscard]] std::string without_controls(std::string_view text);

/// Takes ideas one after the other into a plan and says what does not fit (rule IM7): what is empty,
/// too long, there already or one too many is left out; control characters are taken out.
class Intake {
  public:
    explicit Intake(ImportPlan& plan) : plan_(plan) {}
    /// False if it was left out.
    bool take(PlannedIdea idea);
    /// The name of a lever as it can be one, its warnings given; empty: none.
    [[nodiscard]] std::string lever_named(std::string_view section, std::size_t row);
    /// Without this, a text that is there already is left out.
    bool keeps_duplicates = false;

  private:
    ImportPlan& plan_;
    std::unordered_map<std::string, std::size_t> seen_;  ///< row by lever and text
};

}  // namespace atelier::report::imports
