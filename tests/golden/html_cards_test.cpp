#include <fmt/format.h>
#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/shown_page.hpp"
#include "golden/table_reading.hpp"
#include "support/tiny_project.hpp"

/// A table of a finished HTML page in a window that is too narrow for it.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::Not;
using ::testing::SizeIs;

bool is_of_heads(const HeardRow& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const HeardCell& cell) { return cell.head_of == HeadOf::Column; });
}

/// Browsers know no spans there: a row has a cell in each column of the document's, but for those
/// that its last one spans.
void expect_all_of(const HeardRow& meant, const HeardRow& told) {
    const auto text = [&](const HeardRow& row, std::size_t i) {
        return row[std::min(i, row.size() - 1)].text;
    };
    ASSERT_THAT(told, SizeIs(AllOf(Ge(1U), Le(meant.size())))) << meant.front().text;
    for (std::size_t i = 0; i < meant.size(); ++i)
        EXPECT_EQ(text(told, i), meant[i].text) << meant.front().text << ", column " << i + 1;
    for (std::size_t i = 0; i < told.size(); ++i) EXPECT_EQ(told[i].head_of, meant[i].head_of);
}

void expect_told_on_cards(const Job& job) {
    DiskFileStore files;
    std::vector<HeardRow> meant = DocTableReader(clean(dump(job, Stage::Doc, files))).rows();
    const ShownPage page(only_file_of(job), kPhone);
    std::vector<HeardRow> told = rows_of(browser().accessible());
    std::erase_if(meant, is_of_heads);
    std::erase_if(told, is_of_heads);
    ASSERT_EQ(told.size(), meant.size());
    for (std::size_t i = 0; i < told.size(); ++i) expect_all_of(meant[i], told[i]);
}

TEST(HtmlCards, AreATableToAssistiveTechnology) {
    expect_told_on_cards(flyer_in("fr", "html"));
    expect_told_on_cards(flyer_in("ar", "html"));
    expect_told_on_cards(job_of({"data/timetable", "layouts/wide-a4.json"}, {"html"}));
    expect_told_on_cards(
        job_of({"data/browsers", "data/browsers/layouts/browsers-a4.json"}, {"html"}));
}

/// What is seen of a row.
std::string seen(const ShownPage& page, const std::string& row) {
    return page("document.querySelector('#row-" + row + "').innerText.replace(/\\s+/g, ' ')");
}

TEST(HtmlCards, NameEachValueAndSayTheWordsOfSymbols) {
    const ShownPage page(only_file_of(flyer_in("fr", "html")), kPhone);
    EXPECT_EQ(page("document.querySelector('tr[id=row-threema] td').offsetLeft < 40"), true);
    EXPECT_THAT(seen(page, "threema"),
                AllOf(HasSubstr("Threema"), HasSubstr("Côté serveur code source fermé"),
                      HasSubstr("Site du serveur Suisse")));
}

TEST(HtmlCards, SayOnEachWhatACellSaysOfSeveralRows) {
    const std::string html = only_file_of(flyer_in("fr", "html"));
    EXPECT_THAT(seen(ShownPage(html, kPhone), "threema"),
                HasSubstr("Structure du réseau centralisé"));
    const std::string wide = seen(ShownPage(html, kDesk), "threema");
    EXPECT_THAT(wide, AllOf(Not(HasSubstr("centralisé")), Not(HasSubstr("Côté serveur"))));
}

TEST(HtmlCards, NameWhatStandsInColumnsOfTwoGroupsByTheColumnsAlone) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Night",
        "columns": [{"id": "name", "kind": "name", "title": "Place"},
                    {"id": "a", "kind": "plain", "title": "19:30"}, {"id": "b", "kind": "plain", "title": "20:00"},
                    {"id": "c", "kind": "plain", "title": "20:00"}],
        "spanners": [{"id": "evening", "title": "Evening", "columns": ["a"]},
                     {"id": "night", "title": "Night", "columns": ["b"]},
                     {"id": "day", "title": "Next day", "columns": ["c"]}],
        "sections": [{"id": "all", "rows": [
          {"id": "roof", "name": "Roofgardenandterrace", "a": {"text": "Saturn", "colspan": 2}, "c": "Sun"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    EXPECT_EQ(seen(ShownPage(file_of(project, "planets.html", Warnings::Some), 100), "roof"),
              "Roofgardenandterrace 19:30 – Night · 20:00 Saturn Saturn Next day 20:00 Sun");
}

/// What is said of the second of two rows, where one cell takes both.
std::string said_again(const std::string& language, const std::string& first,
                       const std::string& second) {
    TinyProject project(
        fmt::format(R"({{"format": 1, "id": "planets", "language": "{}", "title": "Talks",
        "columns": [{{"id": "at", "kind": "name", "title": "At"}},
                    {{"id": "hall", "kind": "text", "title": "Auditorium maximum"}},
                    {{"id": "lab", "kind": "text", "title": "Observatory"}}],
        "sections": [{{"id": "all", "rows": [
          {{"id": "a", "at": "{}", "hall": {{"text": "**Saturn** up close", "rowspan": 2}}, "lab": "Moons"}},
          {{"id": "b", "at": "{}", "lab": "Rings of dust"}}]}}]}})",
                    language, first, second),
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    return seen(ShownPage(file_of(project, "planets.html", Warnings::Some), 100), "b");
}

TEST(HtmlCards, SayThatGoesOnWhatBeganAtAnEarlierTime) {
    EXPECT_EQ(said_again("en", "9:50", "11:00"),
              "11:00 Auditorium maximum Saturn up close (continued) Observatory Rings of dust");
    EXPECT_THAT(said_again("fr", "10 h 00", "11 h 00"), HasSubstr("Saturn up close (suite)"));
    EXPECT_THAT(said_again("ja", "9:50–10:40", "11:00–11:40"),
                HasSubstr("Saturn up close（続き）"));
    EXPECT_THAT(said_again("en", "10 mm", "11 mm"), Not(HasSubstr("(continued)")));
}

TEST(HtmlCards, StandUnderTheNameOfARowThatHasNothingElse) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
        "columns": [{"id": "name", "kind": "name", "title": "Planet"},
                    {"id": "air", "kind": "plain", "title": "Air"}],
        "sections": [{"id": "all", "rows": [
          {"id": "far", "name": "Far away"}, {"id": "saturn", "name": {"names": ["Saturn"], "level": 1}, "air": "hydrogen"},
          {"id": "titan", "name": {"names": ["Titan"], "level": 2}, "air": "nitrogen"},
          {"id": "near", "name": "Near"}, {"id": "venus", "name": {"names": ["Venus"], "level": 1}, "air": "carbon"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    const ShownPage page(file_of(project, "planets.html", Warnings::Some), 200);
    EXPECT_EQ(
        page(R"([...document.querySelectorAll("tbody tr")].map(row =>
        [getComputedStyle(row).borderTopWidth, row.offsetLeft > 0]))"),
        nlohmann::json::parse(
            R"([["0px", false], ["1px", true], ["1px", true], ["0px", false], ["1px", true]])"));
}

TEST(HtmlCards, SayTheHeadsOfGroupsAndTheMarksOfColumns) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Tickets",
        "columns": [{"id": "name", "kind": "name", "title": "Ticket"},
                    {"id": "tram", "kind": "plain", "title": "Streetcars", "notes": ["old"]},
                    {"id": "bus", "kind": "plain", "title": "Trolleybuses"}],
        "spanners": [{"id": "on", "title": "Valid on", "columns": ["tram", "bus"]}],
        "marks": "numbers", "notes": [{"id": "old", "text": "Old trams too."}],
        "sections": [{"id": "all", "rows": [{"id": "day", "name": "Dayticketforeverybody", "tram": "9", "bus": "8"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
    const ShownPage page(file_of(project, "planets.html"), kPhone);
    EXPECT_EQ(seen(page, "day"), "Dayticketforeverybody Valid on Streetcars 1 9 Trolleybuses 8");
    EXPECT_EQ(page("document.querySelector('thead').offsetHeight < 3"), true);
    page("document.querySelector('[role=doc-backlink]').click()");
    EXPECT_EQ(page("document.querySelector(':target').closest('th').innerText.slice(0, 10)"),
              "Streetcars");
    EXPECT_EQ(page("document.querySelector(':target').getBoundingClientRect().width > 8 && "
                   "document.querySelector('thead').offsetHeight > 16"),
              true);
}

TEST(HtmlCards, LeadFromTheTableItselfAndFromNoCopy) {
    const ShownPage page(only_file_of(flyer_in("fr", "html")), kPhone);
    EXPECT_EQ(page("document.querySelectorAll('[role=cell] a, [role=cell] [id]')"
                   ".length"),
              0);
}

TEST(HtmlCards, FitIntoTheirWindow) {
    for (const std::string language : {"de", "ar", "ja"}) {
        const ShownPage page(only_file_of(flyer_in(language, "html")), 320);
        EXPECT_EQ(page("document.documentElement.scrollWidth"),
                  page("document.documentElement.clientWidth"))
            << language;
        EXPECT_EQ(page("[...document.querySelectorAll('.bsd-scroll')]"
                       ".every(region => region.scrollWidth <= region.clientWidth)"),
                  true)
            << language;
    }
}

/// Whatever the estimate of the table's width says.
TEST(HtmlTable, NeverMakesThePageWiderThanItsWindow) {
    for (const Edition& edition :
         {Edition{"data/messengers", "layouts/wide-a4.json"},
          Edition{"data/menu", "layouts/wide-a4.json"},
          Edition{"data/browsers", "data/browsers/layouts/browsers-a4.json"}}) {
        Job job = job_of(edition, {"html"});
        job.languages = {"fr"};
        const ShownPage page(only_file_of(job));
        for (int width = 320; width <= 1600; width += 40) {
            browser().widen(width);
            EXPECT_EQ(page("document.documentElement.scrollWidth - "
                           "document.documentElement.clientWidth"),
                      0)
                << short_name(edition) << " at " << width;
            EXPECT_EQ(page("[...document.querySelectorAll('.bsd-scroll')].every(region =>"
                           "region.scrollWidth <= region.clientWidth + 1 &&"
                           "region.scrollHeight <= region.clientHeight + 1)"),
                      true)
                << short_name(edition) << " at " << width;
        }
    }
}

std::string many_columns(const std::string& table, int rows = 1) {
    TinyProject project;
    std::string columns = R"({"id": "planet", "kind": "name", "title": "Planet"})";
    std::string row = R"("planet": "Saturn")";
    for (int i = 1; i <= 24; ++i) {
        columns += fmt::format(R"(, {{"id": "c{0}", "kind": "plain", "title": "Column {0}"}})", i);
        row += fmt::format(R"(, "c{0}": "value {0}")", i);
    }
    std::string all;
    for (int i = 0; i < rows; ++i)
        all += fmt::format(R"({}{{"id": "r{}", {}}})", i > 0 ? ", " : "", i, row);
    project.files.files["planets.json"] =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets", "columns": [)" +
        columns + R"(], "sections": [{"id": "all", "rows": [)" + all + "]}]}";
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}";
    return file_of(project, "planets.html");
}

constexpr char kScrolled[] = R"((() => {
    const region = document.querySelector(".bsd-scroll");
    region.scrollLeft = 200;
    const heads = [...document.querySelectorAll("thead tr:first-child th:first-child, tbody th")];
    return [region.scrollLeft, ...heads.map(head =>
        head.getBoundingClientRect().x - region.getBoundingClientRect().x)];
})())";

TEST(HtmlCards, AreLeftAloneWhereATableIsToScroll) {
    const std::string html = many_columns(R"(, "narrow": "scroll")");
    EXPECT_THAT(html, Not(HasSubstr("\"bsd-head\"")));
    EXPECT_EQ(ShownPage(html, kPhone)(kScrolled), nlohmann::json({200, 0, 0}));
}

TEST(HtmlTable, KeepsItsHeadInViewWhereItScrollsInBothDirections) {
    const ShownPage page(many_columns(R"(, "narrow": "scroll")", 40), kPhone);
    EXPECT_EQ(page(R"((() => {
        const region = document.querySelector(".bsd-scroll"), of = one => one.getBoundingClientRect();
        region.scrollTo(200, 300);
        const head = of(document.querySelector("thead")), corner = of(document.querySelector("th"));
        return [region.clientHeight < innerHeight, region.scrollTop, of(region).y - head.y,
                of(region).y - corner.y, of(region).x - corner.x];
    })())"),
              nlohmann::json({true, 300, 0, 0, 0}));
}

TEST(HtmlTable, KeepsTitlesOfSectionsInViewWhereItScrollsSideways) {
    std::string table = R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
        "columns": [{"id": "planet", "kind": "name", "title": "Planet"}, )";
    for (int i = 1; i <= 24; ++i)
        table += fmt::format(R"({}{{"id": "c{}", "kind": "plain", "title": "Column"}})",
                             i > 1 ? ", " : "", i);
    TinyProject project(table + R"(], "sections": [{"id": "all", "title": "Far away",
                                    "rows": [{"id": "r", "planet": "Saturn", "c1": "1"}]}]})",
                        R"({"format": 1, "name": "plain",
                            "blocks": [{"kind": "table", "narrow": "scroll"}]})");
    const ShownPage page(file_of(project, "planets.html", Warnings::Some), kPhone);
    EXPECT_THAT(page(R"((() => {
        const region = document.querySelector(".bsd-scroll");
        region.scrollLeft = 300;
        return document.querySelector(".bsd-section div").getBoundingClientRect().x
            - region.getBoundingClientRect().x;
    })())"),
                AllOf(Ge(0), Le(16)));
}

TEST(HtmlTable, IsAsHighAsItsRowsWhereItFits) {
    const ShownPage page(many_columns(R"(, "narrow": "scroll")", 40), 4000);
    EXPECT_EQ(page("document.querySelector('.bsd-scroll').clientHeight > innerHeight"), true);
}

TEST(HtmlCards, AreForAnyWindowThatATableIsTooWideFor) {
    const std::string html = many_columns("");
    EXPECT_EQ(ShownPage(html, kDesk)(kScrolled).at(0), 0);
    EXPECT_EQ(ShownPage(html, kPhone)(kScrolled).at(0), 0);
}

TEST(HtmlCards, LeaveNoneAloneBelowOthersWhereOneColumnFewerIsMoreEven) {
    const auto lines = [](int rows, int width) {
        return ShownPage(many_columns("", rows), width)(R"(Object.values(
            [...document.querySelectorAll("tbody tr")].reduce((lines, {offsetTop}) =>
                ({...lines, [offsetTop]: (lines[offsetTop] || 0) + 1}), {})))");
    };
    EXPECT_EQ(lines(2, 1100), nlohmann::json({2}));
    EXPECT_EQ(lines(4, 1100), nlohmann::json({2, 2}));
    EXPECT_EQ(lines(4, 1400), nlohmann::json({4}));
    EXPECT_EQ(lines(5, 1100), nlohmann::json({3, 2}));
    EXPECT_EQ(lines(5, 1400), nlohmann::json({3, 2}));
    EXPECT_EQ(lines(7, 1100), nlohmann::json({3, 3, 1}));
    EXPECT_EQ(lines(4, 700), nlohmann::json({2, 2}));
}

/// In which of the windows, each 20 px narrower than the one before, rows are cards, and in which
/// the table is one in smaller type.
TEST(HtmlTable, IsSetALittleSmallerRatherThanAsCards) {
    TinyProject project;
    std::string columns, row;
    for (int i = 0; i < 8; ++i) {
        columns += fmt::format(R"({}{{"id": "c{}", "kind": "{}", "title": "Head"}})",
                               i > 0 ? ", " : "", i, i > 0 ? "text" : "name");
        row += fmt::format(R"(, "c{}": "Characteristic")", i);
    }
    project.files.files["planets.json"] =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets", "columns": [)" +
        columns + R"(], "sections": [{"id": "all", "rows": [{"id": "r")" + row + "}]}]}";
    const ShownPage page(file_of(project, "planets.html"));
    int smaller = 0;
    double last = 1;
    for (int width = 1500; width > 700; width -= 20) {
        browser().widen(width);
        const auto seen = page(R"((() => {
            const region = document.querySelector(".bsd-scroll"), table = region.firstElementChild;
            return [getComputedStyle(table.querySelector("tr[id]")).display,
                    getComputedStyle(table).zoom, region.scrollWidth <= region.clientWidth,
                    region.clientWidth - table.getBoundingClientRect().width < 1];
        })())");
        if (seen.at(0) == "flex") break;
        EXPECT_EQ(seen.at(2), true) << width;
        EXPECT_EQ(seen.at(3), true) << width;
        const double size = std::stod(seen.at(1).get<std::string>());
        EXPECT_LE(size, last) << width;
        EXPECT_GE(size, width < 1200 ? 0.875 : 0.75) << width;
        last = size;
        if (size < 1) ++smaller;
    }
    EXPECT_THAT(smaller, AllOf(Ge(5), Le(13)));
}

TEST(HtmlTable, KeepsItsHeadInTheWindow) {
    const ShownPage page(only_file_of(flyer_in("fr", "html")), kDesk);
    EXPECT_EQ(page(R"((() => {
        window.scrollTo(0, 900);
        return document.querySelector("thead").getBoundingClientRect().y;
    })())"),
              0);
}

}  // namespace
}  // namespace broadside::testing
