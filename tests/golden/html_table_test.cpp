#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

/// The tables of a finished HTML page: which heads their cells are told with, and how
/// wide their columns are.
namespace broadside::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Le;

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
    return file_of(project, "costs.html", Warnings::Some);
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

/// Of the rows of heads and one of the body, the cells with a rule at their start or end, and how
/// much wider the white before such an end is than that at the start.
constexpr char kGuides[] =
    R"([...document.querySelectorAll("tr:not(.bsd-section) ")].slice(0, 3).map(row =>
    [...row.cells].map(cell => {
    const own = getComputedStyle(cell);
    const room = parseFloat(own.paddingRight) / parseFloat(own.paddingLeft);
    return (own.borderLeftWidth == "0px" ? "" : "|") + cell.innerText.trim() +
           (own.borderRightWidth == "0px" ? "" : " " + room.toFixed(2) + "|");
    }).join(", ")))";

TEST(HtmlTable, HasGuidesBelowHeadsOfGroupsClearOfFiguresAsPagesHaveThem) {
    constexpr char kNow[] = R"({"id": "now",)";
    const std::string costs = replaced(
        kCosts, kNow, R"({"id": "was", "kind": "plain", "title": "Was"}, )" + std::string(kNow));
    const ShownPage page(page_of(costs, R"(, "guides": 1)"), 1280);
    EXPECT_THAT(page(kGuides),
                ElementsAre("What, Was, Cost", "|Now 1.75|, Then", "Food,  1.75|, 12 1.75|, 13"));
}

constexpr char kRings[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
  "values": {"rings": {"values": {"yes": {"label": "has rings", "symbol": "yes"}}}},
  "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
              {"id": "rings", "kind": "symbol", "values": "rings",
               "title": "Has rings that people can see"},
              {"id": "price", "kind": "number", "title": "Cost of a night there in summer"},
              {"id": "about", "kind": "text", "title": "About"}],
  "sections": [{"id": "all", "rows": [
    {"id": "saturn", "planet": "Saturn", "rings": "yes", "price": "105–120",
     "about": "{}"}]}]})";

/// With a text of so many words.
std::string rings(int words, const std::string& table = "") {
    std::string text = "many";
    for (int i = 1; i < words; ++i) text += " words";
    return page_of(replaced(kRings, "{}", text), table);
}

/// Of the head of symbols and that of figures.
constexpr char kLines[] =
    R"([...document.querySelectorAll("thead th")].slice(1, 3).map(head => {
    const text = document.createRange();
    text.selectNodeContents([...head.querySelectorAll("div")].at(-1));
    return new Set([...text.getClientRects()].map(line => line.bottom)).size;
}))";
constexpr char kWidths[] =
    R"([...document.querySelectorAll("thead th")].slice(1, 3).map(head => head.offsetWidth))";

TEST(HtmlTable, HasHeadsOfTwoLinesWhereTextsNeedTheRoom) {
    const ShownPage narrow(rings(12), 1000);
    EXPECT_THAT(narrow(kLines), ElementsAre(2, 2));
    EXPECT_THAT(narrow(kWidths), Each(Le(170)));
    const ShownPage wide(rings(4), 1000);
    EXPECT_THAT(wide(kLines), ElementsAre(1, 1));
}

TEST(HtmlTable, KeepsWidthsOfSymbolsAndFiguresAsLongAsNoNameBreaks) {
    constexpr char kFixed[] =
        R"(, "kinds": {"symbol": {"width": "28mm"}, "number": {"width": "28mm"}})";
    const ShownPage page(rings(3, kFixed), 1000);
    const auto kept = page(kWidths);
    EXPECT_EQ(kept.at(0), kept.at(1));
    EXPECT_GT(kept.at(0), 150);
    browser().widen(400);
    EXPECT_THAT(page(kWidths), Each(Le(120)));
}

TEST(HtmlTable, MayBeWiderThanAnyHost) {
    std::string columns;
    for (int i = 0; i < 40; ++i)
        columns +=
            R"({"id": "c)" + std::to_string(i) + R"(", "kind": "text", "title": "Unbreakable"},)";
    TinyProject project(replaced(kRings, R"({"id": "planet",)", columns + R"({"id": "planet",)"),
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    project.job.output_options.html = HtmlForm::Fragment;
    EXPECT_THAT(file_of(project, "host.html", Warnings::Some),
                HasSubstr("@media screen{\n.bsd-region-"));
}

/// The lines of an element, as a browser breaks them.
constexpr char kShownLines[] = R"((element => {
    const lines = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let last = -1;
    for (let node; (node = walker.nextNode());) {
        for (let i = 0; i < node.length; ++i) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const {top, width} = range.getBoundingClientRect();
            if (width === 0) continue;
            if (Math.abs(top - last) > 4) lines.push("");
            last = top;
            lines[lines.length - 1] += range.toString();
        }
    }
    return lines;
}))";

std::string japanese_page(HtmlForm form) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ja",
        "title": "Webフレームワーク6種の比較",
        "columns": [{"id": "name", "kind": "name", "title": "フレームワーク"},
                    {"id": "use", "kind": "text", "title": "向いている用途"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "name": "三ヶ月",
            "use": {"text": "締め切りのある完璧主義者のためのフレームワーク"}}]}]})");
    project.job.output_options.html = form;
    return file_of(project, "planets.html");
}

TEST(HtmlTable, BreaksJapaneseLinesBetweenWords) {
    for (const HtmlForm form : {HtmlForm::Page, HtmlForm::Fragment}) {
        const ShownPage page(japanese_page(form), 340);
        const auto lines = [&](const std::string& element, double width) {
            return page(fmt::format(
                "(() => {{const shown = document.querySelector('{}'); shown.style.width = "
                "'{}em'; return {}(shown);}})()",
                element, width, kShownLines));
        };
        EXPECT_EQ(lines("h1, h2", 11), nlohmann::json({"Webフレームワーク", "6種の比較"}));
        EXPECT_EQ(lines("td > div", 9.5),
                  nlohmann::json({"締め切りのある", "完璧主義者のための", "フレームワーク"}));
    }
}

/// Widths of the cells of the first row of the body, but for the first, in pixels.
constexpr char kCellWidths[] = R"([...document.querySelector('tbody tr:not(.bsd-section)').cells]
    .slice(1).map(cell => Math.round(cell.getBoundingClientRect().width)))";

TEST(HtmlTable, KeepsColumnsOfOneWidthAlikeWhereWordsAreLong) {
    std::string columns, cells;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "m" + std::to_string(i);
        columns += R"(, {"id": ")" + id + R"(", "kind": "text", "title": "Jan"})";
        cells += ", \"" + id + "\": \"" +
                 (i == 4  ? "conservation"
                  : i < 6 ? "few"
                          : "a few") +
                 "\"";
    }
    TinyProject project(R"({"format": 1, "id": "birds", "language": "en", "title": "Birds",
        "columns": [{"id": "bird", "kind": "name", "title": "Bird"})" +
                            columns + R"(, {"id": "how", "kind": "text", "title": "How"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "bird": "Blackcap")" +
                            cells + R"(, "how": "At night, with two nets by the water"}]}]})",
                        R"({"format": 1, "name": "plain", "page": {"orientation": "landscape"},
        "blocks": [{"kind": "table", "kinds": {"text": {"width": "11mm"}},
                    "columns": {"how": {"width": "1fr"}}}]})");
    const ShownPage page(file_of(project, "birds.html", Warnings::Some), kDesk);
    const nlohmann::json widths = page(kCellWidths);
    for (std::size_t i = 1; i < 12; ++i)
        EXPECT_NEAR(widths[i].get<int>(), widths[0].get<int>(), 1) << widths;
}

TEST(HtmlTable, SetsSymbolsUnderTurnedHeadsInColumnsOfOneWidth) {
    std::string columns, cells;
    for (int i = 0; i < 16; ++i) {
        const std::string id = "c" + std::to_string(i);
        columns += R"(, {"id": ")" + id +
                   R"(", "kind": "symbol", "values": "rings", "title": "A rather long head"})";
        cells +=
            ", \"" + id + "\": {\"value\": \"yes\"" + (i % 5 == 0 ? R"(, "notes": ["n"]})" : "}");
    }
    TinyProject project(R"({"format": 1, "id": "p", "language": "en", "title": "P",
        "values": {"rings": {"values": {"yes": {"label": "has rings", "symbol": "yes"}}}},
        "notes": [{"id": "n", "text": "Perhaps."}],
        "columns": [{"id": "name", "kind": "name", "title": "Name"})" +
                            columns + R"(],
        "sections": [{"id": "all", "rows": [{"id": "a", "name": "Saturn")" +
                            cells + "}]}]}",
                        R"({"format": 1, "name": "plain", "blocks": [
        {"kind": "table", "kinds": {"symbol": {"head": "rotated"}}}, {"kind": "notes"}]})");
    const ShownPage page(file_of(project, "p.html", Warnings::Some), kDesk);
    EXPECT_EQ(page("getComputedStyle(document.querySelector('tbody')).display"), "table-row-group");
    const nlohmann::json widths = page(kCellWidths);
    for (std::size_t i = 1; i < 16; ++i)
        EXPECT_NEAR(widths[i].get<int>(), widths[0].get<int>(), 2) << widths;
}

/// Of each cell, how far its text reaches over its end.
constexpr char kOverhang[] = R"([...document.querySelectorAll("td, th")].map(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return Math.round(range.getBoundingClientRect().right - cell.getBoundingClientRect().right);
}))";

TEST(HtmlTable, PrintsNoLongNameOverTheNextColumn) {
    const std::string costs = replaced(kCosts, R"("what": "Rent")",
                                       R"("what": "Mobiliarversicherungsgesellschaftsvertrag")");
    for (const int width : {kPhone, kDesk}) {
        const std::string look =
            R"t(, "narrow": "scroll", "columns": {"what": {"width": "fit-content(20mm)"}})t";
        const ShownPage page(page_of(costs, look), width);
        EXPECT_THAT(page(kOverhang), Each(Le(0))) << width;
    }
}

TEST(HtmlTable, LeavesRoomBesideNamesWhereItScrolls) {
    const std::string costs = replaced(kCosts, R"("what": "Rent", "now": 40)",
                                       R"("what": "Rent of the house by the sea with its garden",
                    "now": "Forty for each week in summer, and less in winter")");
    const ShownPage page(page_of(costs, R"(, "narrow": "scroll", "columns": {
        "what": {"width": "max-content"}, "now": {"width": "max-content"}})"),
                         kPhone);
    EXPECT_EQ(page(R"((() => { const head = document.querySelector("tbody [scope=row]");
        return [getComputedStyle(head).position,
                head.getBoundingClientRect().width <= .41 * innerWidth]; })())"),
              nlohmann::json({"sticky", true}));
}

TEST(HtmlTable, KeepsJapaneseHeadsInTheirColumns) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ja", "title": "比較",
        "values": {"v": {"values": {"yes": {"label": "対応", "symbol": "yes"}}}},
        "columns": [{"id": "name", "kind": "name", "title": "名称"},
                    {"id": "a", "kind": "symbol", "values": "v", "title": "管理画面"},
                    {"id": "b", "kind": "symbol", "values": "v", "title": "非同期"},
                    {"id": "c", "kind": "text", "title": "主張"}],
        "sections": [{"id": "all", "rows": [{"id": "x", "name": "Django", "a": "yes", "b": "yes",
            "c": "締め切りのある完璧主義者のためのフレームワーク、業務システム、社内の管理画面、新規サービスの立ち上げ、少人数のチーム、機械学習モデルの公開"}]}]})");
    const ShownPage page(file_of(project, "planets.html", Warnings::Some), 700);
    EXPECT_THAT(page(R"x([...document.querySelectorAll("thead th")].map(head => {
        const text = document.createRange(), style = getComputedStyle(head);
        text.selectNodeContents(head);
        const words = Math.max(...[...text.getClientRects()].map(line => line.width));
        return words + parseFloat(style.paddingLeft) * 2 - head.getBoundingClientRect().width;
    }))x"),
                Each(Le(1)));
}

}  // namespace
}  // namespace broadside::testing
