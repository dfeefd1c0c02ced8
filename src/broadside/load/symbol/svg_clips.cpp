#include "broadside/load/symbol/svg_clips.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/load/symbol/svg_box.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_shape.hpp"

namespace broadside::load {

namespace {

constexpr Colour kWhite{255, 255, 255};

bool says(const SvgAttributes& properties, std::string_view name) {
    const std::string_view value = value_of(properties, name);
    return !value.empty() && !is_css_keyword(value, "none");
}

bool is_stroked(const SvgPaint& paint) {
    return (paint.stroke_paint || !paint.stroke_server.empty()) && paint.stroke.width > 0 &&
           paint.stroke_opacity * paint.stroke_alpha > 0;
}

/// Whether a shape shows what it covers, or nothing of it, or neither.
std::optional<bool> shows(const SvgPaint& paint, bool is_alpha) {
    if (!paint.is_visible) return false;
    if (is_stroked(paint) || !paint.fill_server.empty()) return std::nullopt;
    const double opacity = paint.fill_opacity * paint.fill_alpha;
    if (!paint.fill || opacity <= 0) return false;
    const auto* colour = std::get_if<Colour>(&*paint.fill);
    if (opacity < 1 || !(is_alpha || (colour && *colour == kWhite))) return std::nullopt;
    return true;
}

}  // namespace

/// What of an element a clip path or a mask leaves.
struct SvgClips::Parts {
    const SvgElement& element;
    bool is_mask = false, is_alpha = false;
    Clip clip = {};
    std::vector<SvgBox> boxes = {};
};

void SvgClips::apply(const SvgElement& element, const SvgAttributes& properties, SvgLevel& level) {
    if (says(properties, "clip-path"))
        apply_clip_path(element, value_of(properties, "clip-path"), level);
    if (!says(properties, "mask")) return;
    const std::string_view mode = value_of(properties, "mask-mode");
    if (!mode.empty() && !is_css_keyword(mode, "match-source")) return refuse({element, true});
    apply_mask(element, value_of(properties, "mask"), level);
}

void SvgClips::apply_clip_path(const SvgElement& element, std::string_view value, SvgLevel& level) {
    const std::string_view id = url_in(value);
    const SvgElement* path = find_target(file_.ids(), id);
    // Nothing is cut by what is not there.
    if (id.starts_with('#') && path == nullptr) return;
    Parts parts{element};
    if (!path || path->name != "clipPath" ||
        value_of(path->attributes, "clipPathUnits") == "objectBoundingBox")
        return refuse(parts);
    SvgLevel inside = level;
    const SvgAttributes properties = file_.properties(*path);
    if (says(properties, "clip-path")) return refuse(parts);
    file_.apply_transform(*path, properties, inside);
    inside.paint.fill_rule = fill_rule(value_of(properties, "clip-rule"), FillRule::NonZero);
    cut(std::move(inside), parts, *path, level);
}

void SvgClips::apply_mask(const SvgElement& element, std::string_view value, SvgLevel& level) {
    const SvgElement* mask = find_target(file_.ids(), url_in(value));
    Parts parts{element, true};
    if (!mask || mask->name != "mask" ||
        value_of(mask->attributes, "maskContentUnits") == "objectBoundingBox")
        return refuse(parts);
    const SvgAttributes properties = file_.properties(*mask);
    if (says(properties, "clip-path") || says(properties, "mask") || says(properties, "transform"))
        return refuse(parts);
    parts.is_alpha = is_css_keyword(value_of(properties, "mask-type"), "alpha");
    SvgLevel inside = level;
    inside.paint = {};
    inherit(*mask, inside);
    cut(std::move(inside), parts, *mask, level);
    apply_region(*mask, level);
    if (level.region && !level.region->contains({0, 0, 1, 1}, 0)) refuse(parts);
}

/// What is in a mask inherits from what that is in, not from what it cuts.
void SvgClips::inherit(const SvgElement& mask, SvgLevel& level) {
    std::vector<const SvgElement*> above;
    for (const auto* at = &mask; at != nullptr; at = file_.parent(*at)) {
        count(*at);
        above.push_back(at);
    }
    for (auto at = above.rbegin(); at != above.rend() && !file_.is_stopped(); ++at) {
        for (const auto& [name, value] : file_.properties(**at)) {
            if (auto problem = apply_presentation(level.paint, name, value, level.viewport))
                file_.fail(**at, std::move(*problem));
        }
    }
}

/// CSS Masking 1, 9.1: a mask shows nothing outside of a rectangle, which by default is by a tenth
/// larger on each side than what it cuts, or than the viewport.
void SvgClips::apply_region(const SvgElement& mask, SvgLevel& level) {
    const bool is_in_units = value_of(mask.attributes, "maskUnits") == "userSpaceOnUse";
    const Viewport whole = is_in_units ? level.viewport : Viewport{1, 1};
    const auto side = [&](std::string_view name, double all, double by_default) {
        return file_.length(mask, name, all).value_or(by_default * all);
    };
    const double x = side("x", whole.width, -.1), y = side("y", whole.height, -.1);
    const double width = side("width", whole.width, 1.2),
                 height = side("height", whole.height, 1.2);
    const SvgBox box{x, y, x + std::max(width, 0.0), y + std::max(height, 0.0)};
    if (!is_in_units) {
        level.region = box;
        return;
    }
    clip(mask, {transformed(rectangle(box.left, box.top, box.right, box.bottom), level.transform)},
         level);
}

void SvgClips::cut(SvgLevel inside, Parts& parts, const SvgElement& source, SvgLevel& level) {
    const std::size_t told = file_.told();
    for (const SvgElement& child : source.children) {
        add(child, inside, parts);
        if (file_.told() > told) return;
    }
    clip(parts.element, std::move(parts.clip), level);
}

/// A shape, or the <use> of one; in masks, groups of them as well.
void SvgClips::add(const SvgElement& part, SvgLevel level, Parts& parts) {
    count(part);
    if (file_.is_stopped() || !is_drawn(part.name)) return;
    const SvgAttributes properties = file_.properties(part);
    if (is_css_keyword(value_of(properties, "display"), "none")) return;
    if (says(properties, "clip-path")) return refuse(parts);
    file_.apply_transform(part, properties, level);
    if (parts.is_mask) {
        double opacity = 1;
        apply_opacity(opacity, "opacity", value_of(properties, "opacity"));
        if (says(properties, "mask") || opacity != 1 || !refused_properties(properties).empty())
            return refuse(parts);
        for (const auto& [name, value] : properties) {
            if (auto problem = apply_presentation(level.paint, name, value, level.viewport))
                return file_.fail(part, std::move(*problem));
        }
    } else {
        level.paint.fill_rule = fill_rule(value_of(properties, "clip-rule"), level.paint.fill_rule);
    }
    if (part.name == "use") {
        const SvgElement* target = find_target(file_.ids(), value_of(part.attributes, "href"));
        if (target == nullptr || !contains(kSvgShapes, target->name)) return refuse(parts);
        file_.move(part, level);
        return add(*target, level, parts);
    }
    if (parts.is_mask && part.name == "g") {
        for (const SvgElement& child : part.children) add(child, level, parts);
        return;
    }
    const auto shown = parts.is_mask ? shows(level.paint, parts.is_alpha) : true;
    if (!contains(kSvgShapes, part.name) || !shown) return refuse(parts);
    auto outline = shape_path(part.name, part.attributes, level.viewport);
    if (auto* problem = std::get_if<Problem>(&outline))
        return file_.fail(part, std::move(*problem));
    if (level.is_placed && *shown)
        add({transformed(std::get<Path>(outline), level.transform), level.paint.fill_rule}, parts);
}

void SvgClips::add(Clip part, Parts& parts) {
    if (part.path.empty()) return;
    // Where shapes lie over each other, one could cut a hole into the other.
    const SvgBox box = bounds(part.path);
    const bool is_apart = std::none_of(parts.boxes.begin(), parts.boxes.end(),
                                       [&](const SvgBox& other) { return other.meets(box); });
    if (!is_apart || (!parts.boxes.empty() && part.rule != parts.clip.rule) ||
        parts.boxes.size() == kMostCompared)
        return refuse(parts);
    parts.boxes.push_back(box);
    parts.clip.rule = part.rule;
    parts.clip.path.insert(parts.clip.path.end(), part.path.begin(), part.path.end());
}

void SvgClips::clip(const SvgElement& element, Clip clip, SvgLevel& level) {
    if (file_.is_stopped() || !level.is_placed) return;
    if (auto problem = canvas_.cut(element.name, std::move(clip), level))
        file_.fail(element, std::move(*problem));
}

void SvgClips::check_mask(const SvgElement& element, const SvgLevel& level, std::size_t first) {
    if (!level.region || !level.is_placed || file_.is_stopped()) return;
    if (auto problem = canvas_.check_region(element.name, level, first))
        file_.fail(element, std::move(*problem));
}

void SvgClips::refuse(const Parts& parts) {
    file_.fail(parts.element,
               {"unsupported-clip",
                fmt::format("unsupported {} of <{}>: expected {}shapes beside each other",
                            parts.is_mask ? "mask" : "clip path", parts.element.name,
                            parts.is_mask ? "opaque white " : ""),
                {"cut the shapes themselves in a drawing program"}});
}

void SvgClips::count(const SvgElement& element) {
    // Every element that it cuts reads a clip path. To look at a part takes as long as that to
    // read.
    constexpr std::size_t kBytes = 16;
    file_.count(element, kBytes, "clip paths cut too much");
}

}  // namespace broadside::load
