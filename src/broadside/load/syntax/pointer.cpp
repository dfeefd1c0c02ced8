#include "broadside/load/syntax/pointer.hpp"

#include <fmt/format.h>

namespace broadside::load {

namespace {

std::string unescaped(std::string_view token) {
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escaped = token[i] == '~' && i + 1 < token.size();
        if (escaped && token[i + 1] == '1') {
            key += '/';
            ++i;
        } else if (escaped && token[i + 1] == '0') {
            key += '~';
            ++i;
        } else {
            key += token[i];
        }
    }
    return key;
}

}  // namespace

std::string child_pointer(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string child_pointer(std::string_view parent, std::size_t index) {
    return fmt::format("{}/{}", parent, index);
}

std::vector<std::string> pointer_keys(std::string_view pointer) {
    std::vector<std::string> keys;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        keys.push_back(unescaped(pointer.substr(0, end)));
        pointer.remove_prefix(end);
    }
    return keys;
}

}  // namespace broadside::load
