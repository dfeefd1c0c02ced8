#include "broadside/unicode/numbers.hpp"

#include <string>

#include <gtest/gtest.h>

#include "broadside/unicode/date.hpp"
#include "broadside/unicode/figures.hpp"

namespace broadside::unicode {
namespace {

TEST(WithDigits, LeavesAsciiAsItIs) { EXPECT_EQ(with_digits("12.50", kAsciiZero), "12.50"); }

TEST(WithDigits, WritesTheDigitsOfAScript) {
    EXPECT_EQ(with_digits("190", 0x0966), "\u0967\u096f\u0966");
    EXPECT_EQ(with_digits("1/3", 0x06F0), "\u06f1/\u06f3");
    EXPECT_EQ(with_digits("7", 0x1D7CE), "\U0001d7d5");
}

TEST(WithDigits, SetsTheArabicDecimalSeparatorBesideArabicDigits) {
    EXPECT_EQ(with_digits("-4.50", 0x0660), "-\u0664\u066b\u0665\u0660");
    EXPECT_EQ(with_digits("4.5", 0x0966), "\u096a.\u096b");
}

TEST(IsDigit, KnowsTheDigitsOfEverySystem) {
    for (const DigitSystem& system : kDigitSystems) {
        EXPECT_TRUE(is_digit(system.zero)) << system.name;
        EXPECT_TRUE(is_digit(system.zero + 9)) << system.name;
    }
    EXPECT_FALSE(is_digit(U'V'));
    EXPECT_FALSE(is_digit(U':'));
}

TEST(IsDash, KnowsHyphenAndDashes) {
    EXPECT_TRUE(is_dash("-"));
    EXPECT_TRUE(is_dash("–"));
    EXPECT_FALSE(is_dash("--"));
}

TEST(WithMinusSign, ReplacesAHyphenBeforeADigit) {
    EXPECT_EQ(with_minus_sign("-5"), "−5");
    EXPECT_EQ(with_minus_sign("-៥"), "−៥");
}

TEST(WithMinusSign, LeavesALoneHyphen) { EXPECT_EQ(with_minus_sign("-"), "-"); }

constexpr char32_t kArabic = 0x660, kPersian = 0x6F0, kDevanagari = 0x966;

std::string written(const char* number, const char* language, char32_t zero = kAsciiZero) {
    const FormattedNumber written = format_number(number, number_format(language, zero), zero);
    return std::string(written.text).insert(written.axis, "|");
}

TEST(FormatNumber, KeepsTheDigitsAsWritten) {
    EXPECT_EQ(written("12.50", "en"), "12|.50");
    EXPECT_EQ(written("-0.5", "de"), "−0|,5");
}

TEST(FormatNumber, PartsGroupsAsTheLanguageDoes) {
    EXPECT_EQ(written("1234567", "en"), "1,234,567|");
    EXPECT_EQ(written("1234567", "de-CH"), "1’234’567|");
    EXPECT_EQ(written("1234.5", "fr"), "1\u202f234|,5");
    EXPECT_EQ(written("1234", "es"), "1234|");
    EXPECT_EQ(written("12345", "es"), "12.345|");
    EXPECT_EQ(written("12345678", "hi"), "1,23,45,678|");
}

TEST(FormatNumber, SetsTheDigitsAndSignsOfTheLanguage) {
    EXPECT_EQ(written("1234.5", "ar", kArabic), "١٬٢٣٤|٫٥");
    EXPECT_EQ(written("1234.5", "fa", kPersian), "۱٬۲۳۴|٫۵");
    EXPECT_EQ(written("1234.5", "hi", kDevanagari), "१,२३४|.५");
}

TEST(NumberFormat, IsThatOfTheNearestParent) {
    EXPECT_EQ(number_format("de-Latn-DE", kAsciiZero).tag, "de");
    EXPECT_EQ(number_format("tlh", kAsciiZero).tag, "root");
    EXPECT_EQ(number_format("sv", kAsciiZero).range, "–") << "as printers set it";
    EXPECT_EQ(number_format("de", kArabic).tag, "root/arab");
}

TEST(FillPattern, SetsSignsWhereTheLanguageHasThem) {
    const auto price = [](const char* number, const char* language) {
        const NumberFormat& format = number_format(language, kAsciiZero);
        return fill_pattern(format.currency, format_number(number, format, kAsciiZero), "€").text;
    };
    EXPECT_EQ(price("5.00", "en"), "€5.00");
    EXPECT_EQ(price("-5.00", "en"), "−€5.00");
    EXPECT_EQ(price("-5.00", "de"), "−5,00\u00a0€");
    EXPECT_EQ(fill_pattern("%#", {"12", 2}).axis, 3u);
}

TEST(IsCurrencySign, KnowsSignsFromUnits) {
    EXPECT_TRUE(is_currency_sign("€"));
    EXPECT_TRUE(is_currency_sign("US$"));
    EXPECT_FALSE(is_currency_sign("GB"));
    EXPECT_FALSE(is_currency_sign("€/kg"));
}

/// The text with a bar at its axis where no other figure is around it; as it is when it is none.
std::string with_axis(std::string text, char32_t decimal = U'.') {
    const auto figure = find_figure(text);
    if (figure) text.insert(*FigureAxes({*figure}, decimal).of(*figure), "|");
    return text;
}

TEST(FindFigure, StandsBeforeTheDecimalSign) {
    EXPECT_EQ(with_axis("42.00"), "42|.00");
    EXPECT_EQ(with_axis("-0,5"), "-0|,5");
    EXPECT_EQ(with_axis(".5"), "|.5");
    EXPECT_EQ(with_axis("٤٫٥"), "٤|٫٥");
    EXPECT_EQ(with_axis("1.234,50"), "1.234|,50");
    EXPECT_EQ(with_axis("1’000.5"), "1’000|.5");
    EXPECT_EQ(with_axis("12,34,567.8"), "12,34,567|.8");
}

TEST(FindFigure, StandsAfterWholeNumbers) {
    EXPECT_EQ(with_axis("1 000"), "1 000|");
    EXPECT_EQ(with_axis("1\u202f000"), "1\u202f000|");
    EXPECT_EQ(with_axis("1.234.567"), "1.234.567|");
    EXPECT_EQ(with_axis("-௫"), "-௫|");
}

TEST(FindFigure, StandsAfterFractions) {
    EXPECT_EQ(with_axis("½ tab"), "½| tab");
    EXPECT_EQ(with_axis("1½ tab"), "1½| tab");
    EXPECT_EQ(with_axis("½–1 tab"), "½–1| tab");
    EXPECT_EQ(with_axis("1–1½ tab"), "1–1½| tab");
}

TEST(FindFigure, TakesUnitsRelationsAndCurrencies) {
    EXPECT_EQ(with_axis("< 0.01 %"), "< 0|.01 %");
    EXPECT_EQ(with_axis("ca. 120 kg"), "ca. 120| kg");
    EXPECT_EQ(with_axis("US$ 1,200.50"), "US$ 1,200|.50");
    EXPECT_EQ(with_axis("CHF 5.–"), "CHF 5|.–");
    EXPECT_EQ(with_axis("R 134–602"), "R 134–602|");
    EXPECT_EQ(with_axis("kr 134"), "kr 134|");
    EXPECT_EQ(with_axis("Rs 200–5,000"), "Rs 200–5,000|");
    EXPECT_EQ(with_axis("KSh 12.50"), "KSh 12|.50");
    EXPECT_EQ(with_axis("Windows 10"), "Windows 10") << "a name";
    EXPECT_EQ(with_axis("R-134"), "R-134") << "and that";
    EXPECT_EQ(with_axis("Fr 9–12"), "Fr 9–12") << "a day";
    EXPECT_EQ(with_axis("4 €"), "4| €");
    EXPECT_EQ(with_axis("20.5 µg/m³"), "20|.5 µg/m³");
    EXPECT_EQ(with_axis("5·10⁻³"), "5|·10⁻³");
}

TEST(FindFigure, StandsAtTheEndOfARangeAndBeforeATolerance) {
    EXPECT_EQ(with_axis("75.00–95.00"), "75.00–95|.00");
    EXPECT_EQ(with_axis("10 – 20 kg"), "10 – 20| kg");
    EXPECT_EQ(with_axis("7.5 ± 0.5"), "7|.5 ± 0.5");
}

TEST(FindFigure, StandsBeforeTheMinutesOfATime) {
    EXPECT_EQ(with_axis("9:50"), "9|:50");
    EXPECT_EQ(with_axis("09:05 a.m."), "09|:05 a.m.");
    EXPECT_EQ(with_axis("10h09"), "10|h09");
}

TEST(FindFigure, StandsBetweenTheTimesOfOpeningHours) {
    EXPECT_EQ(with_axis("9:30–17:00"), "9:30–|17:00");
    EXPECT_EQ(with_axis("9 – 17:30 Uhr"), "9 –| 17:30 Uhr");
    EXPECT_EQ(with_axis("9:30-12"), "9:30-|12");
    EXPECT_EQ(with_axis("8h–9h30"), "8h–|9h30");
    EXPECT_EQ(with_axis("9 h 30 – 17 h"), "9 h 30 –| 17 h");
    EXPECT_EQ(with_axis("9 h 30"), "9| h 30");
    EXPECT_EQ(with_axis("5 h"), "5| h");
    EXPECT_EQ(with_axis("5–7 h"), "5–7| h");
    EXPECT_EQ(with_axis("9 a.m.–5:30 p.m."), "9 a.m.–|5:30 p.m.");
    EXPECT_EQ(with_axis("9 am–5 pm"), "9 am–|5 pm");
    EXPECT_EQ(with_axis("9.30 am–5.30 pm"), "9.30 am–|5.30 pm");
    EXPECT_EQ(with_axis("6.30–8 pm"), "6.30–|8 pm");
    EXPECT_EQ(with_axis("4.15 – 7.45 p.m."), "4.15 –| 7.45 p.m.");
    EXPECT_EQ(with_axis("5–6.30 pm"), "5–|6.30 pm");
    EXPECT_EQ(with_axis("2–5.30 p.m."), "2–|5.30 p.m.");
    for (const char* number : {"9.30 mm", "12.50 AMD", "74.25 pm"})
        EXPECT_FALSE(FigureAxes({*find_figure(number)}, U'.').are_times()) << number;
    const auto beside_hours = [](const char* text) {
        const Figure figure = *find_figure(text);
        const FigureAxes axes({figure, *find_figure("9:30–17:00")}, U'.');
        EXPECT_TRUE(axes.are_times()) << text;
        return axes.of(figure);
    };
    EXPECT_EQ(beside_hours("10–18"), 5u);
    EXPECT_EQ(beside_hours("14:00"), 5u);
    EXPECT_EQ(beside_hours("24 h"), std::nullopt);
    EXPECT_EQ(beside_hours("12–18 hours"), std::nullopt) << "that long, and not then";
    EXPECT_EQ(beside_hours("9–5 pm"), 4u);
    const Figure duration = *find_figure("12–18 hours"), minutes = *find_figure("4:00");
    EXPECT_TRUE(FigureAxes({duration, minutes}, U'.').are_times());
    EXPECT_EQ(FigureAxes({duration, *find_figure("9:30–17:00 Uhr")}, U'.').of(duration), 5u);
    const Figure price = *find_figure("4.50");
    EXPECT_EQ(FigureAxes({price, price, *find_figure("9:30–17:00")}, U'.').of(price), 1u);
}

TEST(FindFigure, StandsBetweenTheNumbersOfProducts) {
    EXPECT_EQ(with_axis("1.9 × 7.2 cm"), "1.9 ×| 7.2 cm");
    EXPECT_EQ(with_axis("3.5 × 10⁶ km"), "3|.5 × 10⁶ km") << "a power";
    const Figure product = *find_figure("1.9 × 7.2"), number = *find_figure("2.5");
    EXPECT_EQ(FigureAxes({product, number, number}, U'.').of(product), 1u) << "few are";
    EXPECT_EQ(FigureAxes({product, number}, U'.').of(number), 1u);
    EXPECT_EQ(with_axis("18 : 36"), "18 :| 36");
    EXPECT_EQ(with_axis("1 : 1 000"), "1 :| 1 000");
}

TEST(FindFigure, RefusesDatesVersionsAndWords) {
    for (const char* text :
         {"",           "-",          "n/a",         "2022-01",
          "2022-01-31", "12.03.2024", "4.0.1",       "3/4",
          "v2",         "9:5",        "100:00",      "8:00–9:30, 11–12",
          "007",        "Windows 10", "-sans-",      "€",
          "PSF-2.0",    "GPL-2.0-CE", "5 of the 12", "2 pages, or as many as you like"})
        EXPECT_FALSE(find_figure(text)) << text;
}

TEST(IsVersion, IsOfThreeNumbersAndNotOfThousands) {
    for (const char* text : {"2.7.10", "12.03.2024", "1.0.0.1", "1234.567.890"})
        EXPECT_TRUE(is_version(text)) << text;
    for (const char* text : {"", "2.7", "1.234.567", "2.7.", ".2.7", "2..7", "2.7.x", "v2.7.10"})
        EXPECT_FALSE(is_version(text)) << text;
}

TEST(FigureAxes, LetsTheColumnSayWhatOneSignMeans) {
    const auto axis_beside = [](const char* text, const char* other, char32_t decimal) {
        const Figure figure = *find_figure(text);
        return FigureAxes({figure, *find_figure(other)}, decimal).of(figure);
    };
    EXPECT_EQ(axis_beside("890.125", "42.00", U','), 3u);
    EXPECT_EQ(axis_beside("1.234", "9,99", U'.'), 5u);
    EXPECT_EQ(axis_beside("1.234", "1.234.567", U'.'), 5u);
    EXPECT_EQ(axis_beside("1.234", "7", U'.'), 1u);
    EXPECT_EQ(axis_beside("1.234", "7", U','), 5u);
}

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
    EXPECT_EQ(range("2025-03-01/2025-04-04", "it"), "1 marzo – 4 aprile 2025");
    EXPECT_EQ(range("2025-03-01/2025-03-04", "hy"), "01–04 մարտի, 2025 թ.");
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

TEST(EndsWithQuantity, KnowsUnits) {
    for (const char* text : {"10", "2.5 ml", "120\u00a0g", "5m", "4–6 h", "٣ كغ"})
        EXPECT_TRUE(ends_with_quantity(text)) << text;
    for (const char* text : {"", "ml", "2 doses", "USA", "5 %"})
        EXPECT_FALSE(ends_with_quantity(text)) << text;
}

}  // namespace
}  // namespace broadside::unicode
