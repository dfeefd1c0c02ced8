#pragma once

#include <array>
#include <cstddef>
#include <iterator>

#include "broadside/load/syntax/keys.hpp"

/// The keys of locale files, as data/README.md describes them.
namespace broadside::load {

inline constexpr Key kLocaleKeyList[] = {{"$schema"},
                                         {"format", kRequired},
                                         {"language", kRequired},
                                         {"translates", kRequired},
                                         {"review"},
                                         {"digits"},
                                         {"translated_from"},
                                         {"title"},
                                         {"subtitle"},
                                         {"author"},
                                         {"description"},
                                         {"values"},
                                         {"columns"},
                                         {"spanners"},
                                         {"cells"},
                                         {"notes"},
                                         {"bands"},
                                         {"sections"},
                                         {"rows"},
                                         {"texts"},
                                         {"links"},
                                         {"imprint"}};

inline constexpr ObjectKeys kLocaleKeys{"", kLocaleKeyList};

/// The same keys, of which none must be there.
inline constexpr auto kDeliveredLocaleKeyList = [] {
    std::array<Key, std::size(kLocaleKeyList)> keys;
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {kLocaleKeyList[i].name};
    return keys;
}();

inline constexpr ObjectKeys kDeliveredLocaleKeys{"", kDeliveredLocaleKeyList};

/// The parts of a dataset that have words.
inline constexpr std::string_view kWordKeys[] = {
    "title", "subtitle", "author",   "description", "values", "columns", "spanners", "cells",
    "notes", "bands",    "sections", "rows",        "texts",  "links",   "imprint"};

}  // namespace broadside::load
