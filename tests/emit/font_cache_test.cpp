#include "broadside/emit/font_cache.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/faces.hpp"
#include "broadside/emit/font_handles.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(FontCache, OpensAFileOnce) {
    FontCache fonts;
    EXPECT_EQ(fonts.open(*test::regular_face()), fonts.open(*test::regular_face()));
    EXPECT_NE(fonts.open(*test::regular_face()), fonts.open(*test::bold_face()));
}

TEST(FontCache, HasNothingForAFileThatIsNoFont) {
    FontCache fonts;
    EXPECT_EQ(fonts.open(*test::font_face("None", 400, "none.ttf")), nullptr);
}

TEST(FontCache, KeepsWhatALibraryMade) {
    FontCache fonts;
    EXPECT_EQ(&fonts.handles(*test::bold_face()), &fonts.handles(*test::bold_face()));
}

}  // namespace
}  // namespace broadside::emit
