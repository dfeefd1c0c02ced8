#include "broadside/base/translation.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace broadside {

std::string text_hash(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return fmt::format("{:08x}", hash);
}

}  // namespace broadside
