#include "broadside/text/unit_symbols.hpp"

#include <set>

namespace broadside::text {

bool is_unit_symbol(std::u32string_view word) {
    static const std::set<std::u32string_view> symbols = {
        U"m",    U"cm",  U"mm",  U"km",  U"g",  U"kg",   U"mg",  U"µg",  U"μg",   U"t",    U"s",
        U"ms",   U"min", U"h",   U"d",   U"l",  U"L",    U"ml",  U"mL",  U"dl",   U"dL",   U"cl",
        U"cL",   U"W",   U"kW",  U"MW",  U"Wh", U"kWh",  U"V",   U"mV",  U"A",    U"mA",   U"mAh",
        U"Hz",   U"kHz", U"MHz", U"GHz", U"B",  U"kB",   U"KB",  U"MB",  U"GB",   U"TB",   U"KiB",
        U"MiB",  U"GiB", U"TiB", U"J",   U"kJ", U"kcal", U"Pa",  U"hPa", U"kPa",  U"bar",  U"mol",
        U"mmol", U"IU",  U"IE",  U"UI",  U"dB", U"pt",   U"px",  U"dpi", U"Mbit", U"Gbit", U"ha",
        U"m²",   U"m³",  U"km²", U"lx",  U"N",  U"Nm",   U"kN",  U"Ah",  U"kWp",  U"VA",   U"kVA",
        U"kV",   U"cm²", U"cm³", U"mm²", U"lm", U"rpm",  U"mph", U"kph", U"ppm",  U"K"};
    return symbols.count(word) > 0;
}

}  // namespace broadside::text
