#include "broadside/load/syntax/yaml_tree.hpp"

#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> yaml_problems(std::string_view text) {
    Report report(file_of("f.yaml", text));
    parse_tree(report);
    return problems_of(std::move(report).result(0));
}

const JsonValue& yaml_root(std::string_view text) {
    static std::deque<JsonTree> trees;
    Report report(file_of("f.yaml", text));
    auto tree = parse_tree(report);
    EXPECT_EQ(report.count(), 0u) << text;
    return trees.emplace_back(tree ? *std::move(tree) : JsonTree()).root;
}

JsonType type_of(std::string_view scalar) { return yaml_root(scalar).type; }

TEST(ParseYaml, ReadsNumbersAndWordsOfJsonOnly) {
    using enum JsonType;
    for (const char* number : {"4", "-0", "1.10", "1E2"}) EXPECT_EQ(type_of(number), Number);
    for (const char* text : {"no", "Yes", "on", "True", "~", "Null", "2026-11-27", "1_000", "0x10",
                             "010", "+1", ".5", "1:30", ".inf", "4.0+", "\"4\"", "'true'"})
        EXPECT_EQ(type_of(text), String) << text;
    EXPECT_EQ(type_of("true"), Boolean);
    EXPECT_EQ(type_of("null"), Null);
    EXPECT_EQ(yaml_root("a:\n").members[0].value.type, Null);
    EXPECT_EQ(yaml_root("a: 11.50").members[0].value.text, "11.50");
}

TEST(ParseYaml, ReadsTextsOfSeveralLines) {
    const JsonValue& root = yaml_root(
        "kept: |\n  one\n  two\nfolded: >-\n  one\n  two\nplain: one\n  two\nquoted: "
        "\"one\\ntwo\"\n");
    EXPECT_EQ(root.find("kept")->value.text, "one\ntwo");
    EXPECT_EQ(root.find("folded")->value.text, "one two");
    EXPECT_EQ(root.find("plain")->value.text, "one two");
    EXPECT_EQ(root.find("quoted")->value.text, "one\ntwo");
}

TEST(ParseYaml, CountsPlacesInBytes) {
    const std::string text = "é: [ü, {\"ö\": x}]\n";
    const JsonValue& list = yaml_root(text).members[0].value;
    EXPECT_EQ(list.offset, text.find('['));
    EXPECT_EQ(list.members[0].value.offset, text.find("ü"));
    EXPECT_EQ(list.members[1].value.members[0].value.offset, text.find('x'));
}

TEST(ParseYaml, TellsWhatLiesInABlockFromTheBlock) {
    const std::string text = "# rows\nformat: 1\nrows:\n  - id: a\n    kind: b\n  - - c\n";
    const SourceFile file{"f.yaml", text};
    const JsonValue& rows = yaml_root(text).find("rows")->value;
    const auto pointer = [&file](std::uint32_t offset) { return pointer_of({&file, offset}); };
    EXPECT_EQ(pointer(rows.offset), "/rows");
    const JsonValue& row = rows.members[0].value;
    EXPECT_EQ(pointer(row.offset), "/rows/0");
    EXPECT_EQ(pointer(row.members[0].offset), "/rows/0/id");
    EXPECT_EQ(pointer(row.members[1].value.offset), "/rows/0/kind");
    EXPECT_EQ(pointer(rows.members[1].value.members[0].value.offset), "/rows/1/0");
}

TEST(ParseYaml, RefusesWhatJsonHasNotAllAtOnce) {
    EXPECT_THAT(yaml_problems("a: &x 1\nb: *x\nc: !!str 2\n"),
                ElementsAre("f.yaml:1:4: error: expected a value, got an anchor",
                            "f.yaml:2:4: error: expected a value, got an alias",
                            "f.yaml:3:4: error: expected a value, got a tag"));
    EXPECT_THAT(
        yaml_problems("a: 1\n---\nb: 2\n"),
        ElementsAre("f.yaml:2:1: error: expected one document in a file, got a second one"));
    EXPECT_THAT(yaml_problems("? [a]\n: 1\n"),
                ElementsAre("f.yaml:1:3: error: expected a key, got a mapping or a sequence"));
    EXPECT_THAT(yaml_problems("# nothing\n"),
                ElementsAre("f.yaml:2:1: error: expected a value, got the end of the file"));
}

TEST(ParseYaml, ReportsEachDuplicateKeyWithItsPointer) {
    EXPECT_THAT(yaml_problems("a:\n  - b: 1\n    b: 2\na: 3\n"),
                ElementsAre("f.yaml:3:5: error: /a/0/b: duplicate key \"b\"",
                            "f.yaml:4:1: error: /a: duplicate key \"a\""));
}

TEST(ParseYaml, SaysWhereAndWhyATextIsNone) {
    EXPECT_THAT(yaml_problems("a:\n\t- b\n"), ElementsAre(HasSubstr("f.yaml:2:1: error: ")));
    EXPECT_THAT(yaml_problems("a: \"b\nc: d\n"), ElementsAre(HasSubstr("quoted scalar")));
    EXPECT_THAT(
        yaml_problems("a: Bread: white\n"),
        ElementsAre(HasSubstr("f.yaml:1:9: error: expected YAML: mapping values are not allowed")));
    EXPECT_THAT(yaml_problems("a: é\x07\n"), ElementsAre(HasSubstr("f.yaml:1:6: ")));
}

TEST(ParseYaml, RefusesDeepNesting) {
    EXPECT_THAT(yaml_problems(std::string(64, '[') + std::string(64, ']')), IsEmpty());
    for (const char* open : {"[", "- ", "{a: ", "? "}) {
        std::string deep;
        for (int i = 0; i < 100'000; ++i) deep += open;
        EXPECT_THAT(yaml_problems(deep), ::testing::SizeIs(1)) << open;
    }
}

}  // namespace
}  // namespace broadside::load
