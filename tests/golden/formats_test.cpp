#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

#include <gmock/gmock.h>

#include "emit/picture.hpp"
#include "emit/tool.hpp"
#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"
#include "golden/scene_reading.hpp"
#include "support/golden.hpp"

/// Every format shows the same lines on the same pages: nothing flows again after layout.
namespace broadside::testing {
namespace {

using ::testing::SizeIs;

class Formats : public ::testing::TestWithParam<Edition> {};

/// The lines of the paragraphs of SVGs, read from the left. A line is all that stands below the one
/// before it; hyphens come behind their paragraph.
class SvgLines {
public:
    void read(const std::string& svg) {
        std::size_t end = 0;
        for (std::size_t at = 0; (at = svg.find("<text ", end)) != std::string::npos;) {
            end = svg.find("</text>", at);
            read_text(svg.substr(at, end - at));
        }
    }

    std::vector<std::string> take() {
        std::vector<std::string> texts;
        for (const auto& [baseline, text] : lines_) texts.push_back(text);
        return texts;
    }

private:
    void read_text(const std::string& element) {
        static const std::regex placed(R"x(<[^<>]* y="([-.\d]+)"[^<>]*>)x");
        const bool is_hyphen = element.find("aria-hidden") < element.find('>');
        bool is_first = true;
        for (std::sregex_iterator tag(element.begin(), element.end(), placed), last; tag != last;) {
            const double y = std::stod((*tag)[1]);
            const auto from = static_cast<std::size_t>(tag->position() + tag->length());
            const std::size_t to =
                ++tag == last ? element.size() : static_cast<std::size_t>(tag->position());
            add(y, without_tags(element.substr(from, to - from)), is_hyphen, is_first);
            is_first = false;
        }
    }

    void add(double y, const std::string& text, bool is_hyphen, bool is_first) {
        constexpr double kNextLine = 20;  // marks are raised, and never lowered
        if (is_hyphen) {
            const auto line = std::find_if(lines_.rbegin(), lines_.rend(),
                                           [y](const auto& one) { return one.first == y; });
            line->second += text;
        } else if (is_first || y > lines_.back().first + kNextLine) {
            lines_.emplace_back(y, text);
        } else {
            lines_.back().second += text;
        }
    }

    std::vector<std::pair<double, std::string>> lines_;  // with their baselines
};

std::vector<std::string> svg_lines(const Edition& edition) {
    SvgLines lines;
    for (const auto& [path, svg] : files_of(job_of(edition, {"svg"}))) lines.read(svg);
    return lines.take();
}

std::string one_line_each(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += one_line(line) + "\n";
    return text;
}

std::string squeezed_each(const std::vector<std::string>& lines) {
    return replaced(one_line_each(lines), " ", "");
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST_P(Formats, BreakLinesAlikeInSvg) {
    const ScenePages scene = read_scene(scene_of(job_of(GetParam())));
    const std::vector<std::string> drawn = svg_lines(GetParam());
    EXPECT_EQ(first_difference(one_line_each(scene.lines), one_line_each(drawn)), "");
}

TEST_P(Formats, BreakLinesAlikeInPdf) {
    const std::vector<PlacedLine> lines = placed_lines(placed_of(job_of(GetParam())));
    std::vector<std::string> read = pdf_lines(lines, pdf_words(file_of(GetParam(), "pdf")));
    // Symbols are words, too, which stand on no line.
    std::string said;
    for (const std::string& figure : read_scene(scene_of(job_of(GetParam()))).figures)
        said += figure + " ";
    for (; read.size() > lines.size(); read.pop_back())
        EXPECT_THAT(said, ::testing::HasSubstr(read.back()));
    EXPECT_EQ(first_difference(squeezed_each(texts_of(lines)), squeezed_each(read)), "");
}

TEST_P(Formats, PaintTheLinesThatWerePlaced) {
    const auto painted = read_scene(scene_of(job_of(GetParam()))).lines;
    const auto placed = texts_of(placed_lines(placed_of(job_of(GetParam()))));
    EXPECT_EQ(first_difference(joined(sorted(placed)), joined(sorted(painted))), "");
}

TEST_P(Formats, HaveTheScenesPages) {
    const ScenePages scene = read_scene(scene_of(job_of(GetParam())));
    const std::vector<PageSize> sizes = pdf_page_sizes(file_of(GetParam(), "pdf"));
    ASSERT_THAT(sizes, SizeIs(scene.sizes.size()));
    EXPECT_THAT(files_of(job_of(GetParam(), {"svg"})), SizeIs(scene.sizes.size()));
    for (std::size_t page = 0; page < sizes.size(); ++page) {
        EXPECT_NEAR(sizes[page].width, scene.sizes[page].width, 0.01);
        EXPECT_NEAR(sizes[page].height, scene.sizes[page].height, 0.01);
    }
}

/// The ink of each square of 8 pt: how edges are smoothed does not show in it.
test::Picture squares_of(const test::Picture& picture) {
    constexpr std::size_t kSide = 16;
    test::Picture squares{picture.width / kSide, picture.height / kSide, {}};
    for (std::size_t y = 0; y < squares.height; ++y) {
        for (std::size_t x = 0; x < squares.width; ++x) {
            std::array<std::size_t, 3> sums{};
            for (std::size_t i = 0; i < kSide * kSide; ++i) {
                const Colour pixel = picture.at(x * kSide + i % kSide, y * kSide + i / kSide);
                sums[0] += pixel.red, sums[1] += pixel.green, sums[2] += pixel.blue;
            }
            for (const std::size_t sum : sums)
                squares.rgb.push_back(static_cast<std::uint8_t>(sum / (kSide * kSide)));
        }
    }
    return squares;
}

/// The squares of the first page, in which codes are left blank: their modules are whole pixels in
/// a PNG alone.
test::Picture squares_beside(const std::vector<SceneCode>& codes, const std::string& png) {
    constexpr double kScale = 2;
    test::Picture picture = test::decode_png(png);
    for (const SceneCode& code : codes) {
        if (code.page > 0) continue;
        const auto left = static_cast<std::size_t>(code.x * kScale);
        const auto width = static_cast<std::size_t>(code.width * kScale) + 2;
        const auto bottom = static_cast<std::size_t>((code.y + code.height) * kScale) + 2;
        for (auto y = static_cast<std::size_t>(code.y * kScale); y < bottom; ++y)
            std::fill_n(
                picture.rgb.begin() + 3 * static_cast<std::ptrdiff_t>(y * picture.width + left),
                3 * width, 255);
    }
    return squares_of(picture);
}

/// The most that a square of the first page differs, of 255 a channel.
int most_difference(Job job) {
    const auto page_as = [&job](const char* format) {
        job.formats = {format};
        job.output_options.ppi = 144;
        return files_of(job).begin()->second;
    };
    const auto codes = read_scene(scene_of(job)).codes;
    const auto png = squares_beside(codes, page_as("png"));
    const auto pdf =
        squares_beside(codes, test::run_tool("pdftoppm -r 144 -l 1 -png {}", page_as("pdf")).text);
    EXPECT_EQ(png.rgb.size(), pdf.rgb.size());
    int most = 0;
    for (std::size_t i = 0; i < std::min(png.rgb.size(), pdf.rgb.size()); ++i)
        most = std::max(most, std::abs(png.rgb[i] - pdf.rgb[i]));
    return most;
}

/// Letters that a square has or lacks are more.
constexpr int kSmoothing = 24;

TEST_P(Formats, LookAlikeInPdfAndPng) {
    EXPECT_LT(most_difference(job_of(GetParam())), kSmoothing);
}

TEST(FormatsOfTheFlyer, LookAlikeInEveryScript) {
    for (const char* language : {"ar", "hi", "th", "zh-Hant"}) {
        EXPECT_LT(most_difference(flyer_in(language, "pdf")), kSmoothing) << language;
    }
}

INSTANTIATE_TEST_SUITE_P(OnePage, Formats, ::testing::Values(kFlyer, kExcerpt), name_of);
INSTANTIATE_TEST_SUITE_P(TwoPages, Formats, ::testing::Values(kFlyerA5), name_of);
INSTANTIATE_TEST_SUITE_P(AsHighAsItsContent, Formats, ::testing::Values(kWebChart, kSymbols),
                         name_of);

}  // namespace
}  // namespace broadside::testing
