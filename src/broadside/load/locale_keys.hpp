#pragma once

#include "broadside/load/keys.hpp"

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
                                         {"links"},
                                         {"imprint"}};

inline constexpr ObjectKeys kLocaleKeys{"", kLocaleKeyList};

/// The parts of a dataset that have words.
inline constexpr std::string_view kWordKeys[] = {
    "title", "subtitle", "author", "description", "values", "columns", "spanners",
    "cells", "notes",    "bands",  "sections",    "rows",   "links",   "imprint"};

}  // namespace broadside::load
