#include "broadside/emit/pdf/painter.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/pdf/syntax.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// From the highest ascender to the lowest descender of the runs.
Rect clickable_area(std::span<const LineRun> runs) {
    Pt top = runs.front().origin.y, bottom = top;
    for (const LineRun& run : runs) {
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

/// What a reader shows of a link's name beside the pointer, in bytes.
constexpr std::size_t kLongestName = 200;

bool is_same_pen(const scene::StrokeLine& a, const scene::StrokeLine& b) {
    return nearly(a.width, b.width) && a.colour == b.colour;
}

/// What readers of each note find, from its label on, on the first page that has it.
std::map<NoteId, std::string> note_texts(const scene::Scene& scene) {
    std::map<NoteId, std::string> texts;
    for (const scene::Page& page : scene.pages) {
        std::map<NoteId, std::string> here;
        std::vector<NoteId> open;
        for (const scene::Op& op : page.ops) {
            if (const auto* group = std::get_if<scene::BeginGroup>(&op)) {
                const bool is_note = group->tag.role == scene::Role::ListItem;
                open.push_back(is_note || open.empty() ? group->tag.note : open.back());
            } else if (std::holds_alternative<scene::EndGroup>(op)) {
                if (!open.empty()) open.pop_back();
            } else if (const auto* text = std::get_if<scene::DrawText>(&op);
                       text != nullptr && !open.empty() && !open.back().empty()) {
                std::string& said = here[open.back()];
                if (!said.empty()) said += ' ';
                said += text_of(*text);
            }
        }
        texts.merge(here);
    }
    return texts;
}

bool has_right_to_left(const scene::DrawText& text) {
    const auto is_right_to_left = [](const LineRun& run) {
        return run.glyphs.direction == Direction::RightToLeft;
    };
    return std::any_of(text.lines.begin(), text.lines.end(), [&](const scene::Line& line) {
        return std::any_of(line.runs.begin(), line.runs.end(), is_right_to_left);
    });
}

}  // namespace

PdfPainter::PdfPainter(const scene::Scene& scene, const Faces& faces, PdfShared& shared)
    : scene_(scene),
      faces_(faces),
      shared_(shared),
      walk_(scene, shared.structure),
      note_texts_(note_texts(scene)) {}

PdfPage PdfPainter::paint(std::size_t page) {
    page_ = page;
    const scene::Page& painted = scene_.pages[page];
    content_.emplace(painted.size);
    painted_ = {};
    waiting_.reset();
    // White is the paper itself: printing it would cost a layer.
    if (painted.paper != Colour{255, 255, 255}) {
        content_->mark_artifact();
        content_->fill({Pt(0), Pt(0), painted.size.width, painted.size.height}, painted.paper);
    }
    const std::span<const scene::Op> ops(painted.ops);
    for (std::size_t i = 0; i < ops.size(); ++i) {
        rest_ = ops.subspan(i);
        if (!std::holds_alternative<scene::StrokeLine>(ops[i])) stroke_rules();
        std::visit(*this, ops[i]);
    }
    stroke_rules();
    painted_.content = content_->finish();
    painted_.links_end = shared_.links.links.size();
    return std::move(painted_);
}

void PdfPainter::operator()(const scene::BeginGroup&) { walk_.begin(rest_); }

void PdfPainter::operator()(const scene::EndGroup&) { walk_.end(); }

void PdfPainter::operator()(const scene::FillRect& fill) {
    content_->mark_artifact();
    content_->fill(fill.rect, fill.colour);
}

void PdfPainter::operator()(const scene::StrokeLine& line) {
    if (!rules_.empty() && !is_same_pen(rules_.back(), line)) stroke_rules();
    rules_.push_back(line);
}

void PdfPainter::stroke_rules() {
    if (rules_.empty()) return;
    const bool is_cut = walk_.silence() == scene::Role::CutMark;
    content_->mark_artifact(is_cut ? PdfContent::Artifact::Page : PdfContent::Artifact::Decoration);
    content_->stroke(rules_);
    rules_.clear();
}

void PdfPainter::operator()(const scene::DrawText& text) {
    const std::optional<PdfElement> element = walk_.text_element(text);
    if (element)
        add_to_outline(text);
    else
        content_->mark_artifact(artifact_of(text));
    is_bidirectional_ = has_right_to_left(text);
    content_->begin_text();
    for (const scene::Line& line : text.lines) {
        if (!line.runs.empty()) draw(line, element, text);
    }
    content_->end_text();
    end_way();
    marked_.reset();
}

/// A page's number, or the title that runs over pages, else what a page or a sheet repeats.
PdfContent::Artifact PdfPainter::artifact_of(const scene::DrawText& text) const {
    const bool is_copy = walk_.silence() == scene::Role::Copy;
    if (walk_.is_in_table() || is_copy || text.lines.empty()) return PdfContent::Artifact::Repeated;
    const bool is_above = text.lines.front().baseline < scene_.pages[page_].size.height / 2;
    return is_above ? PdfContent::Artifact::Header : PdfContent::Artifact::Footer;
}

/// From left to right, whatever the order of reading: readers that put words together where they
/// find them turn a whole line around. The elements come in the order of reading.
void PdfPainter::draw(const scene::Line& line, std::optional<PdfElement> element,
                      const scene::DrawText& text) {
    const Runs runs = in_reading_order(pointers_to(line.runs), text.direction);
    const auto element_of = [&](const LineRun& run) {
        return read(run, *element, on_page(clickable_area({&run, 1}), text.turn),
                    &run == runs.front());
    };
    std::map<const LineRun*, PdfElement> elements;
    if (element && is_bidirectional_) {
        for (const LineRun* run : runs) {
            elements[run] = element_of(*run);
            const bool is_hyphenated = line.is_hyphenated && run == runs.back();
            shared_.structure.add_actual_text(
                *worded_, is_hyphenated ? without_last_character(run->glyphs.utf8)
                                        : std::string_view(run->glyphs.utf8));
        }
    }
    for (const LineRun& run : line.runs) {
        if (element) mark(is_bidirectional_ ? elements.at(&run) : element_of(run));
        draw(run, text.turn, &run == runs.back() ? &line : nullptr);
    }
    if (worded_ && line.is_fed) shared_.structure.add_actual_text(*worded_, " ");
    add_places(line, text.turn);
}

void PdfPainter::mark(PdfElement element) {
    if (marked_ == element) return;
    marked_ = element;
    content_->mark(shared_.structure.type(element),
                   [this, element] { return shared_.structure.add_content(element, page_); });
}

/// The element that holds the run.
PdfElement PdfPainter::read(const LineRun& run, PdfElement element, const Rect& area,
                            bool is_first_of_line) {
    const Way way = way_of(run);
    if (way_ != way) begin_way(way, element);
    // A space is in any language, and goes in any direction.
    const bool is_blank = run.glyphs.utf8.find_first_not_of(' ') == std::string::npos;
    const Speech speech{run.glyphs.language, run.glyphs.direction == Direction::RightToLeft};
    if (!speech_ || (!is_blank && speech_ != speech)) begin_speech(speech);
    if (!linking_) return speech_element_;
    if (std::holds_alternative<MarkTarget>(link_.target)) link_.name += run.glyphs.utf8;
    if (is_first_of_line || link_.areas.empty())
        link_.areas.push_back(area);
    else
        link_.areas.back() = united(link_.areas.back(), area);
    return speech_element_;
}

PdfPainter::Way PdfPainter::way_of(const LineRun& run) const {
    Way way{walk_.target()};
    if (!run.url.empty()) {
        way.target = run.url;
    } else if (walk_.is_called(run.note)) {
        way = {NoteTarget{run.note}, run.call};
    }
    // A note or mark that is nowhere to be seen is no place to go to.
    const auto* note = std::get_if<NoteTarget>(&way.target);
    if (note != nullptr && !note_texts_.contains(note->note)) way.target = {};
    return way;
}

void PdfPainter::begin_way(const Way& way, PdfElement element) {
    end_way();
    PdfStructure& structure = shared_.structure;
    if (is_link(way.target)) {
        if (std::holds_alternative<NoteTarget>(way.target))
            element = structure.add(element, "Reference");
        element = structure.add(element, "Link");
        linking_ = element;
        link_ = {page_, {}, way.target, link_name(way.target)};
        if (waiting_ && waiting_->target == way.target)
            link_.areas.push_back(waiting_->areas.front());
        waiting_.reset();
    }
    way_ = way;
    way_element_ = element;
}

void PdfPainter::begin_speech(const Speech& speech) {
    PdfStructure& structure = shared_.structure;
    speech_ = speech;
    speech_element_ = way_element_;
    worded_.reset();
    if (speech.language.empty() && !is_bidirectional_) return;
    speech_element_ = structure.add(way_element_, "Span");
    if (!speech.language.empty())
        structure.add_entry(speech_element_, "/Lang " + text_string(speech.language));
    if (is_bidirectional_) worded_ = speech_element_;
}

void PdfPainter::end_way() {
    if (linking_) {
        shared_.structure.add_link(*linking_, page_, shared_.links.links.size());
        shared_.links.links.push_back(std::move(link_));
    }
    linking_.reset();
    worded_.reset();
    way_.reset();
    speech_.reset();
}

std::string PdfPainter::link_name(const LinkTarget& target) const {
    if (const auto* url = std::get_if<Url>(&target)) return url->written();
    if (const auto* note = std::get_if<NoteTarget>(&target))
        return excerpt(note_texts_.at(note->note), kLongestName);
    return {};
}

PdfPainter::Pen& PdfPainter::pen_of(const FontFaceRef& font) {
    Pen& pen = pens_[font.get()];
    if (pen.face != nullptr) return pen;
    const FaceKey key = key_of(*font);
    pen.face = &faces_.at(key);
    auto shared = shared_.fonts.find(key);
    if (shared == shared_.fonts.end())
        shared =
            shared_.fonts.emplace(key, std::pair(shared_.fonts.size(), PdfFont(*font, *pen.face)))
                .first;
    pen.place = shared->second.first;
    pen.font = &shared->second.second;
    pen.name = fmt::format("f{}", pen.place);
    pen.says_blanks =
        pen.face->space != 0 && pen.face->advance(pen.face->space) > 0 && pen.font->says_any_text();
    return pen;
}

void PdfPainter::draw(const LineRun& run, const std::optional<Turn>& turn,
                      const scene::Line* ended) {
    Pen& pen = pen_of(run.glyphs.font);
    painted_.fonts.insert(pen.place);
    if (pen.says_blanks) blank_ = &pen;
    PdfText text = pdf_text(run, *pen.face);
    if (ended != nullptr && ended->is_hyphenated) mark_hyphen(text, run.glyphs.direction);
    if (ended != nullptr && ended->is_fed) add_space(text, run, *pen.face);
    content_->run(run, text, turn, *pen.font, pen.name);
}

/// A note is at its first line, but as far to the left as any of its lines on that page: from right
/// to left, its label is on the right.
void PdfPainter::add_places(const scene::Line& line, const std::optional<Turn>& turn) {
    Rect area = clickable_area(line.runs);
    area.x = line.left;
    area = on_page(area, turn);
    const PdfPlace place{page_, {area.x, area.y}};
    if (walk_.is_called(walk_.note())) {
        PdfPlace& note =
            shared_.links.notes.try_emplace({walk_.note(), page_}, place).first->second;
        note.top_left.x = std::min(note.top_left.x, place.top_left.x);
    }
    for (const LineRun& run : line.runs) {
        if (walk_.is_called(run.note)) shared_.links.marks.try_emplace(run.note, place);
    }
}

void PdfPainter::add_to_outline(const scene::DrawText& text) {
    const auto& [level, element] = walk_.outlined();
    if (level == 0 || text.lines.empty() || text.lines.front().runs.empty()) return;
    std::vector<PdfOutlineEntry>& outline = shared_.outline;
    if (outlined_ != element) {
        const Rect area = clickable_area(text.lines.front().runs);
        outline.push_back({level, {}, {page_, {area.x, area.y}}});
        outlined_ = element;
    } else {
        outline.back().title += ' ';
    }
    outline.back().title += text_of(text);
}

void PdfPainter::operator()(const scene::DrawSymbol& symbol) {
    const DrawingPlacement placement = place_drawing(*symbol.drawing, symbol.box);
    const double side = placement.scale * std::max(symbol.drawing->width, symbol.drawing->height);
    PdfStructure& structure = shared_.structure;
    const std::optional<PdfElement> element = walk_.drawing_element();
    if (element) {
        const Upwards upwards{scene_.pages[page_].size.height};
        structure.add_entry(*element,
                            fmt::format("/A << /O /Layout /Placement /Inline /BBox [{}] >>",
                                        upwards.rect(symbol.box)));
        content_->mark("Figure", [&] { return structure.add_content(*element, page_); });
    } else {
        content_->mark_artifact();
    }
    const bool is_drawn = !symbol.drawing->shapes.empty() || symbol.drawing->image;
    // What is only heard has nothing to draw.
    if (element && !is_drawn)
        content_->mark_empty("Figure", structure.add_content(*element, page_));
    if (is_drawn) {
        const std::size_t place = place_of(symbol);
        painted_.symbols.insert(place);
        content_->form(fmt::format("s{}", place), placement.origin, Pt(side));
    }
    if (element) say(symbol.box, walk_.figure());
    const auto link = walk_.drawing_link();
    if (!link) {
        add_to_link(symbol.box);
    } else {
        structure.add_link(*link, page_, shared_.links.links.size());
        shared_.links.links.push_back({page_, {symbol.box}, walk_.target(), walk_.figure()});
    }
}

/// For readers that know of no structure, when they look for words or copy a table: a blank glyph
/// for each character, over the width of the drawing.
void PdfPainter::say(const Rect& box, const std::string& words) {
    constexpr Pt kLeast{0.01};  // type that a reader of PDF still takes for type
    if (blank_ == nullptr) return;
    const Face& face = *blank_->face;
    const Pt step = box.width / static_cast<double>(unicode::characters_of(words).size() + 1);
    LineRun run;
    run.origin = {box.x, box.bottom()};
    run.glyphs.size = step / face.advance(face.space);
    if (!(run.glyphs.size >= kLeast)) return;
    const PdfText text = blank_text(words, scene_.direction, step, face);
    painted_.fonts.insert(blank_->place);
    content_->begin_text();
    content_->run(run, text, std::nullopt, *blank_->font, blank_->name);
    content_->end_text();
}

/// A picture that says nothing is a part of the words' link beside it.
void PdfPainter::add_to_link(const Rect& area) {
    std::vector<PdfLink>& links = shared_.links.links;
    if (!is_link(walk_.target())) return;
    if (!links.empty() && links.back().page == page_ && links.back().target == walk_.target())
        links.back().areas.push_back(area);
    else
        waiting_ = PdfLink{page_, {area}, walk_.target(), {}};
}

std::size_t PdfPainter::place_of(const scene::DrawSymbol& symbol) {
    const auto [position, is_new] = symbol_places_.try_emplace(
        {symbol.drawing.get(), to_string(symbol.colour)}, shared_.symbols.size());
    if (is_new) shared_.symbols.push_back({symbol.drawing, symbol.colour});
    return position->second;
}

}  // namespace broadside::emit
