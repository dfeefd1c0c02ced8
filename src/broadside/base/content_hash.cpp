#include "broadside/base/content_hash.hpp"

#include <cstring>
#include <new>

#include <fmt/format.h>
#include <xxhash.h>

#include "broadside/base/handle.hpp"
#include "broadside/base/whole_text.hpp"

namespace broadside {

namespace {

Digest digest_from(const XXH128_hash_t& hash) { return {hash.high64, hash.low64}; }

}  // namespace

/// The state wants an alignment that `new` does not promise, so the library allocates it.
struct ContentHash::State {
    State() : state(XXH3_createState()) {
        if (!state) throw std::bad_alloc();
        XXH3_128bits_reset(state.get());
    }

    void add(const void* bytes, std::size_t size) {
        if (used + size > sizeof gathered) flush();
        if (size > sizeof gathered) {
            update(bytes, size);
            return;
        }
        std::memcpy(gathered + used, bytes, size);
        used += size;
    }

    void flush() {
        update(gathered, used);
        used = 0;
    }

    void update(const void* bytes, std::size_t size) const {
        // It fails for null pointers only.
        static_cast<void>(XXH3_128bits_update(state.get(), bytes, size));
    }

    Handle<XXH3_state_t, XXH3_freeState> state;
    /// Content comes in numbers of eight bytes; to hand over each by itself takes most of the time.
    unsigned char gathered[1024];
    std::size_t used = 0;
};

std::string to_string(const Digest& digest) {
    return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

std::optional<Digest> read_digest(std::string_view text) {
    constexpr std::size_t kHalf = 16;
    if (text.size() != 2 * kHalf) return std::nullopt;
    const auto high = whole_text_as<std::uint64_t>(text.substr(0, kHalf), 16);
    const auto low = whole_text_as<std::uint64_t>(text.substr(kHalf), 16);
    return high && low ? std::optional(Digest{*high, *low}) : std::nullopt;
}

Digest digest_of(std::string_view bytes) {
    return digest_from(XXH3_128bits(bytes.data(), bytes.size()));
}

std::uint64_t fnv_1a(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return hash;
}

ContentHash::ContentHash() : state_(std::make_unique<State>()) {}
ContentHash::~ContentHash() = default;

void ContentHash::add_bytes(std::string_view bytes) {
    if (!bytes.empty()) state_->add(bytes.data(), bytes.size());
}

void ContentHash::add_text(std::string_view text) {
    add_number(text.size());
    add_bytes(text);
}

/// Written byte by byte: the digest is the same where numbers lie the other way round.
void ContentHash::add_number(std::uint64_t number) {
    unsigned char bytes[8];
    for (unsigned char& byte : bytes) {
        byte = static_cast<unsigned char>(number & 0xFF);
        number >>= 8;
    }
    state_->add(bytes, sizeof bytes);
}

void ContentHash::add_real(double number) {
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof number);
    std::memcpy(&bits, &number, sizeof bits);
    add_number(bits);
}

void ContentHash::add_digest(const Digest& digest) {
    add_number(digest.high);
    add_number(digest.low);
}

Digest ContentHash::digest() const {
    state_->flush();
    return digest_from(XXH3_128bits_digest(state_->state.get()));
}

}  // namespace broadside
