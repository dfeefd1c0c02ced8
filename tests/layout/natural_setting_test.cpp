#include "broadside/layout/natural_setting.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

/// A paragraph of one word on a page that is 100 pt wide between its margins.
text::Hyphenation hyphenation_for(std::string word) {
    doc::Document document = test::document();
    document.page.size = {Pt(100), Pt(200)};
    document.page.margin = {};
    document.blocks = {test::text_block(std::move(word))};
    Bench bench(std::move(document));
    const Setting setting = natural_setting(bench.typesetter);
    EXPECT_FALSE(bench.typesetter.has_overflows());
    return setting.hyphenation;
}

TEST(NaturalSetting, LeavesWordsWholeThatHaveTheirPlace) {
    EXPECT_EQ(hyphenation_for("aaaaaaaaaa"), text::Hyphenation::Off);
}

TEST(NaturalSetting, HyphenatesWhenAWordIsWiderThanItsPlace) {
    EXPECT_EQ(hyphenation_for("aaaaaaaaaaa"), text::Hyphenation::On);
}

}  // namespace
}  // namespace broadside::layout
