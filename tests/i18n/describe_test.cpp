#include "broadside/i18n/describe.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;

std::string described(const std::string& key) { return Describer(lunch()).describe(key); }

TEST(Describer, NamesACellByItsRowAndColumn) {
    EXPECT_EQ(described("rows/anchor/price/text"), "cell of row \"Anchor\", column \"Price\"");
    EXPECT_EQ(described("rows/olive/place/detail"),
              "small print under the name of row \"Olive\", column \"Place\"");
    EXPECT_EQ(described("rows/anchor/place/names/1"), "name of row \"Anchor\", column \"Place\"");
}

TEST(Describer, NamesTheRowsOfASharedCell) {
    EXPECT_EQ(described("cells/daily/text"),
              "cell of rows \"Olive\", \"Anchor\", column \"What they cook\"");
    EXPECT_EQ(described("cells/unused/text"), "cell that no row uses");
}

TEST(Describer, NamesPartsOfThePage) {
    EXPECT_EQ(described("title"), "heading of the page");
    EXPECT_EQ(described("notes/cash/text"), "note cash");
    EXPECT_EQ(described("columns/price/title"), "title of column \"price\"");
    EXPECT_EQ(described("columns/price/empty"), "what empty cells say, column \"Price\"");
    EXPECT_EQ(described("links/map/url"), "address of link \"map\"");
    EXPECT_EQ(described("texts/intro"), "paragraph \"intro\"");
    EXPECT_EQ(described("description"), "description in the file's metadata, not printed");
}

TEST(Describer, TellsWordsThatAreHeardFromThosePrinted) {
    EXPECT_EQ(described("values/choice/values/yes/label"),
              "value \"yes\" of \"choice\", in the legend or in cells");
    EXPECT_EQ(described("values/choice/values/yes/alt"),
              "read aloud in place of the sign of value \"yes\" of \"choice\"");
}

Message message(const std::string& source, model::TextForm form = model::TextForm::Rich) {
    Message message;
    message.key = "notes/cash/text";
    message.source = source;
    message.context = "note cash";
    message.form = form;
    return message;
}

TEST(TranslatorNotes, SayWhatATextIs) {
    EXPECT_THAT(translator_notes(message("Cash only"), {}), ElementsAre("note cash"));
}

TEST(TranslatorNotes, AskToKeepMarksWhereThereAreAny) {
    EXPECT_THAT(
        translator_notes(message("**Cash** only"), {}),
        ElementsAre("note cash",
                    "**…** is printed bold, _…_ small: keep the marks around the same words"));
    EXPECT_THAT(translator_notes(message("**Cash** only", model::TextForm::Literal), {}),
                ElementsAre("note cash"));
}

TEST(TranslatorNotes, TellWhatCannotBeSeen) {
    EXPECT_THAT(translator_notes(message("Cash\u00a0: yes\nNo cards"), {}),
                ElementsAre("note cash", "\\n is a line break: keep their number",
                            "has a no-break space, which looks like a space"));
}

TEST(TranslatorNotes, TellWhatMayStayAsItIs) {
    Message name = message("Anchor");
    name.is_asked = false;
    EXPECT_THAT(
        translator_notes(name, {}),
        ElementsAre("note cash", "may stay as it is: a name, a unit, an address or a number"));
}

TEST(TranslatorNotes, TellHowLongATextMayBeInEachLayout) {
    const std::vector<LayoutLengths> lengths = {{"flyer", {{"notes/cash/text", {60, 40, 46, 30}}}},
                                                {"web", {}}};
    Message cash = message("Cash only");
    EXPECT_THAT(translator_notes(cash, lengths),
                ElementsAre("note cash",
                            "at most about 46 characters as wide as the source's, "
                            "60.0 mm (flyer)"));
    cash.translation = "Nur bar";
    EXPECT_THAT(translator_notes(cash, lengths),
                ElementsAre("note cash", "at most about 46 characters, 60.0 mm (flyer)"));
}

}  // namespace
}  // namespace broadside::i18n
