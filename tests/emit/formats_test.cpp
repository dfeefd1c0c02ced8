#include <gmock/gmock.h>

#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(Formats, ArePdfSvgPngAndHtml) {
    std::vector<std::string_view> names;
    for (const Format& format : formats()) names.push_back(format.name);
    EXPECT_THAT(names, ::testing::ElementsAre("pdf", "svg", "png", "html"));
}

TEST(FindFormat, FindsByNameAndAdmitsWhatItDoesNotKnow) {
    ASSERT_NE(find_format("svg"), nullptr);
    EXPECT_EQ(find_format("svg")->extension, "svg");
    EXPECT_EQ(find_format("docx"), nullptr);
}

TEST(Formats, WriteAsManyFilesAsTheySay) {
    auto scene = test::one_page(Pt(20), Pt(20), {test::text_line(Pt(5), Pt(15), "a")});
    scene.pages.push_back(scene.pages.front());
    for (const Format& format : formats()) {
        const auto* emit = std::get_if<EmitScene>(&format.emit);
        if (emit == nullptr) continue;
        const auto files = test::files_of(*emit, scene, {}, test::cache());
        ASSERT_TRUE(files.ok()) << format.name;
        EXPECT_EQ(files->size(), format.one_file_a_page ? 2u : 1u) << format.name;
    }
}

TEST(Formats, KnowSvgByItsRoot) {
    const auto is_svg = find_format("svg")->is_one;
    for (const char* svg :
         {"<svg xmlns=\"http://www.w3.org/2000/svg\">", "\xEF\xBB\xBF <svg/>",
          "<s:svg xmlns:s=\"x\"/>",
          "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC \"x\" \"y\" [\n"
          "<!ENTITY a \"b\">\n]>\n<svg\n  id=\"a\">"})
        EXPECT_TRUE(is_svg(svg)) << svg;
    for (const char* other : {"", "<html><svg>", "<svgx>", "svg", "<!-- <svg>", "{\"<svg>\": 1}"})
        EXPECT_FALSE(is_svg(other)) << other;
}

TEST(Formats, KnowTheirFilesFromTheOthers) {
    const std::string files[] = {"%PDF-1.7\n", "<svg ", "\x89PNG\r\n\x1A\n", "<!DOCTYPE HTML>"};
    for (std::size_t format = 0; format < formats().size(); ++format) {
        for (std::size_t file = 0; file < std::size(files); ++file)
            EXPECT_EQ(formats()[format].is_one(files[file]), format == file) << format << file;
    }
}

TEST(CheckPages, PassesAnOrdinaryPage) {
    EXPECT_TRUE(check_pages(test::one_page(Pt(595), Pt(842), {})).empty());
}

TEST(CheckPages, RefusesASceneWithoutPages) {
    const auto errors = check_pages({});
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(to_string(errors[0]), "error: expected at least one page, got none");
}

TEST(CheckPages, RefusesPagesWithoutAreaAndPagesTooLargeForPdf) {
    EXPECT_EQ(check_pages(test::one_page(Pt(0), Pt(10), {})).size(), 1u);
    const auto errors = check_pages(test::one_page(Pt(10), Pt(14401), {}));
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(to_string(errors[0]),
              "error: expected a page of up to 14400 pt a side, got 10.00 x 14401.00 pt");
}

}  // namespace
}  // namespace broadside::emit
