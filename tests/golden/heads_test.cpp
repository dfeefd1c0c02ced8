#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"

/// Heads of many narrow columns, in the finished files.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kTurned[] = "//svg:g[starts-with(@transform, 'rotate(-90')]";

/// A table of some columns of the fixture, all of it on one page.
Job job_with_table(const TemporaryFolder& folder, const std::string& table,
                   std::vector<std::string> formats) {
    folder.write("some.json", R"({"format": 1, "name": "some", "page": {"margin": "10mm"},
        "styles": {"header": {"size": "7pt"}}, "spacing": {"cell_x": "2pt"},
        "blocks": [{"kind": "table", )" +
                                  table + R"(}, {"kind": "notes"}]})");
    Job job = job_of(kWide, std::move(formats));
    job.layouts = {folder / "some.json"};
    return job;
}

const std::string kAuto = R"("kinds": {"symbol": {"head": "auto"}, "plain": {"head": "auto"}})";

TEST(RotatedHeads, RunUpwardsInTheirShortForm) {
    const std::string svg = file_of(kWide, "svg");
    EXPECT_THAT(xml_values(svg, std::string(kTurned) + "/@transform"), SizeIs(23));
    const std::string turned = std::string("//svg:g[@role='columnheader'][") + (kTurned + 2) + "]";
    EXPECT_THAT(xml_values(svg, turned + "/@aria-label"), Contains("Books in large print"));
    const std::string text = pdf_text(file_of(kWide, "pdf"));
    EXPECT_THAT(text, AllOf(HasSubstr("Large print\nAudiobooks\nComics and graphic novels\n"),
                            Not(HasSubstr("Books in large print"))));
}

/// A word that runs upwards has a box that is higher than wide.
TEST(RotatedHeads, StandOnOnePitchAndOneRule) {
    std::vector<PdfWord> turned = pdf_words(file_of(kWide, "pdf"));
    std::erase_if(turned, [](const PdfWord& word) {
        return word.text.size() < 5 || word.bottom - word.top < word.right - word.left;
    });
    std::map<double, double> feet;  // of each column, by its place
    for (const PdfWord& word : turned) {
        double& foot = feet[std::round(word.centre_x())];
        foot = std::max(foot, word.bottom);
    }
    ASSERT_THAT(feet, SizeIs(Ge(20u)));
    std::vector<double> pitches, heights;
    for (auto at = std::next(feet.begin()); at != feet.end(); ++at)
        pitches.push_back(at->first - std::prev(at)->first);
    EXPECT_THAT(pitches, Each(AllOf(Ge(pitches[0] - 1.1), Le(pitches[0] + 1.1))));
    for (const auto& [place, foot] : feet) heights.push_back(foot);
    EXPECT_THAT(heights, Each(::testing::DoubleNear(heights[0], 0.5)));
}

TEST(RotatedHeads, StayUprightWhereTheTableFits) {
    const TemporaryFolder folder;
    const std::string few = kAuto + R"(, "select": ["place", "large_print", "loop", "items"])";
    const std::string svg = only_file_of(job_with_table(folder, few, {"svg"}));
    EXPECT_THAT(xml_values(svg, kTurned), IsEmpty());
    EXPECT_THAT(xml_text(svg, "//svg:g[@role='columnheader'][4]"), HasSubstr("Books and media"));
}

TEST(ShortTitles, StandWhereTheTableWouldBeTooWide) {
    const TemporaryFolder folder;
    const std::string narrow = R"("columns": {"toilet": {"width": "38pt"}}, )"
                               R"("select": ["place", "toilet", "items"])";
    const std::string svg = only_file_of(job_with_table(folder, narrow, {"svg"}));
    EXPECT_THAT(xml_values(svg, "//svg:g[@role='columnheader']/@aria-label"),
                Contains("Toilet for wheelchair users"));
    EXPECT_THAT(xml_text(svg, "//svg:svg"), Not(HasSubstr("wheelchair")));
}

/// The places of the turned heads, from left to right, and how long the first is.
std::vector<std::string> heads_in(const std::string& language) {
    Job job = job_of(kWide, {"svg"});
    job.languages = {language};
    const std::string svg = only_file_of(job);
    std::vector<std::string> heads;
    for (const std::string& text : xml_values(svg, std::string(kTurned) + "/@transform"))
        heads.push_back(text);
    return heads;
}

/// In reading order the columns of a page from right to left go to the left.
TEST(RotatedHeads, AreMirroredWithTheirTable) {
    const auto x_of = [](const std::string& transform) {
        return std::stod(transform.substr(transform.find(' ')));
    };
    for (const auto& [language, sign] :
         std::map<std::string, int>{{"en", 1}, {"ja", 1}, {"ar", -1}}) {
        const std::vector<std::string> heads = heads_in(language);
        ASSERT_THAT(heads, SizeIs(23)) << language;
        for (std::size_t i = 1; i < heads.size(); ++i)
            EXPECT_GT((x_of(heads[i]) - x_of(heads[i - 1])) * sign, 0) << language;
    }
}

TEST(RotatedHeads, AreHeardInFullInABrowser) {
    const TemporaryFolder folder;
    folder.write("page.html", file_of(kWide, "html"));
    browser().open(folder / "page.html");
    const auto head = [](const std::string& rest) {
        return browser().evaluate(
            "(() => { const th = [...document.querySelectorAll('thead th')].find(th => "
            "th.textContent.includes('Audiobooks on CD')); return " +
            rest + "; })()");
    };
    EXPECT_TRUE(head("th.getBoundingClientRect().height > th.getBoundingClientRect().width"));
    EXPECT_EQ(head("th.querySelector('.short').textContent"), "Audiobooks");
    EXPECT_GT(head("th.querySelector('.short').getBoundingClientRect().height"), 20);
    EXPECT_LE(head("th.querySelector('.long').getBoundingClientRect().height"), 1);
    std::vector<std::string> names;
    const Accessible page = browser().accessible();
    for (const Accessible* cell : page.all("columnheader")) names.push_back(cell->name);
    EXPECT_THAT(names, AllOf(Contains("Audiobooks on CD and as files"), Contains("Staff who sign"),
                             Not(Contains(HasSubstr("Audiobooks Audiobooks")))));
}

/// By HTML's own rules: a cell has the heads above it, and those of its groups, and no others.
TEST(NestedHeads, HeadTheirColumnsInHtml) {
    const TemporaryFolder folder;
    folder.write("page.html", file_of(kWide, "html"));
    browser().open(folder / "page.html");
    const auto scopes = browser().evaluate(R"([...document.querySelectorAll("thead th[colspan]")]
        .map(th => th.scope + th.colSpan).join(" "))");
    EXPECT_EQ(scopes, "colgroup10 colgroup4 colgroup5 colgroup3 col5 col5 col3");
    EXPECT_EQ(browser().evaluate(R"([...document.querySelectorAll("colgroup")]
        .map(group => group.children.length).join(" "))"),
              "1 10 4 5 3 1");
}

TEST(HeadNotes, AreNumberedInReadingOrder) {
    const std::string svg = file_of(kWide, "svg");
    const auto head_of_mark = [&](int number) {
        return xml_text(svg, "(//svg:a[@role='doc-noteref'])[" + std::to_string(number) +
                                 "]/ancestor::svg:g[contains(@role, 'header')]");
    };
    EXPECT_EQ(head_of_mark(1), "On loan 1");
    EXPECT_EQ(head_of_mark(2), "Induction loop 2");
    EXPECT_EQ(head_of_mark(3), "On the road and behind walls 3");
    const std::string html = file_of(kWide, "html");
    for (const char* note : {"loan", "coil", "road"}) {
        EXPECT_THAT(html, AllOf(HasSubstr(std::string("id=\"mark-") + note + "\""),
                                HasSubstr(std::string("href=\"#mark-") + note + "\"")));
    }
}

}  // namespace
}  // namespace broadside::testing
