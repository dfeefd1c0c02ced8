#pragma once

#include <string>

#include "support/browser.hpp"
#include "support/temporary_folder.hpp"

namespace broadside::testing {

/// Widths of windows, in CSS pixels.
inline constexpr int kPhone = 360, kDesk = 1280;

/// Shows a page, and keeps it as long as it is shown.
class ShownPage {
public:
    explicit ShownPage(const std::string& html) {
        folder_.write("page.html", html);
        browser().open(folder_ / "page.html");
    }

    /// In a window of that width, in CSS pixels.
    ShownPage(const std::string& html, int width) : ShownPage(html) { browser().widen(width); }

    nlohmann::json operator()(const std::string& expression) const {
        return browser().evaluate(expression);
    }

private:
    TemporaryFolder folder_;
};

}  // namespace broadside::testing
