#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

/// 128 bits that stand for content: the same on every machine, and different for different content
/// as far as chance can tell (XXH3, not made against forgery).
struct Digest {
    std::uint64_t high = 0, low = 0;
    auto operator<=>(const Digest&) const = default;
};

/// For unordered containers.
struct DigestHash {
    std::size_t operator()(const Digest& digest) const { return digest.low; }
};

/// 32 hexadecimal digits.
std::string to_string(const Digest& digest);

/// Nothing for any other text.
std::optional<Digest> read_digest(std::string_view text);

Digest digest_of(std::string_view bytes);

/// FNV-1a, 64 bits: for short names that come from content, in every run the same.
std::uint64_t fnv_1a(std::string_view bytes);

/// Takes content piece by piece, in one thread. Each text and number is told from the next, so that
/// "ab", "c" is not "a", "bc".
class ContentHash {
public:
    ContentHash();
    ContentHash(const ContentHash&) = delete;
    ContentHash& operator=(const ContentHash&) = delete;
    ~ContentHash();

    /// Bytes that go on where the last ones ended: of bytes alone, the digest is that of all of
    /// them at once.
    void add_bytes(std::string_view bytes);
    void add_text(std::string_view text);
    void add_number(std::uint64_t number);
    void add_real(double number);
    void add_digest(const Digest& digest);

    Digest digest() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadside
