#include "broadside/load/records/load_records.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/delimited_text.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/records/records_builder.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/load/syntax/yaml_tree.hpp"

namespace broadside::load {

namespace {

enum class Syntax { Delimited, Lines, List };

Syntax syntax_of(const SourceFile& source) {
    const auto ends_in = [&source](std::initializer_list<std::string_view> extensions) {
        return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
            return source.name.ends_with(extension);
        });
    };
    if (ends_in({".csv", ".tsv"})) return Syntax::Delimited;
    if (ends_in({".ndjson", ".jsonl"})) return Syntax::Lines;
    if (ends_in({".json", ".yaml", ".yml"})) return Syntax::List;
    const std::string_view text = text_of(source);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos || (text[first] != '[' && text[first] != '{')) return Syntax::Delimited;
    return text[first] == '[' ? Syntax::List : Syntax::Lines;
}

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

Problem not_utf8() {
    return {"invalid-utf8",
            "expected UTF-8 without null bytes",
            {"in a spreadsheet, save it as \"CSV UTF-8\""}};
}

class RecordsReader {
public:
    RecordsReader(const SourceFile& source, std::span<const model::RecordField> fields,
                  std::vector<Diagnostic>& problems)
        : source_(source), problems_(problems), builder_(source.name, fields, problems) {}

    model::Records read() && {
        const std::string_view text = text_of(source_);
        if (text.size() > limits::kMaxInputBytes) {
            problems_.push_back(
                error("too-large", fmt::format("expected a file of at most {} bytes, got {}",
                                               limits::kMaxInputBytes, text.size()))
                    .at({source_.name}));
            return std::move(builder_).take();
        }
        if (text.starts_with("PK\x03\x04")) {
            problems_.push_back(error("no-records",
                                      "expected records, got a workbook or an archive",
                                      {"in a spreadsheet, save it as \"CSV UTF-8\""})
                                    .at({source_.name}));
            return std::move(builder_).take();
        }
        switch (syntax_of(source_)) {
            case Syntax::Delimited: read_delimited(text); break;
            case Syntax::Lines: read_lines(text); break;
            case Syntax::List: read_list(); break;
        }
        return std::move(builder_).take();
    }

private:
    FilePlace place_of(TextPosition position) const { return {source_.name, "", position}; }

    /// Columns of a file that is delimited, by position; nothing in the place of one that is none.
    std::optional<std::vector<std::optional<std::size_t>>> read_header(const DelimitedLine& line) {
        std::vector<std::optional<std::size_t>> columns;
        const std::size_t problems_before = problems_.size();
        const auto fail = [&](Problem problem, TextPosition position) {
            problems_.push_back(
                error(problem.code, problem.message, problem.hints).at(place_of(position)));
        };
        if (line.fault != QuotesFault::None) fail(problem_of(line.fault), line.fault_position);
        if (line.count > limits::kMaxColumns)
            fail({"too-many", fmt::format("expected at most {} columns, got {}",
                                          limits::kMaxColumns, line.count)},
                 line.values.back().position);
        std::vector<std::string_view> seen;
        for (const DelimitedValue& value : line.values) {
            if (!is_text(value.text)) {
                fail(not_utf8(), value.position);
                break;
            }
            if (std::find(seen.begin(), seen.end(), value.text) != seen.end() &&
                !value.text.empty())
                fail({"duplicate-key", fmt::format("duplicate column \"{}\"", value.text)},
                     value.position);
            seen.push_back(value.text);
            columns.push_back(value.text.empty()
                                  ? std::nullopt
                                  : builder_.column_of(value.text, place_of(value.position)));
        }
        bool is_wrong = !builder_.has_required_columns(place_of({1, 1}));
        for (std::size_t i = problems_before; i < problems_.size(); ++i)
            is_wrong = is_wrong || problems_[i].severity == Severity::Error;
        if (is_wrong) return std::nullopt;
        return columns;
    }

    static bool is_text(std::string_view bytes) {
        return !find_invalid_utf8(bytes) && bytes.find('\0') == bytes.npos;
    }

    void read_delimited(std::string_view text) {
        DelimitedText lines(text, limits::kMaxColumns);
        const auto next = [&lines] {
            auto line = lines.next();
            while (line && line->is_empty()) line = lines.next();
            return line;
        };
        const auto header = next();
        if (!header) return report_empty();
        const auto columns = read_header(*header);
        if (!columns) return;
        while (auto line = next()) {
            // Spreadsheets write separators for rows that were emptied.
            const auto is_empty = [](const DelimitedValue& value) { return value.text.empty(); };
            if (std::all_of(line->values.begin(), line->values.end(), is_empty)) continue;
            const FilePlace place = place_of(line->values.front().position);
            builder_.begin(fmt::to_string(place.position.line), place);
            if (line->fault != QuotesFault::None) {
                builder_.fail(problem_of(line->fault), place_of(line->fault_position));
            } else if (line->count != columns->size()) {
                builder_.fail({"wrong-count", fmt::format("expected {} values, got {}",
                                                          columns->size(), line->count)},
                              place);
            } else {
                add_values(*columns, *line);
            }
            builder_.end();
        }
    }

    void add_values(const std::vector<std::optional<std::size_t>>& columns, DelimitedLine& line) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            DelimitedValue& value = line.values[i];
            if (!columns[i]) continue;
            if (is_text(value.text)) {
                builder_.add(*columns[i], std::move(value.text), place_of(value.position));
            } else {
                builder_.fail(not_utf8(), place_of(value.position));
            }
        }
    }

    void report_empty() {
        problems_.push_back(
            error("no-records", "expected records, got an empty file").at({source_.name}));
    }

    void read_lines(std::string_view text) {
        bool is_empty = true;
        for (std::size_t line = 1; !text.empty(); ++line) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const SourceFile object{source_.name, std::string(text.substr(0, end))};
            text.remove_prefix(std::min(end + 1, text.size()));
            if (object.bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
            is_empty = false;
            Report report(object);
            builder_.begin(fmt::to_string(line), place_of({line, 1}));
            if (const auto tree = parse_json(report))
                read_object({&tree->root, &object}, [&](SourcePlace place) {
                    return place_of({line, place.offset + 1});
                });
            for (const Diagnostic& problem : std::move(report).errors())
                builder_.fail({problem.code, problem.message, problem.hints},
                              place_of({line, problem.column}));
            builder_.end();
        }
        if (is_empty) report_empty();
    }

    void read_list() {
        Report report(source_);
        if (const auto tree = parse_tree(report)) {
            const std::vector<Node> items = items_of({&tree->root, &source_}, report);
            std::vector<SourcePlace> places;
            for (const Node& item : items) places.push_back(item.place());
            const std::vector<FilePlace> found = file_places(places);
            for (std::size_t i = 0; i < items.size(); ++i) {
                builder_.begin(fmt::to_string(i + 1), found[i]);
                read_object(items[i], [&](SourcePlace) { return found[i]; });
                builder_.end();
            }
            if (items.empty() && report.count() == 0) report_empty();
        }
        for (Diagnostic& problem : std::move(report).errors())
            problems_.push_back(std::move(problem));
    }

    template <typename Locate>
    void read_object(const Node& object, Locate locate) {
        if (!object.is(JsonType::Object))
            return builder_.fail(mismatch(object, "a record, as an object"),
                                 locate(object.place()));
        for (const JsonMember& member : object.value->members) {
            const Node value{&member.value, object.file};
            const auto column = builder_.column_of(member.key, locate(value.place()));
            if (!column || value.is(JsonType::Null)) continue;
            if (value.is(JsonType::String) || value.is(JsonType::Number)) {
                builder_.add(*column, std::string(value.text()), locate(value.place()));
            } else {
                builder_.fail(mismatch(value, "a string or a number"), locate(value.place()));
            }
        }
    }

    const SourceFile& source_;
    std::vector<Diagnostic>& problems_;
    RecordsBuilder builder_;
};

}  // namespace

model::Records load_records(const SourceFile& source, std::span<const model::RecordField> fields,
                            std::vector<Diagnostic>& problems) {
    return RecordsReader(source, fields, problems).read();
}

}  // namespace broadside::load
