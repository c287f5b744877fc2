#include <rapidcheck/catch.h>

#include <set>

#include "base/base64.hpp"
#include "base/secret.hpp"

using namespace atelier::base;

namespace {

constexpr std::string_view base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

}  // namespace

TEST_CASE("[S1] a secret is 27 letters fit for an address: 160 bits, more than the 128 needed") {
    std::set<std::string> seen;
    std::set<char> letters;
    for (int i = 0; i < 2'000; ++i) {
        const std::string secret = fresh_secret();
        REQUIRE(secret.size() == 27);
        REQUIRE(secret.find_first_not_of(base64url) == secret.npos);
        REQUIRE(seen.insert(secret).second);
        letters.insert(secret.begin(), secret.end());
    }
    CHECK(letters.size() == 64);
}

TEST_CASE("[S2] a join code is two groups of four letters without look-alikes") {
    std::set<std::string> seen;
    std::set<char> letters;
    for (int i = 0; i < 2'000; ++i) {
        const std::string code = fresh_join_code();
        REQUIRE(code.size() == 9);
        REQUIRE(code[4] == '-');
        REQUIRE(normalise_join_code(code) == code);
        seen.insert(code);
        letters.insert(code.begin(), code.end());
    }
    CHECK(seen.size() == 2'000);
    CHECK(letters.size() == code_letters.size() + 1);
}

TEST_CASE("[S3] a join code is understood however it is typed") {
    CHECK(normalise_join_code("ABCD-EFGH") == "ABCD-EFGH");
    CHECK(normalise_join_code("abcdefgh") == "ABCD-EFGH");
    CHECK(normalise_join_code("  abcd efgh\n") == "ABCD-EFGH");
    CHECK(normalise_join_code("a-b-c-d-e-f-g-h") == "ABCD-EFGH");
    CHECK(normalise_join_code("AB CD\tEF\r\nGH") == "ABCD-EFGH");
    CHECK(normalise_join_code("2345-6789") == "2345-6789");
}

TEST_CASE(
    "[S3] a join code pasted from a slide or a letter keeps its typographer's dash or space") {
    CHECK(normalise_join_code("ABCD\u2011EFGH") == "ABCD-EFGH");  // non-breaking hyphen
    CHECK(normalise_join_code("ABCD\u2013EFGH") == "ABCD-EFGH");  // en dash
    CHECK(normalise_join_code("ABCD \u2014 EFGH") == "ABCD-EFGH");
    CHECK(normalise_join_code("ABCD\u00A0EFGH") == "ABCD-EFGH");
    CHECK(normalise_join_code("\u202FABCD\u2212EFGH\u200B") == "ABCD-EFGH");
}

TEST_CASE("[S3] what cannot be a join code is none") {
    CHECK(normalise_join_code("").empty());
    CHECK(normalise_join_code(" - ").empty());
    CHECK(normalise_join_code("ABCD-EFG").empty());
    CHECK(normalise_join_code("ABCD-EFGHJ").empty());
    CHECK(normalise_join_code("ABCD-EFG0").empty());  // no zero, no one, no I, L or O
    CHECK(normalise_join_code("ABCD-EFGO").empty());
    CHECK(normalise_join_code("ABCD-EFGI").empty());
    CHECK(normalise_join_code("ABCD-EFG1").empty());
    CHECK(normalise_join_code("ABCD-EFGL").empty());
    CHECK(normalise_join_code("ABCD-ÉFGH").empty());
    CHECK(normalise_join_code("ABCD_EFGH").empty());
    CHECK(normalise_join_code("ABCDEFGH\xFF").empty());
    CHECK(normalise_join_code("\xE2\x80").empty());
    CHECK(normalise_join_code(std::string_view("ABCDEFG\0H", 9)).empty());
}

TEST_CASE("[S3] the one form of a join code is its own form") {
    rc::prop("whatever is typed", [](const std::string& typed) {
        const std::string code = normalise_join_code(typed);
        RC_ASSERT(code.empty() || (code.size() == 9 && normalise_join_code(code) == code));
    });
}

TEST_CASE("[S4] SHA-256 gives the published digests") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK(hex(std::array<std::uint8_t, 3>{0x00, 0x0F, 0xA0}) == "000fa0");
}

TEST_CASE("[S5] bytes are written in base64 as it is published") {
    CHECK(base64(std::string_view()).empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("\xFB\xEF\xFF") == "++//");
    CHECK(base64(sha256("")) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}
