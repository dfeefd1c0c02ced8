#pragma once

#include <string_view>

namespace broadside::imports {

/// Whether the digits below a head count nothing: numbers of telephones, accounts and books,
/// postcodes, codes. In the languages whose words for yes and no are known.
bool is_head_of_labels(std::string_view title);

/// Whether what stands below a head is numbered as chapters and versions are, where 1.10 is behind
/// 1.9: "No.", "§", "Version".
bool is_head_of_numbering(std::string_view title);

}  // namespace broadside::imports
