#include <gmock/gmock.h>

#include "broadside/i18n/exchange.hpp"

namespace broadside::i18n {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ExchangeFile file_in(const std::string& language) {
    ExchangeFile file;
    file.dataset = "lunch";
    file.source_language = "en";
    file.language = language;
    file.creation_time = 1700000000;
    return file;
}

std::string written(const ExchangeEntry& entry) {
    ExchangeFile file = file_in("de");
    file.entries = {entry};
    const std::string text = write_po(file);
    return text.substr(text.find("\n\n") + 2);
}

ExchangeEntry cash() {
    ExchangeEntry entry{"notes/cash/text", "Cash only"};
    entry.place = {"lunch.json", "", {11, 5}};
    return entry;
}

TEST(WritePo, BeginsWithTheHeader) {
    EXPECT_EQ(write_po(file_in("zh-Hant")),
              "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: lunch\\n\"\n"
              "\"Report-Msgid-Bugs-To: \\n\"\n\"POT-Creation-Date: 2023-11-14 22:13+0000\\n\"\n"
              "\"PO-Revision-Date: 2023-11-14 22:13+0000\\n\"\n\"Last-Translator: \\n\"\n"
              "\"Language-Team: \\n\"\n\"Language: zh_Hant\\n\"\n\"MIME-Version: 1.0\\n\"\n"
              "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
              "\"Content-Transfer-Encoding: 8bit\\n\"\n\"X-Generator: Broadside\\n\"\n"
              "\"X-Broadside-Dataset: lunch\\n\"\n\"X-Broadside-Language: zh-Hant\\n\"\n");
}

TEST(WritePo, MarksATemplateAsUnfinished) {
    const std::string text = write_po(file_in("en"));
    EXPECT_THAT(text, StartsWith("#, fuzzy\nmsgid"));
    EXPECT_THAT(text, HasSubstr("\"Language: \\n\"\n"));
    EXPECT_THAT(text, HasSubstr("\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"));
    EXPECT_THAT(text, Not(HasSubstr("X-Broadside-Language")));
}

TEST(WritePo, WritesAnEntryInTheOrderOfGettext) {
    ExchangeEntry entry = cash();
    entry.notes = {"note cash"};
    entry.is_fuzzy = true;
    entry.previous_source = "Cash";
    entry.translation = "Nur bar";
    EXPECT_EQ(written(entry),
              "#. note cash\n#: lunch.json:11\n#, fuzzy\n#| msgid \"Cash\"\n"
              "msgctxt \"notes/cash/text\"\nmsgid \"Cash only\"\nmsgstr \"Nur bar\"\n");
}

TEST(WritePo, BreaksALineAfterEachLineFeed) {
    ExchangeEntry entry = cash();
    entry.source = "Cash only\nNo cards";
    entry.translation = "\n";
    EXPECT_THAT(written(entry),
                HasSubstr("msgid \"\"\n\"Cash only\\n\"\n\"No cards\"\nmsgstr \"\\n\"\n"));
}

TEST(WritePo, EscapesQuotesAndBackslashes) {
    ExchangeEntry entry = cash();
    entry.source = R"("Cash" \* only)";
    EXPECT_THAT(written(entry), HasSubstr(R"(msgid "\"Cash\" \\* only")"));
}

TEST(WritePo, IsolatesAFileNameWithASpace) {
    ExchangeEntry entry = cash();
    entry.place.file = "our lunch.json";
    EXPECT_THAT(written(entry), StartsWith("#: \u2068our lunch.json\u2069:11\n"));
}

TEST(IsPoDate, IsOfFourDigitYears) {
    EXPECT_TRUE(is_po_date(0));
    EXPECT_FALSE(is_po_date(253402300800));
}

}  // namespace
}  // namespace broadside::i18n
