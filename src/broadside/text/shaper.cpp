#include "broadside/text/shaper.hpp"

#include <fmt/format.h>

namespace broadside::text {

Diagnostic to_diagnostic(const UnreadableFile& file) {
    Diagnostic diagnostic;
    diagnostic.code = "unreadable-font-file";
    diagnostic.pointer = file.origin;
    diagnostic.message =
        fmt::format("cannot use \"{}\", which the text needs: {}", file.file, file.why);
    if (!file.package.empty()) {
        diagnostic.hints.push_back(
            fmt::format("it is in the package {0}: apt-get install {0}", file.package));
    }
    return diagnostic;
}

}  // namespace broadside::text
