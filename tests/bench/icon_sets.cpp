// How much of an icon set loads, and is drawn as librsvg draws it:
//
//   icon_sets [--goal SHARE] FOLDER...
//
// Of each folder's SVG files, with those in folders inside, three hundred that lie evenly in the
// order of their names. Fails where less than the goal's share loads or is near, and names what
// does not.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadside/emit/png/cairo_canvas.hpp"
#include "broadside/load/load.hpp"
#include "emit/picture.hpp"
#include "emit/tool.hpp"

namespace broadside::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSample = 300;
constexpr int kSide = 64;

/// A mean difference of a channel that nobody sees; edges that lie otherwise on pixels make less.
constexpr double kNear = 1;

/// Not white, so that what lets it shine through is seen to.
constexpr Colour kGround{0xCC, 0xDD, 0xEE};

std::vector<fs::path> sample(const fs::path& folder) {
    std::vector<fs::path> all, chosen;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".svg") all.push_back(entry.path());
    }
    std::sort(all.begin(), all.end());
    const std::size_t count = std::min(kSample, all.size());
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(all[i * all.size() / count]);
    return chosen;
}

/// Stretched to a square, as librsvg does.
test::Picture drawn(const DrawingRef& drawing) {
    if (!emit::load_cairo().empty()) throw std::runtime_error("Cairo is not there");
    const emit::CairoSurface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kSide, kSide));
    const emit::CairoContext cairo(cairo_create(image.get()));
    const Rect box{Pt(0), Pt(0), Pt(drawing->width), Pt(drawing->height)};
    cairo_scale(cairo.get(), kSide / drawing->width, kSide / drawing->height);
    emit::set_source(cairo.get(), kGround);
    cairo_paint(cairo.get());
    emit::draw_symbol(cairo.get(), {box, drawing, {}});
    cairo_surface_flush(image.get());
    test::Picture picture{kSide, kSide, {}};
    const unsigned char* data = cairo_image_surface_get_data(image.get());
    for (int i = 0; i < kSide * kSide; ++i) {
        const auto pixel = reinterpret_cast<const std::uint32_t*>(data)[i];
        for (const unsigned shift : {16u, 8u, 0u})
            picture.rgb.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xFFu));
    }
    return picture;
}

/// Whether a folder keeps to the goal.
bool measure(const fs::path& folder, double goal) {
    const auto files = sample(folder);
    std::size_t loaded = 0, near = 0;
    std::vector<std::string> told;
    for (const fs::path& path : files) {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto drawing =
            load::load_symbol({fs::relative(path, folder).string(), bytes}, path.stem());
        if (!drawing) {
            told.push_back(to_string(drawing.diagnostics().front()));
            continue;
        }
        ++loaded;
        const auto theirs =
            test::decode_png(test::run_tool(fmt::format("rsvg-convert -b '{}' -w {} -h {} {{}}",
                                                        to_string(kGround), kSide, kSide),
                                            bytes)
                                 .text);
        const double difference = test::mean_difference(drawn(*drawing), theirs);
        if (difference < kNear)
            ++near;
        else
            told.push_back(fmt::format("{}: {:.2f} from librsvg's",
                                       fs::relative(path, folder).string(), difference));
    }
    const auto share = [&](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(files.size());
    };
    fmt::print("{}: {:.1f} % load, {:.1f} % are near librsvg's, of {}\n", folder.string(),
               100 * share(loaded), 100 * share(near), files.size());
    for (const std::string& line : told) fmt::print("    {}\n", line);
    // Without files no share is a number.
    return share(near) >= goal;
}

}  // namespace
}  // namespace broadside::bench

int main(int count, char** words) {
    double goal = 0;
    bool is_met = true;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(words[i]) == "--goal" && i + 1 < count)
            goal = std::atof(words[++i]);
        else
            is_met = broadside::bench::measure(words[i], goal) && is_met;
    }
    return is_met ? 0 : 1;
}
