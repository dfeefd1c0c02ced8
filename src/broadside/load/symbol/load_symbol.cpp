#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/excerpt.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/symbol/svg_box.hpp"
#include "broadside/load/symbol/svg_canvas.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_coordinates.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
#include "broadside/load/symbol/svg_rules.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

namespace {

/// Draws a tree flat, from its view box on; reports what in it shows and a drawing cannot have,
/// each time once, whatever draws it again. Where there is too much it looks no further.
class SvgDrawer {
public:
    SvgDrawer(Drawing& drawing, Report& report)
        : drawing_(drawing),
          report_(report),
          gradients_(ids_, rules_),
          canvas_(drawing, gradients_) {}

    void draw_root(const SvgElement& root) {
        index(root);
        const auto box = read_view_box(root.attributes);
        SvgLevel level;
        if (const auto* view_box = std::get_if<ViewBox>(&box)) {
            drawing_.width = view_box->viewport.width;
            drawing_.height = view_box->viewport.height;
            level.viewport = view_box->viewport;
            level.transform = translation(-view_box->x, -view_box->y);
        } else {
            misplace(root, std::get<Problem>(box), level);
        }
        draw_children(root, level);
    }

private:
    void index(const SvgElement& element) {
        const auto id = element.attributes.find("id");
        if (id != element.attributes.end()) ids_.emplace(id->second, &element);
        if (element.name == "style") {
            for (Problem& problem : rules_.add(element.text)) fail(element, std::move(problem));
        }
        for (const SvgElement& child : element.children) index(child);
    }

    void draw(const SvgElement& element, const SvgLevel& above) {
        if (is_stopped_ || !is_drawn(element.name)) return;
        if (++drawn_ > limits::kMaxSymbolElements) return fail(element, too_many_elements());
        count_copied(element);
        draw_children(element, above);
    }

    /// What is in an element, or is the element, with what it says itself.
    void draw_children(const SvgElement& element, const SvgLevel& above) {
        if (is_stopped_) return;
        const SvgAttributes properties = rules_.properties(element.name, element.attributes);
        if (is_css_keyword(value_of(properties, "display"), "none")) return;
        const std::size_t told = told_.size();
        SvgLevel level = above;
        level.opacity = 1;
        apply_properties(element, properties, level);
        const double own = level.opacity;
        level.opacity *= above.opacity;
        if (is_stopped_ || level.opacity <= 0) return;
        const std::size_t first = drawing_.shapes.size();
        draw_content(element, level);
        if (told_.size() > told || own == 1) return;
        if (auto problem = canvas_.check_layers(element.name, first))
            fail(element, std::move(*problem));
    }

    void draw_content(const SvgElement& element, const SvgLevel& level) {
        if (contains(kSvgShapes, element.name)) {
            draw_shape(element, level);
        } else if (element.name == "use") {
            draw_use(element, level);
        } else if (element.name == "svg" && drawn_ > 0) {
            draw_nested(element, element, level);
        } else if (element.name == "switch") {
            draw_first(element, level);
        } else if (element.name == "svg" || element.name == "g" || element.name == "a") {
            draw_each(element, level);
        } else {
            fail(element,
                 {"unsupported-element", fmt::format("unsupported element <{}>", element.name),
                  element_hints(element.name)});
        }
    }

    void draw_each(const SvgElement& element, const SvgLevel& level) {
        for (const SvgElement& child : element.children) draw(child, level);
    }

    /// SVG 2, 5.8.3: the first that can be drawn, here of those without conditions.
    void draw_first(const SvgElement& element, const SvgLevel& level) {
        for (const SvgElement& child : element.children) {
            const bool is_conditional = child.attributes.contains("requiredExtensions") ||
                                        child.attributes.contains("systemLanguage");
            if (!is_drawn(child.name) || is_conditional || child.name == "foreignObject") continue;
            return draw(child, level);
        }
    }

    void draw_use(const SvgElement& use, SvgLevel level) {
        const std::string_view href = value_of(use.attributes, "href");
        const SvgElement* target = find_target(ids_, href);
        if (target == nullptr)
            return fail(use, {"bad-attribute",
                              fmt::format("expected the id of an element of this file in \"href\" "
                                          "of <use>, got \"{}\"",
                                          excerpt(href))});
        const SvgElement& element = *target;
        if (contains(open_, &element) || open_.size() >= limits::kMaxSymbolDepth)
            return fail(
                use, {"bad-attribute", fmt::format("<use> of \"{}\" draws itself", excerpt(href))});
        move(use, level);
        open_.push_back(&element);
        if (element.name == "symbol" || element.name == "svg") {
            const SvgAttributes properties = rules_.properties(element.name, element.attributes);
            apply_properties(element, properties, level);
            count_copied(element);
            if (!is_stopped_ && ++drawn_ <= limits::kMaxSymbolElements)
                draw_nested(element, use, level);
        } else if (is_drawn(element.name)) {
            draw(element, level);
        }
        open_.pop_back();
    }

    /// SVG 2, 8.2: a viewport of its own, as wide and high as `sized` says.
    void draw_nested(const SvgElement& element, const SvgElement& sized, SvgLevel level) {
        if (&element == &sized) move(element, level);
        const auto side = [&](std::string_view name, double whole) {
            const auto own = length(element, name, whole);
            return length(sized, name, whole).value_or(own.value_or(whole));
        };
        const Viewport port{side("width", level.viewport.width),
                            side("height", level.viewport.height)};
        if (is_stopped_ || port.width <= 0 || port.height <= 0) return;
        if (!is_css_keyword(value_of(element.attributes, "overflow"), "visible"))
            clip(element, {transformed(rectangle(0, 0, port.width, port.height), level.transform)},
                 level);
        level.viewport = port;
        if (element.attributes.contains("viewBox")) fit_in(element, port, level);
        draw_each(element, level);
    }

    void fit_in(const SvgElement& element, const Viewport& port, SvgLevel& level) {
        const auto read = read_view_box(element.attributes);
        if (const auto* problem = std::get_if<Problem>(&read))
            return misplace(element, *problem, level);
        const auto& box = std::get<ViewBox>(read);
        const auto fit = fitted(box, port, value_of(element.attributes, "preserveAspectRatio"));
        if (!fit)
            return misplace(element,
                            {"bad-attribute",
                             "expected a preserveAspectRatio as \"xMidYMid meet\" or \"none\""},
                            level);
        level.transform = combined(level.transform, *fit);
        level.viewport = box.viewport;
    }

    void draw_shape(const SvgElement& element, const SvgLevel& level) {
        auto outline = shape_path(element.name, element.attributes, level.viewport);
        if (auto* problem = std::get_if<Problem>(&outline))
            return fail(element, std::move(*problem));
        if (!level.is_placed) return;
        if (auto problem = canvas_.draw(element.name, std::get<Path>(outline), level))
            fail(element, std::move(*problem));
    }

    void apply_properties(const SvgElement& element, const SvgAttributes& properties,
                          SvgLevel& level) {
        for (const auto& [name, value] : properties) {
            if (auto problem = apply_presentation(level.paint, name, value, level.viewport))
                fail(element, std::move(*problem));
        }
        for (const std::string_view refused : refused_properties(properties))
            fail(element,
                 {"unsupported-attribute",
                  fmt::format("unsupported attribute \"{}\" of <{}>", refused, element.name)});
        if (const auto opacity = value_of(properties, "opacity"); !opacity.empty()) {
            double own = 1;
            if (auto problem = apply_opacity(own, "opacity", opacity))
                fail(element, std::move(*problem));
            level.opacity *= own;
        }
        apply_transform(element, properties, level);
        const std::string_view path = value_of(properties, "clip-path");
        if (!path.empty() && !is_css_keyword(path, "none")) apply_clip(element, path, level);
    }

    void apply_transform(const SvgElement& element, const SvgAttributes& properties,
                         SvgLevel& level) {
        const std::string_view value = value_of(properties, "transform");
        if (value.empty() || is_css_keyword(value, "none")) return;
        auto transform = parse_transform(value);
        if (!transform)
            return misplace(element,
                            {"bad-attribute",
                             fmt::format("expected a transform list, got \"{}\"", excerpt(value)),
                             {"functions: translate, scale, rotate, skewX, skewY, matrix"}},
                            level);
        if (const auto origin = value_of(properties, "transform-origin"); !origin.empty()) {
            const auto point = parse_origin(origin, level.viewport);
            if (!point)
                return misplace(
                    element,
                    {"bad-attribute",
                     fmt::format("expected two lengths in \"transform-origin\", got \"{}\"",
                                 excerpt(origin))},
                    level);
            transform = about_point(*point, *transform);
        }
        level.transform = combined(level.transform, *transform);
        if (level.is_placed && !leaves_area(level.transform))
            misplace(element,
                     {"bad-attribute",
                      fmt::format("expected a transform that leaves shapes a width and a height, "
                                  "got \"{}\"",
                                  excerpt(value))},
                     level);
    }

    void apply_clip(const SvgElement& element, std::string_view value, SvgLevel& level) {
        const std::string_view id = url_in(value);
        const SvgElement* path = find_target(ids_, id);
        // Nothing is cut by what is not there.
        if (id.starts_with('#') && path == nullptr) return;
        if (!path || path->name != "clipPath" ||
            value_of(path->attributes, "clipPathUnits") == "objectBoundingBox")
            return refuse_clip(element);
        SvgLevel inside = level;
        const SvgAttributes properties = rules_.properties(path->name, path->attributes);
        if (properties.contains("clip-path")) return refuse_clip(element);
        apply_transform(*path, properties, inside);
        Clip clip;
        std::vector<SvgBox> boxes;
        for (const SvgElement& child : path->children) {
            count_clipped(child);
            if (is_stopped_) return;
            if (!is_drawn(child.name)) continue;
            Clip part;
            part.rule = fill_rule(value_of(properties, "clip-rule"), FillRule::NonZero);
            add_to_clip(element, child, inside, part);
            if (part.path.empty()) continue;
            // Where shapes lie over each other, one could cut a hole into the other.
            const SvgBox box = bounds(part.path);
            const bool is_apart = std::none_of(
                boxes.begin(), boxes.end(), [&](const SvgBox& other) { return other.meets(box); });
            if (!is_apart || (!boxes.empty() && part.rule != clip.rule) ||
                boxes.size() == kMostCompared)
                return refuse_clip(element);
            boxes.push_back(box);
            clip.rule = part.rule;
            clip.path.insert(clip.path.end(), part.path.begin(), part.path.end());
        }
        this->clip(element, std::move(clip), level);
    }

    /// A shape, or the <use> of one.
    void add_to_clip(const SvgElement& element, const SvgElement& child, SvgLevel level,
                     Clip& clip) {
        const SvgAttributes properties = rules_.properties(child.name, child.attributes);
        if (is_css_keyword(value_of(properties, "display"), "none")) return;
        if (properties.contains("clip-path")) return refuse_clip(element);
        apply_transform(child, properties, level);
        clip.rule = fill_rule(value_of(properties, "clip-rule"), clip.rule);
        if (child.name == "use") {
            const SvgElement* target = find_target(ids_, value_of(child.attributes, "href"));
            if (target == nullptr || !contains(kSvgShapes, target->name))
                return refuse_clip(element);
            move(child, level);
            count_clipped(*target);
            return add_to_clip(element, *target, level, clip);
        }
        if (!contains(kSvgShapes, child.name)) return refuse_clip(element);
        auto outline = shape_path(child.name, child.attributes, level.viewport);
        if (auto* problem = std::get_if<Problem>(&outline)) return fail(child, std::move(*problem));
        if (level.is_placed) clip.path = transformed(std::get<Path>(outline), level.transform);
    }

    void clip(const SvgElement& element, Clip clip, SvgLevel& level) {
        if (is_stopped_ || !level.is_placed) return;
        if (auto problem = canvas_.cut(element.name, std::move(clip), level))
            fail(element, std::move(*problem));
    }

    void refuse_clip(const SvgElement& element) {
        fail(element,
             {"unsupported-clip",
              fmt::format("unsupported clip path of <{}>: expected shapes beside each other",
                          element.name),
              {"cut the shapes themselves in a drawing program"}});
    }

    std::optional<double> length(const SvgElement& element, std::string_view name, double whole) {
        const std::string_view value = value_of(element.attributes, name);
        if (value.empty() || value == "auto") return std::nullopt;
        const auto number = parse_length(value, whole);
        if (!number)
            fail(element, {"bad-attribute", fmt::format("expected a number in \"{}\", got \"{}\"",
                                                        name, excerpt(value))});
        return number;
    }

    void move(const SvgElement& element, SvgLevel& level) {
        const double x = length(element, "x", level.viewport.width).value_or(0);
        const double y = length(element, "y", level.viewport.height).value_or(0);
        level.transform = combined(level.transform, translation(x, y));
    }

    void count_copied(const SvgElement& element) {
        if (!open_.empty()) count(element, "<use> draws too much again");
    }

    void count_clipped(const SvgElement& element) {
        // Every element that it cuts reads a clip path.
        copied_ += element.name.size();
        count(element, "clip paths cut too much");
    }

    /// Copies cost time by what they hold: together no more than the largest drawing in use.
    void count(const SvgElement& element, const char* message) {
        for (const auto& [name, value] : element.attributes) copied_ += name.size() + value.size();
        if (copied_ > limits::kMaxSymbolCopiedBytes) fail(element, {"too-many", message});
    }

    /// Nothing below is drawn, where nobody knows the place of it.
    void misplace(const SvgElement& element, Problem problem, SvgLevel& level) {
        level.is_placed = false;
        fail(element, std::move(problem));
    }

    void fail(const SvgElement& element, Problem problem) {
        if (is_stopped_ || !told_.emplace(element.offset, problem.message).second) return;
        is_stopped_ = problem.code == "too-many";
        report_.error_in_text(element.offset, std::move(problem));
    }

    Drawing& drawing_;
    Report& report_;
    SvgRules rules_;
    SvgIds ids_;
    SvgGradients gradients_;
    SvgCanvas canvas_;
    std::vector<const SvgElement*> open_;  // what <use> draws, one inside the other
    std::size_t drawn_ = 0, copied_ = 0;
    std::set<std::pair<std::size_t, std::string>> told_;  // places and messages
    bool is_stopped_ = false;
};

}  // namespace

Result<DrawingRef> load_symbol(const SourceFile& source, std::string name) {
    Report report(source);
    Drawing drawing;
    drawing.name = std::move(name);
    if (check_readable(report)) {
        if (const auto root = read_svg_tree(report.text(), report))
            SvgDrawer(drawing, report).draw_root(*root);
    }
    return std::move(report).result(
        DrawingRef(std::make_shared<const Drawing>(std::move(drawing))));
}

}  // namespace broadside::load
