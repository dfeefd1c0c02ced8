#include "broadside/layout/page_number.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/layout/arrange.hpp"
#include "broadside/placed/parts.hpp"
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
    number.meaning = Meaning{Role::PageNumber};
    number.is_aside = true;
    return typesetter.keep(std::move(number), document);
}

}  // namespace

Pt page_number_height(const Typesetter& typesetter) {
    const TextStyle& style = typesetter.peers().first().page.page_number;
    return typesetter.setting().scaled(style.size * style.line_height);
}

bool leaves_room_for_number(const doc::Box& foot, Pt width, Typesetter& typesetter) {
    const Arranged arranged = arrange(foot, {Pt(0), Pt(0), width}, typesetter);
    const doc::Paragraph& widest = number(typesetter.peers().first(), "999/999", typesetter);
    const Pt half = typesetter.max_content(widest) / 2;
    bool is_clear = true;
    placed::for_each_part(arranged.items, [&](const placed::Text& text) {
        for (const placed::Line& line : text.lines) {
            is_clear = is_clear && (fits(line.left + line.width, width / 2 - half) ||
                                    fits(width / 2 + half, line.left));
        }
    });
    return is_clear;
}

placed::Text place_page_number(const doc::Document& document, PageOf page, Pt top,
                               Typesetter& typesetter) {
    const doc::Page& sheet = document.page;
    const TextFrame frame{sheet.margin.left, top, sheet.measure(), Alignment::Centre, Rag::Natural};
    const std::string text = fmt::format("{}/{}", page.page, page.pages);
    return typesetter.set(number(document, text, typesetter), frame);
}

}  // namespace broadside::layout
