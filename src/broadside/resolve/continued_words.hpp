#pragma once

#include <string>
#include <string_view>

namespace broadside::resolve {

/// What tables that go on say behind a title that stands again, as print has it in the language;
/// where words stand apart, with the space before them. Empty: nobody knows.
std::string_view continued_words(const std::string& language);

}  // namespace broadside::resolve
