#pragma once

#include <string_view>

/// What files of each format begin with, whoever wrote them.
namespace broadside::emit {

bool is_pdf(std::string_view beginning);
bool is_png(std::string_view beginning);

/// An element `svg` after what may stand before it.
bool is_svg(std::string_view beginning);

}  // namespace broadside::emit
