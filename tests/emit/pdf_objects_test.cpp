#include "broadside/emit/pdf_objects.hpp"

#include <gmock/gmock.h>

#include "emit/sample_scene.hpp"
#include "emit/tool.hpp"

#include <cairo-pdf.h>

#include "broadside/emit/handles.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

cairo_status_t append(void* file, const unsigned char* bytes, unsigned int size) {
    static_cast<File*>(file)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

File cairo_file(int pages) {
    File file;
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(append, &file, 10, 10));
    const CairoContext cairo(cairo_create(surface.get()));
    for (int page = 0; page < pages; ++page) cairo_show_page(cairo.get());
    cairo_surface_finish(surface.get());
    return file;
}

TEST(PdfObjects, FindsRootInfoAndPages) {
    const auto objects = PdfObjects::read(cairo_file(12));
    ASSERT_TRUE(objects);
    EXPECT_THAT(objects->body(objects->root()), HasSubstr("/Type /Catalog"));
    EXPECT_THAT(objects->body(objects->info()), HasSubstr("/Producer"));
    ASSERT_THAT(objects->pages(), SizeIs(12));
    for (const int page : objects->pages())
        EXPECT_THAT(objects->body(page), HasSubstr("/Type /Page"));
}

TEST(PdfObjects, FollowsAReference) {
    const auto objects = PdfObjects::read(cairo_file(2));
    ASSERT_TRUE(objects);
    const int tree = objects->reference(objects->root(), "/Pages");
    EXPECT_EQ(objects->reference(objects->pages()[1], "/Parent"), tree);
    EXPECT_EQ(objects->reference(tree, "/NoSuchKey"), 0);
}

TEST(PdfObjects, RefusesWhatIsNotAFileOfCairo) {
    EXPECT_FALSE(PdfObjects::read(""));
    EXPECT_FALSE(PdfObjects::read("%PDF-1.5\ntrailer\n<< >>\nstartxref\n9999\n%%EOF\n"));
    File cut = cairo_file(1);
    cut.erase(cut.rfind("trailer") - 20, 20);
    EXPECT_FALSE(PdfObjects::read(cut));
}

TEST(PdfObjects, WritesChangedAndNewObjects) {
    auto objects = PdfObjects::read(cairo_file(1));
    const int number = objects->add("<< /New true >>");
    objects->add_keys(objects->root(), "/Extra 1");
    const auto again = PdfObjects::read(objects->finish());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->body(number), "<< /New true >>\n");
    EXPECT_THAT(again->body(again->root()), HasSubstr("<< /Extra 1"));
}

TEST(PdfObjects, LeavesNothingOfWhatWasReplacedOrRemoved) {
    auto objects = PdfObjects::read(cairo_file(1));
    const int kept = objects->add("(old)"), gone = objects->add("(gone)");
    objects->replace(kept, "(new)");
    objects->remove(gone);
    const File file = objects->finish();
    EXPECT_THAT(file, HasSubstr("(new)"));
    EXPECT_THAT(file, ::testing::Not(::testing::AnyOf(HasSubstr("(old)"), HasSubstr("(gone)"))));
    EXPECT_EQ(PdfObjects::read(file)->body(gone), "");
}

TEST(PdfObjects, KeepsTheFileSoundForOtherReaders) {
    ASSERT_TRUE(test::has_tool("pdfinfo")) << "this test needs pdfinfo";
    auto objects = PdfObjects::read(cairo_file(3));
    objects->add_keys(objects->root(), "/Lang (fr)");
    const auto info = test::run_tool("pdfinfo {}", objects->finish());
    EXPECT_THAT(info.text, HasSubstr("Pages:           3"));
    EXPECT_THAT(info.text, ::testing::Not(HasSubstr("Error")));
}

}  // namespace
}  // namespace broadside::emit
