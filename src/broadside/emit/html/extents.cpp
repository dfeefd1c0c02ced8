#include "broadside/emit/html/extents.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <variant>

#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/held_spans.hpp"
#include "broadside/emit/html/japanese_lines.hpp"
#include "broadside/emit/html/lead.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

// How wide a character is, of the size of its type: of ASCII from the space on in hundredths, as in
// Noto Sans.
constexpr std::array<unsigned char, 95> kAscii = {
    26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57,
    57, 57, 27, 27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78,
    60, 78, 62, 55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62,
    62, 26, 26, 53, 26, 94, 62, 60, 62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57};
constexpr double kCharacter = 0.6, kRightToLeftCharacter = 0.5;
constexpr double kWideCharacter = 1.0;  // of a script whose lines end anywhere
constexpr double kBold = 1.08;          // of letters
constexpr double kUnlike = 1.06;        // as much wider may the face be
constexpr double kThinSpace = 0.2;
constexpr double kBesideMark = 0.2;     // of its type: padding of its link
constexpr double kHangingMarks = 0.75;  // behind a symbol in the middle: so much takes no room

double width_of(char32_t c, int weight) {
    if (c == unicode::kWordJoiner) return 0;
    if (c == U'\u202F' || c == U'\u2009') return kThinSpace;
    if (unicode::is_square(c) || unicode::is_letter_without_word_spaces(c)) return kWideCharacter;
    double width = c >= U'\u0590' && c < U'\u0780' ? kRightToLeftCharacter : kCharacter;
    if (c >= U' ' && c - U' ' < kAscii.size()) width = kAscii[c - U' '] / 100.0;
    return weight >= kBoldWeight && !unicode::is_digit(c) ? width * kBold : width;
}

/// Whether a line may end between them.
bool may_end_line(char32_t before, char32_t after, TextSetting set) {
    if (unicode::parts_words(after)) return !unicode::is_glue(after);
    const bool is_inside =
        set.is_japanese && (unicode::is_letter(before) || unicode::is_digit(before));
    return is_inside ? may_end_japanese_line(before, after)
                     : unicode::is_letter_without_word_spaces(after);
}

}  // namespace

Extent extent_of(const std::vector<doc::Span>& spans, TextSetting set) {
    if (const auto held = with_lines_held(spans, set.language)) return extent_of(*held, set);
    Extent widest, now;
    double before_dash = 0;  // which a word joiner behind it takes back
    char32_t before = 0;
    for (const doc::Span& span : spans) {
        if (span.symbol) {
            const double width = span.symbol->width() / set.main;
            now.line += width;
            now.word += width;
            continue;
        }
        for (const char32_t c : unicode::decode(span.text)) {
            if (c == unicode::kWordJoiner) now.word = before_dash;
            if (may_end_line(std::exchange(before, c), c, set)) now.word = 0;
            if (unicode::is_line_end(c)) now = {};
            const double width = span.style.size / set.main * width_of(c, span.style.weight);
            now.line += width;
            now.word += width;
            widest.widen(now);
            if (c != '-' && c != U'\u2013') continue;
            before_dash = std::exchange(now.word, 0);
        }
    }
    widest.widen(now);
    return widest;
}

/// All lines begin behind the symbol that the first begins with, those of further texts too.
Extent extent_of(const doc::Cell& cell, TextSetting set) {
    Extent widest;
    double indent = 0;
    for (const doc::Content& part : cell.content) {
        if (const auto* text = std::get_if<doc::Paragraph>(&part)) {
            Extent words = extent_of(text->spans, set);
            const double lead = lead_of(*text) / set.main;
            if (doc::has_figure(*text)) {
                words.word = words.line;
            } else if (lead > 0) {
                const std::vector<doc::Span> behind(text->spans.begin() + 2, text->spans.end());
                words.word = lead + extent_of(behind, set).word;
            } else {
                words.line += indent;
                words.word += indent;
            }
            if (text->alignment == Alignment::Start && indent <= 0) indent = lead;
            widest.widen(words);
        } else {
            const auto& line = std::get<doc::SymbolLine>(part);
            double marks = extent_of(line.marks, set).line;
            for (const doc::Span& mark : line.marks)
                marks += mark.note.empty() ? 0 : kBesideMark * (mark.style.size / set.main);
            const bool is_centred = cell.alignment == Alignment::Centre;
            const double room = is_centred ? 2 * std::max(0.0, marks - kHangingMarks) : marks;
            const double beside = line.symbol->width() / set.main + room;
            widest.widen({beside, beside});
        }
    }
    return widest;
}

double width_in_two_lines(const doc::Paragraph& text, TextSetting set) {
    const double line = extent_of(text.spans, set).line;
    double least = line, before = 0;
    char32_t last = 0;
    for (const doc::Span& span : text.spans) {
        if (span.symbol) before += span.symbol->width() / set.main;
        for (const char32_t c : unicode::decode(span.text)) {
            const double width = span.style.size / set.main * width_of(c, span.style.weight);
            const bool may_end = may_end_line(std::exchange(last, c), c, set) && !span.hangs;
            const double behind = line - before - (unicode::parts_words(c) ? width : 0);
            if (may_end && before > 0) least = std::min(least, std::max(before, behind));
            before += width;
        }
    }
    return least * kUnlike;
}

double longest_word(std::string_view text, TextSetting set) {
    doc::Span span;
    span.text = text;
    span.style.size = set.main;
    return extent_of({span}, set).word * kUnlike;
}

}  // namespace broadside::emit
