#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/layout.hpp"

namespace broadside {

/// Whether a block of links, wherever it stands, has QR codes beside them.
bool prints_codes(const std::vector<model::Block>& blocks);

/// The QR code of every link in every language, by its address: each is drawn once, and not
/// again in every edition. Null where a target is too long for one.
std::map<std::string, DrawingRef> link_codes(const model::Dataset& dataset,
                                             const Languages& languages);

}  // namespace broadside
