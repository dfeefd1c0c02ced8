#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "support/tiny_project.hpp"

namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Edition kNumbers{"tests/fixtures/numbers", "tests/fixtures/plain.json"};

std::string html_in(const std::string& language) {
    Job job = job_of(kNumbers, {"html"});
    job.languages = {language};
    return only_file_of(job);
}

TEST(Numbers, AreWrittenAsTheLanguageWritesThem) {
    const std::string english = html_in("en");
    for (const char* number : {"€1,234.50", "−€0.50", "&lt;\u00a00.01%", "10–20\u00a0kg",
                               "7.5\u00a0±\u00a00.25\u00a0kg"})
        EXPECT_THAT(english, HasSubstr(">" + std::string(number) + "<"));
    const std::string german = html_in("de");
    for (const char* number : {"1.234,50\u00a0€", "−0,50\u00a0€", "&lt;\u00a00,01\u00a0%",
                               "7,5\u00a0±\u00a00,25\u00a0kg", "k. A."})
        EXPECT_THAT(german, HasSubstr(">" + std::string(number) + "<"));
}

TEST(Numbers, HaveTheDigitsOfTheLanguageAndItsUnits) {
    const std::string persian = html_in("fa");
    EXPECT_THAT(persian, HasSubstr("<span dir=\"ltr\">€۱٬۲۳۴٫۵۰</span>"));
    EXPECT_THAT(persian, HasSubstr("۱٬۲۳۴٫۵۰"));
    EXPECT_THAT(persian, HasSubstr("۱۲٫۵٪"));
    EXPECT_THAT(persian, HasSubstr("کیلوگرم"));
}

TEST(Numbers, StandToTheRightOfTheirUnitsInARightToLeftPageWhateverTheirLetters) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ar",
        "digits": "latn", "title": "أوزان", "columns": [
            {"id": "name", "kind": "name", "title": "اسم"},
            {"id": "kg", "kind": "number", "unit": "kg", "title": "وزن"},
            {"id": "pound", "kind": "number", "unit": "ج.م", "title": "ثمن"}],
        "sections": [{"id": "all", "rows": [
            {"id": "one", "name": "واحد", "kg": 12.5, "pound": {"number": 1, "to": 2}},
            {"id": "two", "name": "اثنان", "kg": {"number": 7.5, "plus_minus": 0.5}, "pound": 3}]}]})");
    const std::string html = file_of(project, "numbers.html");
    for (const char* figure : {"<span dir=\"ltr\">12.5</span>\u00a0\u2066kg\u2069",
                               "<span dir=\"ltr\">7.5\u00a0±\u00a00.5</span>\u00a0\u2066kg\u2069",
                               ">1–2\u00a0ج.م", "<span dir=\"ltr\">3</span>\u00a0ج.م"})
        EXPECT_THAT(html, HasSubstr(figure));
}

TEST(Numbers, HaveNoSpaceBeforeAUnitOfHanCharactersOrKana) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "ja",
        "title": "避難所", "columns": [{"id": "name", "kind": "name", "title": "名"},
            {"id": "people", "kind": "number", "unit": "人", "title": "定員"},
            {"id": "size", "kind": "number", "unit": "km", "title": "距離"}],
        "sections": [{"id": "all", "rows": [{"id": "one", "name": "一", "people": 850, "size": 2}]}]})");
    const std::string html = file_of(project, "numbers.html");
    EXPECT_THAT(html, HasSubstr("850人"));
    EXPECT_THAT(html, HasSubstr("2\u00a0km"));
}

TEST(Numbers, HaveAnEllipsisBetweenThemWhereADashWouldReadAsAMinus) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "de", "title": "Geräte",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
            {"id": "t", "kind": "number", "unit": "°C", "title": "Einsatz"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "n": "A", "t": {"number": -25, "to": 50}},
            {"id": "b", "n": "B", "t": {"number": 5, "to": 40}},
            {"id": "c", "n": "C", "t": {"number": 0.3, "interval": [-0.1, 0.7]}}]}]})");
    const std::string html = file_of(project, "numbers.html");
    for (const char* range :
         {">−25\u00a0…\u00a050\u00a0°C<", ">5–40\u00a0°C<", "(−0,1\u00a0…\u00a00,7)<"})
        EXPECT_THAT(html, HasSubstr(range));
}

TEST(Numbers, FollowEachOtherInARangeAsThePageRuns) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "he", "digits": "latn",
        "title": "מידות", "columns": [{"id": "n", "kind": "name", "title": "שם"},
            {"id": "t", "kind": "number", "title": "טווח"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "n": "א", "t": {"number": -31, "to": 50}},
            {"id": "b", "n": "ב", "t": {"number": -25, "to": -4}}]}]})");
    const PdfWords words{pdf_words(file_of(project, "numbers.pdf"))};
    EXPECT_GT(words.of("−31").left, words.of("50").right);
    EXPECT_GT(words.of("−25").left, words.of("−4").right);
}

TEST(Numbers, StandToTheRightOfACurrencyInARightToLeftPageAndRunWithTheirSignsAsItDoes) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "he", "digits": "latn",
        "title": "אגרות", "columns": [{"id": "n", "kind": "name", "title": "שם"},
            {"id": "fee", "kind": "number", "unit": "₪", "title": "אגרה"},
            {"id": "part", "kind": "number", "unit": "%", "title": "חלק"},
            {"id": "text", "kind": "text", "title": "מלל"}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "n": "א", "fee": 47.30, "part": 5, "text": "ללא"},
            {"id": "b", "n": "ב", "fee": {"number": 980, "to": 1450},
             "part": {"number": 10, "to": 20}, "text": "37 €"},
            {"id": "c", "n": "ג", "fee": {"number": -5}, "part": {"number": 12, "relation": "<"},
             "text": "ללא"}]}]})");
    const std::string html = file_of(project, "numbers.html");
    for (const char* figure :
         {"<span dir=\"ltr\">47.30</span>\u00a0₪", "<span dir=\"ltr\">−5</span>\u00a0₪",
          ">980–1,450\u00a0₪", ">10–20%", "&lt;\u00a0<span dir=\"ltr\">12%</span>"})
        EXPECT_THAT(html, HasSubstr(figure));
    const PdfWords words{pdf_words(file_of(project, "numbers.pdf"))};
    EXPECT_LT(words.of("₪").right, words.of("47.30").left);
    EXPECT_LT(words.of("€").right, words.of("37").left);
}

TEST(Numbers, HaveNoSpaceBeforeASlashOrAnAngle) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "fr", "title": "Notes",
        "columns": [{"id": "n", "kind": "name", "title": "Nom"},
            {"id": "mark", "kind": "number", "unit": "/10", "title": "Note"},
            {"id": "slope", "kind": "number", "unit": "°", "title": "Pente"},
            {"id": "heat", "kind": "number", "unit": "°C", "title": "Chaleur"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "mark": 8.2, "slope": 5, "heat": 20}]}]})");
    const std::string html = file_of(project, "numbers.html");
    for (const char* figure : {">8,2/10<", ">5°<", ">20\u00a0°C<"})
        EXPECT_THAT(html, HasSubstr(figure));
}

TEST(Numbers, EndWithTheirHeadWhateverMarksHangBehindThem) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Prices",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "p", "kind": "number", "title": "Price"},
                    {"id": "l", "kind": "number", "title": "Long words in a head"}],
        "notes": [{"id": "a", "text": "A."}, {"id": "b", "text": "B."}],
        "sections": [{"id": "all", "rows": [
            {"id": "a", "n": "A", "p": {"number": 1234.50, "notes": ["a", "b"]}, "l": {"number": 7, "notes": ["a", "b"]}},
            {"id": "b", "n": "B", "p": 1000.25, "l": 8}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
    const PdfWords words{pdf_words(file_of(project, "prices.pdf"))};
    EXPECT_NEAR(words.of("1,000.25").right, words.of("Price").right, 0.5);
    EXPECT_NEAR(words.of("8").right, words.of("head").right, 0.5);
}

TEST(Numbers, EndWithTheirHeadWhateverMarksHangBehindIt) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Rates",
        "marks": "letters",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "r", "kind": "number", "title": "Overdraft rate", "unit": "%", "notes": ["a", "b"]}],
        "notes": [{"id": "a", "text": "A."}, {"id": "b", "text": "B."}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "r": 11.24}, {"id": "b", "n": "B", "r": 9.50}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}, {"kind": "notes"}]})");
    const PdfWords words{pdf_words(file_of(project, "rates.pdf"))};
    EXPECT_NEAR(words.of("11.24%").right, words.of("rate").right, 0.5);
}

/// A table of one number column; `column` is what it says besides, `numbers` the cells, `table`
/// what the layout says.
PdfWords column_of(const std::string& column, const std::vector<std::string>& numbers,
                   const std::string& table = "") {
    std::string rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string id = "r" + std::to_string(i);
        rows += (i == 0 ? "" : ", ") + (R"({"id": ")" + id + R"(", "n": "Drug", "d": )") +
                numbers[i] + "}";
    }
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Doses",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "d", "title": "Dose", )" +
            column + R"(}], "sections": [{"id": "all", "rows": [)" + rows + "]}]}",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}");
    return {pdf_words(file_of(project, "doses.pdf"))};
}

/// Where the unit of each number of a column ends.
std::vector<double> units_behind(const std::vector<std::string>& numbers) {
    std::vector<double> ends;
    for (const PdfWord& word : column_of(R"("kind": "number", "unit": "mg")", numbers).words)
        if (word.text.ends_with("mg")) ends.push_back(word.right);
    return ends;
}

TEST(Numbers, HaveTheirUnitsUnderEachOther) {
    const std::vector<double> near = units_behind({"0.79", "1.2"}),
                              whole = units_behind({"8", "2.5"});
    ASSERT_EQ(near.size(), 2U);
    EXPECT_NEAR(near[0], near[1], 0.05);
    EXPECT_LT(whole[0], whole[1] - 5) << "no hole behind a whole number";
    const std::vector<double> apart = units_behind({"1.25", "5"});
    EXPECT_GT(apart[0], apart[1] + 5) << "rather than far from the number";
    const std::vector<double> few = units_behind({"18.5", "3", "25"});
    EXPECT_GT(few[0], few[1] + 5) << "rather than most of them for one";
}

TEST(Numbers, HaveTheirUnitInTheHeadWhereTheLayoutSaysSo) {
    const PdfWords words = column_of(R"("kind": "number", "unit": "EUR")", {"1234.50", "8"},
                                     R"(, "kinds": {"number": {"units": "head"}})");
    EXPECT_GT(words.of("(EUR)").left, words.of("Dose").right);
    EXPECT_NEAR(words.of("1,234.50").right, words.of("(EUR)").right, 0.5);
    EXPECT_NO_THROW(words.of("8"));
}

TEST(Numbers, HaveTheirUnitsBelowTheTitlesUnderOneSpanner) {
    const auto heads = [](const std::string& spanned) {
        TinyProject project(
            R"({"format": 1, "id": "planets", "language": "en", "title": "Fares",
            "columns": [{"id": "n", "kind": "name", "title": "Name"},
                        {"id": "a", "kind": "number", "unit": "CHF", "title": "Adults"},
                        {"id": "s", "kind": "number", "unit": "EUR", "title": "Schoolchildren"}],
            "spanners": [{"title": "Price", "columns": [)" +
                spanned + R"(]}],
            "sections": [{"id": "all", "rows": [{"id": "r", "n": "Day", "a": 254, "s": 120}]}]})",
            R"({"format": 1, "name": "plain",
            "blocks": [{"kind": "table", "kinds": {"number": {"units": "head"}}}]})");
        return PdfWords{pdf_words(file_of(project, "fares.pdf"))};
    };
    const PdfWords both = heads(R"("a", "s")"), one = heads(R"("s")");
    EXPECT_GT(both.of("(CHF)").bottom, both.of("Adults").bottom + 5);
    EXPECT_GT(both.of("(EUR)").bottom, both.of("Schoolchildren").bottom + 5);
    EXPECT_NEAR(one.of("(EUR)").bottom, one.of("Schoolchildren").bottom, 0.5);
}

TEST(Numbers, KeepALongUnitWholeInTheHeadAndPartOneOfWords) {
    const std::string narrow = R"(, "columns": {"d": {"width": "26mm", "units": "head"}})";
    const PdfWords whole =
        column_of(R"("kind": "number", "unit": "mg/kg/day")", {"12", "8"}, narrow);
    EXPECT_GT(whole.of("(mg/kg/day)").bottom, whole.of("Dose").bottom + 5);
    // Without a warning of words that are broken.
    const PdfWords parted =
        column_of(R"("kind": "number", "unit": "milligrams per litre")", {"12", "8"}, narrow);
    EXPECT_GT(parted.of("litre)").bottom, parted.of("(milligrams").bottom + 5);
}

TEST(Numbers, AreToldOfThatAreShortForPrices) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "p", "kind": "number", "unit": "$", "title": "Price"},
                    {"id": "w", "kind": "number", "unit": "kg", "title": "Weight"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "p": 312.4, "w": 1.5},
                                            {"id": "b", "n": "B", "p": 561.0, "w": 2},
                                            {"id": "c", "n": "C", "p": 428.15, "w": 3}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    project.job.formats = {"pdf"};
    project.job.output = "plans.pdf";
    EXPECT_EQ(problems_of(build(project.job, project.files, project.sink)),
              "planets.json:5:72: warning: /sections/0/rows/0/p: 2 prices of column \"p\" have one "
              "decimal: 312.4 is printed as it is written\n  hint: write 312.40\n");
}

TEST(Numbers, AreToldOfThatHaveADecimalComma) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "de", "title": "Preise",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "p", "kind": "number", "unit": "€", "title": "Preis"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "p": "3.60"},
                                            {"id": "b", "n": "B", "p": "1,200"},
                                            {"id": "c", "n": "C", "p": "2,50"}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    project.job.formats = {"pdf"};
    project.job.output = "prices.pdf";
    EXPECT_EQ(problems_of(build(project.job, project.files, project.sink)),
              "planets.json:5:72: warning: /sections/0/rows/1/p: 2 numbers of column \"p\" have a "
              "comma: \"1,200\" is printed as words, without a unit\n  hint: write 1200 or 1.200: "
              "each language has its own sign for that\n");
}

TEST(Numbers, HaveHeadsAndDashesWhereMostEnd) {
    const std::string deviating = R"({"number": 7.0, "plus_minus": 0.4})";
    const PdfWords words = column_of(R"("kind": "number", "empty": "–")",
                                     {deviating, "1.1", "1.2", "1.3", "1.4", "1.5", R"("")"});
    EXPECT_NEAR(words.of("Dose").right, words.of("1.1").right, 0.5);
    EXPECT_NEAR(words.of("–").right, words.of("1.1").right, 0.5);
    EXPECT_GT(words.of("0.4").left, words.of("1.1").right);
}

TEST(Numbers, AreNoneAmongVersions) {
    const PdfWords words =
        column_of(R"("kind": "plain")", {R"("8.11")", R"("143")", R"("2.7.10")"});
    const auto middle = [&](const std::string& word) {
        return (words.of(word).left + words.of(word).right) / 2;
    };
    EXPECT_NEAR(middle("8.11"), middle("143"), 0.1);
    EXPECT_NEAR(middle("8.11"), middle("2.7.10"), 0.1);
}

TEST(Numbers, HaveWordsUnderThemBehindBars) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Cheese",
        "columns": [{"id": "n", "kind": "name", "title": "Name"},
                    {"id": "b", "kind": "number", "show": "bar", "title": "Calcium"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "b": 917},
                                            {"id": "b", "n": "B", "b": "unknown"}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    const PdfWords words{pdf_words(file_of(project, "cheese.pdf"))};
    EXPECT_NEAR(words.of("unknown").left, words.of("917").left, 0.1);
}

TEST(Numbers, ComeOutOfAPdf) {
    EXPECT_THAT(pdf_text(file_of(kNumbers, "pdf")), HasSubstr("€1,234.50"));
}

TEST(Numbers, HaveTheirSignsInTheirWeight) {
    TinyProject project(R"({"format": 1, "id": "planets", "language": "en", "title": "Frost",
        "columns": [{"id": "low", "kind": "name", "title": "Low"}],
        "sections": [{"id": "all", "rows": [{"id": "a", "low": "Mon −7 → 8"}, {"id": "b", "low": "Tue 7"},
                                            {"id": "c", "low": "Wed 8"}]}]})",
                        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
    const std::string pdf = file_of(project, "frost.pdf");
    EXPECT_THAT(run_poppler("pdffonts {}", pdf), Not(HasSubstr("Math")));
    std::vector<double> tops;
    for (const PdfWord& word : pdf_words(pdf)) {
        if (word.text == "Mon" || word.text == "Tue" || word.text == "Wed")
            tops.push_back(word.top);
    }
    ASSERT_EQ(tops.size(), 3U);
    EXPECT_NEAR(tops[1] - tops[0], tops[2] - tops[1], 0.01)
        << "a sign makes no line higher, whatever letters its face is made for";
}

TEST(Numbers, AreNothingForTranslators) {
    const std::string words = words_to_translate(kNumbers);
    EXPECT_THAT(words, Not(HasSubstr("msgctxt \"columns/mass/unit\""))) << "kg";
    EXPECT_THAT(words, HasSubstr("msgid \"n/a\""));
    EXPECT_THAT(words, Not(HasSubstr("1234")));
}

/// Numbers of some length, in a column of a kind.
std::string figures_in(const std::string& language, const std::string& look) {
    return R"({"format": 1, "id": "planets", "title": "T", "language": ")" + language +
           R"(", "columns": [{"id": "n", "kind": "name", "title": "N"},
            {"id": "v", "kind": "number", "title": "V", "show": ")" +
           look + R"("}], "sections": [{"id": "all", "rows": [{"id": "a", "n": "A", "v": 1920000},
            {"id": "b", "n": "B", "v": 21300}, {"id": "c", "n": "C", "v": 7400},
            {"id": "d", "n": "D", "v": 640}]}]})";
}

TEST(Numbers, EndBelowEachOtherBehindBars) {
    for (const std::string language : {"de", "en", "es", "fr", "he", "ar"}) {
        TinyProject project(figures_in(language, "bar"));
        // Of the parts of a number, the last is the one at the right.
        std::map<double, double> ends;
        for (const PdfWord& word : pdf_words(file_of(project, "numbers.pdf")))
            if (word.text.ends_with("00") || word.text.ends_with("640"))
                ends[word.top] = std::max(ends[word.top], word.right);
        std::vector<double> of_figures;
        for (const auto& [top, end] : ends) of_figures.push_back(end);
        ASSERT_EQ(of_figures.size(), 4u) << language;
        for (const double end : of_figures) EXPECT_NEAR(end, of_figures.front(), 0.1) << language;
    }
}

TEST(Numbers, StandOnOneAxisBehindBarsWhateverIsBeforeThem) {
    std::string figures = figures_in("en", "bar");
    figures.replace(figures.find("7400"), 4, R"({"number": 7400, "relation": "~"})");
    figures.replace(figures.find("640"), 3, R"({"number": 640, "to": 850})");
    for (const std::string align : {"start", "end"}) {
        TinyProject project(figures, R"({"format": 1, "name": "plain", "blocks": [{"kind": "table",
            "columns": {"n": {"width": "60mm"}, "v": {"align": ")" +
                                         align + R"("}}}]})");
        const PdfWords words{pdf_words(file_of(project, "numbers.pdf"))};
        EXPECT_NEAR(words.of("7,400").right, words.of("21,300").right, 0.1) << align;
        EXPECT_NEAR(words.of("640–850").right, words.of("21,300").right, 0.1) << align;
    }
}

TEST(Numbers, StandRightBehindTheirBarsWhereEachHasAColumnOfItsOwn) {
    const auto place_of = [](const std::string& number, const std::string& last) {
        std::string figures = figures_in("en", "bar");
        figures.replace(figures.find("640"), 3, last);
        TinyProject project(figures, R"({"format": 1, "name": "plain",
            "blocks": [{"kind": "table", "transpose": true, "columns": {"a": {"width": "40mm"},
              "b": {"width": "40mm"}, "c": {"width": "40mm"}, "d": {"width": "40mm"}}}]})");
        return PdfWords{pdf_words(file_of(project, "numbers.pdf"))}.of(number).left;
    };
    EXPECT_NEAR(place_of("7,400", "640"), place_of("7,400", R"({"number": 640, "to": 850})"), 0.1);
}

TEST(Numbers, StandOnTheirDecimalSignBesideBarsFromRightToLeft) {
    std::string figures = figures_in("he", "bar");
    figures.replace(figures.find("1920000"), 7, "11.5");
    TinyProject project(figures);
    std::map<std::string, double> ends;
    for (const PdfWord& word : pdf_words(file_of(project, "numbers.pdf")))
        ends[word.text] = word.right;
    EXPECT_GT(ends.at("11.5"), ends.at("640") + 3) << "by a point and a digit";
}

TEST(Numbers, StandBehindBarsAsLongAsTheLayoutSays) {
    const auto end_of_figure = [](const std::string& symbols) {
        TinyProject project(figures_in("en", "bar"),
                            R"({"format": 1, "name": "plain", "symbols": )" + symbols +
                                R"(, "blocks": [{"kind": "table",
                                    "columns": {"n": {"width": "60mm"}}}]})");
        for (const PdfWord& word : pdf_words(file_of(project, "numbers.pdf")))
            if (word.text == "640") return word.right;
        return 0.0;
    };
    EXPECT_NEAR(end_of_figure(R"({"bar": "100pt"})") - end_of_figure(R"({"bar": "50pt"})"), 50,
                0.1);
    EXPECT_NEAR(end_of_figure("{}"), end_of_figure(R"({"bar": "40pt"})"), 0.1) << "five times 8 pt";
}

TEST(Numbers, AreGroupedNowhereInAColumnThatSaysSo) {
    std::string doses = figures_in("de", "figures");
    TinyProject grouped(doses);
    EXPECT_THAT(file_of(grouped, "numbers.html"), HasSubstr(">7.400<"));
    doses.replace(doses.find(R"("show")"), 6, R"("grouping": false, "show")");
    TinyProject whole(doses);
    EXPECT_THAT(file_of(whole, "numbers.html"), AllOf(HasSubstr(">7400<"), HasSubstr(">1920000<")));
}

TEST(Numbers, AreGroupedAllOrNoneInAColumn) {
    TinyProject project(figures_in("es", "figures"));
    EXPECT_THAT(file_of(project, "numbers.html"), HasSubstr(">7.400<"));
    std::string short_ones = figures_in("es", "figures");
    for (const std::string zeros : {"1920000", "21300"})
        short_ones.replace(short_ones.find(zeros), zeros.size(), "1290");
    TinyProject without(short_ones);
    EXPECT_THAT(file_of(without, "numbers.html"), HasSubstr(">7400<"));
    short_ones.replace(short_ones.find("\"v\": 640"), 8,
                       R"("v": {"number": 640, "plus_minus": 12000})");
    TinyProject with_tolerance(short_ones);
    EXPECT_THAT(file_of(with_tolerance, "numbers.html"), HasSubstr(">7.400<"));
}

}  // namespace
}  // namespace broadside::testing
