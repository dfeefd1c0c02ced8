#pragma once

#include <functional>
#include <vector>

#include "lint/source_file.hpp"

namespace broadside::lint {

/// Links and pictures of a Markdown file that lead to nothing. `exists` is asked for paths relative
/// to the repository's top; web addresses and anchors are not looked at.
std::vector<Problem> broken_links(const SourceFile& file,
                                  const std::function<bool(const std::string& path)>& exists);

/// The fenced blocks of `language` in a Markdown file, in order.
std::vector<std::string> code_blocks(const SourceFile& file, std::string_view language);

}  // namespace broadside::lint
