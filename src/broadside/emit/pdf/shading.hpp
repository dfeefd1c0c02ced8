#pragma once

#include <string>

#include "broadside/base/drawing.hpp"

/// How a PDF says a gradient (PDF 1.7, 8.7.4.5).
namespace broadside::emit {

/// [a b c d e f] of a transform between units of which the larger ones have so many decimals.
std::string pdf_matrix(const Transform& transform, int decimals);

/// The shading dictionary of its colours, in units of the gradient.
std::string pdf_shading(const Gradient& gradient);

/// The same of its opacities, as grey.
std::string pdf_opacity_shading(const Gradient& gradient);

}  // namespace broadside::emit
