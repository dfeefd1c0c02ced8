#include <cmath>

#include <gmock/gmock.h>

#include "emit/picture.hpp"
#include "golden/edition.hpp"

namespace broadside::testing {
namespace {

using ::testing::HasSubstr;

Job flyer_at(double ppi) {
    Job job = job_of(kFlyer, {"png"});
    job.output_options.ppi = ppi;
    return job;
}

TEST(PngOfTheFlyer, LooksTheSameInAPalette) {
    Job job = flyer_at(150);
    const std::string plain = only_file_of(job);
    job.output_options.png_palette = true;
    const std::string small = only_file_of(job);
    EXPECT_THAT(small, HasSubstr("PLTE"));
    EXPECT_LT(small.size() * 2, plain.size());
    const auto exact = test::decode_png(plain), picture = test::decode_png(small);
    ASSERT_EQ(picture.rgb.size(), exact.rgb.size());
    int worst = 0;
    for (std::size_t i = 0; i < exact.rgb.size(); ++i)
        worst = std::max(worst, std::abs(picture.rgb[i] - exact.rgb[i]));
    EXPECT_LE(worst, 5);
}

/// The pixels of a PNG, four bytes each.
std::vector<std::uint8_t> rgba_of(const std::string& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    png_image_begin_read_from_memory(&image, bytes.data(), bytes.size());
    image.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr);
    return pixels;
}

/// What the PNG library makes of a picture by itself, which is what Cairo writes.
std::size_t size_by_default(const std::string& bytes) {
    const auto picture = test::decode_png(bytes);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    png_image_write_get_memory_size(image, size, 0, picture.rgb.data(), 0, nullptr);
    return size;
}

TEST(PngOfTheFlyer, TakesLessThanThreeQuartersOfTheBytesThatCairoWrites) {
    Job job = flyer_at(150);
    const std::string french = only_file_of(job);
    EXPECT_LE(static_cast<double>(french.size()) / static_cast<double>(size_by_default(french)),
              0.72);
    job.languages = {"ar"};
    const std::string arabic = only_file_of(job);
    EXPECT_LE(static_cast<double>(arabic.size()) / static_cast<double>(size_by_default(arabic)),
              0.75);
}

/// The most that a channel differs once what is transparent lies on the other's first pixel.
int worst_on_paper(const std::string& transparent, const std::string& opaque) {
    const auto above = rgba_of(transparent), page = rgba_of(opaque);
    EXPECT_EQ(above.size(), page.size());
    EXPECT_EQ(above[3], 0) << "the corner has nothing on it";
    double worst = 0;
    for (std::size_t i = 0; i < std::min(above.size(), page.size()); ++i) {
        if (i % 4 == 3) continue;
        const double opacity = above[i | 3] / 255.0;
        const double seen = above[i] * opacity + page[i % 4] * (1 - opacity);
        worst = std::max(worst, std::abs(std::round(seen) - page[i]));
    }
    return static_cast<int>(worst);
}

TEST(PngOfTheFlyer, LooksTheSameOnItsPaperWhenItsBackgroundIsTransparent) {
    Job job = flyer_at(150);
    const std::string opaque = only_file_of(job);
    job.output_options.png_background = PngBackground::Transparent;
    EXPECT_LE(worst_on_paper(only_file_of(job), opaque), 1);
    job.output_options.png_palette = true;
    EXPECT_LE(worst_on_paper(only_file_of(job), opaque), 10);
}

}  // namespace
}  // namespace broadside::testing
