#include "broadside/emit/png/encoder.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace broadside::emit {

namespace {

constexpr std::size_t kMostColours = 256, kMostExact = 64;

constexpr std::array<int, 4> kShifts = {24, 16, 8, 0};

int channel(Argb colour, int shift) { return static_cast<int>(colour >> shift & 0xff); }

int distance(Argb a, Argb b) {
    int most = 0;
    for (const int shift : kShifts)
        most = std::max(most, std::abs(channel(a, shift) - channel(b, shift)));
    return most;
}

/// A colour of the picture, and which of those that stay as they are is nearest to it.
struct Candidate {
    Argb colour = 0, nearest = 0;
    int distance = 256;
};

Candidate candidate(Argb colour, std::span<const Argb> exact) {
    Candidate found{colour};
    for (const Argb kept : exact) {
        if (const int away = distance(kept, colour); away < found.distance)
            found = {colour, kept, away};
    }
    return found;
}

/// What the colours of a box have in each channel.
struct Extent {
    int shift = 0;  // of the channel in which they reach furthest
    int least = 0, length = 0;
    Argb middle = 0;
};

Extent extent_of(std::span<const Argb> colours) {
    Extent extent;
    for (const int shift : kShifts) {
        int least = 255, most = 0;
        for (const Argb colour : colours) {
            least = std::min(least, channel(colour, shift));
            most = std::max(most, channel(colour, shift));
        }
        extent.middle |= static_cast<Argb>((least + most) / 2) << shift;
        if (most - least <= extent.length) continue;
        extent.shift = shift;
        extent.least = least;
        extent.length = most - least;
    }
    return extent;
}

/// Cuts colours into boxes that reach `radius` from their middle to both sides, and no further.
/// Anti-aliased edges are straight ramps from one colour to another, which take as few boxes as
/// their length asks for.
class Boxes {
public:
    Boxes(int radius, std::size_t room) : radius_(radius), room_(room) {}

    std::optional<Palette> palette(std::span<const Candidate> picture) && {
        std::vector<Argb> others;
        for (const auto& [colour, nearest, distance] : picture) {
            if (distance > radius_)
                others.push_back(colour);
            else
                shown_.emplace_back(colour, nearest);
        }
        if (!cut(others)) return std::nullopt;
        std::set<Argb> sorted;
        for (const auto& [colour, shown] : shown_) sorted.insert(shown);
        Palette palette{{sorted.begin(), sorted.end()}, {}, radius_};
        std::map<Argb, std::uint8_t> places;
        for (const Argb colour : sorted)
            places.emplace(colour, static_cast<std::uint8_t>(places.size()));
        for (const auto& [colour, shown] : shown_) palette.index.emplace(colour, places.at(shown));
        return palette;
    }

private:
    bool cut(std::span<Argb> colours) {
        if (colours.empty()) return true;
        const Extent extent = extent_of(colours);
        if (extent.length <= 2 * radius_) {
            if (room_ == 0) return false;
            --room_;
            for (const Argb colour : colours) shown_.emplace_back(colour, extent.middle);
            return true;
        }
        const int side = 2 * radius_ + 1;
        const int boxes = extent.length / side + 1;
        const int end = extent.least + side * (boxes / 2);
        const auto half = std::partition(colours.begin(), colours.end(), [&](Argb colour) {
            return channel(colour, extent.shift) < end;
        });
        const auto below = static_cast<std::size_t>(half - colours.begin());
        return cut(colours.first(below)) && cut(colours.subspan(below));
    }

    int radius_;
    std::size_t room_;
    std::vector<std::pair<Argb, Argb>> shown_;  // in place of each colour, another
};

}  // namespace

Palette choose_palette(const Histogram& picture, std::span<const Argb> exact) {
    std::vector<Argb> kept;
    for (const Argb colour : std::set<Argb>(exact.begin(), exact.end()))
        if (picture.count(colour) > 0) kept.push_back(colour);
    std::stable_sort(kept.begin(), kept.end(),
                     [&picture](Argb a, Argb b) { return picture.at(a) > picture.at(b); });
    kept.resize(std::min(kept.size(), kMostExact));

    std::vector<Candidate> candidates;
    candidates.reserve(picture.size());
    for (const auto& [colour, count] : picture) candidates.push_back(candidate(colour, kept));
    // Two boxes a channel always hold all.
    int too_little = -1, radius = 127;
    std::optional<Palette> best = Boxes(radius, kMostColours - kept.size()).palette(candidates);
    while (radius - too_little > 1) {
        const int tried = (too_little + radius) / 2;
        auto palette = Boxes(tried, kMostColours - kept.size()).palette(candidates);
        if (palette) {
            radius = tried;
            best = std::move(palette);
        } else {
            too_little = tried;
        }
    }
    return *std::move(best);
}

}  // namespace broadside::emit
