#include "broadside/load/records/record_key.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::load {

namespace {

/// A name of a file has 255 bytes; this leaves room for what stands around the key.
constexpr std::size_t kMaxKeyBytes = 150;

/// Names that mean devices to Windows, with any extension.
bool is_device(std::string_view key) {
    const std::string name = unicode::in_small_ascii(key.substr(0, key.find('.')));
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (name == device) return true;
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
           unicode::is_ascii_digit(name[3]);
}

}  // namespace

std::optional<Problem> problem_of_key(std::string_view key) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    const bool is_safe = !key.empty() && key.size() <= kMaxKeyBytes && key.front() != '.' &&
                         key.front() != ' ' && key.back() != ' ' && key.back() != '.' &&
                         key.find_first_of("/\\:*?\"<>|") == key.npos &&
                         std::none_of(key.begin(), key.end(), is_control) && !is_device(key);
    if (is_safe) return std::nullopt;
    return Problem{
        "bad-key",
        fmt::format("expected a key that may be a part of a file's name, got \"{}\"", excerpt(key)),
        {fmt::format("at most {} bytes, without / \\ : * ? \" < > |, without a point or a space at "
                     "an end, and no device of Windows",
                     kMaxKeyBytes)}};
}

}  // namespace broadside::load
