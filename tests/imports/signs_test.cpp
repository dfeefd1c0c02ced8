#include <gmock/gmock.h>

#include "imports/imported.hpp"

/// What lines around a table say of the signs in it.
namespace broadside::imports {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ExplainedSigns, AreWhatTheLegendCallsTheirValues) {
    const std::string dish = imported("Dish,Milk,Soy\nSoup,x,(x)\nFish,,x\n\n(x) : traces\n", "en");
    EXPECT_THAT(dish, AllOf(HasSubstr(R"("partial": {"label": "traces", )"),
                            HasSubstr(R"("label": "yes", )"), Not(HasSubstr("notes"))));
    EXPECT_EQ(mistakes_in(dish.substr(dish.find('{'))), "");
    for (const char* legend : {"x = included; ~ = on request, at noon; o = free",
                               "Legend: ~ – on request, at noon; x: included; o = free"})
        EXPECT_THAT(imported(std::string("N;a;b\ny;x;~\nz;~;x\n\n\"") + legend + "\"\n", "en"),
                    AllOf(HasSubstr(R"("yes": {"label": "included")"),
                          HasSubstr(R"("partial": {"label": "on request, at noon")"),
                          HasSubstr(R"("text": "o = free")")))
            << legend;
    EXPECT_THAT(imported("Prices,,\n● included | ○ for a fee,,\nN,a,b\ny,●,○\nz,○,●\n", "en"),
                AllOf(HasSubstr(R"("partial": {"label": "for a fee")"), Not(HasSubstr("subtitle")),
                      HasSubstr(R"("a": "yes", "b": "partial")")));
    EXPECT_THAT(imported("N,a,b\ny,x,\nz,,x\n\nx = no\n", "en"),
                HasSubstr(R"("no": {"label": "no")"));
}

TEST(ExplainedSigns, AreThreeWithAnEmptyCircleForNo) {
    EXPECT_THAT(
        imported("N,a,b\ny,●,○\nz,◐,●\n\n● vegan; ◐ vegan on request; ○ with egg,,\n", "en"),
        AllOf(HasSubstr(R"("yes": {"label": "vegan")"),
              HasSubstr(R"("partial": {"label": "vegan on request")"),
              HasSubstr(R"("no": {"label": "with egg")"), Not(HasSubstr("notes"))));
}

TEST(ExplainedSigns, AreToldWhereTheSheetExplainsThemInOtherWords) {
    const std::string rows = "N,a,b\ny,x,(x)\nz,(x),x\n\n";
    EXPECT_EQ(imported_again(rows + "(x) : traces,,\n", rows + "(x) : traces,,\n"), "nothing");
    EXPECT_THAT(imported_again(rows + "(x) : traces,,\n", rows + "(x) : on request,,\n"),
                HasSubstr("the sheet explains \"traces\" as \"on request\"\n"));
}

TEST(ExplainedSigns, AreExplainedInJapanese) {
    for (const char* line : {"○は可、△は要相談、×は不可", "○：可\n△ は要相談\n× ＝ 不可"})
        EXPECT_THAT(
            imported(std::string("名,a,b,c\ny,○,△,×\nz,×,○,△\n\n\"") + line + "\",,,\n", "ja"),
            AllOf(HasSubstr(R"("yes": {"label": "可")"),
                  HasSubstr(R"("partial": {"label": "要相談")"),
                  HasSubstr(R"("no": {"label": "不可")"), Not(HasSubstr("notes"))))
            << line;
}

TEST(ExplainedSigns, StayWhereOneValueHasSeveral) {
    EXPECT_THAT(imported("N,a,b\ny,✓,●\nz,●,✓\nw,no,no\n\n✓ = included\n● = on request\n", "en"),
                AllOf(HasSubstr(R"("a": {"text": "✓"}, "b": {"text": "●"})"),
                      HasSubstr(R"("text": "✓ = included")"), HasSubstr(R"("a": "no")")));
}

TEST(ExplainedSigns, StayBesideWordsOfTheirValue) {
    EXPECT_THAT(
        imported("Plat,Lait,Soja,Bio\nSoupe,x,(x),oui\nPoisson,(x),,partiel\n\n(x) : traces,,,\n",
                 "fr"),
        AllOf(HasSubstr("\"soja\": \"(x)\""), HasSubstr(R"("bio": "partial")"),
              HasSubstr(R"("text": "(x) : traces")"), HasSubstr(R"("lait": "yes")")));
    const std::string signs =
        imported("N,a,b\ny,✓,●\nz,●,✓\n\n✓ = included\n● = on request\n", "en");
    EXPECT_THAT(signs, AllOf(HasSubstr(R"("a": "✓", "b": "●")"), Not(HasSubstr("\"values\""))));
    EXPECT_EQ(mistakes_in(signs.substr(signs.find('{'))), "");
}

TEST(ExplainedSigns, ArePartedBySpaces) {
    for (const char* line :
         {"● with milk　◐ traces　○ without", "● : with milk ◐ : traces ○ : without",
          "● with milk   ◐ traces   ○ without", "● with milk ◐ traces ○ without"})
        EXPECT_THAT(imported(std::string("N,a,b\ny,●,○\nz,◐,●\n\n") + line + ",,\n", "en"),
                    AllOf(HasSubstr(R"("yes": {"label": "with milk")"),
                          HasSubstr(R"("partial": {"label": "traces")"),
                          HasSubstr(R"("no": {"label": "without")")))
            << line;
}

TEST(Signs, AreSymbolsAmongWordsWhereTheyAreClear) {
    const std::string sheet =
        "Plan,Free,Team\nPrice,$0,Ask us\nSeats,Unlimited,Unlimited\n"
        "History,10 days,All of it\nTokens,800,2000+\nMail,Unlimited,Unlimited\n"
        "API,✗,✓\nChat,✗,✓\n";
    EXPECT_THAT(imported(sheet, "en"),
                AllOf(HasSubstr(R"({"id": "api", "plan": "API", "free": {"value": "no"})"),
                      HasSubstr(R"("free", "kind": "plain", "title": "Free", "values": "answer")"),
                      HasSubstr(R"("team", "kind": "plain")")));
    const std::string said = imported(sheet, "en");
    EXPECT_EQ(mistakes_in(said.substr(said.find('{'))), "");
}

TEST(Dashes, SayNoWhereNothingElseDoes) {
    EXPECT_THAT(imported("N,a,b\ny,✓,-\nz,-,✓\n", "en"), HasSubstr(R"("none": {"label": "no")"));
    for (const char* sheet : {"N,a,b\ny,✓,-\nz,✗,✓\n", "N,a,b\ny,✓,-\nz,,✓\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr(R"("none": {"label": "n/a")")) << sheet;
}

TEST(ExplainedSigns, AreThoseOfCellsAlone) {
    for (const char* line : {"(x) : traces", "- Cash only", "Yes: at the desk"})
        EXPECT_THAT(imported(std::string("N,a,b\ny,Yes,-\nz,no,yes\n\n") + line + ",,\n", "en"),
                    AllOf(HasSubstr("\"text\": \"" + std::string(line) + "\""),
                          HasSubstr(R"("label": "Yes")"), HasSubstr(R"("label": "n/a")")))
            << line;
    // Where cells refer to other letters, its line keeps its colon.
    EXPECT_THAT(
        imported("N,a,b\ny [a],x,(x)\nz,(x),x\n\na. of May,,\n(x) : traces,,\n", "en"),
        AllOf(HasSubstr(R"("partial": {"label": "traces")"), HasSubstr(R"("notes": ["note-1"])")));
}

}  // namespace
}  // namespace broadside::imports
