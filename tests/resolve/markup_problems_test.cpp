#include "broadside/resolve/checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> said_of_note(const std::string& text) {
    model::Dataset dataset;
    dataset.notes = {{"cash", test::words(text, "/notes/0/text")}};
    Problems problems("data.json");
    check_markup(dataset, problems);
    return test::lines_of(problems.found());
}

TEST(CheckMarkup, WarnsOfAMarkerWithoutPartnerAndSaysHowToKeepIt) {
    EXPECT_THAT(said_of_note("Closed on **Mondays"),
                ElementsAre("data.json: warning: /notes/0/text: \"**Mondays\" is printed as it is "
                            "written: its ** has no partner\n"
                            "  hint: write \\\\*\\\\* for the sign itself"));
}

TEST(CheckMarkup, WarnsOfABackslashThatMeansNothing) {
    EXPECT_THAT(said_of_note("one\\ntwo"),
                ElementsAre("data.json: warning: /notes/0/text: \"\\ntwo\" is printed as it is "
                            "written: its backslash means nothing\n"
                            "  hint: write \\\\\\\\ for a backslash, and \\n for a line break"));
}

TEST(CheckMarkup, QuotesWholeCharacters) {
    EXPECT_THAT(said_of_note("_éééééééééééééé"),
                ElementsAre(testing::HasSubstr("\"_ééééééééééé…\" is printed")));
}

TEST(CheckMarkup, IsContentWithPairsEscapesAndSignsBetweenSpaces) {
    EXPECT_THAT(said_of_note("**a** _b_ \\*\\* \\_ 2 ** 3 a_b \\\\"), IsEmpty());
}

TEST(CheckMarkup, WarnsOfMarkupThatOtherProgramsHave) {
    EXPECT_THAT(
        said_of_note("a <b>b</b> <i>c</i>"),
        ElementsAre("data.json: warning: /notes/0/text: \"<b>b</b> <i>c</i>\" is printed as "
                    "it is written: a tag of HTML means nothing here\n"
                    "  hint: markup is **strong**, *emphasis* and _small_, a line break \\n"));
    model::Dataset dataset;
    dataset.title = test::words("R&amp;D", "/title");
    dataset.description = test::words("R&amp;D", "/description");
    Problems problems("data.json");
    check_markup(dataset, problems);
    EXPECT_THAT(test::lines_of(problems.found()), testing::SizeIs(1));
}

TEST(CheckMarkup, WarnsOfMarkupInATextThatHasNone) {
    model::Dataset dataset;
    dataset.title = test::words("The **best**", "/title");
    Problems problems("data.json");
    check_markup(dataset, problems);
    EXPECT_THAT(test::lines_of(problems.found()),
                ElementsAre("data.json: warning: /title: \"**best**\" is printed as it is written: "
                            "this text has no markup"));
}

TEST(CheckMarkup, LooksIntoTheParagraphsThatBlocksPrintOfADatasetsTexts) {
    model::Dataset dataset;
    dataset.texts = {{"intro", test::words("**First.\n\nSecond** ends.", "/texts/intro")}};
    Problems problems("data.json");
    check_markup(dataset, problems);
    EXPECT_THAT(test::lines_of(problems.found()),
                ElementsAre(testing::HasSubstr("/texts/intro: \"**First.\" is printed"),
                            testing::HasSubstr("/texts/intro: \"** ends.\" is printed")));
}

TEST(CheckMarkup, TakesOtherTextsWhole) {
    EXPECT_THAT(said_of_note("**First.\n\nSecond** ends."), IsEmpty());
}

TEST(CheckMarkup, LooksIntoTheParagraphsOfALayoutsOwnTexts) {
    model::Layout layout;
    model::RowBlock row;
    row.blocks = {{{}, model::TextBlock{test::words("**a\n\nb**", "/blocks/0/blocks/0/text")}}};
    layout.blocks = {{{}, row}};
    Problems problems("layout.json");
    check_markup(layout, problems);
    EXPECT_THAT(test::codes_of(problems.found()), ElementsAre("loose-markup", "loose-markup"));
}

std::vector<std::string> kinds_in(std::string_view text) {
    std::vector<std::string> kinds;
    for (const ForeignMarkup& markup : foreign_markup(text, Links::MeanNothing))
        kinds.emplace_back(markup.what);
    return kinds;
}

TEST(ForeignMarkupIn, IsTheMarkdownThatReadmesHave) {
    EXPECT_THAT(kinds_in("see [the site](https://a.org)"), ElementsAre("a link of Markdown"));
    EXPECT_THAT(kinds_in("# Title"), ElementsAre("a heading of Markdown"));
    EXPECT_THAT(kinds_in("One\n### Two"), ElementsAre("a heading of Markdown"));
    EXPECT_THAT(kinds_in("Both:\n- one\n- two"), ElementsAre("a list of Markdown"));
    EXPECT_THAT(kinds_in("run `make` first"), ElementsAre("code of Markdown"));
    for (const char* text : {"so __very__ old", "~~gone~~."})
        EXPECT_THAT(kinds_in(text), ElementsAre("emphasis of Markdown")) << text;
}

TEST(ForeignMarkupIn, IsTheHtmlThatPagesHave) {
    EXPECT_THAT(kinds_in("a <b>bold</b> word"), ElementsAre("a tag of HTML"));
    EXPECT_THAT(kinds_in("one<br>two"), ElementsAre("a tag of HTML"));
    EXPECT_THAT(kinds_in("one<BR/>two"), ElementsAre("a tag of HTML"));
    EXPECT_THAT(kinds_in("<a href=\"https://a.org\">a</a>"), ElementsAre("a tag of HTML"));
    EXPECT_THAT(kinds_in("R&amp;D"), ElementsAre("an entity of HTML"));
    EXPECT_THAT(kinds_in("10&nbsp;%"), ElementsAre("an entity of HTML"));
    EXPECT_THAT(kinds_in("&#8364; &#xA0;"), ElementsAre("an entity of HTML"));
}

TEST(ForeignMarkupIn, IsNoneInOrdinaryText) {
    for (const char* text : {"",
                             "-",
                             "- 5 °C",
                             "5 - 3",
                             "#1",
                             "C# and F#",
                             "AT&T; R&D",
                             "a < b > c",
                             "x <y> z",
                             "[1] (2)",
                             "a[0](b",
                             "`",
                             "rock `n roll",
                             "**strong** _small_ \\*",
                             "e-mail",
                             "<3",
                             "list[i] = f(x)",
                             "Tom & Jerry;",
                             "2 * 3 * 4",
                             "price*, tax*",
                             "a*b*c",
                             "\\*x\\*",
                             "* Saturdays"}) {
        EXPECT_THAT(kinds_in(text), IsEmpty()) << text;
    }
    for (const char* text : {"- 5 °C", "+ ibuprofen", "Both\n- one"})
        EXPECT_THAT(kinds_in(text), IsEmpty()) << text;
}

TEST(ForeignMarkupIn, IsNamedOnceForEachKindAtItsFirstPlace) {
    EXPECT_THAT(kinds_in("a &amp; b &lt; <b>c</b><i>d</i>"),
                ElementsAre("a tag of HTML", "an entity of HTML"));
    EXPECT_EQ(foreign_markup("ab &amp; &lt;", Links::MeanNothing).at(0).offset, 3u);
}

}  // namespace
}  // namespace broadside::resolve
