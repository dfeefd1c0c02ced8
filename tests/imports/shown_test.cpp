#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "imports/imported.hpp"
#include "support/zip_file.hpp"

/// What workbooks and documents show of their numbers, by the format of the cells.
namespace broadside::imports {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct FormattedColumn {
    std::string format;
    std::vector<std::string> values;
};

/// Of a workbook with names "row0", "row1" and columns "a", "b", each in its own format.
std::string formatted(const std::vector<FormattedColumn>& columns, const std::string& language) {
    testing::TinyWorkbook book;
    std::string formats, cells;
    const auto word = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    book.sheet = "<sheetData><row>" + word("N");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string id = std::to_string(170 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + columns[i].format + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
        book.sheet += word(std::string(1, static_cast<char>('a' + i)));
    }
    book.styles = "<numFmts>" + formats + "</numFmts><cellXfs>" + cells + "</cellXfs>";
    for (std::size_t row = 0; row < columns[0].values.size(); ++row) {
        book.sheet += "</row><row>" + word("row" + std::to_string(row));
        for (std::size_t i = 0; i < columns.size(); ++i)
            book.sheet +=
                "<c s=\"" + std::to_string(i) + "\"><v>" + columns[i].values[row] + "</v></c>";
    }
    book.sheet += "</row></sheetData>";
    return imported(book.bytes(), language, "a.xlsx");
}

TEST(ImportedNumbers, AreFractionsWhereTheSheetShowsThese) {
    EXPECT_THAT(formatted({{"# ?/?", {"1.3333333333", "-0.25", "2"}},
                           {"# ?\?/\??", {"0.09375", "3.14159265", "1.999999"}},
                           {"# ?/4", {"0.5", "1.25", "0"}},
                           {"?/?", {"1.3333333333", "0.5", "2"}}},
                          "en"),
                AllOf(HasSubstr(R"("a": "1 1/3", "b": "3/32", "c": "2/4", "d": "4/3")"),
                      HasSubstr(R"("a": "-1/4", "b": "3 14/99", "c": "1 1/4", "d": "1/2")"),
                      HasSubstr(R"("a": "2", "b": "2", "c": "0", "d": "2/1")")));
}

TEST(ImportedNumbers, AreTimesAsTheSheetShowsThem) {
    EXPECT_THAT(
        formatted({{"h:mm AM/PM", {"0.770833333", "0", "0.5"}},
                   {"[h]&quot;h&quot;mm", {"1.5", "0.0208333333", "0.25"}},
                   {"m:ss.00", {"0.0019", "0.5", "0.25"}},
                   {"h:mm:ss", {"0.770833333", "1.25", "0.00001157407"}},
                   {"yyyy\\-mm\\-dd\\ h:mm\\ AM/PM", {"45351.75", "45351.25", "45351.5"}}},
                  "en"),
        AllOf(HasSubstr(R"("a": "6:30 PM", "b": "36h00", "c": "2:44.16", "d": "18:30")"),
              HasSubstr(R"("e": "2024-02-29 6:00 PM")"),
              HasSubstr(R"("a": "12:00 AM", "b": "0h30", "c": "0:00.00", "d": "6:00")"),
              HasSubstr(R"("a": "12:00 PM", "b": "6h00", "c": "0:00.00", "d": "0:00:01")")));
}

/// The same with a row for each format, as plans beside each other have.
std::string transposed(const std::vector<FormattedColumn>& rows, const std::string& language) {
    testing::TinyWorkbook book;
    std::string formats, cells;
    const auto word = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    book.sheet = "<sheetData><row>" + word("N") + word("one") + word("two") + "</row><row>" +
                 word("Contract") + word("none") + word("a year");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string id = std::to_string(170 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + rows[i].format + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
        book.sheet += "</row><row>" + word("row" + std::to_string(i));
        for (const std::string& value : rows[i].values)
            book.sheet += "<c s=\"" + std::to_string(i) + "\"><v>" + value + "</v></c>";
    }
    book.styles = "<numFmts>" + formats + "</numFmts><cellXfs>" + cells + "</cellXfs>";
    book.sheet += "</row></sheetData>";
    return imported(book.bytes(), language, "a.xlsx");
}

TEST(ImportedNumbers, AmongWordsAreWrittenAsTheSheetShowsThem) {
    const std::vector<FormattedColumn> rows = {{"[$£-809]#,##0.00", {"1200", "-5"}},
                                               {"&quot;CHF &quot;0.00", {"2.5", "3"}},
                                               {"0%", {"0.81", "0.5"}},
                                               {"#,##0.0&quot; kg&quot;", {"1234.5", "2"}}};
    EXPECT_THAT(transposed(rows, "en"),
                AllOf(HasSubstr(R"("one": "£1,200.00", "two": "-£5.00")"),
                      HasSubstr(R"("one": "CHF 2.50", "two": "CHF 3.00")"),
                      HasSubstr(R"("one": "81%", "two": "50%")"),
                      HasSubstr(R"("one": "1,234.5 kg", "two": "2.0 kg")")));
    EXPECT_THAT(transposed(rows, "de"), AllOf(HasSubstr(R"("one": "£1.200,00", "two": "-£5,00")"),
                                              HasSubstr(R"("one": "81 %", "two": "50 %")")));
}

TEST(ImportedNumbers, HaveThePlusThatAllOfTheirsHave) {
    EXPECT_THAT(
        formatted({{"+0;-0;0", {"5", "-3", "0"}}, {"+0.0%;-0.0%", {"0.25", "-0.01", "0"}}}, "de"),
        AllOf(HasSubstr(R"("a": "+5", "b": "+25,0 %")"), HasSubstr(R"("a": "-3", "b": "-1,0 %")"),
              HasSubstr(R"("a": "0", )")));
}

TEST(ImportedNumbers, HaveTheDigitsOfTheirFormat) {
    EXPECT_THAT(formatted({{"[$-2000401]0", {"4061150", "2050300"}}}, "ar"),
                AllOf(HasSubstr("\"digits\": \"arab\""), HasSubstr("\"a\": 4061150")));
    EXPECT_THAT(formatted({{"[$-3000429]#,##0", {"4061150", "2050300"}}}, "fa"),
                HasSubstr("\"digits\": \"arabext\""));
    EXPECT_THAT(formatted({{"[$-401]0", {"4061150", "2050300"}}}, "ar"), Not(HasSubstr("digits")));
    EXPECT_THAT(formatted({{"[$-2000401]h:mm", {"0.25", "0.5"}}}, "ar"), HasSubstr("\"٦:٠٠\""));
}

TEST(ImportedNumbers, HaveTenDigitsWhereTheFormatSaysNothing) {
    EXPECT_THAT(formatted({{"General", {"454.142857142857", "12", "4006381333931"}},
                           {"General", {"0.333333333333333", "-405.333333333333", "1000000"}},
                           {"0.000000000000", {"0.1", "0.2", "0.3"}}},
                          "en"),
                AllOf(HasSubstr(R"("a": 454.1428571, "b": 0.333333333, "c": 0.100000000000)"),
                      HasSubstr(R"("a": 12, "b": -405.3333333,)"),
                      HasSubstr(R"("a": 4006381333931, "b": 1000000,)")));
}

/// Of a document with a row of heads and one of a name and these cells.
std::string document(const std::vector<std::pair<std::string, std::string>>& shown) {
    const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
    const auto word = [](const std::string& text) {
        return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
    };
    std::string heads = word("N"), cells = word("x");
    char head = 'a';
    for (const auto& [value, text] : shown) {
        heads += word(std::string(1, head++));
        cells += "<table:table-cell office:value-type=\"float\" office:value=\"" + value +
                 "\"><text:p>" + text + "</text:p></table:table-cell>";
    }
    return imported(
        testing::zipped({{"content.xml",
                          "<office:document-content xmlns:office=\"" + space +
                              "office:1.0\" xmlns:table=\"" + space + "table:1.0\" xmlns:text=\"" +
                              space + "text:1.0\"><table:table><table:table-row>" + heads +
                              "</table:table-row><table:table-row>" + cells +
                              "</table:table-row></table:table></office:document-content>"}}),
        "ar", "a.ods");
}

TEST(ImportedNumbers, LeaveTheirRowOneWhereTheyAreStruckOut) {
    testing::TinyWorkbook book;
    book.styles =
        "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/>"
        "</cellXfs>";
    book.sheet =
        "<sheetData><row><c t=\"str\"><v>Boat</v></c><c t=\"str\"><v>Price</v></c></row>"
        "<row><c t=\"str\"><v>Kayak</v></c><c s=\"1\"><v>8</v></c></row>"
        "<row><c t=\"str\"><v>Gig</v></c><c><v>9</v></c></row></sheetData>";
    EXPECT_THAT(imported(book.bytes(), "en", "a.xlsx"),
                AllOf(HasSubstr("\"boat\": \"Kayak\"}"), HasSubstr("\"price\": 9")));
}

TEST(ImportedNumbers, AreThoseThatADocumentShows) {
    EXPECT_THAT(document({{"454.142857", "454,142857142857"},
                          {"405.333333333333", "405,333333333333"},
                          {"1.3333333333", "1 1/3"},
                          {"0.12345678", "0.12345678"}}),
                AllOf(HasSubstr("454.142857,"), HasSubstr("405.3333333,"), HasSubstr("\"1 1/3\""),
                      HasSubstr("0.12345678")));
    EXPECT_THAT(document({{"12.5", "١٢٫٥٠"}, {"3", "٣"}}),
                AllOf(HasSubstr("12.50"), HasSubstr("\"digits\": \"arab\"")));
}

}  // namespace
}  // namespace broadside::imports
