#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "emit/picture.hpp"
#include "emit/tool.hpp"
#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/scene_reading.hpp"

namespace broadside::testing {
namespace {

using ::testing::SizeIs;

/// A code of one page, with what stands between its outermost modules.
struct ShownCode {
    std::set<std::array<int, 3>> colours;
    std::vector<std::string> modules;  // a line each, '#' where dark
    double module = 0;                 // in pixels
};

bool is_dark(Colour colour) { return colour.red + colour.green + colour.blue < 3 * 128; }

ShownCode shown_code(const test::Picture& picture, const SceneCode& code, double scale) {
    const auto first_x = static_cast<std::size_t>(code.x * scale);
    const auto first_y = static_cast<std::size_t>(code.y * scale);
    const auto last_x = static_cast<std::size_t>((code.x + code.width) * scale);
    const auto last_y = static_cast<std::size_t>((code.y + code.height) * scale);
    ShownCode shown;
    std::size_t left = last_x, top = last_y, right = 0;
    for (std::size_t y = first_y; y <= last_y; ++y) {
        for (std::size_t x = first_x; x <= last_x; ++x) {
            const Colour pixel = picture.at(x, y);
            shown.colours.insert({pixel.red, pixel.green, pixel.blue});
            if (!is_dark(pixel)) continue;
            left = std::min(left, x), top = std::min(top, y), right = std::max(right, x + 1);
        }
    }
    // The corner is a square of seven modules.
    std::size_t corner = 0;
    while (is_dark(picture.at(left + corner, top))) ++corner;
    shown.module = static_cast<double>(corner) / 7;
    const auto count = std::lround(static_cast<double>(right - left) / shown.module);
    const double module = static_cast<double>(right - left) / static_cast<double>(count);
    const auto centre = [module](std::size_t from, long index) {
        return from + static_cast<std::size_t>((static_cast<double>(index) + 0.5) * module);
    };
    for (long row = 0; row < count; ++row) {
        std::string& line = shown.modules.emplace_back();
        for (long column = 0; column < count; ++column)
            line += is_dark(picture.at(centre(left, column), centre(top, row))) ? '#' : '.';
    }
    return shown;
}

std::vector<ShownCode> shown_codes(const std::string& png, const Job& job, double ppi) {
    const test::Picture picture = test::decode_png(png);
    std::vector<ShownCode> shown;
    for (const SceneCode& code : read_scene(scene_of(job)).codes)
        shown.push_back(shown_code(picture, code, ppi / 72));
    return shown;
}

/// 126: the least at which no code is too coarse.
TEST(QrCodes, HaveModulesOfWholePixelsInPng) {
    constexpr double kFine = 600;
    for (const char* language : {"ar", "fr", "zh-Hant"}) {
        Job job = flyer_in(language, "pdf");
        const std::string page = only_file_of(job);
        const auto expected =
            shown_codes(test::run_tool("pdftoppm -r 600 -l 1 -png {}", page).text, job, kFine);
        ASSERT_THAT(expected, SizeIs(2));
        job.formats = {"png"};
        for (const double ppi : {126., 150., 163., 200.}) {
            job.output_options.ppi = ppi;
            const auto codes = shown_codes(only_file_of(job), job, ppi);
            for (std::size_t i = 0; i < codes.size(); ++i) {
                EXPECT_THAT(codes[i].colours, SizeIs(2)) << language << ' ' << ppi;
                EXPECT_EQ(codes[i].module, std::floor(codes[i].module)) << language << ' ' << ppi;
                EXPECT_EQ(codes[i].modules, expected[i].modules) << language << ' ' << ppi;
            }
        }
    }
}

TEST(QrCodes, AreSaidToBeTooCoarseInPng) {
    Job job = flyer_in("fr", "png");
    job.output_options.ppi = 105;
    DiskFileStore files;
    MemorySink sink;
    EXPECT_EQ(problems_of(build(job, files, sink)),
              "warning: the QR code of https://www.freie-messenger.de/systemvergleich has fewer "
              "than 2 pixels a module at 105 ppi: not every reader makes it out\n"
              "  hint: from 126 ppi on it has them\n");
    EXPECT_THAT(sink.written, SizeIs(2));
}

}  // namespace
}  // namespace broadside::testing
