#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::load {

/// The JSON pointers (RFC 6901) of some values of a text: it is walked once, as far as the last of
/// them, however many they are. It need be JSON as far as that only.
class Pointers {
public:
    /// `offsets`: of values and keys, in any order.
    Pointers(std::string_view json, std::vector<std::uint32_t> offsets);

    /// `offset`: one of those. A key has the pointer of its value; where neither begins, it is
    /// empty.
    const std::string& at(std::uint32_t offset) const;

private:
    std::vector<std::uint32_t> offsets_;  // sorted, each once
    std::vector<std::string> pointers_;   // of the same
};

}  // namespace broadside::load
