#include "broadside/model/record_file.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace broadside::model {

PackedTexts::PackedTexts(const std::vector<std::string>& texts)
    : size_(static_cast<std::uint32_t>(texts.size())) {
    std::size_t end = texts.size() * sizeof(std::uint32_t);
    std::size_t size = end;
    for (const std::string& text : texts) size += text.size();
    bytes_.reserve(size);
    for (const std::string& text : texts) {
        end += text.size();
        const auto mark = static_cast<std::uint32_t>(end);
        char bytes[sizeof mark];
        std::memcpy(bytes, &mark, sizeof mark);
        bytes_.append(bytes, sizeof mark);
    }
    for (const std::string& text : texts) bytes_ += text;
}

std::size_t PackedTexts::end_of(std::size_t index) const {
    std::uint32_t end = 0;
    std::memcpy(&end, bytes_.data() + index * sizeof end, sizeof end);
    return end;
}

void RecordNames::add(std::string_view key, TextPosition position) {
    keys_ += key;
    marks_.push_back({static_cast<std::uint32_t>(position.line),
                      static_cast<std::uint32_t>(position.column),
                      static_cast<std::uint32_t>(keys_.size())});
}

void RecordNames::shrink_to_fit() {
    keys_.shrink_to_fit();
    marks_.shrink_to_fit();
}

std::string_view RecordNames::key(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : marks_[number - 1].end_of_key;
    return std::string_view(keys_).substr(begin, marks_[number].end_of_key - begin);
}

std::string Records::line_of(std::size_t number) const {
    return fmt::format("{}:{}", file, names.position(number).line);
}

std::string Records::name_of(std::size_t number) const {
    const std::string_view key = names.key(number);
    return key.empty() ? line_of(number) : std::string(key);
}

FilePlace Records::place_of(std::size_t number) const {
    return {file, has_pointers ? fmt::format("/{}", number) : "", names.position(number)};
}

const Record* Records::find(std::size_t number) const {
    const auto found = std::lower_bound(
        records.begin(), records.end(), number,
        [](const Record& record, std::size_t sought) { return record.number < sought; });
    return found != records.end() && found->number == number ? &*found : nullptr;
}

}  // namespace broadside::model
