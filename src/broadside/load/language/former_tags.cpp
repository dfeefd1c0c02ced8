#include "broadside/load/language/former_tags.hpp"

#include <algorithm>
#include <string_view>

namespace broadside::load {

namespace {

struct Renamed {
    std::string_view former;
    std::string_view preferred;
};

constexpr Renamed kLanguages[] = {{"in", "id"},  {"iw", "he"},      {"ji", "yi"},
                                  {"jw", "jv"},  {"mo", "ro"},      {"arb", "ar"},
                                  {"cmn", "zh"}, {"sh", "sr-Latn"}, {"zh-cmn", "zh"}};

constexpr Renamed kRegions[] = {{"BU", "MM"}, {"DD", "DE"}, {"FX", "FR"},
                                {"TP", "TL"}, {"YD", "YE"}, {"ZR", "CD"}};

// Grandfathered and redundant tags with a preferred value, in the case that their parts would have.
constexpr Renamed kWholeTags[] = {{"art-lojban", "jbo"}, {"en-GB-oed", "en-GB-oxendict"},
                                  {"i-ami", "ami"},      {"i-bnn", "bnn"},
                                  {"i-hak", "hak"},      {"i-klingon", "tlh"},
                                  {"i-lux", "lb"},       {"i-navajo", "nv"},
                                  {"i-pwn", "pwn"},      {"i-tao", "tao"},
                                  {"i-tay", "tay"},      {"i-tsu", "tsu"},
                                  {"no-bok", "nb"},      {"no-nyn", "nn"},
                                  {"sgn-BE-FR", "sfb"},  {"sgn-BE-NL", "vgt"},
                                  {"sgn-CH-DE", "sgg"},  {"zh-guoyu", "zh"},
                                  {"zh-hakka", "hak"},   {"zh-min-nan", "nan"},
                                  {"zh-xiang", "hsn"}};

/// Whether `tag` begins with the subtags of `language`.
bool begins_with(std::string_view tag, std::string_view language) {
    return tag.starts_with(language) &&
           (tag.size() == language.size() || tag[language.size()] == '-');
}

/// `rest` begins with a script or is anything else: `-Latn-RS`, `-RS`, nothing.
bool has_script(std::string_view rest) {
    const std::string_view subtag = rest.substr(std::min<std::size_t>(rest.size(), 1));
    return subtag.substr(0, subtag.find('-')).size() == 4;
}

std::string with_language(std::string_view preferred, std::string_view rest) {
    if (has_script(rest)) preferred = preferred.substr(0, preferred.find('-'));
    return std::string(preferred).append(rest);
}

void rename_region(std::string& tag) {
    for (std::size_t begin = tag.find('-'); begin != tag.npos; begin = tag.find('-', begin + 1)) {
        const std::size_t size = std::min(tag.find('-', begin + 1), tag.size()) - begin - 1;
        if (size == 1) return;  // extensions follow
        for (const Renamed& region : kRegions) {
            if (tag.substr(begin + 1, size) != region.former) continue;
            tag.replace(begin + 1, size, region.preferred);
            return;
        }
    }
}

}  // namespace

std::string preferred_tag(std::string tag) {
    for (const Renamed& whole : kWholeTags) {
        if (tag == whole.former) return std::string(whole.preferred);
    }
    for (const Renamed& language : kLanguages) {
        if (!begins_with(tag, language.former)) continue;
        tag = with_language(language.preferred, tag.substr(language.former.size()));
        break;
    }
    rename_region(tag);
    return tag;
}

std::vector<std::string> former_tags(const std::string& tag) {
    std::vector<std::string> tags;
    for (const Renamed& language : kLanguages) {
        if (!begins_with(tag, language.preferred)) continue;
        tags.push_back(std::string(language.former).append(tag.substr(language.preferred.size())));
    }
    return tags;
}

}  // namespace broadside::load
