#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Tags of languages by BCP 47 and as people write them, and what the languages are called.
namespace broadside::unicode {

/// Well-formed by RFC 5646 (BCP 47), section 2.1. Grandfathered tags are not accepted, nor are
/// languages of more than three letters: the grammar keeps them free, but there are none, and
/// whoever writes `swedish` means `sv`.
bool is_language_tag(std::string_view text);

/// Section 2.1.1: `zh-hant-tw` is written `zh-Hant-TW`. Locale files are named like that.
std::string cased_tag(std::string tag);

/// The same, of the tag that is written today (section 4.5): `he-IL` for `IW-il`, `tlh` for
/// `i-klingon`, and `zh` for `cmn`, as in CLDR. What people write is compared and shown in this
/// form, wherever it stands.
std::string canonical_tag(std::string tag);

/// Tags of which `canonical_tag` makes this one by their language: `iw-IL` for `he-IL`.
std::vector<std::string> former_tags(const std::string& tag);

/// The language of a tag without script and region: `zh`.
std::string_view primary_language(std::string_view tag);

/// `de-AT` of `de-AT-1996`, and of `de-AT-x-old`: a single letter introduces what follows it and
/// means nothing without (RFC 4647, section 3.4). Empty: there is none.
std::string_view parent_of(std::string_view tag);

/// What says which language is meant, how it is written and where; empty where a tag does not.
struct MainSubtags {
    std::string_view language, script, region;
};

/// Of a tag in the case of `cased_tag`, which they are views of.
MainSubtags main_subtags(std::string_view tag);

/// A language of ISO 639-1. `names` are English, the usual one first, and stand between "; ".
struct LanguageCode {
    std::string_view tag;           // two letters, as BCP 47 wants it
    std::string_view three;         // the same in ISO 639-2
    std::string_view bibliography;  // what libraries write instead; empty: the same
    std::string_view names;
};

/// The language that has this code, of two letters or three, or this name, in lower case; null:
/// none. Three-letter codes of languages that have no shorter one are too many to list, and new
/// ones come every year.
const LanguageCode* find_language(std::string_view code_or_name);

/// The tag that somebody meant who wrote `swedish`, `swe`, `sv_SE` or `sv_SE.UTF-8`; empty: no
/// idea.
std::string meant_tag(std::string_view text);

/// What a language calls itself, as CLDR has it: "français"; of a tag that it does not know, what
/// the nearest parent does, and the tag itself where there is none.
std::string_view autonym(std::string_view language);

}  // namespace broadside::unicode
