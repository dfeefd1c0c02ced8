#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"
#include "broadside/i18n/exchange.hpp"

namespace broadside::i18n {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string errors(const std::string& text) {
    std::string all;
    const auto file = read_po({"de.po", text});
    for (const Diagnostic& error : file.diagnostics()) all += to_string(error) + "\n";
    return all;
}

ExchangeEntry only_entry(const std::string& text) {
    const auto file = read_po({"de.po", text});
    EXPECT_EQ(errors(text), "");
    EXPECT_THAT(file->entries, SizeIs(1));
    return file->entries.empty() ? ExchangeEntry() : file->entries.front();
}

TEST(ReadPo, ReadsBytesThatAreWrittenAsNumbers) {
    const ExchangeEntry read = only_entry("msgid \"a\"\nmsgstr \"\\303\\2511 \\xc3\\xa9\"\n");
    EXPECT_EQ(read.translation, "é1 é");
    EXPECT_NE(errors("msgid \"a\"\nmsgstr \"\\777\"\n"), "");
    EXPECT_NE(errors("msgid \"a\"\nmsgstr \"\\xg\"\n"), "");
}

TEST(ReadPo, RefusesBytesByTheirNumbersThatAreNoText) {
    EXPECT_EQ(errors("msgctxt \"t\\xffred\"\nmsgid \"a\"\nmsgstr \"b\"\n"),
              "de.po:1:1: error: expected UTF-8, got the byte 0xFF\n");
    EXPECT_EQ(errors("msgid \"a\"\nmsgstr \"\"\n\"bad \\377 byte\"\n"),
              "de.po:2:1: error: expected UTF-8, got the byte 0xFF\n");
    EXPECT_EQ(errors("msgctxt \"\\033[31m\"\nmsgid \"a\"\nmsgstr \"b\"\n"),
              "de.po:1:1: error: expected text, got the control character U+001B\n");
    EXPECT_EQ(errors("#| msgid \"\\x7f\"\nmsgid \"a\"\nmsgstr \"b\"\n"),
              "de.po:1:1: error: expected text, got the control character U+007F\n");
    EXPECT_EQ(errors("msgid \"\"\nmsgstr \"Language: \\033\\n\"\n"),
              "de.po:2:1: error: expected text, got the control character U+001B\n");
}

TEST(ReadPo, TakesCarriageReturnsAndTabsWhereNobodySeesThem) {
    EXPECT_EQ(errors("msgid \"a\\r\"\nmsgstr \"b\\r\\n\"\n"), "");
    EXPECT_EQ(errors("msgid \"\"\nmsgstr \"Language:\\tde\\n\"\n"), "");
    EXPECT_NE(errors("msgid \"a\"\nmsgstr \"b\\tc\"\n"), "");
}

TEST(ReadPo, ReadsBackWhatIsWritten) {
    ExchangeEntry entry;
    entry.key = "notes/cash/text";
    entry.source = "\"Cash\" \\* only\nNo cards";
    entry.translation = "Nur bar\nKeine Karten";
    entry.previous_source = "Cash\nonly";
    entry.is_fuzzy = true;
    ExchangeFile file;
    file.language = "de";
    file.entries = {entry};
    const ExchangeEntry read = only_entry(write_po(file));
    EXPECT_EQ(read.key, entry.key);
    EXPECT_EQ(read.source, entry.source);
    EXPECT_EQ(read.translation, entry.translation);
    EXPECT_EQ(read.previous_source, entry.previous_source);
    EXPECT_TRUE(read.is_fuzzy);
}

TEST(ReadPo, ReadsLinesThatAnEditorWrapped) {
    const ExchangeEntry entry = only_entry(
        "msgctxt \"\"\n\"notes/\"\n\"cash/text\"\nmsgid \"Cash \"\n\"only\"\n"
        "msgstr \"\"\n\"Nur \"\n\"bar\"\n");
    EXPECT_EQ(entry.key, "notes/cash/text");
    EXPECT_EQ(entry.source, "Cash only");
    EXPECT_EQ(entry.translation, "Nur bar");
    EXPECT_EQ(entry.place.position.line, 6u);
}

TEST(ReadPo, TakesAByteOrderMarkAndTheLineEndsOfOtherSystems) {
    const ExchangeEntry entry = only_entry(
        "\xEF\xBB\xBFmsgid \"\"\r\nmsgstr \"Language: de\\n\"\r\n\r\n"
        "msgctxt \"a\"\r\nmsgid \"b\"\r\nmsgstr \"c\"\r\n");
    EXPECT_EQ(entry.translation, "c");
}

TEST(ReadPo, LeavesOutObsoleteEntriesAndTheirFlags) {
    const ExchangeEntry entry = only_entry(
        "#, fuzzy\n#~ msgctxt \"old\"\n#~ msgid \"b\"\n#~ msgstr \"c\"\n"
        "# by hand\n#. note\n#: file:1\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"
        "#~| msgid \"x\"\n#~ msgid \"y\"\n#~ msgstr \"z\"\n");
    EXPECT_EQ(entry.key, "a");
    EXPECT_FALSE(entry.is_fuzzy);
}

TEST(ReadPo, NeedsNoEmptyLineBetweenEntries) {
    const auto file = read_po({"de.po",
                               "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"
                               "msgctxt \"d\"\nmsgid \"e\"\nmsgstr \"f\""});
    ASSERT_TRUE(file);
    EXPECT_THAT(file->entries, SizeIs(2));
}

ExchangeFile with_header(const std::string& fields) {
    return read_po({"de.po", "msgid \"\"\nmsgstr \"" + fields + "\"\n"}).value();
}

TEST(ReadPo, ReadsTheHeader) {
    const ExchangeFile file =
        with_header("Language: de_AT\\nX-Broadside-Dataset:lunch\\nX-Broadside-Language: de\\n");
    EXPECT_EQ(file.format, TranslationFormat::Po);
    EXPECT_EQ(file.language, "de-AT");
    EXPECT_EQ(file.dataset, "lunch");
    EXPECT_EQ(file.extracted_for, "de");
    EXPECT_EQ(with_header("X-Broadside-Language: sv\\n").language, "sv");
}

TEST(ReadPo, ReadsLanguagesAsGettextAndPosixWriteThem) {
    const auto language = [](const std::string& name) {
        return with_header("Language: " + name + "\\n").language;
    };
    EXPECT_EQ(language("sv"), "sv");
    EXPECT_EQ(language("zh_hant_tw"), "zh-Hant-TW");
    EXPECT_EQ(language("sv_SE.UTF-8@euro"), "sv-SE");
    EXPECT_EQ(language("sr_RS@latin"), "sr-Latn-RS");
    EXPECT_EQ(language("ca@valencia"), "ca-valencia");
    EXPECT_EQ(language("swedish"), "swedish");
    EXPECT_EQ(language(""), "");
}

TEST(ReadPo, TellsFromWhichSourceATextIs) {
    const ExchangeEntry entry = only_entry("msgctxt \"t\"\nmsgid \"Where\"\nmsgstr \"Wo\\r\\n\"\n");
    EXPECT_EQ(entry.translation, "Wo\n");
    EXPECT_EQ(entry.translated_from, text_hash("Where"));
    EXPECT_EQ(only_entry("msgctxt \"t\"\nmsgid \"Where\"\nmsgstr \" \\n\"\n").translation, "");
}

TEST(ReadPo, NamesTheLineOfAMistake) {
    EXPECT_EQ(errors("msgid \"a\"\nmsgtsr \"b\"\n"),
              "de.po:2:1: error: expected msgctxt, msgid, msgstr or a comment, got \"msgtsr\"\n");
    EXPECT_EQ(errors("msgid \"a\nmsgstr \"b\"\n"),
              "de.po:1:1: error: expected a text in double quotes on one line\n");
    EXPECT_EQ(errors("\"a\"\n"),
              "de.po:1:1: error: expected msgctxt, msgid or msgstr before a text in quotes\n");
    EXPECT_EQ(errors("msgid \"a\"\n"), "de.po:1:1: error: expected msgstr after msgid\n");
    EXPECT_EQ(
        errors("msgid \"a \\q\"\nmsgstr \"\"\n"),
        "de.po:1:1: error: expected \\n, \\t, \\r, \\\", \\\\ or a number after a backslash\n");
}

TEST(ReadPo, EndsWhereverTheFileDoes) {
    const std::string text =
        "#, fuzzy\n#| msgid \"a\\n\"\n#| \"b\"\nmsgctxt \"c\"\nmsgid \"\\\"\"\nmsgstr "
        "\"\"\n\"e\"\n";
    EXPECT_TRUE(read_po({"de.po", text}));
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto file = read_po({"de.po", text.substr(0, size)});
        EXPECT_EQ(file.ok(), !has_errors(file.diagnostics())) << size;
    }
}

TEST(ReadPo, RefusesPluralForms) {
    EXPECT_EQ(errors("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n"),
              "de.po:2:1: error: expected one form of a text, got plural forms\n");
}

TEST(ReadPo, RefusesAnotherEncoding) {
    EXPECT_EQ(errors("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"),
              "de.po:2:1: error: expected a file in UTF-8, got ISO-8859-1\n");
    EXPECT_THAT(errors("msgid \"\xFF\"\nmsgstr \"\"\n"), ::testing::HasSubstr("expected UTF-8"));
}

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
