#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// An element of SVG. Those of other namespaces, and their attributes, are not in the tree:
/// drawing programs keep in them what only they need.
struct SvgElement {
    std::string name;
    SvgAttributes attributes;  // `xlink:href` is called `href`
    std::string text;          // of <style>
    std::vector<SvgElement> children;
    std::size_t offset = 0;  // in the file
};

/// Elements by their ids, the first of each.
using SvgIds = std::map<std::string_view, const SvgElement*>;

/// The root element, which is <svg>, or nothing where the report says why. No element is deeper
/// than limits::kMaxSymbolDepth, and there are at most limits::kMaxSymbolElements.
std::optional<SvgElement> read_svg_tree(std::string_view text, Report& report);

}  // namespace broadside::load
