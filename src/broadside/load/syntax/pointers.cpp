#include "broadside/load/syntax/pointers.hpp"

#include <algorithm>
#include <cstddef>

#include <nlohmann/json.hpp>

#include "broadside/load/syntax/json_syntax.hpp"

namespace broadside::load {

namespace {

/// An array or object that is open, and where in it the walk is.
struct Container {
    bool is_object = false;
    bool is_at_key = false;
    std::size_t key = 0;    // its offset
    std::size_t items = 0;  // met so far

    void meet(std::size_t offset) {
        ++items;
        if (!is_object) return;
        is_at_key = !is_at_key;
        if (is_at_key) key = offset;
    }
};

/// `token`: a string as it is written.
std::string unquoted(std::string_view token) {
    const auto value = nlohmann::json::parse(token, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// `~` and `/` inside a key are written `~0` and `~1`.
void add_key(std::string& pointer, std::string_view key) {
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
}

std::string pointer_of(std::string_view json, const std::vector<Container>& containers) {
    std::string pointer;
    for (const Container& container : containers) {
        if (container.is_object) {
            const std::size_t end = token_end(json, container.key);
            add_key(pointer, unquoted(json.substr(container.key, end - container.key)));
        } else {
            add_key(pointer, std::to_string(container.items - 1));
        }
    }
    return pointer;
}

}  // namespace

Pointers::Pointers(std::string_view json, std::vector<std::uint32_t> offsets)
    : offsets_(std::move(offsets)) {
    std::sort(offsets_.begin(), offsets_.end());
    offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
    pointers_.resize(offsets_.size());
    std::vector<Container> containers;
    std::size_t next = 0;
    for (std::size_t at = next_token(json, 0); at < json.size() && next < offsets_.size();
         at = next_token(json, token_end(json, at))) {
        const char c = json[at];
        if (c == '}' || c == ']') {
            if (!containers.empty()) containers.pop_back();
            continue;
        }
        if (!containers.empty()) containers.back().meet(at);
        while (next < offsets_.size() && offsets_[next] < at) ++next;
        if (next < offsets_.size() && offsets_[next] == at)
            pointers_[next] = pointer_of(json, containers);
        if (c == '{' || c == '[') containers.push_back({c == '{'});
    }
}

const std::string& Pointers::at(std::uint32_t offset) const {
    const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
    return pointers_[static_cast<std::size_t>(found - offsets_.begin())];
}

}  // namespace broadside::load
