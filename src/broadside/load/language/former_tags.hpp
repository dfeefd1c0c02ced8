#pragma once

#include <string>
#include <vector>

/// Language tags that were retired, and those that are written today: IANA's Language Subtag
/// Registry (Deprecated, Preferred-Value), and of CLDR's aliases those that name a language which
/// has another tag here.
namespace broadside::load {

/// `iw-IL` is `he-IL` today, `i-klingon` `tlh`; other tags stay as they are. `tag` is in the case
/// of RFC 5646, section 2.1.1.
std::string preferred_tag(std::string tag);

/// Tags of which `preferred_tag` makes this one by their language: `iw-IL` for `he-IL`.
std::vector<std::string> former_tags(const std::string& tag);

}  // namespace broadside::load
