#include "broadside/load/read_vocabularies.hpp"

#include "broadside/load/fields.hpp"

namespace broadside::load {

namespace {

constexpr ObjectType kValue{
    "value", "One word of a vocabulary.",
    std::array{required<&model::Value::label, kNonemptyText>(
                   "label", "Printed beside the symbol in the legend."),
               optional<&model::Value::alt, kNonemptyText>(
                   "alt", "Spoken in place of the symbol; by default the label."),
               optional<&model::Value::text, kNonemptyText>(
                   "text", "Printed in the cell where there is no symbol."),
               optional<&model::Value::symbol, kReference>(
                   "symbol", "Name of a symbol file, without \".svg\"."),
               optional<&model::Value::tone, kTone>("tone")}};

std::vector<model::Value> read_values(const Node& node, Report& report) {
    std::vector<model::Value> values = read_by_id<kValue>(node, report);
    if (values.empty() && node.is(JsonType::Object))
        report.error(node.place(), {"empty-list", "expected at least one value, got none"});
    return values;
}

constexpr ValueType<std::vector<model::Value>> kValues{
    read_values, {.definition = "value", .shape = Schema::Shape::ById, .least = 1}};

constexpr ObjectType kVocabulary{
    "vocabulary", "Words that cells choose from.",
    std::array{optional<&model::Vocabulary::label, kNonemptyText>(
                   "label", "Heads the vocabulary's group in the legend."),
               required<&model::Vocabulary::values, kValues>(
                   "values", "The values, by id, in the legend's order.")}};

}  // namespace

std::vector<model::Vocabulary> read_vocabularies(const Node& node, Report& report) {
    return read_by_id<kVocabulary>(node, report);
}

std::vector<ObjectKeys> vocabulary_objects() { return {kObjectOf<kVocabulary>, kObjectOf<kValue>}; }

}  // namespace broadside::load
