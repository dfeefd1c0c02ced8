#include <algorithm>
#include <cctype>
#include <cstdio>
#include <iterator>
#include <numeric>

#include <gmock/gmock.h>

#include "broadside/base/geometry.hpp"
#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"
#include "support/tiny_project.hpp"

/// Heads of many narrow columns, in the finished files.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using namespace std::string_literals;

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
    EXPECT_THAT(xml_values(svg, std::string(kTurned) + "/@transform"), SizeIs(22));
    const std::string turned = std::string("//svg:g[@role='columnheader'][") + (kTurned + 2) + "]";
    EXPECT_THAT(xml_values(svg, turned + "/@aria-label"), Contains("Books in large print"));
    // Poppler tells each word that runs upwards as a line.
    EXPECT_THAT(one_line(pdf_text(file_of(kWide, "pdf"))),
                AllOf(HasSubstr("Large print Audiobooks Comics and graphic novels"),
                      Not(HasSubstr("Books in large print"))));
}

TEST(ShortHeads, StandBeforeAHyphen) {
    const TemporaryFolder folder;
    const std::string text =
        "Im Verletzungsfall schon nach vier Jahren auffrischen und danach im Impfpass eintragen "
        "lassen, auch bei Kindern und Jugendlichen.";
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "de", "title": "Plan",
        "columns": [{"id": "n", "kind": "name", "title": "Impfung"},
                    {"id": "s", "kind": "text", "title": "Schwangerschaft", "short": "in der SS"},
                    {"id": "t", "kind": "text", "title": "Hinweis"}],
        "sections": [{"id": "a", "rows": [{"id": "r", "n": "Tetanus", "s": "ja", "t": ")" +
                                     text + R"("},
                                          {"id": "q", "n": "Polio", "s": "ja", "t": ")" +
                                     text + R"("}]}]})");
    folder.write("l.json", R"({"format": 1, "name": "l", "blocks": [{"kind": "table"}],
        "page": {"size": {"width": "90mm", "height": "36mm"}, "margin": "4mm"},
        "fit": {"pages": 1, "min_font": "5pt"}})");
    Job job = job_of(kWide, {"pdf"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.languages = {};
    EXPECT_THAT(one_line(pdf_text(only_file_of(job))),
                AllOf(HasSubstr("in der"), Not(HasSubstr("Schwan"))));
}

/// The words of a page whose table is of these columns, with `more` of the dataset.
std::string words_of_table(const std::string& columns, const std::string& cells,
                           const std::string& more, const std::string& width) {
    const TemporaryFolder folder;
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "Plan",
        "columns": [{"id": "n", "kind": "name", "title": "Vegetable"})" +
                                     columns + "]" + more +
                                     R"(, "sections": [{"id": "a", "rows": [
                                         {"id": "r", "n": "Chinese cabbage", )" +
                                     cells + "}]}]}");
    folder.write("l.json", R"({"format": 1, "name": "l", "page": {"size": {"width": ")" + width +
                               R"(", "height": "60mm"}, "margin": "4mm"},
        "blocks": [{"kind": "table"}]})");
    Job job = job_of(kWide, {"pdf"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.languages = {};
    return one_line(pdf_text(only_file_of(job)));
}

TEST(ShortHeads, KeepMonthsEquallyWide) {
    std::string months, cells;
    for (const std::string month : {"January", "February", "March", "April", "May", "June", "July",
                                    "August", "September", "October", "November", "December"}) {
        const std::string id = month.substr(0, 3);
        months += R"(, {"id": ")" + id + R"(", "kind": "plain", "title": ")" + month +
                  R"(", "short": ")" + id + R"("})";
        cells += (cells.empty() ? "\"" : ", \"") + id + R"(": "x")";
    }
    EXPECT_THAT(words_of_table(months, cells, "", "190mm"),
                AllOf(HasSubstr("Sep"), Not(HasSubstr("September"))));
    EXPECT_THAT(words_of_table(months, cells, "", "330mm"), HasSubstr("September"));
}

TEST(ShortHeads, StandOverSeveralColumnsToo) {
    const std::string columns = R"(, {"id": "a", "kind": "plain", "title": "A"},
                                     {"id": "b", "kind": "plain", "title": "B"})";
    const std::string spanner = R"(, "spanners": [{"title": "Jahresarbeitszahl im Betrieb",
        "short": "JAZ", "columns": ["a", "b"]}])";
    EXPECT_THAT(words_of_table(columns, R"("a": "1", "b": "2")", spanner, "52mm"),
                AllOf(HasSubstr("JAZ"), Not(HasSubstr("Jahres"))));
    EXPECT_THAT(words_of_table(columns, R"("a": "1", "b": "2")", spanner, "160mm"),
                AllOf(HasSubstr("Jahresarbeitszahl"), Not(HasSubstr("JAZ"))));
}

TEST(RotatedHeads, StandUprightInChineseWithANumberOfThreeDigits) {
    const auto turns = [](const std::string& title) {
        TinyProject project(R"({"format": 1, "id": "planets", "language": "zh-Hans", "title": "表",
            "columns": [{"id": "n", "kind": "name", "title": "名"},
                        {"id": "a", "kind": "plain", "title": ")" +
                            title + R"("}],
            "sections": [{"id": "s", "rows": [{"id": "r", "n": "一", "a": "1"}]}]})");
        project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
            "blocks": [{"kind": "table", "columns": {"a": {"head": "rotated"}}}]})";
        return xml_values(file_of(project, "plan.svg"), kTurned + "/@transform"s).size();
    };
    EXPECT_EQ(turns("第128次"), 0u);
    EXPECT_EQ(turns("第1280次"), 1u);
}

TEST(ShortHeads, StandOverSeveralColumnsInHtmlToo) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Plan",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "a", "kind": "plain", "title": "A"}, {"id": "b", "kind": "plain", "title": "B"}],
        "spanners": [{"title": "Seasonal figure", "short": "SF", "columns": ["a", "b"]}],
        "sections": [{"id": "s", "rows": [{"id": "r", "n": "One", "a": "1", "b": "2"}]}]})");
    EXPECT_THAT(file_of(project, "plan.html"), HasSubstr(">SF<"));
}

/// What a head turns about: the left end of its text, in tenths of a point.
Point foot_of(const std::string& transform) {
    Point foot;
    std::sscanf(transform.c_str(), "rotate(-90 %lf %lf)", &foot.x.value, &foot.y.value);
    return foot;
}

/// What the heads of a table beside a text turn about, on the first page.
std::vector<std::string> turns_beside(const std::string& text) {
    const TemporaryFolder folder;
    folder.write("dataset.json", R"({"format": 1, "id": "d", "language": "en", "title": "T",
        "columns": [{"id": "a", "kind": "name", "title": "Name"},
                    {"id": "b", "kind": "plain", "title": "A head"}],
        "sections": [{"id": "s", "rows": [{"id": "r", "a": "One", "b": "1"}]}]})");
    folder.write("l.json", R"({"format": 1, "name": "l", "blocks": [{"kind": "header"},
        {"kind": "row", "blocks": [{"kind": "text", "text": ")" +
                               text + R"("},
        {"kind": "table", "columns": {"b": {"head": "rotated"}}}]}]})");
    Job job = job_of(kWide, {"svg"});
    job.dataset = folder / "dataset.json";
    job.layouts = {folder / "l.json"};
    job.output = "{page}.svg";
    return xml_values(files_of(job).at("1.svg"), kTurned + "/@transform"s);
}

TEST(RotatedHeads, StandOverTheirTableBesideATextThatGoesOn) {
    const auto turns = turns_beside("Words.");
    EXPECT_THAT(turns, SizeIs(1));
    std::string pages;
    for (int i = 0; i < 120; ++i) pages += "Words.\\n\\n";
    EXPECT_EQ(turns_beside(pages + "Words."), turns);
}

TEST(RotatedHeads, StandOnOnePitchAndOneRule) {
    const auto turns = xml_values(file_of(kWide, "svg"), kTurned + "/@transform"s);
    ASSERT_THAT(turns, SizeIs(22));
    std::vector<double> places, pitches;
    for (const std::string& turn : turns) {
        places.push_back(foot_of(turn).x.value);
        EXPECT_EQ(foot_of(turn).y, foot_of(turns[0]).y);
    }
    std::sort(places.begin(), places.end());
    std::adjacent_difference(places.begin(), places.end(), std::back_inserter(pitches));
    pitches.erase(pitches.begin());
    EXPECT_THAT(pitches, AllOf(SizeIs(21), Each(DoubleNear(pitches[0], 0.2))));
}

TEST(RotatedHeads, StayUprightInColumnsThatAreWideEnoughWhateverElseIsTooWide) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Hours", "marks": "letters",
      "notes": [{"id": "x", "text": "Note."}],
      "values": {"u": {"values": {"a": {"label": "By appointment", "tone": "good"}}}},
      "columns": [{"id": "n", "kind": "name", "title": "Ward"},
                  {"id": "c1", "kind": "symbol", "title": "Mon", "values": "u"},
                  {"id": "c2", "kind": "symbol", "title": "Tue", "values": "u"}],
      "sections": [{"id": "s", "rows": [{"id": "r", "n": "One", "c1": {"value": "a", "text": "08:30–12:30"},
        "c2": {"value": "a", "text": "08:30–12:30", "notes": ["x"]}}]}]})",
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "110mm", "height": "auto"}, "margin": "5mm"},
      "blocks": [{"kind": "legend"}, {"kind": "table", "fill": "tint",
        "kinds": {"name": {"width": "1fr"}, "symbol": {"width": "18mm", "value_words": "legend"}}}, {"kind": "notes"}]})");
    project.job.formats = {"pdf"};
    project.job.output = "hours.pdf";
    EXPECT_THAT(problems_of(build(project.job, project.files, project.sink)),
                HasSubstr("the page is too narrow"));
    const PdfWords words{pdf_words(project.sink.written.at("hours.pdf"))};
    EXPECT_LT(words.of("Mon").bottom - words.of("Mon").top, 15);
    EXPECT_NEAR(words.of("Mon").top, words.of("Tue").top, 0.1);
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

TEST(RotatedHeads, AreMirroredWithTheirTable) {
    const auto place_of = [](const std::string& language, const std::string& title) {
        Job job = job_of(kWide, {"svg"});
        job.languages = {language};
        const auto turns = xml_values(only_file_of(job), "//svg:g[starts-with(@aria-label, '" +
                                                             title + "')]/svg:g/@transform");
        return foot_of(turns.at(0)).x;
    };
    EXPECT_LT(place_of("en", "Books in large print"), place_of("en", "Book drop outside"));
    EXPECT_GT(place_of("ar", "كتب بحروف كبيرة"), place_of("ar", "صندوق إرجاع"));
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
    EXPECT_EQ(head("th.querySelector('.bsd-short').textContent"), "Audiobooks");
    EXPECT_GT(head("th.querySelector('.bsd-short').getBoundingClientRect().height"), 20);
    EXPECT_LE(head("th.querySelector('.bsd-long').getBoundingClientRect().height"), 1);
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

TEST(Heads, AreShortRatherThanPartedBetweenCharactersThatStandWithoutSpaces) {
    std::string columns, cells;
    for (int i = 0; i < 8; ++i) {
        const std::string id = "c" + std::to_string(i);
        columns += R"(, {"id": ")" + id +
                   R"(", "kind": "symbol", "values": "v", "title": "開放原始碼", "short": "開源"})";
        cells += R"(, ")" + id + R"(": "yes")";
    }
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "zh-Hant", "title": "工具",
            "values": {"v": {"values": {"yes": {"label": "有", "symbol": "yes"}}}},
            "columns": [{"id": "n", "kind": "name", "title": "程式"})" +
            columns + R"(], "sections": [{"id": "all", "rows": [{"id": "a", "n": "Signal")" +
            cells + "}]}]}",
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "120mm", "height": "60mm"}, "margin": "3mm"},
            "blocks": [{"kind": "table"}]})");
    EXPECT_THAT(pdf_text(file_of(project, "page.pdf")),
                AllOf(HasSubstr("開源"), Not(HasSubstr("開放"))));
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "240mm", "height": "60mm"}, "margin": "3mm"},
            "blocks": [{"kind": "table"}]})";
    EXPECT_THAT(pdf_text(file_of(project, "wide.pdf")), HasSubstr("開放原始碼"));
}

}  // namespace
}  // namespace broadside::testing
