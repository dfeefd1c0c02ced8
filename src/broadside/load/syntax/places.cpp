#include "broadside/load/syntax/places.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/load/syntax/yaml_tree.hpp"

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

std::string pointer_of(std::string_view json, const std::vector<Container>& containers) {
    nlohmann::json::json_pointer pointer;
    for (const Container& container : containers) {
        if (container.is_object) {
            const std::size_t end = token_end(json, container.key);
            pointer /= unquoted(json.substr(container.key, end - container.key));
        } else {
            pointer /= container.items - 1;
        }
    }
    return pointer.to_string();
}

/// The JSON pointers (RFC 6901) of some values of a file.
class Pointers {
public:
    /// `offsets`: of values and keys, in any order.
    Pointers(const SourceFile& file, std::vector<std::uint32_t> offsets)
        : offsets_(std::move(offsets)) {
        std::sort(offsets_.begin(), offsets_.end());
        offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
        pointers_.resize(offsets_.size());
        if (is_yaml(file.name))
            find_in_yaml(file);
        else
            find_in_json(text_of(file));
    }

    /// `offset`: one of those. A key has the pointer of its value; where neither begins, it is
    /// empty.
    const std::string& at(std::uint32_t offset) const {
        const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
        return pointers_[static_cast<std::size_t>(found - offsets_.begin())];
    }

private:
    /// The text is walked once, as far as the last of them, and need be JSON as far as that only.
    void find_in_json(std::string_view json) {
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

    void find_in_yaml(const SourceFile& file) {
        Report ignored(file);
        const auto tree = parse_yaml(ignored, Duplicates::Kept);
        std::vector<std::string> steps;
        if (tree) meet(tree->root, steps);
    }

    void meet(const JsonValue& value, std::vector<std::string>& steps) {
        meet(value.offset, steps);
        for (std::size_t i = 0; i < value.members.size(); ++i) {
            const JsonMember& member = value.members[i];
            steps.push_back(value.type == JsonType::Object ? std::string(member.key)
                                                           : std::to_string(i));
            meet(member.offset, steps);
            meet(member.value, steps);
            steps.pop_back();
        }
    }

    /// Of those that begin at one offset the outermost counts.
    void meet(std::uint32_t offset, const std::vector<std::string>& steps) {
        const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
        if (found == offsets_.end() || *found != offset || !is_met_.insert(offset).second) return;
        nlohmann::json::json_pointer pointer;
        for (const std::string& step : steps) pointer /= step;
        pointers_[static_cast<std::size_t>(found - offsets_.begin())] = pointer.to_string();
    }

    std::vector<std::uint32_t> offsets_;  // sorted, each once
    std::vector<std::string> pointers_;   // of the same
    std::set<std::uint32_t> is_met_;
};

/// The lines of a text, each of which ends with a line feed: looked for once, however many
/// positions are asked for.
class LineIndex {
public:
    explicit LineIndex(std::string_view text) : starts_{0}, size_(text.size()) {
        for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
            starts_.push_back(end + 1);
    }

    /// An offset past the end is the end.
    TextPosition position_of(std::size_t offset) const {
        offset = std::min(offset, size_);
        const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
        return {static_cast<std::size_t>(next - starts_.begin()), offset - *(next - 1) + 1};
    }

private:
    std::vector<std::size_t> starts_;
    std::size_t size_;
};

}  // namespace

std::vector<FilePlace> file_places(const std::vector<SourcePlace>& places) {
    std::map<const SourceFile*, std::vector<std::size_t>> indices;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) indices[places[i].file].push_back(i);
    }
    std::vector<FilePlace> found(places.size());
    for (const auto& [file, in_file] : indices) {
        std::vector<std::uint32_t> offsets;
        for (const std::size_t i : in_file) offsets.push_back(places[i].offset);
        const Pointers pointers(*file, std::move(offsets));
        const LineIndex lines(text_of(*file));
        for (const std::size_t i : in_file) {
            const std::uint32_t offset = places[i].offset;
            found[i] = {file->name, pointers.at(offset), lines.position_of(offset)};
        }
    }
    return found;
}

void locate(Diagnostics& diagnostics) {
    std::vector<SourcePlace> places;
    for (const Diagnostic& diagnostic : diagnostics) places.push_back(diagnostic.place);
    std::vector<FilePlace> found = file_places(places);
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        Diagnostic& diagnostic = diagnostics[i];
        if (!std::exchange(diagnostic.place, {})) continue;
        if (!diagnostic.pointer.empty()) found[i].pointer = std::move(diagnostic.pointer);
        diagnostic = std::move(diagnostic).at(std::move(found[i]));
    }
}

}  // namespace broadside::load
