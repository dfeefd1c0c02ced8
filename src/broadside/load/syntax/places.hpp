#pragma once

#include <vector>

#include "broadside/base/diagnostic.hpp"

/// What people are told of places in JSON. Each text is walked once, however many places are in it.
namespace broadside::load {

/// File, line, column and pointer, in the order of `places`; nothing of one that is not known.
std::vector<FilePlace> file_places(const std::vector<SourcePlace>& places);

/// Fills in the same of every diagnostic that has a place, which it loses. A pointer that is there
/// stays.
void locate(Diagnostics& diagnostics);

}  // namespace broadside::load
