#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

/// The tables of a finished HTML page: which heads their cells are told with.
namespace broadside::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

constexpr char kCosts[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
  "columns": [{"id": "what", "kind": "name", "title": "What"},
              {"id": "now", "kind": "plain", "title": "Now"},
              {"id": "then", "kind": "plain", "title": "Then"}],
  "spanners": [{"id": "cost", "title": "Cost", "columns": ["now", "then"]}],
  "sections": [{"id": "all", "title": "Home",
    "rows": [{"id": "food", "what": "Food", "now": 12, "then": 13},
             {"id": "bread", "what": {"names": "Bread", "level": 1}, "now": 5,
              "then": {"text": "3", "rowspan": 2}},
             {"id": "rye", "what": {"names": "Rye", "level": 2}, "now": 4},
             {"id": "rent", "what": "Rent", "now": 40, "then": 41}]}]})";

std::string page_of(const std::string& dataset, const std::string& table = "") {
    TinyProject project(
        dataset, R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}");
    return file_of(project, "costs.html");
}

/// "the heads that a cell names: its text", of all that name some.
constexpr char kNamedHeads[] = R"([...document.querySelectorAll("[headers]")].map(cell =>
    cell.getAttribute("headers").split(" ")
        .map(id => document.getElementById(id).innerText.trim()).join(" ") + ": " +
    cell.innerText.trim()))";

TEST(HtmlTable, NamesTheRowsThatARowStandsUnder) {
    const ShownPage page(page_of(kCosts));
    EXPECT_THAT(page(kNamedHeads),
                ElementsAre("What Home Food: Bread", "Cost Now Home Food Bread: 5",
                            "Cost Then Home Food Bread Rye: 3", "What Home Food Bread: Rye",
                            "Cost Now Home Food Bread Rye: 4"));
    const Accessible told = browser().accessible();
    std::vector<std::string> rows;
    for (const Accessible* head : told.all("rowheader"))
        rows.push_back(head->name + ": " + head->description);
    EXPECT_THAT(rows, IsSupersetOf({"Bread: Food", "Rye: Food Bread", "Rent: "}));
}

}  // namespace
}  // namespace broadside::testing
