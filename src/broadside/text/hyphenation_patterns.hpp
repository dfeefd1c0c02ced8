#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

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

}  // namespace broadside::text
