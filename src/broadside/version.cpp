#include "broadside/version.hpp"

namespace broadside {

// The build gives the versions, so that no header of Cairo or Pango is seen outside `emit` and
// `text`.
std::string version_text() {
    return "broadside " BROADSIDE_VERSION "\ncairo " BROADSIDE_CAIRO_VERSION
           "\npango " BROADSIDE_PANGO_VERSION "\nharfbuzz " BROADSIDE_HARFBUZZ_VERSION
           "\nlibpng " BROADSIDE_PNG_VERSION;
}

}  // namespace broadside
