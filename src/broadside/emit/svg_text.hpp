#pragma once

#include <map>
#include <string>
#include <string_view>

#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/svg_markup.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// Stands in ids and references for the file's name, which is a hash of the finished content. No
/// text can hold it: `escape_xml` lets no control character through.
inline constexpr std::string_view kFileName = "\x01";

/// `Selectable` text lies unseen over its outlines, to be searched, selected and copied.
enum class TextInk { Visible, Selectable };

/// Inside an `<a>` there can be no other one.
enum class RunLinks { Written, LeftOut };

/// What the lines of one page have in common.
struct SvgTextStyle {
    std::string family;  // said once, at the root
    TextInk ink = TextInk::Visible;
    std::map<NoteId, NotePages> called_notes;
};

/// A line as `<text>` elements, each followed by a line feed, which keeps words apart when text is
/// copied. Every stretch is held to the width that layout gave it, whatever font the reader has.
std::string svg_text_line(const scene::TextLine& line, const SvgTextStyle& style, RunLinks links);

}  // namespace broadside::emit
