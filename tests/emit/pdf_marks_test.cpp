#include "broadside/emit/pdf_marks.hpp"

#include <vector>

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/handles.hpp"
#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

const std::vector<std::string> kTwo = {"<first>", "<second>"};
const std::string kFirst = "0.5 0 0 rg 0 0 0.125 0.125 re f";
const std::string kSecond = "0.5 0.0001 0 rg 0 0 0.125 0.125 re f";

TEST(ReplaceMarks, ShowsLoneStringsWithoutAnArray) {
    EXPECT_EQ(replace_marks("[<0102>]TJ [( \\)]) ]TJ [(a)1(b)]TJ (c)Tj", {}),
              "<0102>Tj ( \\)])Tj [(a)1(b)]TJ (c)Tj");
}

TEST(ReplaceMarks, LeavesEverythingElseAsItIs) {
    EXPECT_EQ(replace_marks("q\n0.5 0 0 rg /a0 gs\n0 0 0.125\n0.125 re f\n1 0 0 rg " + kSecond +
                                "\n(text)Tj\n",
                            kTwo),
              "q\n /a0 gs\n <first>\n1 0 0 rg   <second>\n(text)Tj\n");
    EXPECT_EQ(replace_marks("1 2 3 4 re f (", {}), "1 2 3 4 re f (");
}

TEST(ReplaceMarks, RefusesMarksThatAreLostDoubledOrOutOfOrder) {
    EXPECT_EQ(replace_marks(kFirst, kTwo), std::nullopt);
    EXPECT_EQ(replace_marks(kSecond, kTwo), std::nullopt);
    EXPECT_EQ(replace_marks(kSecond + ' ' + kFirst, kTwo), std::nullopt);
    EXPECT_EQ(replace_marks(kFirst + ' ' + kFirst, kTwo), std::nullopt);
    EXPECT_EQ(replace_marks(kFirst + ' ' + kSecond + ' ' + kSecond, kTwo), std::nullopt);
    EXPECT_EQ(replace_marks(kFirst, {}), std::nullopt);
}

TEST(ReplaceMarks, RefusesMarksThatWereNotDrawnAsSuch) {
    const std::vector<std::string> one = {"<first>"};
    for (const char* content :
         {"0.5 0 0 rg", "0.5 0 0 rg 0 0 0.125 0.125 re", "0.5 0 0 rg 0 0 0.125 0.125 re S",
          "0.5 0 0 rg 0 0 0.125 re f", "0.5 0 0 rg 0 9 0.125 0.125 re f",
          "0.5 0 0 rg q 0 0 0.125 0.125 re f", "0.5 0 0 rg 0 0 0.125 0.125 re q f"})
        EXPECT_EQ(replace_marks(content, one), std::nullopt) << content;
}

TEST(ReplaceMarks, FindsNoneInsideStrings) {
    const std::string content = R"((\) 0.5 0 0 rg (0.5 0 0 rg) \\)Tj [<05f 0.5 0 0 rg>1( rg)]TJ)";
    EXPECT_EQ(replace_marks(content, {}), content);
}

TEST(DrawMark, IsFoundAgainWhateverItsNumber) {
    constexpr std::size_t kMarks = 10'002;  // more than one channel of a colour holds
    File pdf;
    const auto append = [](void* file, const unsigned char* bytes, unsigned int size) {
        static_cast<File*>(file)->append(reinterpret_cast<const char*>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    };
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(append, &pdf, 10, 10));
    const CairoContext cairo(cairo_create(surface.get()));
    for (std::size_t number = 0; number < kMarks; ++number) draw_mark(cairo.get(), number);
    cairo_show_page(cairo.get());
    cairo_surface_finish(surface.get());
    const std::string content =
        test::run_tool(
            "qpdf --qdf --object-streams=disable {} - | "
            "sed -n '/^%% Contents/,/^endstream/{s/.* cm$//;/ re f$/p;/ rg /p}' | uniq",
            pdf)
            .text;
    const auto replaced = replace_marks(content, std::vector<std::string>(kMarks, "mark"));
    ASSERT_TRUE(replaced);
    EXPECT_EQ(replaced->find("re"), std::string::npos);
}

}  // namespace
}  // namespace broadside::emit
