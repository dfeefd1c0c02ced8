#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/symbol/svg_shape.hpp"

namespace broadside::load {

/// Whether an element shows where it stands.
bool is_drawn(std::string_view element);

/// What to write in place of one that cannot be drawn.
std::vector<std::string> element_hints(std::string_view element);

/// Empty where there is none.
std::string_view value_of(const SvgAttributes& attributes, std::string_view name);

/// A property that changes the drawing as no drawing here can have it.
std::optional<std::string_view> refused_property(const SvgAttributes& properties);

/// `#a` of `url(#a)`; empty for another value.
std::string_view url_in(std::string_view value);

}  // namespace broadside::load
