#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Tags of languages as people write them. That a tag is well-formed, `is_language_tag` tells.
namespace broadside::load {

/// RFC 5646, section 2.1.1: `zh-hant-tw` is written `zh-Hant-TW`. Locale files are named like that.
std::string cased_tag(std::string tag);

/// The same, of the tag that is written today (section 4.5): `he` for `IW`. What people write is
/// compared and shown in this form, wherever it stands.
std::string canonical_tag(std::string tag);

/// The language of a tag without script and region: `zh`.
std::string_view primary_language(std::string_view tag);

/// The tag that somebody meant who wrote `swedish`, `swe`, `sv_SE` or `sv_SE.UTF-8`; empty: no
/// idea.
std::string meant_tag(std::string_view text);

/// How to write it right, for one that is no tag.
std::vector<std::string> language_hints(std::string_view text);

/// What is odd about a well-formed tag, as a message: its two letters are no code of ISO 639-1, or
/// its three letters have a shorter form, which BCP 47 wants. Empty: nothing.
std::string odd_language(std::string_view tag);

}  // namespace broadside::load
