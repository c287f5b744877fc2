#pragma once

#include <string>
#include <vector>

#include "wire/choices.hpp"
#include "wire/enums.hpp"

/// A choice as the columns that the table of ballots has for it; used by comparison.cpp alone.
namespace atelier::journal::sqlite {

using Cells = std::vector<std::string>;

/// Adds the seven columns of a choice: dots, judgement, grade, impact, effort, consent, reason.
struct ChoiceCells {
    Cells& row;
    void operator()(const domain::Dots& c) const { add({cell(c.dots), "", "", "", "", "", ""}); }
    void operator()(const domain::Judgement& c) const {
        add({"", std::string(wire::text(c)), "", "", "", "", ""});
    }
    void operator()(const domain::Grade& c) const { add({"", "", cell(c.grade), "", "", "", ""}); }
    void operator()(const domain::Scores& c) const {
        add({"", "", "", cell(c.impact), cell(c.effort), "", ""});
    }
    void operator()(const domain::Answer& c) const {
        add({"", "", "", "", "", std::string(wire::text(c.consent)), c.reason});
    }

  private:
    static std::string cell(int number) { return std::to_string(number); }
    void add(const Cells& cells) const { row.insert(row.end(), cells.begin(), cells.end()); }
};

}  // namespace atelier::journal::sqlite
