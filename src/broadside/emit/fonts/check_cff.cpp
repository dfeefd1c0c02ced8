#include "broadside/emit/fonts/check_cff.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace broadside::emit {

namespace {

using CffBytes = std::string_view;

/// Operators of Adobe Technical Note 5176; those of two bytes begin with 12.
enum CffOperator {
    Charset = 15,
    CharStrings = 17,
    Private = 18,
    Ros = 1230,
    FdArray = 1236,
    FdSelect = 1237
};

/// Operands by operator; real numbers are 0, for none of them is a place.
using CffDictionary = std::map<int, std::vector<std::int64_t>>;

std::size_t big_endian(CffBytes bytes) {
    std::size_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

/// What starts at `place`, which may lie behind the end.
CffBytes bytes_from(CffBytes bytes, std::int64_t place) {
    const auto size = static_cast<std::int64_t>(bytes.size());
    return place < 0 || place > size ? CffBytes() : bytes.substr(static_cast<std::size_t>(place));
}

/// The elements of the INDEX that `bytes` begin with; what follows is left.
std::optional<std::vector<CffBytes>> take_index(CffBytes& bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const std::size_t count = big_endian(bytes.substr(0, 2));
    bytes.remove_prefix(2);
    std::vector<CffBytes> elements;
    if (count == 0) return elements;
    const std::size_t width = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
    const std::size_t places = 1 + (count + 1) * width;
    if (width < 1 || width > 4 || bytes.size() < places) return std::nullopt;
    const CffBytes data = bytes.substr(places - 1);  // places count from 1
    std::size_t begin = 1;
    for (std::size_t i = 0; i <= count; ++i) {
        const std::size_t end = big_endian(bytes.substr(1 + i * width, width));
        if (end < begin || end > data.size()) return std::nullopt;
        if (i > 0) elements.push_back(data.substr(begin, end - begin));
        begin = end;
    }
    bytes = data.substr(begin);
    return elements;
}

/// CffBytes of the operand that `bytes` begin with; 0: there is none.
std::size_t operand_size(CffBytes bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first == 28) return 3;
    if (first == 29) return 5;
    if (first == 30) {
        for (std::size_t i = 1; i < bytes.size(); ++i) {
            if ((bytes[i] & 0x0F) == 0x0F) return i + 1;
        }
        return 0;
    }
    if (first < 32 || first == 255) return 0;
    return first < 247 ? 1 : 2;
}

std::int64_t cff_operand(CffBytes bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first == 28) return static_cast<std::int16_t>(big_endian(bytes.substr(1)));
    if (first == 29) return static_cast<std::int32_t>(big_endian(bytes.substr(1)));
    if (first == 30) return 0;
    if (first < 247) return first - 139;
    const auto second = static_cast<unsigned char>(bytes[1]);
    return first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
}

std::optional<CffDictionary> read_dictionary(CffBytes bytes) {
    CffDictionary dictionary;
    std::vector<std::int64_t> operands;
    while (!bytes.empty()) {
        int code = static_cast<unsigned char>(bytes[0]);
        std::size_t size = 1;
        if (code <= 21) {
            if (code == 12 && bytes.size() > 1) {
                code = 1200 + static_cast<unsigned char>(bytes[1]);
                size = 2;
            }
            dictionary[code] = std::move(operands);
            operands.clear();
        } else {
            size = operand_size(bytes);
            if (size == 0 || size > bytes.size()) return std::nullopt;
            operands.push_back(cff_operand(bytes.substr(0, size)));
        }
        bytes.remove_prefix(size);
    }
    return dictionary;
}

/// The place that an operator names; empty when it names none.
CffBytes named_place(CffBytes table, const CffDictionary& dictionary, CffOperator code) {
    const auto named = dictionary.find(code);
    if (named == dictionary.end() || named->second.empty()) return {};
    return bytes_from(table, named->second.back());
}

bool has_private(CffBytes table, const CffDictionary& dictionary) {
    const auto named = dictionary.find(Private);
    if (named == dictionary.end() || named->second.size() != 2) return false;
    const CffBytes place = named_place(table, dictionary, Private);
    const std::int64_t size = named->second.front();
    return !place.empty() && size >= 0 && static_cast<std::size_t>(size) <= place.size() &&
           read_dictionary(place.substr(0, static_cast<std::size_t>(size)));
}

/// Whether every glyph has a font dictionary of the `fonts` that there are.
bool selects(CffBytes select, std::size_t glyphs, std::size_t fonts) {
    if (select.size() < 3) return false;
    if (select[0] == 0) {
        for (std::size_t i = 1; i <= glyphs; ++i) {
            if (i >= select.size() || static_cast<unsigned char>(select[i]) >= fonts) return false;
        }
        return true;
    }
    const std::size_t ranges = big_endian(select.substr(1, 2));
    if (select[0] != 3 || ranges == 0 || select.size() < 5 + 3 * ranges) return false;
    std::size_t next = 0;
    for (std::size_t i = 0; i < ranges; ++i) {
        const CffBytes range = select.substr(3 + 3 * i, 3);
        const std::size_t first = big_endian(range.substr(0, 2));
        if (i == 0 ? first != 0 : first <= next) return false;
        if (big_endian(range.substr(2)) >= fonts) return false;
        next = first;
    }
    const std::size_t end = big_endian(select.substr(3 + 3 * ranges, 2));
    return end > next && end == glyphs;
}

bool has_fonts(CffBytes table, const CffDictionary& top, std::size_t glyphs) {
    CffBytes place = named_place(table, top, FdArray);
    const auto fonts = take_index(place);
    if (!fonts || named_place(table, top, Charset).empty()) return false;
    for (const CffBytes font : *fonts) {
        const auto dictionary = read_dictionary(font);
        if (!dictionary || !has_private(table, *dictionary)) return false;
    }
    return selects(named_place(table, top, FdSelect), glyphs, fonts->size());
}

}  // namespace

bool is_sound_cff(std::string_view table) {
    CffBytes rest =
        table.size() < 4 ? CffBytes() : bytes_from(table, static_cast<unsigned char>(table[2]));
    if (!take_index(rest)) return false;  // names
    const auto tops = take_index(rest);
    if (!tops || tops->size() != 1 || !take_index(rest) || !take_index(rest)) return false;
    const auto top = read_dictionary(tops->front());
    if (!top) return false;
    CffBytes place = named_place(table, *top, CharStrings);
    const auto glyphs = take_index(place);
    if (!glyphs || glyphs->empty()) return false;
    return top->contains(Ros) ? has_fonts(table, *top, glyphs->size()) : has_private(table, *top);
}

}  // namespace broadside::emit
