#include <rapidcheck/catch.h>

#include <set>
#include <unordered_set>

#include "base/ids.hpp"

using atelier::base::RandomIds;
using atelier::base::Uuid;

TEST_CASE("[N1] a command's id is 36 letters: lowercase hexadecimal, dashes in their places") {
    const std::string text = "0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3d9";
    const auto id = Uuid::parse(text);
    REQUIRE(id);
    CHECK(id->text() == text);
    CHECK(id->bytes.front() == 0x0B);
    CHECK(id->bytes.back() == 0xD9);
    CHECK(Uuid{}.text() == "00000000-0000-0000-0000-000000000000");
}

TEST_CASE("[N1] nothing else is one") {
    const auto is_one = [](std::string_view text) { return Uuid::parse(text).has_value(); };
    CHECK_FALSE(is_one(""));
    CHECK_FALSE(is_one("0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3d"));
    CHECK_FALSE(is_one("0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3d90"));
    CHECK_FALSE(is_one("0B54AD0E-6C1F-4D0A-9B2E-00FF10A7C3D9"));
    CHECK_FALSE(is_one("0b54ad0e6-c1f-4d0a-9b2e-00ff10a7c3d9"));
    CHECK_FALSE(is_one("0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3dg"));
    CHECK_FALSE(is_one("0b54ad0e 6c1f 4d0a 9b2e 00ff10a7c3d9"));
    CHECK_FALSE(is_one("{0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3d9}"));
    CHECK_FALSE(is_one(std::string(36, '-')));
    CHECK_FALSE(is_one(std::string_view("0b54ad0e-6c1f-4d0a-9b2e-00ff10a7c3d\0", 36)));
}

TEST_CASE("[N1] every id is read again from its text") {
    rc::prop("round trip", [](const std::array<std::uint8_t, 16>& bytes) {
        const Uuid id{bytes};
        RC_ASSERT(Uuid::parse(id.text()) == id);
    });
}

TEST_CASE("[N2] fresh names are 15 letters without look-alikes, and never the same twice") {
    RandomIds names;
    std::set<std::string> seen;
    for (int i = 0; i < 5'000; ++i) {
        const std::string name = names.fresh();
        REQUIRE(name.size() == 15);
        REQUIRE(name.find_first_not_of("abcdefghijkmnopqrstuvwxyz23456789") == name.npos);
        REQUIRE(seen.insert(name).second);
    }
}

TEST_CASE("[N3] names of different kinds do not mix, and those of one kind compare as texts") {
    using Idea = atelier::base::Id<struct IdeaTag>;
    using Phase = atelier::base::Id<struct PhaseTag>;
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Idea, Phase>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, Idea>);
    CHECK(Idea{"a"} == Idea{"a"});
    CHECK(Idea{"a"} < Idea{"b"});
    CHECK(Idea{}.empty());
    const std::unordered_set<Idea> some{{"a"}, {"b"}, {"a"}};
    CHECK(some.size() == 2);
}
