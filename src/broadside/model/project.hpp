#pragma once

#include <map>
#include <string>

#include "broadside/base/drawing.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::model {

/// All that one page is made from. Every symbol that the dataset names is in `symbols`, every
/// picture in `pictures`.
struct Project {
    Dataset dataset;
    Layout layout;
    std::map<std::string, DrawingRef> symbols;
    std::map<std::string, DrawingRef> qr_codes = {};  // drawn before, by address, for paper
    std::map<std::string, DrawingRef> pictures = {};  // by id
};

}  // namespace broadside::model
