#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::load {

/// Builds a tree of what a parser reads, in the order of the text. What is beyond a limit comes
/// back as a problem, and nothing further is worth reading.
class JsonTreeBuilder {
public:
    JsonTreeBuilder(Report& report, Duplicates duplicates, const PassedItems* passed)
        : report_(report), duplicates_(duplicates), passed_(passed) {}

    void key(std::string_view key, std::uint32_t offset) {
        frames_.back().key = key;
        frames_.back().key_offset = offset;
        is_after_key_ = true;
    }

    std::optional<Problem> scalar(JsonValue value) {
        if (++values_ > limits::kMaxJsonValues) return too_many();
        if (auto problem = too_long(value.text)) return problem;
        attach(std::move(value));
        return std::nullopt;
    }

    std::optional<Problem> open(JsonType type, std::uint32_t offset) {
        if (frames_.size() == limits::kMaxJsonDepth)
            return Problem{"too-deep", fmt::format("expected at most {} levels, got more",
                                                   limits::kMaxJsonDepth)};
        if (++values_ > limits::kMaxJsonValues) return too_many();
        is_after_key_ = false;
        frames_.emplace_back().container.type = type;
        frames_.back().container.offset = offset;
        if (is_passed()) unescaped_before_ = unescaped_.size();
        return std::nullopt;
    }

    void close() {
        JsonValue container = std::move(frames_.back().container);
        container.members.shrink_to_fit();
        frames_.pop_back();
        attach(std::move(container));
    }

    static std::optional<Problem> too_long(std::string_view text) {
        if (text.size() <= limits::kMaxStringBytes) return std::nullopt;
        return Problem{"too-long", fmt::format("expected at most {} bytes in a string, got {}",
                                               limits::kMaxStringBytes, text.size())};
    }

    /// The words of a key or a string: those of the text where it has the same ones.
    std::string_view kept(std::string_view words, std::string_view written) {
        if (words == written) return written;
        return *unescaped_.emplace_back(std::make_unique<const std::string>(words));
    }

    JsonState state() const {
        if (frames_.empty()) return root_ ? JsonState::End : JsonState::Start;
        if (is_after_key_) return JsonState::Key;
        const JsonValue& container = frames_.back().container;
        if (container.type == JsonType::Array)
            return frames_.back().has_items ? JsonState::ArrayValue : JsonState::ArrayOpen;
        return frames_.back().seen.empty() ? JsonState::ObjectOpen : JsonState::ObjectValue;
    }

    /// Of the last key, in an object.
    std::uint32_t key_offset() const { return frames_.back().key_offset; }

    bool has_root() const { return root_.has_value(); }

    /// Nothing where there is no root.
    std::optional<JsonTree> take_tree() {
        if (!root_) return std::nullopt;
        return JsonTree{*std::move(root_), std::move(unescaped_)};
    }

private:
    struct Frame {
        JsonValue container;
        std::string_view key;
        std::uint32_t key_offset = 0;
        std::unordered_set<std::string_view> seen;
        bool has_items = false;  // of an array
    };

    static Problem too_many() {
        return {"too-many-values",
                fmt::format("expected at most {} values, got more", limits::kMaxJsonValues)};
    }

    void attach(JsonValue value) {
        is_after_key_ = false;
        if (frames_.empty()) {
            root_ = std::move(value);
            return;
        }
        Frame& frame = frames_.back();
        frame.has_items = true;
        if (is_passed()) {
            passed_->take(value);
            unescaped_.resize(unescaped_before_);
        } else if (frame.container.type == JsonType::Array) {
            const std::uint32_t offset = value.offset;
            frame.container.members.push_back({{}, offset, std::move(value)});
        } else if (frame.seen.insert(frame.key).second || duplicates_ == Duplicates::Kept) {
            frame.container.members.push_back({frame.key, frame.key_offset, std::move(value)});
        } else {
            report_.error(report_.place_at(frame.key_offset),
                          {"duplicate-key", fmt::format("duplicate key \"{}\"", frame.key)});
        }
    }

    bool is_passed() const {
        if (passed_ == nullptr || frames_.back().container.type != JsonType::Array) return false;
        return passed_->key.empty() ? frames_.size() == 1
                                    : frames_.size() == 2 && frames_.front().key == passed_->key;
    }

    Report& report_;
    Duplicates duplicates_;
    const PassedItems* passed_;
    std::size_t values_ = 0;
    bool is_after_key_ = false;
    std::vector<Frame> frames_;
    std::vector<std::unique_ptr<const std::string>> unescaped_;
    std::size_t unescaped_before_ = 0;  // the items that are passed on
    std::optional<JsonValue> root_;
};

}  // namespace broadside::load
