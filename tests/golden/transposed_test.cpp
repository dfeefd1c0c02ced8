#include <map>
#include <string>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/table_reading.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"
#include "support/tiny_project.hpp"

/// Tables whose rows are columns.
namespace broadside::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kPlans[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
  "marks": "letters", "notes": [{"id": "vat", "text": "With VAT."}, {"id": "b", "text": "Soon."}],
  "columns": [{"id": "month", "kind": "number", "title": "A month", "unit": "EUR"},
              {"id": "plan", "kind": "name", "title": "Plan"},
              {"id": "disk", "kind": "plain", "title": "Disk"},
              {"id": "help", "kind": "text", "title": "Help", "notes": ["b"]}],
  "spanners": [{"title": "What you get", "columns": ["disk", "help"],
                 "url": "https://plans.example/"}],
  "sections": [
    {"id": "people", "title": "For people", "rows": [
      {"id": "solo", "plan": "Solo", "month": 1.5, "disk": "5 GB", "help": "Forum"},
      {"id": "pair", "plan": "Pair", "month": {"text": "free", "notes": ["vat"]},
       "disk": {"text": "Plenty", "rowspan": 1, "colspan": 2}}]},
    {"id": "others", "rows": [
      {"id": "team", "plan": "Team", "month": 20, "disk": "1 TB", "help": {"text": "Mail", "rowspan": 2}},
      {"id": "firm", "plan": "Firm", "month": 200, "disk": "9 TB"}]}]})";

BuildReport build_plans(const std::string& table, TinyProject& project,
                        const std::string& dataset = kPlans) {
    project.files.files["planets.json"] = dataset;
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "palette": {"emphasis": "#fedcba"},
            "blocks": [{"kind": "header"}, {"kind": "table", "transpose": true)" +
        table + R"(}, {"kind": "notes"}]})";
    project.job.languages = {};
    return build(project.job, project.files, project.sink);
}

std::string plans(const std::string& format, const std::string& table = "",
                  const std::string& dataset = kPlans) {
    TinyProject project;
    project.job.formats = {format};
    project.job.output = "plans." + format;
    EXPECT_THAT(problems_of(build_plans(table, project, dataset)), IsEmpty());
    return project.sink.written.at("plans." + format);
}

std::vector<std::string> heard_facts(const std::string& table = "") {
    const TemporaryFolder folder;
    folder.write("page.svg", plans("svg", table));
    browser().open(folder / "page.svg");
    return facts_of(rows_of(browser().accessible()));
}

TEST(TransposedTable, TellsEveryCellUnderItsRow) {
    EXPECT_THAT(
        heard_facts(),
        ElementsAre(", Amonth, ForpeopleSolo: 1.5EUR", ", Amonth, ForpeoplePair: free(a)",
                    ", Amonth, Team: 20EUR", ", Amonth, Firm: 200EUR", ", Disk, ForpeopleSolo: 5GB",
                    ", Disk, ForpeoplePair: Plenty", ", Disk, Team: 1TB", ", Disk, Firm: 9TB",
                    ", Help(b), ForpeopleSolo: Forum", ", Help(b), ForpeoplePair: Plenty",
                    ", Help(b), Team: Mail", ", Help(b), Firm: Mail"));
}

TEST(TransposedTable, HasNoColumnForASectionWithoutRows) {
    const std::string others = R"({"id": "others",)";
    const std::string dataset =
        replaced(kPlans, others, R"({"id": "none", "title": "Nobody", "rows": []}, )" + others);
    EXPECT_EQ(plans("html", "", dataset), plans("html"));
    EXPECT_EQ(plans("svg", "", dataset), plans("svg"));
}

TEST(TransposedTable, TurnsNoHeadWithSomethingDrawnInIt) {
    const std::string rotated = R"(, "kinds": {"name": {"head": "rotated"}})";
    const std::string tagged = R"({"names": ["Solo"], "tags": ["new"]})";
    const auto turned = [&](const std::string& dataset) {
        return xml_values(plans("svg", rotated, dataset),
                          "//svg:g[starts-with(@transform, 'rotate(-90')]/@transform")
            .size();
    };
    EXPECT_EQ(turned(kPlans), 4U);
    EXPECT_EQ(turned(replaced(kPlans, "\"Solo\"", tagged)), 3U);
}

TEST(TransposedTable, TurnsNoHeadByItselfBesideOneWithSomethingDrawnInIt) {
    const auto height_of_pair = [](const std::string& solo) {
        TinyProject project(
            R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
          "bands": [{"id": "best", "label": "Best", "tone": "good", "symbol": "yes"}],
          "columns": [{"id": "n", "kind": "name", "title": "Plan"}, {"id": "a", "kind": "plain", "title": "Disk"}],
          "sections": [{"id": "s", "rows": [{"id": "solo", "n": "Solo")" +
                solo + R"(, "a": "1 TB"}, {"id": "pair", "n": "Strengths", "a": "1 GB"}]}]})",
            R"({"format": 1, "name": "plain", "page": {"size": {"width": "60mm", "height": "auto"}, "margin": "5mm"},
          "blocks": [{"kind": "table", "transpose": true, "columns": {"solo": {"width": "14mm"}, "pair": {"width": "14mm"}}}]})");
        const PdfWords words{pdf_words(file_of(project, "plans.pdf", Warnings::Some))};
        double lowest = 0, highest = 1e9;
        for (const PdfWord& word : words.words) {
            if (!word.text.starts_with("Stre")) continue;
            lowest = std::max(lowest, word.bottom);
            highest = std::min(highest, word.top);
        }
        return lowest - highest;
    };
    EXPECT_GT(height_of_pair(""), 30) << "runs upwards, since it is too wide";
    EXPECT_LT(height_of_pair(R"(, "band": "best")"), 20);
}

TEST(TransposedTable, MarksItsNotesAsItIsRead) {
    const std::string dataset =
        replaced(replaced(kPlans, R"("title": "Plan"})", R"("title": "Plan", "notes": ["b"]})"),
                 R"("title": "Help", "notes": ["b"])", R"("title": "Help")");
    EXPECT_THAT(xml_text(plans("svg", "", dataset), "//svg:svg"), HasSubstr("(a) Soon."));
}

TEST(TransposedTable, LeadsWhereItsSpannersLead) {
    EXPECT_EQ(xml_text(plans("svg"), "//svg:a[@href='https://plans.example/']"), "What you get");
}

TEST(TransposedTable, HasItsHeadsInHtmlToo) {
    const std::string html = plans("html");
    for (const char* head : {R"(scope="colgroup" id="cell-1-2" colspan="2")",
                             R"(scope="row" id="cell-1-18" rowspan="2")"})
        EXPECT_THAT(html, HasSubstr(head));
}

TEST(TransposedTable, CentresShortTextsUnderItsNames) {
    const auto cell_of_forum = [](std::string html) {
        const std::size_t at = html.find("Forum");
        return html.substr(html.rfind("<td", at), at - html.rfind("<td", at));
    };
    EXPECT_THAT(cell_of_forum(plans("html")), HasSubstr("bsd-center"));
    EXPECT_THAT(cell_of_forum(plans("html", R"(, "kinds": {"text": {"align": "start"}})")),
                HasSubstr("bsd-start"));
    std::string long_texts = kPlans;
    long_texts.replace(long_texts.find("Mail"), 4, std::string(61, 'm'));
    EXPECT_THAT(cell_of_forum(plans("html", "", long_texts)), HasSubstr("bsd-start"));
}

TEST(TransposedTable, AlignsItsTitlesAsTheLayoutSaysOfNames) {
    const auto x_of = [](const std::string& svg, const std::string& title) {
        const std::string path = "//svg:text[normalize-space(.)='" + title + "']/@x";
        return std::stod(xml_values(svg, path).at(0));
    };
    const std::string own = plans("svg");
    EXPECT_EQ(x_of(own, "Plan"), x_of(own, "A month"));
    EXPECT_EQ(x_of(own, "Disk"), x_of(own, "A month")) << "in a group or in none";
    const std::string given = plans("svg", R"(, "kinds": {"name": {"align": "end"}})");
    EXPECT_GT(x_of(given, "Plan"), x_of(own, "Plan"));
}

TEST(TransposedTable, HasTitlesOfGroupsOfOneLevelUnderEachOther) {
    std::string nested = kPlans;
    const std::size_t begin = nested.find("\"spanners\""), end = nested.find("\"sections\"");
    nested.replace(begin, end - begin, R"("spanners": [
        {"id": "outer", "title": "Outer", "columns": ["disk", "help"]}, {"id": "inner", "title": "Inner", "columns": ["disk"]},
        {"id": "other", "title": "Other", "columns": ["month"]}],
        )");
    const std::string svg = plans("svg", R"(, "kinds": {"name": {"head": "upright"}})", nested);
    const auto x_of = [&](const std::string& title) {
        const std::string path = "//svg:text[normalize-space(.)='" + title + "']/@x";
        return std::stod(xml_values(svg, path).at(0));
    };
    EXPECT_EQ(x_of("Plan"), x_of("Disk"));
    EXPECT_EQ(x_of("A month"), x_of("Disk"));
    EXPECT_LT(x_of("Inner"), x_of("Disk"));
    EXPECT_LT(x_of("Other"), x_of("Inner"));
}

TEST(TransposedTable, HasDesignsOfItsColumnsByRow) {
    const std::string svg = plans("svg", R"(, "columns": {"team": {"emphasis": true}})");
    EXPECT_THAT(xml_values(svg, "//svg:rect[@fill='#fedcba']/@width"), ::testing::SizeIs(1));
    const auto x_of_terabyte = [](const std::string& table) {
        return std::stod(xml_values(plans("svg", table), "//svg:text[contains(., 'TB')]/@x").at(0));
    };
    EXPECT_GT(x_of_terabyte(R"(, "columns": {"team": {"align": "end"}})"), x_of_terabyte("") + 100);
    TinyProject project;
    EXPECT_THAT(problems_of(build_plans(R"(, "columns": {"disk": {"emphasis": true}})", project)),
                HasSubstr("expected the id of a row, got \"disk\""));
}

TEST(TransposedTable, MakesRowsOfColumnsStandOut) {
    const auto tinted = [](const std::string& table) {
        return xml_values(plans("svg", table), "//svg:rect[@fill='#fedcba']/@height");
    };
    EXPECT_THAT(tinted(R"(, "emphasis": ["month"])"), ::testing::SizeIs(1));
    EXPECT_THAT(tinted(R"(, "emphasis": ["month", "solo"])"), ::testing::SizeIs(2));
    TinyProject project;
    EXPECT_THAT(problems_of(build_plans(R"(, "emphasis": ["mont"])", project)),
                HasSubstr("expected the id of a row or a column, got \"mont\"\n"
                          "  hint: did you mean \"month\"?"));
}

TEST(TransposedTable, ShowsTheColumnsAndRowsThatAreChosen) {
    EXPECT_THAT(heard_facts(R"(, "select": ["plan", "month"], "rows": ["firm", "solo"])"),
                ElementsAre(", Amonth, ForpeopleSolo: 1.5EUR", ", Amonth, Firm: 200EUR"));
}

TEST(TransposedTable, BeginsNamesAboveDetailsOnOneLine) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
      "title": "Plans", "columns": [{"id": "plan", "kind": "name", "title": "Plan"},
        {"id": "a", "kind": "plain", "title": "Users"}],
      "sections": [{"id": "all", "rows": [
        {"id": "s", "plan": {"names": ["Start"], "detail": "for a single small site of yours"}, "a": "1"},
        {"id": "b", "plan": {"names": ["Basic"], "detail": "clubs"}, "a": "2"}]}]})",
                        R"({"format": 1, "name": "plain",
      "page": {"size": {"width": "70mm", "height": "60mm"}, "margin": "3mm"},
      "blocks": [{"kind": "table", "transpose": true}]})");
    const PdfWords words{pdf_words(file_of(project, "plans.pdf"))};
    EXPECT_NEAR(words.of("Start").top, words.of("Basic").top, 0.1);
    EXPECT_GT(words.of("yours").top, words.of("clubs").top + 5);
}

TEST(TransposedTable, BreaksTitlesOfRowsSoThatColumnsAreEquallyWide) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
      "title": "Plans", "columns": [{"id": "plan", "kind": "name", "title": "Plan"},
        {"id": "a", "kind": "plain", "title": "Guaranteed availability each month"}],
      "sections": [{"id": "all", "rows": [{"id": "s", "plan": "Start", "a": "1"},
        {"id": "b", "plan": "Basic", "a": "2"}, {"id": "p", "plan": "Professional", "a": "3"}]}]})",
                        R"json({"format": 1, "name": "plain",
      "page": {"size": {"width": "110mm", "height": "60mm"}, "margin": "3mm"},
      "blocks": [{"kind": "table", "transpose": true,
                  "kinds": {"name": {"width": "fit-content(60mm)", "align": "start"}}}]})json");
    const PdfWords words{pdf_words(file_of(project, "plans.pdf"))};
    EXPECT_GT(words.of("month").top, words.of("Guaranteed").top + 5);
    const auto centre = [&](const std::string& plan) {
        return (words.of(plan).left + words.of(plan).right) / 2;
    };
    EXPECT_NEAR(centre("Professional") - centre("Basic"), centre("Basic") - centre("Start"), 0.1);
}

TEST(TransposedTable, HyphenatesNoTitleOfRowsWhereSmallerTypeHasRoomForIt) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "nl", "title": "Bakfietsen",
      "columns": [{"id": "bike", "kind": "name", "title": "Model"},
        {"id": "price", "kind": "number", "unit": "€", "title": "Adviesprijs"},
        {"id": "motor", "kind": "text", "title": "Motor"},
        {"id": "range", "kind": "number", "unit": "km", "title": "Actieradius", "show": "bar"}],
      "spanners": [{"title": "Aandrijving", "columns": ["motor", "range"]}],
      "sections": [{"id": "all", "rows": [
        {"id": "ua", "bike": "Urban Arrow Family", "price": 6490,
         "motor": "Bosch Cargo Line, middenmotor", "range": 75},
        {"id": "rm", "bike": "Riese & Müller Load 75", "price": 8899,
         "motor": "Bosch Cargo Line, middenmotor", "range": 95},
        {"id": "bb", "bike": "Babboe Curve-E", "price": 3499, "motor": "Naafmotor achter", "range": 45},
        {"id": "tg", "bike": "Tern GSD S10", "price": 5499,
         "motor": "Bosch Cargo Line, middenmotor", "range": 105},
        {"id": "vc", "bike": "Vogue Carry 3", "price": 2999, "motor": "Naafmotor voor",
         "range": {"number": 35, "to": 50}}]}]})",
                        R"({"format": 1, "name": "plain", "page": {"margin": "12mm"},
      "blocks": [{"kind": "table", "transpose": true}], "fit": {"pages": "any", "max_font": "11pt"}})");
    std::vector<std::string> words;
    for (const PdfWord& word : pdf_words(file_of(project, "plans.pdf"))) words.push_back(word.text);
    for (const std::string title : {"Adviesprijs", "Actieradius", "Aandrijving"})
        EXPECT_THAT(words, Contains(title));
}

TEST(TransposedTable, HyphenatesAMuchLongerNameSoThatColumnsAreEquallyWide) {
    const std::string dataset = R"({"format": 1, "id": "planets", "language": "de",
      "title": "Banken", "columns": [{"id": "bank", "kind": "name", "title": "Bank"},
        {"id": "a", "kind": "plain", "title": "Preis"}],
      "sections": [{"id": "all", "rows": [{"id": "c", "bank": "Comet", "a": "1"},
        {"id": "o", "bank": "Ostkasse", "a": "2"}, {"id": "g", "bank": "Genossenschaftsbank", "a": "3"},
        {"id": "d", "bank": "Eins", "a": "4"}]}]})";
    const auto words_on = [&](const std::string& width) {
        TinyProject project(dataset, R"({"format": 1, "name": "plain",
          "page": {"size": {"width": ")" +
                                         width + R"(", "height": "60mm"}, "margin": "3mm"},
          "blocks": [{"kind": "table", "transpose": true}]})");
        return PdfWords{pdf_words(file_of(project, "plans.pdf"))};
    };
    const auto distance = [](const PdfWords& words, const std::string& a, const std::string& b) {
        return (words.of(b).left + words.of(b).right - words.of(a).left - words.of(a).right) / 2;
    };
    const PdfWords narrow = words_on("120mm");
    EXPECT_NEAR(distance(narrow, "1", "2"), distance(narrow, "3", "4"), 1);
    EXPECT_GT(narrow.of("schaftsbank").left, narrow.of("Ostkasse").right);
    // A little wider than the others, it stays whole.
    const PdfWords wide = words_on("190mm");
    EXPECT_EQ(wide.of("Genossenschaftsbank").top, wide.of("Comet").top);
}

TEST(TransposedTable, HasNamesInTheMiddleOfTheirColumnsBesideTheSignOfABand) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en",
      "title": "Plans", "bands": [{"id": "best", "label": "Our choice", "tone": "good", "symbol": "yes"}],
      "columns": [{"id": "plan", "kind": "name", "title": "Plan"},
                  {"id": "a", "kind": "plain", "title": "Users"}],
      "sections": [{"id": "all", "rows": [
        {"id": "s", "plan": {"names": ["Start"], "detail": "small"}, "a": "1"},
        {"id": "b", "band": "best", "plan": {"names": ["Intermediate"], "detail": "clubs"}, "a": "2"},
        {"id": "c", "plan": {"names": ["Big"], "detail": "firms"}, "a": "3"}]}]})",
                        R"({"format": 1, "name": "plain",
      "page": {"size": {"width": "124mm", "height": "60mm"}, "margin": "3mm"},
      "blocks": [{"kind": "table", "transpose": true}]})");
    const PdfWords words{pdf_words(file_of(project, "plans.pdf"))};
    const auto middle = [&](const std::string& word) {
        return (words.of(word).left + words.of(word).right) / 2;
    };
    EXPECT_NEAR(middle("Intermediate"), middle("clubs"), 0.1);
    EXPECT_NEAR(middle("Intermediate"), middle("2"), 0.1);
}

TEST(TransposedTable, HasStrongerRulesBetweenGroupsOfRows) {
    TinyProject project(kPlans, R"({"format": 1, "name": "plain",
      "rules": {"guide": {"width": "2pt", "colour": "#00ff00"}},
      "blocks": [{"kind": "table", "transpose": true}, {"kind": "notes"}]})");
    project.job.languages = {};
    project.job.formats = {"svg", "html"};
    project.job.output = "plans.{ext}";
    EXPECT_THAT(problems_of(build(project.job, project.files, project.sink)), IsEmpty());
    EXPECT_THAT(xml_values(project.sink.written["plans.svg"], "//svg:path[@stroke='#00ff00']/@d"),
                SizeIs(1));
    EXPECT_THAT(project.sink.written["plans.html"],
                HasSubstr("border-top:max(1px,0.25rem) solid var(--bsd-colour-00ff00)"));
}

TEST(TransposedTable, IsOfTheShippedLayoutForPlans) {
    const PdfWords words{
        pdf_words(file_of(Edition{"tests/fixtures/versions", "layouts/plans-a4.json"}, "pdf"))};
    EXPECT_NEAR(words.of("Passkeys").top, words.of("Prompt").top, 0.1);
}

/// Where the words of a table stand whose first name is long, and has details.
std::map<std::string, double> heights_of_names(const std::string& detail,
                                               const std::string& vertical_align = "middle") {
    const std::string plans = R"({"format": 1, "id": "planets", "language": "en", "title": "Bikes",
      "columns": [{"id": "n", "kind": "name", "title": "Scheme"},
                  {"id": "v", "kind": "plain", "title": "Bikes"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "n": {"names": ["Docomo Bike Share"], "detail": ")" +
                              detail + R"("}, "v": "1"},
        {"id": "b", "n": {"names": ["Bicing"], "detail": "Barcelona"}, "v": "2"}]}]})";
    TinyProject project;
    project.job.formats = {"pdf"};
    project.job.output = "plans.pdf";
    EXPECT_THAT(
        problems_of(build_plans(R"(, "kinds": {"name": {"width": "22mm", "vertical_align": ")" +
                                    vertical_align +
                                    R"("}}, )"
                                    R"("columns": {"a": {"width": "22mm"}, )"
                                    R"("b": {"width": "22mm"}})",
                                project, plans)),
        IsEmpty());
    std::map<std::string, double> heights;
    for (const PdfWord& word : pdf_words(project.sink.written.at("plans.pdf")))
        heights[word.text] = word.centre_y();
    return heights;
}

TEST(TransposedTable, SetsShortDetailsOfItsNamesOnOneLine) {
    std::map<std::string, double> heights = heights_of_names("Tokyo");
    EXPECT_NEAR(heights.at("Tokyo"), heights.at("Barcelona"), 0.5);
    EXPECT_LT(heights.at("Docomo"), heights.at("Bicing"));
    heights = heights_of_names("Eleven wards of Tokyo, and Yokohama");
    EXPECT_NEAR(heights.at("Docomo"), heights.at("Bicing"), 0.5) << "names begin on one line";
    heights = heights_of_names("Eleven wards of Tokyo, and Yokohama", "bottom");
    EXPECT_LT(heights.at("Docomo"), heights.at("Bicing")) << "the layout wins";
    EXPECT_NEAR(heights.at("Yokohama"), heights.at("Barcelona"), 0.5);
    heights = heights_of_names("Tokyo, eleven of its wards");
    EXPECT_NEAR(heights.at("wards"), heights.at("Barcelona"), 0.5) << "a few words";
}

}  // namespace
}  // namespace broadside::testing
