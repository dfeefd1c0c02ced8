#include "broadside/layout/finished_pages.hpp"

#include <memory>

#include <gmock/gmock.h>

#include "support/doc_builder.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A code of 40 modules in a row of blocks.
doc::Document with_code(Pt height) {
    Drawing drawing;
    drawing.width = drawing.height = 40;
    const doc::Symbol code{
        std::make_shared<const Drawing>(drawing), height, {}, {}, test::place_at("/links/0/url")};
    return test::document(
        doc::SideBySide{test::boxes(test::labelled(code, {})), {Fraction{1}}, {}});
}

TEST(SmallCodes, AreThoseOfModulesThatTelephonesCannotTellApart) {
    const auto found = small_codes(with_code(millimetres(12)), Setting());
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(
        test::told(found[0]),
        "warning: /links/0/url: the modules of the QR code are 0.30 mm wide; from 0.4 mm on "
        "telephones read them\n"
        "  hint: shorten the address, or write \"symbols\": {\"qr\": \"16mm\"} into the layout");
    EXPECT_THAT(small_codes(with_code(millimetres(16)), Setting()), IsEmpty());
}

TEST(SmallCodes, AreMeasuredAsTheyArePrinted) {
    Setting setting;
    setting.type_scale = 0.5;
    const auto found = small_codes(with_code(millimetres(16)), setting);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].hints, ::testing::ElementsAre(::testing::HasSubstr("\"32mm\"")));
}

}  // namespace
}  // namespace broadside::layout
