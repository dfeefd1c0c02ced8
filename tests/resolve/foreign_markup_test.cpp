#include "broadside/resolve/foreign_markup.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> kinds_in(std::string_view text) {
    std::vector<std::string> kinds;
    for (const ForeignMarkup& markup : foreign_markup(text)) kinds.emplace_back(markup.what);
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
        EXPECT_THAT(kinds_in(text), ::testing::AnyOf(IsEmpty(), ElementsAre("a list of Markdown")))
            << text;
    }
    EXPECT_THAT(kinds_in("- 5 °C"), IsEmpty());
}

TEST(ForeignMarkupIn, IsNamedOnceForEachKindAtItsFirstPlace) {
    EXPECT_THAT(kinds_in("a &amp; b &lt; <b>c</b><i>d</i>"),
                ElementsAre("a tag of HTML", "an entity of HTML"));
    EXPECT_EQ(foreign_markup("ab &amp; &lt;").at(0).offset, 3u);
}

}  // namespace
}  // namespace broadside::resolve
