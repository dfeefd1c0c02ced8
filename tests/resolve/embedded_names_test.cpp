#include "broadside/resolve/embedded_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

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
