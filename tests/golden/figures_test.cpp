#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/poppler.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

namespace broadside::testing {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const Edition kFigures{"tests/fixtures/figures", "tests/fixtures/plain.json"};

// All digits are equally wide: what has one more before its sign begins a digit earlier.
TEST(Figures, LineUpAtTheirSignWhateverElseTheColumnHolds) {
    const std::vector<PdfWord> words = pdf_words(file_of(kFigures, "pdf"));
    const auto word = [&](const std::string& beginning) {
        return *std::find_if(words.begin(), words.end(),
                             [&](const PdfWord& each) { return each.text.starts_with(beginning); });
    };
    const double digit = word("42.00").left - word("890.125").left;
    EXPECT_GT(digit, 2);
    EXPECT_NEAR(word("1.3").left, word("42.00").left + digit, 0.1);
    EXPECT_NEAR(word("12,00").left, word("9,99").left - digit, 0.1);
    EXPECT_NEAR(word("–").right, word("890.125").right, 0.1) << "at the end of the figures";
}

/// Where the decimal sign stands, or would, of each figure of the second column.
constexpr char kAxes[] =
    R"([...document.querySelectorAll("td:nth-child(2) .bsd-figure")].map(figure => {
    const number = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange(), sign = number.data.search(/[.,]/);
    range.setStart(number, sign < 0 ? number.length : sign);
    range.setEnd(number, number.length);
    return Math.round(10 * range.getBoundingClientRect().left) / 10;
}))";

TEST(Figures, LineUpInABrowserToo) {
    const std::string html = file_of(kFigures, "html");
    EXPECT_THAT(html, HasSubstr("<div class=\"bsd-figure\">890.125<")) << "heard as one number";
    const std::vector<double> axes = ShownPage(html)(kAxes);
    ASSERT_THAT(axes, SizeIs(Ge(4U)));
    EXPECT_THAT(axes, Each(DoubleNear(axes.front(), 0.2)));
}

TEST(Figures, LineUpFromRightToLeftInABrowserAsOnPagesWithDashesAtTheirEnd) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ar", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "cost", "kind": "number", "title": "Cost in any of the seasons"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": "A", "cost": "1.2"}, {"id": "b", "what": "B", "cost": "42.3"},
        {"id": "c", "what": "C", "cost": "3.45"}, {"id": "d", "what": "D", "cost": "2.8–5.4"},
        {"id": "e", "what": "E", "cost": "–"}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    const ShownPage page(file_of(project, "costs.html", Warnings::Some));
    std::vector<double> axes = page(kAxes);
    ASSERT_THAT(axes, SizeIs(Ge(3U)));
    axes.resize(3);
    EXPECT_THAT(axes, Each(DoubleNear(axes.front(), 0.2)));
    const std::vector<std::vector<double>> words = page(
        R"([...document.querySelectorAll("td")].map(cell => {
            const text = [...cell.querySelectorAll("div")].at(-1), range = document.createRange();
            const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            range.selectNodeContents(walk.nextNode());
            const parts = [...range.getClientRects()], whole = range.getBoundingClientRect();
            const room = whole.width - parts.reduce((sum, part) => sum + part.width, 0);
            return [whole.left, whole.left - cell.getBoundingClientRect().left, room];
        }))");
    ASSERT_THAT(words, SizeIs(5));
    EXPECT_NEAR(words[4][0], words[1][0], 0.5)
        << "the dash, below the figure that reaches furthest";
    EXPECT_LT(words[1][1], 20) << "at the left of their column";
    EXPECT_LT(words[3][2], 1) << "nothing parts a range";
}

/// A column of opening hours, with what stands in one more cell.
TinyProject opening_hours() {
    return TinyProject(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Pools",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "h", "kind": "plain", "title": "Open on weekdays"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "h": "9:30–17:00"},
                                            {"id": "b", "n": "B", "h": "10–18"},
                                            {"id": "c", "n": "C", "h": "10:00–21:30"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
}

TEST(Figures, LineUpAtTheDashOfOpeningHours) {
    TinyProject project = opening_hours();
    const PdfWords words{pdf_words(file_of(project, "hours.pdf"))};
    const double digit = words.of("9:30–17:00").left - words.of("10:00–21:30").left;
    EXPECT_GT(digit, 2);
    EXPECT_NEAR(words.of("9:30–17:00").right, words.of("10:00–21:30").right, 0.1);
    EXPECT_GT(words.of("10–18").left, words.of("9:30–17:00").left + digit);
    const std::vector<double> axes = ShownPage(file_of(project, "hours.html"))(
        R"([...document.querySelectorAll(".bsd-figure")].map(figure => {
            const hours = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(hours, hours.data.search("–"));
            range.setEnd(hours, hours.length);
            return range.getBoundingClientRect().left;
        }))");
    ASSERT_THAT(axes, SizeIs(3));
    EXPECT_THAT(axes, Each(DoubleNear(axes.front(), 0.5)));
}

/// The first words of cells of a column that holds figures and words.
std::vector<PdfWord> first_words(const std::vector<std::string>& cells) {
    std::string rows;
    for (const std::string& cell : cells) {
        rows += (rows.empty() ? R"({"id": "r)" : R"(, {"id": "r)") + std::to_string(rows.size()) +
                R"(", "n": "Name", "v": ")" + cell + R"("})";
    }
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
        "columns": [{"id": "n", "kind": "name", "title": "Provider"},
                    {"id": "v", "kind": "plain", "title": "Network that one has"}],
        "sections": [{"id": "all", "rows": [)" +
            rows + "]}]}",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    const std::vector<PdfWord> words = pdf_words(file_of(project, "plans.pdf"));
    std::vector<PdfWord> found;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i - 1].text == "Name") found.push_back(words[i]);
    return found;
}

TEST(Figures, AreNoNamesOfWhichCellsListSeveral) {
    const std::vector<PdfWord> names = first_words({"5G SA", "5G", "4G / 5G", "4G"});
    ASSERT_THAT(names, SizeIs(4));
    for (const PdfWord& name : names) EXPECT_NEAR(name.left, names.front().left, 0.1) << name.text;
}

TEST(Figures, HaveWordsOfHoursAmongRangesAtTheirEnd) {
    const std::vector<PdfWord> hours = first_words({"8–20", "24 hours", "9–17"});
    ASSERT_THAT(hours, SizeIs(3));
    EXPECT_GT(hours[0].left, hours[1].left) << "the words are wider";
    EXPECT_NEAR(hours[0].right, hours[2].right, 0.1);
}

TEST(Figures, EndBelowTheirHeadWhereAGridIsSharedWithPagesFromRightToLeft) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Hire",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "d", "kind": "number", "title": "Deposit"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "d": 1500},
                                            {"id": "b", "n": "B", "d": 80}]}]})",
        R"({"format": 1, "name": "plain", "fit": {"lock": true},
        "blocks": [{"kind": "table", "kinds": {"number": {"width": "60mm"}}}]})");
    project.files.files["locales/ar.json"] =
        R"({"format": 1, "language": "ar", "translates": "planets"})";
    project.job.languages = {"en", "ar"};
    project.job.output = "hire-{lang}.pdf";
    build(project.job, project.files, project.sink);
    const PdfWords english{pdf_words(project.sink.written.at("hire-en.pdf"))};
    EXPECT_NEAR(english.of("1,500").right, english.of("Deposit").right, 0.2);
    EXPECT_NEAR(english.of("80").right, english.of("Deposit").right, 0.2);
    const PdfWords arabic{pdf_words(project.sink.written.at("hire-ar.pdf"))};
    EXPECT_NEAR(arabic.of("1,500").left, arabic.of("Deposit").left, 0.2);
    EXPECT_NEAR(arabic.of("80").right, arabic.of("1,500").right, 0.2);
}

TEST(Figures, HaveRoomForTheirMarksInAGridSharedWithPagesFromRightToLeft) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Hire", "marks": "letters",
        "notes": [{"id": "x", "text": "X."}, {"id": "y", "text": "Y."}],
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "d", "kind": "number", "title": "D"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "n": "A", "d": {"number": 1500, "notes": ["x", "y"]}},
            {"id": "b", "n": "B", "d": 2500}, {"id": "c", "n": "C", "d": 0.1234}]}]})",
        R"({"format": 1, "name": "plain", "fit": {"lock": true}, "blocks": [
        {"kind": "table", "kinds": {"number": {"width": "min-content"}}}, {"kind": "notes"}]})");
    project.files.files["locales/he.json"] =
        R"({"format": 1, "language": "he", "translates": "planets"})";
    project.job.languages = {"en", "he"};
    project.job.output = "hire-{lang}.pdf";
    build(project.job, project.files, project.sink);
    const std::vector<PdfWord> words = pdf_words(project.sink.written.at("hire-he.pdf"));
    const auto right_of = [&](const std::string& part) {
        return std::find_if(
                   words.begin(), words.end(),
                   [&](const PdfWord& word) { return word.text.find(part) != word.text.npos; })
            ->right;
    };
    EXPECT_NEAR(right_of("1,500"), right_of("2,500"), 0.2);
}

}  // namespace
}  // namespace broadside::testing
