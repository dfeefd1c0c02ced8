#include "broadside/resolve/markup.hpp"

#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::resolve {

void PrintTo(const MarkupRun& run, std::ostream* out) {
    *out << (run.strong ? "strong " : "") << (run.small ? "small " : "") << '"' << run.text << '"';
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

MarkupRun plain(std::string text) { return {std::move(text), false, false}; }
MarkupRun bold(std::string text) { return {std::move(text), true, false}; }
MarkupRun small(std::string text) { return {std::move(text), false, true}; }

TEST(ParseMarkup, LeavesPlainTextInOneRun) {
    EXPECT_THAT(parse_markup("two\nlines..."), ElementsAre(plain("two\nlines...")));
}

TEST(ParseMarkup, HasNoRunsForNoText) { EXPECT_THAT(parse_markup(""), IsEmpty()); }

TEST(ParseMarkup, ReadsStrongAndSmall) {
    EXPECT_THAT(parse_markup("**central** and _so on_"),
                ElementsAre(bold("central"), plain(" and "), small("so on")));
}

MarkupRun emphasised(std::string text) { return {std::move(text), false, false, {}, true}; }

TEST(ParseMarkup, ReadsEmphasisAtEdgesOfWords) {
    EXPECT_THAT(parse_markup("*E. coli* and **b *c***"),
                ElementsAre(emphasised("E. coli"), plain(" and "), bold("b "),
                            MarkupRun{"c", true, false, {}, true}));
    EXPECT_THAT(parse_markup("***a*** b"),
                ElementsAre(MarkupRun{"a", true, false, {}, true}, plain(" b")));
    for (const char* text :
         {"Price* and weight*", "2*3*4", "2 * 3 * 4", "* a *", "*", "a *b", "**"})
        EXPECT_THAT(parse_markup(text), ElementsAre(plain(text)));
}

MarkupRun link(std::string text, std::string url) {
    return {std::move(text), false, false, std::move(url)};
}

TEST(ParseMarkup, ReadsLinks) {
    EXPECT_THAT(parse_markup("see [the site](https://a.org/b_(c)) now"),
                ElementsAre(plain("see "), link("the site", "https://a.org/b_(c)"), plain(" now")));
    EXPECT_THAT(parse_markup("[a **b**](tel:1)"),
                ElementsAre(link("a ", "tel:1"), MarkupRun{"b", true, false, "tel:1"}));
    EXPECT_THAT(parse_markup("[x [a](tel:1)](tel:2)"),
                ElementsAre(link("x ", "tel:2"), link("a", "tel:1")));
    for (const char* text : {"[1]", "[a](b)", "[a](https://a b)", "[](tel:1)", "**[a** b](tel:1)",
                             "[a](tel:((1)))", "a](tel:1)", "[a](tel:1"})
        for (const MarkupRun& run : parse_markup(text)) EXPECT_EQ(run.url, "") << text;
    EXPECT_THAT(parse_markup("\\[a\\](tel:1)"), ElementsAre(plain("[a](tel:1)")));
}

TEST(ParseMarkup, Nests) {
    EXPECT_THAT(parse_markup("**a _b_**"), ElementsAre(bold("a "), MarkupRun{"b", true, true}));
}

TEST(ParseMarkup, KeepsStrongOpenAfterANestedStrong) {
    EXPECT_THAT(parse_markup("**a **b** c** d"), ElementsAre(bold("a b c"), plain(" d")));
}

TEST(ParseMarkup, LeavesUnderscoresInsideWords) {
    EXPECT_THAT(parse_markup("a_b_c and é_à_è"), ElementsAre(plain("a_b_c and é_à_è")));
}

TEST(ParseMarkup, ReadsSmallAgainstHanLetters) {
    EXPECT_THAT(parse_markup("系统_(如)_好"),
                ElementsAre(plain("系统"), small("(如)"), plain("好")));
}

TEST(ParseMarkup, LeavesMarkersWithoutPartner) {
    EXPECT_THAT(parse_markup("**a _b c"), ElementsAre(plain("**a _b c")));
    EXPECT_THAT(parse_markup("a** b_"), ElementsAre(plain("a** b_")));
}

TEST(ParseMarkup, LeavesMarkersBesideSpaces) {
    EXPECT_THAT(parse_markup("2 ** 3 ** 4"), ElementsAre(plain("2 ** 3 ** 4")));
}

TEST(ParseMarkup, LeavesMarkersAroundNothing) {
    EXPECT_THAT(parse_markup("**** __ ___"), ElementsAre(plain("**** __ ___")));
}

TEST(ParseMarkup, DropsAnOpenerThatCrosses) {
    EXPECT_THAT(parse_markup("**a _b** c_"), ElementsAre(bold("a _b"), plain(" c_")));
}

TEST(ParseMarkup, TakesEscapesLiterally) {
    EXPECT_THAT(parse_markup(R"(\**a\** \_b\_ \\ \n)"), ElementsAre(plain(R"(**a** _b_ \ \n)")));
}

TEST(LooseMarks, AreMarkersWithoutPartner) {
    EXPECT_THAT(loose_marks("**a** b** _c"), ElementsAre(LooseMark{"**", 7}, LooseMark{"_", 10}));
    EXPECT_THAT(loose_marks("** a **"), ElementsAre(LooseMark{"**", 0}, LooseMark{"**", 5}));
    EXPECT_THAT(loose_marks("**a** _b_ 2 ** 3 c_d __ _"), IsEmpty());
}

TEST(LooseMarks, AreBackslashesThatEscapeNothing) {
    EXPECT_THAT(loose_marks(R"(a\n \\ \* \)"),
                ElementsAre(LooseMark{"\\", 1}, LooseMark{"\\", 10}));
}

TEST(MarkupParts, AreParagraphsOfTextsThatBlocksPrint) {
    EXPECT_THAT(markup_parts("texts/intro", "a\n\n\n\nb\nc\n\n"), ElementsAre("a", "b\nc"));
    EXPECT_THAT(markup_parts("notes/texts/text", "a\n\nb"), ElementsAre("a\n\nb"));
}

TEST(WithoutMarkup, KeepsTheWords) { EXPECT_EQ(without_markup("**a** _b_"), "a b"); }

}  // namespace
}  // namespace broadside::resolve
