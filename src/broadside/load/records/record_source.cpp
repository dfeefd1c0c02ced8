#include "broadside/load/records/record_source.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/load/syntax/yaml_tree.hpp"

namespace broadside::load {

namespace {

Problem mismatch(const Node& node, std::string_view expected) {
    return {"wrong-type", fmt::format("expected {}, got {}", expected, described(node))};
}

Problem problem_of(QuotesFault fault) {
    if (fault == QuotesFault::NeverClosed)
        return {"bad-quotes",
                "expected quotes to be closed, got the end of the file",
                {"what follows them is no record either"}};
    return {"bad-quotes",
            "expected the value to end behind its quotes",
            {"write a quote inside of quotes twice"}};
}

Problem no_records() { return {"no-records", "expected records, got an empty file"}; }

constexpr char kSaveAsUtf8[] = "in a spreadsheet, save it as \"CSV UTF-8\"";

Problem not_utf8() { return {"invalid-utf8", "expected UTF-8 without null bytes", {kSaveAsUtf8}}; }

bool is_text(std::string_view bytes) {
    return !find_invalid_utf8(bytes) && bytes.find('\0') == bytes.npos;
}

/// Spreadsheets write separators for rows that were emptied.
bool is_blank(const DelimitedLine& line) {
    return std::all_of(line.values.begin(), line.values.end(),
                       [](const DelimitedValue& value) { return value.text.empty(); });
}

WrittenRecord broken(std::string name, TextPosition position, Problem problem, TextPosition where) {
    WrittenRecord record{std::move(name), position};
    record.is_broken = true;
    record.values.push_back({std::nullopt, "", where, std::move(problem)});
    return record;
}

/// Positions of offsets that grow.
class LineCursor {
public:
    explicit LineCursor(std::string_view text) : text_(text) {}

    TextPosition at(std::size_t offset) {
        for (std::size_t end = text_.find('\n', begin_); end < offset;
             end = text_.find('\n', begin_)) {
            ++line_;
            begin_ = end + 1;
        }
        return {line_, offset - begin_ + 1};
    }

private:
    std::string_view text_;
    std::size_t line_ = 1, begin_ = 0;
};

}  // namespace

RecordSource::RecordSource(std::shared_ptr<const SourceFile> file,
                           std::span<const model::RecordField> fields, Diagnostics& problems)
    : file_(std::move(file)),
      text_(text_of(*file_)),
      problems_(problems),
      columns_(fields, problems),
      syntax_(syntax_of_records(file_->name, text_)) {}

RecordSyntax syntax_of_records(std::string_view name, std::string_view text) {
    const auto ends_in = [name](std::initializer_list<std::string_view> extensions) {
        return std::any_of(
            extensions.begin(), extensions.end(),
            [name](std::string_view extension) { return name.ends_with(extension); });
    };
    if (ends_in({".csv", ".tsv"})) return RecordSyntax::Delimited;
    if (ends_in({".ndjson", ".jsonl"})) return RecordSyntax::Lines;
    if (name.ends_with(".json") || is_yaml(name)) return RecordSyntax::List;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos || (text[first] != '[' && text[first] != '{'))
        return RecordSyntax::Delimited;
    return text[first] == '[' ? RecordSyntax::List : RecordSyntax::Lines;
}

void RecordSource::fail(Problem problem, TextPosition position) {
    problems_.push_back(to_error(std::move(problem)).at(place_of(position)));
}

bool RecordSource::fail_file(Problem problem) {
    fail(std::move(problem), {});
    return false;
}

bool RecordSource::walk(const Take& take) {
    if (auto problem = too_large(text_)) return fail_file(*std::move(problem));
    if (text_.starts_with("PK\x03\x04"))
        return fail_file(
            {"no-records", "expected records, got a workbook or an archive", {kSaveAsUtf8}});
    bool is_empty = true;
    const Take note = [&](WrittenRecord record) {
        is_empty = false;
        return take(std::move(record));
    };
    bool is_read = false;
    switch (syntax_) {
        case RecordSyntax::Delimited: return walk_lines_of_values(take);
        case RecordSyntax::Lines: is_read = walk_lines(note); break;
        case RecordSyntax::List: is_read = walk_list(note); break;
    }
    if (is_read && is_empty) return fail_file(no_records());
    return is_read;
}

WrittenRecord RecordSource::at(std::uint32_t offset, TextPosition position, std::size_t number) {
    switch (syntax_) {
        case RecordSyntax::Delimited: {
            lines_->go_to(offset, position.line);
            return record_of(*lines_->next());
        }
        case RecordSyntax::Lines: {
            const std::string_view rest = text_.substr(offset);
            return record_in(rest.substr(0, rest.find('\n')), position);
        }
        case RecordSyntax::List: break;
    }
    const std::string name = fmt::to_string(number + 1);
    if (tree_) return record_of(tree_->root.members[number].value, name, position);
    const SourceFile item{file_->name, std::string(item_at(offset))};
    Report ignored(item);
    const auto tree = parse_json(ignored);
    return record_of(tree->root, name, position);
}

/// Whether there is a head under which values may stand.
bool RecordSource::read_header(const DelimitedLine& line) {
    const std::size_t problems_before = problems_.size();
    if (line.fault != QuotesFault::None) fail(problem_of(line.fault), line.fault_position);
    if (line.count > limits::kMaxColumns)
        fail({"too-many",
              fmt::format("expected at most {} columns, got {}", limits::kMaxColumns, line.count)},
             line.values.back().position);
    std::vector<std::string_view> seen;
    for (const DelimitedValue& value : line.values) {
        if (!is_text(value.text)) {
            fail(not_utf8(), value.position);
            break;
        }
        if (contains(seen, value.text) && !value.text.empty())
            fail({"duplicate-key", fmt::format("duplicate column \"{}\"", value.text)},
                 value.position);
        seen.push_back(value.text);
        column_order_.push_back(value.text.empty()
                                    ? std::nullopt
                                    : columns_.column_of(value.text, place_of(value.position)));
    }
    bool is_right = columns_.has_required(place_of({1, 1}));
    for (std::size_t i = problems_before; i < problems_.size(); ++i)
        is_right = is_right && problems_[i].severity != Severity::Error;
    return is_right;
}

bool RecordSource::walk_lines_of_values(const Take& take) {
    lines_.emplace(text_, limits::kMaxColumns);
    std::optional<DelimitedLine> line = lines_->next();
    while (line && line->is_empty()) line = lines_->next();
    if (!line) return fail_file(no_records());
    if (!read_header(*line)) return false;
    while (true) {
        const auto offset = static_cast<std::uint32_t>(lines_->offset());
        line = lines_->next();
        if (!line) return true;
        if (is_blank(*line)) continue;
        WrittenRecord record = record_of(*std::move(line));
        record.offset = offset;
        if (!take(std::move(record))) return true;
    }
}

WrittenRecord RecordSource::record_of(DelimitedLine line) const {
    const TextPosition position = line.values.front().position;
    std::string name = fmt::to_string(position.line);
    if (line.fault != QuotesFault::None)
        return broken(std::move(name), position, problem_of(line.fault), line.fault_position);
    if (line.count != column_order_.size())
        return broken(std::move(name), position,
                      {"wrong-count",
                       fmt::format("expected {} values, got {}", column_order_.size(), line.count)},
                      position);
    WrittenRecord record{std::move(name), position};
    record.values.reserve(line.values.size());
    for (std::size_t i = 0; i < column_order_.size(); ++i) {
        DelimitedValue& value = line.values[i];
        if (!column_order_[i]) continue;
        record.values.push_back({column_order_[i], std::move(value.text), value.position});
        if (!is_text(record.values.back().text)) record.values.back().problem = not_utf8();
    }
    return record;
}

bool RecordSource::walk_lines(const Take& take) {
    std::size_t offset = 0;
    for (std::size_t line = 1; offset < text_.size(); ++line) {
        const std::size_t end = std::min(text_.find('\n', offset), text_.size());
        const std::string_view object = text_.substr(offset, end - offset);
        if (object.find_first_not_of(" \t\r") != object.npos) {
            WrittenRecord record = record_in(object, {line, 1});
            record.offset = static_cast<std::uint32_t>(offset);
            if (!take(std::move(record))) return true;
        }
        offset = end + 1;
    }
    return true;
}

WrittenRecord RecordSource::record_in(std::string_view object, TextPosition position) {
    const std::size_t line = position.line;
    WrittenRecord record{fmt::to_string(line), position};
    const SourceFile file{file_->name, std::string(object)};
    Report report(file);
    const auto tree = parse_json(report);
    if (tree)
        add_members({&tree->root, &file}, record, [line](SourcePlace place) {
            return TextPosition{line, place.offset + 1};
        });
    record.is_broken = record.is_broken || !tree;
    for (Diagnostic& problem : std::move(report).errors())
        record.values.push_back(
            {std::nullopt,
             "",
             {line, problem.column},
             Problem{std::move(problem.code), std::move(problem.message), problem.hints}});
    return record;
}

bool RecordSource::walk_list(const Take& take) {
    Report report(*file_);
    LineCursor lines(text_);
    std::size_t number = 0;
    bool goes_on = true;
    const auto pass = [&](const JsonValue& item) {
        if (!goes_on) return;
        WrittenRecord record = record_of(item, fmt::to_string(++number), lines.at(item.offset));
        record.offset = item.offset;
        goes_on = take(std::move(record));
    };
    const PassedItems passed{"", pass};
    auto tree = is_yaml(file_->name) ? parse_yaml(report) : parse_json(report, &passed);
    const bool is_read = tree.has_value();
    if (is_read) {
        for (const Node& item : items_of({&tree->root, file_.get()}, report)) pass(*item.value);
        if (is_yaml(file_->name)) tree_ = std::move(tree);
    }
    // An object that is no list is one of the report's, and no empty file.
    const bool is_told = report.count() > 0;
    for (Diagnostic& problem : std::move(report).errors()) problems_.push_back(std::move(problem));
    return is_read && (number > 0 || !is_told);
}

/// The value that begins there, in a list that was read.
std::string_view RecordSource::item_at(std::size_t offset) const {
    std::size_t end = offset, depth = 0;
    do {
        const std::size_t token = next_token(text_, end);
        const char c = text_[token];
        end = token_end(text_, token);
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
    } while (depth > 0);
    return text_.substr(offset, end - offset);
}

WrittenRecord RecordSource::record_of(const JsonValue& item, const std::string& name,
                                      TextPosition position) {
    WrittenRecord record{name, position};
    add_members({&item, file_.get()}, record, [position](SourcePlace) { return position; });
    return record;
}

template <typename Locate>
void RecordSource::add_members(const Node& object, WrittenRecord& record, Locate locate) {
    if (!object.is(JsonType::Object)) {
        record.is_broken = true;
        record.values.push_back(
            {std::nullopt, "", locate(object.place()), mismatch(object, "a record, as an object")});
        return;
    }
    for (const JsonMember& member : object.value->members) {
        const Node value{&member.value, object.file};
        const TextPosition position = locate(value.place());
        const auto column = columns_.column_of(member.key, place_of(position));
        if (!column || value.is(JsonType::Null)) continue;
        RecordValue said{column, std::string(value.text()), position};
        if (!value.is(JsonType::String) && !value.is(JsonType::Number))
            said.problem = mismatch(value, "a string or a number");
        record.values.push_back(std::move(said));
    }
}

}  // namespace broadside::load
