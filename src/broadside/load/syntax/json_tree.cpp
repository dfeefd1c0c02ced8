#include "broadside/load/syntax/json_tree.hpp"

#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

namespace {

/// Builds the tree from the parser's events. The parser does not say where a token stands, but
/// between two events lie only space, comments, commas and colons, so a cursor in the text follows
/// it exactly.
class TreeBuilder {
public:
    TreeBuilder(Report& report, const PassedItems* passed)
        : text_(report.text()), report_(report), passed_(passed) {}

    std::optional<JsonTree> take_tree() {
        if (!root_) return std::nullopt;
        return JsonTree{*std::move(root_), std::move(unescaped_)};
    }

    bool null() { return scalar(JsonType::Null); }
    bool boolean(bool) { return word(JsonType::Boolean); }
    bool number_integer(std::int64_t) { return number(); }
    bool number_unsigned(std::uint64_t) { return number(); }
    bool number_float(double, const std::string&) { return number(); }

    bool string(std::string& value) { return scalar(JsonType::String, kept(value, next())); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonType::Object); }
    bool start_array(std::size_t) { return open(JsonType::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& key) {
        Frame& frame = frames_.back();
        frame.key = kept(key, next());
        frame.key_offset = advance();
        after_key_ = true;
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
        constexpr int kNumberOutOfRange = 406;
        if (error.id == kNumberOutOfRange) {
            return fail(advance(), {"number-out-of-range", "expected a smaller number"});
        }
        return fail_syntax();
    }

private:
    struct Frame {
        JsonValue container;
        std::string_view key;
        std::uint32_t key_offset = 0;
        std::unordered_set<std::string_view> seen;
    };

    /// The parser takes `01` for two numbers.
    bool number() {
        return nlohmann::json::accept(next()) ? word(JsonType::Number) : fail_syntax();
    }

    bool word(JsonType type) { return scalar(type, next()); }

    bool scalar(JsonType type, std::string_view text = {}) {
        JsonValue scalar;
        scalar.type = type;
        scalar.offset = advance();
        scalar.text = text;
        if (++values_ > limits::kMaxJsonValues) {
            return fail(scalar.offset,
                        {"too-many-values", fmt::format("expected at most {} values, got more",
                                                        limits::kMaxJsonValues)});
        }
        if (scalar.text.size() > limits::kMaxStringBytes) {
            return fail(scalar.offset,
                        {"too-long", fmt::format("expected at most {} bytes in a string, got {}",
                                                 limits::kMaxStringBytes, scalar.text.size())});
        }
        return attach(std::move(scalar));
    }

    bool open(JsonType type) {
        Frame frame;
        frame.container.type = type;
        frame.container.offset = advance();
        if (frames_.size() == limits::kMaxJsonDepth) {
            return fail(frame.container.offset,
                        {"too-deep", fmt::format("expected at most {} levels, got more",
                                                 limits::kMaxJsonDepth)});
        }
        if (++values_ > limits::kMaxJsonValues) {
            return fail(frame.container.offset,
                        {"too-many-values", fmt::format("expected at most {} values, got more",
                                                        limits::kMaxJsonValues)});
        }
        after_key_ = false;
        frames_.push_back(std::move(frame));
        return true;
    }

    bool close() {
        advance();
        JsonValue container = std::move(frames_.back().container);
        container.members.shrink_to_fit();
        frames_.pop_back();
        return attach(std::move(container));
    }

    bool attach(JsonValue value) {
        after_key_ = false;
        if (frames_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Frame& frame = frames_.back();
        if (is_passed()) {
            passed_->take(value);
        } else if (frame.container.type == JsonType::Array) {
            const std::uint32_t offset = value.offset;
            frame.container.members.push_back({{}, offset, std::move(value)});
        } else if (!frame.seen.insert(frame.key).second) {
            fail(frame.key_offset,
                 {"duplicate-key", fmt::format("duplicate key \"{}\"", frame.key)});
        } else {
            frame.container.members.push_back({frame.key, frame.key_offset, std::move(value)});
        }
        return true;
    }

    bool is_passed() const {
        return passed_ != nullptr && frames_.size() == 2 && frames_.front().key == passed_->key &&
               frames_.back().container.type == JsonType::Array;
    }

    bool fail(std::uint32_t offset, Problem problem) {
        report_.error(report_.place_at(offset), std::move(problem));
        return false;
    }

    bool fail_syntax() {
        SyntaxProblem found = explain_syntax_error(text_, end_, state());
        report_.error_in_text(found.offset, std::move(found.problem));
        return false;
    }

    std::uint32_t advance() {
        const std::size_t offset = next_token(text_, end_);
        end_ = token_end(text_, offset);
        return static_cast<std::uint32_t>(offset);
    }

    /// The token that `advance` goes over.
    std::string_view next() const {
        const std::size_t start = next_token(text_, end_);
        return text_.substr(start, token_end(text_, start) - start);
    }

    /// The words of a string that is written as `token`. Every escape is longer than what it means.
    std::string_view kept(const std::string& words, std::string_view token) {
        if (words.size() + 2 == token.size()) return token.substr(1, words.size());
        return *unescaped_.emplace_back(std::make_unique<const std::string>(words));
    }

    JsonState state() const {
        if (frames_.empty()) return root_ ? JsonState::End : JsonState::Start;
        if (after_key_) return JsonState::Key;
        const JsonValue& container = frames_.back().container;
        if (container.type == JsonType::Array) {
            return container.members.empty() ? JsonState::ArrayOpen : JsonState::ArrayValue;
        }
        return frames_.back().seen.empty() ? JsonState::ObjectOpen : JsonState::ObjectValue;
    }

    std::string_view text_;
    Report& report_;
    const PassedItems* passed_;
    std::size_t end_ = 0;  // of the last token
    std::size_t values_ = 0;
    bool after_key_ = false;
    std::vector<Frame> frames_;
    std::vector<std::unique_ptr<const std::string>> unescaped_;
    std::optional<JsonValue> root_;
};

}  // namespace

const JsonMember* JsonValue::find(std::string_view key) const {
    if (type != JsonType::Object) return nullptr;
    for (const JsonMember& member : members) {
        if (member.key == key) return &member;
    }
    return nullptr;
}

std::optional<JsonTree> parse_json(Report& report, const PassedItems* passed) {
    const std::string_view text = report.text();
    if (!check_readable(report)) return std::nullopt;
    TreeBuilder builder(report, passed);
    constexpr bool kStrict = true;
    constexpr bool kIgnoreComments = true;
    const bool parsed =
        nlohmann::json::sax_parse(text.begin(), text.end(), &builder,
                                  nlohmann::json::input_format_t::json, kStrict, kIgnoreComments);
    return parsed ? builder.take_tree() : std::nullopt;
}

std::optional<JsonTree> read_json(const SourceFile& file) {
    Report ignored(file);
    return parse_json(ignored);
}

}  // namespace broadside::load
