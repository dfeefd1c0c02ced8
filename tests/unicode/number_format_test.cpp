#include "broadside/unicode/number_format.hpp"

#include <gtest/gtest.h>

#include "broadside/unicode/numbers.hpp"

namespace broadside::unicode {
namespace {

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
