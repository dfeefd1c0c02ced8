#include "broadside/imports/value_additions.hpp"

#include <map>
#include <string>

#include "broadside/imports/write.hpp"

namespace broadside::imports {

using load::JsonMember;
using load::JsonValue;

void add_values(Table& table, const model::Dataset& dataset, const Matches& matches,
                const JsonValue& root, JsonAdditions& additions,
                std::vector<load::Splice>& splices) {
    std::map<std::string, Vocabulary> added;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        if (!column.has_answers && column.symbols.empty()) continue;
        const bool is_new = matches.place_of(i) == kNone;
        const std::string id =
            is_new ? vocabulary_of(column) : dataset.columns[matches.place_of(i)].values.id;
        const model::Vocabulary* known = matches.vocabulary(id);
        if (is_new && known != nullptr && column.symbols.empty())
            column.known = known_values(*known);
        added[id].add(missing_values(table, i), column);
    }
    std::string whole;
    const JsonMember* member = root.find("values");
    const JsonValue* vocabularies = member == nullptr ? nullptr : &member->value;
    for (const auto& [id, vocabulary] : added) {
        if (vocabulary.values.empty()) continue;
        const JsonMember* known = vocabularies == nullptr ? nullptr : vocabularies->find(id);
        if (known == nullptr) {
            whole += (whole.empty() ? "" : ",\n") + write_vocabulary(id, vocabulary);
            continue;
        }
        const JsonValue& list = known->value.find("values")->value;
        for (const std::string& value : vocabulary.values)
            additions.add(list, list.members.size(), value, 8);
    }
    if (whole.empty()) return;
    if (vocabularies != nullptr) {
        additions.add(*vocabularies, vocabularies->members.size(), whole.substr(4), 4);
    } else {
        const std::size_t columns = root.find("columns")->offset;
        splices.push_back({columns, columns, "\"values\": {\n" + whole + "\n  },\n  "});
    }
}

}  // namespace broadside::imports
