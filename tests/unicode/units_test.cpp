#include "broadside/unicode/units.hpp"

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

TEST(InternationalUnits, AreMadeOfSymbolsOfTheSi) {
    for (const char* unit : {"kW", "mg/kg", "°C", "W/(m²·K)", "dB(A)", "/kWh", "€/kg", "m²"})
        EXPECT_TRUE(is_international_unit(unit)) << unit;
    for (const char* unit :
         {"GB", "km/h", "kcal", "rpm", "kg net", "days", "€", "°", "", "км", "kW/year"})
        EXPECT_FALSE(is_international_unit(unit)) << unit;
}

TEST(OwnUnitSymbols, AreThoseOfLanguagesWithOtherLettersForKilograms) {
    for (const char* tag : {"ru", "ar-EG", "zh-Hant", "zh", "uz", "ff-Adlm", "hi", "el"})
        EXPECT_TRUE(has_own_unit_symbols(tag)) << tag;
    for (const char* tag : {"en", "de-AT", "fr", "ja", "ko", "vi", "ff", "tlh"})
        EXPECT_FALSE(has_own_unit_symbols(tag)) << tag;
}

}  // namespace
}  // namespace broadside::unicode
