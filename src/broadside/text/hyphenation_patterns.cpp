#include "broadside/text/hyphenation_patterns.hpp"

#include <algorithm>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/encodings.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

/// Letters that stay together at both ends of a part of a compound: COMPOUNDLEFTHYPHENMIN of the
/// German patterns.
constexpr std::size_t kFewestInPart = 2;

std::string_view take_line(std::string_view& text) {
    std::string_view line = unicode::take_until(text, '\n');
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

// Patterns are in lower case; comments and settings such as LEFTHYPHENMIN are not.
bool is_pattern(std::string_view line) {
    return !line.empty() && line.front() != '#' && line.front() != '%' &&
           !(line.front() >= 'A' && line.front() <= 'Z') &&
           line.find('/') == std::string_view::npos;
}

void raise(std::string& highest, std::size_t begin, std::string_view digits) {
    for (std::size_t i = 0; i < digits.size(); ++i) {
        highest[begin + i] = std::max(highest[begin + i], digits[i]);
    }
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return !unicode::is_continuation(c); }));
}

}  // namespace

std::unique_ptr<const HyphenationPatterns> HyphenationPatterns::parse(std::string_view dictionary) {
    const std::string encoding(take_line(dictionary));
    std::optional<unicode::DecodedText> decoded;
    if (encoding != "UTF-8") {
        decoded = unicode::decode_text(dictionary, encoding);
        if (!decoded) return nullptr;
        dictionary = decoded->utf8;
    }
    auto patterns = std::make_unique<HyphenationPatterns>();
    // Every line needs at most its own length in either, so that neither ever moves.
    patterns->letters_.reserve(dictionary.size() + 1);
    patterns->digits_.reserve(dictionary.size() + 1);
    while (!dictionary.empty()) {
        const std::string_view line = take_line(dictionary);
        if (line == "NEXTLEVEL") {
            patterns->levels_.emplace_back();
        } else if (is_pattern(line)) {
            patterns->add(line);
        }
    }
    patterns->sort();
    return patterns;
}

void HyphenationPatterns::add(std::string_view pattern) {
    const std::size_t letters_begin = letters_.size(), digits_begin = digits_.size();
    digits_.push_back('0');
    for (const char c : pattern) {
        if (unicode::is_ascii_digit(c)) {
            digits_.back() = c;
        } else {
            letters_.push_back(c);
            digits_.push_back('0');
        }
    }
    const std::size_t size = letters_.size() - letters_begin;
    levels_.back().push_back({.letters = {letters_.data() + letters_begin, size},
                              .digits = {digits_.data() + digits_begin, size + 1}});
}

void HyphenationPatterns::sort() {
    for (Level& level : levels_) {
        std::sort(level.begin(), level.end(), [](const Pattern& a, const Pattern& b) {
            const int order = a.letters.compare(b.letters);
            return order < 0 || (order == 0 && a.letters.data() > b.letters.data());
        });
    }
}

// Liang's rule with libhyphen's restriction, for which the dictionaries are prepared: after each
// letter of the word between two full stops, only the longest stretch that begins some pattern is
// looked at, and it counts when it is a whole pattern. The highest digit at a place wins; where
// that is odd, the word may be parted.
std::vector<std::size_t> HyphenationPatterns::odd_places(const Level& level,
                                                         std::string_view word) {
    const std::string dotted = '.' + std::string(word) + '.';
    std::string highest(dotted.size() + 1, '0');
    for (std::size_t begin = 0, end = 1; end <= dotted.size(); ++end) {
        for (; begin < end; ++begin) {
            const std::string_view stretch = std::string_view(dotted).substr(begin, end - begin);
            const auto found = std::lower_bound(level.begin(), level.end(), stretch,
                                                [](const Pattern& pattern, std::string_view text) {
                                                    return pattern.letters < text;
                                                });
            if (found == level.end() || !found->letters.starts_with(stretch)) continue;
            if (found->letters == stretch) raise(highest, begin, found->digits);
            break;
        }
    }
    std::vector<std::size_t> places;
    for (std::size_t place = 1; place < word.size(); ++place) {
        if ((highest[place + 1] - '0') % 2 == 1) places.push_back(place);
    }
    return places;
}

std::vector<std::size_t> HyphenationPatterns::points(std::string_view word) const {
    if (levels_.size() == 1) return odd_places(levels_.front(), word);
    std::vector<std::size_t> seams = odd_places(levels_.front(), word);
    seams.push_back(word.size());
    std::vector<std::size_t> points;
    std::size_t begin = 0;
    for (const std::size_t seam : seams) {
        const std::string_view part = word.substr(begin, seam - begin);
        for (const std::size_t place : odd_places(levels_.back(), part)) {
            if (count_characters(part.substr(0, place)) >= kFewestInPart &&
                count_characters(part.substr(place)) >= kFewestInPart) {
                points.push_back(begin + place);
            }
        }
        if (seam < word.size()) points.push_back(seam);
        begin = seam;
    }
    return points;
}

}  // namespace broadside::text
