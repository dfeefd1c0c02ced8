#include "broadside/layout/typesetter.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/layout/set_line.hpp"
#include "broadside/layout/symbol_hint.hpp"

namespace broadside::layout {

namespace {

std::string code_points(const std::vector<char32_t>& characters) {
    std::string list;
    for (const char32_t character : characters) {
        if (!list.empty()) list += ", ";
        list += fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    }
    return list;
}

std::string plain_text(const doc::Paragraph& paragraph) {
    std::string text;
    for (const doc::Span& span : paragraph.spans) text += span.text;
    return text;
}

text::Request request_for(const doc::Paragraph& paragraph, const doc::Document& document,
                          text::Hyphenation hyphenation) {
    text::Request request;
    request.language = document.metadata.language;
    request.direction = document.direction;
    request.hyphenation = hyphenation;
    request.spans.reserve(paragraph.spans.size());
    for (const doc::Span& span : paragraph.spans) {
        request.spans.push_back(
            {span.text, {span.style.family, span.style.weight, span.style.slant}});
    }
    return request;
}

}  // namespace

Typesetter::Typesetter(const doc::Document& document, text::Shaper& shaper)
    : Typesetter(std::vector{&document}, shaper) {}

Typesetter::Typesetter(std::vector<const doc::Document*> documents, text::Shaper& shaper)
    : peers_(std::move(documents)), shaper_(shaper), texts_(std::make_shared<Texts>()) {}

Typesetter Typesetter::only(std::vector<const doc::Document*> documents) const {
    Typesetter only(std::move(documents), shaper_);
    only.texts_ = texts_;
    only.setting_ = setting_;
    return only;
}

void Typesetter::use(const Setting& setting) {
    setting_ = setting;
    together_.clear();
}

Typesetter::Cache& Typesetter::cache() {
    return setting_.hyphenation == text::Hyphenation::On ? texts_->hyphenated : texts_->plain;
}

void Typesetter::shape(const doc::Paragraph& paragraph, const void* key, Entry& entry) {
    const TextStyle& style = paragraph.spans.front().style;
    const doc::Document& document = peers_.home(key);
    const FontFaceRef face = shaper_.face({style.family, style.weight, style.slant});
    auto shaped = shaper_.shape(request_for(paragraph, document, setting_.hyphenation));
    entry.text = measure_text(paragraph, std::move(shaped), face ? face->metrics : FontMetrics{});
    entry.text.document = &document;
    // Shaped again with hyphens, a text is still the same text.
    const text::Shaped& known = *entry.text.shaped;
    if (!known.unreadable.empty()) {
        for (const text::UnreadableFile& file : known.unreadable) report_unreadable(file);
    } else if (!known.missing.empty() && texts_->reported_missing.insert(key).second) {
        report_missing(entry.text);
    }
}

/// Where several languages are set together, a problem names its own.
Diagnostic Typesetter::blame(const MeasuredText& text) const {
    Diagnostic diagnostic;
    diagnostic.pointer = text.paragraph->origin;
    if (peers_.are_several()) diagnostic.language = text.document->metadata.language;
    return diagnostic;
}

void Typesetter::report_missing(const MeasuredText& text) {
    Diagnostic diagnostic = blame(text);
    diagnostic.code = "missing-glyph";
    diagnostic.message =
        fmt::format("no font of the manifest has {} in \"{}\"", code_points(text.shaped->missing),
                    plain_text(*text.paragraph));
    if (std::string hint = symbol_hint(text.shaped->missing); !hint.empty())
        diagnostic.hints.push_back(std::move(hint));
    std::set<std::string> unasked;
    for (const text::UnreadableFile& file : text.shaped->unasked)
        unasked.insert(file.package.empty() ? file.file : file.package);
    if (!unasked.empty()) {
        diagnostic.hints.push_back(fmt::format(
            "not asked, for they cannot be read: the fonts of {}", fmt::join(unasked, ", ")));
    }
    diagnostic.hints.push_back(
        "add a font that has it to fonts/manifest.json, or choose another character");
    texts_->missing_glyphs.push_back(std::move(diagnostic));
}

void Typesetter::report_unreadable(const text::UnreadableFile& file) {
    const std::string& cause = file.package.empty() ? file.file : file.package;
    if (!texts_->reported_unreadable.insert(cause).second) return;
    texts_->missing_glyphs.push_back(text::to_diagnostic(file));
}

Typesetter::Entry* Typesetter::entry(const doc::Paragraph& paragraph) {
    if (paragraph.empty()) return nullptr;
    std::unique_ptr<Entry>& slot = cache()[&paragraph];
    if (!slot) {
        slot = std::make_unique<Entry>();
        shape(paragraph, &paragraph, *slot);
    }
    return slot.get();
}

const MeasuredText* Typesetter::measured(const doc::Paragraph& paragraph) {
    const Entry* found = entry(paragraph);
    return found ? &found->text : nullptr;
}

const MeasuredText* Typesetter::measured(const doc::SymbolLine& line) {
    if (line.marks.empty()) return nullptr;
    std::unique_ptr<Entry>& slot = cache()[&line];
    if (!slot) {
        slot = std::make_unique<Entry>();
        slot->marks.spans = line.marks;
        shape(slot->marks, &line, *slot);
    }
    return &slot->text;
}

Pt Typesetter::own_min_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->min_content) : Pt(0);
}

Pt Typesetter::own_max_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->max_content) : Pt(0);
}

Typesetter::Together& Typesetter::together(const doc::Paragraph& paragraph) {
    const auto [known, is_new] = together_.try_emplace(&peers_.leader(paragraph));
    Together& most = known->second;
    if (!is_new) return most;
    peers_.for_each(paragraph, [&](const doc::Paragraph& peer) {
        const MeasuredText* text = measured(peer);
        if (!text) return;
        most.min_content = std::max(most.min_content, setting_.scaled(text->min_content));
        most.max_content = std::max(most.max_content, setting_.scaled(text->max_content));
        most.widest_piece = std::max(most.widest_piece, setting_.scaled(text->widest_piece));
    });
    return most;
}

Pt Typesetter::min_content(const doc::Paragraph& paragraph) {
    return together(paragraph).min_content;
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
    if (!fits(together(paragraph).widest_piece, frame.width)) {
        peers_.for_each(paragraph, [&](const doc::Paragraph& peer) {
            if (const MeasuredText* text = measured(peer)) report_too_wide(*text, frame.width);
        });
    }
    const MeasuredText* text = measured(paragraph);
    if (text) return set(*text, frame);
    placed::Text nothing;
    nothing.box = {frame.x, frame.y, frame.width, Pt(0)};
    return nothing;
}

placed::Text Typesetter::set(const MeasuredText& text, const TextFrame& frame) {
    report_too_wide(text, frame.width);
    placed::Text placed;
    placed.direction = text.document->direction;
    const double scale = setting_.type_scale;
    const Pt line_height = setting_.scaled(text.line_height);
    Pt y = frame.y;
    for (const LineBreaks& breaks : break_lines(text, frame.width / scale, frame.rag)) {
        placed::Line line = set_line(text, breaks, scale);
        const Pt hanging = breaks.hanging * scale;
        const Pt slack = frame.width - (line.width - hanging);
        Pt offset;
        if (frame.alignment == Alignment::Centre) {
            offset = slack / 2;
            if (hanging > Pt(0)) offset = std::min(offset, slack - hanging + frame.overhang);
        }
        if (frame.alignment == Alignment::End) offset = slack - hanging;
        line.left = frame.x + offset;
        line.baseline = y + setting_.scaled(text.baseline);
        for (placed::Run& run : line.runs) {
            run.origin.x += line.left;
            run.origin.y += line.baseline;
        }
        placed.lines.push_back(std::move(line));
        y += line_height;
    }
    placed.box = {frame.x, frame.y, frame.width, y - frame.y};
    return placed;
}

void Typesetter::report_too_wide(const MeasuredText& text, Pt width) {
    const Pt needed = setting_.scaled(text.widest_piece);
    if (fits(needed, width) || !reported_overflows_.insert(&text).second) return;
    Diagnostic diagnostic = blame(text);
    diagnostic.code = "overflow";
    diagnostic.message =
        fmt::format("\"{}\" needs {:.1f} mm and has {:.1f} mm", plain_text(*text.paragraph),
                    needed / millimetres(1), std::max(Pt(0), width) / millimetres(1));
    diagnostic.hints.push_back("shorten the longest word, or give it more room in the layout");
    report_overflow(std::move(diagnostic));
}

const doc::Paragraph& Typesetter::keep(doc::Paragraph paragraph, const doc::Document& document) {
    const doc::Paragraph& kept = texts_->kept.emplace_back(std::move(paragraph));
    peers_.adopt(kept, document);
    return kept;
}

void Typesetter::report_overflow(Diagnostic diagnostic) {
    overflows_.push_back(std::move(diagnostic));
}

void Typesetter::clear_overflows() {
    overflows_.clear();
    reported_overflows_.clear();
}

std::vector<Diagnostic> Typesetter::take_diagnostics() {
    std::vector<Diagnostic> diagnostics = std::exchange(texts_->missing_glyphs, {});
    texts_->reported_unreadable.clear();  // the next document to ask lacks the same files
    for (Diagnostic& diagnostic : overflows_) diagnostics.push_back(std::move(diagnostic));
    clear_overflows();
    return diagnostics;
}

}  // namespace broadside::layout
