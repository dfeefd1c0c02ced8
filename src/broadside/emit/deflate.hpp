#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "broadside/base/content_hash.hpp"

namespace broadside::emit {

/// In zlib's format, which PDF calls `FlateDecode`.
std::string deflated(std::string_view bytes);

/// What was deflated before, kept from one output to the next: pages of records have most of their
/// fonts and of their structure in common. Belongs to one thread.
class DeflatedStreams {
public:
    /// As `deflated` has it. The reference holds until the next call.
    const std::string& of(std::string_view bytes);

private:
    std::unordered_map<Digest, std::string, DigestHash> streams_;  // by what they were
    std::size_t size_ = 0;                                         // of all of them, in bytes
};

}  // namespace broadside::emit
