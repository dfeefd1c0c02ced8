#pragma once

namespace broadside {

/// Whether other colours may take the places of an SVG's.
enum class SvgTheme {
    Fixed,  // none may
    Auto,   // dark ones where its surroundings are dark, and those that a page around it names
};

}  // namespace broadside
