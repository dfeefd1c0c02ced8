#include "broadside/load/syntax/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/places.hpp"
#include "load/load_support.hpp"

namespace broadside::load {
namespace {

TEST(Report, GivesTheValueWhenNothingIsWrong) {
    Report report(file_of("f", ""));
    EXPECT_EQ(*std::move(report).result(7), 7);
}

TEST(Report, SortsByPlaceInTheFile) {
    Report report(file_of("f", "[0,\n1]"));
    report.error(report.place_at(4), {"x", "second"});
    report.error(report.place_at(1), {"x", "first"});
    report.error_in_text(6, {"x", "third"});
    EXPECT_THAT(problems_of(std::move(report).result(0)),
                ::testing::ElementsAre("f:1:2: error: /0: first", "f:2:1: error: /1: second",
                                       "f:2:3: error: third"));
}

TEST(Report, TellsEqualProblemsOnceWithTheirCountAndTheFirstPlaces) {
    Report report(file_of("f", "[\n0,\n1,\n2,\n3,\n4,\n5,\n6,\n7]"));
    for (std::size_t i = 8; i-- > 0;) report.error(report.place_at(2 + 3 * i), {"x", "wrong"});
    report.error(report.place_at(5), {"x", "other"});
    const auto errors = std::move(report).errors();
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(to_string(errors[0]),
              "f:2:1: error: /0: wrong\n"
              "  hint: and 7 more like it: 3:1, 4:1, 5:1, 6:1, 7:1, …");
    EXPECT_EQ(to_string(errors[1]), "f:3:1: error: /1: other");
}

TEST(Report, TellsApartWhatHasOtherHints) {
    Report report(file_of("f", "ab"));
    report.error_in_text(0, {"x", "unknown", {"did you mean \"a\"?"}});
    report.error_in_text(1, {"x", "unknown", {"did you mean \"b\"?"}});
    EXPECT_THAT(problems_of(std::move(report).result(0)), ::testing::SizeIs(2));
}

TEST(Report, CountsProblemsPastTheLimit) {
    Report report(file_of("f", ""));
    for (int i = 0; i < 103; ++i) report.error_in_text(0, {"x", "wrong " + std::to_string(i)});
    const auto problems = problems_of(std::move(report).result(0));
    ASSERT_EQ(problems.size(), 101u);
    EXPECT_EQ(problems.back(), "f: note: 3 more problems are not shown");
}

std::vector<std::string> text_problems(std::string_view text) {
    Report report(file_of("f", text));
    check_readable(report);
    return problems_of(std::move(report).result(0));
}

TEST(CheckReadable, AcceptsUtf8) {
    EXPECT_THAT(text_problems("caf\xC3\xA9\t\n"), ::testing::IsEmpty());
}

TEST(CheckReadable, NamesTheWrongByte) {
    EXPECT_THAT(text_problems("a\n\"caf\xE9\""),
                ::testing::ElementsAre("f:2:5: error: expected UTF-8, got the byte 0xE9"));
}

TEST(CheckReadable, RefusesNullBytes) {
    EXPECT_THAT(text_problems({"{}\0", 3}),
                ::testing::ElementsAre("f:1:3: error: expected text, got a null byte"));
}

std::string description_of(std::string_view json) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    return tree ? described({&tree->root, &report.file()}) : "unreadable";
}

TEST(Described, QuotesScalarsAndNamesContainers) {
    EXPECT_EQ(description_of("\"a\\nb\""), "\"a b\"");
    EXPECT_EQ(description_of("1.50"), "1.50");
    EXPECT_EQ(description_of("false"), "false");
    EXPECT_EQ(description_of("null"), "null");
    EXPECT_EQ(description_of("[]"), "an array");
    EXPECT_EQ(description_of("{}"), "an object");
}

TEST(MembersOf, RefusesOtherTypes) {
    Report report(file_of("f", "[1,2]"));
    const auto tree = parse_json(report);
    EXPECT_TRUE(members_of({&tree->root, &report.file()}, report).empty());
    EXPECT_THAT(problems_of(std::move(report).result(0)),
                ::testing::ElementsAre("f:1:1: error: expected an object, got an array"));
}

constexpr std::string_view kWords[] = {"title", "subtitle", "id"};

TEST(WordHints, NamesTheNearestWord) {
    EXPECT_THAT(word_hints("tilte", kWords, "known"),
                ::testing::ElementsAre("did you mean \"title\"?"));
}

TEST(WordHints, ListsTheWordsWhenNoneIsNear) {
    EXPECT_THAT(word_hints("colour", kWords, "known"),
                ::testing::ElementsAre("known: title, subtitle, id"));
}

TEST(WordHints, StaysSilentAboutVeryManyWords) {
    const std::vector<std::string_view> words(30, "something");
    EXPECT_THAT(word_hints("colour", words, "known"), ::testing::IsEmpty());
}

std::string line_at(SourcePlace place) {
    Diagnostics found = {error("x", "wrong").at({"by default"}).at(place)};
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
    Diagnostics found = {error("x", "wrong").at({"", "/fonts"}).at({&file, 0})};
    locate(found);
    EXPECT_EQ(to_string(found.front()), "a.json:1:1: error: /fonts: wrong");
}

TEST(FilePlaces, AreInTheOrderOfThePlaces) {
    const SourceFile one{"1", "[0, 1]"}, two{"2", "\n[0]"};
    std::vector<std::string> found;
    for (const FilePlace& place : file_places({{&one, 4}, {}, {&two, 2}, {&one, 1}, {&one, 4}}))
        found.push_back(place.file + place.pointer);
    EXPECT_THAT(found, ::testing::ElementsAre("1/1", "", "2/0", "1/0", "1/1"));
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
    EXPECT_THAT(positions, ::testing::ElementsAre(TextPosition{1, 1}, TextPosition{1, 3},
                                                  TextPosition{2, 2}, TextPosition{3, 1}));
}

}  // namespace
}  // namespace broadside::load
