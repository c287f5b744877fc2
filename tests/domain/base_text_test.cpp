#include <rapidcheck/catch.h>

#include <algorithm>

#include "base/text.hpp"

using namespace atelier::base;
using namespace std::string_literals;

TEST_CASE("[T1] UTF-8 is told from what only looks like it") {
    CHECK(valid_utf8(""));
    CHECK(valid_utf8("Été 🌱 \u202F ; 漢字"));
    CHECK(valid_utf8("\0"s));
    CHECK(valid_utf8("\xF4\x8F\xBF\xBF"));        // U+10FFFF
    CHECK_FALSE(valid_utf8("\x80"));              // a continuation with nothing before it
    CHECK_FALSE(valid_utf8("caf\xE9"));           // Latin-1
    CHECK_FALSE(valid_utf8("\xE2\x82"));          // cut short
    CHECK_FALSE(valid_utf8("\xC0\x80"));          // overlong
    CHECK_FALSE(valid_utf8("\xE0\x80\xAF"));      // overlong
    CHECK_FALSE(valid_utf8("\xED\xB0\x80"));      // a surrogate
    CHECK_FALSE(valid_utf8("\xF4\x90\x80\x80"));  // beyond the last character
    CHECK_FALSE(valid_utf8("\xFE\xFF"));
}

TEST_CASE("[T2] characters are counted as people count them") {
    CHECK(grapheme_count("") == 0);
    CHECK(grapheme_count("Été") == 3);
    CHECK(grapheme_count("E\u0301te\u0301") == 3);
    CHECK(grapheme_count("👨‍👩‍👧‍👦") == 1);
    CHECK(grapheme_count("👨‍👩‍👧‍👦👨‍👩‍👧‍👦") == 2);
    CHECK(grapheme_count("🇫🇷") == 1);
    CHECK(grapheme_count("🇫🇷🇧🇪🇨🇭") == 3);
    CHECK(grapheme_count("👍🏽") == 1);
    CHECK(grapheme_count("1️⃣") == 1);
    CHECK(grapheme_count("🏴󠁧󠁢󠁷󠁬󠁳󠁿") == 1);
    CHECK(grapheme_count("한국") == 2);
    CHECK(grapheme_count("\u1112\u1161\u11AB") == 1);
    CHECK(grapheme_count("नी") == 1);
    CHECK(grapheme_count("a\nb") == 3);
    CHECK(grapheme_count("زرع") == 3);
}

TEST_CASE("[T3] control characters and what reverses a text are found; what writing needs is not") {
    for (int c = 0; c < 0x20; ++c)
        CHECK(has_forbidden_controls(std::string(1, static_cast<char>(c))) ==
              (c != '\n' && c != '\t'));
    CHECK(has_forbidden_controls("\x7F"));
    CHECK(has_forbidden_controls("a\u0085b"));
    for (const auto* bidi :
         {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
        CHECK(has_forbidden_controls(bidi));
    CHECK_FALSE(has_forbidden_controls(""));
    CHECK_FALSE(has_forbidden_controls("ligne\n\tautre 👨‍👩‍👧 1️⃣"));
    CHECK_FALSE(has_forbidden_controls("\u200E\u200F\u061C"));  // marks of direction
    CHECK_FALSE(has_forbidden_controls("می‌خواهم"));   // a zero-width non-joiner
    CHECK_FALSE(has_forbidden_controls("\u202F\u00A0«»"));
}

TEST_CASE("[T4] a text is blank when there is nothing in it to read") {
    for (const auto* nothing :
         {"",           " ",      "\n\t ",     "\u00A0",       "\u202F", "\u3000",
          "\u2028",     "\u200B", "\u200D",    "\uFEFF",       "\u2060", "\u00AD",
          "\u0301",     "\uFE0F", "\u3164",    "\u115F\u1160", "\uFFA0", "\u2800",
          "\U000E0020", "\u180E", "\U000E0FFF"})
        CHECK(blank(nothing));
    for (const auto* something :
         {"a", " . ", "0", "\u200Ba", "🌱", "🏳️", "漢", "ع", "-", "\u2801"})
        CHECK_FALSE(blank(something));
}

TEST_CASE("[T5] a slug is small letters, digits and single dashes") {
    CHECK(slug("Résilience : 5 leviers !") == "resilience-5-leviers");
    CHECK(slug("L’été à Sète") == "l-ete-a-sete");
    CHECK(slug("E\u0301cole") == "ecole");
    CHECK(slug("Cœur de ville, œuvre & æther") == "coeur-de-ville-oeuvre-aether");
    CHECK(slug("ŒUVRE") == "oeuvre");
    CHECK(slug("Straße") == "strasse");
    CHECK(slug("Łódź, Tromsø") == "lodz-tromso");
    CHECK(slug("a\u00A0b\u202Fc\td\ne") == "a-b-c-d-e");
    CHECK(slug("1re séance – « bilan »…") == "1re-seance-bilan");
    CHECK(slug("citoyen·nes") == "citoyennes");
    CHECK(slug("../../etc/passwd") == "etc-passwd");
    CHECK(slug("ﬁnal ½") == "final-1-2");
    CHECK(slug("") == "");
    CHECK(slug("!!! 漢字 🌱") == "");
}

TEST_CASE("[T5] a slug is cut to its length and does not end with a dash") {
    CHECK(slug(std::string(100, 'a')) == std::string(60, 'a'));
    CHECK(slug("abc def", 4) == "abc");
    CHECK(slug("abc def", 5) == "abc-d");
    CHECK(slug("œœœ", 3).size() <= 3);
}

TEST_CASE("[T6] any bytes can be measured") {
    rc::prop("bounds", [](const std::string& bytes) {
        RC_ASSERT(grapheme_count(bytes) <= bytes.size());
        RC_ASSERT(!bytes.empty() || blank(bytes));
        const std::string name = slug(bytes);
        RC_ASSERT(name.size() <= 60U);
        RC_ASSERT(std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }));
        RC_ASSERT(slug(name) == name);
        (void)has_forbidden_controls(bytes);
    });
}
