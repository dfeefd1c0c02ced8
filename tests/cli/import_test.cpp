#include <gmock/gmock.h>

#include "support/program.hpp"
#include "support/zip_file.hpp"

/// From a spreadsheet to a page, and back to the sheet.
namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Import : public testing::ProgramTest {};

constexpr char kLunch[] =
    "Where to eat at noon;;;;\n"
    "Five places on foot;;;;\n"
    "Place;What they cook;Vegetarian;Price;Since\n"
    "To sit down;;;;\n"
    "The Olive Tree;Greek, **charred** grill;yes;1.011,50 €*;2019-03-01\n"
    "The Anchor;Fish and chips;no;9,00 €;20.05.2001\n"
    "Café Hanoi;Soups;partly, at noon;8,50 €;2015-01-02\n"
    "To take away;;;;\n"
    "Market stall;Soup of the day;yes;5,00 €**;2020-02-02\n"
    "Bakery;https://example.org/;yes;n/a;soon\n"
    ";;;;\n"
    "* Closed on Mondays;;;;\n"
    "** Cash only;;;;\n"
    "Source: own visits;;;;\n";

TEST_F(Import, MakesAPageOfAText) {
    folder.write("lunch.csv", kLunch);
    const auto made = run("import lunch.csv --lang en");
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.err, "");
    EXPECT_EQ(made.out,
              "lunch/dataset.json\n"
              "language en: 5 rows, 2 sections, 5 columns, 3 notes\n"
              "  A  name                            Place\n"
              "  B  text                            What they cook\n"
              "  C  symbol: no 1, partial 1, yes 3  Vegetarian\n"
              "  D  number, €; 1 in words           Price\n"
              "  E  date; 1 in words                Since\n"
              "print it: broadside build lunch -l handout-a4\n");
    const auto built = run("build lunch -l handout-a4 -f pdf,html -o 'out/{name}.{ext}'");
    EXPECT_EQ(built.code, 0);
    EXPECT_EQ(built.err, "");
    const std::string page = folder.read("out/lunch.html");
    for (const char* words :
         {"Where to eat at noon", "Five places on foot", "To take away", "Greek, **charred** grill",
          "€1,011.50<", "at noon", "May 20, 2001",
          "n/<span class=\"bsd-joint\" aria-hidden=\"true\">\u2060</span>a", "soon",
          "Closed on Mondays", "Source: own visits", "href=\"https://example.org/\""})
        EXPECT_THAT(page, HasSubstr(words));
}

TEST_F(Import, TellsWhichEncodingItGuesses) {
    folder.write("a.csv",
                 "Name,Ort\nM\xFCller,K\xF6ln \x96 S\xFC"
                 "d\n");
    const auto made = run("import a.csv --lang de");
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.err,
              "a.csv: warning: is not UTF-8: read as windows-1252\n"
              "  hint: if letters come out wrong, say which it is: --encoding\n");
    EXPECT_THAT(folder.read("a/dataset.json"), HasSubstr("\"Müller\", \"ort\": \"Köln – Süd\""));
    EXPECT_EQ(run("import a.csv -o b --lang ru --encoding windows-1251").err, "");
    EXPECT_THAT(folder.read("b/dataset.json"), HasSubstr("Mьller"));
    EXPECT_THAT(run("import --help").out, Not(HasSubstr("windows-1252")));
    EXPECT_THAT(run("import a.csv -o c --encoding none").err,
                StartsWith("a.csv: error: is not text in the encoding \"none\"\n"));
}

TEST_F(Import, TellsHowTagsOfLanguagesAreWritten) {
    folder.write("a.csv", "Name,Ort\nUlm,1\n");
    EXPECT_THAT(run("import a.csv --lang klingon").err,
                HasSubstr("hint: examples: fr, pt-BR, zh-Hant\n"));
}

TEST_F(Import, ReadsUtf16WithTabs) {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("A\tB\nUlm\t12\n")) bytes.append({c, '\0'});
    folder.write("a.tsv", bytes);
    EXPECT_EQ(run("import a.tsv --lang en").err, "");
    EXPECT_THAT(folder.read("a/dataset.json"), HasSubstr("\"a\": \"Ulm\", \"b\": 12}"));
}

TEST_F(Import, ReadsStandardInputIntoAFolderThatIsNamed) {
    EXPECT_EQ(run("import - -o towns --lang en", "printf 'Town,n\\nUlm,1\\n' |").err, "");
    EXPECT_THAT(folder.read("towns/dataset.json"), HasSubstr("\"title\": \"towns\""));
    EXPECT_EQ(run("import -", "printf 'A,B\\n' |").code, 2);
}

TEST_F(Import, ShowsSymbolsOfOnesOwn) {
    folder.write("a/symbols/fast-train.svg", testing::kTinySymbol);
    folder.write("a/symbols/bus.svg", testing::kTinySymbol);
    folder.write("a.csv", "Town,By\nUlm,Fast train\nBonn,Bus\nKiel,Bus\n");
    EXPECT_THAT(run("import a.csv --lang en").out, HasSubstr("symbol: bus 2, fast-train 1  By\n"));
    EXPECT_THAT(
        folder.read("a/dataset.json"),
        HasSubstr("\"fast-train\": {\"label\": \"Fast train\", \"symbol\": \"fast-train\"}"));
    const auto built = run("build a -l handout-a4 -f html -o a.html");
    EXPECT_EQ(built.code, 0) << built.err;
    EXPECT_THAT(folder.read("a.html"), HasSubstr("Fast train"));
    // A word for no, among them, is a word; once more, too.
    folder.write("a.csv", "Town,By\nUlm,Fast train\nBonn,Bus\nKiel,Bus\nHamm,none\n");
    EXPECT_THAT(run("import a.csv").out, HasSubstr("new row hamm\n"));
    EXPECT_THAT(run("import a.csv").out, HasSubstr("nothing to change\n"));
    EXPECT_THAT(folder.read("a/dataset.json"), HasSubstr(R"("by": {"text": "none"}})"));
}

TEST_F(Import, QuotesAFolderThatAShellWouldPart) {
    folder.write("It's 1 file.csv", "Town,n\nUlm,1\n");
    EXPECT_THAT(run("import \"It's 1 file.csv\" --lang en").out,
                HasSubstr("print it: broadside build 'It'\\''s 1 file' -l handout-a4\n"));
}

TEST_F(Import, KeepsSheetsOfAFileApart) {
    folder.write(
        "a.md",
        "# One\n\n| A | n |\n|--|--|\n| x | 1 |\n\n# Two\n\n| A | n |\n|--|--|\n| y | 2 |\n");
    EXPECT_EQ(run("import a.md --lang en").code, 0);
    EXPECT_THAT(
        run("import a.md --sheet Two").err,
        StartsWith("a/dataset.json: error: the dataset there is of the sheet \"One\", not of "
                   "\"Two\"\n  hint: name another folder with -o\n"));
    EXPECT_EQ(run("import a.md --sheet One").code, 0);
    EXPECT_EQ(run("import a.md --sheet Two -o two --lang en").code, 0);
}

TEST_F(Import, ReadsTheTablesOfAMarkdownFile) {
    folder.write(
        "a.md",
        "# Plans\n\n| Plan | SSH | Price |\n|:--|:-:|--:|\n"
        "| [Mini](https://example.org/mini) | ✓ | $3.50 |\n"
        "| **Maxi** \\| more | **No** (`sftp`) | $10 |\n\n# Other\n\nA | B\n--|--\n1 | 2\n");
    const auto made = run("import a.md --lang en");
    EXPECT_THAT(made.out, HasSubstr("sheet \"Plans\", language en: 2 rows, 1 section, 3 columns"));
    EXPECT_THAT(made.err, HasSubstr("a.md: note: \"Plans\" is read, and no other\n"
                                    "  hint: --sheet reads another: Other\n"));
    EXPECT_THAT(folder.read("a/dataset.json"),
                HasSubstr(R"({"id": "mini", "plan": {"names": ["Mini"], )"
                          R"("url": "https://example.org/mini"}, "ssh": "yes", "price": 3.50})"));
    EXPECT_THAT(folder.read("a/dataset.json"),
                HasSubstr(R"("plan": "Maxi | more", "ssh": {"value": "no", "text": "sftp"})"));
    EXPECT_THAT(folder.read("a/dataset.json"), HasSubstr("\"title\": \"Plans\""));
    EXPECT_THAT(run("import a.md -o b --sheet Other --lang en").out, HasSubstr("sheet \"Other\""));
    EXPECT_THAT(run("import a.md -o b --sheet 3").err,
                HasSubstr("error: there is no sheet \"3\"\n  hint: sheets: Plans, Other\n"));
}

TEST_F(Import, ReadsAWorkbook) {
    testing::TinyWorkbook book;
    book.styles = R"(<numFmts><numFmt numFmtId="170" formatCode="#,##0.00\ &quot;€&quot;"/>)"
                  R"(<numFmt numFmtId="171" formatCode="yyyy\-mm\-dd"/></numFmts>)"
                  R"(<fonts><font/><font><b/></font></fonts><cellXfs>)"
                  R"(<xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/>)"
                  R"(<xf numFmtId="0" fontId="1"/></cellXfs>)";
    book.strings =
        "<si><t>Hosting plans</t></si><si><t>Plan</t></si>"
        "<si><r><t>Ma</t></r><r><rPr><b/></rPr><t>xi [1]</t></r><rPh><t>no</t></rPh></si>";
    book.sheet =
        R"(<cols><col min="7" max="7" hidden="1"/></cols><sheetData>)"
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"
        R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Features</t></is></c>)"
        R"(<c r="D2" t="str"><v>Costs</v></c><c r="G2" t="str"><v>secret</v></c></row>)"
        R"(<row r="3"><c r="B3" t="str"><v>SSH</v></c><c r="C3" t="str"><v>Cron</v></c>)"
        R"(<c r="D3" t="str"><v>Month</v></c><c r="E3" t="str"><v>Off</v></c>)"
        R"(<c r="F3" t="str"><v>Since</v></c></row>)"
        R"(<row r="4"><c r="A4" s="4" t="str"><v>Small ones</v></c></row>)"
        R"(<row r="5"><c r="A5" t="str"><v>Mini</v></c><c r="B5" t="b"><v>1</v></c>)"
        R"(<c r="C5" t="str"><v>✗</v></c><c r="D5" s="1"><v>3.5</v></c><c r="E5" s="3"><v>0.1</v></c>)"
        R"(<c r="F5" s="2"><v>61</v></c><c r="G5"><v>1</v></c></row>)"
        R"(<row r="6" hidden="1"><c r="A6" t="str"><v>Hidden</v></c></row>)"
        R"(<row r="7"><c r="A7" t="s"><v>2</v></c><c r="B7" t="b"><v>0</v></c>)"
        R"(<c r="C7" t="e"><v>#N/A</v></c><c r="D7" s="1"><v>1234.5</v></c>)"
        R"(<c r="F7" s="2"><v>45351.75</v></c></row>)"
        R"(<row r="9"><c r="A9" t="str"><v>[1] Until March</v></c></row></sheetData>)"
        R"(<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/>)"
        R"(<mergeCell ref="D2:E2"/></mergeCells>)"
        R"(<hyperlinks><hyperlink ref="A5" r:id="r9"/></hyperlinks>)";
    book.links = R"(<Relationship Id="r9" Type="x/hyperlink" TargetMode="External" )"
                 R"(Target="https://example.org/mini"/>)";
    folder.write("plans.xlsx", book.bytes());
    const auto made = run("import plans.xlsx --lang en");
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.err,
              "plans.xlsx: warning: formulas that fail, as #N/A says: 1\n"
              "  hint: they are printed as they are\n"
              "plans.xlsx: warning: what is hidden is left out: row 6; column G \"secret\"\n"
              "  hint: show them in the spreadsheet to have them on the page\n"
              "plans.xlsx: note: cells that are empty print nothing: Off (1)\n"
              "  hint: \"empty\": \"–\" in a column of the dataset prints a dash in them\n");
    const std::string dataset = folder.read("plans/dataset.json");
    for (const char* words :
         {R"("title": "Hosting plans")", R"({"title": "Features", "columns": ["ssh", "cron"]})",
          R"({"title": "Costs", "columns": ["month", "off"]})", R"("title": "Small ones")",
          R"("plan": {"names": ["Mini"], "url": "https://example.org/mini"})",
          R"("month": 3.50, "off": 10)", R"("since": "1900-03-01")",
          R"({"names": ["Maxi"], "notes": ["note-1"]}, "ssh": "no", "cron": "none")",
          R"("month": 1234.50)", R"("since": "2024-02-29")", R"("text": "Until March")"})
        EXPECT_THAT(dataset, HasSubstr(words));
    EXPECT_THAT(dataset, Not(HasSubstr("secret")));
    EXPECT_EQ(run("build plans -l handout-a4 -f pdf -o plans.pdf").err, "");
}

TEST_F(Import, KnowsBothDateSystemsAndTheDayThatNeverWas) {
    testing::TinyWorkbook book;
    book.styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
    book.sheet = R"(<sheetData><row><c t="str"><v>A</v></c><c t="str"><v>Day</v></c></row>)"
                 R"(<row><c t="str"><v>one</v></c><c s="1"><v>59</v></c></row>)"
                 R"(<row><c t="str"><v>two</v></c><c s="1"><v>60</v></c></row>)"
                 R"(<row><c t="str"><v>three</v></c><c s="1"><v>61</v></c></row></sheetData>)";
    folder.write("a.xlsx", book.bytes());
    EXPECT_EQ(run("import a.xlsx --lang en").code, 0);
    const std::string old = folder.read("a/dataset.json");
    EXPECT_THAT(old, HasSubstr("\"1900-02-28\""));
    EXPECT_THAT(old, HasSubstr("{\"text\": \"60\"}"));
    EXPECT_THAT(old, HasSubstr("\"1900-03-01\""));
    book.workbook_pr = R"(<workbookPr date1904="1"/>)";
    folder.write("b.xlsx", book.bytes());
    EXPECT_EQ(run("import b.xlsx --lang en").code, 0);
    EXPECT_THAT(folder.read("b/dataset.json"), HasSubstr("\"day\": \"1904-03-01\""));
}

TEST_F(Import, ReadsAnOpenDocument) {
    const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::string cells =
        R"(<table:table table:name="Tarife"><table:table-column table:number-columns-repeated="3"/>)"
        R"(<table:table-row><table:table-cell><text:p>Tarif</text:p></table:table-cell>)"
        R"(<table:table-cell table:number-columns-spanned="2"><text:p>Zugang</text:p></table:table-cell>)"
        R"(<table:covered-table-cell/><table:table-cell><text:p>Preis</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row><table:table-cell/><table:table-cell><text:p>SSH</text:p></table:table-cell>)"
        R"(<table:table-cell><text:p>FTP</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row><table:table-cell><text:p><text:a xlink:href="https://example.org/">Klein</text:a></text:p></table:table-cell>)"
        R"(<table:table-cell table:number-columns-repeated="2"><text:p>ja</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="currency" office:currency="EUR" office:value="1234.5">)"
        R"(<office:annotation><text:p>remark</text:p></office:annotation><text:p>1.234,50 €</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row><table:table-cell><text:p>Groß</text:p></table:table-cell>)"
        R"(<table:table-cell><text:p>nein</text:p></table:table-cell><table:table-cell/>)"
        R"(<table:table-cell office:value-type="currency" office:currency="EUR" office:value="2"><text:p>2,00 €</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>)";
    folder.write(
        "tarife.ods",
        testing::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                         {"content.xml",
                          "<office:document-content xmlns:office=\"" + space +
                              "office:1.0\" xmlns:table=\"" + space + "table:1.0\" xmlns:text=\"" +
                              space + "text:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">" +
                              cells + "</office:document-content>"}}));
    const auto made = run("import tarife.ods");
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.err,
              "tarife.ods: warning: remarks on cells are left out\n"
              "tarife.ods: note: taken for \"de\"\n"
              "  hint: if it is another language, say which: --lang\n"
              "tarife.ods: note: cells that are empty print nothing: FTP (1)\n"
              "  hint: \"empty\": \"–\" in a column of the dataset prints a dash in them\n");
    const std::string dataset = folder.read("tarife/dataset.json");
    EXPECT_THAT(dataset, HasSubstr(R"({"title": "Zugang", "columns": ["ssh", "ftp"]})"));
    EXPECT_THAT(dataset, HasSubstr(R"("yes": {"label": "ja", "symbol": "yes", "tone": "good"})"));
    EXPECT_THAT(dataset, HasSubstr(R"("ssh": "yes", "ftp": "yes",)"));
    EXPECT_THAT(dataset, HasSubstr(R"("preis": 1234.50})"));
    EXPECT_THAT(dataset, HasSubstr(R"("url": "https://example.org/")"));
    EXPECT_EQ(run("build tarife -l wide-a4 -f pdf -o a.pdf").err, "");
}

TEST_F(Import, RefusesWhatIsNoSheetAndWritesNothing) {
    folder.write("a.xlsx", testing::zipped({{"a.txt", "text"}}));
    EXPECT_THAT(run("import a.xlsx").err,
                StartsWith("a.xlsx: error: expected a workbook, got another archive\n"));
    folder.write("b.xlsx", "PK\x03\x04 and no more");
    EXPECT_THAT(run("import b.xlsx").err, StartsWith("b.xlsx: error: cannot be unpacked: "));
    folder.write("c.csv", "");
    EXPECT_THAT(run("import c.csv").err, StartsWith("c.csv: error: expected a table, got nothing"));
    folder.write("d.csv", "A,B\n");
    EXPECT_THAT(run("import d.csv").err, HasSubstr("expected rows below the heads, got none"));
    const auto missing = run("import");
    EXPECT_EQ(missing.code, 2);
    EXPECT_THAT(missing.err, HasSubstr("expected a spreadsheet to import"));
    for (const char* name : {"a", "b", "c", "d"})
        EXPECT_FALSE(std::filesystem::exists(folder / name)) << name;
}

TEST_F(Import, BringsADatasetUpToDate) {
    folder.write("lunch.csv", kLunch);
    run("import lunch.csv --lang en");
    const std::string first = folder.read("lunch/dataset.json");
    const auto again = run("import lunch.csv");
    EXPECT_THAT(again.out, HasSubstr("nothing to change\n"));
    EXPECT_EQ(again.err, "");
    EXPECT_EQ(folder.read("lunch/dataset.json"), first);

    // By hand: an id, a detail, emphasis, a source, a title, a row, a comment.
    std::string mine = first;
    const auto change = [](std::string& text, const std::string& from, const std::string& to) {
        ASSERT_NE(text.find(from), std::string::npos) << from;
        text.replace(text.find(from), from.size(), to);
    };
    change(mine, R"("id": "the-olive-tree", "place": "The Olive Tree")",
           R"("id": "olive", "place": {"names": ["The Olive Tree"], "detail": "Mill Lane"})");
    change(mine, R"("Fish and chips")", R"("**Fish** and chips")");
    change(mine, R"("price": 9.00,)", R"("price": {"number": 9.0, "source": "menu"},)");
    change(mine, R"("title": "Vegetarian")", R"("title": "Veggie")");
    change(mine, R"(      {"id": "cafe-hanoi")",
           R"(      {"id": "mine", "place": "Mine"}, // my own
      {"id": "cafe-hanoi")");
    folder.write("lunch/dataset.json", mine);

    std::string sheet = kLunch;
    change(sheet, "9,00", "9,50");
    change(sheet, "Café Hanoi;Soups;partly, at noon", "Café Hanoi;Soups, rolls;unknown");
    change(sheet, "To take away", "Pizza;;yes*;7,00 €;2020-01-01\nTo take away");
    change(sheet, "Market stall;Soup of the day;yes;5,00 €**;2020-02-02\n", "");
    change(sheet, "Since\n", "Since;Seats\n");
    change(sheet, "2015-01-02", "2015-01-02;30");
    folder.write("lunch.csv", sheet);
    const auto updated = run("import lunch.csv");
    EXPECT_EQ(
        updated.err,
        "lunch/dataset.json: warning: 2 rows are not in the sheet, and stay: mine, market-stall\n"
        "  hint: remove by hand what should go\n");
    EXPECT_THAT(updated.out, HasSubstr("new column seats\n"));
    EXPECT_THAT(updated.out,
                HasSubstr("the-anchor/price: {\"number\": 9.0, \"source\": \"menu\"} → "
                          "{\"number\": 9.50, \"source\": \"menu\"}\n"));

    change(mine, R"("no": {"label": "no", "symbol": "no", "tone": "bad"})",
           R"("no": {"label": "no", "symbol": "no", "tone": "bad"},
        "unknown": {"label": "unknown", "symbol": "unknown", "tone": "neutral"})");
    change(mine, R"("title": "Since"})", R"("title": "Since"},
    {"id": "seats", "kind": "number", "title": "Seats"})");
    change(mine, R"("number": 9.0,)", R"("number": 9.50,)");
    change(mine, R"("Soups")", R"("Soups, rolls")");
    change(mine, R"({"value": "partial", "text": "at noon"})", R"("unknown")");
    change(mine, R"("since": "2015-01-02"})", R"("since": "2015-01-02", "seats": 30},
      {"id": "pizza", "place": "Pizza", "vegetarian": {"value": "yes", "notes": ["note-1"]}, "price": 7.00,
       "since": "2020-01-01"})");
    // The last line has the names and rows of the sheet, of which one is new.
    const auto without_origin = [](const std::string& dataset) {
        return dataset.substr(0, dataset.find("// broadside import"));
    };
    EXPECT_EQ(without_origin(folder.read("lunch/dataset.json")), without_origin(mine));
    EXPECT_THAT(run("import lunch.csv").out, HasSubstr("nothing to change\n"));
}

TEST_F(Import, TellsOfTranslationsOfWhatTheSheetHasChanged) {
    folder.write("a.csv",
                 "Item;Price;Hours\nTea;3.00 €;noon\nJuice;from €5;closed\nMilk;2;all day\n");
    EXPECT_EQ(run("import a.csv --lang en").code, 0);
    folder.write("a/locales/de.json",
                 "{\"format\": 1, \"language\": \"de\", \"translates\": \"a\", // mine\n \"rows\": "
                 "{\"tea\": {\"hours\": \"mittags\"},\n \"milk\": {\"hours\": \"täglich\"},\n "
                 "\"juice\": {\"price\": \"ab 5 €\", \"hours\": \"geschlossen\"}}}\n");
    folder.write("a.csv", "Item;Price;Hours\nTea;3.00 €;noon\nJuice;4.20 €;evenings\nMilk;2;\n");
    const auto again = run("import a.csv");
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(
        again.err,
        HasSubstr("a/locales/de.json:4:21: warning: [de] rows/juice/price/text: the sheet has "
                  "changed what was translated here, and that of 1 more text\n"
                  "  hint: rows/juice/price/text, rows/juice/hours/text\n"
                  "  hint: translate it anew, with broadside i18n extract and merge or by hand, "
                  "and then take it out of \"translated_from\" too\n"
                  "a/locales/de.json:3:20: warning: [de] rows/milk/hours/text: the sheet no longer "
                  "has the text that was translated here\n"));
    EXPECT_THAT(again.out, HasSubstr("  a/locales/de.json: says under \"translated_from\" what is "
                                     "outdated by now\n"));
    EXPECT_THAT(folder.read("a/locales/de.json"), HasSubstr("// mine"));
    const auto built = run("build a -l handout-a4 --lang de -f html -o a.html");
    EXPECT_THAT(built.err, HasSubstr("the source has changed since this was translated, and that "
                                     "of 1 more text\n"));
    EXPECT_THAT(built.err, HasSubstr("the dataset has no text \"rows/milk/hours\""));
    const std::string page = folder.read("a.html");
    EXPECT_THAT(page, HasSubstr("4.20"));
    EXPECT_THAT(page, Not(HasSubstr("ab 5")));
    EXPECT_THAT(page, HasSubstr("mittags"));
    EXPECT_THAT(run("i18n status a --lang de").out, HasSubstr("2"));
    // Words that come back are those that were translated.
    folder.write("a.csv", "Item;Price;Hours\nTea;3.00 €;noon\nJuice;from €5;closed\nMilk;2;\n");
    EXPECT_EQ(run("import a.csv").err, "");
    EXPECT_THAT(run("build a -l handout-a4 --lang de -f html -o a.html").err,
                Not(HasSubstr("the source has changed")));
    folder.write("a.csv", "Item;Price;Hours\nTea;3.00 €;noon\nJuice;from €5;closed\nMilk;2;late\n");
    EXPECT_THAT(run("import a.csv").err,
                HasSubstr("[de] rows/milk/hours/text: the sheet has changed what was translated"));
}

TEST_F(Import, LeavesOtherDatasetsAlone) {
    folder.write("a/dataset.yaml", "format: 1\n");
    folder.write("a.csv", "A,B\nx,1\n");
    const auto yaml = run("import a.csv");
    EXPECT_EQ(yaml.code, 1);
    EXPECT_THAT(yaml.err,
                StartsWith("a/dataset.yaml: error: a dataset in YAML cannot be brought up"));
    folder.write("b/dataset.json", testing::kTinyDataset);
    const auto other = run("import a.csv -o b");
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(
        other.err,
        StartsWith("b/dataset.json: error: the dataset there has no column of the sheet\n"));
    EXPECT_EQ(folder.read("b/dataset.json"), testing::kTinyDataset);
}

}  // namespace
}  // namespace broadside::cli
