#include "broadside/unicode/encodings.hpp"

#include <array>
#include <cstddef>
#include <memory>

#include <glib.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

/// Those that differ from ISO 8859-1 (WHATWG Encoding Standard, index-windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
    std::string utf8;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        append_utf8(utf8, code >= 0x80 && code < 0xA0 ? kWindows1252[code - 0x80u] : code);
    }
    return utf8;
}

enum class ByteOrder { Little, Big };

std::string from_utf_16(std::string_view bytes, ByteOrder order) {
    std::string utf8;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return order == ByteOrder::Big ? char32_t{first} << 8 | second
                                       : char32_t{second} << 8 | first;
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        const bool is_high = code >= 0xD800 && code < 0xDC00;
        const char32_t low = is_high && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append_utf8(utf8, code >= 0xD800 && code < 0xE000 ? kReplacement : code);
    }
    return utf8;
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (const auto text = without_byte_order_mark(bytes); text.size() < bytes.size())
        return {to_utf8(text), "UTF-8"};
    if (bytes.starts_with("\xFF\xFE"sv))
        return {from_utf_16(bytes.substr(2), ByteOrder::Little), "UTF-16LE"};
    if (bytes.starts_with("\xFE\xFF"sv))
        return {from_utf_16(bytes.substr(2), ByteOrder::Big), "UTF-16BE"};
    if (g_utf8_validate_len(bytes.data(), bytes.size(), nullptr) != 0)
        return {std::string(bytes), "UTF-8"};
    return {from_windows_1252(bytes), "windows-1252", true};
}

std::optional<DecodedText> decode_text(std::string_view bytes, const std::string& encoding) {
    // Nul bytes are no text, and GLib would take what is behind them for it.
    gsize size = 0;
    const std::unique_ptr<gchar, decltype(&g_free)> converted(
        g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", encoding.c_str(),
                  nullptr, &size, nullptr),
        &g_free);
    if (!converted) return std::nullopt;
    const auto utf8 = without_byte_order_mark({converted.get(), size});
    return DecodedText{to_utf8(utf8), encoding};
}

}  // namespace broadside::unicode
