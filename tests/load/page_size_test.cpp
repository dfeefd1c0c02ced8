#include "broadside/load/page_size.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(FindPageSize, KnowsSheetsInPortrait) {
    EXPECT_TRUE(nearly(find_page_size("A4")->width, millimetres(210)));
    EXPECT_TRUE(nearly(find_page_size("letter")->height, Pt(792)));
    EXPECT_FALSE(find_page_size("a4"));
}

TEST(FindPageSize, HalvesTheSheetFromOneIsoSizeToTheNext) {
    for (const char series : {'A', 'B'}) {
        for (char n = '0'; n < '8'; ++n) {
            const Size large = *find_page_size(std::string{series, n});
            const Size small = *find_page_size(std::string{series, static_cast<char>(n + 1)});
            EXPECT_TRUE(nearly(small.height, large.width)) << series << n;
            EXPECT_LT(small.width - large.height / 2, Pt(0.01)) << series << n;
        }
    }
}

TEST(PageSizeNames, AreAllFound) {
    for (const std::string_view name : page_size_names()) EXPECT_TRUE(find_page_size(name)) << name;
}

}  // namespace
}  // namespace broadside::load
