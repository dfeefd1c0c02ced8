#include "broadside/load/syntax/json_tree.hpp"

#include <nlohmann/json.hpp>

#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/json_tree_builder.hpp"

namespace broadside::load {

namespace {

/// Takes the parser's events. The parser does not say where a token stands, but between two events
/// lie only space, comments, commas and colons, so a cursor in the text follows it exactly.
class JsonReader {
public:
    JsonReader(Report& report, const PassedItems* passed)
        : text_(report.text()), report_(report), tree_(report, Duplicates::Reported, passed) {}

    std::optional<JsonTree> take_tree() { return tree_.take_tree(); }

    bool null() { return scalar(JsonType::Null); }
    bool boolean(bool) { return word(JsonType::Boolean); }
    bool number_integer(std::int64_t) { return number(); }
    bool number_unsigned(std::uint64_t) { return number(); }
    bool number_float(double, const std::string&) { return number(); }

    bool string(std::string& value) { return scalar(JsonType::String, kept(value)); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonType::Object); }
    bool start_array(std::size_t) { return open(JsonType::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& key) {
        const std::string_view words = kept(key);
        tree_.key(words, advance());
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
        constexpr int kNumberOutOfRange = 406;
        if (error.id != kNumberOutOfRange) return fail_syntax();
        return goes_on(advance(), Problem{"number-out-of-range", "expected a smaller number"});
    }

private:
    /// The parser takes `01` for two numbers.
    bool number() {
        return nlohmann::json::accept(next()) ? word(JsonType::Number) : fail_syntax();
    }

    bool word(JsonType type) { return scalar(type, next()); }

    bool scalar(JsonType type, std::string_view text = {}) {
        const std::uint32_t offset = advance();
        return goes_on(offset, tree_.scalar({type, offset, text, {}}));
    }

    bool open(JsonType type) {
        const std::uint32_t offset = advance();
        return goes_on(offset, tree_.open(type, offset));
    }

    bool close() {
        advance();
        tree_.close();
        return true;
    }

    bool goes_on(std::uint32_t offset, std::optional<Problem> problem) {
        if (problem) report_.error(report_.place_at(offset), *std::move(problem));
        return !problem;
    }

    bool fail_syntax() {
        SyntaxProblem found = explain_syntax_error(text_, end_, tree_.state());
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

    /// The words of the string that is next.
    std::string_view kept(std::string_view words) {
        return tree_.kept(words, next().substr(1, words.size()));
    }

    std::string_view text_;
    Report& report_;
    JsonTreeBuilder tree_;
    std::size_t end_ = 0;  // of the last token
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
    JsonReader reader(report, passed);
    constexpr bool kStrict = true;
    constexpr bool kIgnoreComments = true;
    const bool parsed =
        nlohmann::json::sax_parse(text.begin(), text.end(), &reader,
                                  nlohmann::json::input_format_t::json, kStrict, kIgnoreComments);
    return parsed ? reader.take_tree() : std::nullopt;
}

std::optional<JsonTree> read_json(const SourceFile& file) {
    Report ignored(file);
    return parse_json(ignored);
}

}  // namespace broadside::load
