#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

/// A page that says it is filled is, whether its table is short or dense: in the finished PDF.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::Field;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kLayout[] = "tests/fixtures/filled.json";
const Edition kShort{"tests/fixtures/bicycles", kLayout};
constexpr PageSize kA4{595.276, 841.89};
constexpr double kMargin = 34.02;  // 12 mm

PdfWords words_on_one_page(const Edition& edition) {
    const std::string pdf = file_of(edition, "pdf");  // with no warning
    EXPECT_THAT(pdf_page_sizes(pdf), SizeIs(1));
    return {pdf_words(pdf)};
}

/// Share of the page's height, without its margins, from its top to the foot of a word.
double depth_of(const PdfWord& word) {
    return (word.bottom - kMargin) / (kA4.height - 2 * kMargin);
}

TEST(FilledPages, GrowTheTypeOfAShortTable) {
    const PdfWords words = words_on_one_page(kShort);
    EXPECT_GT(depth_of(words.of("Wash")), 0.9);
    // Cells of 19 pt: the box of a word is as high as its face.
    const PdfWord price = words.of("119.00");
    EXPECT_GT(price.bottom - price.top, 24);
    EXPECT_LT(price.bottom - price.top, 28);
}

TEST(FilledPages, DrawAShortTableTogetherInTheMiddle) {
    const TemporaryFolder folder;
    folder.write("small.json", R"({"format": 1, "name": "small", "fit": {"max_font": "13pt"},
        "page": {"margin": "12mm"},
        "blocks": [{"kind": "header"}, {"kind": "table"}, {"kind": "imprint"}]})");
    Job job = job_of(kShort, {"pdf"});
    job.layouts = {folder / "small.json"};
    const PdfWords words{pdf_words(only_file_of(job))};
    const double left = words.of("Workshop").left;
    const double right = words.of("2026").right;
    EXPECT_GT(left, 3 * kMargin);
    EXPECT_NEAR(left, kA4.width - right, 2);
    // No line of it is broken for that.
    EXPECT_EQ(words.of("Workshop").top, words.of("list").top);
    EXPECT_EQ(words.of("Time").top, words.of("(min)").top);
}

TEST(FilledPages, GrowNoTypeThatBreaksLines) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Tools",
        "values": {"r": {"values": {"y": {"label": "Yes", "text": "y"}}}},
        "columns": [{"id": "n", "kind": "name", "title": "Project"},
                    {"id": "d", "kind": "text", "title": "Developer"},
                    {"id": "a", "kind": "symbol", "title": "Rendering", "values": "r"},
                    {"id": "b", "kind": "symbol", "title": "Native", "values": "r"}],
        "sections": [{"id": "s", "rows": [
            {"id": "1", "n": "Angular", "d": "The Astro Technology Company",
             "a": {"value": "y", "text": "preact-render-to-string"},
             "b": {"value": "y", "text": "with Ionic or NativeScript"}},
            {"id": "2", "n": "React", "d": "Meta", "a": "y", "b": "y"},
            {"id": "3", "n": "Vue", "d": "Evan You", "a": "y", "b": "y"}]}]})",
                        R"({"format": 1, "name": "plain", "page":
                            {"size": {"width": "160mm", "height": "70mm"}, "margin": "6mm"},
                            "blocks": [{"kind": "table", "kinds": {"symbol": {"width": "max-content"}}}],
                            "fit": {"pages": 1, "max_font": "9pt"}})");
    const PdfWords words{pdf_words(file_of(project, "tools.pdf"))};
    EXPECT_EQ(words.of("Astro").top, words.of("Company").top);
    EXPECT_EQ(words.of("Ionic").top, words.of("NativeScript").top);
    EXPECT_LT(words.of("Angular").left, 24) << "6 mm from the edge of the page";
}

/// Between the foot of the last row and the first note of a page that is full; `spacing` is what
/// the layout says of it besides.
double gap_above_notes(const std::string& spacing) {
    const TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 25; ++i)
        rows += R"({"id": "r)" + std::to_string(i) +
                R"(", "name": {"names": ["Row"], "notes": ["n"]}}, )";
    folder.write("dataset.json", R"({"format": 1, "id": "full", "language": "en", "title": "Full",
        "columns": [{"id": "name", "kind": "name", "title": "Name"}],
        "notes": [{"id": "n", "text": "Note."}],
        "sections": [{"id": "all", "rows": [)" +
                                     rows + R"({"id": "last", "name": "Last"}]}]})");
    folder.write("full.json",
                 R"({"format": 1, "name": "full", "spacing": {"blocks": "30pt")" + spacing +
                     R"(}, "page": {"size": "A5"}, "fit": {"order": ["padding", "font-size"]},
        "blocks": [{"kind": "header"}, {"kind": "table"}, {"kind": "notes"}]})");
    Job job;
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "full.json"};
    job.resources = {BROADSIDE_SOURCE_DIR};
    job.output = "full.pdf";
    const PdfWords words{pdf_words(only_file_of(job))};
    return words.of("Note.").top - words.of("Last").bottom;
}

TEST(FilledPages, KeepBlocksApartWhereRowsStandClose) {
    EXPECT_GT(gap_above_notes(""), 24 * 0.65) << "of type that is smaller, too";
    EXPECT_LT(gap_above_notes(R"(, "blocks_least": "1pt")"), gap_above_notes("") - 5);
}

std::size_t pages_of_rows(int rows, const std::string& fit) {
    const TemporaryFolder folder;
    std::string list = R"({"id": "r", "term": "Term"})";
    for (int row = 1; row < rows; ++row)
        list += R"(, {"id": "r)" + std::to_string(row) + R"(", "term": "Term"})";
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "D",
        "columns": [{"id": "term", "kind": "name", "title": "Term"}],
        "sections": [{"id": "s", "rows": [)" +
                                     list + "]}]}");
    folder.write("rows.json", R"({"format": 1, "name": "rows", "page": {"size": "A5"},
        "blocks": [{"kind": "header"}, {"kind": "table"}])" +
                                  fit + "}");
    Job job;
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "rows.json"};
    job.resources = {BROADSIDE_SOURCE_DIR};
    job.output = "rows.pdf";
    return pdf_page_sizes(only_file_of(job)).size();
}

TEST(FilledPages, AreOneWhereLittleStandsOnASecond) {
    const std::string any = R"(, "fit": {"pages": "any"})";
    const std::string loose = R"(, "fit": {"pages": "any", "order": ["heads"]})";
    int rows = 15;
    while (pages_of_rows(rows, loose) == 1) ++rows;
    EXPECT_EQ(pages_of_rows(rows, any), 1U);
    EXPECT_EQ(pages_of_rows(rows + rows / 4, any), 1U);
    EXPECT_EQ(pages_of_rows(rows + rows / 2, any), 2U);
    EXPECT_EQ(pages_of_rows(rows, ""), 1U) << "by rows that stand closer";
    EXPECT_EQ(pages_of_rows(rows + rows / 2, ""), 2U);
}

TEST(FilledPages, NameTheColumnOfAWordThatIsBroken) {
    const TemporaryFolder folder;
    std::string rows;
    for (int row = 0; row < 100; ++row)
        rows += R"({"id": "r)" + std::to_string(row) + R"(", "n": "N", "t": "text"}, )";
    folder.write("dataset.json",
                 R"({"format": 1, "id": "d", "language": "en", "title": "D",
        "columns": [{"id": "n", "kind": "name", "title": "N"},
                    {"id": "t", "kind": "text", "title": "T"}],
        "sections": [{"id": "s", "rows": [)" +
                     rows + R"({"id": "last", "n": "N", "t": "Zzzzzzzzzzzzzzzzzzzzz"}]}]})");
    folder.write("any.json", R"({"format": 1, "name": "any", "fit": {"pages": "any"},
        "blocks": [{"kind": "table", "columns": {"t": {"width": "14mm"}}}]})");
    Job job = job_of(kShort);
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "any.json"};
    DiskFileStore files;
    EXPECT_THAT(problems_of(check(job, files)), HasSubstr("and column \"t\" has 10.4 mm"));
}

TEST(FilledPages, TellOfAMaxContentThatThePageHasNoRoomFor) {
    const auto problems_on = [](const std::string& width, const std::string& fit = "") {
        const TemporaryFolder folder;
        folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "D",
            "columns": [{"id": "n", "kind": "name", "title": "N"}, {"id": "t", "kind": "text", "title": "T"}],
            "sections": [{"id": "s", "rows": [{"id": "a", "n": "Name", "t": "as long as a line of a page"}]}]})");
        folder.write("l.json", R"({"format": 1, "name": "l", "page": {"size": {"width": ")" +
                                   width + R"(", "height": "60mm"}, "margin": "3mm"},)" + fit + R"(
            "blocks": [{"kind": "table", "columns": {"t": {"width": "max-content"}}}]})");
        Job job = job_of(kShort);
        job.dataset = folder / "dataset.json";
        job.layouts = {folder / "l.json"};
        DiskFileStore files;
        return problems_of(check(job, files));
    };
    EXPECT_THAT(problems_on("50mm"), HasSubstr("\"max-content\" of column \"t\""));
    EXPECT_EQ(problems_on("90mm"), "");
    EXPECT_THAT(problems_on("53mm"), HasSubstr("\"max-content\" of column \"t\""));
    EXPECT_THAT(problems_on("53mm", R"("fit": {"pages": 1, "max_font": "9pt"},)"),
                Not(HasSubstr("max-content")))
        << "type is a little smaller";
}

TEST(FilledPages, HoldWideTablesWithTheirNotesAndCodes) {
    Job job;
    job.dataset = BROADSIDE_SOURCE_DIR "/data/messengers";
    job.layouts = {"wide-a4"};
    job.resources = {BROADSIDE_SOURCE_DIR};
    job.output = "wide.pdf";
    EXPECT_THAT(pdf_page_sizes(only_file_of(job)), SizeIs(1));
}

TEST(FilledPages, HaveNoMoreRoomInRowsThanALayoutSays) {
    const auto place_of_row = [](const std::string& row_space) {
        TinyProject project(kTinyDataset);
        project.files.files["layouts/plain.json"] =
            R"({"format": 1, "name": "plain", "fit": {"max_font": "9pt")" + row_space +
            R"(}, "blocks": [{"kind": "table"}]})";
        const std::string svg = file_of(project, "planets.svg", Warnings::Some);
        return std::stod(xml_values(svg, "//*[@y and normalize-space(.)='Saturn']/@y").at(0));
    };
    EXPECT_LT(place_of_row(R"(, "row_space": "0pt")"), place_of_row(R"(, "row_space": "12pt")"));
    EXPECT_LT(place_of_row(R"(, "row_space": "12pt")"), place_of_row(""));
    TinyProject project(kTinyDataset);
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "fit": {"max_font": "9pt", "row_space": "6pt"},
            "blocks": [{"kind": "table"}]})";
    EXPECT_THAT(file_of(project, "planets.svg"), HasSubstr("Saturn")) << "without a warning";
}

/// Rows of several lines, from nearly none to more than the page has room for.
TEST(FilledPages, AreOneWhereALayoutSaysSo) {
    const TemporaryFolder folder;
    folder.write("one.json", R"({"format": 1, "name": "one", "fit": {"max_font": "9pt"},
        "blocks": [{"kind": "header"}, {"kind": "table"}]})");
    for (int rows = 10; rows <= 40; rows += 3) {
        std::string list;
        for (int row = 0; row < rows; ++row)
            list += std::string(row > 0 ? "," : "") + "{\"id\": \"r" + std::to_string(row) +
                    "\", \"term\": \"Term\", \"text\": \"A text that is long enough for several "
                    "lines in a column that is drawn together, and for one or two where it is not, "
                    "so that what is narrow is higher than what is wide.\"}";
        folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "D",
            "columns": [{"id": "term", "kind": "name", "title": "Term"},
                        {"id": "text", "kind": "text", "title": "Text"}],
            "sections": [{"id": "s", "rows": [)" +
                                         list + "]}]}");
        Job job;
        job.dataset = folder / "dataset.json";
        job.layouts = {folder / "one.json"};
        job.resources = {BROADSIDE_SOURCE_DIR};
        job.output = "one.pdf";
        DiskFileStore files;
        MemorySink sink;
        if (build(job, files, sink).ok())
            EXPECT_THAT(pdf_page_sizes(sink.written.at("one.pdf")), SizeIs(1)) << rows << " rows";
        else
            EXPECT_GT(rows, 30);
    }
}

TEST(FilledPages, HyphenateNothingForTypeThatIsHardlyLarger) {
    const TemporaryFolder folder;
    std::string rows;
    for (int row = 0; row < 15; ++row) {
        const char* paper = row % 3 == 0 ? "120 g Affichenpapier" : "350 g Bilderdruck matt";
        rows += fmt::format("{}{{\"id\": \"r{}\", \"n\": \"Format {}\", \"t\": \"{}\"}}",
                            row > 0 ? "," : "", row, row, paper);
    }
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "de", "title": "D",
        "columns": [{"id": "n", "kind": "name", "title": "N"}, {"id": "t", "kind": "text", "title": "T"}],
        "sections": [{"id": "s", "rows": [)" +
                                     rows + "]}]}");
    folder.write("l.json", R"({"format": 1, "name": "l",
        "page": {"size": {"width": "70mm", "height": "150mm"}, "margin": "5mm"},
        "fit": {"order": ["padding", "hyphenate", "font-size"], "min_font": "4pt"},
        "blocks": [{"kind": "header"}, {"kind": "table",
            "columns": {"n": {"width": "1fr"}, "t": {"width": "0.7fr"}}}]})");
    Job job = job_of(kShort, {"pdf"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.output = "l.pdf";
    const std::vector<PdfWord> words = pdf_words(only_file_of(job));
    EXPECT_EQ(std::count_if(words.begin(), words.end(),
                            [](const PdfWord& word) { return word.text == "Bilderdruck"; }),
              10);
}

TEST(FilledPages, BreakNoColumnOfPhrasesForLargerType) {
    const TemporaryFolder folder;
    std::string rows;
    for (const char* drink : {"soia", "avena", "riso", "cocco", "nocciola", "piselli", "mandorla",
                              "farro parzialmente scremata", "canapa"})
        rows += fmt::format(
            "{}{{\"id\": \"r{}\", \"n\": \"Bevanda di {}\", \"q\": 30, \"v\": \"B2, B12, D\"}}",
            rows.empty() ? "" : ",", rows.size(), drink);
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "it", "title": "Bevande",
        "columns": [{"id": "n", "kind": "name", "title": "Bevanda"},
                    {"id": "q", "kind": "number", "title": "Valore energetico", "unit": "kcal"},
                    {"id": "v", "kind": "text", "title": "Vitamine"}],
        "sections": [{"id": "s", "rows": [)" +
                                     rows + "]}]}");
    folder.write("l.json", R"({"format": 1, "name": "l",
        "page": {"size": {"width": "74mm", "height": "110mm"}, "margin": "5mm"},
        "fit": {"max_font": "20pt"}, "blocks": [{"kind": "header"},
        {"kind": "table", "kinds": {"name": {"width": "1.25fr"}, "text": {"width": "1fr"}}}]})");
    Job job = job_of(kShort, {"pdf"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.output = "l.pdf";
    const PdfWords words{pdf_words(only_file_of(job))};
    EXPECT_NEAR(words.of("D").top, words.of("B2,").top, 0.1);
}

/// As on a menu for a wall.
TEST(FilledPages, BreakLongTextsForLargerTypeRatherThanHaveLooseRows) {
    const TemporaryFolder folder;
    std::string rows;
    for (const char* day : {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"})
        rows += fmt::format(
            R"({}{{"id": "r{}", "day": "{}", "dish": "Potato pancakes with sauce and fried onions",
                   "salad": "Cucumbers with dill and sour cream", "price": 4.50}})",
            rows.empty() ? "" : ",", rows.size(), day);
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "Menu",
        "columns": [{"id": "day", "kind": "name", "title": "Day"},
                    {"id": "dish", "kind": "text", "title": "Dish"},
                    {"id": "salad", "kind": "text", "title": "Salad"},
                    {"id": "price", "kind": "number", "title": "Price", "unit": "€"}],
        "sections": [{"id": "s", "rows": [)" +
                                     rows + "]}]}");
    folder.write("l.json", R"({"format": 1, "name": "l", "page": {"orientation": "landscape"},
        "fit": {"pages": 1}, "blocks": [{"kind": "header"}, {"kind": "table"}]})");
    Job job = job_of(kShort, {"pdf"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.output = "l.pdf";
    const PdfWords words{pdf_words(only_file_of(job))};
    const PdfWord first = words.of("Potato"), last = words.of("onions");
    EXPECT_GT(last.top, first.top + 5) << "in two lines";
    EXPECT_GT(first.bottom - first.top, 20);
    const double row = words.of("Tuesday").top - words.of("Monday").top;
    EXPECT_LT(row, 2 * (last.bottom - first.top)) << "and rows are not much higher than that takes";
}

TEST(FilledPages, KeepTheSizeThatALayoutSays) {
    const TemporaryFolder folder;
    folder.write("nine.json", R"({"format": 1, "name": "nine", "fit": {"max_font": "9pt"},
        "blocks": [{"kind": "header"}, {"kind": "table"}]})");
    Job job = job_of(kShort, {"pdf"});
    job.layouts = {folder / "nine.json"};
    DiskFileStore files;
    MemorySink sink;
    build(job, files, sink);
    const PdfWord price = PdfWords{pdf_words(sink.written.at("bicycles-nine.pdf"))}.of("119.00");
    EXPECT_LT(price.bottom - price.top, 13);
}

TEST(FilledPages, FillAGlossary) {
    const PdfWords words = words_on_one_page({"tests/fixtures/glossary", kLayout});
    EXPECT_GT(depth_of(words.of("Widow")), 0.9);
}

TEST(FilledPages, HoldSixteenColumnsOfSymbolsUpright) {
    const PdfWords words = words_on_one_page({"tests/fixtures/matrix", kLayout});
    for (const char* whole : {"Fremdschlüssel", "Graphabfragen", "PostgreSQL", "CockroachDB"})
        words.of(whole);
    EXPECT_THAT(words.words,
                Each(AllOf(Field(&PdfWord::left, Gt(kMargin - 1)),
                           Field(&PdfWord::right, ::testing::Lt(kA4.width - kMargin + 1)))));
}

TEST(FilledPages, AreWarnedOfWhereTooLittleIsOnThem) {
    const TemporaryFolder folder;
    folder.write("few.json", R"({"format": 1, "id": "few", "language": "en", "title": "Few",
        "columns": [{"id": "n", "kind": "name", "title": "N"}],
        "sections": [{"id": "s", "rows": [{"id": "a", "n": "A"}, {"id": "b", "n": "B"}]}]})");
    Job job = job_of(kShort);
    job.dataset = folder / "few.json";
    DiskFileStore files;
    const auto checked = check(job, files);
    EXPECT_TRUE(checked.ok());
    EXPECT_THAT(problems_of(checked),
                AllOf(HasSubstr("filled.json:9:10: warning: /fit: the page is only "),
                      HasSubstr(" % filled: type and rows are as large as `fit` lets them be"),
                      HasSubstr("choose a smaller page")));
}

}  // namespace
}  // namespace broadside::testing
