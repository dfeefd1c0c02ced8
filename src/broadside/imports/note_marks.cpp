#include "broadside/imports/note_marks.hpp"

#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

constexpr std::string_view kJapaneseSign = "※";  // with or without a number

constexpr std::size_t kLongestKey = 3;

constexpr std::string_view kSigns[] = {"***", "**", "*", "††", "†", "‡", "§", "¶", "#"};

/// What stands above the line in front, as plain characters.
std::string take_raised(std::string_view& text) {
    std::string plain;
    while (!text.empty()) {
        const unicode::Character first = unicode::character_at(text, 0);
        const char c = unicode::plain_of_superscript(first.code);
        if (c == '\0') break;
        plain += c;
        text.remove_prefix(first.size);
    }
    return plain;
}

/// The key that a text ends in above the line, with where it begins.
std::pair<std::string, std::size_t> raised_end(std::string_view text) {
    std::string plain;
    std::size_t at = text.size();
    while (at > 0 && plain.size() <= kLongestKey) {
        const char32_t last = unicode::code_point_before(text, at);
        const char c = unicode::plain_of_superscript(last);
        std::size_t before = at;
        do --before;
        while (unicode::is_continuation(text[before]));
        // 1ª is an ordinal.
        const bool is_ordinal = last == U'ª' && before > 0 &&
                                unicode::is_digit(unicode::code_point_before(text, before));
        if (c == '\0' || is_ordinal) break;
        plain.insert(plain.begin(), c);
        at = before;
    }
    return {std::move(plain), at};
}

/// Japanese has spaces as wide as its characters, and colons.
std::string_view behind_space(std::string_view text) {
    constexpr std::string_view kWide = "\u3000";
    text = unicode::trimmed(text);
    while (text.starts_with(kWide)) text = unicode::trimmed(text.substr(kWide.size()));
    return text;
}

std::optional<Note> note(std::string mark, std::string_view text) {
    text = behind_space(text);
    for (const std::string_view sign : {":", ")", "："}) {
        if (!text.starts_with(sign)) continue;
        text = behind_space(text.substr(sign.size()));
        break;
    }
    if (text.empty()) return std::nullopt;
    return Note{std::move(mark), std::string(text), {}};
}

}  // namespace

bool is_key(std::string_view mark) {
    if (mark.size() > kLongestKey) return false;
    const bool is_letter = mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z';
    return is_letter || unicode::are_ascii_digits(mark);
}

std::optional<Note> marked_note(std::string_view line) {
    if (std::string_view rest = line; true) {
        std::string key = take_raised(rest);
        if (is_key(key)) return note(std::move(key), rest);
    }
    if (line.starts_with(kJapaneseSign)) {
        std::size_t end = kJapaneseSign.size();
        while (end < line.size() && unicode::is_digit(unicode::character_at(line, end).code))
            end += unicode::character_at(line, end).size;
        return note(std::string(line.substr(0, end)), line.substr(end));
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

bool ends_as_squares_do(std::string_view text) {
    constexpr std::string_view kLengths[] = {"m",  "km", "cm", "mm", "dm", "ft", "in",
                                             "mi", "yd", "м",  "км", "см", "мм", "дм"};
    if (text.ends_with("/s") || text.ends_with("CO")) return true;  // CO² is a common slip
    const std::size_t before = text.find_last_of(" \n(/0123456789");
    return contains(kLengths, text.substr(before == text.npos ? 0 : before + 1));
}

/// The text before a mark that it ends in; nothing where it does not.
std::optional<std::string_view> before_mark(std::string_view text, const std::string& mark) {
    const bool is_sign = !is_key(mark);
    for (const std::string& form : {"[" + mark + "]", "(" + mark + ")", "^" + mark, mark}) {
        if (!text.ends_with(form) || (form == mark && !is_sign)) continue;
        const std::string_view rest = text.substr(0, text.size() - form.size());
        // "**" is another mark than "*".
        const std::string first = mark.substr(0, unicode::character_at(mark, 0).size);
        if (form != mark || !rest.ends_with(first)) return unicode::trimmed(rest);
    }
    // ¹² is another than ², and that of m² is none.
    const auto [key, begin] = raised_end(text);
    const std::string_view rest = text.substr(0, begin);
    if (key != mark || ((key == "2" || key == "3") && ends_as_squares_do(rest)))
        return std::nullopt;
    return unicode::trimmed(rest);
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

namespace {

/// Powers of any number may stand behind everything, squares and cubes behind lengths, functions
/// and letters; ordinals are figures or capitals with the end of a word.
bool is_raised_call(std::string_view rest, std::string_view raised, const std::string& key) {
    constexpr std::string_view kPowers[] = {"n", "x"};
    constexpr std::string_view kOfSquares[] = {"chi",  "khi",   "eta",  "phi",   "rho",   "tau",
                                               "sin",  "cos",   "tan",  "cot",   "sec",   "csc",
                                               "log",  "exp",   "feet", "foot",  "inch",  "inches",
                                               "yard", "yards", "mile", "miles", "metres"};
    constexpr std::string_view kOrdinals[] = {"e", "o", "r", "ª", "º"};
    if (rest.empty() || !is_key(key) || contains(kPowers, key)) return false;
    if (contains(kOrdinals, key) || contains(kOrdinals, raised)) return false;
    constexpr std::size_t kShortestWord = 3;  // signs and single letters have powers
    const std::u32string text = unicode::decode(rest);
    const std::size_t word = text.find_last_of(U" \n(/·*×") + 1;
    if (unicode::is_digit(text.back())) return !unicode::is_digit(key.front());
    if (key == "2" || key == "3") {
        const std::string last = unicode::folded(unicode::encode(text.substr(word)));
        const bool is_length = last.ends_with("meter") || last.ends_with("metre");
        if (is_length || ends_as_squares_do(rest) || contains(kOfSquares, last)) return false;
    }
    return text.size() - word >= kShortestWord;
}

std::string_view bracketed_call(std::string_view text) {
    const std::size_t begin = text.rfind('[');
    if (!text.ends_with(']') || begin == text.npos) return {};
    const std::string_view key = text.substr(begin + 1, text.size() - begin - 2);
    return !key.empty() && is_key(key) ? text.substr(begin) : std::string_view();
}

std::string_view raised_call(std::string_view text) {
    const auto [key, raised] = raised_end(text);
    if (is_raised_call(text.substr(0, raised), text.substr(raised), key))
        return text.substr(raised);
    return {};
}

}  // namespace

std::vector<std::string_view> calls_in(std::string_view text) {
    if (const std::string_view raised = raised_call(text); !raised.empty()) return {raised};
    std::vector<std::string_view> calls;
    for (std::string_view rest = unicode::trimmed(text); !rest.empty();) {
        const std::string_view call = bracketed_call(rest);
        // A letter that is all of a cell is an answer: "[x]".
        if (call.empty() || (call.size() == text.size() && !unicode::is_ascii_digit(call[1])))
            break;
        calls.insert(calls.begin(), call);
        rest = unicode::trimmed(rest.substr(0, rest.size() - call.size()));
    }
    return calls;
}

std::string raised_key(std::string_view call) { return raised_end(call).first; }

std::optional<Note> plain_note(std::string_view line, const std::set<std::string>& called) {
    const std::size_t end = line.find(' ');
    if (end == line.npos || called.count(std::string(line.substr(0, end))) == 0)
        return std::nullopt;
    return note(std::string(line.substr(0, end)), line.substr(end));
}

}  // namespace broadside::imports
