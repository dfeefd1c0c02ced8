#pragma once

#include <string_view>

/// Symbols of units that are written behind a figure.
namespace broadside::unicode {

bool is_unit_symbol(std::u32string_view word);

/// Whether a unit is the same in each language that has no symbols of its own: "kW", "°C",
/// "W/(m²·K)". Not "GB", which is "Go" in French, nor "km/h", which is "km/t." in Danish.
bool is_international_unit(std::string_view unit);

/// Whether a BCP 47 language writes units of the SI in its own way (CLDR): "км", "公斤".
bool has_own_unit_symbols(std::string_view language);

}  // namespace broadside::unicode
