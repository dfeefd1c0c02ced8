#pragma once

namespace broadside {

/// What is behind the content of a PNG.
enum class PngBackground {
    Page,         // the page's own colour
    Transparent,  // nothing
};

}  // namespace broadside
