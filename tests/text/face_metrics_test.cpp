#include "broadside/text/face_metrics.hpp"

#include <gtest/gtest.h>

#include "broadside/text/open_font.hpp"
#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

TEST(FaceMetrics, ReadsTheTablesOfTheFont) {
    const FontFamily family = test::noto_manifest()->families[0];
    const auto font = test::opened(family).font;
    const FontMetrics metrics = read_metrics(font->font.get());
    EXPECT_NEAR(metrics.ascent, 1.069, 1e-9);
    EXPECT_NEAR(metrics.descent, 0.293, 1e-9);
    EXPECT_NEAR(metrics.cap_height, 0.714, 1e-9);
    EXPECT_NEAR(metrics.x_height, 0.536, 1e-9);
}

TEST(FaceMetrics, FallsBackToUsualValuesWithoutTables) {
    const FontHandle empty(hb_font_create(hb_face_get_empty()));
    EXPECT_NEAR(read_metrics(empty.get()).cap_height, 0.7, 1e-9);
    EXPECT_NEAR(read_metrics(empty.get()).ascent, 0.8, 1e-9);
}

}  // namespace
}  // namespace broadside::text
