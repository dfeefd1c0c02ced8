#include "broadside/text/hyphenate.hpp"

#include <glib.h>

#include <utility>

#include "broadside/base/limits.hpp"
#include "broadside/text/font_files.hpp"
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

}  // namespace broadside::text
