#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <gmock/gmock.h>

#include "golden/poppler.hpp"
#include "lint/link_rule.hpp"
#include "support/cards.hpp"
#include "support/passages.hpp"

// Several pages on a sheet of paper, in the finished files of the built program.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using testing::count_of;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::PdfWord;
using testing::ProgramRun;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr double kMm = 72 / 25.4;

/// A layout `tags` with cards of 90 × 60 mm: two columns of four rows on A4, with 15 mm of paper at
/// their sides and 28.5 mm above and below.
class SheetsTest : public testing::RecordsTest {
protected:
    SheetsTest() {
        set_page("{}");
        replace_in("cards/dataset.json", "\"Own {name}\"",
                   "{\"names\": [\"Own\"], \"notes\": [\"n\"]}");
        replace_in("cards/dataset.json", "\"sections\":",
                   R"("notes": [{"id": "n", "text": "Seen by {name}."}], "sections":)");
    }

    void set_page(const std::string& per_sheet, const std::string& more = "") const {
        folder.write("cards/layouts/tags.json", R"({"format": 1, "name": "tags",
  "page": {"size": {"width": "90mm", "height": "60mm"}, "margin": "4mm", "per_sheet": )" +
                                                    per_sheet + R"(},
  "blocks": [{"kind": "header"}, {"kind": "table", "select": ["planet"]}, {"kind": "notes"}],
  "fit": {"pages": 1, "min_font": "5pt")" + more + "}}");
    }

    static std::string records_of(std::size_t number) {
        std::string records = "id,name\n";
        for (std::size_t i = 1; i <= number; ++i)
            records += "k" + std::to_string(i) + ",Name" + std::to_string(i) + "\n";
        return records;
    }

    ProgramRun set(const std::string& records, const std::string& options = "-f pdf") const {
        folder.write("r.csv", records);
        return run("build cards -l tags -o 'out/{lang}.{ext}' --records r.csv " + options);
    }

    /// What titles say, sheet by sheet.
    std::vector<std::string> titles(const std::string& pdf) const {
        std::vector<std::string> sheets;
        for (const PdfWord& word : testing::pdf_words(folder.read(pdf))) {
            sheets.resize(std::max(sheets.size(), word.page + 1));
            if (word.text.starts_with("Name") && !word.text.ends_with("."))
                sheets[word.page] += word.text.substr(4) + " ";
        }
        return sheets;
    }

    PdfWord title(const std::string& name) const {
        return testing::PdfWords{testing::pdf_words(folder.read("out/en.pdf"))}.of(name);
    }
};

class Sheets : public SheetsTest {};

TEST_F(Sheets, HoldRecordsInTheirOrder) {
    const ProgramRun ran = set(records_of(10), "-f pdf,svg,png --ppi 50");
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(made(), ElementsAre("en-1.png", "en-1.svg", "en-2.png", "en-2.svg", "en.pdf"));
    EXPECT_THAT(ran.out, AllOf(HasSubstr("en tags pdf  out/en.pdf  2 pages, smallest type"),
                               EndsWith("5 written, 0 unchanged\n")));
    EXPECT_THAT(titles("out/en.pdf"), ElementsAre("1 2 3 4 5 6 7 8 ", "9 10 "));
    EXPECT_THAT(testing::run_poppler("pdfinfo {}", folder.read("out/en.pdf")),
                AllOf(HasSubstr("Title:           Name1 – Name10\n"), HasSubstr("(A4)")));
    EXPECT_THAT(test::pdf_objects(folder.read("out/en.pdf")), HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(folder.read("out/en-2.svg"), AllOf(HasSubstr("Name9"), Not(HasSubstr("Name8<"))));
}

TEST_F(Sheets, TellHowManyCardsTheyDoWithout) {
    const std::string records = "id,name\nk1,Name1\nk1,Name2\nk3,Name3\n";
    EXPECT_THAT(set(records).out, EndsWith("1 written, 0 unchanged, 1 card left out\n"));
    EXPECT_THAT(set(records).out, EndsWith("0 written, 1 unchanged, 1 card left out\n"));
    EXPECT_THAT(titles("out/en.pdf"), ElementsAre("1 3 "));
}

TEST_F(Sheets, StandInTheMiddleToAHundredthOfAMillimetre) {
    set(records_of(8));
    const PdfWord first = title("Name1"), second = title("Name2"), last = title("Name8");
    EXPECT_NEAR(first.left, (15 + 4) * kMm, 0.5);
    EXPECT_NEAR(second.left - first.left, 90 * kMm, 0.01 * kMm);
    EXPECT_NEAR(last.top - second.top, 180 * kMm, 0.01 * kMm);
}

TEST_F(Sheets, BeginAtTheRightInRightToLeftEditions) {
    folder.write("cards/locales/he.json", R"({"format": 1, "language": "he", "translates": "cards",
        "subtitle": "חדר"})");
    set(records_of(2), "-f pdf --lang he");
    const testing::PdfWords words{testing::pdf_words(folder.read("out/he.pdf"))};
    EXPECT_GT(words.of("Name1").left, 105 * kMm);
    EXPECT_LT(words.of("Name2").right, 105 * kMm);
}

TEST_F(Sheets, HaveCutMarksBesideTheCards) {
    set(records_of(1), "-f svg");
    const std::string svg = folder.read("out/en.svg");
    const std::size_t begin = svg.find("<g aria-hidden=\"true\">\n<line");
    ASSERT_NE(begin, svg.npos);
    const std::string marks = svg.substr(begin, svg.find("</g>", begin) - begin);
    // Three cuts down the sheet and five across it, each with two ends.
    EXPECT_EQ(count_of("<line", marks), 16U);
    EXPECT_EQ(count_of("stroke=\"#000000\"", marks), 16U);
    const std::regex mark("x1=\"([0-9.]+)\" y1=\"([0-9.]+)\" x2=\"([0-9.]+)\" y2=\"([0-9.]+)\"");
    std::smatch at;
    ASSERT_TRUE(std::regex_search(marks, at, mark));
    const auto mm = [&](std::size_t i) { return std::stod(at[i]) / 10 / kMm; };
    EXPECT_NEAR(mm(1), 15, 0.02);
    EXPECT_NEAR(mm(2), 28.5 - 8, 0.02);
    EXPECT_NEAR(mm(3), 15, 0.02);
    EXPECT_NEAR(mm(4), 28.5 - 3, 0.02);
    set_page(R"({"cut_marks": false})");
    set(records_of(1), "-f svg");
    EXPECT_EQ(count_of("stroke=\"#000000\"", folder.read("out/en.svg")), 0U);
}

TEST_F(Sheets, AreTaggedCardByCard) {
    set(records_of(2));
    const std::string pdf = folder.read("out/en.pdf");
    const std::string structure = testing::run_poppler("pdfinfo -struct {}", pdf);
    EXPECT_THAT(structure, AllOf(HasSubstr("Document\n  Sect \"Name1\"\n    H1"),
                                 HasSubstr("\n  Sect \"Name2\"\n    H1"),
                                 HasSubstr("Note <note-1-n>"), HasSubstr("Note <note-2-n>")));
    // A mark of the second card leads to its own note.
    EXPECT_EQ(count_of("Seen by Name2.", testing::run_poppler("pdftotext -raw {} -", pdf)), 1U);
    set(records_of(2), "-f svg");
    const std::string svg = folder.read("out/en.svg");
    EXPECT_THAT(svg, AllOf(HasSubstr("<g role=\"group\" aria-label=\"Name1\">"),
                           HasSubstr("<g role=\"group\" aria-label=\"Name2\">")));
    EXPECT_EQ(count_of("-note-2-n\"", svg), 2U);  // the note, and the link that leads to it
}

TEST_F(Sheets, LeaveOutRecordsWithMistakesAndCloseUp) {
    std::string remark;
    for (int i = 0; i < 900; ++i) remark += "very long ";
    const std::string records =
        "id,name,dose\nk1,Name1,1\nk2,Name2,x\nk3,Name3 " + remark + ",1\nk4,Name4,1\n";
    std::vector<ProgramRun> runs;
    for (const char* time : {"first", "again", "without what the first remembered"}) {
        if (runs.size() == 2) std::filesystem::remove_all(cache.path());
        const ProgramRun& ran = runs.emplace_back(set(records));
        EXPECT_THAT(cache.names(), Contains(StartsWith("broadside/build-"))) << time;
        EXPECT_EQ(ran.code, 1) << time;
        EXPECT_THAT(ran.err, StartsWith("r.csv:3:10: error: dose: expected a number, got \"x\"\n"))
            << time;
        EXPECT_THAT(ran.err, HasSubstr("\nr.csv:4:1: error: ")) << time;
        EXPECT_THAT(titles("out/en.pdf"), ElementsAre("1 4 ")) << time;
    }
    EXPECT_EQ(runs[1].out, runs[2].out);
    EXPECT_EQ(runs[1].err, runs[2].err);
    EXPECT_EQ(set("id,name,dose\nk3,Name3 " + remark + ",1\n").code, 3);
}

TEST_F(Sheets, AreMadeAgainWhenARecordChanges) {
    set(records_of(3));
    EXPECT_EQ(set(records_of(3)).out, "0 written, 1 unchanged\n");
    EXPECT_THAT(set("id,name\nk2,Name2\nk1,Name1\nk3,Name3\n").out,
                StartsWith("en tags pdf  out/en.pdf  1 page"));
    EXPECT_THAT(titles("out/en.pdf"), ElementsAre("2 1 3 "));
}

TEST_F(Sheets, HaveOneFileInTheUsualPattern) {
    folder.write("r.csv", records_of(2));
    EXPECT_THAT(run("build cards -l tags,card --records r.csv").out,
                AllOf(HasSubstr("  output/cards-tags-en.pdf  "),
                      HasSubstr("  output/cards-card-en-k1.pdf  ")));
}

TEST_F(Sheets, HaveNoFileForARecord) {
    folder.write("r.csv", records_of(2));
    const ProgramRun ran =
        run("build cards -l tags -f pdf,html -o 'out/{record}.{ext}' --records r.csv");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err,
              "error: {record} means nothing to the layout \"tags\": its sheets hold all records\n"
              "  hint: leave it out, or make what has a file a record in a job of its own\n"
              "error: html has no sheets, on which the layout \"tags\" sets all records\n"
              "  hint: leave it out, or make it with a layout without \"per_sheet\"\n");
}

TEST_F(Sheets, OfOneGridAreFilledInEachLanguage) {
    set_page("{}", R"(, "lock": true)");
    folder.write("cards/locales/de.json", R"({"format": 1, "language": "de", "translates": "cards",
        "subtitle": "Zimmer"})");
    EXPECT_EQ(set(records_of(9), "-f pdf --lang all").code, 0);
    EXPECT_THAT(titles("out/de.pdf"), ElementsAre("1 2 3 4 5 6 7 8 ", "9 "));
    EXPECT_THAT(titles("out/en.pdf"), ElementsAre("1 2 3 4 5 6 7 8 ", "9 "));
}

TEST_F(Sheets, TravelWithTheirRecords) {
    set(records_of(2), "-f pdf --attach-source");
    EXPECT_EQ(run("extract out/en.pdf -o source").code, 0);
    EXPECT_EQ(folder.read("source/records.json"),
              "[{\"id\": \"k1\", \"name\": \"Name1\"},\n {\"id\": \"k2\", \"name\": \"Name2\"}]\n");
    EXPECT_EQ(run("build --job source/broadside.json").err, "");
    EXPECT_EQ(folder.read("source/cards-tags-en.pdf"), folder.read("out/en.pdf"));
}

TEST_F(Sheets, OfTheTutorialHaveTheirPrices) {
    std::ifstream file(BROADSIDE_SOURCE_DIR "/data/tutorials.md");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const lint::SourceFile tutorials{"tutorials.md", text};
    folder.write("fruit/dataset.json", lint::code_blocks(tutorials, "json").at(6));
    folder.write("fruit/layouts/cards.json", lint::code_blocks(tutorials, "json").at(7));
    folder.write("prices.csv", lint::code_blocks(tutorials, "csv").at(0));
    const ProgramRun ran = run("build fruit -l cards --records prices.csv -o out/fruit.pdf");
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, HasSubstr("out/fruit.pdf  1 page"));
    EXPECT_THAT(testing::pdf_text(folder.read("out/fruit.pdf")),
                AllOf(HasSubstr("Walnuts\nKastanienhof, 30 km\n€12.80"), HasSubstr("per piece")));
}

/// Of the tiny project, which has no records.
class SheetOfCopies : public testing::ProgramTest {
protected:
    void set_layout(const std::string& page, const std::string& more = "") const {
        folder.write("layouts/card.json", R"({"format": 1, "name": "card", "page": )" + page +
                                              R"(, "blocks": [{"kind": "header"})" + more + "]}");
    }

    std::string problem(const std::string& page) const {
        set_layout(page);
        return run("check planets.json -l card").err;
    }
};

TEST_F(SheetOfCopies, SaysOnceWhatAllShow) {
    set_layout(R"({"size": "A6", "per_sheet": {}})", R"(, {"kind": "table"})");
    EXPECT_EQ(run("build planets.json -l card -f pdf,svg -o 'out/c.{ext}'").err, "");
    const std::string pdf = folder.read("out/c.pdf"), svg = folder.read("out/c.svg");
    EXPECT_EQ(count_of("Saturn", testing::pdf_text(pdf)), 4U);
    const std::string structure = testing::run_poppler("pdfinfo -struct-text {}", pdf);
    EXPECT_EQ(count_of("\"Saturn\"", structure), 1U);
    EXPECT_EQ(count_of("Figure", structure), 1U);
    EXPECT_EQ(count_of("role=\"table\"", svg), 1U);
    EXPECT_EQ(count_of(">Saturn<", svg), 4U);
    EXPECT_THAT(run("dump planets.json -l card --stage scene").out, HasSubstr("  begin copy\n"));
}

TEST_F(SheetOfCopies, HasThePagesOfALongerDocumentOnce) {
    set_layout(R"({"size": "A6", "per_sheet": {"columns": 2, "rows": 1}})",
               R"(, {"kind": "text", "text": "Two", "break": "before"},
                   {"kind": "text", "text": "Three", "break": "before"})");
    run("build planets.json -l card -o out/c.pdf");
    const auto words = testing::pdf_words(folder.read("out/c.pdf"));
    const testing::PdfWords found{words};
    EXPECT_EQ(found.of("Two").page, 0U);
    EXPECT_EQ(found.of("Three").page, 1U);
    EXPECT_GT(found.of("Two").left, 105 * kMm);
    EXPECT_LT(found.of("Three").left, 105 * kMm);
}

TEST_F(SheetOfCopies, IsAPageOfHtmlAsItIs) {
    set_layout(R"({"size": "A6", "per_sheet": {}})");
    EXPECT_EQ(run("build planets.json -l card -o out/c.html").err, "");
    EXPECT_EQ(count_of("<h1", folder.read("out/c.html")), 1U);
}

TEST_F(SheetOfCopies, HoldsAsManyAsFit) {
    const auto copies = [&](const std::string& per_sheet) {
        set_layout(R"({"size": "A7", "margin": "5mm", "per_sheet": )" + per_sheet + "}");
        EXPECT_EQ(run("build planets.json -l card -f svg -o out/c.svg --force").err, "");
        return count_of(">Planets</text>", folder.read("out/c.svg"));
    };
    EXPECT_EQ(copies("{}"), 4U);
    EXPECT_EQ(copies(R"({"orientation": "landscape"})"), 8U);
    EXPECT_EQ(copies(R"({"orientation": "landscape", "margin": "1mm"})"), 3U);
    EXPECT_EQ(copies(R"({"sheet": "A3"})"), 16U);
    EXPECT_EQ(copies(R"({"columns": 1})"), 2U);
    EXPECT_EQ(copies(R"({"sheet": {"width": "74mm", "height": "105mm"}})"), 1U);
}

TEST_F(SheetOfCopies, IsRefusedWhereCardsDoNotFit) {
    EXPECT_EQ(problem(R"({"size": "A6",
"per_sheet": {"columns": 3,
"rows": 2, "gap": "2mm", "margin": "5mm"}})"),
              "layouts/card.json:2:26: error: /page/per_sheet/columns: expected columns that fit "
              "between the margins of the sheet, got 3 of 105 mm, which need 119 mm more\n"
              "layouts/card.json:3:9: error: /page/per_sheet/rows: expected rows that fit between "
              "the margins of the sheet, got 2 of 148 mm, which need 11 mm more\n");
    EXPECT_THAT(problem(R"({"size": "A3", "per_sheet": {}})"),
                AllOf(HasSubstr("got 1 of 297 mm, which need 87 mm more\n"),
                      HasSubstr("got 1 of 420 mm, which need 123 mm more\n")));
    EXPECT_THAT(problem(R"({"size": "A6", "per_sheet": {"margin": "200mm"}})"),
                HasSubstr("got 1 of 105 mm, which need 295 mm more\n"));
    EXPECT_THAT(problem(R"({"size": "A6", "per_sheet": {"columns": 1000000, "rows": 0}})"),
                AllOf(HasSubstr("columns: expected a whole number from 1 to 2500, got 1000000\n"),
                      HasSubstr("rows: expected a whole number from 1 to 2500, got 0\n")));
    EXPECT_THAT(problem(R"({"size": {"width": "10mm", "height": "10mm"}, "margin": "1mm",
                            "per_sheet": {"sheet": "A0"}})"),
                HasSubstr("/page/per_sheet: expected at most 2500 cards on a sheet, got 9912\n"));
    EXPECT_THAT(problem(R"({"size": {"width": "90mm", "height": "auto"}, "per_sheet": {}})"),
                HasSubstr("/page/per_sheet: expected pages with a height, got \"auto\"\n"));
    EXPECT_THAT(
        problem(R"({"size": "A6", "per_sheet": {"sheet": {"width": "90mm", "height": "auto"}}})"),
        HasSubstr("/page/per_sheet: expected a sheet with a height, got \"auto\"\n"));
    EXPECT_THAT(problem(R"({"size": {"width": "no", "height": "60mm"}, "per_sheet": {}})"),
                Not(HasSubstr("per_sheet")));
}

TEST_F(SheetOfCopies, KeepsItsWordOnCutMarks) {
    EXPECT_EQ(problem(R"({"size": "A7", "orientation": "landscape", "per_sheet": {}})"), "");
    EXPECT_EQ(problem(R"({"size": "A7", "orientation": "landscape",
"per_sheet": {"cut_marks": true}})"),
              "layouts/card.json:2:28: error: /page/per_sheet/cut_marks: expected room of 5 mm for "
              "cut marks, got 0.50 mm above and below the cards\n  hint: false leaves them out\n"
              "layouts/card.json:2:28: error: /page/per_sheet/cut_marks: expected room of 5 mm for "
              "cut marks, got 0.00 mm beside the cards\n  hint: false leaves them out\n");
    EXPECT_EQ(problem(R"({"size": "A7", "per_sheet": {"cut_marks": true}})"), "");
}

}  // namespace
}  // namespace broadside::cli
