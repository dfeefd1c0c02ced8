#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// A clinical table: numbers with what they are part of, dates, captions, a choice of rows, and a
/// note on all of it.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const Edition kTrial{"tests/fixtures/trial", "tests/fixtures/trial/layout.json"};

std::string words_in(const std::string& language, const std::string& format = "pdf") {
    Job job = job_of(kTrial, {format});
    job.languages = {language};
    const std::string file = only_file_of(job);
    return format == "pdf" ? pdf_text(file) : file;
}

TEST(Trial, SaysWhatPartOfAWholeANumberIsAndWhereItLies) {
    EXPECT_THAT(words_in("en"), AllOf(HasSubstr("1,024 (40.0%)"), HasSubstr("0.91 (0.85–1.02)"),
                                      HasSubstr("1.4 (0.7–12.35)")));
    EXPECT_THAT(words_in("de"), AllOf(HasSubstr("1.024 (40,0 %)"), HasSubstr("0,91 (0,85–1,02)")));
    EXPECT_THAT(words_in("ar", "html"), HasSubstr("(٤٠٫٠٪)"));
}

TEST(Trial, SetsANumberBeforeTheWordsOfACell) {
    EXPECT_THAT(words_in("en"),
                AllOf(HasSubstr("3 days"), HasSubstr("10–12 days"), HasSubstr("better 12")));
    EXPECT_THAT(words_in("ar", "html"),
                HasSubstr("١٠–<span class=\"bsd-joint\" aria-hidden=\"true\">\u2060</span>"
                          "١٢\u00a0أيام"));
}

TEST(Trial, SetsTagsBehindTheNameInBoxesAndInEachLanguage) {
    EXPECT_THAT(words_in("en"), HasSubstr("Cough primary per protocol"));
    EXPECT_THAT(words_in("de"), HasSubstr("Husten Hauptziel nach Plan"));
    EXPECT_THAT(words_in("en", "html"), HasSubstr("\u00a0primary\u00a0</span>"));
    Job job = job_of(kTrial, {"svg"});
    const std::string svg = only_file_of(job);
    EXPECT_THAT(xml_values(svg, "//svg:g[@role='rowheader']//svg:g/@aria-hidden"), SizeIs(2));
}

TEST(Trial, WritesDatesAsTheLanguageDoes) {
    EXPECT_THAT(words_in("en"), AllOf(HasSubstr("Jul 1, 2026"), HasSubstr("November 2026")));
    EXPECT_THAT(words_in("de"), AllOf(HasSubstr("1. Juli 2026"), HasSubstr("November 2026"),
                                      HasSubstr("24. Dez. 2025")));
    EXPECT_THAT(words_in("ar", "html"), AllOf(HasSubstr("١\u00a0يوليو ٢٠٢٦"), HasSubstr(">٢٠٢٦<")));
}

TEST(Trial, NamesEachTableByItsCaption) {
    const std::string svg = words_in("en", "svg");
    EXPECT_THAT(xml_values(svg, "//svg:g[@role='table']/@aria-label"),
                ElementsAre("First year: main outcome", "Sleep and fever"));
    const std::string html = words_in("de", "html");
    EXPECT_THAT(html, HasSubstr("<caption id=\"table-2\"><div"));
    EXPECT_THAT(html, HasSubstr(">Schlaf und Fieber</div>"));
    EXPECT_THAT(html.substr(html.find("Schlaf und Fieber") + 1),
                Not(HasSubstr("Schlaf und Fieber")));
}

TEST(Trial, SetsACaptionNearerToItsTableThanToTheOneAbove) {
    std::map<std::string, std::vector<double>> at;
    for (const PdfWord& word : pdf_words(file_of(kTrial, "pdf")))
        at[word.text].push_back(word.centre_y());
    const double caption = at["Sleep"].at(0);
    EXPECT_LT(at["Measure"].at(1) - caption, caption - at["Fever"].at(0));
}

TEST(Trial, ShowsTheRowsThatAreWantedUnderTheirSections) {
    const std::string pdf = words_in("en");
    const std::string second = pdf.substr(pdf.find("Sleep and fever"));
    EXPECT_LT(second.find("Main outcome"), second.find("Fever"));
    EXPECT_LT(second.find("Fever"), second.find("Other outcomes"));
    EXPECT_LT(second.find("Other outcomes"), second.find("310 (12.1%)"));
    EXPECT_THAT(second, Not(HasSubstr("Cough")));
}

/// Left edges of the words of a table of planets, their moons under them, with those rows.
std::map<std::string, double> left_edges(const std::string& rows) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"}],
      "sections": [{"id": "all", "rows": [
        {"id": "earth", "planet": "Earth"}, {"id": "moon", "planet": {"names": "Moon", "level": 1}},
        {"id": "mars", "planet": "Mars"}, {"id": "phobos", "planet": {"names": "Phobos", "level": 1}}],
        "summary": [{"id": "sum", "planet": "Summary"}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "header"},
            {"kind": "table", "rows": )" +
                            rows + "}]}");
    const std::string pdf = file_of(project, "planets.pdf");
    EXPECT_LT(pdf_text(pdf).find("Phobos"), pdf_text(pdf).find("Summary")) << "it comes last";
    std::map<std::string, double> left;
    for (const PdfWord& word : pdf_words(pdf)) left.emplace(word.text, word.left);
    return left;
}

TEST(Trial, IndentsARowUnderOneThatItStandsUnderAlone) {
    std::map<std::string, double> left = left_edges(R"(["sum", "earth", "moon", "phobos"])");
    EXPECT_GT(left.at("Moon"), left.at("Earth") + 5);
    EXPECT_EQ(left.at("Phobos"), left.at("Earth")) << "Mars, which it stands under, is not there";
    left = left_edges(R"(["sum", "mars", "moon", "phobos", "earth"])");
    EXPECT_EQ(left.at("Moon"), left.at("Mars")) << "Earth is elsewhere";
    EXPECT_EQ(left.at("Phobos"), left.at("Mars")) << "not under a moon of Earth";
}

TEST(Trial, SetsANoteOnAllOfItBeforeTheOthersWithoutAMark) {
    const std::string pdf = words_in("en");
    const std::size_t note = pdf.find("Percentages are of all who were treated.");
    ASSERT_NE(note, pdf.npos);
    EXPECT_LT(note, pdf.find("Two did not come back."));
    EXPECT_EQ(pdf[note - 1], '\n');
}

TEST(Trial, HasNoDatesAndNumbersForTranslators) {
    const std::string words = words_to_translate(kTrial);
    EXPECT_THAT(words, AllOf(HasSubstr("msgctxt \"notes/all/text\""), HasSubstr("msgid \"soon\""),
                             HasSubstr("msgctxt \"rows/cough/measure/tags/1\"")));
    EXPECT_THAT(words, AllOf(Not(HasSubstr("2026")), Not(HasSubstr("1024"))));
}

/// The problems of a table with that cell of the column of dates, or with that table block.
std::string problems_with(const std::string& cell,
                          const std::string& table = R"({"kind": "table"})") {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                  {"id": "found", "kind": "date", "title": "Found"},
                  {"id": "about", "kind": "text", "title": "About"}],
      "notes": [{"id": "g", "text": "Of all.", "general": true}],
      "sections": [{"id": "all", "rows": [{"id": "earth", "planet": "Earth", )" +
                            cell + "}]}]}",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "header"}, )" +
                            table + R"(, {"kind": "notes"}]})");
    project.job.formats = {"svg"};
    project.job.languages = {};
    project.job.output = "planets.svg";
    return problems_of(build(project.job, project.files, project.sink));
}

TEST(Trial, TellsWhatIsNoDateNoIntervalAndNoMark) {
    EXPECT_EQ(problems_with(R"("found": "1846-09-23")"), "");
    EXPECT_THAT(
        problems_with(R"("found": "23 September 1846")"),
        AllOf(HasSubstr("expected a date"), HasSubstr("for words write {\"text\": \"…\"}")));
    EXPECT_EQ(problems_with(R"("found": "1846-09/1846-10")"), "");
    EXPECT_THAT(problems_with(R"("found": {"date": "1846-10/1846-09"})"),
                AllOf(HasSubstr("/date: expected the earlier date first"),
                      HasSubstr("did you mean \"1846-09/1846-10\"?")));
    EXPECT_THAT(problems_with(R"("found": "1846/1846-10")"),
                HasSubstr("or two of one kind: 2022-01/2022-03"));
    EXPECT_THAT(problems_with(R"("found": {"date": "1846", "text": "late"})"),
                HasSubstr("expected \"date\" or \"text\", got both"));
    EXPECT_THAT(problems_with(R"("about": {"number": 1, "interval": [1]})"),
                HasSubstr("two numbers, as [0.9, 1.5]"));
    EXPECT_THAT(problems_with(R"("about": {"number": 1, "interval": [2, 0.5]})"),
                HasSubstr("the lower end first"));
    EXPECT_THAT(problems_with(R"("about": {"number": 1, "percent": -2})"),
                HasSubstr("a number of 0 or more"));
    EXPECT_THAT(problems_with(R"("found": "0000-01-01")"), HasSubstr("expected a date"));
    EXPECT_THAT(problems_with(R"("about": {"text": "a", "percent": 1})"),
                HasSubstr("expected \"percent\" beside a \"number\""));
    EXPECT_THAT(problems_with(R"("about": {"text": "a", "notes": ["g"]})"),
                HasSubstr("expected a note with a mark, got \"g\""));
    EXPECT_THAT(problems_with(R"("about": "a")", R"({"kind": "table", "rows": ["erth"]})"),
                HasSubstr("did you mean \"earth\"?"));
    EXPECT_THAT(
        problems_with(R"("about": "a")", R"({"kind": "table", "rows": ["earth", "earth"]})"),
        HasSubstr("duplicate id \"earth\""));
    EXPECT_THAT(problems_with(R"("about": "a")", R"({"kind": "table", "caption": "top"})"),
                HasSubstr("expected the id of a text, got \"top\""));
}

}  // namespace
}  // namespace broadside::testing
