
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "imports/imported.hpp"
#include "support/passages.hpp"
#include "support/zip_file.hpp"

/// What a second import takes over.
namespace broadside::imports {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kSheet[] =
    "Places,,\nAs of May,,\nN,a,b\nOne,,\nx,1,2\ny,2,3\nTwo,,\nz,3,4\nTotal,3,4\n,,\n* Old "
    "note,,\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(SecondImport, TakesOverWordsThatNobodyEdited) {
    struct {
        const char *from, *to, *says;
    } const cases[] = {{"Places", "Towns", "title: \"Places\" → \"Towns\"\n"},
                       {"As of May", "As of June", "subtitle: \"As of May\" → \"As of June\"\n"},
                       {"Old note", "New _note", "note note-1: \"Old note\" → \"New \\\\_note\"\n"},
                       {"One", "First", "section one: \"One\" → \"First\"\n"}};
    for (const auto& [from, to, says] : cases) {
        const std::string said = imported_again(kSheet, with(kSheet, from, to));
        EXPECT_THAT(said, StartsWith(says));
        EXPECT_THAT(said, Not(HasSubstr(std::string("\"") + from + "\"}"))) << said;
    }
    EXPECT_EQ(imported_again(kSheet, kSheet), "nothing");
    EXPECT_THAT(imported_again("Places,\nN,a\nx,1\n", "Places,\nAs of May,\nN,a\nx,1\n"),
                AllOf(StartsWith("new subtitle: \"As of May\"\n"),
                      HasSubstr("\"title\": \"Places\",\n  \"subtitle\": \"As of May\",\n")));
}

TEST(SecondImport, KeepsWordsThatWereEditedAndTellsOfThem) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", kSheet}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    const std::string mine = with(sink.written.at("a/dataset.json"), "As of May", "In spring");
    const auto again = [&](const std::string& sheet, const std::string& dataset) {
        files.files = {{"a.csv", sheet}, {"a/dataset.json", dataset}};
        const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
        EXPECT_TRUE(report.ok());
        return report->changes.empty() ? "" : report->changes.front();
    };
    EXPECT_EQ(again(kSheet, mine), "");
    const std::string june = with(kSheet, "As of May", "As of June");
    EXPECT_EQ(again(june, mine),
              "subtitle: \"As of June\" in the sheet, where other words were written by hand, "
              "which stay");
    EXPECT_EQ(again(june, sink.written.at("a/dataset.json")), "");
    const std::string unknown = mine.substr(0, mine.find("// broadside import"));
    EXPECT_EQ(again(june, unknown),
              "subtitle: \"As of June\" in the sheet, where other words stay, which may be written "
              "by hand");
}

TEST(SecondImport, LeavesOutWhatWasTakenOutByHand) {
    const std::string sheet = "N,a,b\nx,1,5\ny,2,6\nz,3,7\n";
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", sheet}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    const auto again = [&](const std::string& now, const std::string& dataset) {
        files.files = {{"a.csv", now}, {"a/dataset.json", dataset}};
        const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
        std::string said;
        for (const Diagnostic& diagnostic : report.diagnostics()) said += diagnostic.message + "\n";
        return said + sink.written.at("a/dataset.json");
    };
    std::string mine = sink.written.at("a/dataset.json");
    mine = with(mine, "      {\"id\": \"y\", \"n\": \"y\", \"a\": 2, \"b\": 6},\n", "");
    mine = with(mine, ",\n    {\"id\": \"b\", \"kind\": \"number\", \"title\": \"b\"}", "");
    mine = with(mine, ", \"b\": 5", "");
    mine = with(mine, ", \"b\": 7", "");
    // What they say now is another matter.
    const std::string later = "N,a,b\nx,1,5\ny,4,8\nz,3,9\nw,4,2\n";
    const std::string kept = again(later, mine);
    EXPECT_THAT(kept,
                AllOf(HasSubstr("1 row of the sheet was taken out of the dataset by hand, and "
                                "stays out: y\n"),
                      HasSubstr("1 column of the sheet was taken out of the dataset by hand, "
                                "and stays out: b\n"),
                      Not(HasSubstr("\"b\"")), Not(HasSubstr("\"y\"")),
                      HasSubstr(R"({"id": "w", "n": "w", "a": 4})")));
    const std::string dataset = sink.written.at("a/dataset.json");
    EXPECT_EQ(again(later, dataset), kept);
    EXPECT_THAT(again(later, with(dataset, R"({"id": "z")", R"({"id": "y"}, {"id": "z")")),
                HasSubstr(R"({"id": "y", "n": "y", "a": 4})"));
    // Another row of the same name is none of them.
    EXPECT_THAT(again("N,a,b\nx,1,5\ny,9,9\ny,2,6\nz,3,7\n", mine),
                HasSubstr(R"({"id": "y", "n": "y", "a": 9})"));
}

/// What a second import says and makes of a dataset that a first one made of `before`, and `edit`
/// changed; a third one has nothing to say.
template <typename Edit>
std::string imported_over(const std::string& before, const std::string& after, Edit edit) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", before}};
    EXPECT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    std::string dataset = edit(sink.written.at("a/dataset.json"));
    std::string said;
    for (const bool is_again : {false, true}) {
        files.files = {{"a.csv", after}, {"a/dataset.json", dataset}};
        const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
        if (!report) return to_string(report.diagnostics().front());
        for (const std::string& change : report->changes)
            said += (is_again ? "again " : "") + change + "\n";
        if (report->is_written) dataset = sink.written.at("a/dataset.json");
        EXPECT_EQ(mistakes_in(dataset), "");
    }
    return said + dataset;
}

TEST(SecondImport, LeavesOutNotesThatWereTakenOutByHand) {
    const std::string sheet = "N,a,b\nx [1],1,5\ny [2],2,6\n\n[1] One.\n[2] Two.\n";
    const auto edited = [](const std::string& dataset) {
        return with(with(dataset, "    {\"id\": \"note-1\", \"text\": \"One.\"},\n", ""),
                    R"({"names": ["x"], "notes": ["note-1"]})", R"("x")");
    };
    EXPECT_THAT(imported_over(sheet, with(sheet, "y [2],2", "y [2],3"), edited),
                AllOf(Not(HasSubstr("One.")), Not(HasSubstr("note-1")), HasSubstr("\"a\": 3"),
                      HasSubstr(R"("notes": ["note-2"])")));
}

TEST(SecondImport, KnowsARowThatWasRenamedWhereverItStands) {
    const std::string sheet =
        "N,Sow,Days,Water\nBeet,March,60,little\nGreen beans,April,75,some\n"
        "Chard,May,50,much\nDill,June,40,little\n";
    const std::string bean = "Green beans,April,75,some\n", named = "Green bean,April,75,some\n";
    const std::string renamed = with(sheet, bean, named);
    for (const std::string& now :
         {renamed, with(renamed, named, named + "Leek,April,120,much\n"),
          with(renamed, "Beet,March,60,little\n", ""),
          with(with(renamed, named, ""), "Chard,May,50,much\n", "Chard,May,50,much\n" + named),
          with(with(renamed, named, named + "Leek,May,9,much\n"), "Dill,June", "Dill weed,June")})
        EXPECT_THAT(imported_again(sheet, now),
                    AllOf(HasSubstr(R"({"id": "green-beans", "n": "Green bean")"),
                          Not(HasSubstr("new row green"))))
            << now;
    // Another thing that costs the same is no new name.
    EXPECT_THAT(imported_again("N,Price\nGreen tea,3\nMilk,1\n", "N,Price\nMilk,1\nBlack tea,3\n"),
                HasSubstr("new row black-tea"));
}

TEST(SecondImport, KnowsWhatHasOtherIdsAndWordsByHand) {
    const auto edited = [](std::string dataset) {
        dataset = with(dataset, R"({"id": "fee", "kind": "number", "title": "Fee"})",
                       R"({"id": "cost", "kind": "number", "title": "Costs"})");
        for (const char* fee : {"2850", "1900", "2450"})
            dataset =
                with(dataset, std::string("\"fee\": ") + fee, std::string("\"cost\": ") + fee);
        return with(dataset, R"({"id": "y", "n": "y")", R"({"id": "why", "n": "Why")");
    };
    EXPECT_THAT(
        imported_over("N,Size,Fee\nx,1,2850\ny,2,1900\nz,3,2450\n",
                      "N,Bus,Size,Fee\nw,5,0,9\nx,6,1,2950\ny,7,4,1950\nz,8,3,2450\n", edited),
        AllOf(HasSubstr(R"("title": "Costs")"), Not(HasSubstr("\"fee\"")),
              HasSubstr("\"cost\": 2950"), HasSubstr("\"cost\": 1950"),
              HasSubstr(R"({"id": "why", "n": "Why")"), Not(HasSubstr(R"("n": "y")"))));
}

TEST(SecondImport, NamesByTheirWordsWhatHasIdsOfDigests) {
    const std::string said =
        imported_again("施設,料金\n中央館,500\n北館,300\n", "施設,料金\n中央館,600\n南館,400\n");
    EXPECT_THAT(said, AllOf(HasSubstr("中央館/料金: 500 → 600\n"), HasSubstr("new row 南館\n"),
                            HasSubstr("1 row is not in the sheet, and stays: 北館\n")));
}

TEST(SecondImport, AddsSumsToTheSummary) {
    const std::string rows = "N,a\nx,1\ny,2\n";
    const std::string said = imported_again(rows, rows + "Total,3\n");
    EXPECT_THAT(said, AllOf(HasSubstr("new row total"),
                            HasSubstr("    ], \"summary\": [\n      {\"id\": \"total\"")));
}

TEST(SecondImport, ReadsNumbersInUnitsThatWereWrittenByHand) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,B\nx,1\ny,2\n"}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    const std::string mine = with(sink.written.at("a/dataset.json"), "\"title\": \"B\"",
                                  "\"title\": \"Mass\", \"unit\": \"kg\"");
    files.files = {{"a.csv", "N,B\nx,1\ny,3\n"}, {"a/dataset.json", mine}};
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(report.ok());
    EXPECT_THAT(report->changes, ::testing::ElementsAre("y/b: 2 → 3"));
}

TEST(SecondImport, WritesNoDatasetThatCannotBeBuilt) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,B\nx,1\ny,2\n"}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    // It can be read.
    const std::string mine = with(sink.written.at("a/dataset.json"), "\"b\": 1",
                                  "\"b\": {\"number\": 1, \"notes\": [\"mine\"]}");
    sink.written.clear();
    files.files = {{"a.csv", "N,B\nx,1\ny,3\n"}, {"a/dataset.json", mine}};
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(to_string(report.diagnostics().front()),
                AllOf(StartsWith("a/dataset.json:"),
                      HasSubstr("/sections/0/rows/0/b/notes/0: expected the id of a note")));
    EXPECT_TRUE(sink.written.empty());
}

TEST(SecondImport, KnowsRowsWithoutNamesByTheirFirstColumn) {
    const std::string before = "Hour,Room,Lesson\n1,5,Art\n2,5,Art\n3,7,Art\n";
    const std::string after = "Hour,Room,Lesson\n1,5,Art\n2,5,Art\n3,8,Art\n";
    EXPECT_THAT(imported_over(before, after,
                              [](const std::string& dataset) {
                                  return with(dataset, "\"id\": \"3\"", "\"id\": \"third\"");
                              }),
                AllOf(StartsWith("third/room: 7 → 8\n{"), Not(HasSubstr("\"id\": \"3\""))));
}

TEST(SecondImport, KeepsWordsBesideASymbolThatTheSheetHasAsBefore) {
    const std::string before = "N,a\nx,no\ny,yes\n";
    const auto add = [](const std::string& dataset) {
        return with(dataset, "\"a\": \"no\"", "\"a\": {\"value\": \"no\", \"text\": \"from May\"}");
    };
    EXPECT_THAT(imported_over(before, before, add),
                AllOf(StartsWith("{"), HasSubstr("\"text\": \"from May\"")));
    EXPECT_THAT(imported_over(before, "N,a\nx,yes\ny,yes\n", add),
                HasSubstr("\"n\": \"x\", \"a\": \"yes\""));
    // Those of the sheet go with it.
    EXPECT_THAT(imported_over("N,a\nx,no (from May)\ny,yes\n", before,
                              [](const std::string& dataset) { return dataset; }),
                HasSubstr("\"n\": \"x\", \"a\": \"no\""));
}

TEST(SecondImport, ReadsNumbersAsThoseThatTheDatasetHas) {
    EXPECT_THAT(imported_over("N;a\nx;1.500\ny;2.99\n", "N;a\nx;1.500\n",
                              [](const std::string& dataset) {
                                  return with(dataset, "\"language\": \"en\"",
                                              "\"language\": \"de\"");
                              }),
                AllOf(StartsWith("{"), HasSubstr("\"a\": 1.500")));
}

TEST(SecondImport, TellsTheKindsOfTheDataset) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,B\nx,1\ny,2\n"}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    files.files["a/dataset.json"] =
        with(sink.written.at("a/dataset.json"), "\"kind\": \"number\"", "\"kind\": \"plain\"");
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->columns[1].kind, "plain");
}

TEST(SecondImport, KnowsAHeadThatWasReworded) {
    const std::string before = "N,Cost,b\nv,9,1\nw,4,1\nx,1.50,1\ny,2.75,2\n";
    const std::string after = "N,Price now,b\nv,9,1\nw,4,1\nx,1.60,1\ny,2.75,2\n";
    EXPECT_THAT(
        imported_over(before, after, [](const std::string& dataset) { return dataset; }),
        AllOf(HasSubstr("cost: renamed, \"Cost\" → \"Price now\"\n"),
              HasSubstr("{\"id\": \"cost\", \"kind\": \"number\", \"title\": \"Price now\"}"),
              HasSubstr("x/cost: 1.50 → 1.60"), Not(HasSubstr("\"price-now\""))));
    EXPECT_THAT(imported_again(before, "N,Weight,b\nv,1,1\nw,3,1\nx,70,1\ny,80,2\n"),
                HasSubstr("new column weight"));
}

TEST(SecondImport, RewordsHeadsAndNamesThatCameFromTheSheet) {
    const auto as_it_is = [](const std::string& dataset) { return dataset; };
    const std::string rows = "\nЯблоко,4\nГруша,1.50\nСлива,2.75\n";
    EXPECT_THAT(imported_over("N,Цена" + rows, "N,Стоимость" + rows, as_it_is),
                AllOf(HasSubstr("renamed, \"Цена\" → \"Стоимость\"\n"), Not(HasSubstr("again")),
                      HasSubstr("\"title\": \"Стоимость\"")));
    EXPECT_THAT(imported_over("N,Prix reduit\nx,1\ny,2\n", "N,Prix réduit\nX,1\ny,2\n", as_it_is),
                AllOf(HasSubstr("prix-reduit: renamed, \"Prix reduit\" → \"Prix réduit\"\n"),
                      HasSubstr("x: renamed, \"x\" → \"X\"\n"), Not(HasSubstr("again")),
                      HasSubstr("\"title\": \"Prix réduit\""), HasSubstr("\"n\": \"X\"")));
    // Words of a person stay, which is told once.
    EXPECT_THAT(imported_over("N,Prix reduit\nx,1\ny,2\n", "N,Prix réduit\nx,1\ny,2\n",
                              [](const std::string& dataset) {
                                  return with(dataset, "\"Prix reduit\"", "\"Prix d'ami\"");
                              }),
                AllOf(Not(HasSubstr("again")), HasSubstr("\"Prix d'ami\"")));
    EXPECT_THAT(
        imported_over("N,a\nErythrocytes,4.5\nLeucocytes,7.4\n",
                      "N,a\nErythrocytes,4.5\nLEUCOCYTES,7.4\n",
                      [](const std::string& dataset) {
                          return with(dataset, "\"n\": \"Leucocytes\"", "\"n\": \"leucocytes\"");
                      }),
        AllOf(StartsWith("leucocytes: renamed \"LEUCOCYTES\" in the sheet, where other words "
                         "were written by hand, which stay\n"),
              Not(HasSubstr("again")), HasSubstr("\"n\": \"leucocytes\"")));
}

TEST(SecondImport, SetsNamesOnTheLevelsOfTheSheet) {
    const auto as_it_is = [](const std::string& dataset) { return dataset; };
    const std::string flat = "N,a\nEnergy,1\nWind,2\nSun,3\n";
    const std::string deep = "N,a\nEnergy,1\n  Wind,2\n  Sun,3\n";
    EXPECT_THAT(
        imported_over(flat, deep, as_it_is),
        AllOf(StartsWith("wind/n: \"Wind\" → {\"names\": \"Wind\", \"level\": 1}\n"),
              HasSubstr("\"n\": {\"names\": \"Sun\", \"level\": 1}"), Not(HasSubstr("again"))));
    EXPECT_THAT(imported_over(deep, flat, as_it_is),
                AllOf(Not(HasSubstr("\"level\": 1},")), HasSubstr("\"n\": \"Wind\""),
                      Not(HasSubstr("again"))));
    // One of a person's stays.
    EXPECT_THAT(imported_over(flat, flat,
                              [](const std::string& dataset) {
                                  return with(dataset, "\"n\": \"Sun\"",
                                              "\"n\": {\"names\": \"Sun\", \"level\": 1}");
                              }),
                AllOf(StartsWith("{"), HasSubstr("\"level\": 1")));
}

TEST(SecondImport, KnowsHeadsBesideEachOtherThatWereReworded) {
    const auto as_it_is = [](const std::string& dataset) { return dataset; };
    const std::string rows = "\nTea,S,3.50,3.60\nJam,M,4.10,4.20\n";
    EXPECT_THAT(imported_over("Item,Size,Old price,New price" + rows,
                              "Item,Size,Price 2025,Price 2026" + rows, as_it_is),
                AllOf(StartsWith("old-price: renamed, \"Old price\" → \"Price 2025\"\n"
                                 "new-price: renamed, \"New price\" → \"Price 2026\"\n{"),
                      HasSubstr("{\"id\": \"new-price\", \"kind\": \"number\", \"title\": "
                                "\"Price 2026\"}")));
    // Without a column of names, too.
    const std::string matches =
        ",Result\n2026-03-21,Eagle,Vistula,2:1\n"
        "2026-03-22,Falcon,Eagle,0:0\n2026-03-28,Eagle,Blues,3:1\n";
    EXPECT_THAT(imported_over("Date,Hosts,Guests" + matches, "Date,Host,Guest" + matches, as_it_is),
                AllOf(HasSubstr("hosts: renamed"), HasSubstr("guests: renamed"),
                      Not(HasSubstr("new column"))));
    // One of them with a fact that changed as well.
    EXPECT_THAT(
        imported_over("Item,Old price,New price\nTea,3.50,3.60\nJam,4.10,4.20\nRum,19,20\n",
                      "Item,Price 2025,Price 2026\nTea,3.50,3.60\nJam,4.10,4.20\nRum,19,21\n",
                      as_it_is),
        AllOf(StartsWith("old-price: renamed, \"Old price\" → \"Price 2025\"\n"
                         "new-price: renamed, \"New price\" → \"Price 2026\"\n"
                         "rum/new-price: 20 → 21\n{")));
    // Next year's facts are others; those of the year before stand under another head.
    EXPECT_THAT(imported_again("Item,Size,Price 2025,Price 2026" + rows,
                               "Item,Size,Price 2026,Price 2027\nTea,S,3.60,3.80\n"
                               "Jam,M,4.20,4.50\n"),
                HasSubstr("new column price-2027"));
    EXPECT_THAT(imported_again("Item,Size,This year,Next year" + rows,
                               "Item,Size,Price 2026,Price 2027\nTea,S,3.60,3.80\n"
                               "Jam,M,4.20,4.50\n"),
                AllOf(HasSubstr("next-year: renamed, \"Next year\" → \"Price 2026\"\n"),
                      HasSubstr("new column price-2027"), HasSubstr("stays: this-year")));
}

TEST(SecondImport, KnowsAHeadThatWasRewordedBesideANewColumn) {
    const auto as_it_is = [](const std::string& dataset) { return dataset; };
    const std::string before = "Item,Price,Stock\nTea,3.50,yes\nJam,4.10,no\n";
    EXPECT_THAT(
        imported_over(before, "Item,Tax,Net price,Stock\nTea,7%,3.50,yes\nJam,19%,4.10,no\n",
                      as_it_is),
        AllOf(HasSubstr("new column tax\nprice: renamed, \"Price\" → \"Net price\"\n"),
              Not(HasSubstr("\"net-price\"")), Not(HasSubstr("again"))));
    // A column of a person's own beside it.
    EXPECT_THAT(
        imported_over(before, "Item,Net price,Stock\nTea,3.50,yes\nJam,4.10,no\n",
                      [](const std::string& dataset) {
                          return with(
                              dataset, "    {\"id\": \"price\"",
                              "    {\"id\": \"mine\", \"kind\": \"text\", \"title\": \"Mine\"},\n"
                              "    {\"id\": \"price\"");
                      }),
        AllOf(StartsWith("price: renamed, \"Price\" → \"Net price\"\n"), HasSubstr("\"Mine\""),
              Not(HasSubstr("again"))));
    // One of which a fact is another may be another.
    EXPECT_THAT(imported_again(before, "Item,Tax,Net price,Stock\nTea,7%,3.50,yes\nJam,19%,4,no\n"),
                HasSubstr("new column net-price"));
}

TEST(SecondImport, KnowsAHeadThatWasRewordedByTwoFactsOfThree) {
    const std::string before = "Account,Planned,Actual\nRent,100,100\nWages,250,255\nGear,60,41\n";
    EXPECT_THAT(
        imported_again(before + "Total,410,396\n",
                       "Account,Budgeted,Actual\nRent,100,100\nWages,250,255\nGear,65,41\n"
                       "Total,415,396\n"),
        AllOf(HasSubstr("planned: renamed, \"Planned\" → \"Budgeted\"\n"),
              HasSubstr("gear/planned: 60 → 65\n"), HasSubstr("total/planned: 410 → 415\n")));
    // Few words tell less: numbers of one digit and answers may be the same by chance.
    EXPECT_THAT(imported_again("N,Stars,Price\nx one,3,10\ny two,4,20\nz three,5,30\n",
                               "N,Floors,Price\nx one,3,10\ny two,4,20\nz three,9,30\n"),
                HasSubstr("new column floors"));
}

TEST(SecondImport, KnowsWhatStoodUnderAHeadThatWasReworded) {
    const auto edit = [](const std::string& dataset) {
        return with(dataset, "by video", "By video link, no travel.");
    };
    const std::string rows = ",Fee\nYoga,Lee*,10\nPots,Brown,12\n\n* by video\n";
    const std::string said = imported_over("Course,Tutor" + rows, "Course,Teacher" + rows, edit);
    EXPECT_THAT(said, StartsWith("tutor: renamed, \"Tutor\" → \"Teacher\"\n{"));
    EXPECT_THAT(said, HasSubstr("{\"text\": \"Lee\", \"notes\": [\"note-1\"]}"));
    // What the sheet had there goes with it.
    EXPECT_THAT(imported_over("Course,Tutor" + rows,
                              "Course,Teacher,Fee\nYoga,Lee,10\nPots,Brown,12\nDyes,,9\n",
                              [](const std::string& dataset) { return dataset; }),
                HasSubstr("\"course\": \"Yoga\", \"tutor\": \"Lee\", \"fee\": 10}"));
    EXPECT_THAT(imported_over("N,a\nErythrocytes,4.5\nLeucocytes,7.4 *\n\n* low\n",
                              "N,a\nErythrocytes,4.5\nLeukocytes,7.4 *\n\n* low\n",
                              [](const std::string& dataset) {
                                  return with(dataset, "low", "Low at night.");
                              }),
                AllOf(StartsWith("leucocytes: renamed"), Not(HasSubstr("note-1-2"))));
}

TEST(SecondImport, KnowsANoteThatWasGivenItsMarkByHand) {
    const std::string sheet = "Course,Fee\nYoga,10 *\nPots,12\n\n* by video\n2 Clay (12 pounds).\n";
    const auto edit = [](const std::string& dataset) {
        return with(
            with(dataset, "\"2 Clay (12 pounds).\", \"general\": true", "\"Clay (12 pounds).\""),
            "\"fee\": 12", "\"fee\": {\"number\": 12, \"notes\": [\"note-2\"]}");
    };
    EXPECT_THAT(imported_over(sheet, sheet, edit), StartsWith("{"));
    EXPECT_THAT(imported_over(sheet, with(sheet, "12 pounds", "14 pounds"), edit),
                StartsWith("note note-2: \"2 Clay (14 pounds).\" in the sheet, where other words "
                           "were written by hand, which stay\n{"));
}

TEST(SecondImport, KnowsANoteThatWasEditedWhereOthersWent) {
    const std::string sheet = "N,a\nx,1 *\ny,2\nz,3\n\n* Late\nTickets at the gate.\n";
    const auto edit = [](const std::string& dataset) {
        return with(with(with(dataset, "\"Late\"", "\"*Late*, by hand\""),
                         "gate.\", \"general\": true", "gate only.\""),
                    "\"a\": 3", "\"a\": {\"number\": 3, \"notes\": [\"note-2\"]}");
    };
    for (const std::string& after :
         {with(with(sheet, "* Late\n", ""), " *", ""), with(sheet, "x,1 *\n", "")}) {
        const std::string said = imported_over(sheet, after, edit);
        EXPECT_THAT(said, AllOf(Not(HasSubstr("new note")), HasSubstr("gate only."),
                                HasSubstr("*Late*, by hand")));
    }
}

TEST(SecondImport, RewordsAHeadThatItKnowsByItsId) {
    const auto edit = [](const std::string& dataset) {
        return with(with(dataset, "\"id\": \"guest\"", "\"id\": \"away\""),
                    "\"guest\": ", "\"away\": ");
    };
    EXPECT_THAT(imported_over("N,Guest\nx,Eagle\n", "N,Away\nx,Eagle\n", edit),
                AllOf(StartsWith("away: renamed, \"Guest\" → \"Away\"\n{"),
                      HasSubstr("\"title\": \"Away\"")));
}

TEST(SecondImport, KnowsRowsBelowAMergedCellByWhatFollows) {
    const std::string before =
        "Round,Date,Home,Result\n16,2026-03-21,Eagle,2:1\n,2026-03-22,Falcon,0:0\n"
        "17,2026-03-28,Eagle,3:1\n18,2026-04-04,Eagle,3:0\n";
    const auto rename = [](const std::string& dataset) {
        return with(dataset, "\"id\": \"2026-03-22\"", "\"id\": \"falcon\"");
    };
    EXPECT_THAT(imported_over(before, before, rename), StartsWith("{"));
    EXPECT_THAT(imported_over(before, with(before, "0:0", "1:0"), rename),
                StartsWith("falcon/result: \"0:0\" → \"1:0\"\n{"));
}

TEST(SecondImport, TakesNoOtherAnswersForARewordedHead) {
    EXPECT_THAT(imported_again("Hotel,Pool,Price\nAlpha House,yes,10\nBeta Lodge,no,20\n"
                               "Gamma Inn,yes,30\nDelta Court,no,40\n",
                               "Hotel,Wifi,Price\nAlpha House,no,10\nBeta Lodge,yes,20\n"
                               "Gamma Inn,no,30\nDelta Court,yes,40\n"),
                HasSubstr("new column wifi"));
    const std::string all = ",yes,10\nBeta Lodge,yes,20\nGamma Inn,yes,30\n";
    EXPECT_THAT(imported_again("Hotel,Pool,Price\nAlpha House" + all,
                               "Hotel,Wifi,Price\nAlpha House" + all),
                HasSubstr("new column wifi"));
}

TEST(SecondImport, ReadsNumbersUnderARewordedHeadAsTheDatasetDoes) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    const std::string rows = ";b\nx one;1.500;1\ny two;2.500;2\nz three;";
    for (const std::string& sheet :
         {"N;a" + rows + "2.99;3\n", "N;a" + rows + "3.500;3\n", "N;Cost" + rows + "3.500;3\n"}) {
        files.files["a.csv"] = sheet;
        const auto report = import_sheet({"a.csv", "a", "", "de", ""}, files, sink);
        ASSERT_TRUE(report.ok());
        files.files["a/dataset.json"] = sink.written.at("a/dataset.json");
    }
    EXPECT_THAT(files.files["a/dataset.json"],
                AllOf(HasSubstr("\"title\": \"Cost\""), HasSubstr("\"a\": 3.500"),
                      Not(HasSubstr("\"cost\""))));
}

TEST(SecondImport, TellsNoColumnsOfASheetThatAreOnlyInTheDataset) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,Kind,b\nx,old,1\ny,new,2\nz,odd,3\n"}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    files.files = {{"a.csv", "N,Sign,b\nx,bee,1\ny,ant,2\nz,bee,3\n"},
                   {"a/symbols/bee.svg", ""},
                   {"a/symbols/ant.svg", ""},
                   {"a/dataset.json", sink.written.at("a/dataset.json")}};
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(report.ok());
    EXPECT_THAT(report->changes, ElementsAre("new column sign"));
}

TEST(SecondImport, KnowsANameThatWasReworded) {
    const std::string before = "N,a\nErythrocytes,4.5\nLeucocytes,7.4\n";
    const std::string after = "N,a\nErythrocytes,4.5\nLeukocytes,7.4\n";
    EXPECT_THAT(imported_over(before, after, [](const std::string& dataset) { return dataset; }),
                AllOf(HasSubstr("leucocytes: renamed, \"Leucocytes\" → \"Leukocytes\"\n"),
                      HasSubstr("{\"id\": \"leucocytes\", \"n\": \"Leukocytes\", \"a\": 7.4}")));
    // Another of the same price is another.
    EXPECT_THAT(imported_again("N,a\nSoup,4.5\nPie,6\n", "N,a\nSoup,4.5\nRice,6\n"),
                HasSubstr("new row rice"));
    // As is another of the same answers, or of another number.
    EXPECT_THAT(imported_again("Model,Wifi,GPS\nHouse A,yes,yes\nTent Bee,yes,no\n",
                               "Model,Wifi,GPS\nHouse A,yes,yes\nTent Bees,yes,no\n"),
                HasSubstr("new row tent-bees"));
    EXPECT_THAT(imported_again("Model,Price\nPhone 11,5\nPhone 12,7\n",
                               "Model,Price\nPhone 11,5\nPhone 13,7\n"),
                HasSubstr("new row phone-13"));
}

TEST(SecondImport, KeepsAUnitThatWasWrittenByHandInPlaceOfTheSheets) {
    const std::string before = "N,Price\nx,1.50 CHF\ny,2.75 CHF\n";
    const std::string after = "N,Price\nx,1.60 CHF\ny,2.75 CHF\n";
    const std::string unit = "\"unit\": \"CHF\"";
    EXPECT_THAT(imported_over(before, after,
                              [&](const std::string& dataset) {
                                  return with(dataset, unit, "\"unit\": \"Fr.\"");
                              }),
                AllOf(StartsWith("x/price: 1.50 → 1.60\n{"), HasSubstr("\"unit\": \"Fr.\"")));
    EXPECT_THAT(imported_over(before, "N,Price\nx,1.60 USD\ny,2.75 USD\n",
                              [&](const std::string& dataset) { return dataset; }),
                HasSubstr("\"1.60 USD\""));
}

TEST(SecondImport, TakesOverANewOrderOfRowsWithWhatStandsBesideThem) {
    const char kBefore[] = "N,a\nx,1\ny,2\nz,3\n", kAfter[] = "N,a\nz,3\nx,1\ny,2\n";
    const auto add = [](const std::string& dataset) {
        return with(dataset, R"({"id": "y", "n": "y", "a": 2},)",
                    "// on y\n      {\"id\": \"y\", \"n\": \"y\", \"a\": 2},  // too\n"
                    "      {\"id\": \"mine\", \"n\": \"Mine\"},");
    };
    EXPECT_THAT(
        imported_over(kBefore, kAfter, add),
        AllOf(Not(HasSubstr("again")), HasSubstr("rows from z: in the new order of the sheet\n"),
              HasSubstr("[\n      {\"id\": \"z\", \"n\": \"z\", \"a\": 3},\n"
                        "      {\"id\": \"x\", \"n\": \"x\", \"a\": 1},\n"
                        "      // on y\n"
                        "      {\"id\": \"y\", \"n\": \"y\", \"a\": 2},  // too\n"
                        "      {\"id\": \"mine\", \"n\": \"Mine\"}\n    ]}")));
    // What a person sorted stays.
    const auto sort = [](const std::string& dataset) {
        const std::string x = R"({"id": "x", "n": "x", "a": 1},)";
        return with(with(dataset, x + "\n      ", ""), R"({"id": "y", "n": "y", "a": 2},)",
                    R"({"id": "y", "n": "y", "a": 2},)"
                    "\n      " +
                        x);
    };
    EXPECT_THAT(imported_over(kBefore, kAfter, sort),
                AllOf(HasSubstr("rows from y: in a new order in the sheet, where the one made by "
                                "hand stays\n"),
                      HasSubstr("\"rows\": [\n      {\"id\": \"y\"")));
    EXPECT_THAT(imported_over(kBefore, "N,a\nx,1\ny,2\nz,4\n", sort),
                HasSubstr("\"rows\": [\n      {\"id\": \"y\""));
}

TEST(SecondImport, TakesOverANewOrderOfRowsWhoseIdsWereChanged) {
    const auto rename = [](const std::string& dataset) {
        return with(with(dataset, R"("id": "x")", R"("id": "first")"), R"("id": "y")",
                    R"("id": "second")");
    };
    EXPECT_THAT(
        imported_over("N,a\nx,1\ny,2\nz,3\n", "N,a\nz,3\ny,2\nx,1\n", rename),
        AllOf(Not(HasSubstr("again")), HasSubstr("rows from z: in the new order of the sheet"),
              HasSubstr(R"({"id": "second", "n": "y", "a": 2},)"
                        "\n      {\"id\": \"first\"")));
}

TEST(SecondImport, KnowsRowsByTheirNames) {
    const auto same = [](const std::string& dataset) { return dataset; };
    EXPECT_THAT(imported_over("N,a\n🐱,1\n🐶,2\n", "N,a\n🐴,9\n🐱,1\n🐶,2\n", same),
                AllOf(HasSubstr("new row"), Not(HasSubstr("→")), HasSubstr(R"("n": "🐴", "a": 9)"),
                      HasSubstr(R"("n": "🐱", "a": 1)")));
    // An id by hand that another row of the sheet is called, too.
    const auto rename = [](const std::string& dataset) {
        return with(dataset, R"("id": "x")", R"("id": "first")");
    };
    EXPECT_THAT(imported_over("N,a\nx,1\ny,2\n", "N,a\nfirst,7\nx,1\ny,2\n", rename),
                AllOf(Not(HasSubstr("→")), HasSubstr(R"({"id": "first", "n": "x", "a": 1})"),
                      HasSubstr(R"("n": "first", "a": 7)")));
}

TEST(SecondImport, TellsOfSymbolsThatCameLater) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    const std::string sheet = "N,Kind\nx,clinic\ny,house\nz,clinic\n";
    files.files = {{"a.csv", sheet}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    files.files = {{"a.csv", sheet},
                   {"a/dataset.json", sink.written.at("a/dataset.json")},
                   {"a/symbols/clinic.svg", ""},
                   {"a/symbols/house.svg", ""}};
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(report.ok());
    EXPECT_THAT(report->changes, ::testing::ElementsAre(::testing::StartsWith(
                                     "kind: its cells name files of symbols/, and stay words")));
}

TEST(SecondImport, MovesSumsToTheSummaryUnlessTheyWereMovedFromIt) {
    const char kSheet[] = "N,a\nx,1\ny,2\nTotal,3\n";
    const auto as_row = [](const std::string& dataset) {
        const std::string total = "\n      {\"id\": \"total\", \"n\": \"Total\", \"a\": 3}\n    ]";
        return with(with(dataset, "\n    ], \"summary\": [" + total, total), "\"a\": 2}",
                    "\"a\": 2},");
    };
    EXPECT_THAT(imported_over(kSheet, kSheet, as_row), Not(HasSubstr("summary")));
    const auto of_old = [&](const std::string& dataset) {
        return as_row(dataset.substr(0, dataset.find(" rows:")) + "\n");
    };
    EXPECT_THAT(imported_over(kSheet, kSheet, of_old),
                AllOf(Not(HasSubstr("again")), HasSubstr("total: a summary now, below the rows\n"),
                      HasSubstr("\"a\": 2}\n    ], \"summary\": [\n      {\"id\": \"total\"")));
}

TEST(SecondImport, EmptiesCellsThatCameFromTheSheet) {
    const std::string before =
        "Shop,Open,Price,Since,Web,Text\nCorner,yes,5 EUR,2026-01-02,https://a.example,old\n"
        "Mill,no*,6.50 EUR,2026-02-03,https://b.example,new\nHall,yes,7 EUR,2026-03-04,,\n* May\n";
    const std::string after =
        "Shop,Open,Price,Since,Web,Text\nCorner,yes,,,,\nMill,,6.50 EUR,,https://b.example,new\n"
        "Hall,yes,7 EUR,2026-03-04,,\n* May\n";
    const std::string said = imported_again(before, after);
    for (const char* cell :
         {"corner/price", "corner/since", "corner/web", "corner/text", "mill/open", "mill/since"})
        EXPECT_THAT(said, HasSubstr(std::string(cell) + ": empty, as in the sheet\n"));
    EXPECT_THAT(said, HasSubstr(R"({"id": "corner", "shop": "Corner", "open": "yes"})"));
    EXPECT_THAT(said, HasSubstr(R"({"id": "mill", "shop": "Mill", "price": 6.50,)"));
    // A row of which nothing is left but its name is no section, and no note.
    const std::string bare =
        imported_again("N,a,b\nx,1,2\ny,3,4\nz z z z.,5,6\n", "N,a,b\nx,1,2\ny,,\nz z z z.,,\n");
    EXPECT_THAT(bare, AllOf(HasSubstr("{\"id\": \"y\", \"n\": \"y\"}"),
                            HasSubstr("\"n\": \"z z z z.\"}"), Not(HasSubstr("stays"))));
    // What a person edited stays, as do their notes and comments.
    const std::string edited = imported_over(before, after, [](std::string dataset) {
        for (const auto& [old, text] :
             {std::pair("\"price\": 5,", "\"price\": 5.5,"), std::pair("\"old\"", "\"*old*\""),
              std::pair("\"2026-01-02\",", "\"2026-01-02\", /* ! */")})
            dataset.replace(dataset.find(old), std::string_view(old).size(), text);
        return dataset;
    });
    EXPECT_THAT(edited, AllOf(HasSubstr("\"price\": 5.5"), HasSubstr("\"*old*\""),
                              HasSubstr("/* ! */"), HasSubstr("\"https://a.example\""),
                              HasSubstr("corner/since: empty, as in the sheet\n")));
    EXPECT_THAT(imported_over("N,a,b\nx,light green,1\ny,,2\nz,dark red,3\n",
                              "N,a,b\nx,,1\ny,,2\nz,dark red,3\n",
                              [](std::string dataset) {
                                  const std::string old = "\"light green\"";
                                  return dataset.replace(
                                      dataset.find(old), old.size(),
                                      R"({"text": "light green", "rowspan": 2})");
                              }),
                HasSubstr("\"rowspan\": 2"));
}

TEST(SecondImport, ReadsNumbersAsTheFirstDid) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", "N,W\na,1.500\nb,2.250\n"}};
    for (const char* language : {"", "en"}) {
        ASSERT_TRUE(import_sheet({"a.csv", language, "", language, ""}, files, sink).ok());
        const std::string path = std::string(*language == '\0' ? "a" : language) + "/dataset.json";
        files.files[path] = sink.written.at(path);
        const auto again = import_sheet({"a.csv", language, "", "", ""}, files, sink);
        ASSERT_TRUE(again.ok());
        EXPECT_FALSE(again->is_written) << path;
    }
}

TEST(SecondImport, KnowsRowsOfOneNameByWhatElseTheySay) {
    const auto edit = [](const std::string& dataset) {
        return with(dataset, "\"id\": \"soup-2\"", "\"id\": \"big\"");
    };
    const std::string before = "Dish,Size,Price\nSoup,small,4.50\nSoup,large,6.50\nPie,one,3.00\n";
    EXPECT_THAT(
        imported_over(before, "Dish,Size,Price\nSoup,large,6.80\nPie,one,3.00\n", edit),
        AllOf(HasSubstr("big/price: 6.50 → 6.80\n"),
              HasSubstr(R"({"id": "soup", "dish": "Soup", "size": "small", "price": 4.50})")));
    EXPECT_THAT(imported_over(before,
                              "Dish,Size,Price\nSoup,tiny,2.50\nSoup,small,4.50\nSoup,large,6.80\n"
                              "Pie,one,3.00\n",
                              edit),
                AllOf(HasSubstr("big/price: 6.50 → 6.80\n"), HasSubstr("new row tiny\n")));
    EXPECT_THAT(
        imported_over("N,a,b\nOne,,\nTea,1,2\nBun,1,1\nNut,3,1\nTwo,,\nTea,1,4\nFig,2,2\nHam,2,7\n",
                      "N,a,b\nOne,,\nBun,1,1\nNut,3,1\nTwo,,\nTea,1,2\nFig,2,2\nHam,2,7\n",
                      [](std::string dataset) { return dataset; }),
        HasSubstr("tea-2/b: 4 → 2\n"));
}

using Cells = std::vector<std::vector<std::string>>;

std::string timetable(const Cells& rows, const std::string& merged) {
    testing::TinyWorkbook book;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        book.sheet += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (std::size_t i = 0; i < rows[row].size(); ++i)
            book.sheet += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) +
                          std::to_string(row + 1) + "\" t=\"inlineStr\"><is><t>" + rows[row][i] +
                          "</t></is></c>";
        book.sheet += "</row>";
    }
    book.sheet = "<sheetData>" + book.sheet + "</sheetData>";
    if (!merged.empty())
        book.sheet += "<mergeCells><mergeCell ref=\"" + merged + "\"/></mergeCells>";
    return book.bytes();
}

TEST(SecondImport, MergesCellsAsTheSheetDoes) {
    const Cells half = {{"Hour", "Mon", "Tue"},
                        {"First", "Maths", "Sport"},
                        {"Second", "Bio", ""},
                        {"Third", "French", "Latin"}};
    Cells full = half;
    full[2][2] = "Art";
    const auto keep = [](std::string dataset) { return dataset; };
    const std::string merged = timetable(half, "C2:C3");
    EXPECT_THAT(imported_over(merged, timetable(half, ""), keep),
                AllOf(HasSubstr("first/tue: {\"text\": \"Sport\", \"rowspan\": 2} → \"Sport\"\n"),
                      HasSubstr("\"tue\": \"Sport\"}")));
    EXPECT_THAT(imported_over(merged, timetable(full, ""), keep),
                AllOf(HasSubstr("\"tue\": \"Sport\"}"), HasSubstr("\"tue\": \"Art\"}")));
    EXPECT_THAT(imported_over(timetable(full, ""), merged, keep),
                AllOf(HasSubstr("\"tue\": {\"text\": \"Sport\", \"rowspan\": 2}}"),
                      Not(HasSubstr("\"Art\""))));
    const auto by_hand = [](const std::string& dataset) {
        return with(dataset, "\"tue\": \"Sport\"",
                    "\"tue\": {\"text\": \"Sport\", \"rowspan\": 2}");
    };
    const auto edited = [](const std::string& dataset) {
        return with(dataset, "\"tue\": \"Art\"", "\"tue\": \"Music\"");
    };
    EXPECT_THAT(imported_over(timetable(half, ""), timetable(half, ""), by_hand),
                HasSubstr("\"rowspan\": 2"));
    EXPECT_THAT(imported_over(timetable(half, ""), timetable(full, ""), by_hand),
                HasSubstr("\"tue\": \"Sport\"}"));
    EXPECT_THAT(imported_over(timetable(full, ""), merged, edited),
                AllOf(HasSubstr("first/tue: merged in the sheet with what the dataset keeps\n"),
                      HasSubstr("\"tue\": \"Music\""), Not(HasSubstr("rowspan"))));
}

TEST(SecondImport, MovesRowsWithMergedCellsTogether) {
    const Cells rows = {{"Hour", "Mon", "Tue"},
                        {"First", "Maths", "Sport"},
                        {"Second", "Bio", ""},
                        {"Third", "French", "Latin"}};
    const Cells moved = {rows[0], rows[3], rows[1], rows[2]};
    const auto comment = [](const std::string& dataset) {
        return with(dataset, "{\"id\": \"second\"", "// on it\n      {\"id\": \"second\"");
    };
    EXPECT_THAT(imported_over(timetable(rows, "C2:C3"), timetable(moved, "C3:C4"), comment),
                AllOf(StartsWith("rows from third: in the new order of the sheet\n{"),
                      HasSubstr("\"rows\": [\n      {\"id\": \"third\""),
                      HasSubstr("\"rowspan\": 2}},\n      // on it\n      {\"id\": \"second\"")));
    // What is no longer below it.
    const Cells torn = {rows[0], rows[1], rows[3], rows[2]};
    EXPECT_THAT(imported_over(timetable(rows, "C2:C3"), timetable(torn, ""), comment),
                AllOf(StartsWith("rows from first: in a new order in the sheet, where the one of "
                                 "rows with merged cells stays\n"),
                      Not(HasSubstr("again"))));
}

TEST(SecondImport, TellsThatALanguageIsNotTaken) {
    EXPECT_THAT(
        imported_again("N,a\nx,1\n", "N,a\nx,2\n", {"a.csv", "a", "", "de", ""}),
        StartsWith("a/dataset.json: warning: the dataset is in \"en\", and stays so: --lang de "
                   "says nothing\n"));
}

TEST(SecondImport, RefusesWhatWasReadInAnotherEncoding) {
    const ImportRequest right = {"a.csv", "a", "", "", "ISO-8859-2"};
    EXPECT_THAT(imported_again("Ort,a\nb\xE3"
                               "b\xE3,1\nUlm,2\n",
                               "Ort,a\nb\xE3"
                               "b\xE3,1\nUlm,2\n",
                               right),
                StartsWith("a/dataset.json: error: the dataset there was made in another encoding\n"
                           "  hint: start anew: delete it, or name another folder with -o"));
    EXPECT_THAT(
        imported_again("Ort,a\nM\xFCnchen,1\nUlm,2\n", "Ort,a\nG\xF6rlitz,1\nUlm,2\n", right),
        HasSubstr("new row gorlitz"));
}

constexpr char kMarked[] =
    "Shop,Sunday,Price,Web\nCorner,yes*,5 EUR,https://a.example\nMill,no,6 "
    "EUR,https://b.example\n* "
    "from May on\n";
constexpr char kUnmarked[] =
    "Shop,Sunday,Price,Web\nCorner,yes,5 EUR,closed\nMill,no [1],6 EUR,https://b.example\n[1] new "
    "note\n";

TEST(SecondImport, TakesAwayMarksAndLinksThatTheSheetNoLongerHas) {
    const std::string said =
        imported_over(kMarked, kUnmarked, [](const std::string& dataset) { return dataset; });
    EXPECT_THAT(said, AllOf(Not(HasSubstr("again")), HasSubstr("new note note-1-2\n"),
                            HasSubstr("\"sunday\": \"yes\""), HasSubstr("\"web\": \"closed\""),
                            HasSubstr("\"notes\": [\"note-1-2\"]"),
                            HasSubstr("\"id\": \"note-1\", \"text\": \"from May on\"")));
    EXPECT_THAT(imported_again(kMarked, kUnmarked),
                HasSubstr("1 note is not in the sheet, and stays: note-1\n"));
    const std::string heads = "N,a*\nOne\nx,1\ny,2\n\n* Of a\n";
    EXPECT_THAT(imported_again(heads, "N,a\nOne\nx,1\ny,2\n\n* Of a\n"),
                AllOf(HasSubstr("column a: notes []\n"),
                      HasSubstr("note note-1: on the whole page, for its last mark went\n"),
                      HasSubstr("{\"id\": \"note-1\", \"text\": \"Of a\", \"general\": true}"),
                      HasSubstr("{\"id\": \"a\", \"kind\": \"number\", \"title\": \"a\"}")));
    EXPECT_THAT(imported_again("N,a\nx,1\ny,2\n\n* Of a\n", heads),
                AllOf(HasSubstr("note note-1: no longer on the whole page\n"),
                      HasSubstr("\"title\": \"a\", \"notes\": [\"note-1\"]}"),
                      HasSubstr("{\"id\": \"note-1\", \"text\": \"Of a\"}")));
}

TEST(SecondImport, GivesANoteOnTheWholePageItsFirstMark) {
    constexpr char kNoted[] = "N,a\nx,1\ny,2\n\n* Of a\n";
    const auto edited = [&](const std::string& general) {
        return imported_over(
            kNoted, "N,a\nx,1\ny,2 *\n\n* Of a\n", [&](const std::string& dataset) {
                return with(dataset, "\"text\": \"Of a\", \"general\": true", general);
            });
    };
    EXPECT_THAT(
        edited("\"text\": \"Of a\", \"general\": true"),
        AllOf(Not(HasSubstr("again")), HasSubstr("{\"notes\": [\"note-1\"], \"number\": 2}"),
              HasSubstr("{\"id\": \"note-1\", \"text\": \"Of a\"}")));
    EXPECT_THAT(edited("\"text\": \"Of a\", // mine\n\"general\": true"),
                AllOf(Not(HasSubstr("again")), HasSubstr("// mine\n\"general\": false}")));
}

TEST(SecondImport, PutsANoteOnTheWholePageWhoseLastMarkWent) {
    constexpr char kNoted[] = "N,a,b\nx,1 *,2\ny,3 *,4\n\n* Note\n";
    const auto over = [&](const std::string& after, const std::string& from = "",
                          const std::string& to = "") {
        return imported_over(kNoted, after,
                             [&](const std::string& dataset) { return with(dataset, from, to); });
    };
    const std::string one = "N,a,b\nx,1,2\ny,3 *,4\n\n* Note\n";
    const std::string none = "N,a,b\nx,1,2\ny,3,4\n\n* Note\n";
    EXPECT_THAT(over(one), Not(HasSubstr("general")));
    EXPECT_THAT(over(none),
                AllOf(Not(HasSubstr("again")), HasSubstr("\"Note\", \"general\": true}")));
    // A mark of one's own, a note that is not to be printed, and one that says it is not general.
    EXPECT_THAT(over(none, "\"b\": 2", "\"b\": {\"number\": 2, \"notes\": [\"note-1\"]}"),
                Not(HasSubstr("general")));
    EXPECT_THAT(over(none, "\"Note\"", "\"Note\", \"general\": false"),
                HasSubstr("\"Note\", \"general\": true}"));
    EXPECT_THAT(imported_over(none, none,
                              [](const std::string& dataset) {
                                  return with(dataset, ", \"general\": true", "");
                              }),
                Not(HasSubstr("general")));
}

TEST(SecondImport, UpdatesMarksOfMergedHeads) {
    const auto sheet = [](const std::string& head, const std::string& note) {
        return "," + head + ",,Others,\nN,a,b,c,d\nx,1,2,3,4\ny,3,4,5,6\n" + note;
    };
    const std::string plain = sheet("Both", ""), marked = sheet("Both *", "\n* Of both\n");
    const auto as_is = [](const std::string& dataset) { return dataset; };
    ASSERT_THAT(imported(plain), HasSubstr("{\"title\": \"Both\", \"columns\": [\"a\", \"b\"]}"));
    const std::string columns = "\"columns\": [\"a\", \"b\"]";
    EXPECT_THAT(imported_over(plain, marked, as_is),
                AllOf(HasSubstr("merged head \"Both\": notes [\"note-1\"]\n"),
                      Not(HasSubstr("again")), Not(HasSubstr("general")),
                      HasSubstr("{\"title\": \"Both\", \"notes\": [\"note-1\"], " + columns)));
    EXPECT_THAT(imported_over(marked, plain, as_is),
                AllOf(HasSubstr("merged head \"Both\": notes []\n"), Not(HasSubstr("again")),
                      HasSubstr("{\"title\": \"Both\", " + columns + "}")));
    // A head that was named anew, and a mark of one's own.
    EXPECT_THAT(imported_over(plain, sheet("All *", "\n* Of both\n"), as_is),
                HasSubstr("\"title\": \"Both\", \"notes\": [\"note-1\"]"));
    EXPECT_THAT(imported_over(
                    marked, plain,
                    [](const std::string& dataset) {
                        return with(with(dataset, "[\"note-1\"]", "[\"note-1\", \"mine\"]"),
                                    "{\"id\": \"note-1\"",
                                    "{\"id\": \"mine\", \"text\": \"Mine\"}, {\"id\": \"note-1\"");
                    }),
                HasSubstr("\"notes\": [\"mine\"]"));
    EXPECT_THAT(imported_again("N,a,b,c,d\nx,1,2,3,4\ny,3,4,5,6\n", marked),
                AllOf(HasSubstr("merged head \"Both\": notes [\"note-1\"] in the sheet, where the "
                                "dataset has no such head\n"),
                      HasSubstr("\"Of both\", \"general\": true}")));
}

TEST(SecondImport, KeepsMarksAndLinksThatWereAddedByHand) {
    // Ids of one's own, a mark and a link of one's own, and a text that was edited.
    const auto edit = [](std::string dataset) {
        dataset =
            with(dataset, R"("id": "mill", "shop": "Mill")",
                 R"("id": "old-mill", "shop": {"names": ["Mill"], "url": "https://m.example",)"
                 R"( "notes": ["mine"]})");
        dataset = with(dataset, R"({"id": "note-1")", R"({"id": "mine", "text": "Mine"},
    {"id": "note-1")");
        dataset = with(dataset, R"("id": "corner")", R"("id": "the-corner")");
        return with(dataset, "from May on", "from May onwards");
    };
    const std::string said = imported_over(kMarked, kUnmarked, edit);
    EXPECT_THAT(said, AllOf(HasSubstr("\"url\": \"https://m.example\", \"notes\": [\"mine\"]"),
                            HasSubstr("\"sunday\": \"yes\""), HasSubstr("from May onwards")));
}

TEST(SecondImport, TakesNoneOfManyMarksThatWereAddedByHandForTheSheets) {
    constexpr std::size_t kRows = 3000;
    std::string sheet = "N,a,Web\n";
    for (std::size_t i = 0; i < kRows; ++i)
        sheet += fmt::format("r{0},7,https://a.example/{0}\n", i);
    const std::string said = imported_over(sheet, sheet, [](const std::string& dataset) {
        return with(
            testing::replaced(dataset, "\"a\": 7", R"("a": {"number": 7, "notes": ["mine"]})"),
            "\"sections\"", R"("notes": [{"id": "mine", "text": "Mine"}],
  "sections")");
    });
    EXPECT_THAT(said, StartsWith("{"));
}

TEST(SecondImport, MarksTheFirstNotesAsTheSheetDoes) {
    const auto as_it_was = [](const std::string& dataset) { return dataset; };
    EXPECT_THAT(imported_over("N,a\nx,1\n", "N,a\nx,1 *\n\n* Of x\n", as_it_was),
                HasSubstr(R"("marks": "symbols")"));
}

TEST(SecondImport, FindsANoteThatWasWrittenAnewAmongMany) {
    constexpr std::size_t kRows = 100;
    std::string sheet = "N,a\n", mine;
    for (std::size_t i = 0; i < kRows; ++i) {
        sheet += fmt::format("r{},7 *\n", i);
        mine += fmt::format(R"({{"id": "mine-{0}", "text": "Mine {0}"}}, )", i);
    }
    sheet += "\n* Old words\n";
    const std::string said =
        imported_over(sheet, with(sheet, "Old", "New"), [&](const std::string& dataset) {
            return with(dataset, "{\"id\": \"note-1\"", mine + "{\"id\": \"note-1\"");
        });
    EXPECT_THAT(said, StartsWith("note note-1: \"Old words\" → \"New words\"\n"));
}

TEST(SecondImport, TellsOfMarksAndLinksThatMayBeByHand) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", kMarked}};
    ASSERT_TRUE(import_sheet({"a.csv", "a", "", "en", ""}, files, sink).ok());
    std::string old = sink.written.at("a/dataset.json");
    old = old.substr(0, old.find(" marks:")) + "\n";
    files.files = {{"a.csv", kUnmarked}, {"a/dataset.json", old}};
    const auto report = import_sheet({"a.csv", "a", "", "", ""}, files, sink);
    ASSERT_TRUE(report.ok());
    std::string said;
    for (const Diagnostic& diagnostic : report.diagnostics()) said += to_string(diagnostic) + "\n";
    EXPECT_THAT(said,
                AllOf(HasSubstr("1 note mark is not in the sheet, and stays: corner/sunday\n"),
                      HasSubstr("1 link is not in the sheet, and stays: corner/web\n"
                                "  hint: remove by hand what should go\n")));
    EXPECT_THAT(sink.written.at("a/dataset.json"),
                AllOf(HasSubstr("\"sunday\": {\"value\": \"yes\", \"notes\": [\"note-1\"]}"),
                      HasSubstr("\"web\": {\"text\": \"closed\", \"url\": \"https://a.example\"}"),
                      HasSubstr("from May on"), HasSubstr("\"id\": \"note-1-2\"")));
}

TEST(SecondImport, KnowsANoteThatWasWrittenAnewByItsMark) {
    const std::string after = with(kMarked, "from May on", "from June on");
    EXPECT_THAT(imported_again(kMarked, after),
                StartsWith("note note-1: \"from May on\" → \"from June on\"\n"));
}

}  // namespace
}  // namespace broadside::imports
