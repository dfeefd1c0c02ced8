#include <iconv.h>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "broadside/sheets/number_format.hpp"
#include "broadside/sheets/sheet.hpp"
#include "support/zip_file.hpp"

/// What files of strangers hold: it is read, or refused, and bounded.
namespace broadside::sheets {
namespace {

using ::testing::HasSubstr;

std::string text_at(const Result<Sheet>& sheet, std::size_t row, std::size_t column) {
    const Cell* cell = sheet ? sheet->at(row, column) : nullptr;
    return cell == nullptr ? "" : cell->text;
}

std::string problem_of(const Result<Sheet>& sheet) {
    return sheet ? "" : sheet.diagnostics().back().message;
}

Result<Sheet> read_cells(const std::string& cells) {
    testing::TinyWorkbook book;
    book.sheet = "<sheetData>" + cells + "</sheetData>";
    return read_sheet("a.xlsx", book.bytes(), {});
}

TEST(ReadSheet, FindsTheSeparatorThatMakesEvenRows) {
    EXPECT_EQ(text_at(read_sheet("a.csv", "a;b\n1,5;2,5\n", {}), 1, 1), "2,5");
    EXPECT_EQ(text_at(read_sheet("a.csv", "a,b\n1;5,2\n", {}), 1, 1), "2");
    EXPECT_EQ(text_at(read_sheet("a.csv", "sep=|\na,b|c\n", {}), 0, 1), "c");
}

std::string encoded(const std::string& encoding, std::string utf8) {
    std::string bytes(2 * utf8.size(), '\0');
    char *in = utf8.data(), *out = bytes.data();
    std::size_t in_left = utf8.size(), out_left = bytes.size();
    const iconv_t converter = iconv_open(encoding.c_str(), "UTF-8");
    EXPECT_EQ(iconv(converter, &in, &in_left, &out, &out_left), 0U) << encoding << ": " << utf8;
    iconv_close(converter);
    bytes.resize(bytes.size() - out_left);
    return bytes;
}

TEST(ReadSheet, GuessesTheEncodingByTheLettersOfWords) {
    struct Text {
        const char* text;
        std::vector<const char*> encodings;
    };
    const std::vector<Text> texts = {
        {"Server\u00adsuche für Mütter, 5 € – früh", {"windows-1252"}},
        {"Größe für Mütter und Söhne, natürlich schön", {"windows-1252", "macintosh", "CP850"}},
        {"L’université, c’est « gratuit »", {"windows-1252"}},
        {"Dell’app più libertà, perché è già così", {"windows-1252", "macintosh"}},
        {"żółta łódź i święty wąż", {"windows-1250", "ISO-8859-2", "CP852"}},
        {"Бесплатные звонки и сообщения", {"windows-1251", "KOI8-R", "CP866"}},
        {"Безкоштовні дзвінки їжака", {"windows-1251", "KOI8-U"}},
        {"הודעות קוליות ושיחות וידאו", {"windows-1255"}},
        {"مكالمات صوتية ورسائل فيديو", {"windows-1256"}},
        {"การโทรด้วยเสียงและวิดีโอ", {"windows-874"}},
        {"無料の音声通話とメッセージ", {"cp932"}},
        {"端到端加密的语音通话", {"gb18030"}},
        {"产品,价格\n茶,¥25.50,是\n咖啡,¥120,否", {"gb18030"}},
        {"商品,カラー\nりんご,赤\nみかん,黄", {"EUC-JP"}},
        {"Clinique, Ramp, 12 €", {"UTF-16LE", "UTF-16BE"}},
        {"Параметр, цена", {"UTF-16LE", "UTF-16BE"}},
        {"一月, 10, 二月, 20, 三月, 30", {"UTF-16LE", "UTF-16BE"}},
        {"東京　大阪, 10, 20, 30", {"UTF-16LE", "UTF-16BE"}},
        {"Hôpital Thérèse à 12,50 €", {"ISO-8859-15"}},
        {"Núñez, 8 €", {"ISO-8859-15"}},
        {"Rendelő, Ár: igen, nem", {"windows-1250"}},
        {"İstanbul, Iğdır, fiyat, evet", {"windows-1254"}}};
    for (const Text& text : texts)
        for (const char* encoding : text.encodings) {
            const std::string bytes = encoded(encoding, fmt::format("A\n\"{}\"\n", text.text));
            EXPECT_EQ(text_at(read_sheet("a.csv", bytes, {}), 1, 0), text.text) << encoding;
        }
}

TEST(ReadSheet, NamesEachOtherSheetOnce) {
    const std::string table = "| a | b |\n|---|---|\n| c | d |\n\n";
    const auto sheet =
        read_sheet("a.md", "# A\n\n" + table + "# B\n\n" + table + "text\n\n" + table, {});
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].hints.at(0), "--sheet reads another: B");
}

TEST(ReadSheet, TellsOfTextAboveTheHeadingOfATable) {
    const std::string table = "| a | b |\n|---|---|\n| c | d |\n\n";
    const auto sheet =
        read_sheet("a.md", "# Town hall\n\nClosed on Sundays.\n\n## Counters\n\n" + table, {});
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].message,
              "text above the heading of the table is left out: \"# Town hall\", \"Closed on "
              "Sundays.\"");
    EXPECT_TRUE(read_sheet("a.md", "# A | b\n|---|---|\n| c | d |\n", {}).diagnostics().empty());
}

TEST(ReadSheet, ReadsTheCurrencySignsOfJapanAndKorea) {
    const auto price_in = [](const char* encoding, const char* words) {
        const std::string bytes = encoded(encoding, words + std::string(",\\1\n"));
        return text_at(read_sheet("a.csv", bytes, {"", encoding}), 0, 1);
    };
    EXPECT_EQ(price_in("cp932", "緑茶"), "¥1");
    EXPECT_EQ(price_in("cp949", "녹차"), "₩1");
    EXPECT_EQ(price_in("gb18030", "绿茶"), "\\1");
}

TEST(ReadSheet, KeepsWhatIsQuoted) {
    const auto sheet = read_sheet("a.csv", "a,\"b \"\"c\"\",\r\nd\"\r\n\"open,\n", {});
    EXPECT_EQ(text_at(sheet, 0, 1), "b \"c\",\nd");
    EXPECT_EQ(text_at(sheet, 1, 0), "open,");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].code, "bad-quotes");
    EXPECT_EQ(sheet.diagnostics()[0].line, 3U);
}

TEST(ReadSheet, TakesWhatDatabasesWriteForNothing) {
    const auto sheet = read_sheet("a.tsv", "a\tb\nNULL\t\\N\nNull\tNULL 1\n", {});
    EXPECT_EQ(text_at(sheet, 1, 0) + text_at(sheet, 1, 1), "");
    EXPECT_EQ(text_at(sheet, 2, 0) + text_at(sheet, 2, 1), "NullNULL 1");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].message,
              "cells that say NULL or \\N are taken for empty ones: 2");
}

TEST(ReadSheet, KeepsTheWordsOfRelativeLinks) {
    const auto sheet = read_sheet("a.md",
                                  "| a | b |\n|---|---|\n| ![](f.png) [China](/wiki/China) | "
                                  "[b](https://b.org) and *[c](c.html#d)* |\n",
                                  {});
    EXPECT_EQ(text_at(sheet, 1, 0), "China");
    EXPECT_EQ(sheet->at(1, 0)->rich + sheet->at(1, 0)->url, "");
    EXPECT_EQ(sheet->at(1, 1)->rich, "[b](https://b.org) and *c*");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_THAT(sheet.diagnostics()[0].message, HasSubstr("of which the words are kept: 2"));
}

TEST(ReadSheet, OverlooksEmptyColumnsWithoutEnd) {
    const std::string commas(16384, ',');
    EXPECT_EQ(text_at(read_sheet("a.csv", "a,b" + commas + "\nc,d" + commas + "\n", {}), 1, 1),
              "d");
    EXPECT_EQ(problem_of(read_sheet("a.csv", "a,b" + commas + "c\n", {})),
              "expected at most 256 columns, got more");
    EXPECT_EQ(problem_of(read_sheet("a.csv", "a,b\nc," + std::string(70000, 'd'), {})),
              "expected at most 65536 bytes in B2, got more");
}

TEST(ReadSheet, BoundsRowsColumnsAndSpans) {
    EXPECT_EQ(problem_of(read_cells(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)")),
              "expected at most 100000 rows, got more");
    EXPECT_EQ(problem_of(read_cells(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")),
              "expected at most 256 columns, got more");
    testing::TinyWorkbook book;
    book.sheet =
        R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2">)"
        R"(<c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>)"
        R"(<mergeCells><mergeCell ref="B2:XFD1048576"/><mergeCell ref="A1:C1"/>)"
        R"(</mergeCells>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    ASSERT_TRUE(sheet.ok());
    EXPECT_EQ(sheet->at(0, 0)->column_span, 2U);
    EXPECT_EQ(sheet->at(1, 1)->column_span, 1U);
    EXPECT_EQ(sheet->at(1, 1)->row_span, 2U);
}

TEST(ReadSheet, LeavesOutWhatMergedCellsCover) {
    testing::TinyWorkbook book;
    book.sheet =
        R"(<cols><col min="3" max="3" hidden="1"/></cols><sheetData>)"
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>5</v></c><c r="D2"><v>6</v></c></row>)"
        R"(</sheetData><mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A1:A2"/></mergeCells>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    ASSERT_TRUE(sheet.ok());
    EXPECT_EQ(sheet->at(0, 1)->column_span, 2U);
    EXPECT_EQ(sheet->at(0, 2), nullptr);
    EXPECT_EQ(sheet->at(0, 0)->row_span, 2U);
    EXPECT_EQ(text_at(sheet, 1, 2), "6");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].message, "what merged cells cover is left out: D1 \"4\"");
}

TEST(ReadSheet, RefusesDocumentTypesAndDepth) {
    testing::TinyWorkbook book;
    book.sheet = "<x/></worksheet>";
    EXPECT_THAT(problem_of(read_sheet("a.xlsx", book.bytes(), {})),
                HasSubstr("cannot be read: line 1"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<x>";
    book.sheet = deep;
    EXPECT_THAT(problem_of(read_sheet("a.xlsx", book.bytes(), {})),
                HasSubstr("elements are too deep in each other"));
    const std::string bomb =
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>";
    EXPECT_THAT(problem_of(read_sheet("a.ods", testing::zipped({{"content.xml", bomb}}), {})),
                HasSubstr("it has a document type"));
}

TEST(ReadSheet, RefusesToUnpackWithoutEnd) {
    const std::string zeros((std::size_t{256} << 20) + 1, ' ');
    EXPECT_EQ(problem_of(read_sheet("a.ods", testing::zipped({{"content.xml", zeros}}), {})),
              "content.xml unpacks to more than 256 MiB");
}

TEST(ReadSheet, NamesWhatItDoesNotRead) {
    EXPECT_EQ(problem_of(read_sheet("a.xls", "\xD0\xCF\x11\xE0\xA1\xB1", {})),
              "is an XLS of Excel before 2007, or encrypted");
    EXPECT_EQ(problem_of(read_sheet("a.xlsb", testing::zipped({{"xl/workbook.bin", ""}}), {})),
              "is a binary workbook (XLSB)");
    EXPECT_EQ(problem_of(read_sheet("a.fods", "<?xml version=\"1.0\"?>\n<office:document>\n", {})),
              "is a flat OpenDocument (FODS)");
    EXPECT_EQ(problem_of(read_sheet("a.xls", "<HTML>\n<table>", {})), "is a page of HTML");
    EXPECT_EQ(problem_of(read_sheet("a.csv", "a,<html>\n1,<office:document>\n", {})), "");
}

TEST(ReadSheet, LeavesOutWhatCannotBePrinted) {
    EXPECT_EQ(text_at(read_sheet("a.csv",
                                 "a\xE2\x80\xAE"
                                 "b \xEE\x80\x80 c\x01,x\n",
                                 {}),
                      0, 0),
              "ab c");
}

std::string shown(double value, std::string_view format) {
    Cell cell;
    set_number(cell, value, parse_format(format), DateSystem::Since1900);
    return cell.text;
}

TEST(NumberFormat, SaysWhatANumberIs) {
    EXPECT_EQ(shown(0.1 + 0.2, "General"), "0.3");
    EXPECT_EQ(shown(1234.5, "#,##0.00"), "1234.50");
    EXPECT_EQ(shown(1234.5, "[$€-407] #,##0.00;[Red]-[$€-407] #,##0.00"), "1234.50 €");
    EXPECT_EQ(shown(0.125, "0.0%"), "12.5 %");
    EXPECT_EQ(shown(5, "0\" kg\""), "5 kg");
    EXPECT_EQ(shown(-0.001, "0.0"), "0.0");
    EXPECT_EQ(shown(45351, "[$-409]d\\-mmm\\-yy;@"), "2024-02-29");
    EXPECT_EQ(shown(45351, "mmm yyyy"), "2024-02");
    EXPECT_EQ(shown(45351.75, "dd/mm/yyyy hh:mm"), "2024-02-29 18:00");
    EXPECT_EQ(shown(0.40625, "h:mm AM/PM"), "9:45 AM");
    EXPECT_EQ(shown(0.90625, "上午/下午h:mm"), "下午9:45");
    EXPECT_EQ(shown(1.25, "\"ca. \"# ?/?\" cups\""), "ca. 1 1/4 cups");
    EXPECT_EQ(shown(45351.75, "h:mm m/d/yyyy"), "2024-02-29 18:00");
    EXPECT_EQ(shown(8, "0\"/10\""), "8 /10") << "no fraction";
    EXPECT_EQ(shown(5, "\"+\"0"), "+5");
    EXPECT_EQ(shown(5, "\"+\"0\" €\""), "+5 €");
    EXPECT_EQ(shown(0.375, "hh:mm"), "09:00");
    EXPECT_EQ(shown(45351.375, "dd/mm/yyyy hh:mm"), "2024-02-29 09:00");
    EXPECT_EQ(shown(164.16 / 86400, "m:ss.00"), "2:44.16");
    EXPECT_EQ(shown(4.999 / 86400, "[h]:mm:ss.0;@"), "0:00:05.0");
    EXPECT_EQ(shown(-1, "yyyy"), "-1");
    EXPECT_EQ(shown(1e300, "0"), "1e+300");
    EXPECT_EQ(shown(6.02e23, "0.00E+00"), "602000000000000000000000");
    EXPECT_EQ(shown(-1.234e16, "0.0"), "-12340000000000000.0");
    EXPECT_EQ(shown(9007199254740992, "General"), "9007199254740992");
    EXPECT_EQ(shown(2e15, "0%"), "200000000000000000 %");
    EXPECT_EQ(shown(0.0000123, "0.00"), "0.00");
    EXPECT_EQ(shown(99.995, "0.0"), "100.0");
}

TEST(NumberFormat, HasWordsInPlaceOfNumbers) {
    for (const auto& [value, text] : {std::pair(3, "+3"), {-3, "-3"}, {0, "none"}})
        EXPECT_EQ(shown(value, "+0;-0;\"none\""), text);
    for (const auto& [value, text] : {std::pair(1, "Yes"), {-1, "Yes"}, {0, "No"}})
        EXPECT_EQ(shown(value, "\"Yes\";\"Yes\";\"No\""), text);
    EXPECT_EQ(shown(0, "#,##0.00;-#,##0.00;\"–\""), "0.00");
    for (const auto& [value, text] : {std::pair(1, "one"), {2, "2"}, {0, "no"}})
        EXPECT_EQ(shown(value, "[=1]\"one\";[>1]0;\"no\""), text);
    EXPECT_EQ(shown(0, "General;General;\"none\""), "none");
    EXPECT_EQ(shown(3, "General\" kg\""), "3 kg");
    for (const auto& [value, text] : {std::pair(1, "✓"), {-1, ""}, {0, "✗"}})
        EXPECT_EQ(shown(value, "\"✓\";;\"✗\""), text);
    for (const auto& [value, text] : {std::pair(1, "✓"), {0, "–"}, {2, "2"}})
        EXPECT_EQ(shown(value, "[Green][=1]\"✓\";[=0]\"–\""), text);
    for (const auto& [value, text] : {std::pair(0, ""), {2, "2"}})
        EXPECT_EQ(shown(value, "[=0]\"\";General"), text);
    EXPECT_EQ(shown(0, "0;-0;\"- \"[$€-407]"), "0");
    EXPECT_EQ(shown(3, "\"★★★\""), "★★★");
    EXPECT_EQ(shown(1, "+;-"), "+");
    EXPECT_EQ(shown(5, "0\" kg\""), "5 kg");
    EXPECT_EQ(shown(0, "[$-409]0\"a;b\";0"), "0 a;b");
}

TEST(NumberFormat, HidesWhatItsSectionShowsNothingOf) {
    for (const auto& [value, text] : {std::pair(1, ""), {-1, ""}, {0, ""}})
        EXPECT_EQ(shown(value, ";;;"), text);
    for (const auto& [value, text] : {std::pair(1, "1"), {-1, "-1"}, {0, ""}})
        EXPECT_EQ(shown(value, "0;-0;;@"), text);
    for (const auto& [value, text] : {std::pair(1, "yes"), {-5, ""}, {0, "no"}})
        EXPECT_EQ(shown(value, "\"yes\";;\"no\""), text);
    EXPECT_EQ(shown(-5, "0;"), "-5");
}

TEST(ReadSheet, TellsOfNumbersThatTheirFormatHides) {
    testing::TinyWorkbook book;
    book.styles = R"(<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>)"
                  R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>)";
    book.sheet = R"(<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>99</v></c>)"
                 R"(</row></sheetData>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    EXPECT_EQ(text_at(sheet, 0, 1), "");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].message, "numbers that their format hides are left out: 1");
}

TEST(NumberFormat, ScalesAsTheSheetShowsIt) {
    struct {
        double value;
        const char *format, *text;
    } const cases[] = {{45, "0\" %\"", "45 %"},
                       {4.5, "0.0\\ \\%", "4.5 %"},
                       {0.45, "0\\ %", "45 %"},
                       {12400000, "0.0,,\"M\"", "12.4 M"},
                       {12449999, "#,##0.0,,\" Mio.\"", "12.4 Mio."},
                       {1250000, "#,##0,\" k€\"", "1250 k€"},
                       {1250000, "#,##0.0,", "1250.0"},
                       {1250000, "0,.0", "1250.0"},
                       {1234567, "0.##,,\"M\"", "1.23 M"},
                       {12000000, "0.0#,,", "12.0"},
                       {12000000, "0.##,,", "12"},
                       {1.239, "0.??", "1.24"},
                       {1500, "[>=1000]0.0,\"k\";0", "1.5 k"},
                       {500, "[>=1000]0.0,\"k\";0", "500"},
                       {1234567, "#,##0", "1234567"}};
    for (const auto& [value, format, text] : cases) EXPECT_EQ(shown(value, format), text) << format;
}

TEST(NumberFormat, RoundsHalvesAwayFromZeroAsSheetsShowThem) {
    struct {
        double value;
        const char *format, *text;
    } const cases[] = {{0.125, "0%", "13 %"}, {2.5, "0", "3"},          {-2.5, "0", "-3"},
                       {3.25, "0.0", "3.3"},  {1.005, "0.00", "1.01"},  {0.5, "0", "1"},
                       {0.05, "0.0", "0.1"},  {0.0049, "0.00", "0.00"}, {9.5, "0", "10"},
                       {0.145, "0%", "15 %"}, {1.15, "0.0", "1.2"}};
    for (const auto& [value, format, text] : cases) EXPECT_EQ(shown(value, format), text) << value;
}

TEST(NumberFormat, KeepsDigitsThatCountNothingAsTheyAreShown) {
    struct {
        double value;
        const char *format, *text;
        bool is_label;
    } const cases[] = {{1067, "00000", "01067", true},
                       {123, "000", "123", true},
                       {1, "\"Q\"0", "Q1", true},
                       {12.5, "\"ca. \"0.0", "ca. 12.5", true},
                       {5551234567, "(###) ###-####", "(555) 123-4567", true},
                       {1234567, "000\\-0000", "123-4567", true},
                       {7, "\"INV\"0000", "INV0007", true},
                       {-3, "\"n\"0", "-n3", true},
                       {1234.5, "\"kr \"#,##0.00", "1234.50 kr", false},
                       {1234.5, "#\\ ##0.00\\ \"zł\"", "1234.50 zł", false},
                       {5, "\"$\"0", "5 $", false},
                       {1234, "0,000", "1234", false},
                       {0.25, "\"p\".00", "0.25 p", false}};
    for (const auto& [value, format, text, is_label] : cases) {
        Cell cell;
        set_number(cell, value, parse_format(format), DateSystem::Since1900);
        EXPECT_EQ(cell.text, text) << format;
        EXPECT_EQ(cell.is_label, is_label) << format;
        EXPECT_EQ(cell.number.empty(), is_label) << format;
    }
}

TEST(ReadSheet, GuessesAnEncodingByItsLetters) {
    struct {
        const char* bytes;
        const char* text;
    } const cases[] = {
        {"K\xF6ln,Stra\xDF"
         "e\n",
         "Köln"},
        {"\x8Cwietlica,Wst\xEAp,\xA3\xB9"
         "ka,\x8Cr\xF3"
         "da\n",
         "Świetlica"},
        {"\xD8"
         "e\x9A"
         "en\xED,P\xF8\xED"
         "jem\n",
         "Řešení"},
        {"\xCC\xEE\xF1\xEA\xE2\xE0,\xD6\xE5\xED\xE0,\xC3\xEE\xF0\xEE\xE4\n", "Москва"},
        {"\xC1\xE8\xDE\xED\xE1,\xD4\xE9\xEC\xDE,\xD0\xFC\xEB\xE7,\xEA\xE1\xE9\n", "Αθήνα"},
        {"\xDDstanbul,\xC7"
         "a\xF0r\xFD,ya\xF0mur\n",
         "İstanbul"},
        {"\xDD"
         "zmir,A\xF0r\xFD,Ki\xFE"
         "i,\xFC\xE7\n",
         "İzmir"},
        {"\x94\xF0\x93\xEF\x8F\x8A,\x83y\x83"
         "b\x83g\x89\xC2,\x82\xCD\x82\xA2\n",
         "避難所"},
        {"\xBC\xAD\xBF\xEF,\xC0\xCC\xB8\xA7,\xB0\xA1\xB0\xDD\n", "서울"},
        {"\xB1\xB1\xBE\xA9,\xC3\xFB\xB3\xC6,\xBC\xDB\xB8\xF1,\xB5\xD8\xD6\xB7,\xD6\xD0\xB9\xFA\n",
         "北京"},
        {"\xA5x\xA5_,\xA6W\xBA\xD9,\xBB\xF9\xAE\xE6,\xA6"
         "a\xA7}\n",
         "台北"},
        {"caf\xE9,5 \x80,\x96,\xA3"
         "5,20 m\xB2\n",
         "café"}};
    for (const auto& [bytes, text] : cases)
        EXPECT_EQ(text_at(read_sheet("a.csv", bytes, {}), 0, 0), text);
}

/// Of one row; `styles` are inside its own ones.
Result<Sheet> read_open_document(const std::string& cells, const std::string& styles = {}) {
    const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::string content = "<office:document-content xmlns:office=\"" + space +
                                "office:1.0\" xmlns:table=\"" + space +
                                "table:1.0\" xmlns:style=\"" + space + "style:1.0\" xmlns:text=\"" +
                                space + "text:1.0\"><office:automatic-styles>" + styles +
                                "</office:automatic-styles><table:table><table:table-row>" + cells +
                                "</table:table-row></table:table></office:document-content>";
    return read_sheet("a.ods", testing::zipped({{"content.xml", content}}), {});
}

TEST(ReadSheet, KeepsWhatStandsAboveTheLineOfAnOpenDocument) {
    std::string styles;
    for (const char* position : {"super 58%", "33% 58%", "sub 58%"})
        styles += "<style:style style:name=\"" +
                  std::string(position).substr(0, std::string(position).find(' ')) +
                  "\"><style:text-properties style:text-position=\"" + position +
                  "\"/></style:style>";
    const auto cell = [](const std::string& inside) {
        return "<table:table-cell><text:p>" + inside + "</text:p></table:table-cell>";
    };
    const auto span = [](const std::string& style, const std::string& inside) {
        return "<text:span text:style-name=\"" + style + "\">" + inside + "</text:span>";
    };
    const auto sheet = read_open_document(
        cell("12" + span("super", "2")) + cell("m" + span("33%", span("x", "2")) + " of floor") +
            cell("H" + span("super", "") + span("sub", "2") + "O"),
        styles);
    EXPECT_EQ(text_at(sheet, 0, 0), "12²");
    EXPECT_EQ(text_at(sheet, 0, 1), "m² of floor");
    EXPECT_EQ(text_at(sheet, 0, 2), "H2O");
}

TEST(ReadSheet, KnowsFontsOfSymbolsAndWhatIsStruckOutOfAnOpenDocument) {
    const std::string properties = "\"><style:text-properties style:";
    const std::string styles = "<style:style style:name=\"tick" + properties +
                               "font-name=\"Wingdings\"/></style:style>" +
                               "<style:style style:name=\"gone" + properties +
                               "text-line-through-style=\"solid\"/></style:style>";
    const std::string content =
        "<table:table-cell><text:p>Bus</text:p></table:table-cell>"
        "<table:table-cell table:style-name=\"tick\"><text:p>\u00FC</text:p></table:table-cell>"
        "<table:table-cell><text:p><text:span text:style-name=\"gone\">3</text:span> 4"
        "</text:p></table:table-cell>"
        "<table:table-cell table:style-name=\"gone\"><text:p>5</text:p></table:table-cell>";
    const auto sheet = read_open_document(content, styles);
    EXPECT_EQ(text_at(sheet, 0, 1), "✓");
    EXPECT_EQ(text_at(sheet, 0, 2), "4");
    EXPECT_EQ(sheet.value().at(0, 3), nullptr);
    EXPECT_EQ(sheet.diagnostics().at(0).message,
              "what is struck out is left out: C1 \"3\", D1 \"5\"");
}

TEST(ReadSheet, NamesHiddenSheets) {
    const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::string rows =
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table>";
    const std::string content =
        "<office:document-content xmlns:office=\"" + space + "office:1.0\" xmlns:table=\"" + space +
        "table:1.0\" xmlns:style=\"" + space + "style:1.0\" xmlns:text=\"" + space +
        "text:1.0\"><style:style style:name=\"h\"><style:table-properties "
        "table:display=\"false\"/></style:style><table:table table:name=\"old\" "
        "table:style-name=\"h\">" +
        rows + "<table:table table:name=\"now\">" + rows + "<table:table table:name=\"next\">" +
        rows + "</office:document-content>";
    const auto sheet = read_sheet("a.ods", testing::zipped({{"content.xml", content}}), {});
    ASSERT_EQ(sheet.diagnostics().size(), 2U);
    EXPECT_EQ(sheet.diagnostics()[0].message, "hidden sheets are left out: \"old\"");
    EXPECT_EQ(sheet.diagnostics()[0].severity, Severity::Warning);
    EXPECT_EQ(sheet.diagnostics()[1].hints.at(0), "--sheet reads another: next");
}

TEST(ReadSheet, KeepsDigitsOfAnOpenDocumentThatCountNothing) {
    std::string cells;
    for (const char* shown : {"01067", "Q3", "-5", "2.500", "€ 3", "–"})
        cells += R"(<table:table-cell office:value-type="float" office:value="3"><text:p>)" +
                 std::string(shown) + "</text:p></table:table-cell>";
    const auto sheet = read_open_document(cells);
    ASSERT_TRUE(sheet.ok());
    EXPECT_EQ(text_at(sheet, 0, 0), "01067");
    EXPECT_EQ(text_at(sheet, 0, 1), "Q3");
    for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(sheet->at(0, i)->is_label, i < 2) << i;
}

TEST(ReadSheet, ShowsNumbersOfAnOpenDocumentAsItDoes) {
    struct {
        const char *value, *shown, *text;
    } const cases[] = {{"10.4", "10,4 km", "10.4 km"},
                       {"1050", "1\u202F050 m", "1050 m"},
                       {"12500", "12,5 k€", "12.5 k€"},
                       {"12400000", "12.4 Mio.", "12.4 Mio."},
                       {"1234000", "1,234 M", "1234000"},
                       {"45", "45 %", "45 %"},
                       {"5", "5 m2", "5 m2"},
                       {"120000", "1.2E+05", "120000.0"},
                       {"0.5", ".50 kg", "0.50 kg"},
                       {"1234.5", "1.234,50 t", "1234.50 t"},
                       {"1", "✓", "✓"},
                       {"0", "nein", "nein"},
                       {"0", "- €", "0"},
                       {"7", "", ""}};
    std::string cells;
    for (const auto& [value, shown, text] : cases)
        cells += R"(<table:table-cell office:value-type="float" office:value=")" +
                 std::string(value) + "\"><text:p>" + shown + "</text:p></table:table-cell>";
    const auto sheet = read_open_document(cells);
    for (std::size_t i = 0; i < std::size(cases); ++i)
        EXPECT_EQ(text_at(sheet, 0, i), cases[i].text) << cases[i].shown;
}

std::string run(const std::string& text, bool is_raised = false) {
    return std::string("<r>") + (is_raised ? R"(<rPr><vertAlign val="superscript"/></rPr>)" : "") +
           "<t xml:space=\"preserve\">" + text + "</t></r>";
}

TEST(ReadSheet, KeepsWhatStandsAboveTheLineOfAWorkbook) {
    struct {
        std::string runs;
        const char* text;
    } const cases[] = {{run("12.5") + run("2", true), "12.5²"},
                       {run("m") + run("2", true) + run(" of floor"), "m² of floor"},
                       {run("10") + run("−3", true), "10⁻³"},
                       {run("Ratio") + run("a, b", true), "Ratioᵃ, ᵇ"},
                       {run("a", true) + run(" A model.\nOf\n") + run("b)", true) + run(" May"),
                        "ᵃ A model.\nOf\nᵇ May"},
                       {run("Price") + run("1)", true), "Price¹"},
                       {run("yes") + run("1", true) + run(",") + run("2", true), "yes¹,²"},
                       {run("the 1") + run("st", true), "the 1st"},
                       {run("M") + run("e", true) + run(" Curie"), "Me Curie"},
                       {run("Broadside") + run("TM", true), "BroadsideTM"},
                       {run("new") + run("*", true), "new*"},
                       {run("Tea ") + run("(new)", true), "Tea (new)"},
                       {run("see me", true), "see me"},
                       {run("2", true), "²"}};
    testing::TinyWorkbook book;
    book.sheet = R"(<sheetData><row r="1">)";
    std::size_t count = 0;
    for (const auto& [runs, text] : cases) {
        book.sheet += "<c t=\"s\"><v>" + std::to_string(count++) + "</v></c>";
        book.strings += "<si>" + runs + "</si>";
    }
    book.sheet += R"(<c t="inlineStr"><is>)" + run("5") + run("1", true) +
                  R"(</is></c><c t="inlineStr"><is><t>7</t></is></c></row></sheetData>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(text_at(sheet, 0, i), cases[i].text) << i;
    EXPECT_EQ(text_at(sheet, 0, count), "5¹");
    EXPECT_EQ(text_at(sheet, 0, count + 1), "7");
}

TEST(ReadSheet, TakesLinksAndSumsFromFormulas) {
    const auto text = read_sheet(
        "a.csv", "N;L\na;\"=HYPERLINK(\"\"https://a.org/\"\";\"\"Site\"\")\"\nb;#REF!\n", {});
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(text_at(text, 1, 1), "Site");
    EXPECT_EQ(text->at(1, 1)->url, "https://a.org/");
    ASSERT_EQ(text.diagnostics().size(), 1U);
    EXPECT_EQ(text.diagnostics()[0].message, "formulas that fail, as #N/A says: 1");
    const auto book = read_cells(
        R"(<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://b.org","B")</f><v>B</v></c>)"
        R"(<c r="B1"><f>AVERAGE(B2:B3)</f><v>3</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c>)"
        R"(<c r="D1"><f>SUM(D2,D5)</f><v>3</v></c><c r="E1"><f>E2+E5</f><v>3</v></c>)"
        R"(<c r="F1"><f>D2+E2</f><v>3</v></c></row>)");
    ASSERT_TRUE(book.ok());
    EXPECT_EQ(book->at(0, 0)->url, "https://b.org");
    EXPECT_TRUE(book->at(0, 1)->is_sum);
    EXPECT_FALSE(book->at(0, 2)->is_sum);
    EXPECT_TRUE(book->at(0, 3)->is_sum);
    EXPECT_TRUE(book->at(0, 4)->is_sum);
    EXPECT_FALSE(book->at(0, 5)->is_sum);
}

TEST(ReadSheet, TellsOfFormulasWithoutResults) {
    const auto book = read_cells(
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" si="0">A1/2</f></c>)"
        R"(<c r="C1"><f t="shared" si="0"/></c><c r="D1" t="str"><f>""</f><v></v></c></row>)");
    ASSERT_EQ(book.diagnostics().size(), 1U);
    EXPECT_EQ(book.diagnostics()[0].message,
              "formulas without a result in the file, which are left out: 2");
}

TEST(ReadSheet, UnescapesCharactersOfAWorkbook) {
    testing::TinyWorkbook book;
    book.strings = "<si><t>a_x000D_\nb_x005F_x000D_ _x00e9__xD83D__xDE00__x12_</t></si>";
    book.sheet = R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>)"
                 R"(<c r="B1" t="str"><v>c_x0009_d_</v></c></row></sheetData>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    EXPECT_EQ(text_at(sheet, 0, 0), "a\nb_x000D_ é😀_x12_");
    EXPECT_EQ(text_at(sheet, 0, 1), "c d_");
}

TEST(ReadSheet, ReadsTheSignsOfSymbolFonts) {
    testing::TinyWorkbook book;
    book.styles = R"(<numFmts><numFmt numFmtId="164" formatCode="&quot;ü&quot;;;&quot;û&quot;"/>)"
                  R"(</numFmts><fonts><font><name val="Calibri"/></font><font>)"
                  R"(<name val="Wingdings"/></font><font><name val="Wingdings 2"/></font></fonts>)"
                  R"(<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/>)"
                  R"(<xf numFmtId="164" fontId="1"/></cellXfs>)";
    book.strings =
        R"(<si><t>ü</t></si><si><r><t>û</t></r><r><rPr><rFont val="Arial"/></rPr><t> ü</t></r></si>)"
        R"(<si><r><rPr><rFont val="Wingdings"/></rPr><t>&#xF0FE;</t></r></si>)";
    book.sheet = R"(<sheetData><row r="1"><c s="1" t="s"><v>0</v></c><c s="1" t="s"><v>1</v></c>)"
                 R"(<c t="s"><v>2</v></c><c s="2" t="str"><v>P</v></c><c s="3"><v>0</v></c>)"
                 R"(<c s="1"><v>5</v></c><c t="s"><v>0</v></c></row></sheetData>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    for (const auto& [column, text] :
         {std::pair(0U, "✓"), {1, "✗ ü"}, {2, "☑"}, {3, "✓"}, {4, "✗"}, {5, "5"}, {6, "ü"}})
        EXPECT_EQ(text_at(sheet, 0, column), text);
}

TEST(ReadSheet, LeavesOutWhatIsStruckOut) {
    const std::string struck = "<r><rPr><strike/></rPr><t>";
    testing::TinyWorkbook book;
    book.styles =
        "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/>"
        "</cellXfs>";
    book.strings = "<si>" + struck + "20 €</t></r><r><t>  15 €</t></r></si><si>" + struck +
                   "gone</t></r></si>";
    book.sheet = R"(<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c>)"
                 R"(<c r="C1" s="1"><v>8</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c>)"
                 R"(<c r="B2"><v>2</v></c></row><row r="3"><c r="A3" t="inlineStr"><is>)" +
                 struck +
                 R"(old</t></r><r><rPr><strike val="0"/></rPr><t> new</t></r></is></c>)"
                 R"(<c r="D3"><v>4</v></c></row></sheetData>)";
    const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
    EXPECT_EQ(text_at(sheet, 0, 1), "15 €");
    EXPECT_EQ(text_at(sheet, 0, 2), "");
    EXPECT_EQ(text_at(sheet, 1, 0), "new");
    ASSERT_EQ(sheet.diagnostics().size(), 1U);
    EXPECT_EQ(sheet.diagnostics()[0].message,
              "what is struck out is left out: B1 \"20 €\", C1 \"8\", A2 \"gone\" with its row, A3 "
              "\"old\"");
}

TEST(ReadSheet, TellsOfIconsInPlaceOfNumbers) {
    const auto message_of = [](const char* shows) {
        testing::TinyWorkbook book;
        book.sheet = R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>)"
                     R"(<conditionalFormatting sqref="A1:A4"><cfRule><iconSet )" +
                     std::string(shows) + "/></cfRule></conditionalFormatting>";
        const auto sheet = read_sheet("a.xlsx", book.bytes(), {});
        return sheet.diagnostics().empty() ? "" : sheet.diagnostics()[0].message;
    };
    EXPECT_EQ(message_of("showValue=\"0\""),
              "where cells show icons alone, their numbers are taken: A1:A4");
    EXPECT_EQ(message_of(""), "");
}

TEST(ReadSheet, KnowsIndentsOfTextsInTheSheetItself) {
    const auto sheet =
        read_cells(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>  a</t></is></c>)"
                   R"(<c r="B1" t="str"><v>   b</v></c><c r="C1" t="str"><v> c</v></c></row>)");
    ASSERT_TRUE(sheet.ok());
    EXPECT_EQ(sheet->at(0, 0)->indent, 2);
    EXPECT_EQ(sheet->at(0, 1)->indent, 3);
    EXPECT_EQ(sheet->at(0, 2)->indent, 0);
}

}  // namespace
}  // namespace broadside::sheets
