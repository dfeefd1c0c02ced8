#include "broadside/layout/typesetter.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/layout/missing_glyphs.hpp"
#include "broadside/layout/set_line.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

/// That of its words where they all have one, else that of the document.
const std::string& language_of(const doc::Paragraph& paragraph, const doc::Document& document) {
    const std::string* language = nullptr;
    for (const doc::Span& span : paragraph.spans) {
        if (!span.note.empty()) continue;
        if (language != nullptr && *language != *span.language) return document.metadata.language;
        language = &*span.language;
    }
    return language == nullptr || language->empty() ? document.metadata.language : *language;
}

text::Request request_for(const doc::Paragraph& paragraph, const doc::Document& document,
                          text::Hyphenation hyphenation) {
    text::Request request;
    request.language = language_of(paragraph, document);
    request.direction = document.direction;
    request.hyphenation = hyphenation;
    request.spans.reserve(paragraph.spans.size());
    for (const doc::Span& span : paragraph.spans) {
        const double object_width = span.symbol ? span.symbol->width() / span.style.size : 0;
        request.spans.push_back(
            {span.text, {*span.style.family, span.style.weight, span.style.slant}, object_width});
    }
    return request;
}

}  // namespace

Typesetter::Typesetter(const doc::Document& document, text::Shaper& shaper)
    : Typesetter(std::vector{&document}, shaper) {}

Typesetter::Typesetter(std::vector<const doc::Document*> documents, text::Shaper& shaper)
    : peers_(std::move(documents)),
      has_words_among_symbols_(peers_.have_words_among_symbols()),
      shaper_(shaper),
      texts_(std::make_shared<Texts>()) {}

Typesetter Typesetter::only(std::vector<const doc::Document*> documents) const {
    Typesetter only(std::move(documents), shaper_);
    only.texts_ = texts_;
    only.setting_ = setting_;
    return only;
}

void Typesetter::use(const Setting& setting) {
    setting_ = setting;
    if (has_words_among_symbols_) setting_.symbol_floor = 1;
    tried_.push_back(setting_);
    together_.clear();
}

text::Hyphenation Typesetter::hyphenation_of(const doc::Paragraph& paragraph) const {
    const bool is_on = (paragraph.is_head && setting_.hyphenated_heads) || names_column(paragraph);
    if (paragraph.is_short_form || (paragraph.is_row_title && !setting_.hyphenated_row_titles))
        return text::Hyphenation::Off;
    return is_on ? text::Hyphenation::On : setting_.hyphenation;
}

Typesetter::Cache& Typesetter::cache(text::Hyphenation hyphenation) {
    return texts_->caches[{hyphenation, setting_.long_words}];
}

void Typesetter::shape(const doc::Paragraph& paragraph, const void* key, bool is_stacked,
                       Entry& entry) {
    const TextStyle& style = paragraph.spans.front().style;
    const doc::Document& document = peers_.home(key);
    const FontFaceRef face = shaper_.face({*style.family, style.weight, style.slant});
    text::Request request = request_for(paragraph, document, hyphenation_of(paragraph));
    request.is_stacked = is_stacked;
    auto shaped = shaper_.shape(request);
    entry.text = measure_text(paragraph, std::move(shaped), face ? face->metrics : FontMetrics{},
                              is_stacked ? LongWords::Whole : setting_.long_words);
    entry.text.document = &document;
    entry.text.reach = figure_reach(entry.text);
    // Shaped again with hyphens, a text is still the same text.
    const text::Shaped& known = *entry.text.shaped;
    if (!known.unreadable.empty()) {
        for (const text::UnreadableFile& file : known.unreadable) report_unreadable(file);
    } else if (!known.missing.empty() && texts_->reported_missing.insert(key).second) {
        texts_->missing_glyphs.push_back(missing_glyph(entry.text).in(peers_.name_of(document)));
    }
}

void Typesetter::report_unreadable(const text::UnreadableFile& file) {
    if (!texts_->reported_unreadable.insert(file.cause()).second) return;
    texts_->missing_glyphs.push_back(text::to_diagnostic(file));
}

Typesetter::Entry* Typesetter::entry(const doc::Paragraph& paragraph) {
    if (paragraph.empty()) return nullptr;
    std::unique_ptr<Entry>& slot = cache(hyphenation_of(paragraph))[&paragraph];
    if (!slot) {
        slot = std::make_unique<Entry>();
        shape(paragraph, &paragraph, false, *slot);
    }
    return slot.get();
}

const MeasuredText* Typesetter::measured(const doc::Paragraph& paragraph) {
    const Entry* found = entry(paragraph);
    return found ? &found->text : nullptr;
}

const MeasuredText* Typesetter::stacked(const doc::Paragraph& paragraph) {
    std::unique_ptr<Entry>& slot = texts_->stacked[&paragraph];
    if (!slot) shape(paragraph, &paragraph, true, *(slot = std::make_unique<Entry>()));
    return &slot->text;
}

const MeasuredText* Typesetter::measured(const doc::SymbolLine& line) {
    if (line.marks.empty()) return nullptr;
    std::unique_ptr<Entry>& slot = cache(setting_.hyphenation)[&line];
    if (!slot) {
        slot = std::make_unique<Entry>();
        slot->marks.spans = line.marks;
        shape(slot->marks, &line, false, *slot);
    }
    return &slot->text;
}

Pt Typesetter::nominal_min_content(const MeasuredText& text) const {
    return text.is_one_word && !setting_.hyphenated_single_words ? text.max_content
                                                                 : text.min_content;
}

Pt Typesetter::own_min_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(nominal_min_content(*text)) : Pt(0);
}

Pt Typesetter::own_max_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->max_content) : Pt(0);
}

Pt Typesetter::own_whole_words(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->whole_words) : Pt(0);
}

Pt Typesetter::own_parted_width(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    const bool has_parts =
        text && names_column(paragraph) && setting_.long_words == LongWords::Whole;
    return has_parts ? setting_.scaled(text->widest_piece) : own_min_content(paragraph);
}

Pt Typesetter::own_least_width(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    if (!text) return Pt(0);
    const bool may_break = setting_.long_words == LongWords::Broken;
    return setting_.scaled(may_break ? text->widest_piece : nominal_min_content(*text));
}

Typesetter::Together& Typesetter::together(const doc::Paragraph& paragraph) {
    const auto [known, is_new] = together_.try_emplace(&peers_.leader(paragraph));
    Together& most = known->second;
    if (!is_new) return most;
    peers_.for_each(paragraph, [&](const doc::Paragraph& peer) {
        const MeasuredText* text = measured(peer);
        if (!text) return;
        most.min_content = std::max(most.min_content, own_min_content(peer));
        most.max_content = std::max(most.max_content, setting_.scaled(text->max_content));
        most.least_width = std::max(most.least_width, own_least_width(peer));
        most.widest_piece = std::max(most.widest_piece, setting_.scaled(text->widest_piece));
    });
    return most;
}

Pt Typesetter::min_content(const doc::Paragraph& paragraph) {
    return together(paragraph).min_content;
}

Pt Typesetter::least_width(const doc::Paragraph& paragraph) {
    return together(paragraph).least_width;
}

Pt Typesetter::max_content(const doc::Paragraph& paragraph) {
    return together(paragraph).max_content;
}

Pt Typesetter::height(const doc::Paragraph& paragraph, Pt width) {
    std::vector<KnownHeight>& heights = together(paragraph).heights;
    const auto known = std::find_if(heights.begin(), heights.end(), [width](const KnownHeight& at) {
        return at.width.value == width.value;
    });
    if (known != heights.end()) return known->height;
    const Pt height = peers_.most(
        paragraph, [this, width](const doc::Paragraph& peer) { return own_height(peer, width); });
    heights.push_back({width, height});
    return height;
}

std::size_t Typesetter::line_count(Entry& entry, Pt nominal_width) {
    for (const CountedWidth& known : entry.counts) {
        if (fits(known.narrowest, nominal_width) && nominal_width <= known.widest)
            return known.lines;
    }
    const LineCount count = count_lines(entry.text, nominal_width);
    entry.counts.push_back({count.narrowest, nominal_width, count.lines});
    return count.lines;
}

Pt Typesetter::own_height(const doc::Paragraph& paragraph, Pt width) {
    Entry* found = entry(paragraph);
    if (!found) return Pt(0);
    const std::size_t lines = line_count(*found, width / setting_.type_scale);
    return setting_.scaled(found->text.line_height) * static_cast<double>(lines);
}

placed::Text Typesetter::set(const doc::Paragraph& paragraph, const TextFrame& frame) {
    Together& most = together(paragraph);
    const Pt widest =
        setting_.long_words == LongWords::Broken ? most.min_content : most.widest_piece;
    if (!fits(widest, frame.width) && frame.width < most.reported) {
        most.reported = frame.width;
        peers_.for_each(paragraph, [&](const doc::Paragraph& peer) {
            if (const MeasuredText* text = measured(peer)) report_too_wide(*text, frame.width, "");
        });
    }
    placed::Text placed;
    placed.box = {frame.x, frame.y, frame.width, Pt(0)};
    if (const MeasuredText* text = measured(paragraph)) placed = set(*text, frame);
    placed.meaning = paragraph.meaning;
    placed.is_aside = paragraph.is_aside;
    return placed;
}

placed::Text Typesetter::set(const MeasuredText& text, const TextFrame& frame) {
    if (!text.shaped->is_stacked) report_too_wide(text, frame.width, "");
    placed::Text placed;
    placed.direction = text.document->direction;
    const double scale = setting_.type_scale;
    const Pt line_height = setting_.scaled(text.line_height);
    Pt y = frame.y;
    const std::vector<LineBreaks> lines = break_lines(text, frame.width / scale, frame.rag);
    const bool is_figure = text.reach && lines.size() == 1;
    const bool is_on_axis = frame.figures && (is_figure || frame.alignment == Alignment::End);
    // Marks that have no room in the white space behind them push their words inwards, and with
    // them the lines that end where these do.
    Pt pushed;
    for (const LineBreaks& breaks : lines)
        pushed = std::max(pushed, setting_.scaled(breaks.hanging) - frame.overhang);
    for (const LineBreaks& breaks : lines) {
        const Pt hanging = breaks.hanging * scale;
        Pt gap;
        if (is_figure && frame.figures)
            gap = frame.figures->symbol_gap(*text.reach, setting_,
                                            frame.width - (breaks.width * scale - hanging));
        placed::Line line = set_line(text, breaks, scale, gap);
        const Pt slack = frame.width - (line.width - hanging);
        Pt offset = placed.lines.empty() ? Pt(0) : setting_.scaled(text.indent);
        if (frame.alignment == Alignment::Centre) {
            offset = slack / 2;
            if (hanging > Pt(0)) offset = std::min(offset, slack - hanging + frame.overhang);
        }
        if (frame.alignment == Alignment::End) offset = std::max(Pt(0), slack - pushed);
        if (is_on_axis) {
            const Pt width = frame.width - slack;
            Pt left = frame.figures->right - width;
            if (is_figure) left = frame.figures->axis - setting_.scaled(text.reach->start);
            if (is_figure && text.reach->symbol == SymbolSide::Start) left -= gap;
            // What has no figure ends where figures do: in front of the axis, words would stick
            // out of a column of decimals. Where there is too little room, a line keeps to the
            // frame.
            offset = std::max(Pt(0), std::min(left - frame.x, slack - pushed));
        }
        placed::move(line, frame.x + offset, y + setting_.scaled(text.baseline));
        for (placed::Symbol& symbol : line.symbols)
            symbol.box.y = y + (line_height - symbol.box.height) / 2;
        placed.lines.push_back(std::move(line));
        y += line_height;
    }
    placed.box = {frame.x, frame.y, frame.width, y - frame.y};
    return placed;
}

/// `place`: whose width it is, for the message; empty: not told.
void Typesetter::report_too_wide(const MeasuredText& text, Pt width, const std::string& place) {
    const bool is_too_wide = !fits(setting_.scaled(text.widest_piece), width);
    const bool is_broken =
        setting_.long_words == LongWords::Broken && !fits(setting_.scaled(text.min_content), width);
    if ((!is_too_wide && !is_broken) || !reported_overflows_.insert(&text).second) return;
    const auto describe = [&](std::string_view what, Pt needed) {
        return fmt::format("\"{}\" {} {:.1f} mm and {}has {:.1f} mm", widest_word(text), what,
                           std::ceil(setting_.scaled(needed) / millimetres(0.1) - 0.01) / 10,
                           place.empty() ? place : place + " ",
                           std::floor(std::max(Pt(0), width) / millimetres(0.1) + 0.01) / 10);
    };
    const SourcePlace origin = text.paragraph->origin;
    if (is_too_wide) {
        const std::string hint = remedy_of_width(text);
        report_overflow(error("overflow", describe("needs", text.widest_piece), {hint})
                            .at(origin)
                            .in(peers_.name_of(*text.document)));
        return;
    }
    const bool parts_word = !fits(setting_.scaled(widest_single_word(text)), width);
    broken_words_.push_back(
        warning("broken-word",
                describe(parts_word ? "is broken inside: it needs" : "takes two lines: it needs",
                         text.min_content),
                {fmt::format(
                    "shorten it, {}give it more room in the layout ({}, fewer columns){}",
                    parts_word ? "" : "or ",
                    text.document->page.is_portrait() ? "a page in landscape" : "a wider page",
                    parts_word ? ", or say where it may end a line: U+00AD with a hyphen, U+200B "
                                 "without"
                               : "")})
            .at(origin)
            .in(text.document->metadata.language));
}

void Typesetter::report_broken_word(const doc::Paragraph& paragraph, Pt width,
                                    const std::string& place) {
    if (const MeasuredText* text = measured(paragraph)) report_too_wide(*text, width, place);
}

const doc::Paragraph& Typesetter::keep(doc::Paragraph paragraph, const doc::Document& document) {
    const doc::Paragraph& kept = texts_->kept.emplace_back(std::move(paragraph));
    peers_.adopt(kept, document);
    return kept;
}

void Typesetter::report_overflow(Diagnostic diagnostic) {
    overflows_.push_back(std::move(diagnostic).of(Diagnostic::Kind::Fit));
}

void Typesetter::clear_overflows() {
    overflows_.clear();
    broken_words_.clear();
    narrowed_columns_.clear();
    reported_columns_.clear();
    tally_ = {};
    reported_overflows_.clear();
    together_.clear();
}

Diagnostics Typesetter::take_diagnostics() {
    Diagnostics diagnostics = std::exchange(texts_->missing_glyphs, {});
    texts_->reported_unreadable.clear();  // the next document to ask lacks the same files
    for (Diagnostics* found : {&overflows_, &broken_words_, &narrowed_columns_})
        diagnostics.insert(diagnostics.end(), found->begin(), found->end());
    clear_overflows();
    return diagnostics;
}

}  // namespace broadside::layout
