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
#include "broadside/text/hyphenation_patterns.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

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
