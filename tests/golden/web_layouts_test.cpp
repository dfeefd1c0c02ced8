#include <gmock/gmock.h>

#include "golden/edition.hpp"

/// Layouts for screens of one width, and for the picture beside a link.
namespace broadside::testing {
namespace {

constexpr double kPointsPerPixel = 0.75;

BuildReport report_of(const std::string& layout, const std::string& format, MemorySink& sink) {
    Job job = job_of({"data/messengers", "layouts/" + layout + ".json"}, {format});
    job.output_options.ppi = 96;
    job.languages = {"all"};
    job.output = "{lang}.{ext}";
    DiskFileStore files;
    return build(job, files, sink);
}

std::size_t number_at(const std::string& png, std::size_t byte) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(png.at(byte + i));
    return number;
}

TEST(WebLayouts, HaveNoTypeBelowNinePixels) {
    for (const std::string layout : {"web-narrow", "web-wide", "web"}) {
        MemorySink sink;
        const BuildReport report = report_of(layout, "svg", sink);
        EXPECT_EQ(problems_of(report), "");
        ASSERT_EQ(report.editions.size(), 20u);
        for (const auto& edition : report.editions)
            EXPECT_GE(edition.files.at(0).facts->smallest_type, 9 * kPointsPerPixel) << layout;
    }
}

TEST(WebLayouts, MakeAPictureOfTheSizeThatLinksShow) {
    MemorySink sink;
    EXPECT_EQ(problems_of(report_of("social", "png", sink)), "");
    const std::string& png = sink.written.at("fr.png");
    EXPECT_EQ(number_at(png, 16), 1200u);
    EXPECT_EQ(number_at(png, 20), 630u);
}

}  // namespace
}  // namespace broadside::testing
