#include "broadside/emit/svg/page.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/emit/svg/path.hpp"
#include "broadside/emit/svg/shape.hpp"

namespace broadside::emit {

namespace {

/// By which it goes to the left.
long degrees(const Turn& turn) {
    return std::lround(std::atan2(turn.sine, turn.cosine) * 180 / std::numbers::pi);
}

constexpr std::string_view kLinkEnd = "</a>\n";
constexpr std::string_view kGroupEnd = "</g>\n";

std::string labelled(std::string_view role, const std::string& label) {
    return attribute("role", role) + attribute("aria-label", label);
}

/// The modules of a QR code are of one size, and take few bytes.
DrawingPlacement placed(const Drawing& drawing, const Rect& box) {
    if (drawing.code_of.empty()) return place_drawing(drawing, box);
    const GridSquares squares = snap_squares(box, drawing.width, scene::kGridStepsPerPoint);
    if (squares.side < 1) return place_drawing(drawing, box);
    return {{Pt(squares.x / scene::kGridStepsPerPoint), Pt(squares.y / scene::kGridStepsPerPoint)},
            squares.side / scene::kGridStepsPerPoint};
}

std::string_view header_role(HeaderScope scope) {
    switch (scope) {
        case HeaderScope::Row:
        case HeaderScope::RowGroup: return "rowheader";
        case HeaderScope::None:
        case HeaderScope::Column:
        case HeaderScope::ColumnGroup: return "columnheader";
    }
    return "columnheader";
}

/// WAI-ARIA 1.2 roles; empty where a group says nothing that its parts do not say.
std::string role_attributes(const scene::Tag& tag) {
    switch (tag.role) {
        case scene::Role::Heading:
            return fmt::format(" role=\"heading\" aria-level=\"{}\"", std::max(tag.level, 1));
        case scene::Role::Paragraph:
        case scene::Role::Caption: return " role=\"paragraph\"";
        case scene::Role::Table: return labelled("table", tag.label);
        case scene::Role::RowGroup: return " role=\"rowgroup\"";
        case scene::Role::Row: return " role=\"row\"";
        // Browsers shift the heads of cells beside `aria-rowspan` and `aria-colspan`: there are no
        // spans, and what a covered slot says is written out.
        case scene::Role::HeaderCell: return labelled(header_role(tag.scope), tag.label);
        case scene::Role::Cell: return labelled("cell", tag.label);
        case scene::Role::List: return labelled("list", tag.label);
        case scene::Role::Card: return labelled("group", tag.label);
        case scene::Role::ListItem: return " role=\"listitem\"";
        case scene::Role::Figure:
            return tag.label.empty() ? " aria-hidden=\"true\"" : " role=\"img\"";
        default: return says_nothing(tag.role) ? " aria-hidden=\"true\"" : "";
    }
}

/// What a picture is for who does not see it, and for who points at it.
std::string title_element(const scene::Tag& tag) {
    if (tag.role != scene::Role::Figure || tag.label.empty()) return {};
    return fmt::format("<title>{}</title>\n", escape_xml(tag.label));
}

std::string view_box_element(const Drawing& drawing, const DrawingPlacement& placement,
                             std::string_view attributes) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
                       units(placement.origin.x), units(placement.origin.y),
                       units(Pt(drawing.width * placement.scale)),
                       units(Pt(drawing.height * placement.scale)), attributes);
}

}  // namespace

SvgPage::SvgPage(const scene::Page& page, SvgTextStyle style, SvgLinks links, const Faces& faces)
    : colours_(style.colours),
      style_(std::move(style)),
      links_(std::move(links)),
      outlines_(faces, colours_) {
    out_ = fmt::format("<rect aria-hidden=\"true\" width=\"{}\" height=\"{}\"{}/>\n",
                       units(page.size.width), units(page.size.height), colours_.fill(page.paper));
    for (const scene::Op& op : page.ops) std::visit(*this, op);
}

bool SvgPage::is_inside_link() const { return contains(open_, kLinkEnd); }

void SvgPage::operator()(const scene::BeginGroup& group) {
    follows_text_ = false;
    if (!is_inside_link()) {
        const std::string link = links_.group_attributes(group.tag);
        if (!link.empty()) {
            out_ += fmt::format("<a{}>\n", link);
            open_.emplace_back(kLinkEnd);
            return;
        }
    }
    const std::string attributes = role_attributes(group.tag) + links_.item_id(group.tag);
    if (!attributes.empty())
        out_ += fmt::format("<g{}{}>\n{}", attributes, group.tag.covered ? "/" : "",
                            title_element(group.tag));
    open_.emplace_back(attributes.empty() || group.tag.covered ? "" : kGroupEnd);
}

void SvgPage::operator()(const scene::EndGroup&) {
    follows_text_ = false;
    if (open_.empty()) return;
    out_ += open_.back();
    open_.pop_back();
}

void SvgPage::operator()(const scene::FillRect& fill) {
    const GridPoint from = to_grid(Point{fill.rect.x, fill.rect.y});
    const GridPoint to = to_grid(Point{fill.rect.right(), fill.rect.bottom()});
    // Crisp edges keep neighbouring bands from showing a seam, but may lose what is thinner than a
    // pixel.
    constexpr Pt kAlwaysVisible{2};
    const bool is_crisp = fill.rect.width >= kAlwaysVisible && fill.rect.height >= kAlwaysVisible;
    out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>\n",
                        grid_units(from.x), grid_units(from.y), grid_units(to.x - from.x),
                        grid_units(to.y - from.y), colours_.fill(fill.colour),
                        is_crisp ? " shape-rendering=\"crispEdges\"" : "");
}

void SvgPage::operator()(const scene::StrokeLine& line) {
    // Below this it is a pixel wide on a screen that shows the page in its size, and the style
    // sheet makes lines as wide. Where they lean that would show steps.
    constexpr Pt kHairline{1.125};
    const GridPoint from = to_grid(line.from), to = to_grid(line.to);
    if (line.width < kHairline && (from.x == to.x || from.y == to.y)) {
        out_ +=
            fmt::format("<line{} stroke-width=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                        colours_.stroke(line.colour), units(line.width), grid_units(from.x),
                        grid_units(from.y), grid_units(to.x), grid_units(to.y));
        return;
    }
    SvgPathData data;
    data.move_to(from);
    data.line_to(to);
    out_ += fmt::format("<path fill=\"none\"{} stroke-width=\"{}\" d=\"{}\"/>\n",
                        colours_.stroke(line.colour), units(line.width), data.take());
}

void SvgPage::operator()(const scene::DrawText& text) {
    // Firefox reads two texts of one cell as one word, whatever white space is between elements.
    if (follows_text_) out_ += "<text> </text>\n";
    follows_text_ = true;
    if (text.turn)
        out_ += fmt::format("<g transform=\"rotate({} {} {})\">\n", -degrees(*text.turn),
                            units(text.turn->about.x), units(text.turn->about.y));
    if (style_.ink == TextInk::Selectable)
        for (const scene::Line& line : text.lines) out_ += outlines_.line(line);
    out_ += svg_text(text, style_, is_inside_link() ? nullptr : &links_);
    if (text.turn) out_ += kGroupEnd;
}

std::string SvgPage::new_id() { return fmt::format("{}-c{}", kFileName, next_id_++); }

/// Its bytes stand in the file once, however often it is shown.
void SvgPage::image(const scene::DrawSymbol& symbol) {
    const Image& image = *symbol.drawing->image;
    const auto [known, is_new] = images_.try_emplace(&image, images_.size());
    const std::string id = fmt::format("{}-p{}", kFileName, known->second);
    if (is_new)
        out_ +=
            fmt::format("<defs><image id=\"{}\" width=\"{}\" height=\"{}\" href=\"{}\"/></defs>\n",
                        id, image.width, image.height, data_url(image));
    const DrawingPlacement placement = place_drawing(*symbol.drawing, symbol.box);
    out_ += fmt::format("<use href=\"#{}\" transform=\"translate({} {}) scale({:.6g})\"/>\n", id,
                        units(placement.origin.x), units(placement.origin.y),
                        placement.scale * kUnitsPerPoint);
}

void SvgPage::operator()(const scene::DrawSymbol& symbol) {
    const Drawing& drawing = *symbol.drawing;
    const DrawingPlacement placement = placed(drawing, symbol.box);
    if (colours_.is_themed() && is_for_light_paper(drawing))
        out_ += view_box_element(drawing, placement, colours_.plate()) + '\n';
    if (drawing.image) return image(symbol);
    const bool is_clipped = reaches_outside(drawing);
    if (is_clipped) {
        const std::string id = new_id();
        out_ += fmt::format("<clipPath id=\"{0}\">{1}</clipPath>\n<g clip-path=\"url(#{0})\">\n",
                            id, view_box_element(drawing, placement, ""));
    }
    const auto more = [&](const Shape& shape) {
        const auto taken = [&](const Paint& paint) {
            const bool is_taken =
                std::holds_alternative<CurrentColour>(paint) && drawing.code_of.empty();
            return is_taken ? std::optional(symbol.colour) : themed_colour(paint);
        };
        return colours_.classes(shape.fill ? taken(*shape.fill) : std::nullopt,
                                shape.stroke ? taken(shape.stroke->paint) : std::nullopt);
    };
    const std::string current = to_string(symbol.colour);
    out_ += shape_elements(drawing, placement, {current, [&] { return new_id(); }, more});
    if (is_clipped) out_ += kGroupEnd;
}

}  // namespace broadside::emit
