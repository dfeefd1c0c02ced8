#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadside/base/font_manifest.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// The patterns of one language, from a dictionary in libhyphen's format (OpenOffice.org's
/// "ALTLinux" format): the first line names the encoding, then come Liang's patterns, and after
/// `NEXTLEVEL` those for the parts that the first ones cut a compound into.
///
/// The files are read here and not by libhyphen, whose loader takes 3.4 s for German; this takes
/// milliseconds. Patterns that respell a word at the hyphen (`f1f/ff=f`) are left out, for the text
/// is never rewritten.
class HyphenationPatterns {
public:
    /// Null when the encoding is not known.
    static std::unique_ptr<const HyphenationPatterns> parse(std::string_view dictionary);

    /// Bytes of a lower-case UTF-8 word before each place where it may be parted, ascending. How
    /// much must stay together at the word's ends is for the caller to decide.
    std::vector<std::size_t> points(std::string_view word) const;

private:
    struct Pattern {
        std::string_view letters;
        std::string_view digits;  // one more than letters
    };
    using Level =
        std::vector<Pattern>;  // sorted by letters; of equal ones the last in the file comes first

    void add(std::string_view pattern);
    void sort();
    static std::vector<std::size_t> odd_places(const Level& level, std::string_view word);

    std::vector<char> letters_, digits_;  // what the patterns point into
    std::vector<Level> levels_ = std::vector<Level>(1);
};

/// The patterns of `language`, or of the nearest parent that has some (`de-AT` → `de`); null where
/// the language is not hyphenated.
const HyphenationFile* find_patterns(const FontManifest& manifest, std::string_view language);

/// Patterns, or why there are none.
struct PatternsFile {
    std::unique_ptr<const HyphenationPatterns> patterns;
    UnreadableFile problem;
};

PatternsFile read_patterns(const HyphenationFile& listed);

/// The hyphenation of the manifest's languages; a dictionary is read when first asked for. Belongs
/// to one thread.
class Hyphenator {
public:
    explicit Hyphenator(std::shared_ptr<const FontManifest> manifest);

    /// Where a word of letters may be parted: numbers of characters before the hyphen, ascending.
    /// Words under five letters are whole; two letters at least stay before the hyphen and three
    /// after it. Without patterns nothing is parted.
    const std::vector<std::size_t>& hyphenate(const unicode::Character* begin,
                                              const unicode::Character* end,
                                              std::string_view language);

    /// The patterns that were asked for since the last call and that could not be read.
    std::optional<UnreadableFile> take_unreadable();

private:
    const HyphenationPatterns* patterns_for(std::string_view language);

    std::shared_ptr<const FontManifest> manifest_;
    std::optional<UnreadableFile> unreadable_;
    std::map<std::string, PatternsFile> patterns_;  // by file name
    std::unordered_map<std::string, std::vector<std::size_t>> words_;
};

}  // namespace broadside::text
