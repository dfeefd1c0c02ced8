#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Warns of markup that will be printed as it is written: in rich texts of the dataset and of its
/// translation what has no partner, in literal ones what would be strong elsewhere.
void check_markup(const model::Dataset& dataset, Problems& problems);

/// The same for the texts that a layout itself holds.
void check_markup(const model::Layout& layout, Problems& problems);

/// Signs of another program's markup, which are printed as they are.
struct ForeignMarkup {
    std::string_view what;   // "a link of Markdown"
    std::size_t offset = 0;  // in bytes
    std::string_view hint;
    bool operator==(const ForeignMarkup&) const = default;
};

/// What links are where the text stands.
enum class Links { MeanNothing, AreRead };

/// Markdown's links, headings, lists and code, HTML's tags and entities: the first of each kind, in
/// this order. Takes time as long as the text.
std::vector<ForeignMarkup> foreign_markup(std::string_view text, Links links);

/// Reports every reference of the dataset that names nothing, whatever the layout selects, and
/// warns of notes and values that nothing refers to. After it, lookups in a dataset without errors
/// cannot fail.
void check_references(const model::Project& project, Problems& problems);

/// Finds the blocks of a layout that name a text or a picture which the dataset does not have.
void check_block_references(const model::Project& project, Problems& problems);

}  // namespace broadside::resolve
