#include "broadside/load/layout_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

model::Page page_from(const std::string& page) {
    const auto layout = load_layout({"l.json", layout_with(", \"page\": " + page)});
    EXPECT_TRUE(layout.ok()) << testing::PrintToString(problems_of(layout));
    return layout ? layout->page : model::Page{};
}

std::vector<std::string> page_problems(const std::string& page) {
    return layout_problems(layout_with(", \"page\": " + page));
}

TEST(ReadPage, TurnsSheetsToLandscape) {
    const model::Page page = page_from(R"({"size": "A5", "orientation": "landscape"})");
    EXPECT_TRUE(nearly(page.size.width, millimetres(210)));
    EXPECT_TRUE(nearly(page.size.height, millimetres(148)));
}

TEST(ReadPage, TakesOwnSizesAsTheyAre) {
    const model::Page page = page_from(R"({"size": {"width": "180mm", "height": "90mm"}})");
    EXPECT_TRUE(nearly(page.size.width, millimetres(180)));
    EXPECT_FALSE(page.auto_height);
    EXPECT_THAT(
        page_problems(
            R"({"size": {"width": "180mm", "height": "90mm"}, "orientation": "landscape"})"),
        ElementsAre(HasSubstr("/page/orientation: unexpected orientation")));
}

TEST(ReadPage, LeavesTheHeightOpenWhenAuto) {
    const model::Page page = page_from(R"({"size": {"width": "180mm", "height": "auto"}})");
    EXPECT_TRUE(page.auto_height);
    EXPECT_TRUE(nearly(page.size.height, Pt(0)));
}

TEST(ReadPage, KeepsTheDefaultOfSidesLeftOut) {
    const model::Page page = page_from(R"({"margin": {"left": "20mm"}})");
    EXPECT_TRUE(nearly(page.margin.left, millimetres(20)));
    EXPECT_TRUE(nearly(page.margin.top, millimetres(12)));
    EXPECT_TRUE(nearly(page_from(R"({"margin": "5mm"})").margin.bottom, millimetres(5)));
}

TEST(ReadPage, NamesTheSheetThatWasMeant) {
    const auto layout = load_layout({"l", layout_with(R"(, "page": {"size": "a4"})")});
    EXPECT_THAT(layout.diagnostics().at(0).hints,
                ElementsAre(testing::StartsWith("did you mean \"A")));
}

TEST(ReadPage, RefusesMarginsThatLeaveNothing) {
    EXPECT_THAT(page_problems(R"({"size": "A8", "margin": "30mm"})"),
                ElementsAre(HasSubstr("/page: expected margins smaller than the page")));
}

}  // namespace
}  // namespace broadside::load
