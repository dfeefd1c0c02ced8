#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "emit/tool.hpp"
#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/shown_page.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// What a cell says besides its words: where they lead, and what stands behind them.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const Edition kSchedule{"tests/fixtures/schedule", "tests/fixtures/schedule/layout.json"};

TEST(RichCells, LeadFromTheirWordsToAddressesInEveryFormat) {
    const std::vector<std::string> addresses = {
        "https://pool.example/week", "https://pool.example/mon", "https://divers.example/",
        "https://pool.example/plan", "https://pool.example/lessons_(2026)"};
    const std::string in_pdf = run_poppler("pdfinfo -url {}", file_of(kSchedule, "pdf"));
    for (const std::string& address : addresses) EXPECT_THAT(in_pdf, HasSubstr(address + "\n"));

    const std::string svg = file_of(kSchedule, "svg");
    EXPECT_THAT(xml_values(svg, "//svg:a[starts-with(@href, 'http')]/@href"),
                ElementsAreArray(addresses));
    EXPECT_EQ(xml_text(svg, "//svg:a[@href='https://pool.example/mon']"), "Monday");

    const std::string html = file_of(kSchedule, "html");
    EXPECT_THAT(html, HasSubstr("\"https://pool.example/lessons_(2026)\">at the desk</a>"));
    EXPECT_THAT(html, HasSubstr("with [brackets](tel:1)")) << "a backslash takes the meaning away";
}

TEST(RichCells, SayWhatTheirCodesMeanInEveryFormat) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
        "title": "Planets", "values": {"rings": {"values": {
            "yes": {"label": "has rings", "alt": "ringed", "text": "R"}}}},
        "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                    {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"}],
        "sections": [{"id": "all", "rows": [{"id": "saturn", "planet": "Saturn", "rings": "yes"}]}]})");
    EXPECT_THAT(xml_values(file_of(project, "p.svg"), "//svg:g[@role='cell']/@aria-label"),
                ElementsAreArray({"ringed"}));
    EXPECT_THAT(file_of(project, "p.html"),
                HasSubstr("<abbr aria-hidden=\"true\" title=\"ringed\">R</abbr>"
                          "<span class=\"bsd-hidden\">ringed</span>"));
    EXPECT_THAT(test::pdf_objects(file_of(project, "p.pdf")), HasSubstr("/E (ringed)"));
}

TEST(RichCells, SayWhatTheirCodesMeanInEveryLanguage) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "sv", "title": "Sopor", "values": {"bins": {"values": {
            "r": {"label": "restavfall", "text": "R"},
            "c": {"label": "återvinningscentral", "text": "ÅVC"}}}},
        "columns": [{"id": "n", "kind": "name", "title": "Vad"},
                    {"id": "bin", "kind": "symbol", "values": "bins", "title": "Kärl"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "Glas", "bin": "c"}, {"id": "b", "n": "Porslin", "bin": "r"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "legend"}, {"kind": "table"}]})");
    project.files.files["locales/en.json"] =
        R"({"format": 1, "translates": "planets", "language": "en", "title": "Waste",
            "values": {"bins": {"values": {"r": {"label": "residual waste", "text": "Residual"},
                                           "c": {"label": "recycling centre", "text": "Centre"}}}}})";
    project.job.languages = {"en"};
    EXPECT_THAT(file_of(project, "p.html", Warnings::Some),
                AllOf(HasSubstr("recycling centre</"), HasSubstr("residual waste</")));
}

TEST(RichCells, AskNoTranslatorForCodesThatStayAsTheyAre) {
    const auto problems = [](const std::string& key) {
        TinyProject project(
            R"({"format": 1, "id": "planets", "language": "sv", "title": "Ljud", "values": {"bt": {"values": {
                "le": {"label": "sändning", "text": "LE")" +
            key + R"(}}}}, "columns": [{"id": "n", "kind": "name", "title": "Vad"},
                    {"id": "bt", "kind": "symbol", "values": "bt", "title": "Radio"}],
            "sections": [{"id": "all", "rows": [{"id": "a", "n": "Öra", "bt": "le"}]}]})");
        project.files.files["locales/en.json"] =
            R"({"format": 1, "translates": "planets", "language": "en", "title": "Sound",
                "columns": {"n": {"title": "What"}, "bt": {"title": "Radio"}}, "rows": {"a": {"n": "Ear"}},
                "values": {"bt": {"values": {"le": {"label": "broadcasts"}}}}})";
        project.job.languages = {"en"};
        return problems_of(build(project.job, project.files, project.sink));
    };
    EXPECT_THAT(problems(""), HasSubstr("values/bt/values/le/text"));
    EXPECT_EQ(problems(R"(, "translate": false)"), "");
}

/// A page of two vocabularies, by a layout that says this of its legend and its cells; or the
/// problems.
std::string inns_by(const std::string& legend, const std::string& cells = "") {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Inns", "values": {
            "open": {"values": {"w": {"label": "all year", "text": "Y", "tone": "good"}}},
            "class": {"values": {"s": {"label": "three stars", "text": "C", "tone": "fair"}}}},
        "columns": [{"id": "n", "kind": "name", "title": "Inn"},
                    {"id": "c", "kind": "symbol", "values": "class", "title": "Class"},
                    {"id": "o", "kind": "symbol", "values": "open", "title": "Season"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "Swan", "c": "s", "o": "w"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "legend")" + legend +
            R"(}, {"kind": "table", "kinds": {"symbol": {)" + cells + "}}}]}");
    project.job.output = "p.svg";
    const std::string problems = problems_of(build(project.job, project.files, project.sink));
    return problems.empty() ? project.sink.written.at("p.svg") : problems;
}

constexpr char kYear[] = "#1b6b3a", kStars[] = "#8a5a00";  // the colours of their codes

std::vector<std::string> legend_by(const std::string& legend) {
    return xml_values(inns_by(legend),
                      "//svg:text[(.='Y' or .='C') and not(ancestor::svg:g[@role='table'])]/@fill");
}

TEST(RichCells, AreExplainedAsFarAsTheLayoutNamesTheirValues) {
    EXPECT_THAT(legend_by(""), ElementsAre(kYear, kStars));
    EXPECT_THAT(legend_by(R"(, "values": ["class", "open"])"), ElementsAre(kStars, kYear));
    EXPECT_THAT(legend_by(R"(, "values": ["open"])"), ElementsAre(kYear));
    EXPECT_THAT(inns_by(R"(, "values": ["opne"])"),
                HasSubstr("/blocks/0/values/0: expected the id of a vocabulary, got \"opne\"\n"
                          "  hint: did you mean \"open\"?"));
    EXPECT_THAT(inns_by(R"(, "values": [])"), HasSubstr("expected at least one id"));
}

/// A page with that before its table, of values that a legend explains by their colours.
TinyProject waste(const std::string& legends) {
    return TinyProject(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Waste", "values": {
            "bin": {"values": {"glass": {"label": "bottle bank", "text": "Glass", "tone": "good"},
                               "shop": {"label": "back to the shop", "text": "Shop", "tone": "good"}}},
            "pay": {"values": {"d": {"label": "a deposit is paid", "text": "D"},
                               "e": {"label": "an extra fee that two lines tell of", "text": "EXTRA"}}}},
        "columns": [{"id": "n", "kind": "name", "title": "What"},
                    {"id": "b", "kind": "symbol", "values": "bin", "title": "Bin"},
                    {"id": "p", "kind": "symbol", "values": "pay", "title": "Deposit"}],
        "bands": [{"id": "common", "label": "thrown away often", "tone": "fair"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "band": "common", "n": "Jar", "b": "glass", "p": "d"},
            {"id": "z", "n": "Bottle", "b": "shop", "p": "e"}]}]})",
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "60mm", "height": "150mm"}}, "blocks": [)" +
            legends + R"({"kind": "table", "columns": {"b": {"fill": "tint"}}}]})");
}

TEST(RichCells, AreExplainedByOnePatchOnlyWithAWarning) {
    TinyProject project = waste(R"({"kind": "legend"}, )");
    EXPECT_THAT(problems_of(build(project.job, project.files, project.sink)),
                HasSubstr("the legend has one patch for \"bottle bank\" and \"back to the shop\""));
    TinyProject other = waste(R"({"kind": "legend", "values": ["pay"]}, )");
    EXPECT_EQ(problems_of(build(other.job, other.files, other.sink)), "");
    TinyProject codes = waste(R"({"kind": "legend"}, )");
    for (const auto& [word, code] : {std::pair("\"Glass\"", "\"G1\""), {"\"Shop\"", "\"S2\""}}) {
        std::string& dataset = codes.files.files["planets.json"];
        dataset.replace(dataset.find(word), std::string(word).size(), code);
    }
    EXPECT_EQ(problems_of(build(codes.job, codes.files, codes.sink)), "")
        << "codes tell them apart";
}

TEST(RichCells, HaveTheirBandsInTheLastOfSeveralLegends) {
    TinyProject project =
        waste(R"({"kind": "legend", "values": ["pay"]}, {"kind": "legend", "values": ["bin"]}, )");
    const std::string pdf = file_of(project, "p.pdf", Warnings::Some);
    double first = 0, band = 0;
    for (const PdfWord& word : pdf_words(pdf)) {
        if (word.text == "tell") first = word.bottom;
        if (word.text != "often") continue;
        EXPECT_EQ(band, 0) << "it is said once";
        band = word.top;
    }
    EXPECT_GT(band, first) << "below all of the first";
}

TEST(RichCells, LeaveATitleItsRoomBesideTheirLegend) {
    TinyProject project = waste(
        R"({"kind": "row", "widths": ["1fr", "max-content"],
            "blocks": [{"kind": "header"}, {"kind": "legend", "values": ["pay"]}]}, )");
    std::string& layout = project.files.files["layouts/plain.json"];
    layout.replace(layout.find("60mm"), 4, "200mm");
    std::map<std::string, PdfWord> words;
    for (const PdfWord& word : pdf_words(file_of(project, "p.pdf")))
        words.try_emplace(word.text, word);
    EXPECT_LT(words.at("Waste").right + 60, words.at("paid").left);
    EXPECT_NEAR(words.at("paid").bottom, words.at("tell").bottom, 0.1) << "on one line";
}

TEST(RichCells, HaveTheLinesOfTheirLegendBehindTheirCodes) {
    TinyProject project = waste(R"({"kind": "legend", "values": ["pay"]}, )");
    const std::vector<PdfWord> words = pdf_words(file_of(project, "p.pdf"));
    const auto word = [&words](const char* text) {
        return std::find_if(words.begin(), words.end(),
                            [&](const PdfWord& each) { return each.text == text; });
    };
    const auto code = word("EXTRA"), first = word("an"), last = word("tell");
    ASSERT_NE(last, words.end());
    EXPECT_NEAR(word("a")->left, first->left, 0.1) << "codes take equal room";
    EXPECT_GT(first->left, code->right + 2);
    EXPECT_GT(last->top, first->bottom - 2);
    for (auto each = first; each <= last; ++each) EXPECT_GE(each->left, first->left - 0.1);
}

TEST(RichCells, TellOfBrokenWordsWithoutThoseThatAreOnlyHeard) {
    TinyProject project = waste(R"({"kind": "legend"}, )");
    std::string& dataset = project.files.files["planets.json"];
    dataset.replace(
        dataset.find(R"("b": "glass")"), 12,
        R"("b": {"value": "glass", "text": "da39a3ee5e6b4b0d3255bfef95601890afd80709"})");
    std::string& layout = project.files.files["layouts/plain.json"];
    layout.replace(layout.find("60mm"), 4, "120mm");
    layout.replace(layout.find(R"({"fill": "tint"})"), 16,
                   R"({"fill": "tint", "value_words": "legend", "width": "12mm"})");
    EXPECT_THAT(problems_of(build(project.job, project.files, project.sink)),
                HasSubstr(": \"da39a3ee5e6b4b0d3255bfef95601890afd80709\" is broken inside"));
}

TEST(RichCells, KeepTheWordsThatNoLegendHas) {
    const std::string by_fill = R"("value_words": "legend", "fill": "tint")";
    const auto codes = [&](const std::string& legend) {
        return xml_values(inns_by(legend, by_fill),
                          "//svg:g[@role='table']//svg:text[.='Y' or .='C']/@fill");
    };
    EXPECT_THAT(codes(""), IsEmpty());
    EXPECT_THAT(codes(R"(, "values": ["open"])"), ElementsAre(kStars));
}

TEST(RichCells, StressWordsInEveryFormat) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
        "title": "Fungi", "columns": [{"id": "name", "kind": "name", "title": "Name"},
                                      {"id": "tree", "kind": "text", "title": "Tree"}],
        "sections": [{"id": "all", "rows": [
            {"id": "cep", "name": "Cep", "tree": "under *Picea abies* or **oak**"}]}]})");
    EXPECT_EQ(xml_text(file_of(project, "p.svg"), "//svg:tspan[@font-style='italic']"),
              "Picea abies");
    EXPECT_THAT(file_of(project, "p.html"), HasSubstr(">Picea abies</em> or <strong"));
    EXPECT_THAT(run_poppler("pdffonts {}", file_of(project, "p.pdf")),
                HasSubstr("NotoSans-Italic"));
}

TEST(RichCells, AreTintedByTheirValuesUnderAllThatTheySpan) {
    const std::string svg = file_of(kSchedule, "svg");
    const auto filled = [&svg](const std::string& colour) {
        return xml_values(svg, "//svg:rect[@fill='" + colour + "']/@width");
    };
    EXPECT_THAT(filled("#ddf1e0"), SizeIs(6)) << "open";
    EXPECT_THAT(filled("#fbefd5"), SizeIs(2)) << "lessons";
    EXPECT_THAT(filled("#e9ebf2"), SizeIs(2)) << "the club's";
    ASSERT_THAT(filled("#f9e2e2"), SizeIs(1)) << "closed";
    EXPECT_GT(std::stod(filled("#f9e2e2")[0]), 1.5 * std::stod(filled("#ddf1e0")[0]));
    for (const char* label : {"open to all", "lessons", "club", "closed"})
        EXPECT_EQ(xml_values(svg, "//svg:text[normalize-space(.)='" + std::string(label) + "']/@y")
                      .size(),
                  1U)
            << "a patch in the legend says what " << label << " looks like";
    EXPECT_THAT(file_of(kSchedule, "html"), HasSubstr("--bsd-fill:var(--bsd-bad-tint)"));
}

/// Where words beside symbols begin in a table that says `table`, in a column whose values stand at
/// `side` of them.
std::vector<double> words_beside_symbols(const std::string& table, const std::string& side) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
      "values": {"has": {"values": {"yes": {"label": "yes", "symbol": "ok"}}}},
      "columns": [{"id": "name", "kind": "name", "title": "Feature"},
                  {"id": "plan", "kind": "symbol", "title": "Plan", "values": "has", "value_side": ")" +
                        side + R"("}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "name": "Room", "plan": {"value": "yes", "text": "5"}},
        {"id": "b", "name": "Pages", "plan": {"value": "yes", "text": "unlimited"}}]}]})");
    project.files.files["symbols/ok.svg"] =
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0H24V24z"/></svg>)";
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}";
    const std::string svg = file_of(project, "plans.svg", Warnings::Some);
    std::vector<double> places;
    for (const std::string text : {"5", "unlimited", "Plan"})
        places.push_back(
            std::stod(xml_values(svg, "//*[@x and normalize-space(.)='" + text + "']/@x").at(0)));
    return places;
}

TEST(RichCells, HaveTheirSymbolsUnderEachOther) {
    const std::vector<double> words = words_beside_symbols("", "start");
    EXPECT_NEAR(words[0], words[1], 0.1);
    EXPECT_LT(words[2], words[0]) << "as their head begins";
    const std::vector<double> at_end = words_beside_symbols("", "end");
    EXPECT_GT(at_end[0], at_end[1] + 100) << "they end under each other";
    const std::vector<double> centred =
        words_beside_symbols(R"(, "kinds": {"symbol": {"align": "center"}})", "start");
    EXPECT_GT(centred[0], centred[1] + 50) << "the layout has the last word";
}

/// A symbol and words in two lines.
std::string observatories(const std::string& language, const std::string& format) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "title": "Planets", "language": ")" + language + R"(",
        "values": {"rings": {"values": {"yes": {"label": "rings", "symbol": "yes"}}}},
        "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                    {"id": "about", "kind": "text", "values": "rings", "title": "About",
                     "value_side": "start"}],
        "sections": [{"id": "all", "rows": [{"id": "saturn", "planet": "Saturn",
            "about": {"value": "yes", "text": "magnificent observatories"}}]}]})",
        R"({"format": 1, "name": "plain",
        "blocks": [{"kind": "table", "columns": {"about": {"width": "28mm"}}}]})");
    return file_of(project, "planets." + format);
}

TEST(RichCells, EndTheirLinesRatherBehindAValueThanInItsWords) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "title": "Plan", "language": "en",
        "values": {"runs": {"values": {"tempo": {"label": "tempo run", "tone": "good"}}}},
        "columns": [{"id": "week", "kind": "name", "title": "Week"},
                    {"id": "day", "kind": "symbol", "values": "runs", "title": "Day"}],
        "sections": [{"id": "all", "rows": [{"id": "w1", "week": "1",
            "day": {"value": "tempo", "text": "2 km × 2"}}]}]})",
        R"({"format": 1, "name": "plain",
        "blocks": [{"kind": "table", "columns": {"day": {"width": "24mm"}}}]})");
    const PdfWords words{pdf_words(file_of(project, "plan.pdf"))};
    EXPECT_EQ(words.of("tempo").top, words.of("run").top);
    EXPECT_GT(words.of("km").top, words.of("run").top + 5);
}

TEST(RichCells, HaveTheMarksOfTagsWithoutWordsBehindTheLast) {
    const auto words_with = [](const std::string& note) {
        TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
            "notes": [{"id": "a", "text": "Known."}],
            "columns": [{"id": "n", "kind": "name", "title": "N"}, {"id": "t", "kind": "text", "title": "T"}],
            "sections": [{"id": "s", "rows": [
                {"id": "mars", "n": "Mars", "t": {"tags": ["Phobos", "Deimos"])" +
                                note + "}}]}]}",
                            R"({"format": 1, "name": "plain",
            "page": {"size": {"width": "80mm", "height": "auto"}, "margin": "5mm"},
            "blocks": [{"kind": "table", "columns": {"t": {"width": "18mm"}}}]})");
        return pdf_words(file_of(project, "p.pdf", Warnings::Some));
    };
    const auto found = [](const std::vector<PdfWord>& words, const std::string& text) {
        return std::find_if(words.begin(), words.end(), [&](const PdfWord& word) {
            return word.text.find(text) != std::string::npos;
        });
    };
    const auto plain = words_with(""), marked = words_with(R"(, "notes": ["a"])");
    const auto pitch = [&](const std::vector<PdfWord>& words) {
        return found(words, "Deimos")->bottom - found(words, "Phobos")->bottom;
    };
    EXPECT_GT(pitch(plain), 10);
    EXPECT_NEAR(pitch(marked), pitch(plain), 0.01);
    EXPECT_LT(found(marked, "Phobos") - marked.begin(), found(marked, "(a)") - marked.begin());
}

TEST(RichCells, BeginTheirLinesBehindTheirSymbol) {
    for (const std::string language : {"en", "ar"}) {
        const PdfWords words{pdf_words(observatories(language, "pdf"))};
        const PdfWord first = words.of("magnificent"), second = words.of("observatories");
        const PdfWord head = words.of("About");
        EXPECT_GT(second.top, first.top + 5) << "in two lines";
        const bool is_arabic = language == "ar";
        EXPECT_NEAR(is_arabic ? second.right : second.left, is_arabic ? first.right : first.left,
                    0.2);
        EXPECT_GT(std::abs(first.left - head.left), 5) << "behind the symbol";
        const ShownPage page(observatories(language, "html"));
        const auto lines = page(
            "(() => { const range = document.createRange(); "
            "const words = [...document.querySelectorAll('tbody td div')].at(-1).lastChild; "
            "range.selectNodeContents(words); "
            "return [...range.getClientRects()].filter(box => box.width > 0)"
            ".map(box => [box.left, box.right]); })()");
        ASSERT_EQ(lines.size(), 2U) << lines;
        EXPECT_NEAR(lines[0][is_arabic], lines[1][is_arabic], 1) << lines;
    }
}

/// Files with that cell, that table block, and those keys of the layout.
void write_planets(TinyProject& project, const std::string& cell, const std::string& table,
                   const std::string& keys, const std::string& tone = "good") {
    project.files.files["planets.json"] =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "values": {"life": {"label": "Life", "values": {
        "yes": {"label": "yes", "text": "yes", "tone": ")" +
        tone + R"("}}}},
      "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                  {"id": "life", "kind": "symbol", "title": "Life", "values": "life"},
                  {"id": "about", "kind": "text", "title": "About", "empty": "nothing known"}],
      "sections": [{"id": "all", "rows": [{"id": "earth", "planet": "Earth", )" +
        cell + "}]}]}";
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain", )" + keys +
                                                R"("blocks": [{"kind": "header"}, )" + table + "]}";
    project.job.languages = {};
    project.job.output = "planets.{ext}";
}

std::string problems_with(const std::string& cell, const std::string& table,
                          const std::string& palette = "{}") {
    TinyProject project;
    write_planets(project, cell, table, "\"palette\": " + palette + ", ");
    project.job.formats = {"svg"};
    return problems_of(build(project.job, project.files, project.sink));
}

std::string html_with(const std::string& cell, const std::string& keys,
                      const std::string& tone = "good") {
    TinyProject project;
    write_planets(project, cell, R"({"kind": "table", "fill": "tint"})", keys, tone);
    return file_of(project, "planets.html");
}

TEST(RichCells, AreBlankWhereTheySayThatTheySayNothing) {
    const std::string none = "\"life\": \"yes\"";
    EXPECT_THAT(html_with(none, ""), HasSubstr(">nothing known</div>"));
    EXPECT_THAT(html_with(none + R"(, "about": {"blank": true})", ""),
                Not(HasSubstr("nothing known")));
    EXPECT_THAT(html_with(none + R"(, "about": {"blank": false})", ""), HasSubstr("nothing known"));
    EXPECT_THAT(
        problems_with(none + R"(, "about": {"blank": true, "text": "a"})", R"({"kind": "table"})"),
        HasSubstr("/text: expected a blank cell to say nothing, got \"text\""));
}

TEST(RichCells, LeaveTheWordOfAFillToTheLegendAndToWhoListens) {
    /// Whether the word stands in the table, and whether a cell is said to have it.
    const auto words = [](const std::string& cell, const std::string& fill,
                          const std::string& legend = R"({"kind": "legend"}, )") {
        TinyProject project;
        write_planets(project, "\"life\": " + cell,
                      legend + R"({"kind": "table", "kinds": {"symbol": {"value_words": "legend")" +
                          fill + "}}}",
                      "");
        project.job.formats = {"svg", "png"};
        EXPECT_EQ(problems_of(build(project.job, project.files, project.sink)), "");
        const std::string& svg = project.sink.written["planets.svg"];
        const auto has = [&svg](const std::string& what) {
            return xml_text(svg, "count(//svg:g[@role='table']//" + what + ")") != "0";
        };
        return std::pair(has("svg:text[contains(., 'yes')]"), has("svg:title[.='yes']"));
    };
    const std::string often = R"({"value": "yes", "text": "often"})", tint = R"(, "fill": "tint")";
    EXPECT_EQ(words(often, tint), std::pair(false, true));
    EXPECT_EQ(words("\"yes\"", tint), std::pair(false, true));
    EXPECT_EQ(words(often, ""), std::pair(true, false)) << "nothing else would tell it";
    EXPECT_EQ(words(often, tint, ""), std::pair(true, false)) << "there is no legend";
}

TEST(RichCells, HaveNoLineForAWordThatIsLeftToTheLegend) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Hours",
      "columns": [{"id": "n", "kind": "name", "title": "Ward"}, {"id": "mon", "kind": "text", "values": "v", "title": "Mon"},
                  {"id": "tue", "kind": "text", "values": "v", "title": "Tue"}],
      "values": {"v": {"values": {"open": {"label": "By appointment", "tone": "good"}}}},
      "sections": [{"id": "all", "rows": [
        {"id": "a", "n": "Fracture", "mon": {"value": "open", "text": "08:30–12:30"}, "tue": {"value": "open", "text": "9"}}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "legend"},
          {"kind": "table", "fill": "tint", "kinds": {"text": {"width": "max-content", "value_words": "legend"}}}]})");
    const PdfWords words{pdf_words(file_of(project, "hours.pdf"))};
    EXPECT_NEAR(words.of("08:30–12:30").top, words.of("9").top, 0.1);
}

TEST(RichCells, HaveTonesThatJudgeNothing) {
    EXPECT_THAT(
        html_with("\"life\": \"yes\"", "", "accent-4"),
        AllOf(HasSubstr("var(--bsd-accent-4-tint)"), HasSubstr("--bsd-accent-4-tint:#c9ebe9")));
}

TEST(RichCells, TellOfLinksThatLeadNowhere) {
    const std::string table = R"({"kind": "table"})";
    EXPECT_THAT(problems_with(R"("life": {"value": "yes", "url": "https://a.org"})", table),
                HasSubstr("expected words that lead to the address, got none"));
    EXPECT_THAT(problems_with("\"about\": \"see [it](javascript:alert)\"", table),
                HasSubstr("planets.json:7:"));
    EXPECT_THAT(problems_with("\"life\": 5, \"about\": \"see [it](javascript:alert)\"", table),
                AllOf(HasSubstr("/life: "), HasSubstr("/about: ")))
        << "all in one run";
    EXPECT_THAT(problems_with("\"about\": \"see [a](tel:1), [it](page)\"", table),
                HasSubstr("a link of Markdown means nothing here"));
}

TEST(RichCells, TellOfWordsThatCannotBeReadOnTheirFill) {
    const std::string cell = R"("life": "yes")";
    const std::string dark_tint = R"({"good": {"tint": "#556655", "ink": "#223322"}})";
    const std::string light_ink = R"({"good": {"ink": "#aaccaa"}})";
    EXPECT_EQ(problems_with(cell, R"({"kind": "table"})", dark_tint), "");
    EXPECT_THAT(problems_with(cell, R"({"kind": "table", "fill": "tint"})", dark_tint),
                AllOf(HasSubstr("words in \"good\" on \"good-tint\" have a contrast of "),
                      HasSubstr("choose a lighter \"good-tint\" in the layout's \"palette\"")));
    const std::string solid = R"({"kind": "table", "kinds": {"symbol": {"fill": "solid"}}})";
    EXPECT_EQ(problems_with(cell, solid, light_ink), "") << "they are in the colour of ink";
    EXPECT_THAT(problems_with(cell, solid, R"({"ink": "#444444", "good": {"ink": "#888888"}})"),
                AllOf(HasSubstr("words in \"paper\" on \"good\""),
                      HasSubstr("choose a darker \"good\" in the layout's \"palette\"")));
}

TEST(RichCells, TellOfWordsThatCannotBeReadOnTheirFillInTheDark) {
    const std::string cell = R"("life": "yes")", table = R"({"kind": "table", "fill": "tint"})";
    EXPECT_EQ(problems_with(cell, table, R"({"dark": {"good": {"tint": "#021", "ink": "#cfc"}}})"),
              "");
    EXPECT_EQ(problems_with(cell, table, R"({"dark": {"good": {"tint": "#777"}}})"),
              "layouts/plain.json:1:52: warning: /palette/dark: words in \"good\" on \"good-tint\" "
              "have a contrast of 1.9 on a dark page: hard to read below 4.5\n"
              "  hint: choose a darker \"good-tint\" in the palette's \"dark\"\n");
    EXPECT_EQ(problems_with(cell, R"({"kind": "table", "fill": "solid"})",
                            R"({"good": {"ink": "#f2b200"}, "dark": {"paper": "#101418",
                                "ink": "#ffffff", "good": {"ink": "#f2b200"}}})"),
              "")
        << "dark words on amber in both";
}

TEST(RichCells, HaveTheDarkColoursOfTheirPalette) {
    const std::string keys = R"("palette": {"dark": {"good": {"tint": "#002211"}}}, )";
    EXPECT_THAT(html_with(R"("life": "yes")", keys),
                AllOf(HasSubstr("--bsd-good-tint:light-dark(#d8eedc,#002211);"),
                      HasSubstr("--bsd-good:light-dark(#1b6b3a,")));
}

TEST(RichCells, SayTheWordOfAFillWhereColoursAreForced) {
    TinyProject project;
    write_planets(
        project, R"("life": "yes")",
        R"({"kind": "legend"}, {"kind": "table", "kinds": {"symbol": {"fill": "tint", "value_words": "legend"}}})",
        "");
    const ShownPage page(file_of(project, "planets.html"));
    const auto width = [&page] {
        return page("document.querySelector('td .bsd-unfilled').getBoundingClientRect().width")
            .get<double>();
    };
    EXPECT_EQ(page("document.querySelector('td .bsd-unfilled').textContent"), "yes ");
    EXPECT_LE(width(), 1);
    browser().force_colours();
    EXPECT_GT(width(), 10);
}

}  // namespace
}  // namespace broadside::testing
