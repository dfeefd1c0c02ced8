#include "broadside/conformance/check_paints.hpp"

#include <string_view>

namespace broadside::conformance {

namespace {

/// PDF 1.7, 8.4.5: of the parameters of a graphics state, opacity alone.
bool check_state(const PdfFile& file, const Value& state, const Subject& subject,
                 Problems& problems) {
    check_keys(file, state,
               {{"Type", kMay, Holds::Name, "ExtGState"},
                {"ca", kMay, Holds::Number},
                {"CA", kMay, Holds::Number}},
               subject, problems);
    bool has_opacity = false;
    for (const std::string_view key : {"ca", "CA"}) {
        if (!state.find(key)) continue;
        const double opacity = file.at(state, key).number;
        if (opacity < 0 || opacity > 1)
            problems.add(subject.code, "{}: expected 0 to 1 as /{}, got {}", subject.name, key,
                         opacity);
        has_opacity = has_opacity || opacity < 1;
    }
    return has_opacity;
}

}  // namespace

bool check_paints(const PdfFile& file, const Value& resources, const Subject& subject,
                  Problems& problems) {
    bool has_opacity = false;
    const Value& states = file.at(resources, "ExtGState");
    for (std::size_t i = 1; i < states.items.size(); i += 2)
        has_opacity =
            check_state(file, file.follow(states.items[i]), subject, problems) || has_opacity;
    return has_opacity;
}

}  // namespace broadside::conformance
