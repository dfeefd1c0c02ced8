#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/base/word.hpp"

namespace broadside {

enum class Placeholder { Id, Name, Layout, Language, Extension, Page, Record };

inline constexpr Word<Placeholder> kPlaceholders[] = {
    {"{id}", Placeholder::Id},         {"{name}", Placeholder::Name},
    {"{layout}", Placeholder::Layout}, {"{lang}", Placeholder::Language},
    {"{ext}", Placeholder::Extension}, {"{page}", Placeholder::Page},
    {"{record}", Placeholder::Record}};

/// A file name with gaps: literal text and placeholders in turn.
struct OutputPattern {
    std::vector<std::variant<std::string, Placeholder>> parts;
    bool has(Placeholder placeholder) const;
};

/// What fills the gaps. Whoever owns the texts outlives it.
struct OutputFields {
    std::string_view id;    // the dataset's own id
    std::string_view name;  // of the dataset's file or folder
    std::string_view layout;
    std::string_view language;
    std::string_view extension;
    std::size_t page = 1;
    std::size_t pages = 1;         // files that share all other fields
    std::string_view record = {};  // the record's key
};

/// Fails at a placeholder that does not exist and at a brace without its partner.
Result<OutputPattern> parse_pattern(std::string_view pattern);

/// The path of one file. Where there are several pages and no {page}, `-1`, `-2` … stand before the
/// extension.
std::string expand(const OutputPattern& pattern, const OutputFields& fields);

/// The extension of a pattern's file name without its dot; empty: none.
std::string extension_of(std::string_view pattern);

}  // namespace broadside
