#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// Fonts as damage and malice leave them.
namespace broadside::testing {

/// Changes a few bytes of a font's tables, the same ones for the same number. Every table is as
/// likely as any other, and its start as likely as its rest.
class FontMutations {
public:
    explicit FontMutations(std::string font) : font_(std::move(font)) {}

    std::string mutated(std::uint32_t number) {
        state_ = number * 2654435761u + 1;
        std::string bytes = font_;
        for (std::uint32_t change = 0; change <= number % 4; ++change) mutate(bytes);
        if (number % 37 == 0) bytes.resize(random(bytes.size()));
        return bytes;
    }

private:
    static constexpr std::size_t kDirectory = 12, kRecord = 16, kStart = 256;

    std::size_t u32(std::size_t at) const {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(font_[at + i]);
        return value;
    }

    std::size_t random(std::size_t below) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % below;
    }

    void mutate(std::string& bytes) {
        const std::size_t tables = static_cast<unsigned char>(font_[5]);
        const std::size_t table = random(tables + 1);  // the last is the directory itself
        const std::size_t record = kDirectory + kRecord * table;
        const std::size_t begin = table < tables ? u32(record + 8) : 0;
        std::size_t size = table < tables ? u32(record + 12) : kDirectory + kRecord * tables;
        if (size > kStart && random(2) == 0) size = kStart;
        constexpr std::string_view kTelling("\x00\x01\x7F\x80\xFF\xFE", 6);
        const std::size_t value = random(2 * kTelling.size());
        bytes[begin + random(size)] =
            value < kTelling.size() ? kTelling[value] : static_cast<char>(random(256));
    }

    std::string font_;
    std::uint32_t state_ = 0;
};

}  // namespace broadside::testing
