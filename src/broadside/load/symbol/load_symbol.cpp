#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/symbol/svg_canvas.hpp"
#include "broadside/load/symbol/svg_clips.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_coordinates.hpp"
#include "broadside/load/symbol/svg_file.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
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
          file_(report),
          gradients_(file_.ids(), file_.rules()),
          canvas_(drawing, gradients_),
          clips_(file_, canvas_) {}

    void draw_root(const SvgElement& root) {
        file_.index(root);
        const auto box = read_view_box(root.attributes);
        SvgLevel level;
        if (const auto* view_box = std::get_if<ViewBox>(&box)) {
            drawing_.width = view_box->viewport.width;
            drawing_.height = view_box->viewport.height;
            level.viewport = view_box->viewport;
            level.transform = translation(-view_box->x, -view_box->y);
        } else {
            file_.misplace(root, std::get<Problem>(box), level);
        }
        draw_children(root, level);
    }

private:
    void draw(const SvgElement& element, const SvgLevel& above) {
        if (file_.is_stopped() || !is_drawn(element.name)) return;
        if (++drawn_ > limits::kMaxSymbolElements) return file_.fail(element, too_many_elements());
        count_copied(element);
        draw_children(element, above);
    }

    /// What is in an element, or is the element, with what it says itself.
    void draw_children(const SvgElement& element, const SvgLevel& above) {
        if (file_.is_stopped()) return;
        const SvgAttributes properties = file_.properties(element);
        if (is_css_keyword(value_of(properties, "display"), "none")) return;
        const std::size_t told = file_.told();
        SvgLevel level = above;
        level.opacity = 1;
        level.region.reset();
        apply_properties(element, properties, level);
        const double own = level.opacity;
        level.opacity *= above.opacity;
        if (file_.is_stopped() || level.opacity <= 0) return;
        const std::size_t first = drawing_.shapes.size();
        draw_content(element, level);
        clips_.check_mask(element, level, first);
        if (file_.told() > told || own == 1) return;
        if (auto problem = canvas_.check_layers(element.name, first))
            file_.fail(element, std::move(*problem));
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
            file_.fail(element, {"unsupported-element",
                                 fmt::format("unsupported element <{}>", element.name),
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
        const SvgElement* target = find_target(file_.ids(), href);
        if (target == nullptr)
            return file_.fail(use,
                              {"bad-attribute",
                               fmt::format("expected the id of an element of this file in \"href\" "
                                           "of <use>, got \"{}\"",
                                           excerpt(href))});
        const SvgElement& element = *target;
        if (contains(open_, &element) || open_.size() >= limits::kMaxSymbolDepth)
            return file_.fail(
                use, {"bad-attribute", fmt::format("<use> of \"{}\" draws itself", excerpt(href))});
        file_.move(use, level);
        open_.push_back(&element);
        if (element.name == "symbol" || element.name == "svg") {
            const std::size_t first = drawing_.shapes.size();
            level.region.reset();
            apply_properties(element, file_.properties(element), level);
            count_copied(element);
            if (!file_.is_stopped() && ++drawn_ <= limits::kMaxSymbolElements)
                draw_nested(element, use, level);
            clips_.check_mask(element, level, first);
        } else if (is_drawn(element.name)) {
            draw(element, level);
        }
        open_.pop_back();
    }

    /// SVG 2, 8.2: a viewport of its own, as wide and high as `sized` says.
    void draw_nested(const SvgElement& element, const SvgElement& sized, SvgLevel level) {
        if (&element == &sized) file_.move(element, level);
        const auto side = [&](std::string_view name, double whole) {
            const auto own = file_.length(element, name, whole);
            return file_.length(sized, name, whole).value_or(own.value_or(whole));
        };
        const Viewport port{side("width", level.viewport.width),
                            side("height", level.viewport.height)};
        if (file_.is_stopped() || port.width <= 0 || port.height <= 0) return;
        if (!is_css_keyword(value_of(element.attributes, "overflow"), "visible"))
            clips_.clip(element,
                        {transformed(rectangle(0, 0, port.width, port.height), level.transform)},
                        level);
        level.viewport = port;
        if (element.attributes.contains("viewBox")) fit_in(element, port, level);
        draw_each(element, level);
    }

    void fit_in(const SvgElement& element, const Viewport& port, SvgLevel& level) {
        const auto read = read_view_box(element.attributes);
        if (const auto* problem = std::get_if<Problem>(&read))
            return file_.misplace(element, *problem, level);
        const auto& box = std::get<ViewBox>(read);
        const auto fit = fitted(box, port, value_of(element.attributes, "preserveAspectRatio"));
        if (!fit)
            return file_.misplace(
                element,
                {"bad-attribute",
                 "expected a preserveAspectRatio as \"xMidYMid meet\" or \"none\""},
                level);
        level.transform = combined(level.transform, *fit);
        level.viewport = box.viewport;
    }

    void draw_shape(const SvgElement& element, const SvgLevel& level) {
        auto outline = shape_path(element.name, element.attributes, level.viewport);
        if (auto* problem = std::get_if<Problem>(&outline))
            return file_.fail(element, std::move(*problem));
        if (!level.is_placed) return;
        if (auto problem = canvas_.draw(element.name, std::get<Path>(outline), level))
            file_.fail(element, std::move(*problem));
    }

    void apply_properties(const SvgElement& element, const SvgAttributes& properties,
                          SvgLevel& level) {
        for (const auto& [name, value] : properties) {
            if (auto problem = apply_presentation(level.paint, name, value, level.viewport))
                file_.fail(element, std::move(*problem));
        }
        for (const std::string_view refused : refused_properties(properties))
            file_.fail(element,
                       {"unsupported-attribute", fmt::format("unsupported attribute \"{}\" of <{}>",
                                                             refused, element.name)});
        if (const auto opacity = value_of(properties, "opacity"); !opacity.empty()) {
            double own = 1;
            if (auto problem = apply_opacity(own, "opacity", opacity))
                file_.fail(element, std::move(*problem));
            level.opacity *= own;
        }
        file_.apply_transform(element, properties, level);
        clips_.apply(element, properties, level);
    }

    void count_copied(const SvgElement& element) {
        if (!open_.empty()) file_.count(element, 0, "<use> draws too much again");
    }

    Drawing& drawing_;
    SvgFile file_;
    SvgGradients gradients_;
    SvgCanvas canvas_;
    SvgClips clips_;
    std::vector<const SvgElement*> open_;  // what <use> draws, one inside the other
    std::size_t drawn_ = 0;
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
