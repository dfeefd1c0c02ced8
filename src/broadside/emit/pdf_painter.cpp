#include "broadside/emit/pdf_painter.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include <cairo-pdf.h>

#include "broadside/emit/drawing.hpp"
#include "broadside/emit/pdf_marks.hpp"

namespace broadside::emit {

namespace {

/// From the highest ascender to the lowest descender of the runs.
Rect clickable_area(std::span<const scene::Run> runs) {
    Pt top = runs.front().origin.y, bottom = top;
    for (const scene::Run& run : runs) {
        const FontMetrics& metrics = run.glyphs.font->metrics;
        top = std::min(top, run.origin.y - metrics.ascent * run.glyphs.size);
        bottom = std::max(bottom, run.origin.y + metrics.descent * run.glyphs.size);
    }
    const Pt left = runs.front().origin.x;
    const Pt right = runs.back().origin.x + runs.back().glyphs.advance;
    return {left, top, right - left, bottom - top};
}

Rect on_page(const Rect& rect, const std::optional<Turn>& turn) {
    return turn ? turned(rect, *turn) : rect;
}

bool is_same_pen(const scene::StrokeLine& a, const scene::StrokeLine& b) {
    return nearly(a.width, b.width) && a.colour == b.colour;
}

LinkTarget url_target(const Url& url) {
    return url.empty() ? LinkTarget() : LinkTarget(UrlTarget{url.address()});
}

/// Off the places that are a half of a thousandth of an em from where the run before it ends, at
/// sizes of 5, 8 or 10 pt: which way a half is rounded depends on the release of Cairo.
void nudge(PdfText& text) {
    constexpr double kBelowSight = 1e-4;
    for (cairo_glyph_t& glyph : text.glyphs) glyph.x += kBelowSight;
}

}  // namespace

PdfPainter::PdfPainter(cairo_surface_t* surface, const CairoFaces& faces)
    : surface_(surface), cairo_(cairo_create(surface)), faces_(faces) {
    turn_hinting_off(cairo_.get());
}

void PdfPainter::paint(const scene::Scene& scene) {
    called_notes_ = called_notes(scene.pages);
    for (const scene::Page& page : scene.pages) {
        paint_page(page);
        ++page_;
    }
}

void PdfPainter::paint_page(const scene::Page& page) {
    cairo_pdf_surface_set_size(surface_, page.size.width.value, page.size.height.value);
    groups_.clear();
    symbols_.uses.emplace_back();
    // White is the paper itself: printing it would cost a layer.
    if (page.paper != Colour{255, 255, 255}) {
        fill_rect(cairo_.get(), {Pt(0), Pt(0), page.size.width, page.size.height}, page.paper);
    }
    for (const scene::Op& op : page.ops) {
        if (!std::holds_alternative<scene::StrokeLine>(op)) stroke_rules();
        std::visit(*this, op);
    }
    stroke_rules();
    cairo_show_page(cairo_.get());
}

LinkTarget PdfPainter::group_target() const {
    return groups_.empty() ? LinkTarget() : groups_.back().target;
}

void PdfPainter::operator()(const scene::BeginGroup& group) {
    const scene::Tag& tag = group.tag;
    Group opened = groups_.empty() ? Group() : groups_.back();
    const bool is_called = called_notes_.count(tag.note) > 0;
    if (!tag.url.empty()) opened.target = url_target(tag.url);
    opened.name = tag.role == scene::Role::Figure ? tag.label : "";
    if (tag.role == scene::Role::ListItem && is_called) opened.note = tag.note;
    if (tag.role == scene::Role::ListLabel && is_called) opened.target = MarkTarget{tag.note};
    groups_.push_back(std::move(opened));
}

void PdfPainter::operator()(const scene::EndGroup&) {
    if (!groups_.empty()) groups_.pop_back();
}

void PdfPainter::operator()(const scene::FillRect& fill) {
    fill_rect(cairo_.get(), fill.rect, fill.colour);
}

void PdfPainter::operator()(const scene::StrokeLine& line) {
    if (!rules_.empty() && !is_same_pen(rules_.back(), line)) stroke_rules();
    rules_.push_back(line);
}

/// In one go: Cairo keeps account of the area that each drawing covers, which the rules of a table
/// would cut into ribbons, and everything that is drawn later would be held against each.
void PdfPainter::stroke_rules() {
    stroke_lines(cairo_.get(), rules_);
    rules_.clear();
}

void PdfPainter::operator()(const scene::DrawText& text) {
    if (text.turn) {
        cairo_save(cairo_.get());
        turn(cairo_.get(), *text.turn);
    }
    for (const scene::Line& line : text.lines) {
        if (line.runs.empty()) continue;
        for (const scene::Run& run : line.runs) {
            PdfText shown = pdf_text(run, select_face(cairo_.get(), run, faces_));
            if (&run != &line.runs.front()) nudge(shown);
            show(shown);
        }
        add_places(line, text.turn);
        add_links(line, text.turn);
    }
    if (text.turn) cairo_restore(cairo_.get());
}

/// A note is at its first line, but as far to the left as any of its lines on that page: from right
/// to left, its label is on the right.
void PdfPainter::add_places(const scene::Line& line, const std::optional<Turn>& turn) {
    Rect area = clickable_area(line.runs);
    area.x = line.left;
    area = on_page(area, turn);
    const PdfPlace place{page_, {area.x, area.y}};
    if (!groups_.empty() && !groups_.back().note.empty()) {
        PdfPlace& note = links_.notes.try_emplace(groups_.back().note, place).first->second;
        if (note.page == page_) note.top_left.x = std::min(note.top_left.x, place.top_left.x);
    }
    for (const scene::Run& run : line.runs) {
        if (called_notes_.count(run.note) > 0) links_.marks.try_emplace(run.note, place);
    }
}

/// One area for all runs in a row that lead to one place.
void PdfPainter::add_links(const scene::Line& line, const std::optional<Turn>& turn) {
    const std::span<const scene::Run> runs(line.runs);
    for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
        const LinkTarget target = link_target(runs[begin]);
        for (end = begin + 1; end < runs.size() && link_target(runs[end]) == target;) ++end;
        if (std::holds_alternative<std::monostate>(target)) continue;
        const Rect area = clickable_area(runs.subspan(begin, end - begin));
        links_.links.push_back({page_, on_page(area, turn), target, {}});
    }
}

LinkTarget PdfPainter::link_target(const scene::Run& run) const {
    if (!run.url.empty()) return url_target(run.url);
    if (called_notes_.count(run.note) > 0) return NoteTarget{run.note};
    return group_target();
}

void PdfPainter::show(const PdfText& text) {
    cairo_show_text_glyphs(cairo_.get(), text.utf8.data(), static_cast<int>(text.utf8.size()),
                           text.glyphs.data(), static_cast<int>(text.glyphs.size()),
                           text.clusters.data(), static_cast<int>(text.clusters.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
    // Showing text leaves a current point behind, from which the next path would start.
    cairo_new_path(cairo_.get());
}

void PdfPainter::operator()(const scene::DrawSymbol& symbol) {
    const DrawingPlacement placement = place_drawing(*symbol.drawing, symbol.box);
    const double side = placement.scale * std::max(symbol.drawing->width, symbol.drawing->height);
    std::vector<PdfSymbolUse>& uses = symbols_.uses.back();
    draw_mark(cairo_.get(), uses.size());
    uses.push_back({place_of(symbol), placement.origin, Pt(side)});
    const LinkTarget target = group_target();
    if (!std::holds_alternative<std::monostate>(target)) {
        links_.links.push_back({page_, symbol.box, target, groups_.back().name});
    }
}

std::size_t PdfPainter::place_of(const scene::DrawSymbol& symbol) {
    const auto [position, is_new] = symbol_places_.try_emplace(
        {symbol.drawing.get(), to_string(symbol.colour)}, symbols_.symbols.size());
    if (is_new) symbols_.symbols.push_back({symbol.drawing, symbol.colour});
    return position->second;
}

}  // namespace broadside::emit
