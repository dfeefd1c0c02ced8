#include <gmock/gmock.h>

#include "broadside/emit/emit.hpp"
#include "emit/cache.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(Formats, ArePdfSvgAndPng) {
    std::vector<std::string_view> names;
    for (const Format& format : formats()) names.push_back(format.name);
    EXPECT_THAT(names, ::testing::ElementsAre("pdf", "svg", "png"));
}

TEST(FindFormat, FindsByNameAndAdmitsWhatItDoesNotKnow) {
    ASSERT_NE(find_format("svg"), nullptr);
    EXPECT_EQ(find_format("svg")->extension, "svg");
    EXPECT_EQ(find_format("docx"), nullptr);
}

TEST(Formats, WriteAsManyFilesAsTheySay) {
    auto scene = test::one_page(Pt(20), Pt(20), {});
    scene.pages.push_back(scene.pages.front());
    for (const Format& format : formats()) {
        const auto files = format.emit(scene, {}, test::cache());
        ASSERT_TRUE(files.ok()) << format.name;
        EXPECT_EQ(files->size(), format.one_file_a_page ? 2u : 1u) << format.name;
    }
}

}  // namespace
}  // namespace broadside::emit
