#include "broadside/emit/pdf/writer.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;

/// A file of empty pages, as many as that, whose first page has `content`.
File pages(int count, std::string_view content) {
    PdfWriter writer;
    const int root = writer.new_number(), tree = writer.new_number(), info = writer.new_number();
    const int stream = writer.new_number();
    writer.write_stream(stream, "<< >>", content);
    std::string kids;
    for (int i = 0; i < count; ++i) {
        const int page = writer.new_number();
        writer.write(page, fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 {} 50] "
                                       "/Contents {} 0 R /Resources << >> >>",
                                       tree, 100 + i, stream));
        kids += fmt::format("{} 0 R ", page);
    }
    writer.write(tree, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", count, kids));
    writer.write(root, fmt::format("<< /Type /Catalog /Pages {} 0 R >>", tree));
    writer.write(info, "<< /Title (a title) >>");
    return writer.finish(root, info);
}

TEST(PdfWriter, WritesWhatOthersRead) {
    const File pdf = pages(3, "1 0 0 rg 0 0 9 9 re f");
    const auto check = test::run_tool("qpdf --check {}", pdf);
    EXPECT_EQ(check.status, 0) << check.text;
    EXPECT_THAT(test::pdf_objects(pdf), HasSubstr("stream 1 0 0 rg 0 0 9 9 re f endstream"));
    const auto info = test::run_tool("pdfinfo -l 3 {}", pdf);
    EXPECT_THAT(info.text, HasSubstr("a title"));
    EXPECT_THAT(info.text, HasSubstr("Page    3 size:  102 x 50 pts"));
}

TEST(PdfWriter, FillsSeveralObjectStreamsAndLongOffsets) {
    const File pdf = pages(500, std::string(70'000, '\n'));
    const auto check = test::run_tool("qpdf --check {}", pdf);
    EXPECT_EQ(check.status, 0) << check.text;
    EXPECT_THAT(test::run_tool("pdfinfo -f 500 -l 500 {}", pdf).text,
                HasSubstr("Page  500 size:  599 x 50 pts"));
}

}  // namespace
}  // namespace broadside::emit
