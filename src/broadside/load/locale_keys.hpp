#pragma once

#include <string_view>

namespace broadside::load {

/// The parts of a dataset that have words.
inline constexpr std::string_view kWordKeys[] = {
    "title", "subtitle", "author",   "description", "values", "columns", "spanners", "cells",
    "notes", "bands",    "sections", "rows",        "texts",  "links",   "imprint"};

}  // namespace broadside::load
