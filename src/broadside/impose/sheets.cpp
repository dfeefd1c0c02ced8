#include "broadside/impose/sheets.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "broadside/scene/op.hpp"

namespace broadside::impose {

namespace {

/// What printers call a hairline.
constexpr Pt kHairline{0.25};

/// Where cards begin and end, one way across the sheet.
std::vector<Pt> cuts(std::size_t cards, Pt card, Pt gap, Pt sheet) {
    const Pt first = (sheet - Imposition::extent(cards, card, gap)) / 2;
    std::vector<Pt> places;
    const auto add = [&](Pt at) {
        const bool is_inside = !fits(at, Pt(0)) && !fits(sheet, at);
        const Pt place = scene::on_grid(at);
        if (is_inside && (places.empty() || !nearly(places.back(), place))) places.push_back(place);
    };
    for (std::size_t i = 0; i < cards; ++i) {
        const Pt begin = first + (card + gap) * static_cast<double>(i);
        add(begin);
        add(begin + card);
    }
    return places;
}

/// Hairlines in the margins of a sheet, at both ends of each cut, in a group that says nothing; one
/// serves two cards that touch. None where the sheet ends, or has no room for them.
std::vector<scene::Op> cut_marks(const Imposition& imposition, Colour paper) {
    if (!imposition.has_cut_marks) return {};
    const auto& [sheet, card, columns, rows, gap, has_marks] = imposition;
    constexpr Colour kBlack{0, 0, 0}, kWhite{255, 255, 255};
    const Colour colour = contrast(paper, kBlack) >= contrast(paper, kWhite) ? kBlack : kWhite;
    std::vector<scene::Op> ops = {scene::BeginGroup{{scene::Role::CutMark}}};
    // `at` makes a point of how far it is along the cut, and of where the cut is.
    const auto add = [&](const std::vector<Pt>& places, Pt room, Pt length, auto at) {
        const Pt mark = std::min(kCutMarkLength, room - kCutMarkGap);
        if (!fits(kLeastCutMark, mark)) return;
        const Pt end = scene::on_grid(room - kCutMarkGap), begin = scene::on_grid(end - mark);
        for (const Pt place : places) {
            ops.push_back(scene::StrokeLine{at(begin, place), at(end, place), kHairline, colour});
            const Pt far_end = scene::on_grid(length - begin), near = scene::on_grid(length - end);
            ops.push_back(
                scene::StrokeLine{at(near, place), at(far_end, place), kHairline, colour});
        }
    };
    const Size room = imposition.room();
    add(cuts(columns, card.width, gap, sheet.width), room.height, sheet.height,
        [](Pt along, Pt place) {
            return Point{place, along};
        });
    add(cuts(rows, card.height, gap, sheet.height), room.width, sheet.width,
        [](Pt along, Pt place) {
            return Point{along, place};
        });
    if (ops.size() == 1) return {};
    ops.push_back(scene::EndGroup{});
    return ops;
}

using scene::Op;

/// Moves what is drawn.
class Move {
public:
    Move(Pt dx, Pt dy) : dx_(dx), dy_(dy) {}

    void operator()(scene::BeginGroup&) const {}
    void operator()(scene::EndGroup&) const {}
    void operator()(scene::FillRect& fill) const { move(fill.rect); }
    void operator()(scene::StrokeLine& line) const {
        move(line.from);
        move(line.to);
    }
    void operator()(scene::DrawText& text) const {
        for (scene::Line& line : text.lines) {
            line.baseline = scene::on_grid(line.baseline + dy_);
            line.left = scene::on_grid(line.left + dx_);
            for (LineRun& run : line.runs) move(run.origin);
        }
        if (text.turn) move(text.turn->about);
    }
    void operator()(scene::DrawSymbol& symbol) const { move(symbol.box); }

private:
    void move(Point& point) const { point = scene::on_grid(Point{point.x + dx_, point.y + dy_}); }
    void move(Rect& rect) const { rect = scene::on_grid(moved(rect, dx_, dy_)); }

    Pt dx_, dy_;
};

/// Gives notes and tables of a document names that no other of its sheets has.
class OwnNames {
public:
    OwnNames(std::size_t document, std::size_t tables_before)
        : document_(document), tables_before_(tables_before) {}

    void operator()(std::vector<Op>& ops) {
        for (Op& op : ops) {
            if (auto* group = std::get_if<scene::BeginGroup>(&op)) {
                rename(group->tag.note);
                if (group->tag.table == 0) continue;
                group->tag.table += tables_before_;
                tables_ = std::max(tables_, group->tag.table);
            } else if (auto* text = std::get_if<scene::DrawText>(&op)) {
                for (scene::Line& line : text->lines) {
                    for (LineRun& run : line.runs) rename(run.note);
                }
            }
        }
    }

    /// The last number of a table.
    std::size_t tables() const { return std::max(tables_, tables_before_); }

private:
    void rename(NoteId& note) {
        if (note.empty()) return;
        NoteId& own = known_[note];
        if (own.empty()) own.value = fmt::format("{}-{}", document_, *note.value);
        note = own;
    }

    std::size_t document_, tables_before_, tables_ = 0;
    std::map<NoteId, NoteId> known_;
};

/// What is drawn, without what it means.
std::vector<Op> drawing_of(const std::vector<Op>& ops) {
    std::vector<Op> drawing;
    for (const Op& op : ops) {
        if (std::holds_alternative<scene::BeginGroup>(op) ||
            std::holds_alternative<scene::EndGroup>(op))
            continue;
        drawing.push_back(op);
        auto* text = std::get_if<scene::DrawText>(&drawing.back());
        if (text == nullptr) continue;
        for (scene::Line& line : text->lines) {
            for (LineRun& run : line.runs) {
                run.note = {};
                run.url = {};
                run.call = 0;
            }
        }
    }
    return drawing;
}

void keep_alike(std::string& all, const std::string& one) {
    if (all != one) all.clear();
}

}  // namespace

void Sheets::add(scene::Scene document) {
    Metadata& all = sheets_.metadata;
    if (documents_++ == 0) {
        all = document.metadata;
        sheets_.direction = document.direction;
        sheets_.keeps_size = true;
    }
    keep_alike(all.author, document.metadata.author);
    keep_alike(all.description, document.metadata.description);
    keep_alike(all.licence, document.metadata.licence);
    last_title_ = std::move(document.metadata.title);
    OwnNames names(documents_, tables_);
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        scene::Page& page = document.pages[i];
        names(page.ops);
        scene::Tag tag{scene::Role::Card};
        tag.label = last_title_;
        tag.continued = i > 0;
        place(std::move(page.ops), std::move(tag), page.paper);
    }
    tables_ = names.tables();
}

void Sheets::place(std::vector<Op> card, scene::Tag tag, Colour paper) {
    const std::size_t slot = cards_++ % imposition_.cards();
    if (slot == 0)
        sheets_.pages.push_back({imposition_.sheet, paper, cut_marks(imposition_, paper)});
    std::vector<Op>& sheet = sheets_.pages.back().ops;
    const auto& [paper_size, size, columns, rows, gap, has_marks] = imposition_;
    const std::size_t column = slot % columns, row = slot / columns;
    const std::size_t from_left =
        sheets_.direction == Direction::RightToLeft ? columns - 1 - column : column;
    const Size room = imposition_.room();
    const Move move(
        scene::on_grid(room.width + (size.width + gap) * static_cast<double>(from_left)),
        scene::on_grid(room.height + (size.height + gap) * static_cast<double>(row)));
    for (Op& op : card) std::visit(move, op);
    sheet.push_back(scene::BeginGroup{std::move(tag)});
    std::move(card.begin(), card.end(), std::back_inserter(sheet));
    sheet.push_back(scene::EndGroup{});
}

scene::Scene Sheets::finish() && {
    std::string& title = sheets_.metadata.title;
    if (title != last_title_) title += " – " + last_title_;
    return std::move(sheets_);
}

scene::Scene impose(scene::Scene document, const Imposition& imposition) {
    std::vector<Op> drawing;
    const bool is_single = document.pages.size() == 1;
    if (is_single) drawing = drawing_of(document.pages.front().ops);
    Sheets sheets(imposition);
    const Colour paper = document.pages.empty() ? Colour() : document.pages.front().paper;
    sheets.add(std::move(document));
    for (std::size_t i = 1; is_single && i < imposition.cards(); ++i)
        sheets.place(drawing, {scene::Role::Copy}, paper);
    return std::move(sheets).finish();
}

}  // namespace broadside::impose
