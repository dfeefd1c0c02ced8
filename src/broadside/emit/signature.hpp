#pragma once

#include <string_view>

/// What files of each format begin with, whoever wrote them.
namespace broadside::emit {

bool begins_as_pdf(std::string_view bytes);
bool begins_as_png(std::string_view bytes);

/// An element `svg` after what may stand before it.
bool begins_as_svg(std::string_view bytes);

}  // namespace broadside::emit
