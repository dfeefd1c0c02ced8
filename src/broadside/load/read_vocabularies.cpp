#include "broadside/load/read_vocabularies.hpp"

#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

model::Value read_vocabulary_value(const NodeMember& member, Report& report) {
    model::Value value;
    value.id = member.key;
    const ObjectReader object(member.node, kValueKeys, report);
    object.read("label", value.label, read_nonempty_text);
    object.read("alt", value.alt, read_nonempty_text);
    object.read("text", value.text, read_nonempty_text);
    object.read("symbol", value.symbol, read_reference);
    object.read("tone", value.tone, read_tone);
    return value;
}

model::Vocabulary read_vocabulary(const NodeMember& member, Report& report) {
    model::Vocabulary vocabulary;
    vocabulary.id = member.key;
    const ObjectReader object(member.node, kVocabularyKeys, report);
    object.read("label", vocabulary.label, read_nonempty_text);
    const auto values = object.find("values");
    if (!values) return vocabulary;
    for (const NodeMember& value : id_members_of(*values, report)) {
        vocabulary.values.push_back(read_vocabulary_value(value, report));
    }
    if (vocabulary.values.empty() && values->is(JsonType::Object)) {
        report.error(values->place(), {"empty-list", "expected at least one value, got none"});
    }
    return vocabulary;
}

}  // namespace

std::vector<model::Vocabulary> read_vocabularies(const Node& node, Report& report) {
    std::vector<model::Vocabulary> vocabularies;
    for (const NodeMember& member : id_members_of(node, report)) {
        vocabularies.push_back(read_vocabulary(member, report));
    }
    return vocabularies;
}

}  // namespace broadside::load
