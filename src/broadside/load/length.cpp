#include "broadside/load/length.hpp"

#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

std::optional<Pt> unit_length(std::string_view unit) {
    if (unit == "pt") return Pt(1);
    if (unit == "mm") return millimetres(1);
    if (unit == "cm") return millimetres(10);
    if (unit == "in") return Pt(72);
    if (unit == "px") return Pt(0.75);
    return std::nullopt;
}

}  // namespace

std::optional<Pt> parse_length(std::string_view text) {
    const auto number = take_number(text);
    const auto unit = unit_length(text);
    if (!number || !unit || *number < 0) return std::nullopt;
    return *unit * *number;
}

}  // namespace broadside::load
