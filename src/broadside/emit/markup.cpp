#include "broadside/emit/markup.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>
#include <glib.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/handle.hpp"
#include "broadside/scene/scene.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/script.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// XML 1.0, production 2: no control characters but white space, not U+FFFE, not U+FFFF.
bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

std::string_view escaped(std::string_view sequence) {
    switch (sequence.front()) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return sequence;
    }
}

}  // namespace

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const unicode::Character& character : unicode::characters_of(text)) {
        if (is_xml_character(character.code) && character.code != unicode::kReplacement) {
            out += escaped(text.substr(character.begin, character.size));
        } else {
            unicode::append_utf8(out, unicode::kReplacement);
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? "" : fmt::format(" {}=\"{}\"", name, escape_xml(value));
}

std::string language_attributes(std::string_view language) {
    return fmt::format("{} dir=\"{}\"", attribute("lang", language),
                       direction_word(unicode::direction_of(language)));
}

std::string html_head(std::string_view language, std::string_view title, std::string_view more) {
    return fmt::format(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n{}</head>\n",
        language_attributes(language), escape_xml(title), more);
}

std::string plain_name(std::string_view name, std::string_view signs) {
    std::string plain;
    for (const char c : name) {
        if (unicode::is_ascii_letter_or_digit(c) || signs.find(c) != signs.npos)
            plain += c;
        else
            plain += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return plain;
}

std::string data_url(const Image& image) { return data_url(media_type(image.type), image.bytes); }

std::string data_url(std::string_view media_type, std::string_view bytes) {
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    const Handle<gchar, g_free> letters(g_base64_encode(data, bytes.size()));
    return fmt::format("data:{};base64,{}", media_type, letters.get());
}

std::string theme_name(Colour colour) {
    if (colour.name != PaletteColour::None) return std::string(to_string(colour.name));
    return "colour-" + to_string(colour).substr(1);
}

std::string light_dark(Colour colour) {
    return fmt::format("light-dark({},{})", to_string(colour), to_string(in_the_dark(colour)));
}

std::string css_string(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        // Nothing in a style sheet may end it.
        if (c == '\'' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\{:x} ", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + "'";
}

GridSteps to_grid(Pt length) { return std::lround(length.value * scene::kGridStepsPerPoint); }

std::string grid_units(GridSteps length) {
    const ldiv_t parts = std::ldiv(std::labs(length), 10);
    std::string text = length < 0 ? "-" : "";
    if (parts.quot != 0 || parts.rem == 0) text += fmt::to_string(parts.quot);
    if (parts.rem != 0) text += fmt::format(".{}", parts.rem);
    return text;
}

std::string content_name(std::string_view content) {
    std::uint64_t hash = fnv_1a(content);
    std::string name(1, static_cast<char>('a' + hash % 26));
    hash /= 26;
    for (int i = 0; i < 7; ++i, hash /= 36)
        name += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return name;
}

}  // namespace broadside::emit
