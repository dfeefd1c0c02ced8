#include <algorithm>

#include "broadside/layout/block.hpp"
#include "broadside/layout/cell.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kLinksRuleGap = 12_pt;
constexpr Pt kCodeGap = 6_pt;  // between a QR code and its link
constexpr Pt kLinkGap = 5_pt;  // between links under each other
constexpr Pt kLinkColumnGap = 16_pt;

class LinksPlacer {
public:
    LinksPlacer(const doc::LinksBlock& links, const Frame& frame, Typesetter& typesetter)
        : block_(links), frame_(frame), typesetter_(typesetter), setting_(typesetter.setting()) {}

    /// Side by side where each link's texts keep their lines, else under each other.
    PlacedBlock place() {
        if (block_.links.empty()) return {};
        placed::Links placed;
        const bool has_rule = block_.rule.width > Pt(0);
        const Frame inner{frame_.x + indent(), frame_.y, frame_.width - indent()};
        const Pt bottom = fits_side_by_side(inner.width) ? place_beside(inner, placed)
                                                         : place_below(inner, placed);
        if (has_rule) {
            placed.rule = {frame_.x, frame_.y, setting_.scaled(block_.rule.width),
                           bottom - frame_.y};
            placed.rule_colour = block_.rule.colour;
        }
        return {{std::move(placed)}, bottom - frame_.y};
    }

    /// Under each other, which is the narrower way.
    BlockWidths widths() {
        BlockWidths widths;
        for (const doc::Link& link : block_.links) {
            const Pt least =
                std::max(typesetter_.min_content(link.label), typesetter_.min_content(link.text));
            const Pt most =
                std::max(typesetter_.max_content(link.label), typesetter_.max_content(link.text));
            const Pt broken =
                std::max(typesetter_.least_width(link.label), typesetter_.least_width(link.text));
            widths.least = std::max(widths.least, indent() + code_room(link) + broken);
            widths.min_content = std::max(widths.min_content, indent() + code_room(link) + least);
            widths.max_content = std::max(widths.max_content, indent() + code_room(link) + most);
        }
        return widths;
    }

private:
    Pt indent() const {
        const bool has_rule = block_.rule.width > Pt(0);
        return has_rule ? setting_.scaled(block_.rule.width + kLinksRuleGap) : Pt(0);
    }

    Pt code_room(const doc::Link& link) const {
        if (!link.qr) return Pt(0);
        return symbol_width(*link.qr, setting_.scaled(link.qr->height)) + setting_.scaled(kCodeGap);
    }

    Pt column_width(Pt width) const {
        const double count = static_cast<double>(block_.links.size());
        return (width - (count - 1) * setting_.scaled(kLinkColumnGap)) / count;
    }

    bool fits_side_by_side(Pt width) {
        return std::all_of(block_.links.begin(), block_.links.end(), [&](const doc::Link& link) {
            const Pt text =
                std::max(typesetter_.max_content(link.label), typesetter_.max_content(link.text));
            return fits(code_room(link) + text, column_width(width));
        });
    }

    Pt place_beside(const Frame& frame, placed::Links& placed) {
        const Pt width = column_width(frame.width);
        Pt x = frame.x;
        Pt bottom = frame.y;
        for (const doc::Link& link : block_.links) {
            bottom = std::max(bottom, place(link, {x, frame.y, width}, placed));
            x += width + setting_.scaled(kLinkColumnGap);
        }
        return bottom;
    }

    Pt place_below(const Frame& frame, placed::Links& placed) {
        Pt y = frame.y;
        for (const doc::Link& link : block_.links) {
            if (!placed.links.empty()) y += setting_.space(kLinkGap);
            y = place(link, {frame.x, y, frame.width}, placed);
        }
        return y;
    }

    /// Returns the link's bottom. The texts are centred beside a code.
    Pt place(const doc::Link& link, const Frame& frame, placed::Links& placed) {
        const Pt room = code_room(link);
        const Pt width = frame.width - room;
        const Pt code = link.qr ? setting_.scaled(link.qr->height) : Pt(0);
        const Pt label = typesetter_.height(link.label, width);
        const Pt text = label + typesetter_.height(link.text, width);
        const Pt height = std::max(code, text);
        placed::Link result;
        const Pt top = frame.y + (height - text) / 2;
        result.label = typesetter_.set(link.label, {frame.x + room, top, width});
        result.text = typesetter_.set(link.text, {frame.x + room, top + label, width});
        if (link.qr)
            result.qr = place_symbol(*link.qr, {frame.x, frame.y + (height - code) / 2}, code);
        if (!link.text.empty()) result.url = link.text.spans.front().url;
        placed.links.push_back(std::move(result));
        return frame.y + height;
    }

    const doc::LinksBlock& block_;
    Frame frame_;
    Typesetter& typesetter_;
    const Setting& setting_;
};

}  // namespace

PlacedBlock place_links(const doc::LinksBlock& links, const Frame& frame, Typesetter& typesetter) {
    return LinksPlacer(links, frame, typesetter).place();
}

BlockWidths links_widths(const doc::LinksBlock& links, Typesetter& typesetter) {
    return LinksPlacer(links, {}, typesetter).widths();
}

}  // namespace broadside::layout
