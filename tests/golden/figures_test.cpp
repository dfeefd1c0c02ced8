#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/poppler.hpp"

namespace broadside::testing {
namespace {

using ::testing::HasSubstr;

const Edition kFigures{"tests/fixtures/figures", "tests/fixtures/plain.json"};

// All digits are equally wide: what has one more before its sign begins a digit earlier.
TEST(Figures, LineUpAtTheirSignWhateverElseTheColumnHolds) {
    const std::vector<PdfWord> words = pdf_words(file_of(kFigures, "pdf"));
    const auto word = [&](const std::string& beginning) {
        return *std::find_if(words.begin(), words.end(),
                             [&](const PdfWord& each) { return each.text.starts_with(beginning); });
    };
    const double digit = word("42.00").left - word("890.125").left;
    EXPECT_GT(digit, 2);
    EXPECT_NEAR(word("1.3").left, word("42.00").left + digit, 0.1);
    EXPECT_NEAR(word("12,00").left, word("9,99").left - digit, 0.1);
    EXPECT_NEAR(word("–").right, word("890.125").right, 0.1) << "at the end of the figures";
}

TEST(Figures, LineUpInABrowserToo) {
    const std::string html = file_of(kFigures, "html");
    EXPECT_THAT(
        html, HasSubstr("<div class=\"bsd-figure\">890<span class=\"bsd-tail\">.125</span></div>"));
    EXPECT_THAT(html, HasSubstr("<div>n/a</div>"));
    EXPECT_THAT(html, HasSubstr("--bsd-tail:'.01 %\\a .5 %\\a  %'"));
}

}  // namespace
}  // namespace broadside::testing
