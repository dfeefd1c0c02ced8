#include <gmock/gmock.h>

#include "support/passages.hpp"
#include "support/program.hpp"
#include "support/tiny_project.hpp"

/// What users write into a dataset, a layout and a locale, as the program answers it.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::ProgramRun;
using testing::replaced;
using testing::run_program;
using testing::TemporaryFolder;

/// A folder with the planets, which have `more` keys in their dataset.
struct Planets : TemporaryFolder {
    explicit Planets(const std::string& more = "", const std::string& language = "en") {
        write("symbols/yes.svg", testing::kTinySymbol);
        write("layouts/plain.json", R"({"format": 1, "name": "plain", "blocks": [
            {"kind": "header"}, {"kind": "table"}, {"kind": "links", "qr": true}]})");
        write_dataset(more, language);
    }
    void write_dataset(const std::string& more, const std::string& language = "en") {
        std::string dataset = replaced(testing::kTinyDataset, "\"en\"", "\"" + language + "\"");
        write("dataset.json", replaced(dataset, "\"format\": 1,", "\"format\": 1," + more));
    }
    void write_locale(const std::string& tag, const std::string& words) {
        write("locales/" + tag + ".json", R"({"format": 1, "language": ")" + tag +
                                              R"(", "translates": "planets",)" + "\n" + words +
                                              "}");
    }
    ProgramRun run(const std::string& arguments) const { return run_program(*this, arguments); }
};

std::string link_to(const std::string& url) {
    return R"("links": [{"id": "a", "label": "More", "url": ")" + url + "\"}],";
}

TEST(Urls, AreOneAsciiAddressInEveryFormat) {
    const Planets folder(link_to("HTTPS://Müller.example/Übersicht?q=日本"));
    const ProgramRun run = folder.run("build . -l plain -f svg,pdf -o 'p.{ext}'");
    ASSERT_EQ(run.code, 0) << run.err;
    const std::string address = "https://xn--mller-kva.example/%C3%9Cbersicht?q=%E6%97%A5%E6%9C%AC";
    EXPECT_THAT(folder.read("p.svg"), AllOf(HasSubstr("href=\"" + address + "\""),
                                            HasSubstr("Müller.example/Übersicht")));
    EXPECT_THAT(folder.run("dump . -l plain --stage doc").out, HasSubstr(" url " + address));
}

TEST(Urls, AreRefusedWhereTheyStandInTheDataset) {
    EXPECT_EQ(Planets(link_to("https://bank.example/\u202emoc.live")).run("check .").err,
              "dataset.json:1:60: error: /links/0/url: expected a URL, got the invisible character "
              "U+202E in it\n  hint: remove it, or write %E2%80%AE where the address has it\n");
    EXPECT_THAT(Planets(link_to("javascript:alert(1)")).run("check .").err,
                HasSubstr("error: /links/0/url: expected a URL that starts with https:, http:, "
                          "mailto: or tel:, got \"javascript:alert(1)\""));
}

TEST(Urls, AreRefusedWhereTheyStandInALocale) {
    Planets folder(link_to("https://a.org"));
    folder.write_locale("de", R"j("links": {"a": {"url": "javascript:alert(1)"}})j");
    for (const std::string verb :
         {"check . -l plain", "build . -l plain -f svg", "i18n status ."}) {
        const ProgramRun run = folder.run(verb + " --lang de");
        EXPECT_EQ(run.code, 1) << verb;
        EXPECT_THAT(run.err, HasSubstr("locales/de.json:2:24: error: /links/a/url: expected a URL"))
            << verb;
    }
}

TEST(Urls, AreRefusedWhereTheyStandInWhatTranslatorsGiveBack) {
    Planets folder(link_to("https://a.org"));
    folder.write("de.po",
                 "msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgctxt \"links/a/url\"\n"
                 "msgid \"https://a.org\"\nmsgstr \"https://b.org/\u200bx\"\n");
    const ProgramRun po = folder.run("i18n merge . de.po");
    EXPECT_EQ(po.code, 1);
    EXPECT_THAT(po.err, HasSubstr("de.po:6:1: error: expected a URL, got the invisible character "
                                  "U+200B in it"));
    folder.write("de.json", R"({"language": "de", "links": {"a": {"url": "b.org"}}})");
    const ProgramRun json = folder.run("i18n merge . de.json");
    EXPECT_EQ(json.code, 1);
    EXPECT_THAT(json.err,
                HasSubstr("de.json:1:43: error: /links/a/url: expected a URL that starts"));
}

TEST(Urls, AreToldWhenTheirCodeIsTooSmall) {
    const Planets folder(R"("links": [{"id": "a", "label": "More", "text": "here",
  "url": "https://a.org/)" +
                         std::string(150, 'a') + "\"}],");
    const ProgramRun run = folder.run("build . -l plain -f svg -o p.svg");
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, HasSubstr("dataset.json:2:10: warning: /links/0/url: the modules of the "
                                   "QR code are 0."));
}

TEST(Texts, AreRefusedWithTheirPlaceWhereNoFileMayHoldThem) {
    for (const std::string sign : {"\\uffff", "\\ufdd0", "\\udbff\\udfff", "\\u0085", "\\u202e"}) {
        for (const std::string key : {"subtitle", "description", "author"}) {
            const std::string more = "\"" + key + "\": \"a" + sign + "b\",";
            EXPECT_THAT(Planets(more).run("check .").err,
                        HasSubstr("dataset.json:1:" + std::to_string(18 + key.size()) +
                                  ": error: /" + key + ": expected text, got the "))
                << key << sign;
        }
    }
    EXPECT_THAT(Planets("\"subtitle\": \"a\\ud800b\",").run("check .").err,
                HasSubstr("error: expected \\u escapes of whole characters"));
    Planets folder;
    folder.write("layouts/plain.json", R"({"format": 1, "name": "plain",
  "blocks": [{"kind": "text", "text": "a\uffffb"}]})");
    EXPECT_THAT(folder.run("check . -l plain").err,
                HasSubstr("layouts/plain.json:2:39: error: /blocks/0/text: expected text, got the "
                          "noncharacter U+FFFF"));
    folder.write_locale("de", R"("title": "a\ufffeb")");
    EXPECT_THAT(folder.run("check . --lang de").err,
                HasSubstr("locales/de.json:2:10: error: /title: expected text, got the "
                          "noncharacter U+FFFE"));
}

TEST(Texts, SpeakToNoTerminal) {
    const std::string err = Planets("\"ti\\u001b[2Jtle\\u009b\": 1,").run("check .").err;
    EXPECT_THAT(err, HasSubstr("unknown key \"ti\\u001b[2Jtle\\u009b\""));
    EXPECT_EQ(err.find('\x1b'), std::string::npos);
}

TEST(Lengths, AreWhatCanBePrinted) {
    const auto said_of = [](const std::string& key, const std::string& value) {
        Planets folder;
        folder.write("layouts/plain.json",
                     R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}], ")" + key +
                         "\": " + value + "}");
        return folder.run("check . -l plain").err;
    };
    EXPECT_THAT(
        said_of("styles", R"({"cell": {"size": "1e-300pt"}})"),
        HasSubstr("/styles/cell/size: expected a size from 1pt to 1000pt, got \"1e-300pt\""));
    EXPECT_THAT(said_of("spacing", R"({"cell_x": "1e-300pt"})"),
                HasSubstr("expected 0 or a length from 0.01pt to 1000pt"));
    EXPECT_THAT(said_of("fit", R"({"min_font": "1e-9mm"})"), HasSubstr("expected a size from"));
    EXPECT_THAT(said_of("page", R"({"size": {"width": "1e-3mm", "height": "10mm"}})"),
                HasSubstr("expected a side of a page from"));
    EXPECT_THAT(said_of("rules", R"({"row": {"width": "1e300pt"}})"),
                HasSubstr("expected 0 or a length from"));
    EXPECT_THAT(said_of("spacing", R"({"cell_x": "0mm"})"), IsEmpty());
}

TEST(Stale, ListsWhatWasCheckedBeforeWithPlaceDateAndSource) {
    Planets folder;
    folder.write(
        "dataset.json",
        replaced(testing::kTinyDataset, "\"planet\": \"Saturn\"",
                 R"("checked": "2022-01", "source": "https://a.org", "planet": "Saturn")"));
    const ProgramRun aged = folder.run("check . --stale 12months --creation-timestamp 1772323200");
    EXPECT_EQ(aged.code, 0);
    EXPECT_EQ(aged.out, "ok\n");
    EXPECT_EQ(aged.err,
              "dataset.json:5:39: warning: /sections/0/rows/0: last checked 2022-01, before "
              "2025-03-01; source: https://a.org\n");
    EXPECT_EQ(run_program(folder, "check . --stale 12months", "SOURCE_DATE_EPOCH=1772323200").err,
              aged.err);
    EXPECT_THAT(folder.run("check . -l plain --stale 12months").err, HasSubstr("last checked"));
    EXPECT_THAT(folder.run("check . --stale 2022-01-15").err, IsEmpty());
    EXPECT_THAT(folder.run("check .").err, IsEmpty());
    EXPECT_THAT(folder.run("dump . -l plain --stage doc").out,
                HasSubstr("body saturn begins-section source \"https://a.org\" checked 2022-01\n"));
}

TEST(Stale, WantsAnAgeOrADate) {
    const ProgramRun run = Planets().run("check . --stale soon");
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.err,
              "error: expected an age as 12months, or a date as 2026-01-01, got \"soon\"\n"
              "  hint: units: days, weeks, months, years\n");
}

TEST(LanguageTags, AgreeUnderTheirFormerNames) {
    Planets folder;
    folder.write_locale("iw", R"("title": "כוכבי לכת")");
    for (const std::string tag : {"iw", "he", "IW"}) {
        const ProgramRun run = folder.run("dump . -l plain --stage doc --lang " + tag);
        EXPECT_EQ(run.code, 0) << run.err;
        EXPECT_THAT(run.out, AllOf(HasSubstr("language he\n"), HasSubstr("right-to-left"),
                                   HasSubstr("כוכבי לכת")));
    }
    EXPECT_THAT(Planets("", "iw").run("dump . -l plain --stage doc").out,
                AllOf(HasSubstr("language he\n"), HasSubstr("right-to-left")));
    folder.write_locale("he", R"("title": "כוכבים")");
    const ProgramRun twins = folder.run("check . --lang he");
    EXPECT_EQ(twins.code, 1);
    EXPECT_THAT(twins.err, HasSubstr("expected one locale of a language, got locales/he.json and "
                                     "locales/iw.json, which are both he\n"
                                     "  hint: keep locales/he.json, the tag of today"));
}

TEST(LanguageTags, FindTheFileThatWordsAreMergedInto) {
    Planets folder;
    folder.write_locale("iw", R"("title": "כוכבי לכת")");
    folder.write("he.po",
                 "msgid \"\"\nmsgstr \"Language: he\\n\"\n\nmsgctxt \"columns/rings/title\"\n"
                 "msgid \"Rings\"\nmsgstr \"טבעות\"\n");
    EXPECT_EQ(folder.run("i18n merge . he.po").code, 0);
    EXPECT_THAT(folder.read("locales/iw.json"), HasSubstr("טבעות"));
}

TEST(Symbols, ThatAreUnknownAreToldFromThoseThatThereAre) {
    Planets folder;
    folder.write("dataset.json",
                 replaced(testing::kTinyDataset, "\"symbol\": \"yes\"", "\"symbol\": \"saturn\""));
    EXPECT_THAT(folder.run("check .").err,
                HasSubstr("hint: known symbols: star, minus, partial, plus, no, "));
}

TEST(Merge, FailsForTextsThatTheDatasetDoesNotHaveAndTakesTheOthers) {
    Planets folder;
    folder.write(
        "de.po",
        "msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgid \"Planets\"\nmsgstr \"Planeten\"\n\n"
        "msgctxt \"columns.rings.title\"\nmsgid \"Rings\"\nmsgstr \"Ringe\"\n\n"
        "msgctxt \"columns/planet/title\"\nmsgid \"Planet\"\nmsgstr \"Planet\"\n");
    const ProgramRun run = folder.run("i18n merge . de.po");
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(run.err,
              "de.po:5:1: error: expected a msgctxt, which names the text\n"
              "de.po:9:1: error: the dataset has no text \"columns.rings.title\"\n"
              "  hint: did you mean \"columns/rings/title\"?\n");
    EXPECT_THAT(folder.read("locales/de.json"), HasSubstr("\"title\": \"Planet\""));
}

}  // namespace
}  // namespace broadside::cli
