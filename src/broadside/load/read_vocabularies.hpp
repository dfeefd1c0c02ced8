#pragma once

#include <vector>

#include "broadside/load/read_value.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

std::vector<model::Vocabulary> read_vocabularies(const Node& node, Report& report);

inline constexpr ValueType<std::vector<model::Vocabulary>> kVocabularies{
    read_vocabularies, {.definition = "vocabulary", .shape = Schema::Shape::ById}};

std::vector<ObjectKeys> vocabulary_objects();

}  // namespace broadside::load
