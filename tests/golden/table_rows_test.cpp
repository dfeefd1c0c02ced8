#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// What tables do besides setting one row after another: rows under rows, sums, stripes, gaps,
/// numbers that are drawn, columns that stand out.
namespace broadside::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr char kCosts[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
  "columns": [{"id": "what", "kind": "name", "title": "What"},
              {"id": "now", "kind": "plain", "title": "Now", "empty": "none"},
              {"id": "then", "kind": "plain", "title": "Then"}],
  "sections": [{"id": "all",
    "rows": [{"id": "food", "what": "Food", "now": 12, "then": 13},
             {"id": "bread", "what": {"names": "Bread", "level": 1}, "now": 5,
              "then": {"text": "3", "rowspan": 2}},
             {"id": "rye", "what": {"names": "Rye", "level": 2}},
             {"id": "rent", "what": "Rent", "now": 40, "then": 41}],
    "summary": [{"id": "sum", "what": "Sum", "now": 52, "then": 54}]}]})";

constexpr char kGerman[] = R"({"format": 1, "language": "de", "translates": "planets",
  "columns": {"now": {"title": "Jetzt", "empty": "nichts"}}})";

std::string made(const std::string& format, const std::string& language = "en",
                 const std::string& table = R"("stripes": true)") {
    TinyProject project(kCosts);
    project.files.files["locales/de.json"] = kGerman;
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "palette": {"stripe": "#abcdef", "emphasis": "#fedcba", "ink": "#000000", "rule": "#999999"},
        "blocks": [{"kind": "header"}, {"kind": "table", )" +
                                                table + "}]}";
    project.job.languages = {language};
    return file_of(project, "costs." + format, Warnings::Some);
}

std::string attribute_of(const std::string& svg, const std::string& text,
                         const std::string& attribute) {
    const auto values = xml_values(
        svg, "//svg:text[normalize-space(.)='" + text + "']/ancestor-or-self::*/@" + attribute +
                 " | //svg:text[normalize-space(.)='" + text + "']//@" + attribute);
    return values.empty() ? "" : values.back();
}

TEST(TableRows, StandUnderThoseAbove) {
    const std::string svg = made("svg");
    const double food = std::stod(attribute_of(svg, "Food", "x"));
    const double bread = std::stod(attribute_of(svg, "Bread", "x"));
    const double rye = std::stod(attribute_of(svg, "Rye", "x"));
    EXPECT_GT(bread, food + 50);
    EXPECT_NEAR(rye - bread, bread - food, 1);
    EXPECT_THAT(made("html"), HasSubstr("padding-inline-start:"));
}

TEST(TableRows, SayWhatIsEmptyInTheLanguageOfThePage) {
    EXPECT_THAT(xml_values(made("svg"), "//svg:text[normalize-space(.)='none']/@x"), SizeIs(1));
    EXPECT_THAT(made("html"), HasSubstr(">none<"));
    EXPECT_THAT(made("html", "de"), HasSubstr(">nichts<"));
}

TEST(TableRows, AreSummedUpStrongUnderARule) {
    const std::string svg = made("svg");
    EXPECT_EQ(attribute_of(svg, "52", "font-weight"), "700");
    EXPECT_NE(attribute_of(svg, "12", "font-weight"), "700");
    const auto strong = [](const std::string& page) {
        return xml_values(page,
                          "//svg:path[@stroke='#000000']/@d | "
                          "//svg:line[@stroke='#000000']/@y1");
    };
    EXPECT_THAT(strong(svg), SizeIs(::testing::Ge(1U)));
}

TEST(TableRows, HaveStripesOnlyWhereTheyAreAskedFor) {
    const auto stripes = xml_values(made("svg"), "//svg:rect[@fill='#abcdef']/@width");
    ASSERT_THAT(stripes, SizeIs(3));
    EXPECT_LT(std::stod(stripes[0]), std::stod(stripes[1])) << "a merged cell has its own";
    EXPECT_THAT(made("html"), HasSubstr("background:var(--bsd-stripe)"));
    EXPECT_THAT(xml_values(file_of(kFlyer, "svg"), "//svg:rect[@fill='#f3f5f8']/@width"),
                SizeIs(0));
}

/// Its height is that of two rows.
TEST(TableRows, HaveMergedCellsStripedAsTheFirstOfTheirs) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Costs",
      "columns": [{"id": "what", "kind": "name", "title": "What"},
                  {"id": "now", "kind": "plain", "title": "Now"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "what": "A", "now": 1}, {"id": "b", "what": "B", "now": {"text": "2", "rowspan": 2}},
        {"id": "c", "what": "C"}, {"id": "d", "what": "D", "now": 4}]}]})",
                        R"({"format": 1, "name": "plain", "palette": {"stripe": "#abcdef"},
                            "blocks": [{"kind": "table", "stripes": true}]})");
    const auto heights = xml_values(file_of(project, "costs.svg", Warnings::Some),
                                    "//svg:rect[@fill='#abcdef']/@height");
    ASSERT_THAT(heights, SizeIs(3));
    EXPECT_NEAR(std::stod(heights[2]), 2 * std::stod(heights[0]), 0.01);
}

TEST(TableRows, StandOutBetweenStrongRules) {
    const std::string rent = R"("emphasis": ["rent"])";
    const auto strong = [&](const std::string& table) {
        return xml_values(made("svg", "en", table), "//svg:line[@stroke='#000000']/@y1").size();
    };
    EXPECT_THAT(xml_values(made("svg", "en", rent), "//svg:rect[@fill='#fedcba']/@width"),
                SizeIs(1));
    EXPECT_GT(strong(rent), strong(R"("stripes": false)"));
    EXPECT_THAT(made("html", "en", rent), HasSubstr("background:var(--bsd-emphasis)"));
    EXPECT_THAT(xml_values(made("svg", "en", R"("transpose": true, "emphasis": ["rent"])"),
                           "//svg:rect[@fill='#fedcba']/@width"),
                SizeIs(1));
    EXPECT_THROW(made("svg", "en", R"("emphasis": ["rant"])"), std::runtime_error);
}

constexpr char kDrawn[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Use",
  "columns": [{"id": "what", "kind": "name", "title": "What"},
              {"id": "use", "kind": "number", "title": "Use", "unit": "%", "show": "bar"},
              {"id": "stars", "kind": "number", "title": "Stars", "show": "rating", "most": 4}],
  "sections": [{"id": "all",
    "rows": [{"id": "a", "what": "A", "use": 50, "stars": 2.5},
             {"id": "b", "what": "B", "use": 25, "stars": "none yet"}]}]})";

std::string drawn(const std::string& dataset, const std::string& format) {
    TinyProject project(dataset, R"({"format": 1, "name": "plain",
        "palette": {"emphasis": "#fedcba", "rule": "#999999"},
        "blocks": [{"kind": "header"},
                   {"kind": "table", "columns": {"use": {"emphasis": true}}}]})");
    project.job.languages = {};
    project.job.formats = {format};
    project.job.output = "use." + format;
    const auto report = build(project.job, project.files, project.sink);
    return report.ok() ? project.sink.written.at("use." + format) : problems_of(report);
}

TEST(EmphasisedColumns, TakeInASpannerOfTheirOwn) {
    const auto height = [](const std::string& columns) {
        std::string dataset = kDrawn;
        dataset.insert(dataset.find("\"sections\""),
                       R"("spanners": [{"title": "Best", "columns": )" + columns + "}], ");
        const auto heights =
            xml_values(drawn(dataset, "svg"), "//svg:rect[@fill='#fedcba']/@height");
        return std::stod(heights.at(0));
    };
    EXPECT_GT(height(R"(["use"])"), height(R"(["use", "stars"])") + 50);
}

TEST(DrawnNumbers, AreBarsOfTheLargestAndRatingsWithTheirWords) {
    const std::string svg = drawn(kDrawn, "svg");
    EXPECT_EQ(xml_text(svg, "//*[@role='img']/svg:title"), "2.5/4");
    for (const char* text : {"50%", "25%", "none yet"})
        EXPECT_THAT(xml_text(svg, "//svg:svg"), HasSubstr(text));
    EXPECT_THAT(drawn(kDrawn, "html"), HasSubstr("<title>2.5/4<"));
}

TEST(DrawnNumbers, AreBarsToTheEndOfARange) {
    const auto bars = [](const std::string& use) {
        std::string dataset = kDrawn;
        dataset.replace(dataset.find("50"), 2, use);
        std::vector<std::string> sides;  // from the upper left corner on
        for (const std::string& path :
             xml_values(drawn(dataset, "svg"), "//svg:path[not(@stroke)]/@d")) {
            const std::size_t side = path.find('h');
            // Each begins at a line of its own.
            if (side != path.npos && !path.substr(side).starts_with("h4v"))
                sides.push_back(path.substr(side));
        }
        return sides;
    };
    const std::vector<std::string> whole = bars("50");
    ASSERT_THAT(whole, SizeIs(2));
    const std::vector<std::string> range = bars(R"({"number": 10, "to": 50})");
    ASSERT_THAT(range, SizeIs(3)) << "one to its start, and a thin one from there";
    EXPECT_NE(range[0], whole[0]);
    EXPECT_EQ(range.back(), whole.back());
    EXPECT_NE(bars("75"), whole);
}

TEST(DrawnNumbers, StandOnAnAxisBehindBarsOfOneLength) {
    std::string dataset = kDrawn;
    dataset.replace(dataset.find("\"use\": 50"), 9, "\"use\": 150.5");
    dataset.replace(dataset.find("\"use\": 25"), 9, "\"use\": 7.5");
    const PdfWords words{pdf_words(drawn(dataset, "pdf"))};
    EXPECT_NEAR(words.of("150.5%").right, words.of("7.5%").right, 0.05);
}

TEST(DrawnNumbers, StayOnTheirScale) {
    std::string dataset = kDrawn;
    dataset.replace(dataset.find("2.5"), 3, "4.5");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("expected a number from 0 to 4 of column"));
    dataset = kDrawn;
    dataset.replace(dataset.find("\"show\": \"bar\""), 13, R"("show": "bar", "most": 60)");
    dataset.replace(dataset.find("50"), 2, R"({"number": 40, "to": 70})");
    EXPECT_THAT(drawn(dataset, "svg"),
                HasSubstr("expected a number from 0 to 60 of column \"use\", got 70"));
    dataset = kDrawn;
    dataset.replace(dataset.find("\"most\": 4"), 9, "\"most\": 12");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("a whole number from 1 to 10 for a rating"));
}

TEST(DrawnNumbers, HaveNoRangeAndNoUnitAsRatings) {
    std::string dataset = kDrawn;
    dataset.replace(dataset.find("2.5"), 3, R"({"number": 2, "to": 3})");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("which have no range and no relation"));
    dataset = kDrawn;
    dataset.replace(dataset.find("2.5"), 3, R"({"number": 2, "url": "https://a.org"})");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("expected words that lead to the address"));
    dataset = kDrawn;
    dataset.replace(dataset.find("\"most\": 4"), 9, R"("unit": "x")");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("a rating shows no unit"));
}

TEST(TableRows, DoNotReachIntoWhatSumsThemUp) {
    std::string dataset = kDrawn;
    dataset.replace(dataset.find("25,"), 3, R"({"number": 25, "rowspan": 2},)");
    dataset.replace(dataset.rfind("]}]}"), 4, R"(], "summary": [{"id": "s", "what": "S"}]}]})");
    EXPECT_THAT(drawn(dataset, "svg"), HasSubstr("spans 2 rows, but section \"all\" has only 1"));
}

TEST(EmphasisedColumns, StandOutFromHeadToFoot) {
    const std::string svg = drawn(kDrawn, "svg");
    const auto heights = xml_values(svg, "//svg:rect[@fill='#fedcba']/@height");
    ASSERT_THAT(heights, SizeIs(1));
    EXPECT_THAT(drawn(kDrawn, "html"), HasSubstr("background-color:var(--bsd-emphasis)"));
}

}  // namespace
}  // namespace broadside::testing
