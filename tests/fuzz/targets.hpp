#pragma once

#include <cstddef>
#include <span>
#include <string_view>

/// What strangers' bytes are tried on. Each target puts them where a user would, and makes all of a
/// page that can be made of them: they may be refused, and must do no other harm.
namespace broadside::fuzz {

struct Target {
    std::string_view name;
    std::size_t (*run)(std::string_view bytes);  // how many files came out
};

std::span<const Target> targets();

/// Null when there is no such target.
const Target* find_target(std::string_view name);

}  // namespace broadside::fuzz
