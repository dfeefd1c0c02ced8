#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// The zero of the digits that documents use unless their language asks for others.
inline constexpr char32_t kAsciiZero = U'0';

/// A number of ASCII digits written with the digits that begin at `zero`. Arabic digits take the
/// Arabic decimal separator too, for their zero is a dot. Other signs stay as they are.
std::string with_digits(std::string_view number, char32_t zero);

}  // namespace broadside
