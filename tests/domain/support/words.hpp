#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::tests {

/// A line that says nothing we understand; what() says why.
struct ScriptError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One line of a script, read word by word. "Quoted text" is one word; in it \n \t \" \\ \xFF and
/// \u{1F600} stand for themselves, and `"é" x 500` is that text 500 times. # begins a comment.
class Words {
  public:
    explicit Words(std::string_view line);

    [[nodiscard]] bool done() const noexcept { return next_ == words_.size(); }
    [[nodiscard]] bool ahead(std::string_view word) const noexcept;
    /// Whether the word stands anywhere in what is left.
    [[nodiscard]] bool later(std::string_view word) const noexcept;
    /// Steps over the word if it is the next one.
    bool take(std::string_view word) noexcept;
    /// Takes the word; another one there is an error.
    void expect(std::string_view word);
    std::string word();
    std::string quoted();
    int number();
    /// All that is left, one space between words.
    std::string rest();
    void end() const;

  private:
    struct Word {
        std::string text;
        bool quoted = false;
    };
    void read_quoted(std::string_view line, std::size_t& at);
    void repeat();
    std::vector<Word> words_;
    std::size_t next_ = 0;
};

}  // namespace atelier::tests
