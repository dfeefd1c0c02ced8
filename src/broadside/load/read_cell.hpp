#pragma once

#include <string>
#include <vector>

#include "broadside/load/fields.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// A cell of a row, by the kind of its column.
model::Cell read_cell(const Node& node, Report& report, const model::Column& column);

/// A cell of the dataset's `"cells"`: what a text cell may hold, without spans.
model::Cell read_shared_cell(const Node& node, Report& report);

/// The sample of a name column.
model::Cell read_sample(const Node& node, Report& report);

std::vector<ObjectKeys> cell_objects();

/// A sentence, or a URL alone, which then is one that can be followed.
std::string read_source(const Node& node, Report& report);
std::string read_certainty(const Node& node, Report& report);

/// A flag, or the one of a cell's words that is for translators.
model::TranslatedParts read_translated_parts(const Node& node, Report& report);

inline constexpr std::string_view kCertaintyWords[] = {"certain", "high", "medium", "low"};
inline constexpr ValueType<model::TranslatedParts> kTranslatedParts{
    read_translated_parts, {.members = R"("enum": [true, false, "names", "detail"])"}};
inline constexpr ValueType<std::string> kSource{read_source, {.members = kNonemptySchema}};
inline constexpr ValueType<std::string> kCertainty{read_certainty, {.words = kCertaintyWords}};

/// The keys of an object's provenance.
template <auto provenance>
constexpr auto source_field() {
    return optional_in<provenance, &Provenance::source, kSource>(
        "source", "Where the value comes from: a URL or a sentence; never printed.");
}
template <auto provenance>
constexpr auto certainty_field() {
    return optional_in<provenance, &Provenance::certainty, kCertainty>("certainty",
                                                                       "How sure the source is.");
}
template <auto provenance>
constexpr auto checked_field() {
    return optional_in<provenance, &Provenance::checked, kDate>("checked",
                                                                "When the value was last checked.");
}

}  // namespace broadside::load
