#include "broadside/imports/note_marks.hpp"

#include <algorithm>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::string_view kSigns[] = {"***", "**", "*", "††", "†", "‡", "§", "¶", "#"};

/// "1", "12" or "a".
bool is_key(std::string_view mark) {
    if (mark.size() > 3) return false;
    const bool is_letter = mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z';
    return is_letter || unicode::are_ascii_digits(mark);
}

/// Raised digits in front, as plain ones.
std::string take_raised(std::string_view& text) {
    std::string digits;
    for (bool is_found = true; is_found;) {
        is_found = false;
        for (std::size_t i = 0; i < std::size(kRaised); ++i) {
            if (!text.starts_with(kRaised[i])) continue;
            digits += static_cast<char>('0' + i);
            text.remove_prefix(kRaised[i].size());
            is_found = true;
        }
    }
    return digits;
}

std::string raised(std::string_view digits) {
    std::string text;
    for (const char c : digits) {
        if (!unicode::is_ascii_digit(c)) return "";
        text += kRaised[static_cast<std::size_t>(c - '0')];
    }
    return text;
}

std::optional<Note> note(std::string mark, std::string_view text) {
    text = unicode::trimmed(text);
    if (text.starts_with(":")) text = unicode::trimmed(text.substr(1));
    if (text.empty()) return std::nullopt;
    return Note{std::move(mark), std::string(text), {}};
}

}  // namespace

std::optional<Note> marked_note(std::string_view line) {
    if (std::string_view rest = line; true) {
        std::string digits = take_raised(rest);
        if (!digits.empty()) return note(std::move(digits), rest);
    }
    for (const std::string_view sign : kSigns) {
        if (!line.starts_with(sign)) continue;
        const std::string_view rest = line.substr(sign.size());
        // "#1" and "#NUM!" begin with no mark.
        if (sign == "#" && !rest.starts_with(' ')) return std::nullopt;
        return note(std::string(sign), rest);
    }
    if (line.empty()) return std::nullopt;
    const bool is_bracketed = line.front() == '[' || line.front() == '(' || line.front() == '^';
    const std::string_view inside = line.substr(is_bracketed ? 1 : 0);
    const std::size_t end = inside.find_first_of("]). ");
    if (end == inside.npos || !is_key(inside.substr(0, end))) return std::nullopt;
    const bool is_closed = inside[end] == ']' || inside[end] == ')';
    const bool is_listed = inside[end] == '.' && inside.substr(end + 1, 1) == " ";
    if (!is_closed && !is_listed && line.front() != '^') return std::nullopt;
    return note(std::string(inside.substr(0, end)), inside.substr(end + 1));
}

namespace {

/// The text before a mark that it ends in; nothing where it does not.
std::optional<std::string_view> before_mark(std::string_view text, const std::string& mark) {
    const bool is_sign = !is_key(mark);
    const std::string digits = raised(mark);
    for (const std::string& form : {"[" + mark + "]", "(" + mark + ")", "^" + mark, digits, mark}) {
        if (form.empty() || !text.ends_with(form) || (form == mark && !is_sign)) continue;
        const std::string_view rest = text.substr(0, text.size() - form.size());
        // "**" is another mark than "*", and ¹² another than ².
        if (form == mark && rest.ends_with(mark.back())) continue;
        const bool is_part = form == digits && std::any_of(std::begin(kRaised), std::end(kRaised),
                                                           [&](std::string_view digit) {
                                                               return rest.ends_with(digit);
                                                           });
        if (!is_part) return unicode::trimmed(rest);
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::size_t> take_marks(std::string& text, const std::vector<Note>& notes) {
    std::vector<std::size_t> found;
    while (!text.empty()) {
        std::string_view marked = text;
        if (!found.empty() && marked.ends_with(",")) marked.remove_suffix(1);
        std::optional<std::string_view> rest;
        std::size_t note = 0;
        for (; note < notes.size() && !notes[note].mark.empty(); ++note) {
            rest = before_mark(marked, notes[note].mark);
            if (rest) break;
        }
        if (!rest) break;
        text = std::string(*rest);
        found.insert(found.begin(), note);
    }
    return found;
}

std::string_view numbered_call(std::string_view text) {
    constexpr std::size_t kLongest = 3;
    const std::size_t begin = text.rfind('[');
    if (!text.ends_with(']') || begin == text.npos || begin == 0) return {};
    const std::string_view number = text.substr(begin + 1, text.size() - begin - 2);
    const bool is_number = number.size() <= kLongest && unicode::are_ascii_digits(number);
    return is_number ? text.substr(begin) : std::string_view();
}

}  // namespace broadside::imports
