#include "broadside/load/syntax/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

std::string line_at(SourcePlace place) {
    std::vector<Diagnostic> found = {error("x", "wrong").at({"by default"}).at(place)};
    locate(found);
    return to_string(found.front());
}

TEST(Locate, FindsLineColumnAndPointer) {
    const SourceFile file{"a.json", "{\n  \"a\": [1,\n    {\"b/c\": true}]\n}"};
    EXPECT_EQ(line_at({&file, 25}), "a.json:3:13: error: /a/1/b~1c: wrong");
}

TEST(Locate, CountsFromTheEndOfAByteOrderMark) {
    const SourceFile file{"a.json", "\xEF\xBB\xBF[1]"};
    EXPECT_EQ(line_at({&file, 1}), "a.json:1:2: error: /0: wrong");
}

TEST(Locate, LeavesAloneWhatHasNoPlace) { EXPECT_EQ(line_at({}), "by default: error: wrong"); }

TEST(Locate, LeavesAPointerThatIsThere) {
    const SourceFile file{"a.json", "{}"};
    std::vector<Diagnostic> found = {error("x", "wrong").at({"", "/fonts"}).at({&file, 0})};
    locate(found);
    EXPECT_EQ(to_string(found.front()), "a.json:1:1: error: /fonts: wrong");
}

TEST(FilePlaces, AreInTheOrderOfThePlaces) {
    const SourceFile one{"1", "[0, 1]"}, two{"2", "\n[0]"};
    std::vector<std::string> found;
    for (const FilePlace& place : file_places({{&one, 4}, {}, {&two, 2}, {&one, 1}, {&one, 4}}))
        found.push_back(place.file + place.pointer);
    EXPECT_THAT(found, testing::ElementsAre("1/1", "", "2/0", "1/0", "1/1"));
}

/// Of what begins with the first `mark`.
std::string pointer_in(const std::string& json, std::string_view mark) {
    const SourceFile file{"f", json};
    return pointer_of({&file, static_cast<std::uint32_t>(json.find(mark))});
}

TEST(Pointers, NameKeysAndCountItems) {
    const std::string json = "// c\n{\"a\": [1, {\"b\": \"x\"} /* , */, null], \"z\": {}}";
    EXPECT_EQ(pointer_in(json, "{\"a"), "");
    EXPECT_EQ(pointer_in(json, "1"), "/a/0");
    EXPECT_EQ(pointer_in(json, "\"x"), "/a/1/b");
    EXPECT_EQ(pointer_in(json, "null"), "/a/2");
    EXPECT_EQ(pointer_in(json, "{}"), "/z");
}

TEST(Pointers, AreTheSameOfAKeyAndItsValue) {
    EXPECT_EQ(pointer_in("{\"a\": 1, \"b\": 2}", "\"b"), "/b");
    EXPECT_EQ(pointer_in("{\"a\": 1, \"b\": 2}", "2"), "/b");
}

TEST(Pointers, EscapeTildeAndSlash) {
    EXPECT_EQ(pointer_in(R"({"b/c~d \u0041\"": 1})", "\"b"), "/b~1c~0d A\"");
    EXPECT_EQ(pointer_in(R"({"": 1})", "1"), "/");
}

TEST(Pointers, NeedNoJsonPastTheLastPlace) { EXPECT_EQ(pointer_in("[[0, 1 ] ! }}", "1"), "/0/1"); }

TEST(Pointers, AreEmptyWhereNothingBegins) {
    const SourceFile file{"f", "[10, 20]"};
    EXPECT_EQ(pointer_of({&file, 2}), "");
    EXPECT_EQ(pointer_of({&file, 6}), "");
}

TEST(FilePlaces, CountLinesAndBytesFromOneAndStopAtTheEnd) {
    const SourceFile file{"f", "ab\ncd\n"};
    std::vector<TextPosition> positions;
    for (const std::uint32_t offset : {0u, 2u, 4u, 99u})
        positions.push_back(file_places({{&file, offset}}).front().position);
    EXPECT_THAT(positions, testing::ElementsAre(TextPosition{1, 1}, TextPosition{1, 3},
                                                TextPosition{2, 2}, TextPosition{3, 1}));
}

}  // namespace
}  // namespace broadside::load
