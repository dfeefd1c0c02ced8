#include "broadside/layout/page_number.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/layout/block.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::layout {

namespace {

const doc::Paragraph& number(const doc::Document& document, std::string_view text,
                             Typesetter& typesetter) {
    doc::Paragraph number;
    number.spans.push_back({unicode::with_digits(text, document.page.zero_digit),
                            document.page.page_number,
                            0,
                            "",
                            {},
                            false});
    return typesetter.keep(std::move(number), document);
}

}  // namespace

Pt page_number_height(const Typesetter& typesetter) {
    const TextStyle& style = typesetter.peers().first().page.page_number;
    return typesetter.setting().scaled(style.size * style.line_height);
}

bool leaves_room_for_number(const doc::Block& imprint, Pt width, Typesetter& typesetter) {
    const PlacedBlock placed = place_block(imprint, {Pt(0), Pt(0), width}, typesetter);
    const auto& texts = std::get<placed::Imprint>(placed.blocks.front());
    const doc::Paragraph& widest = number(typesetter.peers().first(), "999/999", typesetter);
    const Pt half = typesetter.max_content(widest) / 2;
    const auto is_clear = [&](const std::optional<placed::Text>& text) {
        if (!text) return true;
        return std::all_of(text->lines.begin(), text->lines.end(), [&](const placed::Line& line) {
            return fits(line.left + line.width, width / 2 - half) ||
                   fits(width / 2 + half, line.left);
        });
    };
    return is_clear(texts.start) && is_clear(texts.end);
}

placed::PageNumber place_page_number(const doc::Document& document, PageOf page, Pt top,
                                     Typesetter& typesetter) {
    const doc::Page& sheet = document.page;
    const Pt width = sheet.size.width - sheet.margin.left - sheet.margin.right;
    const TextFrame frame{sheet.margin.left, top, width, Alignment::Centre, Rag::Natural};
    const std::string text = fmt::format("{}/{}", page.page, page.pages);
    return {typesetter.set(number(document, text, typesetter), frame)};
}

}  // namespace broadside::layout
