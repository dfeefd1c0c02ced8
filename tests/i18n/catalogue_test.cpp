#include "broadside/i18n/catalogue.hpp"

#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"
#include "broadside/load/syntax/places.hpp"
#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> offered(const Catalogue& catalogue, NameTexts names) {
    std::vector<std::string> keys;
    for (const Message& message : catalogue.messages) {
        if (is_offered(message, names)) keys.push_back(message.key);
    }
    return keys;
}

TEST(Catalogue, HasTheTextsInTheOrderOfTheFile) {
    EXPECT_THAT(offered(lunch_in_german(), NameTexts::LeftOut),
                ElementsAre("title", "values/choice/values/yes/label", "columns/place/title",
                            "columns/what/title", "columns/price/title", "cells/daily/text",
                            "notes/cash/text", "sections/near/title", "rows/olive/place/detail",
                            "rows/anchor/price/text", "links/map/label"));
}

TEST(Catalogue, OffersNamesWhereTheyAreAskedForOrTranslated) {
    EXPECT_THAT(offered(lunch_in_german(), NameTexts::Included), testing::SizeIs(16));
    const Catalogue catalogue = lunch_in_german(R"(, "rows": {"olive": {"place": "Ölbaum"}})");
    EXPECT_THAT(offered(catalogue, NameTexts::LeftOut),
                testing::Contains("rows/olive/place/names/0"));
}

TEST(Catalogue, TellsWhereASourceStands) {
    const Catalogue catalogue = lunch_in_german();
    const Message* message = catalogue.find("notes/cash/text");
    ASSERT_NE(message, nullptr);
    EXPECT_EQ(load::file_places({message->place}).front().position.line, 11u);
}

TEST(Catalogue, FindsATextByItsShortKeyToo) {
    const Catalogue catalogue = lunch_in_german(R"(, "rows": {"anchor": {"price": "billig"}})");
    ASSERT_NE(catalogue.find("rows/anchor/price"), nullptr);
    EXPECT_EQ(catalogue.find("rows/anchor/price/text")->translation, "billig");
    EXPECT_EQ(catalogue.find("rows/anchor/prize"), nullptr);
}

TEST(IsStale, IsWhatWasTranslatedFromAnotherSource) {
    const std::string hash = text_hash("Where to eat");
    const auto title = [](const std::string& from) {
        return lunch_in_german(R"(, "title": "Wo", "translated_from": {"title": ")" + from + "\"}")
            .messages.front();
    };
    EXPECT_FALSE(is_stale(title(hash)));
    EXPECT_TRUE(is_stale(title("00000000")));
    EXPECT_FALSE(is_stale(lunch_in_german(R"(, "title": "Wo")").messages.front()));
}

}  // namespace
}  // namespace broadside::i18n
