#include "broadside/load/syntax/readable_text.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::load {

bool check_readable(Report& report) {
    const std::string_view text = report.text();
    if (text.size() > limits::kMaxInputBytes) {
        report.error_in_text(
            0, {"too-large", fmt::format("expected a file of at most {} bytes, got {}",
                                         limits::kMaxInputBytes, text.size())});
        return false;
    }
    if (const auto offset = find_invalid_utf8(text)) {
        report.error_in_text(*offset, {"invalid-utf8",
                                       fmt::format("expected UTF-8, got the byte 0x{:02X}",
                                                   static_cast<unsigned char>(text[*offset])),
                                       {"save the file as UTF-8"}});
        return false;
    }
    if (const std::size_t offset = text.find('\0'); offset != std::string_view::npos) {
        report.error_in_text(offset, {"control-character", "expected text, got a null byte"});
        return false;
    }
    return true;
}

}  // namespace broadside::load
