#include "broadside/i18n/po_write.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

std::string written(const PoEntry& entry) {
    const std::string text = write_po({{}, false, {entry}});
    return text.substr(text.find("\n\n") + 2);
}

PoEntry cash() {
    PoEntry entry;
    entry.context = "notes/cash/text";
    entry.source = "Cash only";
    return entry;
}

TEST(WritePo, BeginsWithTheHeader) {
    EXPECT_EQ(write_po({{{"Language", "de"}, {"MIME-Version", "1.0"}}, false, {}}),
              "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"MIME-Version: 1.0\\n\"\n");
}

TEST(WritePo, MarksATemplateAsUnfinished) {
    EXPECT_THAT(write_po({{{"Language", ""}}, true, {}}), testing::StartsWith("#, fuzzy\nmsgid"));
}

TEST(WritePo, WritesAnEntryInTheOrderOfGettext) {
    PoEntry entry = cash();
    entry.notes = {"note cash"};
    entry.reference = "lunch.json:11";
    entry.is_fuzzy = true;
    entry.previous = "Cash";
    entry.translation = "Nur bar";
    EXPECT_EQ(written(entry),
              "#. note cash\n#: lunch.json:11\n#, fuzzy\n#| msgid \"Cash\"\n"
              "msgctxt \"notes/cash/text\"\nmsgid \"Cash only\"\nmsgstr \"Nur bar\"\n");
}

TEST(WritePo, BreaksALineAfterEachLineFeed) {
    PoEntry entry = cash();
    entry.source = "Cash only\nNo cards";
    entry.translation = "\n";
    EXPECT_THAT(written(entry),
                testing::HasSubstr("msgid \"\"\n\"Cash only\\n\"\n\"No cards\"\nmsgstr \"\\n\"\n"));
}

TEST(WritePo, EscapesQuotesAndBackslashes) {
    PoEntry entry = cash();
    entry.source = R"("Cash" \* only)";
    EXPECT_THAT(written(entry), testing::HasSubstr(R"(msgid "\"Cash\" \\* only")"));
}

TEST(WritePo, IsolatesAFileNameWithASpace) {
    PoEntry entry = cash();
    entry.reference = "our lunch.json:11";
    EXPECT_THAT(written(entry), testing::StartsWith("#: \u2068our lunch.json\u2069:11\n"));
}

}  // namespace
}  // namespace broadside::i18n
