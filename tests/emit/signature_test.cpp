#include "broadside/emit/signature.hpp"

#include <string>

#include <gtest/gtest.h>

#include "broadside/emit/emit.hpp"

namespace broadside::emit {
namespace {

TEST(Signature, KnowsSvgByItsRoot) {
    for (const char* svg :
         {"<svg xmlns=\"http://www.w3.org/2000/svg\">", "\xEF\xBB\xBF <svg/>",
          "<s:svg xmlns:s=\"x\"/>",
          "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC \"x\" \"y\" [\n"
          "<!ENTITY a \"b\">\n]>\n<svg\n  id=\"a\">"})
        EXPECT_TRUE(is_svg(svg)) << svg;
    for (const char* other : {"", "<html><svg>", "<svgx>", "svg", "<!-- <svg>", "{\"<svg>\": 1}"})
        EXPECT_FALSE(is_svg(other)) << other;
}

TEST(Signature, KnowsEveryFormatFromTheOthers) {
    const std::string files[] = {"%PDF-1.7\n", "<svg ", "\x89PNG\r\n\x1A\n"};
    for (std::size_t format = 0; format < formats().size(); ++format) {
        for (std::size_t file = 0; file < std::size(files); ++file)
            EXPECT_EQ(formats()[format].is_one(files[file]), format == file) << format << file;
    }
}

}  // namespace
}  // namespace broadside::emit
