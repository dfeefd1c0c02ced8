#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/metadata.hpp"
#include "broadside/emit/emit.hpp"

/// What a page of a site has besides its content. Nothing, where it is of none.
namespace broadside::emit {

/// For its head: where its languages are, and what it is, for search engines, as JSON-LD: data of
/// schema.org, which no browser runs.
std::string site_links(const std::vector<Alternate>& alternates, const Metadata& metadata);

/// Links to its languages, each called as it calls itself; empty where there is only one.
std::string language_switcher(const std::vector<Alternate>& alternates, std::string_view own);

}  // namespace broadside::emit
