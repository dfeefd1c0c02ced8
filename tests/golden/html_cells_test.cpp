#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

/// The cells of a finished HTML page: their fills, and how they stand on cards.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::Lt;
using ::testing::SizeIs;

constexpr char kWeek[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Week",
  "values": {"what": {"values": {"art": {"label": "Art", "text": "A", "tone": "good"},
                                 "law": {"label": "only after a look at the notes",
                                         "text": "carefully", "tone": "bad"}}}},
  "columns": [{"id": "hour", "kind": "name", "title": "Hour"},
              {"id": "mon", "kind": "text", "title": "Mondays-in-summer", "values": "what"},
              {"id": "tue", "kind": "text", "title": "Tuesdays-in-summer", "values": "what"},
              {"id": "wed", "kind": "symbol", "title": "Wednesdays", "values": "what"},
              {"id": "thu", "kind": "text", "title": "Thursdays", "values": "what"}],
  "spanners": [{"id": "early", "title": "Early", "columns": ["mon", "tue"]}],
  "notes": [{"id": "n", "text": "Bring a pen."},
            {"id": "l", "text": "Bring a coat, a hat and a book."},
            {"id": "m", "text": "Bring tea."}],
  "sections": [{"id": "all", "rows": [
    {"id": "eight", "hour": {"names": ["Eight"], "detail": "to nine",
                             "url": "https://example.org", "notes": ["n"]},
     "mon": {"value": "art", "text": "Handicraft"},
     "tue": {"value": "art", "text": "Woodworking", "rowspan": 2},
     "wed": "law", "thu": {"value": "art", "text": "Needlework", "rowspan": 2}},
    {"id": "nine", "hour": {"names": ["Nine"], "notes": ["l", "m"]}, "mon": {"value": "art", "text": "Silverwork"}, "wed": "art"}]}]})";

/// In a layout whose table and first keys say that.
std::string week(const std::string& table, const std::string& keys = "") {
    TinyProject project(kWeek, R"({"format": 1, "name": "plain", )" + keys +
                                   R"("blocks": [{"kind": "legend"}, {"kind": "table")" + table +
                                   R"(}, {"kind": "notes"}]})");
    return file_of(project, "week.html", Warnings::Some);
}

TEST(HtmlCells, AreFilledOnCardsBehindTheirValueAlone) {
    for (const char* fill : {"tint", "solid"}) {
        const ShownPage page(week(R"(, "fill": ")" + std::string(fill) + "\""), kPhone);
        EXPECT_THAT(
            page(R"([...document.querySelectorAll('.bsd-filled:not(.bsd-several)')].map(line => {
            const fill = getComputedStyle(line, "::before"), own = getComputedStyle(line);
            const label = line.querySelector('.bsd-head:not(.bsd-over)').getBoundingClientRect();
            const room = line.getBoundingClientRect().width - parseFloat(fill.width);
            const isPlain =
                own.backgroundImage == "none" && own.backgroundColor == 'rgba(0, 0, 0, 0)';
            return isPlain && fill.backgroundColor.startsWith("rgb(") ? room - label.width : -1;
        }))"),
            AllOf(SizeIs(8), Each(Gt(0))))
            << fill;
    }
}

std::string row_of_band(const std::string& name, const std::string& table = "") {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                  {"id": "air", "kind": "text", "title": "Air"}],
      "bands": [{"id": "best", "label": "Best", "symbol": "yes", "tone": "good"}],
      "sections": [{"id": "all", "rows": [
        {"id": "saturn", "band": "best", "air": "None that anybody breathes",
         "planet": {"names": [")" +
                            name + R"("], "detail": "with more moons than all others"}}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "legend"},
                            {"kind": "table", "columns": {"planet": {"width": "22mm"}})" +
                            table + "}]}");
    return file_of(project, "planets.html", Warnings::Some);
}

/// How far the symbol of a band is behind the last word of the name, how far its middle is from the
/// middle of that, and how many lines the name has.
constexpr char kBadge[] = R"((() => {
    const name = document.querySelector("#row-saturn .bsd-named"), text = document.createRange();
    text.selectNodeContents(name);
    const lines = [...text.getClientRects()], last = lines.pop();
    const symbol = name.parentElement.querySelector("svg").getBoundingClientRect();
    return [symbol.left - last.right,
            Math.abs(symbol.top + symbol.bottom - last.top - last.bottom) / 2, lines.length + 1];
})())";

TEST(HtmlCells, HaveTheSymbolOfTheirBandBehindTheLastWordOfTheName) {
    EXPECT_THAT(ShownPage(row_of_band("Saturn"), kDesk)(kBadge),
                ElementsAre(AllOf(Gt(2), Lt(12)), Lt(4), 1));
    EXPECT_THAT(ShownPage(row_of_band("Saturn, planet ringed"), kDesk)(kBadge),
                ElementsAre(AllOf(Gt(2), Lt(12)), Lt(4), Gt(1)));
    EXPECT_THAT(ShownPage(row_of_band("Saturn"), kPhone)(kBadge),
                ElementsAre(AllOf(Gt(2), Lt(12)), Lt(4), 1));
}

TEST(HtmlCells, HaveTheSymbolOfTheirBandAtTheirEndWhereALayoutWantsIt) {
    const ShownPage page(row_of_band("Saturn", R"(, "band_symbol": "end")"), kDesk);
    EXPECT_THAT(page(R"((() => {
        const cell = document.querySelector("#row-saturn th");
        const end = cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingRight);
        return end - cell.querySelector("svg").getBoundingClientRect().right;
    })())"),
                AllOf(Gt(-1), Lt(1)));
}

/// How far each line of a card is below the one before it, in pixels.
TEST(HtmlCells, StandBelowEachOtherWhereTheyStandAgain) {
    const ShownPage page(week(R"(, "fill": "tint")"), kPhone);
    EXPECT_THAT(
        page(
            R"([...document.querySelectorAll('#row-nine .bsd-head:not(.bsd-over)')].map((label, i, all) => {
        const line = label => label.parentElement.getBoundingClientRect();
        return i > 0 ? line(label).top - line(all[i - 1]).bottom : 0;
    }))"),
        ElementsAre(0, 0, 0, 0));
}

TEST(HtmlCells, HaveNeutralWordsInTheInkOfTextsAndDashesInGrey) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Ways",
      "values": {"v": {"values": {"fine": {"label": "fine"}, "none": {"label": "none", "text": "–"},
                                  "best": {"label": "best", "tone": "good"}}}},
      "columns": [{"id": "way", "kind": "name", "title": "Way"},
                  {"id": "a", "kind": "plain", "title": "Note"},
                  {"id": "b", "kind": "symbol", "title": "Grain", "values": "v"},
                  {"id": "c", "kind": "symbol", "title": "Filter", "values": "v"},
                  {"id": "d", "kind": "symbol", "title": "Taste", "values": "v"}],
      "sections": [{"id": "all", "rows": [
        {"id": "moka", "way": "Moka", "a": "text", "b": "fine", "c": "none", "d": "best"}]}]})");
    const ShownPage page(file_of(project, "ways.html", Warnings::Some), kDesk);
    const std::vector<std::string> inks = page(R"([...document.querySelectorAll("td")].map(cell => {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), words = [];
        while (text.nextNode()) if (text.currentNode.data.trim()) words.push(text.currentNode);
        return getComputedStyle(words.at(-1).parentElement).color;
    }))");
    EXPECT_EQ(inks.at(1), inks.at(0));
    EXPECT_NE(inks.at(2), inks.at(0));
    EXPECT_NE(inks.at(3), inks.at(0));
}

TEST(HtmlCells, AreCopiedAsTheyAreSeen) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Dishes",
      "values": {"v": {"values": {"none": {"label": "nothing of it", "text": "–"}}}},
      "columns": [{"id": "dish", "kind": "name", "title": "Dish"},
                  {"id": "a", "kind": "symbol", "values": "v", "short": "Gluten",
                   "title": "Cereals that contain gluten"}],
      "sections": [{"id": "all", "rows": [{"id": "soup", "dish": "Soup", "a": "none"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table", "narrow": "scroll"}]})");
    const ShownPage page(file_of(project, "dishes.html", Warnings::Some), 200);
    EXPECT_EQ(page(R"((() => {
        getSelection().selectAllChildren(document.querySelector("thead").parentElement);
        return getSelection().toString().trim().split(/\s+/).join(" ");
    })())"),
              "Dishes Dish Gluten Soup –");
}

TEST(HtmlCells, ArePartedFromFilledNeighbours) {
    const std::string gap =
        "getComputedStyle(document.querySelector('.bsd-filled')).backgroundSize";
    EXPECT_EQ(ShownPage(week(R"(, "fill": "tint")"), kDesk)(gap), "calc(100% - 1.92px) 100%");
    const std::string apart = R"("spacing": {"fill": "1.5pt"}, )";
    EXPECT_EQ(ShownPage(week(R"(, "fill": "tint")", apart), kDesk)(gap),
              "calc(100% - 1.92px) calc(100% - 6px)");
    const std::string rule = R"("rules": {"column": {"width": "2pt", "colour": "paper"}}, )";
    EXPECT_EQ(ShownPage(week(R"(, "fill": "tint")", rule), kDesk)(gap), "calc(100% - 4px) 100%");
}

/// The wider of two borders that meet is the one that is seen.
TEST(HtmlCells, HaveNoRuleOverTheStrongOnesAtHeadAndFoot) {
    const ShownPage page(week("", R"("rules": {"row": {"width": "3pt", "colour": "paper"}}, )"),
                         kDesk);
    EXPECT_EQ(page(R"([...document.querySelectorAll("tbody tr")]
                      .map(each => getComputedStyle(each).borderWidth))"),
              nlohmann::json({"0px", "6px 0px 0px"}));
    EXPECT_EQ(page(R"([...document.querySelectorAll("thead, table")]
                      .map(each => getComputedStyle(each).borderBottomWidth))"),
              nlohmann::json({"2px", "2px"}));
}

/// Of each row the rule above it, which no other one meets.
TEST(HtmlCells, HaveGuidesBetweenGroupsOfATransposedTable) {
    const ShownPage page(week(R"(, "transpose": true)",
                              R"("rules": {"row": {"width": "3pt", "colour": "paper"},
                                           "guide": {"width": "1pt"}}, )"),
                         kDesk);
    EXPECT_EQ(page(R"([...document.querySelectorAll("tbody tr")].map(row => {
        const own = getComputedStyle(row);
        return own.borderTopWidth + " " + own.borderBottomWidth;
    }))"),
              nlohmann::json({"0px 0px", "6px 0px", "2px 0px", "6px 0px"}));
}

TEST(HtmlCells, AreNamedByNamesAloneUnlessTwoAreCalledAlike) {
    EXPECT_THAT(week(R"(, "transpose": true)"), HasSubstr(" aria-hidden=\"true\">Eight<"));
    TinyProject project(replaced(kWeek, R"("names": ["Nine"],)",
                                 R"("names": ["Eight"], "detail": "to ten", "tags": ["new"],)"),
                        R"({"format": 1, "name": "plain", "blocks": [
            {"kind": "table", "transpose": true}, {"kind": "notes"}]})");
    EXPECT_THAT(file_of(project, "week.html", Warnings::Some),
                AllOf(HasSubstr(">Eight \u00b7 to nine<"), HasSubstr(">Eight \u00b7 to ten<")));
}

/// Of each card: whether the group of its row, where it has one, is small and above its title.
TEST(HtmlCells, StandUnderTheirGroupOnEveryCard) {
    const ShownPage page(week(R"(, "transpose": true)"), 150);
    EXPECT_THAT(page(R"([...document.querySelectorAll("tbody tr")].map(card => {
        const texts = [...card.querySelectorAll('th div:not(.bsd-echo *)')]
            .filter(div => div.children.length == 0);
        const [group, title] = texts.sort((a, b) =>
            a.getBoundingClientRect().top - b.getBoundingClientRect().top);
        const size = element => parseFloat(getComputedStyle(element).fontSize);
        return title ? [group.innerText, size(group) < size(title)].join() : "";
    }))"),
                ElementsAre("Early,true", "Early,true", "", ""));
}

TEST(HtmlCells, BeginWhereOthersDoWhereANameStandsAgain) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "cost", "kind": "text", "title": "Cost-of-everything"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": {"names": ["Tent"], "rowspan": 2}, "cost": "low"},
        {"id": "b", "cost": "high"}]}]})");
    const ShownPage page(file_of(project, "costs.html", Warnings::Some), 150);
    EXPECT_EQ(page(R"(new Set([...document.querySelectorAll("#row-a th div, #row-b .bsd-title div")]
                      .map(name => name.getBoundingClientRect().left)).size)"),
              1);
}

/// Of the cells of a row: at how many places lines begin, whether there are several, and whether
/// all are behind the symbol.
constexpr char kLinesBesidePictures[] =
    R"x([...document.querySelectorAll("#row-b :is(th, td)")].map(cell => {
    const words = [];
    for (const text of cell.querySelectorAll("div")) {
        const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node; (node = nodes.nextNode());) {
            if (!node.data.trim() || node.parentElement.closest("title")) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            words.push(...[...range.getClientRects()].map(line => Math.round(line.left)));
        }
    }
    const symbol = cell.querySelector("svg").getBoundingClientRect();
    return [new Set(words).size, words.length > 1, symbol.right <= Math.min(...words)];
}))x";

TEST(HtmlCells, HaveAllLinesBehindTheSymbolOrThePictureBeforeTheFirst) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Rings",
      "pictures": {"photo": {"file": "symbols/yes.svg", "alt": ""}},
      "values": {"rings": {"values": {"yes": {"label": "has rings", "symbol": "yes"}}}},
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                  {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "planet": "Uranus", "rings": "yes"},
        {"id": "b", "planet": {"names": ["Saturn"], "detail": "all in view", "picture": "photo"},
         "rings": {"value": "yes", "text": "known for centuries"}}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "legend"},
                            {"kind": "table", "columns": {"rings": {"width": "26mm"}}}]})");
    const std::string html = file_of(project, "planets.html", Warnings::Some);
    for (const int width : {150, kDesk}) {
        const auto cells = ShownPage(html, width)(kLinesBesidePictures);
        EXPECT_EQ(cells.at(0), nlohmann::json({1, true, true})) << width;
        EXPECT_EQ(cells.at(1), nlohmann::json({1, true, true})) << width;
    }
}

TEST(HtmlLegend, KeepsCodesWhole) {
    const ShownPage page(week(R"(, "fill": "tint")"), 240);
    EXPECT_THAT(page(R"([...document.querySelectorAll(".bsd-entries p")].map(code => {
        const text = document.createRange();
        text.selectNodeContents(code);
        return text.getClientRects().length;
    }))"),
                AllOf(SizeIs(2), Each(1)));
}

/// A patch and what is on it would be one black box.
TEST(HtmlSymbols, KeepTheirColoursWhereOthersAreForcedIfTheyHaveSeveral) {
    const std::string html = week(R"(, "fill": "tint")");
    EXPECT_THAT(html, HasSubstr(".bsd-coloured:not(.bsd-code){forced-color-adjust:none}"));
    const ShownPage page(html, kDesk);
    EXPECT_EQ(page("[...document.querySelectorAll('.bsd-entries svg')].every(patch => "
                   "patch.matches('.bsd-coloured'))"),
              true);
    EXPECT_EQ(ShownPage(only_file_of(flyer_in("fr", "html")),
                        kDesk)("document.querySelectorAll('tbody .bsd-coloured').length"),
              0);
}

TEST(HtmlLegend, HasCodesAndPatchesOnTheFirstLineOfTheirLabel) {
    const ShownPage page(week(R"(, "fill": "tint")"), 240);
    EXPECT_THAT(page(R"x([...document.querySelectorAll(".bsd-entries li:has(p)")].map(entry => {
        const first = element => {
            const text = document.createRange();
            text.selectNodeContents(element);
            const line = text.getClientRects()[0];
            return (line.top + line.bottom) / 2;
        };
        const patch = entry.querySelector("svg").getBoundingClientRect();
        const label = entry.querySelector("div"), code = entry.querySelector("p");
        return [label.clientHeight > 40, Math.abs(first(code) - first(label)) < 3,
                Math.abs((patch.top + patch.bottom) / 2 - first(label)) < 5,
                patch.right < code.getBoundingClientRect().left];
    }))x"),
                ElementsAre(nlohmann::json({false, true, true, true}),
                            nlohmann::json({true, true, true, true})));
}

TEST(HtmlCells, HaveTagsInOneLine) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ja", "title": "比較",
      "columns": [{"id": "what", "kind": "name", "title": "名前"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": {"names": ["FastAPI"], "tags": ["β版"]}}]}]})");
    EXPECT_THAT(file_of(project, "planets.html"), HasSubstr("β版"));
}

TEST(HtmlNotes, HaveTheirMarkCloseBehindALink) {
    const ShownPage page(week(""), kDesk);
    EXPECT_THAT(page(R"((() => {
        const text = document.createRange(), [link, mark] = document.querySelectorAll("tbody th a");
        text.selectNodeContents(mark);
        return text.getBoundingClientRect().left - link.getBoundingClientRect().right;
    })())"),
                Lt(6));
}

/// Of a name that leads somewhere: how far the comma is behind the first mark, and whether it is
/// nearer to that than to the second, although there is room for a finger between the two.
TEST(HtmlNotes, HaveTheCommaBehindTheMarkBeforeIt) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"}], "marks": "numbers",
      "notes": [{"id": "a", "text": "Far."}, {"id": "b", "text": "Cold."}],
      "sections": [{"id": "all", "rows": [
        {"id": "saturn", "planet": {"names": ["Saturn"], "url": "https://example.org", "notes": ["a", "b"]}}]}]})",
                        R"({"format": 1, "name": "plain", "note_marks": "superscript",
                            "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
    const ShownPage page(file_of(project, "planets.html"), kDesk);
    EXPECT_THAT(page(R"x((() => {
        const [first, comma, second] = [...document.querySelectorAll("tbody sup")].slice(-3).map(mark => {
            const text = document.createRange();
            text.selectNodeContents(mark.querySelector("a") || mark);
            return [text.getBoundingClientRect(), mark.textContent];
        });
        return [comma[1].trim(), comma[0].left - first[0].right, second[0].left - first[0].left >= 20];
    })())x"),
                ElementsAre(",", AllOf(Gt(-3), Lt(3)), true));
}

TEST(HtmlNotes, HaveMarksWithoutALineBelowAsOnPages) {
    const ShownPage page(week(""), kDesk);
    EXPECT_EQ(page("[...document.querySelectorAll('sup a')].every(mark => "
                   "getComputedStyle(mark).textDecorationLine == 'none')"),
              true);
}

TEST(HtmlNotes, AreAsFarApartAsTheyHaveLines) {
    const ShownPage page(week(""), 200);
    EXPECT_THAT(page(R"((() => {
        const boxes = [...document.querySelectorAll("li .bsd-body > div")].map(words => {
            const text = document.createRange();
            text.selectNodeContents(words);
            return text.getBoundingClientRect();
        });
        return [Math.round(boxes[1].height / boxes[0].height),
                (boxes[1].top - boxes[0].bottom) - (boxes[2].top - boxes[1].bottom)];
    })())"),
                ElementsAre(Gt(1), AllOf(Gt(-0.1), Lt(0.1))));
}

TEST(HtmlCells, StandUnderTheNameOfTheirGroupOnceWhereOthersAreCalledAlike) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "a", "kind": "plain", "title": "Day"},
                  {"id": "b", "kind": "plain", "title": "Week"},
                  {"id": "c", "kind": "plain", "title": "Day"},
                  {"id": "d", "kind": "plain", "title": "Note"}],
      "spanners": [{"id": "low", "title": "Low", "columns": ["a", "b"]},
                   {"id": "high", "title": "High", "columns": ["c"]}],
      "sections": [{"id": "all", "rows": [
        {"id": "tent", "what": "Tent", "a": 1, "b": 2, "c": 3, "d": 4}]}]})");
    const ShownPage page(file_of(project, "costs.html"), 100);
    EXPECT_EQ(page("document.querySelector('#row-tent').innerText.replace(/\\s+/g, ' ').trim()"),
              "Tent Low Day 1 Week 2 High Day 3 Note 4");
}

/// The right edge of what each cell of the last column says, without room that only the eye sees.
constexpr char kEnds[] = R"([...document.querySelectorAll("tbody td:last-child")].map(cell => {
    const text = document.createRange();
    text.selectNodeContents(cell.querySelector(".bsd-among>span") || cell.querySelector(".bsd-figure").firstChild);
    return Math.max(...[...text.getClientRects()].map(line => line.right));
}))";

std::string prices(const std::string& last) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "cost", "kind": "plain", "title": "Cost in any of the seasons"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": "A", "cost": "1.2"}, {"id": "b", "what": "B", "cost": "2.35 kg"},
        {"id": "c", "what": "C", "cost": "3.4"}, {"id": "d", "what": "D", "cost": "4.1"},
        {"id": "e", "what": "E", "cost": "5.7"}, {"id": "f", "what": "F", "cost": ")" +
                        last + R"("}]}]})");
    return file_of(project, "costs.html", Warnings::Some);
}

TEST(HtmlFigures, HaveDashesAndWordsWhereMostOfThemEnd) {
    for (const char* last : {"–", "none"}) {
        const auto ends = ShownPage(prices(last), kDesk)(kEnds);
        EXPECT_NEAR(ends.at(5).get<double>(), ends.at(0).get<double>(), 0.5) << last;
        EXPECT_GT(ends.at(1).get<double>(), ends.at(0).get<double>() + 10);
    }
}

TEST(HtmlFigures, HaveWordsThatEndWhereOthersDoWhateverTheirMarks) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "cost", "kind": "plain", "title": "Cost in any of the seasons"}],
      "marks": "numbers", "notes": [{"id": "n", "text": "On foot."}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": "A", "cost": {"text": "US$ 20–35", "notes": ["n"]}},
        {"id": "b", "what": "B", "cost": "C$ 12.25"}, {"id": "c", "what": "C", "cost": "R$ 55–117"},
        {"id": "d", "what": "D", "cost": "3–5"}, {"id": "e", "what": "E", "cost": "free"},
        {"id": "f", "what": "F", "cost": {"text": "free", "notes": ["n"]}}]}]})",
                        R"({"format": 1, "name": "plain",
                            "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
    const ShownPage page(file_of(project, "costs.html", Warnings::Some), kDesk);
    const auto ends = page(kEnds);
    EXPECT_NEAR(ends.at(5).get<double>(), ends.at(4).get<double>(), 2);
    EXPECT_NEAR(ends.at(5).get<double>(),
                page("document.querySelector('#row-f sup').getBoundingClientRect().left"), 6);
    EXPECT_EQ(page("[...document.querySelectorAll('tbody sup')].every(mark => "
                   "mark.getBoundingClientRect().right < "
                   "mark.closest('td').getBoundingClientRect().right)"),
              true);
}

TEST(HtmlFigures, StandTogetherWithWhatTheyCount) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "a", "kind": "plain", "title": "7 Sept to 1 Nov"},
                  {"id": "b", "kind": "text", "title": "Note"}],
      "sections": [{"id": "all", "rows": [
        {"id": "tent", "what": "Tent", "a": "free", "b": "from **7** days on, 9:00–12:00, 10 000 pregnancies"}]}]})");
    const std::string html = file_of(project, "costs.html", Warnings::Some);
    EXPECT_THAT(html, HasSubstr("aria-hidden=\"true\">7\u00a0Sept to 1\u00a0Nov</span>"));
    EXPECT_THAT(html, HasSubstr("7</strong>\u00a0days on, 9:00–<span class=\"bsd-joint\" "
                                "aria-hidden=\"true\">\u2060</span>12:00, "
                                "10\u00a0000 pregnancies"));
}

// As on pages, in any width: what is held is not left behind when it is copied.
TEST(HtmlLines, EndNowhereWherePagesKeepThemWhole) {
    constexpr char kCells[] = R"({"format": 1, "id": "planets", "language": ")";
    constexpr char kRest[] =
        R"(", "title": "T", "columns": [{"id": "what", "kind": "name", "title": "N"},
      {"id": "a", "kind": "text", "title": "Note"}],
      "sections": [{"id": "all", "rows": [{"id": "tent", "what": "Tent", "a": ")";
    const auto lines = [&](const std::string& language, const std::string& text) {
        TinyProject project(kCells + language + kRest + text + R"("}]}]})");
        const ShownPage page(file_of(project, "t.html", Warnings::Some), kPhone);
        return page(R"((() => {
            const cell = document.querySelector('#row-tent td > div:not(.bsd-head)');
            cell.style.width = '1px', cell.style.overflowWrap = 'normal';
            cell.style.hyphens = 'manual';
            const range = document.createRange(), lines = [];
            const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            let top = null;
            while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; ++i) {
                range.setStart(walker.currentNode, i), range.setEnd(walker.currentNode, i + 1);
                const box = range.getBoundingClientRect(), c = range.toString();
                if (c == '\u2060') continue;
                if (box.width && (top === null || Math.abs(box.top - top) > 6)) lines.push('');
                if (box.width) top = box.top;
                lines[lines.length - 1] += c;
            }
            getSelection().selectAllChildren(cell);
            return lines.map(line => line.trim().replaceAll('\u00a0', ' ')).concat(
                getSelection().toString().includes('\u2060') ? ['copied'] : []).join('|');
        })())")
            .get<std::string>();
    };
    EXPECT_EQ(lines("fr", "silencieux et cher : la « voie » de 30 % ?"),
              "silencieux|et|cher :|la|« voie »|de|30 % ?");
    EXPECT_EQ(lines("en", "with Wi-Fi or n/a at n = 248, 9:00–12:00"),
              "with|Wi-Fi|or|n/a|at|n = 248,|9:00–12:00");
    EXPECT_EQ(lines("pl", "dom i ogród"), "dom|i ogród");
    EXPECT_EQ(lines("ja", "（サーバー不要／統合型）"), "（サーバー|不要／|統合型）");
}

TEST(HtmlLegends, ShowTheSymbolOfABandBeforeItsLabel) {
    const ShownPage page(row_of_band("Saturn"), kDesk);
    EXPECT_EQ(
        page("(() => { const sample = document.querySelector('.bsd-sample'), words = "
             "document.createRange(); words.selectNodeContents(sample.querySelector('p, div'));"
             "const gap = words.getBoundingClientRect().left - "
             "sample.querySelector('svg').getBoundingClientRect().right;"
             "return gap > 2 && gap < 12; })()"),
        true);
}

TEST(HtmlLegends, ShowTheSymbolOfABandBesideTheFirstOfItsTexts) {
    const ShownPage page(only_file_of(job_of(kFlyer, {"html"})), kDesk);
    EXPECT_EQ(
        page("(() => { const sample = document.querySelector('.bsd-sample'),"
             "symbol = sample.querySelector('svg').getBoundingClientRect(),"
             "first = sample.querySelector('.bsd-body > :first-child').getBoundingClientRect();"
             "return Math.abs(symbol.top + symbol.bottom - first.top - first.bottom) < 12; })()"),
        true);
}

TEST(HtmlCards, SetASymbolOnTheFirstLineOfItsWords) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "T",
      "values": {"v": {"values": {"some": {"label": "only in a bag that closes all around it",
                                           "symbol": "partial", "tone": "fair"}}}},
      "columns": [{"id": "what", "kind": "name", "title": "Bike"},
                  {"id": "a", "kind": "symbol", "values": "v", "title": "Train"},
                  {"id": "b", "kind": "text", "title": "Mondays-in-summer"},
                  {"id": "c", "kind": "text", "title": "Incomprehensibilities"},
                  {"id": "d", "kind": "text", "title": "Internationalization"}],
      "sections": [{"id": "all", "rows": [{"id": "eight", "what": "Tern", "a": "some",
                                           "b": "x", "c": "y", "d": "z"}]}]})");
    const std::string html = file_of(project, "t.html", Warnings::Some);
    const ShownPage page(html, kPhone);
    EXPECT_EQ(page(R"((() => {
        const cell = document.querySelector('#row-eight .bsd-word').parentElement;
        const words = document.createRange();
        words.selectNodeContents(cell.querySelector('.bsd-word'));
        const lines = words.getClientRects(), symbol = cell.querySelector('svg').getBoundingClientRect();
        const middle = (symbol.top + symbol.bottom) / 2;
        return lines.length > 1 && Math.abs(middle - (lines[0].top + lines[0].bottom) / 2) < 4;
    })())"),
              true);
}

// Nobody touches paper.
TEST(HtmlNotes, StandOnPaperLineUnderLineAndWithoutUnderlines) {
    const ShownPage page(week(""), kDesk);
    browser().prefer("light", "print");
    EXPECT_EQ(page(R"([...document.querySelectorAll('.bsd-label > a')].every(label => {
        const note = label.closest('li'), line = parseFloat(getComputedStyle(note).lineHeight);
        return note.getBoundingClientRect().height < line * 1.2 &&
               getComputedStyle(label).textDecorationLine == 'none';
    }))"),
              true);
    browser().prefer("light");
}

}  // namespace
}  // namespace broadside::testing
