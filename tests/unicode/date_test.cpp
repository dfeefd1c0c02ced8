#include "broadside/unicode/date.hpp"

#include <gtest/gtest.h>

#include "broadside/unicode/numbers.hpp"

namespace broadside::unicode {
namespace {

std::string range(const std::string& dates, const char* language,
                  DateLength length = DateLength::Long, char32_t zero = kAsciiZero) {
    const std::size_t slash = dates.find('/');
    const DateRange written =
        format_range(dates.substr(0, slash), dates.substr(slash + 1), language, length, zero);
    return written.first + written.second;
}

TEST(FormatRange, SaysWhatBothEndsOfARangeShareOnce) {
    EXPECT_EQ(range("2025-03-01/2025-03-14", "de"), "1.–14. März 2025");
    EXPECT_EQ(range("2025-03-01/2025-04-14", "de"), "1. März – 14. April 2025");
    EXPECT_EQ(range("2024-12-30/2025-01-02", "de"), "30. Dezember 2024 – 2. Januar 2025");
    EXPECT_EQ(range("2025-03/2025-05", "de"), "März–Mai 2025");
    EXPECT_EQ(range("2024-11/2025-02", "de"), "November 2024 – Februar 2025");
    EXPECT_EQ(range("2024/2025", "de"), "2024–2025");
    EXPECT_EQ(range("2025-03-01/2025-03-01", "de"), "1. März 2025");
}

TEST(FormatRange, WritesRangesAsTheLanguageDoes) {
    EXPECT_EQ(range("2025-03-01/2025-03-14", "en"), "March 1 – 14, 2025");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "en-GB"), "1–14 March 2025");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "fr"), "1–14 mars 2025");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "pt"), "1 – 14 de março de 2025");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "ja"), "2025年3月1日～14日");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "cs"), "1. března 2025 – 14. března 2025")
        << "CLDR has such months in figures only";
    EXPECT_EQ(range("2025-03-01/2025-03-14", "es"), "1 de marzo de 2025 – 14 de marzo de 2025")
        << "CLDR's range lacks the words";
    EXPECT_EQ(range("2026-02-01/2026-03-04", "en-PK", DateLength::Numeric),
              format_date("2026-02-01", "en-PK", DateLength::Numeric, kAsciiZero) + " – " +
                  format_date("2026-03-04", "en-PK", DateLength::Numeric, kAsciiZero))
        << "CLDR has the day last in ranges only";
    EXPECT_EQ(range("2025-03-01/2025-03-14", "fa", DateLength::Long, U'۰'), "۱ تا ۱۴ مارس ۲۰۲۵");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "de", DateLength::Medium), "1.–14. März 2025");
    EXPECT_EQ(range("2025-03-01/2025-04-14", "de", DateLength::Numeric), "01.03. – 14.04.2025");
    EXPECT_EQ(range("2025-03-01/2025-03-14", "tlh"), "2025 M03 1 – 2025 M03 14")
        << "of no language: both in full";
}

/// What is written of a range has the years of both ends, or the one that they share.
TEST(FormatRange, LosesNoEndOfARangeInAnyLanguage) {
    for (const char* language :
         {"ar", "bg", "bn", "cs", "da", "el", "es", "et", "fa", "fi", "he", "hi", "hr",
          "hu", "id", "it", "ja", "ka", "km", "ko", "lt", "lv", "nl", "nb", "pl", "pt",
          "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh", "zh-Hant"}) {
        for (const DateLength length :
             {DateLength::Numeric, DateLength::Medium, DateLength::Long}) {
            const std::string days = range("2021-03-17/2024-11-29", language, length);
            for (const char* part : {"2021", "17", "2024", "29"})
                EXPECT_NE(days.find(part), days.npos) << language << ": " << days;
            const std::string months = range("2021-03/2024-11", language, length);
            for (const char* part : {"2021", "2024"})
                EXPECT_LT(months.find(part), months.size()) << language << ": " << months;
            const std::string near = range("2024-11-17/2024-11-29", language, length);
            EXPECT_LT(near.find("17"), near.find("29")) << language << ": " << near;
        }
    }
}

}  // namespace
}  // namespace broadside::unicode
