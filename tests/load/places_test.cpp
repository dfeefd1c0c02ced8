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

}  // namespace
}  // namespace broadside::load
