#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"
#include "support/tiny_project.hpp"

/// What a layout says of single columns and cells, in the finished files.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kPrices[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Prices",
  "columns": [{"id": "what", "kind": "name", "title": "What"},
              {"id": "why", "kind": "text", "title": "Why"},
              {"id": "now", "kind": "plain", "title": "Now"},
              {"id": "then", "kind": "plain", "title": "Then"},
              {"id": "later", "kind": "plain", "title": "Later"}],
  "spanners": [{"title": "Soon", "columns": ["then", "later"]}],
  "sections": [{"id": "all", "title": "All", "rows": [
    {"id": "bread", "what": "Bread", "why": "One\ntwo\nthree\nfour", "now": "10.25", "then": "3"},
    {"id": "rye", "what": "Rye", "why": "Five\nsix\nseven", "now": "7.5",
     "then": {"text": "4", "rowspan": 2}},
    {"id": "oats", "what": "Oats", "why": "Eight\nnine\nten", "now": "9.5", "later": "5"}]}]})";

constexpr char kHebrew[] = R"({"format": 1, "language": "he", "translates": "planets"})";

/// In a layout whose table says `table` besides.
std::string prices(const std::string& table, const std::string& format,
                   const std::string& language = "en") {
    TinyProject project(kPrices);
    project.files.files["locales/he.json"] = kHebrew;
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "rules": {"guide": {"width": "1pt", "colour": "#abcdef"}},
        "blocks": [{"kind": "table", )" + table +
                                                "}]}";
    project.job.languages = {language};
    project.job.formats = {format};
    project.job.output = "prices." + format;
    const BuildReport report = build(project.job, project.files, project.sink);
    return report.ok() ? project.sink.written.at("prices." + format) : problems_of(report);
}

double place(const std::string& svg, const std::string& text, char axis) {
    const std::string is_it = "[normalize-space(.)='" + text + "']/@" + axis;
    const auto values = xml_values(svg, "//svg:text" + is_it + " | //svg:tspan" + is_it);
    return values.empty() ? -1 : std::stod(values.front());
}

/// Whether lines stand at one height, whatever they are set in.
bool are_level(const std::string& svg, const std::string& one, const std::string& other) {
    return place(svg, one, 'y') == place(svg, other, 'y');
}

TEST(VerticalAlignment, IsThatOfKindsAndColumns) {
    const std::string middle = prices(R"("stripes": false)", "svg");
    EXPECT_GT(place(middle, "Bread", 'y'), place(middle, "two", 'y'));
    EXPECT_LT(place(middle, "Bread", 'y'), place(middle, "three", 'y'));
    const std::string svg = prices(
        R"("kinds": {"name": {"vertical_align": "top"}, "text": {"vertical_align": "top"},
                     "plain": {"vertical_align": "bottom"}},
           "columns": {"then": {"vertical_align": "top"}})",
        "svg");
    EXPECT_TRUE(are_level(svg, "Bread", "One")) << "the first lines, though of other sizes";
    EXPECT_TRUE(are_level(svg, "3", "One"));
    EXPECT_TRUE(are_level(svg, "4", "Five")) << "over two rows, at the top of the first";
    EXPECT_NEAR(place(svg, "10.25", 'y'), place(svg, "four", 'y'), 25);
    EXPECT_TRUE(are_level(svg, "Now", "What")) << "heads stay on their rule";
}

const std::string kSingle = R"("cells": [
    {"rows": ["rye", "oats"], "columns": ["now"], "align": "start", "vertical_align": "bottom"},
    {"rows": ["oats"], "align": "end", "vertical_align": "top"},
    {"columns": ["why"], "vertical_align": "top"}])";

TEST(SingleCells, AreAlignedByTheLastThatNamesThem) {
    const std::string svg = prices(kSingle, "svg");
    EXPECT_LE(place(svg, "7.5", 'x'), place(svg, "10.25", 'x')) << "off the axis";
    EXPECT_GT(place(svg, "9.5", 'x'), place(svg, "7.5", 'x'));
    EXPECT_NEAR(place(svg, "7.5", 'y'), place(svg, "seven", 'y'), 25);
    EXPECT_TRUE(are_level(svg, "9.5", "Eight"));
    EXPECT_GT(place(svg, "Oats", 'x'), place(svg, "Rye", 'x') + 100);
    EXPECT_LT(place(svg, "4", 'y'), place(svg, "Eight", 'y')) << "which begins in rye's row";
}

TEST(SingleCells, AreAlignedInABrowser) {
    const TemporaryFolder folder;
    folder.write("page.html", prices(kSingle, "html"));
    browser().open(folder / "page.html");
    const auto room = [](const std::string& text, const std::string& edge) {
        return browser()
            .evaluate(
                "(() => { const td = [...document.querySelectorAll('tbody td')].find(td => "
                "td.innerText.trim() === '" +
                text +
                "'); const range = document.createRange(); range.selectNodeContents(td); "
                "return Math.abs(range.getBoundingClientRect()." +
                edge + " - td.getBoundingClientRect()." + edge + "); })()")
            .get<double>();
    };
    EXPECT_LT(room("7.5", "bottom"), 12);
    EXPECT_GT(room("7.5", "top"), 20);
    EXPECT_LT(room("7.5", "left"), 12);
    EXPECT_LT(room("9.5", "top"), 12);
    EXPECT_LT(room("9.5", "right"), 12);
    EXPECT_GT(room("10.25", "top"), 20) << "in the middle, as its column is";
}

TEST(SingleCells, AreMirroredWithTheirTable) {
    const std::string svg = prices(kSingle, "svg", "he");
    EXPECT_LT(place(svg, "9.5", 'x'), place(svg, "7.5", 'x'));
    EXPECT_LT(place(svg, "Oats", 'x'), place(svg, "Rye", 'x') - 100);
}

TEST(SingleCells, AreThoseOfTheDataset) {
    const std::string wrong =
        prices(R"("cells": [{"rows": ["brad"], "columns": ["nov"], "align": "end"}])", "svg");
    EXPECT_THAT(wrong, AllOf(HasSubstr("/cells/0/rows/0: expected the id of a row, got \"brad\""),
                             HasSubstr("did you mean \"bread\"?"),
                             HasSubstr("/cells/0/columns/0: expected the id of a column")));
    EXPECT_THAT(prices(R"("cells": [{"rows": ["bread"]}])", "svg"),
                HasSubstr("/cells/0: expected \"align\" or \"vertical_align\""));
    EXPECT_THAT(prices(R"("cells": [{"rows": []}])", "svg"),
                HasSubstr("leave the key out for all"));
}

/// From left to right: where guides stand, in tenths of a point, and how long they are.
struct Guide {
    double x = 0, length = 0;
};

std::vector<Guide> guides_of(const std::string& svg, const std::string& colour = "#abcdef") {
    std::vector<Guide> guides;
    const auto values = [&](const std::string& attribute) {
        return xml_values(svg, "//svg:line[@stroke='" + colour + "']/@" + attribute);
    };
    const auto x = values("x1"), top = values("y1"), bottom = values("y2");
    for (std::size_t i = 0; i < x.size(); ++i)
        guides.push_back({std::stod(x[i]), std::stod(bottom[i]) - std::stod(top[i])});
    return guides;
}

TEST(Guides, StandBehindEverySoManyColumnsOfAKind) {
    const std::string svg = prices(R"("guides": 2, "sections": ["all"])", "svg");
    std::set<double> before_the_last;
    for (const Guide& guide : guides_of(svg)) before_the_last.insert(guide.x);
    ASSERT_EQ(before_the_last.size(), 1U) << "one text, one number, and two at the end";
    EXPECT_GT(*before_the_last.begin(), place(svg, "Now", 'x'));
    const std::string one = prices(R"("guides": 1)", "svg");
    std::vector<double> places;
    for (const Guide& guide : guides_of(one)) {
        if (places.empty() || places.back() != guide.x) places.push_back(guide.x);
    }
    ASSERT_EQ(places.size(), 3U) << "not behind names, nor at the table's end";
    EXPECT_GT(places[0], place(one, "Why", 'x'));
    EXPECT_LT(places[0], place(one, "Now", 'x'));
    EXPECT_GT(places[2], place(one, "3", 'x'));
    EXPECT_LT(places[2], place(one, "5", 'x'));
}

TEST(Guides, AreAsHighBesideASpannerAsBelowIt) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
        "columns": [{"id": "what", "kind": "name", "title": "What"},
                    {"id": "share", "kind": "number", "title": "Share"},
                    {"id": "now", "kind": "number", "title": "Now"},
                    {"id": "then", "kind": "number", "title": "Then"}],
        "spanners": [{"title": "In euros", "columns": ["now", "then"]}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "what": "Bread", "share": 1, "now": 12, "then": 34}]}]})",
        R"({"format": 1, "name": "plain",
        "rules": {"guide": {"width": "1pt", "colour": "#abcdef"}},
        "blocks": [{"kind": "table", "guides": 1}]})");
    const std::vector<Guide> guides = guides_of(file_of(project, "planets.svg"));
    ASSERT_EQ(guides.size(), 2U);
    EXPECT_EQ(guides[0].length, guides[1].length);
}

/// How long the lines of a colour are, behind the second of four weeks, of a row with a bar over
/// all.
double length_of_guides(const std::string& words, const std::string& colour) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Weeks",
        "values": {"open": {"values": {"yes": {"label": "open", "tone": "good"}}}},
        "columns": [{"id": "what", "kind": "name", "title": "What"},
                    {"id": "a", "kind": "text", "values": "open", "title": "1"},
                    {"id": "b", "kind": "text", "values": "open", "title": "2"},
                    {"id": "c", "kind": "text", "values": "open", "title": "3"},
                    {"id": "d", "kind": "text", "values": "open", "title": "4"}],
        "sections": [{"id": "all", "rows": [{"id": "r", "what": "Pool",
            "a": {"value": "yes", "colspan": 4)" +
                        words + R"(}}]}]})");
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "rules": {"guide": {"width": "1pt", "colour": "#abcdef"}},
        "blocks": [{"kind": "legend"}, {"kind": "table", "guides": 2,
            "kinds": {"text": {"fill": "tint", "value_words": "legend"}}}]})";
    double length = 0;
    for (const Guide& guide : guides_of(file_of(project, "weeks.svg"), colour))
        length += guide.length;
    return length;
}

TEST(Guides, StopAtBarsWhateverTheseSay) {
    EXPECT_EQ(length_of_guides("", "#ffffff"), 0);
    EXPECT_EQ(length_of_guides("", "#abcdef"),
              length_of_guides(R"(, "text": "all month")", "#abcdef"));
}

/// How many rims a legend and a bar of a tint have together.
std::size_t rims_of_bar(const std::string& tint, const std::string& value_words) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Weeks",
        "values": {"open": {"values": {"yes": {"label": "open", "tone": "good"}}}},
        "columns": [{"id": "what", "kind": "name", "title": "What"},
                    {"id": "a", "kind": "text", "values": "open", "title": "1"}],
        "sections": [{"id": "all", "rows": [{"id": "r", "what": "Pool", "a": {"value": "yes"}}]}]})");
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "palette": {"good": {"ink": "#135724", "tint": ")" +
        tint + R"("}}, "blocks": [{"kind": "legend"}, {"kind": "table",
            "kinds": {"text": {"fill": "tint", "value_words": ")" +
        value_words + R"("}}}]})";
    return xml_values(file_of(project, "weeks.svg"),
                      "//svg:path[@stroke='#135724']/@d | //svg:rect[@fill='#135724']/@x")
        .size();
}

TEST(Fills, HaveTheRimsOfTheLegendWhereNothingElseIsSeenOnPaper) {
    EXPECT_EQ(rims_of_bar("#f4fbf4", "legend"), 2U);
    EXPECT_EQ(rims_of_bar("#8fc99a", "legend"), 1U) << "seen without, in black and white too";
    EXPECT_EQ(rims_of_bar("#f4fbf4", "cell"), 1U) << "its word says what it is";
}

TEST(Legends, ShowFillsInTheColoursThatCellsHaveInTheDark) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Weeks",
        "values": {"open": {"values": {"yes": {"label": "open", "tone": "good"}}}},
        "columns": [{"id": "what", "kind": "name", "title": "What"},
                    {"id": "a", "kind": "text", "values": "open", "title": "1"}],
        "sections": [{"id": "all", "rows": [{"id": "r", "what": "Pool", "a": {"value": "yes"}}]}]})");
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "blocks": [{"kind": "legend"}, {"kind": "table", "fill": "solid"}]})";
    project.job.output_options.svg_theme = SvgTheme::Auto;
    EXPECT_THAT(file_of(project, "weeks.html"), HasSubstr("<path fill=\"var(--bsd-good)\""));
    const std::string svg = file_of(project, "weeks.svg");
    const auto fills = xml_values(svg, "//*[contains(@class, 'fill-good')]/@fill");
    EXPECT_THAT(fills, ::testing::SizeIs(2)) << "the patch and the cell";
}

TEST(RowRules, AreHalfAsWideInsideAName) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Sowing",
        "columns": [{"id": "what", "kind": "name", "title": "What"},
                    {"id": "when", "kind": "text", "title": "When"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "what": {"names": "Plum", "rowspan": 2}, "when": "early"},
            {"id": "b", "when": "late"}, {"id": "c", "what": "Pear", "when": "late"}]}]})");
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "rules": {"row": {"width": "4pt", "colour": "#abcdef"}}, "blocks": [{"kind": "table"}]})";
    const std::string svg = file_of(project, "sowing.svg");
    EXPECT_THAT(xml_values(svg, "//*[@stroke='#abcdef']/@stroke-width"),
                ::testing::UnorderedElementsAre("40", "20"));
    const std::string html = file_of(project, "sowing.html");
    EXPECT_THAT(html, HasSubstr("border-top:max(1px,0.25rem)"));
    EXPECT_THAT(html, HasSubstr("border-top:max(1px,0.5rem)"));
}

TEST(Schedules, KeepBarsOfTwoRowsApart) {
    const auto height_of_bar = [](const std::string& span, const std::string& spacing) {
        TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Months",
            "values": {"ripe": {"values": {"yes": {"label": "ripe", "text": "r", "tone": "good"}}}},
            "columns": [{"id": "what", "kind": "name", "title": "What"},
                        {"id": "m1", "kind": "text", "values": "ripe", "title": "May"},
                        {"id": "m2", "kind": "text", "values": "ripe", "title": "June"}],
            "sections": [{"id": "all", "rows": [
                {"id": "a", "what": "Plum", "m1": {"value": "yes", )" +
                            span + R"(}}, {"id": "b", "what": "Pear"}]}]})");
        project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
            "palette": {"good": {"tint": "#abcdef"}}, )" +
                                                    spacing + R"("blocks": [{"kind": "table"}]})";
        const std::string svg = file_of(project, "months.svg", Warnings::Some);
        return std::stod(xml_values(svg, "//*[@fill='#abcdef']/@height").front());
    };
    const std::string none = R"("spacing": {"fill": "0pt"}, )", in_row = R"("colspan": 2)";
    EXPECT_EQ(height_of_bar(in_row, none) - height_of_bar(in_row, ""), 25) << "tenths of a point";
    const std::string in_column = R"("rowspan": 2)";
    EXPECT_EQ(height_of_bar(in_column, ""), height_of_bar(in_column, none));
}

TEST(Schedules, AreToldOfThatTheirWordsMakeUneven) {
    std::string columns;
    for (int i = 1; i <= 12; ++i)
        columns += R"(, {"id": "m)" + std::to_string(i) + R"(", "kind": "symbol", "values": "ripe",
                         "title": ")" +
                   std::to_string(i) + "\"}";
    const auto problems = [&](const std::string& words) {
        TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Months",
            "values": {"ripe": {"values": {"yes": {"label": "ready to be picked from refrigerators", "tone": "good"}}}},
            "columns": [{"id": "what", "kind": "name", "title": "What"})" +
                            columns +
                            R"(], "sections": [{"id": "all", "rows": [
                {"id": "a", "what": "Plum", "m2": "yes"},
                {"id": "b", "what": "Pear", "m4": {"value": "yes", "colspan": 2}}]}]})");
        project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
            "blocks": [{"kind": "legend"},
                       {"kind": "table", "fill": "tint", "kinds": {"symbol": {)" +
                                                    words + R"(}}}]})";
        return problems_of(dump(project.job, Stage::Placed, project.files));
    };
    EXPECT_EQ(problems(R"("value_words": "legend")"), "");
    EXPECT_THAT(problems(""), HasSubstr("columns of one schedule are "));
}

TEST(Schedules, AreToldOfFillsThatAreOneGreyAndStandForDifferentWords) {
    const auto problems = [](const std::string& palette, const std::string& words) {
        TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Days",
            "values": {"what": {"values": {"talk": {"label": "Talk", "tone": "accent-1"},
                                           "meal": {"label": "Meal", "tone": "accent-2"},
                                           "walk": {"label": "Walk", "tone": "accent-3"}}}},
            "columns": [{"id": "hour", "kind": "name", "title": "Hour"},
                        {"id": "hall", "kind": "text", "values": "what", "title": "Hall"}],
            "sections": [{"id": "all", "rows": [
                {"id": "a", "hour": "9", "hall": {"text": "Welcome", "value": "talk"}},
                {"id": "b", "hour": "10", "hall": {"text": "Soup", "value": "meal"}},
                {"id": "c", "hour": "11", "hall": {"text": "Park", "value": "walk"}}]}]})");
        project.files.files["layouts/plain.json"] =
            R"({"format": 1, "name": "plain", "palette": {)" + palette +
            R"(}, "blocks": [{"kind": "legend"}, {"kind": "table", "fill": "tint",
            "kinds": {"text": {)" +
            words + "}}}]}";
        return problems_of(dump(project.job, Stage::Placed, project.files));
    };
    const std::string legend = R"("value_words": "legend")";
    EXPECT_THAT(problems("", legend),
                HasSubstr("colour alone tells \"Talk\", \"Meal\", \"Walk\" apart"));
    EXPECT_EQ(problems("", ""), "");
    EXPECT_THAT(problems(R"("accent-2": {"tint": "#d0d0d0"})", legend),
                HasSubstr("colour alone tells \"Talk\", \"Walk\" apart"));
    EXPECT_EQ(
        problems(R"("accent-2": {"tint": "#d0d0d0"}, "accent-3": {"tint": "#b0b0b0"})", legend),
        "");
}

/// From where to where the rule under a spanner runs, over figures with much white space at one
/// side, and the place of the first figure's end.
struct SpannerRule {
    double from, to, figure;
};

SpannerRule spanner_rule(const std::string& language) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "now", "kind": "number", "title": "Now"},
                  {"id": "then", "kind": "number", "title": "Then"}],
      "spanners": [{"title": "In", "columns": ["now", "then"]}],
      "sections": [{"id": "all", "rows": [{"id": "a", "what": "Bread", "now": 12, "then": 34}]}]})");
    project.files.files["locales/he.json"] = kHebrew;
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "rules": {"strong": {"width": "1pt", "colour": "#abcdef"}},
        "blocks": [{"kind": "table", "kinds": {"number": {"width": "50mm"}}}]})";
    project.job.languages = {language};
    const std::string svg = file_of(project, "costs.svg", Warnings::Some);
    const std::string line = "//svg:line[@stroke='#abcdef'][1]";
    return {std::stod(xml_values(svg, line + "/@x1").front()),
            std::stod(xml_values(svg, line + "/@x2").front()), place(svg, "12", 'x')};
}

TEST(SpannerRules, BeginWhereTheirFirstColumnHoldsSomething) {
    const double column = 1417.3;  // 50 mm, in tenths of a point
    const SpannerRule rule = spanner_rule("en");
    EXPECT_NEAR(rule.figure - rule.from, 100, 100) << "at its head, which is longer";
    EXPECT_GT(rule.to, rule.from + column);
    EXPECT_LT(rule.to, rule.from + 1.5 * column);
    const SpannerRule mirrored = spanner_rule("he");
    EXPECT_NEAR(mirrored.to - mirrored.from, rule.to - rule.from, 1);
    EXPECT_NEAR(mirrored.to - mirrored.figure, rule.figure - rule.from, 200);
}

TEST(Guides, BeginWithEachSpannerAndStopAtSections) {
    const std::string svg =
        prices(R"("guides": 2, "select": ["what", "then", "later", "now"])", "svg");
    const std::vector<Guide> guides = guides_of(svg);
    ASSERT_EQ(guides.size(), 2U) << "one in the head, one in the body";
    EXPECT_EQ(guides[0].x, guides[1].x);
    EXPECT_GT(guides[0].x, place(svg, "5", 'x'));
    EXPECT_LT(guides[0].x, place(svg, "9.5", 'x'));
    EXPECT_LT(guides[0].length, guides[1].length);
}

TEST(Guides, AreMirroredWithTheirTable) {
    const std::string table = R"("guides": 2, "select": ["what", "then", "later", "now"])";
    const std::vector<Guide> guides = guides_of(prices(table, "svg", "he"));
    ASSERT_EQ(guides.size(), 2U);
    const double page = 2 * 2976.4;
    EXPECT_NEAR(guides[0].x, page - guides_of(prices(table, "svg"))[0].x, 60);
}

TEST(Guides, AreBordersInHtml) {
    const std::string html =
        prices(R"("guides": 2, "select": ["what", "then", "later", "now"])", "html");
    const TemporaryFolder folder;
    folder.write("page.html", html);
    browser().open(folder / "page.html");
    EXPECT_EQ(browser().evaluate("[...document.querySelectorAll('th, td')].filter(cell => "
                                 "getComputedStyle(cell).borderRightColor === 'rgb(171, 205, 239)')"
                                 ".map(cell => cell.innerText.trim()).join('|')"),
              "Later|||5");
}

}  // namespace
}  // namespace broadside::testing
