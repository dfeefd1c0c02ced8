#include "broadside/unicode/figures.hpp"

#include <gtest/gtest.h>

#include <string>

namespace broadside::unicode {
namespace {

/// The text with a bar at its axis where no other figure is around it; as it is when it is none.
std::string with_axis(std::string text, char32_t decimal = U'.') {
    const auto figure = find_figure(text);
    if (figure) text.insert(FigureAxes({*figure}, decimal).of(*figure), "|");
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

TEST(FindFigure, TakesUnitsRelationsAndCurrencies) {
    EXPECT_EQ(with_axis("< 0.01 %"), "< 0|.01 %");
    EXPECT_EQ(with_axis("ca. 120 kg"), "ca. 120| kg");
    EXPECT_EQ(with_axis("US$ 1,200.50"), "US$ 1,200|.50");
    EXPECT_EQ(with_axis("CHF 5.–"), "CHF 5|.–");
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

TEST(FindFigure, RefusesDatesVersionsRangesOfTimesAndWords) {
    for (const char* text : {"", "-", "n/a", "2022-01", "2022-01-31", "12.03.2024", "4.0.1", "3/4",
                             "v2", "9:5", "100:00", "8:00–9:30", "007", "Windows 10", "-sans-", "€",
                             "5 of the 12", "2 pages, or as many as you like"})
        EXPECT_FALSE(find_figure(text)) << text;
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

}  // namespace
}  // namespace broadside::unicode
