#pragma once

#include <string>
#include <string_view>

#include "broadside/base/colour.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/image.hpp"

/// What the writers of markup, SVG and HTML, share: texts, names, numbers and colours.
namespace broadside::emit {

/// Safe as text and as a quoted attribute. What XML 1.0 cannot hold, control characters and
/// malformed UTF-8, becomes U+FFFD.
std::string escape_xml(std::string_view text);

/// ` name="value"`; nothing for an empty value.
std::string attribute(std::string_view name, std::string_view value);

/// ` lang="ar" dir="rtl"`
std::string language_attributes(std::string_view language);

/// The beginning of a page of HTML, up to the end of its head, where `more` stands.
std::string html_head(std::string_view language, std::string_view title, std::string_view more);

/// Safe as part of an id, a class and a fragment, and different for different names: every byte but
/// letters, digits and `signs` is `_xx`.
std::string plain_name(std::string_view name, std::string_view signs);

/// The image's file as it is, in an address of its own (RFC 2397), for SVG and HTML.
std::string data_url(const Image& image);

/// Bytes of that type in an address of their own.
std::string data_url(std::string_view media_type, std::string_view bytes);

/// What style sheets call a colour behind `--bsd-`, so that another may take its place: its name in
/// the palette, else "colour-16233a".
std::string theme_name(Colour colour);

/// `light-dark(#16233a,#e8ecf5)`
std::string light_dark(Colour colour);

/// A value of HTML's `dir` and SVG's `direction`.
constexpr std::string_view direction_word(Direction direction) {
    return direction == Direction::RightToLeft ? "rtl" : "ltr";
}

/// A quoted string of CSS, without anything that could end it.
std::string css_string(std::string_view text);

/// A family in CSS, with the generic one as a fallback.
inline std::string font_family_value(std::string_view family) {
    return css_string(family) + ",sans-serif";
}

/// Stands in ids and references for the file's name, which is a hash of the finished content. No
/// text can hold it: `escape_xml` lets no control character through.
inline constexpr std::string_view kFileName = "\x01";

/// Stands around the number of another page, counted from 0, in place of its file's name.
inline constexpr std::string_view kOtherFile = "\x02";

/// Lengths in steps of the scene's grid. Everything is put on it before it is written, so that
/// relative path commands add up.
using GridSteps = long;

GridSteps to_grid(Pt length);

inline constexpr double kUnitsPerPoint = 10;

/// In units of the view box, which has ten a point: at one unit a point browsers' 1/64 rounding of
/// font sizes would move text by a tenth of a point.
std::string grid_units(GridSteps length);

inline std::string units(Pt length) { return grid_units(to_grid(length)); }

/// 64-bit FNV-1a as 8 letters and digits, a letter first: a name that depends on the content alone.
std::string content_name(std::string_view content);

}  // namespace broadside::emit
