#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// Tables over several pages, as the program makes them.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// Rows under rows in a section that takes several pages; the first and the last have a note.
std::string long_dataset(const std::string& more = "") {
    std::string rows;
    for (int i = 0; i < 60; ++i) {
        const std::string id = std::to_string(i);
        const std::string level = i % 20 == 0 ? "" : R"(, "level": 1)";
        const std::string note = i == 0    ? R"(, "notes": ["A"])"
                                 : i == 59 ? R"(, "notes": ["B"])"
                                           : "";
        rows += (i == 0 ? "" : ",") + (R"({"id": "r)" + id) + R"(", "name": {"names": "Row)" + id +
                "\"" + level + note + "}}";
    }
    return R"({"format": 1, "id": "planets", "language": "en", "title": "Heading")" + more +
           R"(, "columns": [{"id": "name", "kind": "name", "title": "n"}],
               "notes": [{"id": "A", "text": "First"}, {"id": "B", "text": "Last"}],
               "sections": [{"id": "s", "title": "Sector", "rows": [)" +
           rows + "]}]}";
}

constexpr char kLongLayout[] = R"({"format": 1, "name": "plain",
    "page": {"size": "A5", "margin": "10mm"},
    "blocks": [{"kind": "header"}, {"kind": "running-title"}, {"kind": "table", "continued": true},
               {"kind": "notes", "place": "page"}]})";

struct LongProject : TinyProject {
    LongProject(const std::string& dataset, const std::string& language) {
        files.files["planets.json"] = dataset;
        files.files["locales/de.json"] =
            R"({"format": 1, "language": "de", "translates": "planets", "title": "Kopf"})";
        files.files["layouts/plain.json"] = kLongLayout;
        job.languages = {language};
    }
};

std::vector<std::string> words_by_page(const std::string& dataset,
                                       const std::string& language = "en",
                                       const std::string& layout = kLongLayout) {
    LongProject project(dataset, language);
    project.files.files["layouts/plain.json"] = layout;
    const std::string pdf = file_of(project, "long.pdf", Warnings::Some);
    std::vector<std::string> pages(pdf_page_sizes(pdf).size());
    for (const PdfWord& word : pdf_words(pdf)) pages.at(word.page) += word.text + " ";
    return pages;
}

TEST(ManyPages, BeginWithTheTitleOfThePageAndOfTheSection) {
    const std::vector<std::string> pages = words_by_page(long_dataset());
    ASSERT_THAT(pages, SizeIs(3));
    EXPECT_THAT(pages[0], AllOf(HasSubstr("Sector Row0"), Not(HasSubstr("(continued)"))));
    EXPECT_THAT(pages[1], HasSubstr("Heading n Sector (continued) Row20"));
    EXPECT_THAT(pages[2], HasSubstr("Heading n Sector (continued) Row40"));
}

TEST(ManyPages, SayThatASectionGoesOnInTheLanguageOfThePage) {
    EXPECT_THAT(words_by_page(long_dataset(), "de")[1], HasSubstr("Kopf n Sector (Fortsetzung) "));
    EXPECT_THAT(words_by_page(long_dataset(R"(, "continued": "contd")"))[1],
                HasSubstr("Sector contd Row20"));
}

TEST(ManyPages, ShowTheRowAgainThatOthersStandUnder) {
    const std::vector<std::string> pages = words_by_page(long_dataset());
    EXPECT_THAT(pages[0], HasSubstr("Row23 "));
    EXPECT_THAT(pages[1], HasSubstr("Row20 Row24 "));
}

TEST(ManyPages, HaveTheNotesThatTheyCallAtTheirFoot) {
    const std::vector<std::string> pages = words_by_page(long_dataset());
    EXPECT_THAT(pages.front(), AllOf(HasSubstr("First"), Not(HasSubstr("Last"))));
    EXPECT_THAT(pages[1], AllOf(Not(HasSubstr("First")), Not(HasSubstr("Last"))));
    EXPECT_THAT(pages.back(), AllOf(HasSubstr("Last"), Not(HasSubstr("First"))));
}

TEST(ManyPages, HaveTheNoteOnAllOfThemAtTheFootOfTheFirst) {
    std::string dataset = long_dataset();
    const std::string notes = R"("notes": [{"id": "A")";
    dataset.replace(dataset.find(notes), notes.size(),
                    R"("notes": [{"id": "G", "text": "General", "general": true}, {"id": "A")");
    const std::vector<std::string> pages = words_by_page(dataset);
    EXPECT_THAT(pages.front(), HasSubstr("General (A) First"));
    for (std::size_t page = 1; page < pages.size(); ++page)
        EXPECT_THAT(pages[page], Not(HasSubstr("General")));
}

TEST(ManyPages, HaveTheImprintAtTheFootOfTheLastOrOfEach) {
    const std::string dataset = long_dataset(R"(, "imprint": {"publisher": "Publisher"})");
    for (const std::string place : {"end", "page"}) {
        std::string layout = kLongLayout;
        layout.insert(layout.rfind(']'), R"(, {"kind": "imprint", "place": ")" + place + "\"}");
        const std::vector<std::string> pages = words_by_page(dataset, "en", layout);
        ASSERT_THAT(pages, SizeIs(3));
        EXPECT_THAT(pages[2], HasSubstr("Publisher"));
        for (const std::string& page : {pages[0], pages[1]})
            EXPECT_EQ(page.find("Publisher") != page.npos, place == "page");
        EXPECT_THAT(pages[0], HasSubstr("First")) << "above it are the notes of the page";
    }
}

TEST(ManyPages, HaveTheLegendOnceOrWhereverTheTableGoesOn) {
    std::string dataset =
        long_dataset(R"(, "bands": [{"id": "b", "label": "Banded", "tone": "good"}])");
    dataset.replace(dataset.find(R"("id": "r0")"), 10, R"("id": "r0", "band": "b")");
    for (const std::string place : {"once", "page"}) {
        std::string layout = kLongLayout;
        layout.insert(layout.find(R"({"kind": "table")"),
                      R"({"kind": "legend", "place": ")" + place + "\"}, ");
        LongProject project(dataset, "en");
        project.files.files["layouts/plain.json"] = layout;
        const std::string pdf = file_of(project, "long.pdf", Warnings::Some);
        std::map<std::size_t, double> tops;  // by page
        std::map<std::size_t, double> below;
        for (const PdfWord& word : pdf_words(pdf)) {
            if (word.text == "Banded") tops[word.page] = word.top;
            if (word.text == "n") below[word.page] = word.top;
        }
        ASSERT_THAT(below, SizeIs(3));
        EXPECT_THAT(tops, SizeIs(place == "page" ? 3 : 1));
        for (const auto& [page, top] : tops) EXPECT_LT(top, below[page]);
        EXPECT_EQ(tops.count(0), 1u);
        const std::string tree = run_poppler("pdfinfo -struct-text {}", pdf);
        const std::size_t said = tree.find("Banded");
        ASSERT_NE(said, tree.npos);
        EXPECT_EQ(tree.find("Banded", said + 1), tree.npos) << "who listens has heard it";
    }
}

/// A long table of two banded rows behind these legends, which each explain a vocabulary.
std::string with_legends(const std::string& legends, std::size_t values) {
    std::string dataset = long_dataset(), list;
    for (std::size_t i = 0; i < values; ++i)
        list += fmt::format(R"({}"v{}": {{"label": "meaning{}", "text": "V{}"}})",
                            i == 0 ? "" : ",", i, i, i);
    dataset.replace(dataset.find(R"("columns": [)"), 12,
                    R"("values": {"v": {"values": {)" + list + R"(}},
                       "w": {"values": {"w0": {"label": "second", "text": "W"}}}}, "columns": [
                       {"id": "v", "kind": "symbol", "values": "v", "title": "v"},
                       {"id": "w", "kind": "symbol", "values": "w", "title": "w"}, )");
    for (std::size_t i = 0; i < values; ++i) {
        const std::string row = fmt::format(R"("id": "r{}")", i);
        dataset.replace(dataset.find(row), row.size(),
                        row + fmt::format(R"(, "v": "v{}", "w": "w0")", i));
    }
    LongProject project(dataset, "en");
    std::string layout = kLongLayout;
    layout.insert(layout.find(R"({"kind": "table")"), legends);
    project.files.files["layouts/plain.json"] = layout;
    project.job.output = "o-{page}.svg";
    const std::string problems = problems_of(build(project.job, project.files, project.sink));
    return problems + xml_text(project.sink.written.at("o-2.svg"),
                               "concat(normalize-space((//svg:g[@role='list'])[1]), '; ',"
                               " normalize-space((//svg:g[@role='list'])[2]))");
}

TEST(ManyPages, TellEachOfTheirLegendsToWhoListens) {
    const auto legend = [](const std::string& keys) {
        return R"({"kind": "legend", "place": "page", "values": [")" + keys + R"("]}, )";
    };
    EXPECT_EQ(with_legends(legend("v") + legend("w"), 1), "V0 meaning0; W second");
}

TEST(ManyPages, HaveALegendOnceThatLeavesLittleRoom) {
    EXPECT_THAT(with_legends(R"({"kind": "legend", "place": "page"}, )", 50),
                HasSubstr("more than a third of a page: it stands once"));
}

TEST(ManyPages, LeaveNoCaptionAlone) {
    LongProject project(long_dataset(R"(, "texts": {"top": "Caption"})"), "en");
    for (int height = 90; height < 180; height += 10) {
        project.files.files["layouts/plain.json"] =
            R"({"format": 1, "name": "plain", "page": {"size": {"width": "105mm", "height": ")" +
            std::to_string(height) +
            R"(mm"}}, "blocks": [{"kind": "header"}, {"kind": "running-title"},
            {"kind": "table", "caption": "top", "keep": "sections", "break": "before"}]})";
        std::map<std::size_t, std::string> pages;
        for (const PdfWord& word : pdf_words(file_of(project, "long.pdf", Warnings::Some)))
            pages[word.page] += word.text + " ";
        EXPECT_THAT(pages[1], AllOf(HasSubstr("Caption"), HasSubstr("Row0"))) << height;
    }
}

TEST(ManyPages, AreNoneInHtml) {
    LongProject project(long_dataset(), "en");
    const std::string html = file_of(project, "long.html", Warnings::Some);
    EXPECT_THAT(html, AllOf(HasSubstr("First"), HasSubstr("Last"), Not(HasSubstr("continued"))));
    EXPECT_EQ(html.find("Heading</h1>"), html.rfind("Heading</h1>"));
}

}  // namespace
}  // namespace broadside::testing
