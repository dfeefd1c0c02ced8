#include <cstdio>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "emit/tool.hpp"
#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"
#include "support/tiny_project.hpp"

/// Heads that lean over those behind them, in the finished files.
namespace broadside::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kTools = R"({"format": 1, "id": "planets", "language": "en", "title": "Tools",
  "values": {"rings": {"values": {"yes": {"label": "has it", "symbol": "yes"}}}},
  "columns": [
    {"id": "tool", "kind": "name", "title": "Tool"},
    {"id": "drill", "kind": "symbol", "values": "rings", "title": "Drills holes of any size",
     "short": "Drills", "notes": ["1"]},
    {"id": "saw", "kind": "symbol", "values": "rings", "title": "Saws planks",
     "url": "https://example.org/saws"},
    {"id": "file", "kind": "symbol", "values": "rings", "title": "Files and polishes metal"},
    {"id": "price", "kind": "plain", "title": "Price in euros"}],
  "notes": [{"id": "1", "text": "In wood."}],)";

const std::string kToolRows = R"("sections": [{"id": "all", "rows": [
    {"id": "a", "tool": "One", "drill": "yes", "saw": "yes", "file": "yes", "price": "12"},
    {"id": "b", "tool": "Two", "drill": "yes", "price": "9"}]}]})";

const std::string kLeaning =
    R"("guides": 2, "kinds": {"symbol": {"head": "slanted"}}, "columns": {"price": {"head": "upright"}})";

constexpr char kLeaningLeft[] = R"({"format": 1, "language": "he", "translates": "planets"})";

std::string tools(const std::string& format, const std::string& language = "en",
                  const std::string& more = "") {
    TinyProject project(kTools + more + kToolRows);
    project.files.files["locales/he.json"] = kLeaningLeft;
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "page": {"size": "A6", "margin": "10mm"},
        "rules": {"guide": {"width": "1pt", "colour": "#abcdef"}},
        "blocks": [{"kind": "table", )" + kLeaning +
                                                R"(}, {"kind": "notes"}]})";
    project.job.languages = {language};
    project.job.formats = {format};
    project.job.output = "tools." + format;
    const BuildReport report = build(project.job, project.files, project.sink);
    return report.ok() ? project.sink.written.at("tools." + format) : problems_of(report);
}

std::vector<std::string> turns(const std::string& svg, const std::string& degrees) {
    return xml_values(svg,
                      "//svg:g[starts-with(@transform, 'rotate(" + degrees + " ')]/@transform");
}

TEST(SlantedHeads, LeanWithAllThatAreBehindThem) {
    const std::string svg = tools("svg");
    EXPECT_THAT(turns(svg, "-45"), SizeIs(4)) << "the price as well, which would be in their way";
    EXPECT_THAT(xml_values(svg, "//svg:g[@role='columnheader']/@aria-label"),
                Contains(HasSubstr("Drills holes of any size")));
}

TEST(SlantedHeads, AreWordsInAPdf) {
    if (!test::has_tool("mutool"))
        throw std::runtime_error("this test needs the program mutool: install mupdf-tools");
    // Poppler takes what leans for single letters.
    const std::string text = test::run_tool("mutool draw -q -F txt {}", tools("pdf")).text;
    EXPECT_THAT(text, HasSubstr("Files and polishes metal"));
    EXPECT_THAT(text, HasSubstr("Price in euros"));
}

TEST(SlantedHeads, StayOnThePage) {
    const std::string svg = tools("svg");
    const std::string head = "//svg:g[@transform][.//svg:text='Price in euros']";
    const auto transform = xml_values(svg, head + "/@transform");
    const auto length = xml_values(svg, head + "//svg:text/@textLength");
    ASSERT_THAT(length, SizeIs(1));
    double x = 0, end = 1050 * 72 / 25.4 - 283.5;  // the content's, in tenths of a point
    std::sscanf(transform.at(0).c_str(), "rotate(-45 %lf", &x);
    EXPECT_LT(x + std::stod(length[0]) * 0.7071, end + 1);
    EXPECT_GT(x + std::stod(length[0]) * 0.7071, end - 250) << "and take no more room than that";
}

TEST(SlantedHeads, LeanTheOtherWayFromRightToLeft) {
    const std::string svg = tools("svg", "he");
    EXPECT_THAT(turns(svg, "45"), SizeIs(4));
    EXPECT_THAT(turns(svg, "-45"), IsEmpty());
}

TEST(SlantedHeads, HaveRulesThatLeanBesideThem) {
    for (const auto& [language, way] : {std::pair("en", 1), std::pair("he", -1)}) {
        const std::string svg = tools("svg", language);
        const auto paths = xml_values(svg, "//svg:path[@stroke='#abcdef']/@d");
        ASSERT_THAT(paths, SizeIs(2)) << "in the heads of two columns";
        EXPECT_THAT(xml_values(svg, "//svg:line[@stroke='#abcdef']/@x1"), SizeIs(2)) << "below";
        double x = 0, y = 0, dx = 0, dy = 0;
        ASSERT_EQ(std::sscanf(paths[0].c_str(), "M%lf %lfl%lf%lf", &x, &y, &dx, &dy), 4)
            << paths[0];
        EXPECT_NEAR(dx, -way * dy, 0.2);
        EXPECT_LT(dy, -300);
    }
}

TEST(SlantedHeads, AreRotatedInATableWithSpanners) {
    const std::string svg =
        tools("svg", "en", R"("spanners": [{"title": "Work", "columns": ["drill", "saw"]}],)");
    EXPECT_THAT(turns(svg, "-45"), IsEmpty());
    EXPECT_THAT(turns(svg, "-90"), SizeIs(3));
}

TEST(SlantedHeads, LeadWhereTheyAreSeenInAPdf) {
    const std::string pdf = tools("pdf");
    const std::string objects = test::pdf_objects(pdf);
    std::string link = objects.substr(0, objects.find("example.org/saws"));
    link = objects.substr(link.rfind(" 0 obj "));
    double left = 0, bottom = 0, right = 0, top = 0;
    ASSERT_EQ(std::sscanf(link.substr(link.find("/Rect [")).c_str(), "/Rect [ %lf %lf %lf %lf",
                          &left, &bottom, &right, &top),
              4);
    EXPECT_NEAR(right - left, top - bottom, 1) << "as wide as high";
    for (const PdfWord& word : pdf_words(pdf)) {
        if (word.text != "Saws" && word.text != "planks") continue;
        EXPECT_GT(word.left, left - 3);
        EXPECT_LT(word.right, right + 3);
    }
}

TEST(SlantedHeads, LeanInABrowser) {
    const TemporaryFolder folder;
    for (const auto& [language, way] : {std::pair("en", 1), std::pair("he", -1)}) {
        folder.write("page.html", tools("html", language));
        browser().open(folder / "page.html");
        const auto of_head = [](const std::string& value) {
            return browser()
                .evaluate(
                    "(() => { const head = document.querySelectorAll('.bsd-slant')[1]; "
                    "const box = head.getBoundingClientRect(), th = "
                    "head.closest('th').getBoundingClientRect(); return " +
                    value + "; })()")
                .get<double>();
        };
        EXPECT_NEAR(of_head("box.width / box.height"), 1, 0.05);
        EXPECT_GT(way * of_head("(box.left + box.right - th.left - th.right) / 2"), 15);
        EXPECT_LT(of_head("Math.abs(box.bottom - th.bottom)"), 20);
        EXPECT_LT(of_head("document.querySelector('.bsd-scroll').scrollWidth - "
                          "document.querySelector('.bsd-scroll').clientWidth"),
                  1);
    }
}

}  // namespace
}  // namespace broadside::testing
