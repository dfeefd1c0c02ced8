#include "broadside/conformance/cff_data.hpp"

#include <string>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/whole_text.hpp"

namespace broadside::conformance {

namespace {

// Technical Note 5176, appendix B.
constexpr std::size_t kMostDictOperands = 48;

/// Half a byte each, until one that ends it (table 5); `at` is behind the number then.
std::optional<double> read_real(std::string_view bytes, std::size_t& at) {
    constexpr std::string_view kSigns[] = {"0", "1", "2", "3", "4",  "5", "6", "7",
                                           "8", "9", ".", "E", "E-", "",  "-"};
    constexpr std::size_t kReserved = 13, kEnd = 15;
    std::string text;
    for (bool is_done = false; !is_done; ++at) {
        if (at >= bytes.size()) return std::nullopt;
        const std::size_t byte = big_endian(bytes, at, 1);
        for (const std::size_t half : {byte >> 4, byte & 15}) {
            is_done = is_done || half == kEnd;
            if (half == kReserved) return std::nullopt;
            if (!is_done) text += kSigns[half];
        }
    }
    return whole_text_as<double>(text);
}

std::optional<double> read_operand(std::string_view bytes, std::size_t& at) {
    const std::size_t first = big_endian(bytes, at++, 1);
    if (first == 30) return read_real(bytes, at);
    const std::size_t more = first == 28                   ? 2
                             : first == 29                 ? 4
                             : first >= 247 && first < 255 ? 1
                                                           : 0;
    if (more > bytes.size() - at) return std::nullopt;
    const std::size_t rest = big_endian(bytes, at, more);
    at += more;
    if (first == 28) return static_cast<std::int16_t>(rest);
    if (first == 29) return static_cast<std::int32_t>(rest);
    return first >= 32 && first < 255 ? std::optional(short_operand(first, rest)) : std::nullopt;
}

}  // namespace

double short_operand(std::size_t first, std::size_t second) {
    const auto number = static_cast<double>(first), low = static_cast<double>(second);
    if (first < 247) return number - 139;
    return first < 251 ? (number - 247) * 256 + low + 108 : -(number - 251) * 256 - low - 108;
}

std::optional<std::string_view> CffIndex::element(std::size_t number) const {
    if (number >= count) return std::nullopt;
    const std::size_t begin = big_endian(offsets, number * width, width),
                      after = big_endian(offsets, (number + 1) * width, width);
    if (begin < 1 || after < begin || after > data.size() + 1) return std::nullopt;
    return data.substr(begin - 1, after - begin);
}

CffIndex read_cff_index(std::string_view file, std::size_t at) {
    if (at > file.size() || file.size() - at < 2) return {};
    CffIndex index{big_endian(file, at, 2)};
    if (index.count == 0) return {0, at + 2};
    const std::size_t width = big_endian(file, at + 2, 1), places = at + 3;
    if (width < 1 || width > 4 || places > file.size() ||
        (index.count + 1) * width > file.size() - places)
        return {};
    const std::size_t data = places + (index.count + 1) * width;
    const std::size_t end = big_endian(file, data - width, width);
    if (end < 1 || end - 1 > file.size() - data) return {};
    index.data = file.substr(data, end - 1);
    index.offsets = file.substr(places, data - places);
    index.width = width;
    index.end = data + end - 1;
    return index;
}

std::optional<CffDictionary> read_cff_dictionary(std::string_view bytes) {
    CffDictionary dictionary;
    std::vector<double> operands;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t first = big_endian(bytes, at, 1);
        if (first <= 21) {
            const std::size_t code = first == 12 ? 1200 + big_endian(bytes, at + 1, 1) : first;
            at += first == 12 ? 2 : 1;
            dictionary[code] = std::move(operands);
            operands.clear();
            continue;
        }
        const auto operand = read_operand(bytes, at);
        if (!operand || operands.size() == kMostDictOperands) return std::nullopt;
        operands.push_back(*operand);
    }
    if (!operands.empty()) return std::nullopt;
    return dictionary;
}

std::size_t place_of(const CffDictionary& dictionary, std::size_t code) {
    const double place = number_of(dictionary, code, -1);
    constexpr double kMost = std::numeric_limits<std::int32_t>::max();
    return place < 0 || place > kMost ? kNowhere : static_cast<std::size_t>(place);
}

double number_of(const CffDictionary& dictionary, std::size_t code, double otherwise) {
    const auto found = dictionary.find(code);
    return found == dictionary.end() || found->second.size() != 1 ? otherwise
                                                                  : found->second.front();
}

}  // namespace broadside::conformance
