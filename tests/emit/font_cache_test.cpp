#include "broadside/emit/fonts/cache.hpp"

#include <gtest/gtest.h>

#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(FontCache, OpensAFaceOnce) {
    FontCache fonts;
    const FontHandles* regular = &fonts.open(*test::regular_face());
    EXPECT_EQ(&fonts.open(*test::regular_face()), regular);
    EXPECT_NE(&fonts.open(*test::bold_face()), regular);
}

TEST(FontCache, GoesByWhatIsInTheFile) {
    FontCache fonts;
    fonts.open(*test::regular_face());
    FontFace replaced = *test::regular_face();
    replaced.bytes = test::bold_face()->bytes;
    EXPECT_EQ(fonts.open(replaced).bytes, test::bold_face()->bytes);
}

}  // namespace
}  // namespace broadside::emit
