#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "support/tiny_project.hpp"

/// Notes of several tables on one page.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

/// A page with those blocks, of tables "one" and "two".
std::string page_with(const std::string& blocks, const std::string& format = "pdf") {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"}], "marks": "numbers",
      "notes": [{"id": "g", "text": "General.", "general": true}, {"id": "c", "text": "Of all."},
                {"id": "a", "text": "Inner."}, {"id": "b", "text": "Outer."}],
      "sections": [
        {"id": "one", "rows": [{"id": "earth", "planet": {"names": ["Earth"], "notes": ["a", "c"]}}]},
        {"id": "two", "rows": [{"id": "saturn", "planet": {"names": ["Saturn"], "notes": ["c", "b"]}}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [)" + blocks + "]}");
    project.job.formats = {format};
    project.job.output = "planets.{ext}";
    const std::string problems = problems_of(build(project.job, project.files, project.sink));
    if (!problems.empty()) return problems;
    const std::string& file = project.sink.written.at("planets." + format);
    return format == "pdf" ? one_line(pdf_text(file)) : file;
}

constexpr char kOne[] = R"({"kind": "table", "sections": ["one"]}, )";
constexpr char kTwo[] = R"({"kind": "table", "sections": ["two"]}, )";
constexpr char kNotes[] = R"({"kind": "notes", "columns": 1})";

TEST(TableNotes, StandUnderEachTableThatCallsThem) {
    const std::string blocks = std::string(kOne) + kNotes + ", " + kTwo + kNotes;
    EXPECT_THAT(
        page_with(blocks),
        ContainsRegex("Earth.*1 Inner. 2 Of all. Planet Saturn.*General. 2 Of all. 3 Outer."));
    EXPECT_THAT(page_with(std::string(kOne) + kNotes + ", " + kTwo + kNotes + ", " + kNotes),
                Not(ContainsRegex("3 Outer.*Of all")))
        << "no table stands before the last block";
}

TEST(TableNotes, AreWhereTheMarksOfTheirTableLead) {
    const std::string blocks = std::string(kOne) + kNotes + ", " + kTwo + kNotes;
    const std::string page = page_with(blocks, "html");
    std::vector<std::size_t> places;
    for (const std::string part :
         {"href=\"#note-c\"", "id=\"note-c\"", "href=\"#note-c_2f2\"", "id=\"note-c_2f2\""}) {
        places.push_back(page.find(part));
        EXPECT_NE(places.back(), page.npos) << part;
        EXPECT_EQ(places.back(), page.rfind(part)) << part;
    }
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
    EXPECT_THAT(
        page_with(std::string(kOne) + kNotes + ", " + kTwo + R"({"kind": "imprint"})", "html"),
        Not(HasSubstr("note-c_2f2")))
        << "a table without notes below it has those above";
}

TEST(TableNotes, StandAllInOneBlockWhereverItIs) {
    const std::string all = "General. 1 Inner. 2 Of all. 3 Outer.";
    EXPECT_THAT(page_with(std::string(kOne) + kTwo + kNotes), HasSubstr(all));
    EXPECT_THAT(page_with(std::string(kOne) + kNotes + ", " + kTwo + R"({"kind": "header"})"),
                HasSubstr(all));
}

TEST(TableNotes, OfPagesStandInOneBlock) {
    const std::string by_page = R"({"kind": "notes", "place": "page"})";
    EXPECT_THAT(page_with(std::string(kOne) + by_page + ", " + kTwo + by_page),
                AllOf(HasSubstr("expected one block of notes of pages, got a second"),
                      HasSubstr("/blocks/3")));
    EXPECT_THAT(page_with(std::string(kOne) + kNotes + ", " + kTwo + by_page),
                ContainsRegex("Inner.*Saturn.*Outer"));
}

TEST(TableNotes, LookTheSameBehindNumbersAndWords) {
    const auto text_with = [](const std::string& price) {
        TinyProject project(
            R"({"format": 1, "id": "planets", "language": "en", "title": "Plans", "marks": "numbers",
          "columns": [{"id": "name", "kind": "name", "title": "Price"}, {"id": "a", "kind": "plain", "title": "Team"},
                      {"id": "b", "kind": "plain", "title": "Firm"}],
          "notes": [{"id": "n", "text": "A month."}],
          "sections": [{"id": "all", "rows": [{"id": "p", "name": "Plan",
            "a": {"text": ")" +
                price + R"(", "notes": ["n"]}, "b": {"text": "on request", "notes": ["n"]}}]}]})",
            R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
        return one_line(pdf_text(file_of(project, "plans.pdf")));
    };
    EXPECT_THAT(text_with("from $18"),
                ContainsRegex("from \\$18.{0,4}\\(1\\) on request.{0,4}\\(1\\) \\(1\\) A month"));
    EXPECT_THAT(text_with("by seat"), ContainsRegex("by seat.{0,4}1 on request.{0,4}1 1 A month"));
}

}  // namespace
}  // namespace broadside::testing
