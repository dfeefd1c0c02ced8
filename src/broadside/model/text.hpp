#pragma once

#include <string>

#include "broadside/base/source_place.hpp"

namespace broadside::model {

/// A string for people to read, and where it stands: in the dataset's file, or in the one that gave
/// the words. `**strong**`, `*emphasis*`, `_small_`, `[words](address)` and line feeds are
/// markup.
struct Text {
    std::string text;
    SourcePlace place;
    bool empty() const { return text.empty(); }
};

}  // namespace broadside::model
