#include <sstream>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "support/tiny_project.hpp"

/// Rows of half a page and more under the titles of sections, on finished pages.
namespace broadside::testing {
namespace {

using ::testing::ElementsAre;

/// An A5 page has room for 48 lines under the head of the table, or 46 under the title of a
/// section as well.
constexpr char kHighRowsLayout[] = R"({"format": 1, "name": "plain",
  "page": {"size": "A5", "margin": "10mm"}, "blocks": [{"kind": "header"}, {"kind": "table"}]})";

std::string high_row(const std::string& name, std::size_t lines) {
    std::string text = "a";
    for (std::size_t i = 1; i < lines; ++i) text += "\\na";
    return R"({"id": ")" + name + R"(", "name": ")" + name + R"(", "what": ")" + text + R"("})";
}

/// Two sections; only the titles and the names of rows are upper case.
std::string high_rows_dataset(const std::string& first, const std::string& second) {
    return R"({"format": 1, "id": "planets", "language": "en", "title": "t",
  "columns": [{"id": "name", "kind": "name", "title": "n"},
              {"id": "what", "kind": "text", "title": "w"}],
  "sections": [{"id": "s", "title": "S", "rows": [)" +
           first + R"(]}, {"id": "t", "title": "T", "rows": [)" + second + "]}]}";
}

/// Titles and rows by page: "S R0".
std::vector<std::string> shown_by_page(const std::string& dataset) {
    TinyProject project(dataset, kHighRowsLayout);
    project.job.formats = {"pdf"};
    EXPECT_EQ(problems_of(build(project.job, project.files, project.sink)), "");
    std::string pdf;
    for (const auto& [path, bytes] : project.sink.written) {
        if (path.ends_with(".pdf")) pdf = bytes;
    }
    std::vector<std::string> shown(pdf_page_sizes(pdf).size());
    for (const PdfWord& word : pdf_words(pdf)) {
        if (word.text.front() < 'A' || word.text.front() > 'Z') continue;
        std::string& page = shown.at(word.page);
        page += (page.empty() ? "" : " ") + word.text;
    }
    return shown;
}

TEST(HighRows, StandUnderTheirTitleOneByOneWhereTwoAreTooHigh) {
    EXPECT_THAT(shown_by_page(high_rows_dataset(high_row("R0", 24) + "," + high_row("R1", 24),
                                                high_row("R2", 8) + "," + high_row("R3", 24))),
                ElementsAre("S R0", "S R1 T R2", "T R3"));
}

TEST(HighRows, LeaveNoPageWithoutARowToKeepTwoTogether) {
    EXPECT_THAT(shown_by_page(high_rows_dataset(high_row("R0", 22) + "," + high_row("R1", 22),
                                                high_row("R2", 4) + "," + high_row("R3", 4))),
                ElementsAre("S R0", "S R1 T R2 R3"));
}

TEST(HighRows, StandUnderTheHeadAloneWhereTheTitleHasNoRoom) {
    EXPECT_THAT(shown_by_page(high_rows_dataset(high_row("R0", 8) + "," + high_row("R1", 8),
                                                high_row("R2", 47) + "," + high_row("R3", 8))),
                ElementsAre("S R0 R1 T", "R2", "T R3"));
}

TEST(HighRows, AreBrokenBetweenLinesWhereNoPageHoldsThem) {
    std::string text = "L0";
    for (int i = 1; i < 120; ++i) text += "\\nL" + std::to_string(i);
    const std::string row = R"({"id": "high", "name": "R1", "what": ")" + text + R"("})";
    const auto pages =
        shown_by_page(high_rows_dataset(high_row("R0", 8) + "," + row, high_row("R2", 8)));
    ASSERT_THAT(pages, ::testing::SizeIs(4));
    EXPECT_EQ(pages.back(), "T R2");
    int next = 0;
    for (const std::string& page : {pages[0], pages[1], pages[2]}) {
        EXPECT_THAT(page, AllOf(::testing::StartsWith("S "), ::testing::HasSubstr("R1 L")));
        std::istringstream words(page);
        for (std::string word; words >> word;) {
            if (word.front() != 'L') continue;
            EXPECT_EQ(word, "L" + std::to_string(next++));
        }
    }
    EXPECT_EQ(next, 120);
}

}  // namespace
}  // namespace broadside::testing
