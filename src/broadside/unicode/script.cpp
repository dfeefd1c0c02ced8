#include "broadside/unicode/script.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/unicode/language_tag.hpp"

namespace broadside::unicode {

namespace {

constexpr std::string_view kRightToLeftScripts[] = {
#include "broadside/unicode/right_to_left_scripts.inc"
};

struct LikelyScript {
    std::string_view tag, script;
};

// Sorted by tag.
constexpr LikelyScript kLikelyScripts[] = {
#include "broadside/unicode/likely_scripts.inc"
};

std::string_view likely_script(std::string_view tag) {
    const auto* likely = std::lower_bound(
        std::begin(kLikelyScripts), std::end(kLikelyScripts), tag,
        [](const LikelyScript& known, std::string_view sought) { return known.tag < sought; });
    return likely == std::end(kLikelyScripts) || likely->tag != tag ? "" : likely->script;
}

}  // namespace

std::string script_of(std::string_view tag) {
    const std::string cased = cased_tag(std::string(tag));
    const MainSubtags subtags = main_subtags(cased);
    if (!subtags.script.empty()) return std::string(subtags.script);
    std::string place(subtags.language);
    place.append("-").append(subtags.region);
    std::string_view script = likely_script(place);
    if (script.empty()) script = likely_script(subtags.language);
    return std::string(script);
}

Direction direction_of(std::string_view language) {
    const bool is_right_to_left =
        std::find(std::begin(kRightToLeftScripts), std::end(kRightToLeftScripts),
                  script_of(language)) != std::end(kRightToLeftScripts);
    return is_right_to_left ? Direction::RightToLeft : Direction::LeftToRight;
}

}  // namespace broadside::unicode
