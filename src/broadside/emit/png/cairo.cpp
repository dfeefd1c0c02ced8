#include "broadside/emit/png/cairo.hpp"

namespace broadside::emit {

Diagnostics load_cairo() {
    static const bool is_there = [] {
        LoadedLibrary library(BROADSIDE_LIBCAIRO);
        BROADSIDE_CAIRO(BROADSIDE_FIND_LOADED)
        return library.is_complete();
    }();
    if (is_there) return {};
    return {error("no-libcairo", "PNG cannot be drawn: " BROADSIDE_LIBCAIRO " is not there",
                  {"install Cairo, or choose another format"})};
}

}  // namespace broadside::emit
