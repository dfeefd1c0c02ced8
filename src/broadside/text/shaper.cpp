#include "broadside/text/shaper.hpp"

#include <fmt/format.h>

namespace broadside::text {

Diagnostic to_diagnostic(const UnreadableFile& file) {
    Hints hints;
    if (!file.package.empty())
        hints = {fmt::format("it is in the package {0}: apt-get install {0}", file.package)};
    return error("unreadable-font-file",
                 fmt::format("cannot use \"{}\", which the text needs: {}", file.file, file.why),
                 std::move(hints))
        .at({"", file.origin});
}

}  // namespace broadside::text
