#include "broadside/i18n/translator_notes.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;

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
    EXPECT_THAT(translator_notes(name, {}),
                ElementsAre("note cash", "may stay as it is: a name, an address or a number"));
}

TEST(TranslatorNotes, TellHowLongATextMayBeInEachLayout) {
    const std::vector<LayoutRooms> rooms = {{"flyer", {{"notes/cash/text", {60, 40, 46, 30}}}},
                                            {"web", {}}};
    Message cash = message("Cash only");
    EXPECT_THAT(translator_notes(cash, rooms),
                ElementsAre("note cash",
                            "at most about 46 characters as wide as the source's, "
                            "60.0 mm (flyer)"));
    cash.translation = "Nur bar";
    EXPECT_THAT(translator_notes(cash, rooms),
                ElementsAre("note cash", "at most about 46 characters, 60.0 mm (flyer)"));
}

}  // namespace
}  // namespace broadside::i18n
