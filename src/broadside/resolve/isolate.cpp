#include "broadside/resolve/isolate.hpp"

#include <fribidi.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/embedded_names.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

/// Which bidirectional types a text has outside its isolates.
struct Types {
    bool left_to_right = false;  // L
    bool right_to_left = false;  // R, AL
    bool number = false;         // EN
    bool arabic_number = false;  // AN
};

Types types_of(std::string_view text) {
    Types types;
    int isolates = 0;
    for (const char32_t c : unicode::decode(text)) {
        const FriBidiCharType type = fribidi_get_bidi_type(c);
        if (FRIBIDI_IS_ISOLATE(type)) isolates += type == FRIBIDI_TYPE_PDI ? -1 : 1;
        if (isolates > 0) continue;
        types.left_to_right |= type == FRIBIDI_TYPE_LTR;
        types.right_to_left |= type == FRIBIDI_TYPE_RTL || type == FRIBIDI_TYPE_AL;
        types.number |= type == FRIBIDI_TYPE_EN;
        types.arabic_number |= type == FRIBIDI_TYPE_AN;
    }
    return types;
}

/// Figures without words read from left to right, but Arabic ones take their signs from the right.
bool is_foreign(const Types& types, Direction document) {
    if (document == Direction::LeftToRight) return types.right_to_left && !types.left_to_right;
    return !types.right_to_left && (types.left_to_right || (types.number && !types.arabic_number));
}

bool has_foreign(const Types& types, Direction document) {
    if (document == Direction::LeftToRight) return types.right_to_left || types.arabic_number;
    return types.left_to_right || types.number || types.arabic_number;
}

std::string_view initiator(Direction direction) {
    return direction == Direction::RightToLeft ? unicode::kRightToLeftIsolate
                                               : unicode::kLeftToRightIsolate;
}

Direction opposite(Direction direction) {
    return direction == Direction::RightToLeft ? Direction::LeftToRight : Direction::RightToLeft;
}

/// A part of one span, in bytes of its text.
struct SpanPart {
    doc::Span* span = nullptr;
    std::size_t begin = 0, end = 0;
};

using Line = std::vector<SpanPart>;

/// The stretches between line feeds; marks of notes end the last one. Symbols and the space beside
/// them belong to none: they stand where the page's direction puts them.
std::vector<Line> lines_of(doc::Paragraph& paragraph) {
    std::vector<Line> lines(1);
    std::vector<doc::Span>& spans = paragraph.spans;
    const auto is_symbol = [&](std::size_t i) { return i < spans.size() && spans[i].symbol; };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        doc::Span& span = spans[i];
        if (span.hangs) break;
        const bool is_beside_symbol = is_symbol(i + 1) || (i > 0 && is_symbol(i - 1));
        const std::u32string signs = unicode::decode(span.text);
        const bool is_space = std::all_of(signs.begin(), signs.end(), unicode::is_space);
        if (is_symbol(i) || (is_beside_symbol && is_space)) continue;
        for (std::size_t begin = 0; begin <= span.text.size();) {
            const std::size_t end = std::min(span.text.find('\n', begin), span.text.size());
            if (end > begin) lines.back().push_back({&span, begin, end});
            if (end < span.text.size()) lines.emplace_back();
            begin = end + 1;
        }
    }
    return lines;
}

struct LineIsolation {
    Direction document;

    void operator()(doc::Paragraph& paragraph) const {
        std::vector<Line> lines = lines_of(paragraph);
        // From the last to the first: what is put in moves only what stands behind it.
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            const std::string text = text_of(*line);
            const std::vector<TextRange> parts = foreign_parts(text);
            std::for_each(parts.rbegin(), parts.rend(),
                          [&](const TextRange& part) { isolate(*line, part); });
        }
    }

    std::vector<TextRange> foreign_parts(std::string_view text) const {
        if (document == Direction::RightToLeft)
            if (std::optional<std::vector<TextRange>> parts = find_quantities(text))
                return std::move(*parts);
        if (is_foreign(types_of(text), document)) return {{0, text.size()}};
        if (document == Direction::RightToLeft) return find_embedded_names(text);
        return {};
    }

    void isolate(const Line& line, TextRange part) const {
        insert(line, part.end, Side::End, unicode::kPopIsolate);
        insert(line, part.begin, Side::Begin, initiator(opposite(document)));
    }

    enum class Side { Begin, End };

    /// At a byte of the line's text; between two spans, in the one that the part is in.
    static void insert(const Line& line, std::size_t at, Side side, std::string_view text) {
        for (const SpanPart& piece : line) {
            const std::size_t size = piece.end - piece.begin;
            if (at < size || (at == size && side == Side::End)) {
                piece.span->text.insert(piece.begin + at, text);
                std::optional<std::size_t>& axis = piece.span->axis;
                if (axis && (piece.begin + at < *axis ||
                             (side == Side::Begin && piece.begin + at == *axis)))
                    *axis += text.size();
                return;
            }
            at -= size;
        }
    }

    static std::string text_of(const Line& line) {
        std::string text;
        for (const SpanPart& piece : line)
            text.append(piece.span->text, piece.begin, piece.end - piece.begin);
        return text;
    }
};

}  // namespace

std::string isolated_part(std::string text, Direction document) {
    const Types types = types_of(text);
    if (!has_foreign(types, document)) return text;
    const Direction direction = is_foreign(types, document) ? opposite(document) : document;
    return std::string(initiator(direction)).append(text).append(unicode::kPopIsolate);
}

std::string isolated_address(std::string_view address, Direction document) {
    const auto is_sign = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !unicode::is_ascii_letter_or_digit(c);
    };
    std::string parts;
    for (auto begin = address.begin(); begin != address.end();) {
        const auto end = std::find_if(begin, address.end(), is_sign);
        parts += isolated_part(std::string(begin, end), Direction::LeftToRight);
        if (end != address.end()) parts += *end;
        begin = end == address.end() ? end : end + 1;
    }
    if (document == Direction::LeftToRight || parts.size() == address.size()) return parts;
    return std::string(unicode::kLeftToRightIsolate).append(parts).append(unicode::kPopIsolate);
}

void isolate_foreign_lines(doc::Document& document) {
    doc::for_each_part(document.blocks, LineIsolation{document.direction});
}

}  // namespace broadside::resolve
