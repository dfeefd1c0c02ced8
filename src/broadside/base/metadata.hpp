#pragma once

#include <string>

namespace broadside {

/// What every output says about itself. Empty fields are left out.
struct Metadata {
    std::string title;
    std::string language;  // BCP 47
    std::string author;
    std::string description;
    std::string licence;
};

}  // namespace broadside
