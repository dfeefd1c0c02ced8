#include <gmock/gmock.h>

#include "imports/imported.hpp"
#include "support/zip_file.hpp"

/// What columns of a sheet are taken for, by all that stands in them.
namespace broadside::imports {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ImportedColumn, TellsThousandsFromDecimalsByAllOfIt) {
    struct {
        const char *sheet, *language, *says;
        bool is_doubtful;
    } const cases[] = {{"Item;Population\nVillage;1.500\nTown;12.750\nCity;900\n", "",
                        "\"population\": 12750", true},
                       {"N;W;kg\na;600;42,5\nb;\"2,500\";1,5\n", "de", "\"w\": 2.500", false},
                       {"N;W;kg\na;1.500;2,99\nb;2.250;3,49\n", "", "\"w\": 2250", false},
                       {"N,W,p\na,1.500,2.99\nb,2.250,3.49\n", "", "\"w\": 2.250", false},
                       {"N,W,p\na,1.500,\"1,200.00\"\nb,2.250,900.50\n", "", "\"w\": 2.250", false},
                       {"N,a,b\nx,900,1.500\ny,0.950,1.100\n", "", "\"b\": 1.100", false},
                       {"N;W;p\na;1.500;2.99\nb;2.250;3.49\n", "de", "\"w\": 2250", true},
                       {"N,W\na,1.500\nb,2.250\n", "", "\"w\": 2250", true},
                       {"N,W\na,1.500\nb,2.250\n", "en", "\"w\": 2.250", false},
                       {"N,W\nby the sea and with a view,1.500\nof the hill and in the "
                        "wood,2.250\n",
                        "", "\"w\": 2.250", false},
                       {"N,a\nx,\"1,500\"\ny,900\n", "en", "\"a\": 1500", false},
                       {"N;a\nx;1.500\ny;2.25\n", "en", "\"a\": 1.500", false},
                       {"N;a\nx;0.500\ny;1.250\n", "en", "\"a\": 1.250", false},
                       {"N;a\nx;1.234.567\ny;1.250\n", "en", "\"a\": 1250", false},
                       {"N;a\nx;1.500\ny;\"2,500\"\n", "en", "\"a\": 2500", true},
                       {"N;a\nx;1.234\n", "en", "\"a\": 1.234", false}};
    for (const auto& [sheet, language, says, is_doubtful] : cases) {
        const std::string dataset = imported(sheet, language);
        EXPECT_THAT(dataset, HasSubstr(says)) << sheet;
        EXPECT_EQ(dataset.find("in two ways") != std::string::npos, is_doubtful) << sheet;
    }
    EXPECT_THAT(imported("N;a\nx;1.500\ny;900\n"),
                HasSubstr("numbers that may be read in two ways: B2 \"1.500\" as 1500\n"));
}

TEST(ImportedColumn, IsOfWordsWhereSignsContradictEachOther) {
    const std::string lists = imported("Name;Codes\nA;90,47\nB;6,7\nC;12\nD;204,226,236\n");
    EXPECT_THAT(lists, AllOf(HasSubstr("\"90,47\""), HasSubstr("\"204,226,236\"")));
    EXPECT_THAT(imported("Name;Price\nA;90,47\nB;6,70\nC;12,10\nD;3,20\nE;9,99\nF;2,226,236\n"),
                HasSubstr("90.47"));
}

TEST(ImportedSheet, TellsOfHeadsThatAreLikeItsCells) {
    EXPECT_THAT(imported("Springfield,12,34\nShelbyville,15,22\nOgden,11,9\n"),
                HasSubstr("the first row is taken for the heads, and \"12\" stands above numbers"));
    EXPECT_THAT(imported("Town,2024,2025\nShelbyville,15,22\nOgden,11,9\n"),
                Not(HasSubstr("is taken for the heads")));
}

TEST(ImportedColumn, GroupsNoDigitsThatCountNothing) {
    for (const char* column :
         {"Phone\n2081234567\n2071234", "a\n02081234567\n12345", "a\n+44 20 7946 0018\n123",
          "ISBN\n9783161484100\n9783161484117", "PLZ\n10115\n20095",
          "a\n01067\n10115\n20095\n80331", "Kontonummer\n12345\n4711", "電話\n12345\n4711",
          "Telefonnummer\n12345\n4711", "a\n123456789\n987654321", "Post code\n1010\n1020",
          "индекс\n10115\n20095"}) {
        std::string sheet;
        for (const char* c = column; *c != '\0'; ++c)
            sheet += *c == '\n' ? "\nrow" + std::to_string(sheet.size()) + "," : std::string(1, *c);
        EXPECT_THAT(imported("N," + sheet + "\n", "en"), HasSubstr("\"kind\": \"plain\""))
            << column;
    }
    for (const char* sheet :
         {"N,Weight\nx,12345\ny,10\n", "N,Account balance\nx,12345\ny,10\n", "N,Code\nx,1.5\ny,2\n",
          "N,People\nx,123456789\ny,12\n", "N,Tel\nx,5 €\ny,6 €\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"kind\": \"number\"")) << sheet;
}

TEST(ImportedColumn, LeavesCodesAndNumberingsAsTheyAre) {
    struct {
        const char *column, *language, *says;
    } const cases[] = {{"Phone;555-1234;555-2345", "en", "555-1234"},
                       {"Ext;555-1234;555-2345;555-9876", "en", "555-1234"},
                       {"Postcode;1234-567;4000-123;1000-001", "en", "1234-567"},
                       {"Postcode;1234-5678", "en", "1234-5678"},
                       {"Result;3-1;2-2;0-4", "en", "3-1"},
                       {"Season;2019-20;2020-21", "en", "2019-20"},
                       {"Part;1.1;1.2;1.10", "de", "1.10"},
                       {"Č.;1.1;1.2;2.3", "cs", "1.2"},
                       {"Nr.;1;1.1;1.2", "de", "1.2"},
                       {"§;1.1;1.2", "en", "1.1"},
                       {"Software-Version;1.9;2.0", "de", "1.9"}};
    for (const auto& [column, language, says] : cases) {
        std::string sheet = "N;", row = "a";
        for (const char* c = column; *c != '\0'; ++c)
            sheet += *c == ';' ? "\n" + (row += 'x') + ";" : std::string(1, *c);
        const std::string dataset = imported(sheet + "\n", language);
        EXPECT_THAT(dataset, HasSubstr("\"" + std::string(says) + "\"")) << column;
        EXPECT_THAT(dataset, Not(HasSubstr("\"kind\": \"number\""))) << column;
    }
    for (const char* sheet :
         {"N;Pages\nx;10-20\ny;5-9\n", "N;Fare\nx;100-1000\ny;20-90\n", "N;Price\nx;1.5\ny;1.25\n",
          "N;No. of rooms\nx;1.5\ny;2.5\n", "N;Price\nx;1.5 €\ny;1.50 €\n", "N;No.\nx;1\ny;2\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"kind\": \"number\"")) << sheet;
}

TEST(ImportedColumn, TakesTheUnitOfItsHead) {
    const char kSheet[] =
        "N;Weight (kg);Speed [in km/h];Price (€);Rank (net);Load (t)\nx;12;3,5;–;1;2\n"
        "y;13;4;9,50;2;two\n";
    EXPECT_THAT(
        imported(kSheet, "en"),
        AllOf(
            HasSubstr(R"({"id": "weight-kg", "kind": "number", "title": "Weight", "unit": "kg"})"),
            HasSubstr(R"("title": "Speed", "unit": "km/h"})"),
            HasSubstr(R"("title": "Price", "unit": "€"})"), HasSubstr("\"Rank (net)\"}"),
            HasSubstr("\"Load (t)\"}"), HasSubstr("\"weight-kg\": 12,")));
    EXPECT_EQ(imported_again(kSheet, kSheet), "nothing");
    EXPECT_THAT(imported("N,a (kg)\nx,1 kg\ny,2 kg\n", "en"),
                HasSubstr(R"("title": "a", "unit": "kg"})"));
    EXPECT_THAT(imported("N,a,b (٪)\nx,١٠٪,٥\ny,٢٠٪,٦\n", "ar"),
                AllOf(HasSubstr(R"("title": "a", "unit": "%"})"),
                      HasSubstr(R"("title": "b", "unit": "%"})")));
    for (const char* sheet : {"N,a (kg)\nx,1 g\ny,2 g\n", "N,a (kg),a (lb)\nx,1,2\ny,2,4\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"a (kg)\"")) << sheet;
    EXPECT_THAT(
        imported("N,Volume (dL),Answers (N)\nx,5,12\ny,6,13\n", "en"),
        AllOf(HasSubstr(R"("title": "Volume", "unit": "dL"})"), HasSubstr("\"Answers (N)\"}")));
}

TEST(ImportedColumn, HasTwoDecimalsWhereItsPricesHave) {
    EXPECT_THAT(imported("N;Price (€)\nx;5,1\ny;4,20\nz;3\n", "de"),
                AllOf(HasSubstr("\"price\": 5.10"), HasSubstr("\"price\": 4.20"),
                      HasSubstr("\"price\": 3}")));
    EXPECT_THAT(imported("N;Weight (kg)\nx;5,1\ny;4,20\n", "de"), HasSubstr("\"weight-kg\": 5.1}"));
}

TEST(ImportedColumn, StandsUnderTheGroupAboveIt) {
    EXPECT_THAT(
        imported(";Sowing;;Feed;;;\nCrop;When;Depth;N;P;K;Seeds\nTomato;May;1,5;250;120;350;few\n"
                 "Bean;June;2;20;60;90;many\n",
                 "en"),
        AllOf(HasSubstr("\"title\": \"Sowing\", \"columns\": [\"when\", \"depth\"]"),
              HasSubstr("\"title\": \"Feed\", \"columns\": [\"n\", \"p\", \"k\"]")))
        << "the last ends with its figures";
}

TEST(ImportedColumn, TellsOfEmptyCells) {
    EXPECT_THAT(imported("N,a,b,c\nx,1,yes,\ny,,yes,word\nz,3,,word\nTotal,4,,\n", "en"),
                HasSubstr("a.csv: note: cells that are empty print nothing: a (1), b (1), c (1)\n"
                          "  hint: \"empty\": \"–\" in a column of the dataset prints a dash"));
    EXPECT_THAT(imported("N,a,b\nx,1,2\ny,2,2\nTotal,3,\n", "en"), Not(HasSubstr("print nothing")));
}

TEST(ImportedColumn, TakesBracketsForLessThanZeroAmongNumbers) {
    EXPECT_THAT(imported("N,a\nx,\"(1,250)\"\ny,300\nz,45\n", "en"), HasSubstr("\"a\": -1250"));
    EXPECT_THAT(imported("N,a\nx,(1)\ny,(2)\n", "en"), HasSubstr("\"a\": \"(1)\""));
}

TEST(ImportedColumn, TakesUnusualFormsForNumbersAmongOthers) {
    EXPECT_THAT(imported("N,a\nx,.9500\ny,8.4900\nz,-.18\n", "en"),
                AllOf(HasSubstr("\"a\": 0.9500"), HasSubstr("\"a\": -0.18")));
    EXPECT_THAT(
        imported("N;a;b\nx;12,5-;89.-\ny;7,00;49.90\nz;1.250,00-;120.–\n", "de"),
        AllOf(HasSubstr("\"a\": -12.5, \"b\": 89}"), HasSubstr("\"a\": -1250.00, \"b\": 120}")));
    EXPECT_THAT(imported("N,a\nx,$.25\ny,$1.00\n", "en"), HasSubstr("\"a\": 0.25"));
    EXPECT_THAT(imported("N;a\nx;%10\ny;%5,5\n", "tr"),
                AllOf(HasSubstr("\"unit\": \"%\""), HasSubstr("\"a\": 5.5")));
    EXPECT_THAT(imported("N;a\nx;+1 200\ny;-30\nz;1 170\n", "fr"), HasSubstr("\"a\": 1200"));
    EXPECT_THAT(imported("N,a\nx,１６２円\ny,\"１，２９６円\"\n", "ja"), HasSubstr(": 1296"));
    EXPECT_THAT(imported("N;a\nx;2-\ny;1\nz;3\n", "de"), HasSubstr("\"2-\"")) << "a grade";
    EXPECT_THAT(imported("N;a\nx;12,5-\ny;(3.20)\nz;7.00\n", "de"),
                AllOf(HasSubstr(R"("a": {"text": "12,5-"})"), HasSubstr("\"a\": -3.20")));
    // By themselves, they are words, and so are numbers that all have a plus.
    for (const char* sheet : {"N,a\nx,.22\ny,.45\n", "N,a\nx,89.-\ny,120.-\n",
                              "N,a\nx,+5\ny,-3\nz,0\n", "N,a\nx,5-\ny,7-\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"kind\": \"plain\"")) << sheet;
}

TEST(ImportedColumn, LinksBareAddresses) {
    const std::string dataset =
        imported("N,a\nx,www.a.org\ny,info@b.org\nz,\"c@d.org; e@f.org\"\n", "en");
    EXPECT_THAT(dataset, AllOf(HasSubstr(R"({"text": "www.a.org", "url": "https://www.a.org"})"),
                               HasSubstr(R"({"text": "info@b.org", "url": "mailto:info@b.org"})"),
                               HasSubstr(R"("c@d.org; e@f.org")")));
}

TEST(ImportedColumn, HasNoEmphasisThatASheetCannotMean) {
    EXPECT_THAT(
        imported("N,Remark\nx,Only *vegan* dishes\ny,Cash * only [here]\n", "en"),
        AllOf(HasSubstr(R"("Only \\*vegan\\* dishes")"), HasSubstr(R"("Cash * only \\[here]")")));
}

TEST(ImportedColumn, TakesBoxesForYesAndNo) {
    EXPECT_THAT(
        imported("N,a,b\nx,☑,[x]\ny,☐,[ ]\nz,✗,[ ]\n", "en"),
        AllOf(HasSubstr(R"("a": "yes", "b": "yes")"), HasSubstr(R"("a": "no", "b": "no")")));
}

TEST(ImportedRows, HaveSectionsAboveASumThatLeavesMuchEmpty) {
    EXPECT_THAT(imported("N,a,b,c\nOne,,,\nx,1,2,3\ny,1,2,3\nTwo,,,\nz,4,5,\nTotal,6,,\n", "en"),
                AllOf(HasSubstr("\"title\": \"One\""), HasSubstr("\"title\": \"Two\"")));
}

TEST(ImportedRows, KnowsThoseThatSumOthersUp) {
    EXPECT_THAT(imported("N;a\nx;1\ny;2\nSumme;3\n", "de"),
                HasSubstr("    ], \"summary\": [\n      {\"id\": \"summe\", \"n\": \"Summe\", "
                          "\"a\": 3}\n    ]}"));
    const std::string sections = imported(
        "N,a,b\nOne,,\nx,1,4\ny,2,5\nTotal,3,9\nTwo,,\nz,4,1\nTotal,4,1\nGrand total,7,10\n", "en");
    EXPECT_THAT(
        sections,
        HasSubstr(
            "{\"id\": \"rows\", \"rows\": [], \"summary\": [\n      {\"id\": \"grand-total\""));
    for (const char* sheet :
         {"N,a\nx,1\nTotals of war,words\n", "N,a\nTotal,3\n", "N,a\nTotal,3\nx,1\n",
          "N,a\nx,1\nTotality,3\n", "N,a\nPress,1\nMedia,3\n"})
        EXPECT_THAT(imported(sheet, "en"), Not(HasSubstr("summary"))) << sheet;
}

TEST(ImportedRows, DoubtsNamesThatBeginAsSumsWhereNumbersDoNotAddUp) {
    for (const char* sheet : {"Store,City,Area\nLidl,Rome,1200\nTrader Joe,LA,900\nTotal Wine & "
                              "More,LA,3000\n",
                              "Band,Members,Year\nBlink 182,3,1992\nAll,4,1987\nSum 41,4,1996\n",
                              "Place,Seats\nAl's,20\nBo's,45\nAverage Joe,80\n"})
        EXPECT_THAT(imported(sheet, "en"), Not(HasSubstr("summary"))) << sheet;
    for (const char* sheet :
         {"N;a\nx;1,50\ny;2,25\nSumme 2024;3,75\n", "N;a\nx;1.500\ny;2.500\nTotal of all;4.000\n",
          "N;a;b\nx;1;5\ny;2;4\nTotal (€):;7;9\n",
          "N;a\nOne;\nx;1\ny;2\nTotal one;3\nTwo;\nz;4\nu;5\nTotal two;9\nTotal of both;12\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"summary\"")) << sheet;
    EXPECT_THAT(imported("N;a\nx;1\ny;2\nTotal;3\n", "en"),
                HasSubstr("note: taken for sums of the rows above: \"Total\"\n"));
}

TEST(ImportedRows, AreNamedByWordsOfWhichOneHasAFigure) {
    EXPECT_THAT(
        imported(
            "Pl.,Verein,Tore\n1,TSV Alt,31:12\n2,SV Berg,27:18\n3,FC Tal,1:1\n4,1. FC See,9:37\n",
            "de"),
        HasSubstr(R"({"id": "1-fc-see", "pl": 4, "verein": "1. FC See")"));
    EXPECT_THAT(imported("Nr.,Raum,Tore\n1,Saal 1,31:12\n2,Saal 2,27:18\n3,Foyer,1:1\n", "de"),
                HasSubstr(R"("kind": "plain", "title": "Raum")"));
}

TEST(ImportedColumns, KeepPricesAsWrittenWhereNearlyAllHaveADash) {
    EXPECT_THAT(imported("N;a\nw;32.–\nx;45.50\ny;18.–\nz;5.–\nv;7.–\n", "de"),
                HasSubstr(R"("a": "32.–")"));
}

TEST(ImportedColumns, AreNoYearsWhereOneIsNone) {
    EXPECT_THAT(imported("N,Fee\nx,2850\ny,1900\n", "en"), HasSubstr(R"("fee", "kind": "number")"));
    EXPECT_THAT(imported("N,Since\nx,1850\ny,2019\n", "en"),
                HasSubstr(R"("since", "kind": "plain")"));
}

TEST(ImportedColumns, CountNothingWhereEachIsOneOfAnotherThing) {
    EXPECT_THAT(imported("N,Unit\nw,1 tooth\nx,1 tooth\ny,1 jaw\nz,1 tooth\n", "en"),
                HasSubstr(R"("unit", "kind": "plain")"));
}

TEST(ImportedRows, AreMeansByDoubtfulWordsWhereTheyAddUp) {
    EXPECT_THAT(imported("N;a;b\nx;7,5;8\ny;4;5\nMedia de la clase;5,75;6,5\n", "es"),
                HasSubstr("\"summary\""));
    EXPECT_THAT(imported("N;a\nx;7\ny;4\nالمعدل;5.5\n", "ar"), HasSubstr("\"summary\""));
    EXPECT_THAT(imported("N;a\nx;7\ny;4\nMedia;90\n", "es"), Not(HasSubstr("\"summary\"")));
    EXPECT_THAT(imported("N;a\nx;120\ny;131\nMedia World;126,5\n", "es"),
                Not(HasSubstr("\"summary\"")));
}

TEST(ImportedRows, AreNoResultWhereOneFigureIsADifferenceByChance) {
    EXPECT_THAT(imported("N;a\nTents;30\nFood;20\nTotal;50\nBus;20\nBoat;10\nTotal;30\n"
                         "Parking;20\n",
                         "en"),
                Not(HasSubstr("\"summary\"")));
}

TEST(ImportedRows, KnowsTheResultOfTwoSums) {
    EXPECT_THAT(imported("N,a,b,%\nFees,100,90,90\nGifts,50,70,140\nTotal income,150,160,106.7\n"
                         "Rent,80,80,100\nWages,40,45,112.5\nTotal costs,120,125,104.2\n"
                         "Result,30,35,116.7\n",
                         "en"),
                AllOf(HasSubstr("sums of the rows above: \"Total costs\", \"Result\"\n"),
                      HasSubstr("what may be sums stands among other rows: \"Total income\"\n"),
                      HasSubstr("\"summary\": [\n      {\"id\": \"total-costs\"")));
    EXPECT_THAT(
        imported("N;a\nIn;\nx;100,5\ny;50\nSumme;150,5\nOut;\nz;80\nw;40\nSumme;120\nSaldo;30,5\n",
                 "de"),
        HasSubstr("sums of the rows above: \"Summe\", \"Summe\", \"Saldo\"\n"));
    EXPECT_THAT(imported("N,a\nx,1\ny,2\nTotal,3\nVisitors,30\n", "en"),
                Not(HasSubstr("\"summary\"")));
}

TEST(ImportedRows, NamesSumsInTheColumnOfNames) {
    for (const char* sheet :
         {"No.,Item,Price\n1,Soup,4.50\n2,Pie,6.50\nTotal,,11.00\n",
          "No.,Item,Note,Price\n1,Soup,hot,4.50\n2,Pie,cold,6.50\n,,Total,11.00\n"}) {
        const std::string dataset = imported(sheet, "en");
        EXPECT_THAT(dataset, HasSubstr("\"item\": \"Total\", \"price\": 11"));
        EXPECT_EQ(mistakes_in(dataset.substr(dataset.find('{'))), "") << dataset;
    }
    testing::TinyWorkbook book;
    const auto word = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    book.sheet = "<sheetData><row>" + word("Item") + word("Price") + "</row><row>" + word("Soup") +
                 "<c><v>4</v></c></row><row>" + word("Pie") +
                 "<c><v>7</v></c></row><row><c r=\"B5\"><f>SUM(B2:B3)</f><v>11</v></c></row>"
                 "</sheetData>";
    const std::string dataset = imported(book.bytes(), "en");
    EXPECT_THAT(dataset, HasSubstr("\"item\": \"Σ\", \"price\": 11"));
    EXPECT_EQ(mistakes_in(dataset.substr(dataset.find('{'))), "") << dataset;
}

TEST(ImportedRows, KnowsThoseThatAreMeansOfOthers) {
    for (const char* sheet :
         {"N,a\nx,1\ny,2\nAverage price,1.5\n", "N,a\nx,1\ny,2\n平均価格,1.5\n"})
        EXPECT_THAT(imported(sheet, "en"), HasSubstr("\"summary\"")) << sheet;
}

TEST(ImportedSheet, HasTheDigitsOfItsFigures) {
    EXPECT_THAT(imported("N,price,born\nأ,٠٫٥٠,2019-08-01\nب,٢٥٠,2020-08-01\n", "ar"),
                HasSubstr("\"language\": \"ar\",\n  \"digits\": \"arab\",\n"));
    EXPECT_THAT(imported("N,price\nأ,0.50\nب,٢٥٠\nج,3\n", "ar"), Not(HasSubstr("digits")));
}

TEST(ImportedSheet, TellsOfSeveralTables) {
    struct {
        const char *sheet, *ranges;
    } const cases[] = {
        {"N,a,,M,b\nx,1,,p,7\ny,2,,q,8\n", "2 tables is read as one: A1:B3, D1:E3"},
        {"N,a\nx,1\ny,2\n,\nM,b,c\np,7,1\nq,8,2\n", "2 tables is read as one: A1:B3, A5:C7"},
        {"N,a\nx,red\n,\nCars,\nM,b,c\np,7,1\n", "2 tables is read as one: A1:B2, A5:C6"},
        {"N,a\nx,1\n,\nCars,\nM,soon\np,7\n", ""},
        {"N,a,,b,c\nx,1,,3,7\ny,2,,4,8\n", ""},
        {"N,,a,b\nx,,1,p\ny,,2,q\n", ""},
        {"N,a,b\nOne,,\nx,1,2\n,,\nTwo,,\ny,2,3\n", ""},
        {"N,a,b\nx,1,open\n,,\ny,n/a,open\nz,5,shut\n", ""}};
    for (const auto& [sheet, ranges] : cases) {
        if (*ranges != '\0')
            EXPECT_THAT(imported(sheet, "en"), HasSubstr(ranges)) << sheet;
        else
            EXPECT_THAT(imported(sheet, "en"), Not(HasSubstr("read as one"))) << sheet;
    }
}

TEST(ImportedColumn, TakesAnEmptyCircleForNoBesideAFullOne) {
    EXPECT_THAT(imported("N,a,b\nx,●,○\ny,○,◐\nz,◐,○\n"),
                AllOf(HasSubstr(R"("id": "x", "n": "x", "a": "yes", "b": "no"})"),
                      HasSubstr(R"("id": "y", "n": "y", "a": "no", "b": "partial"})"),
                      HasSubstr(R"("id": "z", "n": "z", "a": "partial", "b": "no"})")));
    EXPECT_THAT(imported("N,a,b\nx,●,○\ny,○,○\n"), HasSubstr(R"("a": "yes", "b": "no"})"));
    // As in Japan.
    for (const char* sign : {"×", "△", "◎", "✗"})
        EXPECT_THAT(imported(std::string("N,a\nx,○\ny,") + sign + "\nz,●\n"),
                    HasSubstr(R"("n": "x", "a": "yes"})"))
            << sign;
    EXPECT_THAT(imported("N,a\nx,○\ny,-\n"), HasSubstr(R"("n": "x", "a": "yes"})"));
}

TEST(ImportedColumn, TakesLettersForYesBesideNAlone) {
    for (const char* letter : {"J", "O", "j"}) {
        const std::string yes = letter;
        EXPECT_THAT(imported("N,a\nx," + yes + "\ny,N\nz,-\n"),
                    AllOf(HasSubstr(R"("n": "x", "a": "yes"})"), HasSubstr(R"("a": "no"})")));
        EXPECT_THAT(imported("N,a\nx," + yes + "\ny,N\nz,B\n"),
                    HasSubstr("\"a\": \"" + yes + "\"}"));
    }
}

TEST(ImportedColumn, TakesTheFirstLettersOfItsLanguagesWords) {
    EXPECT_THAT(
        imported("Nome;a\nx;Sim\ny;Não\nz;S\nw;N\n", "pt"),
        AllOf(HasSubstr(R"("nome": "z", "a": "yes")"), HasSubstr(R"("nome": "w", "a": "no")")));
    EXPECT_THAT(imported("N;a\nx;Д\ny;Н\nz;Н\n", "ru"), HasSubstr(R"("n": "y", "a": "no")"));
    EXPECT_THAT(imported("N;a\nx;A\ny;N\nz;A\n", "cs"), HasSubstr(R"("n": "x", "a": "yes")"));
    // North and south, and sizes.
    EXPECT_THAT(imported("N;a\nx;S\ny;N\nz;S\n", "en"), HasSubstr("\"a\": \"S\""));
    EXPECT_THAT(imported("N;a\nx;S\ny;M\nz;L\n", "pt"), HasSubstr("\"a\": \"S\""));
}

TEST(ImportedSheet, IsJapaneseInChineseCharacters) {
    for (const char* sheet :
         {"店名,土曜\n東京本店,要予約\n大阪店,休業\n", "駅名,図書館\n上野,有\n新宿,無\n"})
        EXPECT_THAT(imported(sheet), HasSubstr("taken for \"ja\"\n")) << sheet;
    EXPECT_THAT(imported("店名,電話\n台北總店,有\n高雄店,無\n"),
                HasSubstr("taken for \"zh-Hant\"\n"));
    testing::TinyWorkbook book;
    book.strings =
        "<si><t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh></si><si><t>名前</t></si>"
        "<si><t>年</t></si>";
    book.sheet = R"(<sheetData><row><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)"
                 R"(<row><c t="s"><v>0</v></c><c><v>9</v></c></row></sheetData>)";
    EXPECT_THAT(imported(book.bytes(), "", "a.xlsx"), HasSubstr("taken for \"ja\"\n"));
}

TEST(ImportedDates, AreShownAsTheSheetShowsThem) {
    testing::TinyWorkbook book;
    book.styles = R"(<numFmts><numFmt numFmtId="170" formatCode="yyyy"/>)"
                  R"(<numFmt numFmtId="171" formatCode="dd\.mm\."/>)"
                  R"(<numFmt numFmtId="172" formatCode="dd/mm/yyyy hh:mm"/>)"
                  R"(<numFmt numFmtId="173" formatCode="dddd, d mmmm yyyy"/></numFmts>)"
                  R"(<cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>)"
                  R"(<xf numFmtId="173"/><xf numFmtId="14"/></cellXfs>)";
    const auto word = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const auto date = [](int style, const char* day) {
        return "<c s=\"" + std::to_string(style) + "\"><v>" + day + "</v></c>";
    };
    book.sheet = "<sheetData><row>" + word("N") + word("Year") + word("Day") + word("Start") +
                 word("Long") + word("Own") + "</row><row>" + word("x") + date(0, "45351") +
                 date(1, "45351") + date(2, "45351.75") + date(3, "45351") + date(4, "45351") +
                 "</row><row>" + word("y") + date(0, "45000") + date(1, "45000") + word("all day") +
                 word("all day") + word("all day") + "</row></sheetData>";
    const std::string dataset = imported(book.bytes(), "fr");
    EXPECT_THAT(dataset,
                AllOf(HasSubstr(R"("year": "2024", "day": "29.02.")"),
                      HasSubstr(R"("start": "29/02/2024 18:00",)"),
                      HasSubstr(R"("long": "jeudi, 29 février 2024")"),
                      HasSubstr(R"("own": "29/02/2024"})"), HasSubstr(R"("year": "2023")")));
    EXPECT_THAT(imported(book.bytes(), "de"), HasSubstr(R"("own": "29.2.2024"})"));
}

TEST(ImportedDates, HaveTheirNamesOfDaysOrTellThatTheyHaveNot) {
    testing::TinyWorkbook book;
    book.styles =
        R"(<numFmts><numFmt numFmtId="170" formatCode="dddd"/>)"
        R"(<numFmt numFmtId="171" formatCode="ddd, dd\.mm\."/>)"
        R"(<numFmt numFmtId="172" formatCode="ddd d mmm yyyy"/></numFmts>)"
        R"(<cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>)";
    book.sheet =
        R"(<sheetData><row><c t="inlineStr"><is><t>N</t></is></c>)"
        R"(<c t="inlineStr"><is><t>Day</t></is></c><c t="inlineStr"><is><t>When</t></is></c>)"
        R"(<c t="inlineStr"><is><t>Date</t></is></c></row>)"
        R"(<row><c t="inlineStr"><is><t>x</t></is></c><c s="0"><v>45351</v></c>)"
        R"(<c s="1"><v>45351</v></c><c s="2"><v>45351</v></c></row></sheetData>)";
    const std::string dataset = imported(book.bytes(), "de");
    EXPECT_THAT(dataset,
                HasSubstr(R"("day": "Donnerstag", "when": "Do, 29.02.", "date": "2024-02-29")"));
    EXPECT_THAT(dataset, HasSubstr("dates of \"Date\" are printed without their names of days"));
}

TEST(ImportedDates, AreShownAsLibreOfficeShowsThem) {
    const auto date = [](const char* value, const char* text) {
        return std::string("<table:table-cell office:value-type=\"date\" office:date-value=\"") +
               value + "\"><text:p>" + text + "</text:p></table:table-cell>";
    };
    const auto word = [](const char* text) {
        return std::string("<table:table-cell><text:p>") + text + "</text:p></table:table-cell>";
    };
    const std::string row = "<table:table-row>", end = "</table:table-row>";
    const std::string bytes = testing::zipped(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml",
          "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:"
          "1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
          "<office:spreadsheet><table:table table:name=\"T\">" +
              row + word("N") + word("Date") + word("Day") + word("Year") + end + row + word("x") +
              date("2026-07-12", "12/07/2026") + date("2026-07-12", "12.07.") +
              date("2026-07-12", "2026") + end + row + word("y") + word("all year") +
              date("2026-08-01", "01.08.") + date("2025-07-12", "2025") + end +
              "</table:table></office:spreadsheet></office:body></office:document-content>"}});
    EXPECT_THAT(imported(bytes, "en", "a.ods"),
                AllOf(HasSubstr(R"("date": "12/07/2026", "day": "12.07.", "year": "2026"})"),
                      HasSubstr(R"("date": "all year", "day": "01.08.")")));
}

TEST(ImportedNumbers, HaveTheDecimalSignOfTheLanguageAmongWords) {
    testing::TinyWorkbook book;
    const auto word = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    book.sheet = "<sheetData><row>" + word("N") + word("Price") + word("Chapter") + "</row><row>" +
                 word("x") + "<c><v>7.5</v></c><c><v>1.2</v></c></row><row>" + word("y") +
                 word("on request") + word("1.10") + "</row></sheetData>";
    EXPECT_THAT(imported(book.bytes(), "de"),
                AllOf(HasSubstr("\"price\": \"7,5\""), HasSubstr("\"chapter\": \"1.2\"")));
    EXPECT_THAT(imported(book.bytes(), "en"), HasSubstr("\"price\": \"7.5\""));
}

TEST(ImportedRows, StandUnderTitlesInTheColumnOfNames) {
    EXPECT_THAT(
        imported("No.,Service,Fee\n,Graves,\n1,Rent,120\n2,Dig,650\n,Dogs,\n3,House,300\n", "en"),
        AllOf(HasSubstr("\"id\": \"graves\", \"title\": \"Graves\""),
              HasSubstr("\"id\": \"dogs\", \"title\": \"Dogs\"")));
    // Where words stand before it, it is one of theirs.
    EXPECT_THAT(imported("Group,Item,Price\nFruit,Apple,1.5\n,Pear,\nNuts,Kiwi,0.5\n", "en"),
                Not(HasSubstr("\"title\": \"Pear\"")));
}

TEST(ImportedRows, AreNotNamedByAWeekday) {
    const std::string rows = ",Maths,Art\n2,Maths,French\n3,Art,Maths\n";
    EXPECT_THAT(imported("Hour,Mon,Tue\n1" + rows, "en"), Not(HasSubstr("\"kind\": \"name\"")));
    // One alone is another word.
    EXPECT_THAT(imported("Hour,Sun,Rain\n1,Maths,no\n2,French,no\n3,Art,yes\n", "en"),
                HasSubstr(R"({"id": "sun", "kind": "name")"));
    EXPECT_THAT(imported("No.,Group,Item\n1,A,nut\n2,A,bolt\n3,A,pin\n", "en"),
                HasSubstr(R"({"id": "item", "kind": "name")"));
}

TEST(ImportedColumn, HasSymbolsForSignsAmongWords) {
    const std::string dataset = imported(
        "N,a\nPrice,7 €\nUsers,1–10\nCalendar,x\nVideo,(x)\nSSO,–\nAudit,x\nSupport,Forum\n", "en");
    EXPECT_THAT(dataset,
                AllOf(HasSubstr(R"("kind": "text", "title": "a", "values": "answer")"),
                      HasSubstr(R"("a": {"value": "partial"})"),
                      HasSubstr(R"("a": {"value": "none"})"), HasSubstr("\"a\": \"7 €\"")));
    EXPECT_EQ(mistakes_in(dataset.substr(dataset.find("{\n"))), "");
    EXPECT_THAT(imported("N,a\nq,big\nr,small\ns,x\nt,tall\nu,wide\nv,flat\nw,thin\n", "en"),
                Not(HasSubstr("\"value\"")));
}

TEST(ImportedColumn, HasNoTicksAmongLettersAndNumerals) {
    for (const char* sheet :
         {"Product,Size,Price\nAlpha one,X,10\nBeta two,L,20\nGamma,X,30\nDelta,XL,40\nEta,X,5\n",
          "King,Ordinal,Year\nLouis,X,1314\nHenry,IV,1399\nCharles,IX,1560\nJohn,X,914\n"})
        EXPECT_THAT(imported(sheet, "en"), AllOf(HasSubstr("\"X\""), Not(HasSubstr("\"answer\""))));
}

TEST(ImportedColumn, HasAnswersWhereDatabasesHaveTrueAndFalse) {
    EXPECT_THAT(imported("N,ok\nx,t\ny,f\nz,\\N\n", "en"),
                AllOf(HasSubstr("\"ok\": \"yes\""), HasSubstr("\"ok\": \"no\"")));
    EXPECT_THAT(imported("N,a\nx,t\ny,f\nz,g\n", "en"), Not(HasSubstr("\"symbol\"")));
}

TEST(ImportedRows, StandUnderThoseThatTheyAreIndentedUnder) {
    const std::string dataset = imported(
        "Source,2024\nEnergy,100\n  Wind,40\n    Sea,20\n  Sun,60\n--,--\nHeat,30\n", "en");
    EXPECT_THAT(
        dataset,
        AllOf(HasSubstr("warning: rows of dashes are left out: 1\n"),
              HasSubstr("3 names stand under those above, for they are indented: Wind, Sea, "
                        "Sun\n"),
              HasSubstr(R"({"names": ["Wind"], "level": 1})"),
              HasSubstr(R"({"names": ["Sea"], "level": 2})"),
              HasSubstr(R"({"names": ["Sun"], "level": 1})"), Not(HasSubstr("\"--\""))));
    EXPECT_EQ(mistakes_in(dataset.substr(dataset.find("{\n"))), "");
    for (const char* heads : {"-----\nSource,2024\n", "-----,-----\nSource,2024\n"})
        EXPECT_THAT(imported(std::string(heads) + "Energy,100\nHeat,30\n", "en"),
                    AllOf(HasSubstr("rows of dashes are left out: 1\n"),
                          HasSubstr("\"title\": \"a\""), HasSubstr("\"title\": \"Source\"")));
    // A stray space sets nothing in, and a tab does.
    EXPECT_THAT(imported("Source,2024\nEnergy,100\n Wind,40\n\tSun,60\n", "en"),
                AllOf(HasSubstr(R"("column-source": "Wind")"),
                      HasSubstr(R"({"names": ["Sun"], "level": 1})")));
    // Those that a section begins with stand under none.
    EXPECT_THAT(imported("Source,2024\n  Wind,40\n  Sun,60\nTotal,100\n", "en"),
                Not(HasSubstr("\"level\"")));
}

}  // namespace
}  // namespace broadside::imports
