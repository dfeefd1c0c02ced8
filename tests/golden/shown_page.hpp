#pragma once

#include <string>

#include "support/browser.hpp"
#include "support/temporary_folder.hpp"

namespace broadside::testing {

/// Shows a page, and keeps it as long as it is shown.
class ShownPage {
public:
    explicit ShownPage(const std::string& html, int width = 1280) {
        folder_.write("page.html", html);
        browser().widen(width);
        browser().prefer("light");
        browser().open(folder_ / "page.html");
    }

    nlohmann::json operator()(const std::string& expression) const {
        return browser().evaluate(expression);
    }

private:
    TemporaryFolder folder_;
};

}  // namespace broadside::testing
