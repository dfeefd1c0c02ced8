#include "broadside/emit/check_pages.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::emit {

std::vector<Diagnostic> check_pages(const scene::Scene& scene) {
    if (scene.pages.empty()) return {error("no-pages", "expected at least one page, got none")};
    std::vector<Diagnostic> errors;
    for (const scene::Page& page : scene.pages) {
        const auto [width, height] = page.size;
        if (width > Pt(0) && height > Pt(0) && fits(width, limits::kMaxPageLength) &&
            fits(height, limits::kMaxPageLength)) {
            continue;
        }
        errors.push_back(
            error("page-size",
                  fmt::format("expected a page of up to {} pt a side, got {:.2f} x {:.2f} pt",
                              limits::kMaxPageLength.value, width.value, height.value)));
    }
    return errors;
}

}  // namespace broadside::emit
