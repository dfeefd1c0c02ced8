#include "broadside/emit/cache.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/pdf.hpp"
#include "broadside/emit/png.hpp"
#include "broadside/emit/svg.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/sample_scene.hpp"

namespace broadside::emit {
namespace {

TEST(Cache, ChangesNoByteOfWhatIsDrawnLater) {
    Cache used;
    for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
        Cache fresh;
        const auto first = emit(test::sample_scene(), {}, fresh).value();
        const auto other = emit(test::japanese_scene(), {}, used).value();
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
        EXPECT_EQ(emit(test::japanese_scene(), {}, used).value(), other);
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
    }
}

}  // namespace
}  // namespace broadside::emit
