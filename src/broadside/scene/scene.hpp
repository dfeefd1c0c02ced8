#pragma once

#include <string>
#include <vector>

#include "broadside/base/geometry.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/scene/op.hpp"

/// NOUN 4: ordered draw ops with role tags; no tables, no text to measure.
///
/// Guarantees: groups are balanced on each page; ops stand in reading order, with what lies behind
/// them (bands, rules) first, in groups of their own; every op is inside a group; all coordinates
/// are multiples of 0.01 pt (`grid.hpp`), glyph offsets excepted.
namespace broadside::scene {

struct Page {
    Size size;
    Colour paper;
    std::vector<Op> ops;
};

struct Scene {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    std::vector<Page> pages;
    bool keeps_size = false;  // in print, whatever the printer's margins: it is cut by measure
};

/// The scene as text, one op a line, for goldens and for `broadside dump --stage scene`.
std::string dump(const Scene& scene);

}  // namespace broadside::scene
