#include "broadside/load/read_value.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

/// What `read` says about a JSON value, with hints; empty when it is content.
template <typename Read>
std::string said_of(std::string_view json, Read read) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    if (tree) read(Node{&tree->root, &report.file()}, report);
    const Result<int> result = std::move(report).result(0);
    return result.ok() ? "" : to_string(result.diagnostics().front());
}

TEST(ReadText, RefusesControlCharactersButLineFeed) {
    EXPECT_EQ(said_of(R"("a\nb")", read_text), "");
    EXPECT_EQ(
        said_of(R"("a\tb")", read_text),
        "f:1:1: error: expected text, got the control character U+0009\n  hint: write a space");
    EXPECT_EQ(said_of(R"("\u0000")", read_text),
              "f:1:1: error: expected text, got the control character U+0000");
}

TEST(ReadText, AsksForQuotesAroundNumbers) {
    EXPECT_EQ(said_of("1.10", read_text),
              "f:1:1: error: expected a string, got 1.10\n  hint: write it in quotes: \"1.10\"");
}

TEST(ReadNonemptyText, RefusesBlankText) {
    EXPECT_EQ(said_of("\" \"", read_nonempty_text), "f:1:1: error: expected a text, got \" \"");
    EXPECT_NE(said_of("\"\u00A0\u200B\u00AD\"", read_nonempty_text), "");
}

TEST(ReadId, RefusesSpaces) {
    EXPECT_THAT(said_of("\"a b\"", read_id),
                testing::StartsWith("f:1:1: error: expected an id, got \"a b\""));
}

TEST(ReadLanguage, HintsAtUnderscores) {
    EXPECT_EQ(said_of("\"fr_FR\"", read_language),
              "f:1:1: error: expected a BCP 47 language tag, got \"fr_FR\"\n"
              "  hint: did you mean \"fr-FR\"?");
}

TEST(ReadReferences, RefusesRepetition) {
    EXPECT_EQ(said_of(R"(["A", "A"])", read_references),
              "f:1:7: error: /1: duplicate id \"A\"\n  hint: first used at /0");
}

TEST(ReadLength, AsksForAUnit) {
    EXPECT_EQ(said_of("12", read_space),
              "f:1:1: error: expected a length such as \"12mm\", got 12\n  hint: write the "
              "unit too: \"12mm\"");
}

TEST(ReadLength, KeepsToWhatCanBePrinted) {
    EXPECT_EQ(said_of("\"0mm\"", read_space), "");
    EXPECT_EQ(said_of("\"1e-300pt\"", read_space),
              "f:1:1: error: expected 0 or a length from 0.01pt to 1000pt, got \"1e-300pt\"");
    EXPECT_EQ(said_of("\"0mm\"", read_size),
              "f:1:1: error: expected a size from 1pt to 1000pt, got \"0mm\"");
    EXPECT_EQ(said_of("\"20000pt\"", read_page_length),
              "f:1:1: error: expected a side of a page from 28.35pt to 14400pt, got "
              "\"20000pt\"");
}

TEST(ReadColour, NamesTheNotation) {
    EXPECT_EQ(
        said_of("\"red\"", read_colour),
        "f:1:1: error: expected a colour, got \"red\"\n  hint: write \"#rrggbb\" or \"#rgb\"");
}

TEST(ReadTone, NamesTheNearestWord) {
    EXPECT_EQ(said_of("\"god\"", read_one_of<model::kTones>),
              "f:1:1: error: expected a known word, got \"god\"\n  hint: did you mean \"good\"?");
    EXPECT_THAT(said_of("7", read_one_of<model::kTones>),
                testing::HasSubstr("known words: good, fair, bad, neutral"));
}

TEST(ReadCount, KeepsToItsRange) {
    const auto read = [](const Node& node, Report& report) { read_count(node, report, {1, 6}); };
    EXPECT_EQ(said_of("6", read), "");
    for (const char* json : {"0", "7", "1.5", "-1", "\"2\"", "1e0"}) {
        EXPECT_THAT(said_of(json, read), testing::HasSubstr("a whole number from 1 to 6")) << json;
    }
}

TEST(ReadFormat, AcceptsOnlyOne) {
    EXPECT_EQ(said_of("1", read_format), "");
    EXPECT_EQ(said_of("2", read_format),
              "f:1:1: error: expected 1, got 2\n  hint: this version of broadside reads format 1");
}

TEST(ReadFlag, RefusesWords) {
    EXPECT_EQ(said_of("\"yes\"", read_flag), "f:1:1: error: expected true or false, got \"yes\"");
}

}  // namespace
}  // namespace broadside::load
