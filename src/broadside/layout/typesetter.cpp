#include "broadside/layout/typesetter.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/layout/set_line.hpp"

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
    : document_(document), shaper_(shaper) {}

Typesetter::Cache& Typesetter::cache() {
    return setting_.hyphenation == text::Hyphenation::On ? hyphenated_ : plain_;
}

void Typesetter::shape(const doc::Paragraph& paragraph, const void* key, Entry& entry) {
    const TextStyle& style = paragraph.spans.front().style;
    const FontFaceRef face = shaper_.face({style.family, style.weight, style.slant});
    auto shaped = shaper_.shape(request_for(paragraph, document_, setting_.hyphenation));
    // Shaped again with hyphens, a text is still the same text.
    if (!shaped->unreadable.empty()) {
        for (const text::UnreadableFile& file : shaped->unreadable) report_unreadable(file);
    } else if (!shaped->missing.empty() && reported_missing_.insert(key).second) {
        report_missing(paragraph, *shaped);
    }
    entry.text = measure_text(paragraph, std::move(shaped), face ? face->metrics : FontMetrics{});
}

void Typesetter::report_missing(const doc::Paragraph& paragraph, const text::Shaped& shaped) {
    Diagnostic diagnostic;
    diagnostic.code = "missing-glyph";
    diagnostic.pointer = paragraph.origin;
    diagnostic.message = fmt::format("no font of the manifest has {} in \"{}\"",
                                     code_points(shaped.missing), plain_text(paragraph));
    diagnostic.hints.push_back(
        "add a font that has it to fonts/manifest.json, or choose another character");
    missing_glyphs_.push_back(std::move(diagnostic));
}

void Typesetter::report_unreadable(const text::UnreadableFile& file) {
    const std::string& cause = file.package.empty() ? file.file : file.package;
    if (!reported_unreadable_.insert(cause).second) return;
    Diagnostic diagnostic;
    diagnostic.code = "missing-font-file";
    diagnostic.file = file.file;
    diagnostic.message = "cannot read this file, which the font manifest names and the text needs";
    if (!file.package.empty()) {
        diagnostic.hints.push_back(
            fmt::format("it is in the package {0}: apt-get install {0}", file.package));
    }
    missing_glyphs_.push_back(std::move(diagnostic));
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

Pt Typesetter::min_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->min_content) : Pt(0);
}

Pt Typesetter::max_content(const doc::Paragraph& paragraph) {
    const MeasuredText* text = measured(paragraph);
    return text ? setting_.scaled(text->max_content) : Pt(0);
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

Pt Typesetter::height(const doc::Paragraph& paragraph, Pt width) {
    Entry* found = entry(paragraph);
    if (!found) return Pt(0);
    const std::size_t lines = line_count(*found, width / setting_.type_scale);
    return setting_.scaled(found->text.line_height) * static_cast<double>(lines);
}

placed::Text Typesetter::set(const doc::Paragraph& paragraph, const TextFrame& frame) {
    const MeasuredText* text = measured(paragraph);
    if (text) return set(*text, frame);
    placed::Text nothing;
    nothing.box = {frame.x, frame.y, frame.width, Pt(0)};
    return nothing;
}

placed::Text Typesetter::set(const MeasuredText& text, const TextFrame& frame) {
    placed::Text placed;
    placed.direction = document_.direction;
    const double scale = setting_.type_scale;
    const Pt line_height = setting_.scaled(text.line_height);
    Pt y = frame.y;
    for (const LineBreaks& breaks : break_lines(text, frame.width / scale, frame.rag)) {
        placed::Line line = set_line(text, breaks, scale);
        const Pt hanging = breaks.hanging * scale;
        const Pt slack = frame.width - (line.width - hanging);
        Pt offset;
        if (frame.alignment == Alignment::Centre) offset = slack / 2;
        if (frame.alignment == Alignment::End) offset = slack - hanging;
        line.left = frame.x + offset;
        line.baseline = y + setting_.scaled(text.baseline);
        for (placed::Run& run : line.runs) {
            run.origin.x += line.left;
            run.origin.y += line.baseline;
        }
        if (!fits(line.width, frame.width) && reported_overflows_.insert(&text).second) {
            Diagnostic diagnostic;
            diagnostic.code = "overflow";
            diagnostic.pointer = text.paragraph->origin;
            diagnostic.message = fmt::format(
                "\"{}\" needs {:.1f} mm and has {:.1f} mm", plain_text(*text.paragraph),
                line.width / millimetres(1), std::max(Pt(0), frame.width) / millimetres(1));
            diagnostic.hints.push_back(
                "shorten the longest word, or give it more room in the layout");
            report_overflow(std::move(diagnostic));
        }
        placed.lines.push_back(std::move(line));
        y += line_height;
    }
    placed.box = {frame.x, frame.y, frame.width, y - frame.y};
    return placed;
}

const doc::Paragraph& Typesetter::keep(doc::Paragraph paragraph) {
    return kept_.emplace_back(std::move(paragraph));
}

void Typesetter::report_overflow(Diagnostic diagnostic) {
    overflows_.push_back(std::move(diagnostic));
}

void Typesetter::clear_overflows() {
    overflows_.clear();
    reported_overflows_.clear();
}

std::vector<Diagnostic> Typesetter::take_diagnostics() {
    std::vector<Diagnostic> diagnostics = std::move(missing_glyphs_);
    for (Diagnostic& diagnostic : overflows_) diagnostics.push_back(std::move(diagnostic));
    clear_overflows();
    return diagnostics;
}

}  // namespace broadside::layout
