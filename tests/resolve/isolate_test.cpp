#include "broadside/resolve/isolate.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/embedded_names.hpp"
#include "support/doc_builder.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Direction kLeftToRight = Direction::LeftToRight;
constexpr Direction kRightToLeft = Direction::RightToLeft;

/// The texts of a paragraph's spans in a document that reads in `direction`.
std::vector<std::string> isolated(doc::Paragraph paragraph, Direction direction) {
    doc::Document document = test::document(std::move(paragraph));
    document.direction = direction;
    isolate_foreign_lines(document);
    return test::texts_of(std::get<doc::Paragraph>(document.blocks[0].content).spans);
}

std::vector<std::string> isolated(std::string text, Direction direction) {
    return isolated(test::paragraph(std::move(text)), direction);
}

TEST(IsolatedPart, LeavesTextOfTheDocumentsDirectionAlone) {
    EXPECT_EQ(isolated_part("Signal (A)", kLeftToRight), "Signal (A)");
    EXPECT_EQ(isolated_part("24", kLeftToRight), "24");
    EXPECT_EQ(isolated_part("شبكة", kRightToLeft), "شبكة");
    EXPECT_EQ(isolated_part("*", kRightToLeft), "*");
}

TEST(IsolatedPart, SetsForeignTextInItsOwnDirection) {
    EXPECT_EQ(isolated_part("(A)", kRightToLeft), "\u2066(A)\u2069");
    EXPECT_EQ(isolated_part("1", kRightToLeft), "\u20661\u2069");
    EXPECT_EQ(isolated_part("שלום!", kLeftToRight), "\u2067שלום!\u2069");
}

TEST(IsolatedPart, SetsMixedTextAndArabicFiguresInTheDocumentsDirection) {
    EXPECT_EQ(isolated_part("IMAP / بريد", kRightToLeft), "\u2067IMAP / بريد\u2069");
    EXPECT_EQ(isolated_part("\u0661", kRightToLeft), "\u2067\u0661\u2069");
    EXPECT_EQ(isolated_part("שלום Signal", kLeftToRight), "\u2066שלום Signal\u2069");
}

TEST(IsolateForeignLines, KeepSpacesBetweenTheirSpans) {
    doc::Paragraph text;
    for (const char* part : {"ראה", " ", "Signal", " ", "Desktop"})
        text.spans.push_back(test::paragraph(part).spans[0]);
    const std::vector<std::string> parts = isolated(text, kRightToLeft);
    std::string joined;
    for (const std::string& part : parts) joined += part;
    EXPECT_EQ(joined, isolated("ראה Signal Desktop", kRightToLeft).at(0));
}

TEST(IsolateForeignLines, LeavesSymbolsBesideThem) {
    doc::Paragraph text;
    text.spans = {test::symbol_span(10), test::paragraph("\u00a0").spans[0],
                  test::paragraph("122+").spans[0]};
    EXPECT_THAT(isolated(text, kRightToLeft),
                ElementsAre(doc::kObject, "\u00a0", "\u2066122+\u2069"));
}

TEST(IsolatedAddress, KeepsItsPartsFromLeftToRight) {
    EXPECT_EQ(isolated_address("a.org/b", kLeftToRight), "a.org/b");
    EXPECT_EQ(isolated_address("a.org/b", kRightToLeft), "a.org/b");
    EXPECT_EQ(isolated_address("a.org/שלום/12", kLeftToRight), "a.org/\u2067שלום\u2069/12");
    EXPECT_EQ(isolated_address("a.org/שלום/12", kRightToLeft),
              "\u2066a.org/\u2067שלום\u2069/12\u2069");
}

TEST(IsolateForeignLines, LeavesALeftToRightDocumentAsItIs) {
    EXPECT_THAT(isolated("Signal (A)\n24", kLeftToRight), ElementsAre("Signal (A)\n24"));
}

TEST(IsolateForeignLines, LooksAtEachLineByItself) {
    EXPECT_THAT(isolated("שלום\nC++", kRightToLeft), ElementsAre("שלום\n\u2066C++\u2069"));
    EXPECT_THAT(isolated("C++\n\nD++", kRightToLeft),
                ElementsAre("\u2066C++\u2069\n\n\u2066D++\u2069"));
}

TEST(IsolateForeignLines, KeepsASentenceThatOnlyBeginsWithAForeignWord) {
    EXPECT_THAT(isolated("AWS = على خوادم Amazon", kRightToLeft),
                ElementsAre("AWS = على خوادم Amazon"));
}

TEST(IsolateForeignLines, IsolatesNamesAndAddressesInASentence) {
    EXPECT_THAT(isolated("لغة C++، ثم https://x.org/a/.", kRightToLeft),
                ElementsAre("لغة \u2066C++\u2069، ثم \u2066https://x.org/a/\u2069."));
    EXPECT_THAT(isolated("in C++, שלום", kLeftToRight), ElementsAre("in C++, שלום"));
}

TEST(IsolateForeignLines, IsolatesANameOverTheStylesOfASentence) {
    doc::Paragraph paragraph = test::paragraph("لغة ");
    paragraph.spans.push_back(test::paragraph("C").spans[0]);
    paragraph.spans.push_back(test::paragraph("++").spans[0]);
    paragraph.spans.push_back(test::paragraph(" هنا").spans[0]);
    EXPECT_THAT(isolated(paragraph, kRightToLeft),
                ElementsAre("لغة ", "\u2066C", "++\u2069", " هنا"));
}

TEST(IsolateForeignLines, LeavesRangesToTheDirectionOfTheLineAsInASentence) {
    for (const char* range : {"8–20", "8:00–20:30", "9:00–12:00, 14–17"})
        EXPECT_THAT(isolated(range, kRightToLeft), ElementsAre(range));
    EXPECT_THAT(isolated("–5", kRightToLeft), ElementsAre("\u2066–5\u2069"));
}

TEST(IsolateForeignLines, LeavesFiguresWithUnitsOrRelationsToTheDirectionOfTheLine) {
    for (const char* figure : {"8–20 €", "47.30 ₪", "< 5%", "≈ 980–1,450 ₪", "10–20%"})
        EXPECT_THAT(isolated(figure, kRightToLeft), ElementsAre(figure));
    EXPECT_THAT(isolated("8–20 kg", kRightToLeft), ElementsAre("8–20 \u2066kg\u2069"));
    EXPECT_THAT(isolated("20 °C", kRightToLeft), ElementsAre("20 \u2066°C\u2069"));
    EXPECT_THAT(isolated("7.5 ± 0.5 ₪", kRightToLeft), ElementsAre("\u20667.5 ± 0.5\u2069 ₪"));
    EXPECT_THAT(isolated("USB 3", kRightToLeft), ElementsAre("\u2066USB 3\u2069"));
    EXPECT_THAT(isolated("8–20 €", kLeftToRight), ElementsAre("8–20 €"));
}

TEST(IsolateForeignLines, TurnsSignedFiguresButNotArabicOnes) {
    EXPECT_THAT(isolated("−5 €", kRightToLeft), ElementsAre("\u2066−5\u2069 €"));
    EXPECT_THAT(isolated("−\u0665", kRightToLeft), ElementsAre("−\u0665"));
}

TEST(IsolateForeignLines, SpansTheStylesOfALineAndEndsBeforeItsMarks) {
    doc::Paragraph paragraph = test::paragraph("bold ");
    paragraph.spans.push_back(test::paragraph("and not.").spans[0]);
    paragraph.spans.push_back(test::note_mark("A"));
    EXPECT_THAT(isolated(paragraph, kRightToLeft),
                ElementsAre("\u2066bold ", "and not.\u2069", "A"));
}

TEST(IsolateForeignLines, TakesWhatIsIsolatedForNoWord) {
    const std::string names =
        isolated_part("Tox", kRightToLeft) + " · " + isolated_part("Jami", kRightToLeft);
    EXPECT_THAT(isolated(names, kRightToLeft), ElementsAre(names));
}

TEST(IsolateForeignLines, ReachesTextInCells) {
    doc::Document document = test::document(
        test::table(test::grid({Fraction{1}}, {test::body_row("r", {test::cell("C++")})})));
    document.direction = kRightToLeft;
    isolate_foreign_lines(document);
    const auto& grid = std::get<doc::Table>(document.blocks[0].content).grid;
    const auto& cell = std::get<doc::Cell>(grid.slots[0]);
    EXPECT_EQ(test::text_of(std::get<doc::Paragraph>(cell.content[0])), "\u2066C++\u2069");
}

std::vector<std::string> names_in(const std::string& line) {
    std::vector<std::string> names;
    for (const TextRange& range : find_embedded_names(line))
        names.push_back(line.substr(range.begin, range.end - range.begin));
    return names;
}

TEST(FindEmbeddedNames, LeavesWordsOfLettersAlone) {
    EXPECT_THAT(names_in("شبكة مثل WhatsApp أو Dib2Qm."), IsEmpty());
    EXPECT_THAT(names_in("خادم https://x.org/a مفتوح"), IsEmpty());
    EXPECT_THAT(names_in("«Signal»، ثم 5 و1.5 و2022-01-31"), IsEmpty());
}

TEST(FindEmbeddedNames, LooksAlongNoLineOfSignsFromEachOfThem) {
    for (const char sign : {'=', ')', '.', '-'})
        EXPECT_THAT(names_in("א a " + std::string(60000, sign)), IsEmpty()) << sign;
}

TEST(FindEmbeddedNames, KeepsTheSlashOfAnAddressAndNotTheSentencesPunctuation) {
    EXPECT_THAT(names_in("على https://x.org/a/."), ElementsAre("https://x.org/a/"));
    EXPECT_THAT(names_in("(انظر x.org/a/)، ثم"), ElementsAre("x.org/a/"));
    EXPECT_THAT(names_in("على https://x.org/?a=؟"), ElementsAre("https://x.org/?a="));
    EXPECT_THAT(names_in("مجلد /etc/hosts هنا"), ElementsAre("/etc/hosts"));
}

TEST(FindEmbeddedNames, KeepsSignsThatEndAName) {
    EXPECT_THAT(names_in("لغة C++، ولغة C#."), ElementsAre("C++", "C#"));
    EXPECT_THAT(names_in("نظام Matrix (2.0) مفتوح"), ElementsAre("Matrix (2.0)"));
    EXPECT_THAT(names_in("جمعية Digitalcourage e.V. هنا"), ElementsAre("Digitalcourage e.V."));
    EXPECT_THAT(names_in("نظام Matrix (2.0)."), ElementsAre("Matrix (2.0)"));
    EXPECT_THAT(names_in("من Signal™ هنا"), ElementsAre("Signal™"));
}

TEST(FindEmbeddedNames, KeepsSignsThatBeginAName) {
    EXPECT_THAT(names_in("حتى 20 °C فقط"), ElementsAre("°C"));
    EXPECT_THAT(names_in("منصة .NET و.NET و --lang و @signal"),
                ElementsAre(".NET", ".NET", "--lang", "@signal"));
    EXPECT_THAT(names_in("ה-WhatsApp ה--x"), IsEmpty());
    EXPECT_THAT(names_in("ו-.NET ו־--lang"), ElementsAre(".NET", "--lang"));
    EXPECT_THAT(names_in("Android/هاتف"), IsEmpty());
}

TEST(FindEmbeddedNames, KeepsFiguresThatBeginAName) {
    EXPECT_THAT(names_in("برنامج 3CX هنا"), ElementsAre("3CX"));
    EXPECT_THAT(names_in("منذ 2022 Signal"), IsEmpty());
}

TEST(FindEmbeddedNames, TakesWordsInARowTogether) {
    EXPECT_THAT(names_in("في Visual Studio C++ مع"), ElementsAre("Visual Studio C++"));
    EXPECT_THAT(names_in("منذ Android 4.4+ فقط"), ElementsAre("Android 4.4+"));
}

TEST(FindEmbeddedNames, FindsTelephoneNumbers) {
    EXPECT_THAT(names_in("هاتف: +49 30 1234، فاكس (030) 12-34-56."),
                ElementsAre("+49 30 1234", "(030) 12-34-56"));
    EXPECT_THAT(names_in("هاتف 0800-123456 a@x.org"), ElementsAre("0800-123456"));
    EXPECT_THAT(names_in("هاتف 955 54 50 60."), ElementsAre("955 54 50 60"));
    EXPECT_THAT(names_in("من 8:00–14:00 و 16:00–20:00, 12 34"), IsEmpty());
}

TEST(FindEmbeddedNames, PassesOverWhatIsIsolatedFromLeftToRight) {
    EXPECT_THAT(names_in("لغة \u2066C++\u2069 هنا"), IsEmpty());
    EXPECT_THAT(names_in("\u2067Notepad++ (نص)\u2069"), ElementsAre("Notepad++"));
}

}  // namespace
}  // namespace broadside::resolve
