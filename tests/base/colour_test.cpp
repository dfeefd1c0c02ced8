#include "broadside/base/colour.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(ParseColour, ReadsSixDigits) {
    EXPECT_EQ(parse_colour("#14213d"), (Colour{0x14, 0x21, 0x3d}));
}

TEST(ParseColour, DoublesEachOfThreeDigits) {
    EXPECT_EQ(parse_colour("#1aF"), (Colour{0x11, 0xaa, 0xff}));
}

TEST(ParseColour, RefusesWhatIsNoHexadecimalNotation) {
    for (const char* text :
         {"", "#", "14213d", "#12", "#1234", "#14213", "#14213d0", "#14213g", "red"}) {
        EXPECT_EQ(parse_colour(text), std::nullopt) << text;
    }
}

TEST(ColourToString, WritesSmallLettersAndLeadingZeros) {
    EXPECT_EQ(to_string(Colour{0, 10, 255}), "#000aff");
}

}  // namespace
}  // namespace broadside
