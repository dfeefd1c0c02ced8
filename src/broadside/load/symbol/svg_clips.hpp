#pragma once

#include <cstddef>
#include <string_view>

#include "broadside/load/symbol/svg_canvas.hpp"
#include "broadside/load/symbol/svg_file.hpp"

namespace broadside::load {

/// What cuts elements: clip paths, and masks that cut as these do, since all in them is opaque and
/// white (CSS Masking 1).
class SvgClips {
public:
    /// Both must outlive it.
    SvgClips(SvgFile& file, SvgCanvas& canvas) : file_(file), canvas_(canvas) {}

    /// What its own `clip-path` and `mask` cut of an element; `level` is in its units.
    void apply(const SvgElement& element, const SvgAttributes& properties, SvgLevel& level);

    /// What lies outside of an outline.
    void clip(const SvgElement& element, Clip clip, SvgLevel& level);

    /// Tells where a mask that was applied to a level also ends between what was drawn there:
    /// shapes from `first` on.
    void check_mask(const SvgElement& element, const SvgLevel& level, std::size_t first);

private:
    struct Parts;

    void apply_clip_path(const SvgElement& element, std::string_view value, SvgLevel& level);
    void apply_mask(const SvgElement& element, std::string_view value, SvgLevel& level);
    void apply_region(const SvgElement& mask, SvgLevel& level);
    void inherit(const SvgElement& mask, SvgLevel& level);
    void cut(SvgLevel inside, Parts& parts, const SvgElement& source, SvgLevel& level);
    void add(const SvgElement& part, SvgLevel level, Parts& parts);
    void add(Clip part, Parts& parts);
    void refuse(const Parts& parts);
    void count(const SvgElement& element);

    SvgFile& file_;
    SvgCanvas& canvas_;
};

}  // namespace broadside::load
