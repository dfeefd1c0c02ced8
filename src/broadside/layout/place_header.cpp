#include <algorithm>

#include "broadside/layout/block.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kPublisherGap = 12_pt;
constexpr Pt kHeaderRuleGap = 3_pt;

/// The publisher stands on the last baseline of the title where there is room, else on a line of
/// its own.
class HeaderPlacer {
public:
    HeaderPlacer(const doc::HeaderBlock& header, const Frame& frame, Typesetter& typesetter)
        : header_(header), frame_(frame), typesetter_(typesetter) {}

    PlacedBlock place() {
        const Setting& setting = typesetter_.setting();
        const Pt publisher = typesetter_.max_content(header_.publisher);
        const Pt room = publisher > Pt(0) ? publisher + setting.scaled(kPublisherGap) : Pt(0);
        const bool beside = fits(typesetter_.max_content(header_.title), frame_.width - room);
        const Pt width = beside ? frame_.width - room : frame_.width;
        placed_.title = set(header_.title, frame_.y, width);
        Pt y = frame_.y + typesetter_.height(header_.title, width);
        if (publisher > Pt(0)) y = place_publisher(beside, publisher, y);
        if (!header_.subtitle.empty()) {
            placed_.subtitle = set(header_.subtitle, y, frame_.width);
            y += typesetter_.height(header_.subtitle, frame_.width);
        }
        if (header_.rule.width > Pt(0)) {
            y += setting.space(kHeaderRuleGap);
            placed_.rule = {frame_.x, y, frame_.width, setting.scaled(header_.rule.width)};
            placed_.rule_colour = header_.rule.colour;
            y = placed_.rule.bottom();
        }
        return {{std::move(placed_)}, y - frame_.y};
    }

private:
    placed::Text set(const doc::Paragraph& paragraph, Pt y, Pt width) {
        return typesetter_.set(paragraph, {frame_.x, y, width, Alignment::Start, Rag::Even});
    }

    Pt place_publisher(bool beside, Pt width, Pt y) {
        if (!beside) {
            placed_.publisher = set(header_.publisher, y, frame_.width);
            return y + typesetter_.height(header_.publisher, frame_.width);
        }
        const MeasuredText& text = *typesetter_.measured(header_.publisher);
        const Pt baseline = placed_.title.lines.back().baseline;
        placed_.publisher =
            typesetter_.set(text, {frame_.x + frame_.width - width,
                                   baseline - typesetter_.setting().scaled(text.baseline), width,
                                   Alignment::End, Rag::Natural});
        return y;
    }

    const doc::HeaderBlock& header_;
    Frame frame_;
    Typesetter& typesetter_;
    placed::Header placed_;
};

}  // namespace

PlacedBlock place_header(const doc::HeaderBlock& header, const Frame& frame,
                         Typesetter& typesetter) {
    return HeaderPlacer(header, frame, typesetter).place();
}

}  // namespace broadside::layout
