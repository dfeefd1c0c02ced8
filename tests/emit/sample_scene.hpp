#pragma once

#include "support/scene_builder.hpp"
#include "support/url.hpp"

namespace broadside::test {

/// A small page with something of everything: heading, band, rule, table of one row, symbol, note,
/// links, right-to-left text.
inline scene::Scene sample_scene() {
    using scene::EndGroup;
    using scene::Role;
    auto heading = begin(Role::Heading);
    heading.tag.level = 1;
    auto head = begin(Role::HeaderCell);
    head.tag.scope = HeaderScope::Row;
    auto cell = begin(Role::Cell);
    cell.tag.column = 1;
    auto call = text_line(Pt(20), Pt(70), "Switzerland");
    call.lines[0].runs.push_back({{call.lines[0].left + call.lines[0].width, Pt(67)},
                                  glyph_run("(A)", {bold_face(), Pt(6)}),
                                  {"A"},
                                  {}});
    auto link = text_line(Pt(20), Pt(130), "example.org/more");
    link.lines[0].runs[0].url = url("https://example.org/?q='(x)%5C&y=é");
    const RunStyle hebrew{hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    return one_page(
        Pt(200), Pt(160),
        {heading,
         text_line(Pt(20), Pt(30), "Quick overview", {bold_face(), Pt(16)}),
         EndGroup{},
         begin(Role::Background),
         scene::FillRect{{Pt(20), Pt(40), Pt(160), Pt(20)}, {0xe4, 0xf1, 0xe7}},
         scene::StrokeLine{{Pt(20), Pt(60)}, {Pt(180), Pt(60)}, Pt(0.5), {0x80, 0x80, 0x80}},
         EndGroup{},
         begin(Role::Table, "", "Systems"),
         begin(Role::RowGroup),
         begin(Role::Row, "row-1"),
         head,
         text_line(Pt(24), Pt(53), "Signal & \"Threema\" <1>"),
         EndGroup{},
         cell,
         begin(Role::Figure, "", "yes"),
         scene::DrawSymbol{{Pt(150), Pt(44), Pt(12), Pt(12)}, sample_drawing(), {0x1b, 0x6e, 0x3c}},
         EndGroup{},
         EndGroup{},
         EndGroup{},
         EndGroup{},
         EndGroup{},
         begin(Role::Paragraph),
         call,
         EndGroup{},
         begin_note("A"),
         text_line(Pt(20), Pt(100), "(A) a note"),
         EndGroup{},
         begin(Role::Paragraph),
         link,
         text_line(Pt(20), Pt(145), "no link"),
         text_line(Pt(120), Pt(145), "שלום עולם", hebrew),
         EndGroup{}});
}

}  // namespace broadside::test
