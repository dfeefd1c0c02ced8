#include "broadside/i18n/delivery.hpp"

#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"

namespace broadside::i18n {
namespace {

using ::testing::SizeIs;

constexpr char kPo[] =
    "msgid \"\"\nmsgstr \"\"\n\"Language: de_AT\\n\"\n\"X-Broadside-Dataset: lunch\\n\"\n\n"
    "#, fuzzy\nmsgctxt \"title\"\nmsgid \"Where\"\nmsgstr \"Wo\\r\\n\"\n\n"
    "msgctxt \"subtitle\"\nmsgid \"Near\"\nmsgstr \"\"\n";

TEST(ReadDelivery, ReadsPo) {
    const auto delivery = read_delivery({"a.txt", kPo});
    ASSERT_TRUE(delivery);
    EXPECT_EQ(delivery->language, "de-AT");
    EXPECT_EQ(delivery->dataset, "lunch");
    ASSERT_THAT(delivery->texts, SizeIs(1));
    EXPECT_EQ(delivery->texts[0].key, "title");
    EXPECT_EQ(delivery->texts[0].text, "Wo\n");
    EXPECT_EQ(delivery->texts[0].translated_from, text_hash("Where"));
    EXPECT_TRUE(delivery->texts[0].is_fuzzy);
    EXPECT_EQ(delivery->texts[0].place.position.line, 9u);
}

TEST(ReadDelivery, KnowsTheLanguageThatItWasExtractedFor) {
    const auto delivery =
        read_delivery({"a.po", "msgid \"\"\nmsgstr \"X-Broadside-Language: sv\\n\"\n"});
    ASSERT_TRUE(delivery);
    EXPECT_EQ(delivery->extracted_for, "sv");
    EXPECT_EQ(delivery->language, "sv");
}

TEST(ReadDelivery, ReadsALocale) {
    const auto delivery =
        read_delivery({"a.txt", R"({"format": 1, "language": "hi", "translates": "lunch",
          "digits": "deva", "title": "X", "translated_from": {"title": "0a"}})"});
    ASSERT_TRUE(delivery);
    EXPECT_EQ(delivery->digits, "deva");
    EXPECT_EQ(delivery->extracted_for, "hi");
    ASSERT_THAT(delivery->texts, SizeIs(1));
    EXPECT_EQ(delivery->texts[0].translated_from, "0a");
    EXPECT_EQ(delivery->texts[0].place.position.line, 2u);
}

TEST(ReadDelivery, ReportsWhatIsWrongInEither) {
    EXPECT_FALSE(read_delivery({"a.po", "msgid"}));
    EXPECT_FALSE(read_delivery({"a.json", "{"}));
}

TEST(IsPo, IsWhatBeginsLikeIt) {
    EXPECT_TRUE(is_po("\xEF\xBB\xBF\n# words"));
    EXPECT_FALSE(is_po(" {"));
    EXPECT_FALSE(is_po("// words\n{}"));
}

}  // namespace
}  // namespace broadside::i18n
