#include <set>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"
#include "golden/shown_page.hpp"
#include "golden/table_reading.hpp"
#include "support/tiny_project.hpp"

/// A finished HTML page, as Chromium takes it.
namespace broadside::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Every slot of every table with what the cell that covers it is and says.
constexpr char kGrid[] = R"([...document.querySelectorAll("table")].flatMap(table => {
    const grid = [...table.rows].map(() => []);
    [...table.rows].forEach((row, r) => {
        for (const cell of row.cells) {
            let c = 0;
            while (grid[r][c]) c++;
            const head = cell.tagName == "TD" ? "" : cell.scope.startsWith("row") ? "row" : "col";
            for (let i = 0; i < cell.rowSpan; i++)
                for (let k = 0; k < cell.colSpan; k++)
                    grid[r + i][c + k] = [head, cell.textContent];
        }
    });
    return grid;
}))";

std::vector<HeardRow> rows_of_html(const std::string& html) {
    std::vector<HeardRow> rows;
    const ShownPage page(html);
    page(
        "for (const other of document.querySelectorAll("
        "'.bsd-head, .bsd-again, .bsd-echo, .bsd-word, abbr')) other.remove();"
        // A band's symbol is told behind the name, and not behind all that its cell says.
        "for (const name of document.querySelectorAll('.bsd-named'))"
        "    name.closest('th, td').append(name.nextElementSibling)");
    for (const auto& row : page(kGrid)) {
        HeardRow& cells = rows.emplace_back();
        for (const auto& cell : row) {
            const std::string head = cell.at(0);
            cells.push_back({head == "row"   ? HeadOf::Row
                             : head == "col" ? HeadOf::Column
                                             : HeadOf::Nothing,
                             heard(cell.at(1))});
        }
    }
    return rows;
}

void expect_facts_of_html(Job job) {
    DiskFileStore files;
    const DocTableReader meant(clean(dump(job, Stage::Doc, files)));
    job.formats = {"html"};
    EXPECT_THAT(facts_of(rows_of_html(only_file_of(job))),
                ElementsAreArray(facts_of(meant.rows())));
}

TEST(Html, TellsTheFactsOfTheTable) {
    expect_facts_of_html(flyer_in("fr", "html"));
    expect_facts_of_html(flyer_in("ar", "html"));
    expect_facts_of_html(job_of({"tests/fixtures/spanners", "tests/fixtures/landscape.json"}));
    expect_facts_of_html(job_of(kVersions));
}

/// By HTML's own rules for the heads of a cell.
TEST(Html, HeadsNoCellWithTheHeadOfAnother) {
    const Edition menu{"tests/fixtures/spanners", "tests/fixtures/landscape.json"};
    const ShownPage columns(only_file_of(job_of(menu, {"html"})));
    EXPECT_EQ(columns(R"([...document.querySelectorAll("colgroup")].map(g => g.children.length)
                         .join(" "))"),
              columns(R"([...document.querySelector("thead").rows[0].cells]
                         .reduce((groups, th) => {
                             if (th.scope == "colgroup") groups.push(th.colSpan, 0);
                             else groups[groups.length - 1] += th.colSpan;
                             return groups;
                         }, [0]).filter(count => count).join(" "))"));
    const Edition prices{"tests/fixtures/prices", "tests/fixtures/plain.json"};
    const ShownPage sections(only_file_of(job_of(prices, {"html"})));
    EXPECT_EQ(sections(R"(document.querySelector("#row-hour").closest("tbody")
                          .querySelector("[scope=rowgroup]"))"),
              nullptr);
}

TEST(Html, KeepsTheReadersSizeForCells) {
    for (const Edition& edition : {kFlyer, kVersions, kMinimal}) {
        const ShownPage page(only_file_of(job_of(edition, {"html"})));
        EXPECT_EQ(
            page(R"(getComputedStyle([...document.querySelectorAll("td > div, td > .bsd-fit > div")]
                          .find(div => div.textContent.trim())).fontSize)"),
            "16px");
    }
}

TEST(Html, LeadsFromEachMarkToItsNoteAndBack) {
    const ShownPage page(only_file_of(flyer_in("fr", "html")));
    constexpr char kTargets[] = R"(.every(a => document.querySelector(a.getAttribute("href"))))";
    const std::string marks = R"([...document.querySelectorAll("[role=doc-noteref]")])";
    const std::string notes = R"([...document.querySelectorAll("[role=doc-backlink]")])";
    EXPECT_EQ(page(marks + ".length"), 9);
    EXPECT_EQ(page(notes + ".length"), 7);
    EXPECT_EQ(page(marks + kTargets), true);
    EXPECT_EQ(page(notes + kTargets), true);
    EXPECT_EQ(page(notes + R"(.every(a => a.closest("li").id &&
        document.querySelector(a.getAttribute("href")).getAttribute("href") ==
        "#" + a.closest("li").id))"),
              true);
}

TEST(Html, SaysItsLanguageDirectionAndTitle) {
    const ShownPage page(only_file_of(flyer_in("ar", "html")));
    EXPECT_EQ(page("document.documentElement.lang"), "ar");
    EXPECT_EQ(page("getComputedStyle(document.body).direction"), "rtl");
    EXPECT_EQ(page("document.title"), page("document.querySelector('h1').textContent"));
}

TEST(Html, AsksNobodyForAnything) {
    const ShownPage page(only_file_of(flyer_in("de", "html")));
    EXPECT_EQ(page("performance.getEntriesByType('resource').length"), 0);
    EXPECT_EQ(page("document.scripts.length"), 0);
}

TEST(Html, NamesEverySymbolOfTheTable) {
    const ShownPage page(only_file_of(flyer_in("de", "html")));
    EXPECT_EQ(page("document.querySelectorAll('td svg:not([role=img])').length"), 0);
    const Accessible told = browser().accessible();
    EXPECT_THAT(told.all("image"), Not(IsEmpty()));
    for (const Accessible* symbol : told.all("image")) {
        EXPECT_NE(symbol->name, "");
        EXPECT_EQ(symbol->description, "") << symbol->name;
    }
}

TEST(Html, KeepsNarrowWindowsFromScrollingSideways) {
    const ShownPage page(only_file_of(flyer_in("de", "html")));
    EXPECT_EQ(page(R"(new Promise(resolve => {
        const window = document.createElement("iframe");
        window.style.width = "320px";
        window.srcdoc = document.documentElement.outerHTML;
        window.onload = () => {
            const root = window.contentDocument.documentElement;
            resolve(root.scrollWidth - root.clientWidth);
        };
        document.body.append(window);
    }))"),
              0);
}

/// The words of the document in their order, without those of symbols and of other forms of heads.
std::string words_of_doc(const std::string& dump) {
    std::string words;
    std::size_t other_form = std::string::npos;  // its indent
    bool is_inside = false;
    for (const std::string& indented : lines_of(dump)) {
        const std::string line = without_indent(indented);
        const std::size_t indent = indented.size() - line.size();
        is_inside = is_inside || line.starts_with("box");
        if (indent <= other_form) other_form = std::string::npos;
        if (line == "short" || line == "continued") other_form = std::min(other_form, indent);
        const bool is_words = line.starts_with('"') || line.starts_with('\'');
        if (is_inside && is_words && other_form == std::string::npos)

            words += heard(unquoted(replaced(line, "\\n", " ")));
    }
    return words;
}

constexpr char kWords[] = R"((() => {
    const page = document.querySelector("main").cloneNode(true);
    const others = "[aria-hidden=true]:not(abbr:not(.bsd-short)), .bsd-hidden, .bsd-again, .bsd-echo, svg";
    for (const other of page.querySelectorAll(others)) other.remove();
    return page.textContent;
})())";

TEST(Html, HasTheWordsOfTheDocumentInTheirOrder) {
    const Edition kMenu{"data/menu", "data/menu/layouts/menu-a4.json"};
    const Edition kBrowsers{"data/browsers", "data/browsers/layouts/browsers-a4.json"};
    const Edition kTimetable{"data/timetable", "data/timetable/layouts/timetable-a4.json"};
    for (const Edition& edition : {kFlyer, kMenu, kBrowsers, kTimetable}) {
        Job job = job_of(edition, {"html"});
        job.languages = {"all"};
        job.output = "{lang}";
        for (const auto& [language, html] : files_of(job)) {
            job.languages = {language};
            DiskFileStore files;
            EXPECT_EQ(heard(ShownPage(html)(kWords)),
                      words_of_doc(clean(dump(job, Stage::Doc, files))))
                << language;
        }
    }
}

/// How far the top of the first letter behind each symbol of a value is below it, in pixels.
constexpr char kBelowSymbols[] = R"([...document.querySelectorAll("td svg")].map(symbol => {
    const words = document.createTreeWalker(symbol.closest("td"), NodeFilter.SHOW_TEXT, text =>
        symbol.compareDocumentPosition(text) === 4 && text.data.trim() && !text.parentElement.closest("sup")
            ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP).nextNode();
    if (!words) return -100;
    const letter = document.createRange();
    letter.setStart(words, words.data.search(/\S/));
    letter.setEnd(words, letter.startOffset + 1);
    return letter.getBoundingClientRect().top - symbol.getBoundingClientRect().bottom;
}))";

TEST(Html, KeepsAFigureBesideItsSymbol) {
    const ShownPage page(file_of({"data/browsers", "layouts/web-wide.json"}, "html"));
    for (const int width : {800, 900, 1000, 1200}) {
        browser().widen(width);
        const std::vector<double> below = page(kBelowSymbols);
        EXPECT_THAT(below, ::testing::SizeIs(::testing::Ge(180U)));
        EXPECT_THAT(below, ::testing::Each(::testing::Lt(-10))) << width;
    }
}

std::string paper(const ShownPage& page) {
    return page("getComputedStyle(document.body).backgroundColor");
}

TEST(Html, IsDarkAsTheSystemOrAClassSaysAndLightOnPaper) {
    const ShownPage page(only_file_of(flyer_in("de", "html")));
    const std::string light = "rgb(255, 255, 255)", dark = "rgb(22, 22, 22)";
    EXPECT_EQ(paper(page), light);
    browser().prefer("dark");
    EXPECT_EQ(paper(page), dark);
    EXPECT_EQ(page("getComputedStyle(document.querySelector('svg.bsd-code')).backgroundColor"),
              light);
    page("document.documentElement.className = 'light'");
    EXPECT_EQ(paper(page), light);
    browser().prefer("light");
    page("document.documentElement.className = 'dark'");
    EXPECT_EQ(paper(page), dark);
    browser().prefer("dark", "print");
    EXPECT_EQ(paper(page), light);
}

std::set<std::size_t> pages_with(const std::string& text, const std::vector<PdfWord>& words) {
    std::set<std::size_t> pages;
    for (const PdfWord& word : words) {
        if (word.text == text) pages.insert(word.page);
    }
    return pages;
}

TEST(Html, IsPrintedInTheLayoutsTypeUnderHeadsOnEachPage) {
    const Edition handout{"data/messengers", "layouts/handout-a4.json"};
    const ShownPage page(only_file_of(job_of(handout, {"html"})));
    const std::vector<PdfWord> words = pdf_words(browser().print());
    EXPECT_THAT(pages_with("Briar", words), ElementsAre(0u));
    EXPECT_THAT(pages_with("Discord", words), ElementsAre(1u));
    EXPECT_THAT(pages_with("Chiffrement", words), ElementsAre(0u, 1u));
}

TEST(Html, HasShortHeadsOnPaperThatIsTooNarrowForItsTable) {
    Job job = job_of({"data/menu", "layouts/web.json"}, {"html"});
    job.languages = {"fr"};
    const ShownPage page(only_file_of(job));
    browser().prefer("light", "print");
    const auto is_short = [&](int width) {
        browser().widen(width);
        return page("getComputedStyle(document.querySelector('.bsd-short')).display") != "none";
    };
    EXPECT_TRUE(is_short(794));
    EXPECT_FALSE(is_short(1400));
}

/// Sixty letters that nothing may part, on paper 30 mm wide and 10 mm high.
TEST(Html, AlwaysFits) {
    TinyProject project;
    std::string dataset = kTinyDataset;
    project.files.files["planets.json"] = replaced(dataset, "Saturn", std::string(60, 'W'));
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "page": {"size": {"width": "30mm", "height": "10mm"}, "margin": "1mm"},
        "blocks": [{"kind": "header"}, {"kind": "table"}]})";
    project.job.output = "planets.{ext}";
    project.job.formats = {"pdf"};
    EXPECT_FALSE(build(project.job, project.files, project.sink).ok());
    project.job.formats = {"html"};
    const BuildReport report = build(project.job, project.files, project.sink);
    EXPECT_EQ(problems_of(report), "");
    EXPECT_EQ(report.editions.at(0).files.at(0).facts->pages, 0u);
    EXPECT_THAT(project.sink.written.at("planets.html"), HasSubstr("WWWW"));
}

TEST(Html, IsMadeAgainOnlyWhenSomethingChanged) {
    TinyProject project;
    project.job.output = "planets.html";
    project.job.manifest = "manifest.json";
    const auto state_of_run = [&] {
        const BuildReport report = build(project.job, project.files, project.sink);
        project.files.files.insert(project.sink.written.begin(), project.sink.written.end());
        return report.editions.at(0).files.at(0).state;
    };
    EXPECT_EQ(state_of_run(), FileState::Written);
    EXPECT_EQ(state_of_run(), FileState::Unchanged);
}

TEST(Html, HoldsHostileTextAsText) {
    TinyProject project;
    const std::string dataset =
        replaced(kTinyDataset, "\"Planets\"", R"("</title><script>document.title = 'x'</script>")");
    project.files.files["planets.json"] = replaced(dataset, "Saturn", "<b onclick=x>&amp;");
    const ShownPage page(file_of(project, "planets.html", Warnings::Some));
    EXPECT_EQ(page("document.scripts.length"), 0);
    EXPECT_EQ(page("document.querySelector('tbody th').textContent.trim()"), "<b onclick=x>&amp;");
}

}  // namespace
}  // namespace broadside::testing
