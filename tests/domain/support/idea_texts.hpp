#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "insight/words.hpp"

/// The sample ideas, and as many texts of their words as are wanted.
namespace atelier::tests {

struct Sample {
    std::string id, text, root;
};

inline std::vector<Sample> samples() {
    std::ifstream file(ATELIER_SOURCE_DIR "/tests/scenarios/data/ideas.fr.jsonl");
    std::vector<Sample> out;
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line);
        const auto& of = json.at("near_duplicate_of");
        out.push_back({json.at("id"), json.at("text"), of.is_null() ? json.at("id") : of});
    }
    return out;
}

/// The same ones every time.
inline std::vector<std::string> many_texts(std::size_t count) {
    std::vector<std::string> pool;
    for (const auto& idea : samples())
        for (auto& word : insight::words(idea.text, insight::Language::french))
            pool.push_back(word.surface);
    std::mt19937 chance(7);
    std::vector<std::string> out(count);
    for (auto& text : out)
        for (auto left = 8 + chance() % 17; left > 0; --left)
            text += pool[chance() % pool.size()] + " ";
    return out;
}

}  // namespace atelier::tests
