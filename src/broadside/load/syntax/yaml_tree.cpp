#include "broadside/load/syntax/yaml_tree.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <yaml.h>
#include <nlohmann/json.hpp>

#include "broadside/load/syntax/json_tree_builder.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

namespace {

/// libyaml counts characters; places are bytes. Goes forward, as a parser does.
class ByteOffsets {
public:
    explicit ByteOffsets(std::string_view text) : text_(text) {}

    std::uint32_t at(const yaml_mark_t& mark) {
        if (mark.index < characters_) characters_ = bytes_ = 0;
        for (; characters_ < mark.index && bytes_ < text_.size(); ++characters_) {
            ++bytes_;
            while (bytes_ < text_.size() && unicode::is_continuation(text_[bytes_])) ++bytes_;
        }
        return static_cast<std::uint32_t>(bytes_);
    }

private:
    std::string_view text_;
    std::size_t characters_ = 0, bytes_ = 0;
};

JsonType type_of_plain(std::string_view text) {
    if (text.empty() || text == "null") return JsonType::Null;
    if (text == "true" || text == "false") return JsonType::Boolean;
    const bool may_be_number = text.front() == '-' || (text.front() >= '0' && text.front() <= '9');
    return may_be_number && nlohmann::json::accept(text) ? JsonType::Number : JsonType::String;
}

std::vector<std::string> hints_for(std::string_view text, std::size_t offset,
                                   std::string_view problem) {
    const char c = offset < text.size() ? text[offset] : '\0';
    if (c == '\t') return {"indent with spaces: YAML forbids tabs there"};
    if (c != '\0' && std::string_view("@`%*&!|>").find(c) != std::string_view::npos)
        return {fmt::format("put a text that begins with {} in quotes", c)};
    if (problem.starts_with("mapping values are not allowed"))
        return {"put a text that holds \": \" in quotes"};
    if (problem.starts_with("could not find expected ':'"))
        return {
            "a key ends with a colon; a text of several lines begins with | or >, or is in "
            "quotes"};
    if (problem.starts_with("did not find expected"))
        return {
            "what belongs together is indented alike; a text that begins with a quote ends "
            "with it"};
    return {};
}

/// Takes libyaml's events.
class YamlReader {
public:
    YamlReader(Report& report, Duplicates duplicates)
        : text_(report.text()),
          report_(report),
          offsets_(text_),
          tree_(report, duplicates, nullptr) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()),
                                     text_.size());
    }
    ~YamlReader() { yaml_parser_delete(&parser_); }
    YamlReader(const YamlReader&) = delete;
    YamlReader& operator=(const YamlReader&) = delete;

    std::optional<JsonTree> read() {
        bool has_more = true;
        while (has_more) {
            yaml_event_t event;
            if (!yaml_parser_parse(&parser_, &event)) {
                fail_syntax();
                return std::nullopt;
            }
            has_more = event.type != YAML_STREAM_END_EVENT && take(event);
            yaml_event_delete(&event);
        }
        if (!tree_.has_root() && is_sound_)
            fail_in_text(text_.size(),
                         {"syntax-error", "expected a value, got the end of the file"});
        if (!is_sound_) return std::nullopt;
        return tree_.take_tree();
    }

private:
    /// False: nothing further is worth reading.
    bool take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                if (!tree_.has_root()) return true;
                refuse(event, "one document in a file, got a second one",
                       {"remove what follows the ---"});
                return false;
            case YAML_ALIAS_EVENT:
                refuse(event, "a value, got an alias",
                       {"write the value out, or put a text that begins with * in quotes"});
                tree_.scalar({});
                return true;
            case YAML_SCALAR_EVENT:
                check_properties(event, event.data.scalar.anchor, event.data.scalar.tag);
                return scalar(event);
            case YAML_SEQUENCE_START_EVENT:
                check_properties(event, event.data.sequence_start.anchor,
                                 event.data.sequence_start.tag);
                return open(event, JsonType::Array,
                            event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
            case YAML_MAPPING_START_EVENT:
                check_properties(event, event.data.mapping_start.anchor,
                                 event.data.mapping_start.tag);
                return open(event, JsonType::Object,
                            event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: tree_.close(); return true;
            default: return true;
        }
    }

    void check_properties(const yaml_event_t& event, const yaml_char_t* anchor,
                          const yaml_char_t* tag) {
        if (anchor != nullptr)
            refuse(event, "a value, got an anchor",
                   {"write values out where they stand again, or put a text that begins with & in "
                    "quotes"});
        if (tag != nullptr)
            refuse(event, "a value, got a tag", {"put a text that begins with ! in quotes"});
    }

    bool scalar(const yaml_event_t& event) {
        const auto& read = event.data.scalar;
        std::string_view words(reinterpret_cast<const char*>(read.value), read.length);
        const bool is_block =
            read.style == YAML_LITERAL_SCALAR_STYLE || read.style == YAML_FOLDED_SCALAR_STYLE;
        if (is_block && words.ends_with('\n')) words.remove_suffix(1);
        const std::uint32_t offset = offsets_.at(event.start_mark);
        if (auto problem = JsonTreeBuilder::too_long(words))
            return goes_on(offset, std::move(problem));
        const bool is_plain = read.style == YAML_PLAIN_SCALAR_STYLE;
        const std::size_t begin = std::min<std::size_t>(offset + (is_plain ? 0 : 1), text_.size());
        const std::string_view text = tree_.kept(words, text_.substr(begin, words.size()));
        if (is_key_next()) {
            tree_.key(text, offset);
            return true;
        }
        JsonValue value{is_plain ? type_of_plain(words) : JsonType::String, offset, {}, {}};
        if (value.type != JsonType::Null) value.text = text;
        return goes_on(offset, tree_.scalar(std::move(value)));
    }

    bool open(const yaml_event_t& event, JsonType type, bool is_flow) {
        const std::uint32_t offset = offsets_.at(event.start_mark);
        if (is_key_next()) {
            refuse(event, "a key, got a mapping or a sequence", {});
            return false;
        }
        return goes_on(offset, tree_.open(type, is_flow ? offset : before(offset)));
    }

    bool is_key_next() const {
        const JsonState state = tree_.state();
        return state == JsonState::ObjectOpen || state == JsonState::ObjectValue;
    }

    /// Of the key or the dash before a block at `offset`; in one of the root, there is none.
    std::uint32_t before(std::uint32_t offset) const {
        const JsonState state = tree_.state();
        if (state == JsonState::Start || state == JsonState::End) return offset;
        if (state == JsonState::Key) return tree_.key_offset();
        const std::size_t dash = text_.rfind('-', offset == 0 ? 0 : offset - 1);
        return dash == text_.npos ? offset : static_cast<std::uint32_t>(dash);
    }

    void refuse(const yaml_event_t& event, std::string_view expected,
                std::vector<std::string> hints) {
        fail_in_text(offsets_.at(event.start_mark),
                     {"yaml-feature", fmt::format("expected {}", expected), std::move(hints)});
    }

    bool goes_on(std::uint32_t offset, std::optional<Problem> problem) {
        if (problem) fail_in_text(offset, *std::move(problem));
        return !problem;
    }

    void fail_in_text(std::size_t offset, Problem problem) {
        is_sound_ = false;
        report_.error_in_text(offset, std::move(problem));
    }

    void fail_syntax() {
        const std::string_view problem = parser_.problem != nullptr ? parser_.problem : "";
        const std::size_t offset = parser_.error == YAML_READER_ERROR
                                       ? parser_.problem_offset
                                       : offsets_.at(parser_.problem_mark);
        std::string message = fmt::format("expected YAML: {}", problem);
        if (parser_.context != nullptr) message += fmt::format(" {}", parser_.context);
        fail_in_text(offset,
                     {"syntax-error", std::move(message), hints_for(text_, offset, problem)});
    }

    std::string_view text_;
    Report& report_;
    ByteOffsets offsets_;
    JsonTreeBuilder tree_;
    yaml_parser_t parser_{};
    bool is_sound_ = true;
};

}  // namespace

bool is_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

std::optional<JsonTree> parse_yaml(Report& report, Duplicates duplicates) {
    if (!check_readable(report)) return std::nullopt;
    return YamlReader(report, duplicates).read();
}

std::optional<JsonTree> parse_tree(Report& report) {
    return is_yaml(report.file().name) ? parse_yaml(report) : parse_json(report);
}

}  // namespace broadside::load
