#include "broadside/unicode/numbers.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace broadside::unicode
