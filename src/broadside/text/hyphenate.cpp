#include "broadside/text/hyphenate.hpp"

#include <algorithm>
#include <utility>

#include <glib.h>

#include "broadside/base/limits.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/encodings.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::text {

namespace {

constexpr std::size_t kShortestWord = 5, kFewestBefore = 2, kFewestAfter = 3;

/// No word of a language is as long; what is would cost time that grows with its square.
constexpr std::size_t kLongestWord = 100;

/// A flyer has some hundred different words. The bound keeps a process that sets many datasets
/// small.
constexpr std::size_t kMaxWords = 20000;

/// A word as patterns are written, in lower case, and where its characters begin.
struct LowerCase {
    std::string word;
    std::vector<std::size_t> starts;
};

LowerCase lower_case(const unicode::Character* begin, const unicode::Character* end) {
    LowerCase lower;
    for (const unicode::Character* c = begin; c != end; ++c) {
        lower.starts.push_back(lower.word.size());
        unicode::append_utf8(lower.word, g_unichar_tolower(c->code));
    }
    return lower;
}

std::vector<std::size_t> find_points(const HyphenationPatterns& patterns, const LowerCase& lower) {
    const std::vector<std::size_t> bytes = patterns.points(lower.word);
    std::vector<std::size_t> points;
    auto byte = bytes.begin();
    for (std::size_t before = 0; before + kFewestAfter <= lower.starts.size(); ++before) {
        while (byte != bytes.end() && *byte < lower.starts[before]) ++byte;
        if (byte == bytes.end()) break;
        if (before >= kFewestBefore && *byte == lower.starts[before]) points.push_back(before);
    }
    return points;
}

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

const HyphenationFile* find_patterns(const FontManifest& manifest, std::string_view language) {
    for (std::string_view tag = language; !tag.empty(); tag = unicode::parent_of(tag)) {
        const auto entry = manifest.hyphenation.find(std::string(tag));
        if (entry != manifest.hyphenation.end()) return &entry->second;
    }
    return nullptr;
}

PatternsFile read_patterns(const HyphenationFile& listed) {
    const NamedFile read = read_named_file(listed.file, limits::kMaxInputBytes);
    PatternsFile file;
    if (read.bytes) file.patterns = HyphenationPatterns::parse(*read.bytes);
    if (!file.patterns) {
        file.problem = {listed.file, read.is_absent ? listed.package : std::string(),
                        read.bytes ? "it is in no encoding that is known" : read.why, listed.origin,
                        read.may_pass};
    }
    return file;
}

Hyphenator::Hyphenator(std::shared_ptr<const FontManifest> manifest)
    : manifest_(std::move(manifest)) {}

const std::vector<std::size_t>& Hyphenator::hyphenate(const unicode::Character* begin,
                                                      const unicode::Character* end,
                                                      std::string_view language) {
    static const std::vector<std::size_t> kWhole;
    const auto length = static_cast<std::size_t>(end - begin);
    if (length < kShortestWord || length > kLongestWord) return kWhole;
    const HyphenationPatterns* patterns = patterns_for(language);
    if (!patterns) return kWhole;

    const LowerCase lower = lower_case(begin, end);
    std::string key = std::string(language) + ' ' + lower.word;
    const auto known = words_.find(key);
    if (known != words_.end()) return known->second;
    if (words_.size() >= kMaxWords) words_.clear();
    return words_.emplace(std::move(key), find_points(*patterns, lower)).first->second;
}

const HyphenationPatterns* Hyphenator::patterns_for(std::string_view language) {
    const HyphenationFile* listed = find_patterns(*manifest_, language);
    if (!listed) return nullptr;
    auto known = patterns_.find(listed->file);
    if (known == patterns_.end())
        known = patterns_.emplace(listed->file, read_patterns(*listed)).first;
    if (!known->second.patterns) unreadable_ = known->second.problem;
    return known->second.patterns.get();
}

std::optional<UnreadableFile> Hyphenator::take_unreadable() {
    return std::exchange(unreadable_, std::nullopt);
}

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
