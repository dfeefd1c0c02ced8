#include "broadside/paint/paint.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "paint/ops.hpp"
#include "support/placed_builder.hpp"
#include "support/url.hpp"

namespace broadside::paint {
namespace {

using scene::Role;
using test::placed_document;
using test::placed_symbol;
using test::placed_text;
using testing::IsEmpty;
using testing::SizeIs;

scene::Page painted(placed::Item item) {
    return paint(placed_document({std::move(item)})).pages[0];
}

placed::Text meaning(Meaning meaning, placed::Text text) {
    text.meaning = std::move(meaning);
    return text;
}

TEST(Paint, TellsWhatATextMeans) {
    EXPECT_EQ(dump_of(painted({meaning({Role::Heading, 1}, placed_text(0, 0, "T"))})),
              "  begin heading level=1\n"
              "    text 0.00,9.00 'T' 10pt #000000\n"
              "  end\n");
    const Meaning link{Role::Link, 0, {}, test::url("https://u")};
    const scene::Page page = painted({meaning(link, placed_text(0, 0, "u"))});
    EXPECT_EQ(tags_of(page, Role::Link).at(0).url.address(), "https://u");
    EXPECT_THAT(painted({meaning({Role::Paragraph}, {})}).ops, IsEmpty());
}

TEST(Paint, KeepsGroupsInTheirOrder) {
    const Meaning item{Role::ListItem, 0, {"S"}}, label{Role::ListLabel, 0, {"S"}};
    const placed::Group list{
        {Role::List},
        {{placed::Group{item,
                        {{placed::Group{label, {{placed_symbol(0, 12, "yes")}}}},
                         {meaning({Role::ListBody}, placed_text(15, 12, "a"))}}}}}};
    EXPECT_EQ(dump_of(painted({list})),
              "  begin list\n"
              "    begin list-item note=S\n"
              "      begin list-label note=S\n"
              "        begin figure 'yes'\n"
              "          symbol 0.00,12.00 10.00x10.00 box #000000\n"
              "        end\n"
              "      end\n"
              "      begin list-body\n"
              "        text 15.00,21.00 'a' 10pt #000000\n"
              "      end\n"
              "    end\n"
              "  end\n");
}

TEST(Paint, DrawsFillsInABackground) {
    const placed::Group band{{Role::Background},
                             {{placed::Fill{{Pt(0), Pt(0), Pt(50), Pt(20)}, {1, 1, 1}}},
                              {placed::Fill{{Pt(0), Pt(0), Pt(2), Pt(20)}, {2, 2, 2}}}}};
    EXPECT_EQ(dump_of(painted({band})),
              "  begin background\n"
              "    rect 0.00,0.00 50.00x20.00 #010101\n"
              "    rect 0.00,0.00 2.00x20.00 #020202\n"
              "  end\n");
}

TEST(Paint, KeepsWhatThePagesAre) {
    placed::Document document = placed_document({});
    document.direction = Direction::RightToLeft;
    document.pages.push_back({{Pt(50), Pt(60)}, {1, 2, 3}, {}});
    const scene::Scene scene = paint(document);
    ASSERT_THAT(scene.pages, SizeIs(2));
    EXPECT_EQ(scene.metadata.title, "A title");
    EXPECT_EQ(scene.direction, Direction::RightToLeft);
    EXPECT_EQ(scene.pages[1].size, (Size{Pt(50), Pt(60)}));
    EXPECT_EQ(scene.pages[1].paper, (Colour{1, 2, 3}));
}

/// One of every item, at places that are no multiples of 0.01.
placed::Document full_document() {
    using enum RowKind;
    test::PlacedTable table(2, {Header, Section, Body, Body});
    table.fill().band(2, 0);
    table->rows[0].repeated = true;
    table->style.row_rule = table->style.strong_rule = {Pt(0.3333), {}};
    for (placed::Row& row : table->rows) row.y += Pt(1.0 / 3);
    const placed::Group item{{Role::ListItem},
                             {{placed_symbol(1.0 / 7, 0, "yes")},
                              {meaning({Role::ListBody}, placed_text(20.0 / 3, 0, "text"))}}};
    const placed::Group rule{{Role::Rule}, {{placed::Fill{{Pt(0), Pt(0.7777), Pt(9), Pt(1)}, {}}}}};
    return placed_document({{meaning({Role::Heading, 1}, placed_text(0, 1.0 / 3, "T"))},
                            {rule},
                            {placed::Group{{Role::List}, {{item}}}},
                            {*table}});
}

TEST(Paint, BalancesGroupsAndPutsEveryOpInsideOne) {
    const scene::Page page = paint(full_document()).pages[0];
    int depth = 0;
    for (const scene::Op& op : page.ops) {
        if (std::holds_alternative<scene::BeginGroup>(op)) {
            ++depth;
        } else {
            EXPECT_GT(depth, 0);
            if (std::holds_alternative<scene::EndGroup>(op)) --depth;
        }
    }
    EXPECT_EQ(depth, 0);
}

struct LengthsOf {
    std::vector<Pt>& lengths;

    void operator()(const scene::BeginGroup&) const {}
    void operator()(const scene::EndGroup&) const {}
    void operator()(const scene::FillRect& fill) const { add(fill.rect); }
    void operator()(const scene::DrawSymbol& symbol) const { add(symbol.box); }
    void operator()(const scene::StrokeLine& line) const {
        lengths.insert(lengths.end(), {line.from.x, line.from.y, line.to.x, line.to.y, line.width});
    }
    void operator()(const scene::DrawText& text) const {
        for (const scene::Line& line : text.lines) {
            lengths.insert(lengths.end(), {line.baseline, line.left, line.width});
            for (const scene::Run& run : line.runs)
                lengths.insert(lengths.end(), {run.origin.x, run.origin.y});
        }
    }
    void add(const Rect& rect) const {
        lengths.insert(lengths.end(), {rect.x, rect.y, rect.width, rect.height});
    }
};

TEST(Paint, RoundsCoordinatesToHundredths) {
    const scene::Page page = paint(full_document()).pages[0];
    std::vector<Pt> lengths;
    for (const scene::Op& op : page.ops) {
        std::visit(LengthsOf{lengths}, op);
    }
    EXPECT_GT(lengths.size(), 50u);
    for (const Pt length : lengths) {
        EXPECT_NEAR(length.value * 100, std::round(length.value * 100), 1e-6);
    }
}

}  // namespace
}  // namespace broadside::paint
