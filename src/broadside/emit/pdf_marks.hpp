#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <cairo.h>

/// Places in a page's content, found again after Cairo has written it. Cairo's own tags do not do
/// for that: 1.18 writes none around vector drawing.
namespace broadside::emit {

/// Draws the mark of this number; those of a page count from 0. It is a rectangle at the page's
/// corner, in a colour that says the number and that no `Colour` can have: half of full red lies
/// between 127 and 128 of 255.
void draw_mark(cairo_t* cairo, std::size_t number);

/// The content with each mark replaced, the first one by the first text. Nothing when a mark is
/// lost, doubled or out of order, or when its rectangle is not what was drawn. A string that `TJ`
/// shows without any adjustment is shown by `Tj`.
std::optional<std::string> replace_marks(std::string_view content,
                                         std::span<const std::string> replacements);

}  // namespace broadside::emit
