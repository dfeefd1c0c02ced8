#include "broadside/sheets/symbol_fonts.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

struct FontSigns {
    std::string_view font;
    std::u32string_view letters, signs;  // each letter has the sign in its place
};

/// Ticks, crosses, boxes and what else tables are filled with.
constexpr FontSigns kFontSigns[] = {{"wingdings", U"üûþý¨ConDlJKL«¡§u", U"✓✗☑☒☐👍□■👎●☺😐☹★○▪◆"},
                                    {"wingdings 2", U"POQRST£", U"✓✗☒☑☒☒☐"},
                                    {"webdings", U"arcgn", U"✔✖☐■●"},
                                    {"marlett", U"abr", U"✓✓✗"}};

const FontSigns* signs_of(std::string_view font) {
    const std::string name = unicode::in_small_ascii(font);
    const auto found = std::find_if(std::begin(kFontSigns), std::end(kFontSigns),
                                    [&](const FontSigns& known) { return known.font == name; });
    return found == std::end(kFontSigns) ? nullptr : &*found;
}

}  // namespace

bool is_symbol_font(std::string_view font) { return signs_of(font) != nullptr; }

std::string as_symbols(std::string_view text, std::string_view font) {
    const FontSigns* known = signs_of(font);
    if (known == nullptr) return std::string(text);
    std::u32string characters = unicode::decode(text);
    for (char32_t& c : characters) {
        // Programs also keep such letters among the characters for private use.
        const char32_t letter = c >= 0xF020 && c <= 0xF0FF ? c - 0xF000 : c;
        const std::size_t place = known->letters.find(letter);
        if (place != known->letters.npos) c = known->signs[place];
    }
    return unicode::encode(characters);
}

}  // namespace broadside::sheets
