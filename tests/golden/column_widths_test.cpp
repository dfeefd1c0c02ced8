#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// How columns share the width of the page, in the finished files.
namespace broadside::testing {
namespace {

constexpr char kTools[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Tools",
  "columns": [{"id": "name", "kind": "name", "title": "Name"},
              {"id": "short", "kind": "text", "title": "Short"},
              {"id": "long", "kind": "text", "title": "Long"},
              {"id": "end", "kind": "text", "title": "End"}],
  "sections": [{"id": "all", "rows": [
    {"id": "saw", "name": "Saw", "short": "by hand", "end": "steel",
     "long": "Cuts boards along the grain and across it, as long as somebody keeps its teeth sharp and looks after the set of them"},
    {"id": "plane", "name": "Plane", "short": "by hand", "end": "iron",
     "long": "Takes off shavings so thin that light comes through, and leaves a surface that no paper makes as smooth"}]}]})";

/// Where the heads of the columns begin, in tenths of a point; `table` is what the layout says.
struct Heads {
    double name, text, words, end;
};

Heads heads_of(const std::string& table) {
    TinyProject project(
        kTools, R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + table + "}]}");
    const std::string svg = file_of(project, "tools.svg");
    const auto place = [&](const std::string& text) {
        return std::stod(xml_values(svg, "//svg:text[normalize-space(.)='" + text + "']/@x").at(0));
    };
    return {place("Name"), place("Short"), place("Long"), place("End")};
}

TEST(DefaultWidths, GoByWhatColumnsHold) {
    const Heads heads = heads_of("");
    const double words = heads.words - heads.text, texts = heads.end - heads.words;
    EXPECT_GT(texts, 4 * words) << "long texts have the room that single words do not need";
    EXPECT_GT(words, 300) << "which stay whole, in 30 pt and more";
}

TEST(DefaultWidths, AreEqualBesideSharesButForNamesThatNeedLess) {
    const Heads heads = heads_of(R"(, "columns": {"long": {"width": "1fr"}})");
    EXPECT_LT(heads.text - heads.name, (heads.words - heads.text) / 3);
    EXPECT_NEAR(heads.end - heads.words, heads.words - heads.text, 1);
}

/// The words of a dataset on a page of `width` by `height`; `more` is what its layout says besides.
PdfWords words_on_page(const std::string& dataset, const std::string& width,
                       const std::string& height = "100mm", const std::string& more = "") {
    TinyProject project(
        dataset,
        R"({"format": 1, "name": "plain", "page": {"size": {"width": ")" + width +
            R"(", "height": ")" + height + R"("}, "margin": "3mm"})" +
            (more.find("blocks") == std::string::npos ? R"(, "blocks": [{"kind": "table"}])" : "") +
            more + "}");
    return {pdf_words(file_of(project, "page.pdf"))};
}

/// How much lower the end of a head stands than its beginning, on a page of that `width`.
double drop_in_head(const std::string& width) {
    const std::string suites =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Suites",
      "columns": [{"id": "name", "kind": "name", "title": "Name"},
                  {"id": "old", "kind": "plain", "title": "Reads formats"},
                  {"id": "web", "kind": "plain", "title": "Inside browsers"},
                  {"id": "text", "kind": "text", "title": "Remarks"}],
      "sections": [{"id": "all", "rows": [{"id": "a", "name": "Calligra", "old": "yes", "web": "no",
        "text": "Compatibility is measured against whatever somebody opened yesterday"}]}]})";
    const PdfWords words = words_on_page(suites, width);
    return words.of("formats").top - words.of("Reads").top;
}

TEST(DefaultWidths, BreakHeadsForTextsThatHaveLittle) {
    EXPECT_GT(drop_in_head("85mm"), 5);
    EXPECT_NEAR(drop_in_head("190mm"), 0, 0.01) << "with room for all";
}

/// Bicycles: a name with a detail, a text, and three numbers whose heads are not equally long.
PdfWords bicycles(const std::string& width) {
    const std::string bicycles =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Bicycles",
      "columns": [{"id": "name", "kind": "name", "title": "Model"},
                  {"id": "motor", "kind": "text", "title": "Motor"},
                  {"id": "battery", "kind": "number", "title": "Energy"},
                  {"id": "range", "kind": "number", "title": "Distance"},
                  {"id": "weight", "kind": "number", "title": "Kilos"}],
      "sections": [{"id": "all", "rows": [{"id": "a", "name": {"names": ["Urbano"], "detail": "one size, made for hire by the hour"},
        "motor": "Shimano Steps in the middle of the frame", "battery": 504, "range": 120, "weight": 26}]}]})";
    return words_on_page(bicycles, width);
}

TEST(DefaultWidths, OfNumbersAreNotEvenedOutAtTheCostOfTexts) {
    const auto steps = [](const PdfWords& words) {
        return std::pair{words.of("Distance").right - words.of("Energy").right,
                         words.of("Kilos").right - words.of("Distance").right};
    };
    const auto [wide_first, wide_second] = steps(bicycles("190mm"));
    EXPECT_NEAR(wide_first, wide_second, 0.1) << "with room for all";
    const auto [first, second] = steps(bicycles("110mm"));
    EXPECT_GT(first, second + 5);
}

/// Services and what they run on, with what the layout says of the names' width.
PdfWords services(const std::string& names) {
    return words_on_page(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Services",
      "columns": [{"id": "name", "kind": "name", "title": "Service"},
                  {"id": "a", "kind": "plain", "title": "Open source"},
                  {"id": "text", "kind": "text", "title": "Runs on"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "name": "Nextcloud", "a": "yes", "text": "Windows, macOS, Linux, Android, iOS"},
        {"id": "b", "name": "Universal Infinite Storage", "a": "yes", "text": "Windows, macOS, Linux, Android, BSD"},
        {"id": "c", "name": "Seafile", "a": "no", "text": "Windows, macOS, Linux, Android, iOS"}]}]})",
        "84mm", "100mm",
        R"(, "blocks": [{"kind": "table", "kinds": {"name": {"width": ")" + names + R"("}}}])");
}

TEST(DefaultWidths, TakeWhatBrokenNamesLeaveOverWhereThatMakesTheTableMuchLower) {
    const PdfWords words = services("fit-content(45mm)");
    EXPECT_NEAR(words.of("Storage").top, words.of("Infinite").top, 0.1) << "in two lines as before";
    EXPECT_NEAR(words.of("macOS,").top, words.of("Windows,").top, 0.1);
    const PdfWords given = services("45mm");
    EXPECT_GT(given.of("macOS,").top, given.of("Windows,").top + 5) << "what is given is kept";
}

TEST(DefaultWidths, KeepTheWordsOfHeadsWhole) {
    const std::string languages =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Languages",
      "columns": [{"id": "name", "kind": "name", "title": "Name"},
                  {"id": "text", "kind": "text", "title": "Remarks"},
                  {"id": "a", "kind": "plain", "title": "Compatibility"},
                  {"id": "b", "kind": "plain", "title": "Concurrency"}],
      "sections": [{"id": "all", "rows": [{"id": "a", "name": "Elixir", "a": "1", "b": "2",
        "text": "Functional and concurrent, with actors that crash alone, supervisors that start them again, and code that is exchanged while it runs"}]}]})";
    const PdfWords words = words_on_page(
        languages, "90mm", "44mm",
        R"(, "fit": {"pages": 1, "min_font": "5pt", "order": ["hyphenate", "widths", "font-size"]})");
    EXPECT_GT(words.of("Compatibility").left, 0) << "in one piece";
    EXPECT_GT(words.of("Concurrency").left, 0);
}

TEST(DefaultWidths, BreakDetailsUnderNamesForTextsThatHaveLittle) {
    const PdfWords narrow = bicycles("80mm"), wide = bicycles("190mm");
    EXPECT_GT(narrow.of("hour").top, narrow.of("one").top + 5);
    EXPECT_NEAR(wide.of("hour").top, wide.of("one").top, 0.1);
}

/// Departures on an A5 page: in each run one time of five characters or one with a note, or
/// neither.
constexpr char kRuns[] = R"({"format": 1, "id": "planets", "language": "en", "title": "Bus",
  "columns": [{"id": "stop", "kind": "name", "title": "Stop"},
              {"id": "a", "kind": "plain", "title": "A"}, {"id": "b", "kind": "plain", "title": "B"},
              {"id": "c", "kind": "plain", "title": "C"}, {"id": "d", "kind": "plain", "title": "D"}],
  "notes": [{"id": "n", "text": "Not on Sundays."}],
  "sections": [{"id": "all", "rows": [
    {"id": "north", "stop": "University North Gate", "a": "7:11", "b": "7:22", "c": "7:33", "d": "7:44"},
    {"id": "depot", "stop": "Tram Depot", "a": "8:11", "b": {"text": "8:22", "notes": ["n"]},
     "c": "8:33", "d": "10:44"}]}]})";

PdfWords runs_on_a_page(const std::string& layout) {
    TinyProject project(
        kRuns,
        R"({"format": 1, "name": "plain", "page": {"size": "A5"}, "blocks": [{"kind": "table"}, {"kind": "notes"}])" +
            layout + "}");
    return {pdf_words(file_of(project, "runs.pdf", Warnings::Some))};
}

/// From the middle of one head to that of the next.
std::vector<double> pitches(const PdfWords& words) {
    const auto middle = [&words](const char* head) {
        return (words.of(head).left + words.of(head).right) / 2;
    };
    return {middle("B") - middle("A"), middle("C") - middle("B"), middle("D") - middle("C")};
}

TEST(DefaultWidths, AreAlikeForColumnsOfOneKind) {
    const std::vector<double> found = pitches(runs_on_a_page(""));
    EXPECT_GT(found[0], 25);
    EXPECT_THAT(found, ::testing::Each(::testing::DoubleNear(found[0], 0.1)));
}

TEST(DefaultWidths, KeepTimesUnderEachOtherInTheMiddle) {
    const PdfWords words = runs_on_a_page("");
    EXPECT_NEAR(words.of("7:44").right, words.of("10:44").right, 0.1);
    EXPECT_NEAR(words.of("10:44").left + words.of("10:44").right,
                words.of("D").left + words.of("D").right, 0.2);
}

TEST(DefaultWidths, HoldNamesOnOneLineInLargerType) {
    const PdfWords words = runs_on_a_page(R"(, "fit": {"pages": 1, "max_font": "40pt"})");
    EXPECT_GT(words.of("7:11").bottom - words.of("7:11").top, 11) << "larger than of 8 pt";
    EXPECT_NEAR(words.of("University").top, words.of("Gate").top, 0.1);
    EXPECT_THAT(pitches(words), ::testing::Each(::testing::DoubleNear(pitches(words)[0], 0.1)));
}

/// Ages and a probability, with what the layout says of numbers.
PdfWords trial_with(const std::string& numbers) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Trial",
      "columns": [{"id": "n", "kind": "name", "title": "Item"}, {"id": "a", "kind": "number", "title": "Age of patients"},
                  {"id": "p", "kind": "number", "title": "P"}],
      "sections": [{"id": "all", "rows": [{"id": "r", "n": "Age",
        "a": {"number": 265, "interval": [0, 2840]}, "p": 0.5}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table")" + numbers + "}]}");
    return {pdf_words(file_of(project, "trial.pdf"))};
}

TEST(ContentWidths, AreThoseOfTheLayoutOnAWidePage) {
    const PdfWords least = trial_with(R"(, "kinds": {"number": {"width": "min-content"}})");
    const PdfWords most = trial_with(R"(, "kinds": {"number": {"width": "max-content"}})");
    const PdfWords none = trial_with("");
    EXPECT_GT(least.of("patients").top, least.of("Age").top + 5) << "in two lines";
    EXPECT_NEAR(most.of("patients").top, most.of("of").top, 0.1);
    const auto gap = [](const PdfWords& words) {
        return words.of("0.5").left - words.of("265").left;
    };
    EXPECT_LT(gap(most), 75) << "what is left is the names'";
    EXPECT_GT(gap(none), gap(most) + 20) << "everybody's";
    EXPECT_LT(gap(none), 180) << "and most of it that of what holds most";
}

/// Where the last of twenty heads that run upwards stands; `mark` is what the first cell says of
/// notes.
double last_of_many_heads(const std::string& mark) {
    TinyProject project;
    std::string columns, cells;
    for (int i = 0; i < 20; ++i) {
        const std::string id = "c" + std::to_string(i);
        columns += ", {\"id\": \"" + id + R"(", "kind": "symbol", "values": "v", "title": "Head)" +
                   std::to_string(i) + "\"}";
        cells += ", \"" + id + R"(": {"value": "yes")" + (i == 0 ? mark : "") + "}";
    }
    project.files.files["planets.json"] =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Many", "marks": "numbers",
      "values": {"v": {"values": {"yes": {"label": "yes", "symbol": "yes"}}}}, "notes": [{"id": "n", "text": "Note."}],
      "columns": [{"id": "name", "kind": "name", "title": "Name"})" +
        columns +
        R"(], "sections": [{"id": "all", "rows": [{"id": "a", "name": "Google Messages RCS")" +
        cells + "}]}]}";
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "spacing": {"cell_x": "3pt"}, "symbols": {"cell": "9pt"}, "blocks": [
          {"kind": "table", "kinds": {"symbol": {"head": "rotated", "width": "max-content"}, "name": {"width": "max-content"}}},
          {"kind": "notes"}]})";
    const PdfWords words{pdf_words(file_of(project, "many.pdf", Warnings::Some))};
    EXPECT_NEAR(words.of("RCS").top, words.of("Google").top, 0.1);
    return words.of("Head19").left;
}

TEST(Shares, AreEqualWhereWordsStandBeforeAFigure) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Rights",
      "values": {"v": {"values": {"yes": {"label": "yes", "symbol": "yes"}}}},
      "columns": [{"id": "n", "kind": "name", "title": "Right"},
                  {"id": "a", "kind": "symbol", "values": "v", "title": "Aa"},
                  {"id": "b", "kind": "symbol", "values": "v", "title": "Bb"},
                  {"id": "c", "kind": "symbol", "values": "v", "title": "Cc"},
                  {"id": "d", "kind": "symbol", "values": "v", "title": "Dd"}],
      "sections": [{"id": "all", "rows": [
        {"id": "r", "n": "Vote", "a": {"value": "yes", "text": "after 5 days"}, "b": "yes",
         "c": {"value": "yes", "text": "after 9 days"}, "d": "yes"}]}]})",
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "92mm", "height": "60mm"}, "margin": "5mm"},
      "blocks": [{"kind": "table", "kinds": {"name": {"width": "22mm"}, "symbol": {"width": "1fr"}}}]})");
    const PdfWords words{pdf_words(file_of(project, "rights.pdf"))};
    const double pitch = words.of("Bb").left - words.of("Aa").left;
    EXPECT_NEAR(words.of("Cc").left - words.of("Bb").left, pitch, 0.1);
    EXPECT_NEAR(words.of("Dd").left - words.of("Cc").left, pitch, 0.1);
    EXPECT_GT(words.of("days").top, words.of("after").top + 5) << "in two lines";
}

TEST(FixedWidths, ShrinkWithTheTypeNoFurtherThanOthersCanUseThat) {
    std::string rows;
    for (int i = 0; i < 12; ++i) {
        const std::string row =
            R"({"id": "r)" + std::to_string(i) + R"(", "name": "Saw", "a": "x", "b": "y"})";
        rows += (rows.empty() ? "" : ", ") + row;
    }
    const std::string dataset =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Tools",
      "columns": [{"id": "name", "kind": "name", "title": "Name"},
                  {"id": "a", "kind": "plain", "title": "Left"},
                  {"id": "b", "kind": "plain", "title": "Right"}],
      "sections": [{"id": "all", "rows": [)" +
        rows + "]}]}";
    const auto distance = [&](const std::string& name_width) {
        const PdfWords words = words_on_page(dataset, "100mm", "75mm", R"json(,
          "fit": {"pages": 1, "min_font": "4pt"}, "blocks": [{"kind": "table", "kinds": {
            "name": {"width": ")json" + name_width + R"("}, "plain": {"width": "30mm"}}}])");
        return (words.of("Right").left + words.of("Right").right - words.of("Left").left -
                words.of("Left").right) /
               2;
    };
    constexpr double kThirty = 30 * 72 / 25.4;
    EXPECT_NEAR(distance("max-content"), kThirty, 0.1);
    EXPECT_LT(distance("1fr"), kThirty * 0.97);
}

TEST(SymbolColumns, AreNoWiderForAMark) {
    EXPECT_NEAR(last_of_many_heads(R"(, "notes": ["n"])"), last_of_many_heads(""), 3);
}

/// Plans beside each other in equal columns of an A5 page, which has to take `rows` features.
PdfWords plans_on_a_page(int rows, const std::string& least) {
    TinyProject project;
    std::string data = R"({"format": 1, "id": "planets", "language": "en", "title": "Plans",
      "columns": [{"id": "name", "kind": "name", "title": "Feature"},
                  {"id": "a", "kind": "plain", "title": "Free"}, {"id": "b", "kind": "plain", "title": "Team"},
                  {"id": "c", "kind": "plain", "title": "Firm"}],
      "sections": [{"id": "all", "rows": [)";
    for (int i = 0; i < rows; ++i) {
        data += (i == 0 ? "" : ", ") + std::string(R"({"id": "r)") + std::to_string(i) +
                R"(", "name": "Answers by AI, credits per month", "a": "1", "b": "2", "c": "3"})";
    }
    project.files.files["planets.json"] = data + "]}]}";
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "page": {"size": "A5"},
          "blocks": [{"kind": "header"}, {"kind": "table", "kinds": {"plain": {"width": "1fr", "align": "start"}}}],
          "fit": {"pages": 1, "min_font": ")" +
        least + R"("}})";
    return {pdf_words(file_of(project, "plans.pdf"))};
}

TEST(EqualShares, StayEqualHoweverMuchThePageHasToHold) {
    for (const int rows : {12, 13, 22}) {
        const PdfWords words = plans_on_a_page(rows, "6.5pt");
        const double pitch = words.of("Team").left - words.of("Free").left;
        EXPECT_GT(pitch, 30) << rows;
        EXPECT_NEAR(words.of("Firm").left - words.of("Team").left, pitch, 0.1) << rows;
    }
}

TEST(EqualShares, GiveNamesTheRoomThatLetsAPageHoldThem) {
    const PdfWords words = plans_on_a_page(31, "6.5pt");
    EXPECT_NEAR(words.of("month").top, words.of("Answers").top, 0.1);
}

}  // namespace
}  // namespace broadside::testing
